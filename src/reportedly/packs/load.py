"""Find packs and read their files against their schemas.

A pack is a folder named by its ISO 639-1 code with YAML and CSV files; each file has one schema (a frozen pydantic model that
refuses unknown keys). Built-in packs lie beside this module; others come from `REPORTEDLY_PACKS` (folders, joined by the path
separator of the system) or from the entry point group `reportedly.packs` (a module whose folder is the pack).
A file is read once per process.
"""

import csv
import os
import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from reportedly.model.errors import PackError

BUILT_IN = Path(str(files("reportedly.packs")))
REFERENCE = BUILT_IN / "reference"
T = TypeVar("T", bound="PackFile")


class WordLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # the base is chosen at run time
    """YAML in which only `true` and `false` are truth values: "no" and "on" are words of a language."""


WordLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag != "tag:yaml.org,2002:bool"]
    for first, rules in WordLoader.yaml_implicit_resolvers.items()
}
WordLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


class PackFile(BaseModel):
    """Base of every schema: frozen, and a key that nobody knows is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@cache
def pack_folders() -> dict[str, Path]:
    """Map each installed language to its folder; a later place (environment, entry point) overrides an earlier one."""
    found = {folder.name: folder for folder in sorted(BUILT_IN.iterdir()) if (folder / "pack.yml").is_file()}
    for entry in entry_points(group="reportedly.packs"):
        found[entry.name] = Path(str(files(entry.value)))
    for place in filter(None, os.environ.get("REPORTEDLY_PACKS", "").split(os.pathsep)):
        for folder in sorted(Path(place).iterdir()) if not (Path(place) / "pack.yml").is_file() else [Path(place)]:
            if (folder / "pack.yml").is_file():
                found[folder.name] = folder
    return found


def languages() -> list[str]:
    """List the ISO 639-1 codes of the installed packs, sorted."""
    return sorted(pack_folders())


def pack_folder(language: str) -> Path:
    """Return the folder of a pack.

    Raises: PackError: no pack for `language` is installed.
    """
    try:
        return pack_folders()[language]
    except KeyError:
        raise PackError(f"no pack for language {language!r}; installed: {', '.join(languages())}") from None


def read_yaml(path: Path, schema: type[T]) -> T:
    """Read one YAML file against its schema.

    Raises: PackError: the file is missing, is no YAML, or breaks the schema; the message names the key.
    """
    try:
        return schema.model_validate(yaml.load(path.read_text(encoding="utf-8"), Loader=WordLoader) or {})  # noqa: S506 - a safe loader
    except FileNotFoundError:
        raise PackError(f"{path}: no such file") from None
    except yaml.YAMLError as error:
        raise PackError(f"{path}: not YAML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise PackError(f"{path}: {where}: {first['msg']} ({error.error_count()} problems)") from error


@cache
def load_part(language: str, name: str, schema: type[T]) -> T:
    """Read the file `name`.yml of the pack for `language`; see `read_yaml` for what it raises."""
    return read_yaml(pack_folder(language) / f"{name}.yml", schema)


def read_table(path: Path) -> Iterator[dict[str, str]]:
    """Read a CSV table with a header line, a row at a time, every value stripped.

    Raises: PackError: a row has more or fewer cells than the header.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        for number, row in enumerate(reader, 2):
            if None in row or None in row.values():
                raise PackError(f"{path}:{number}: {len(reader.fieldnames or ())} cells expected")
            yield {key: value.strip() for key, value in row.items()}
