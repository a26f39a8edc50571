"""The documentation says what is so: generated pages are current, keys and commands described, links lead somewhere, examples run."""

import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typer
from docs.generate import PACK_MODULES, find_commands, pages, with_block

from reportedly.cli.main import app
from reportedly.packs.load import PackFile

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("samples/*.md")])
COMMANDS: dict[str, Any] = dict(find_commands(typer.main.get_command(app)))
GENERATED = ("README.md", "docs/tutorial.md", "docs/reference/cli.md", "docs/reference/pack.md")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
EXAMPLE = re.compile(r"^ *\$ (reportedly .*)$", re.MULTILINE)


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def pack_keys() -> Iterator[tuple[str, str]]:
    for module in map(import_module, PACK_MODULES):
        for name, value in vars(module).items():
            if isinstance(value, type) and issubclass(value, PackFile):
                yield from ((name, key) for key in value.model_fields)


@pytest.fixture(scope="module")
def generated() -> dict[str, str]:
    return {relative(path): content for path, content in pages().items()}


@pytest.mark.parametrize("name", GENERATED)
def test_generated_pages_are_current(generated: dict[str, str], name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == generated[name], "run `make docs`"


def test_every_generated_page_is_checked(generated: dict[str, str]) -> None:
    assert sorted(generated) == sorted(GENERATED)


@pytest.mark.parametrize("schema", sorted({name for name, _ in pack_keys()} - {"PackFile"}))
def test_every_pack_key_has_an_entry(schema: str) -> None:
    page = (ROOT / "docs" / "reference" / "pack.md").read_text(encoding="utf-8")
    section = page.split(f"\n## {schema}\n", 1)[1].split("\n## ", 1)[0]
    keys = [key for name, key in pack_keys() if name == schema]
    assert keys
    assert [key for key in keys if f"\n### `{key}`\n" not in section] == []


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_option_has_an_entry_with_help(command: str) -> None:
    page = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    section = page.split(f"\n## `reportedly {command}`\n", 1)[1].split("\n## ", 1)[0]
    for parameter in COMMANDS[command].params:
        if parameter.name != "help":
            assert parameter.help, f"{command} {parameter.name}"
            assert parameter.help in section


@pytest.mark.parametrize("path", DOCUMENTS, ids=relative)
def test_links_lead_somewhere(path: Path) -> None:
    links = [link.split("#")[0] for link in LINK.findall(path.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if link and not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=relative)
def test_examples_are_commands_that_exist(path: Path) -> None:
    """Every example names a command and options that are there, and sample files that are there."""
    for line in EXAMPLE.findall(path.read_text(encoding="utf-8")):
        words = shlex.split(line.split(" > ", 1)[0])
        name = words[1] if words[1] in COMMANDS else " ".join(words[1:3])
        options = {option for parameter in COMMANDS[name].params for option in parameter.opts}
        assert [word for word in words[2:] if word.startswith("--") and word not in options] == [], line
        assert [word for word in words[2:] if word.startswith("samples/") and not (ROOT / word).exists()] == [], line


def test_make_targets_that_the_documents_name_are_there() -> None:
    targets = set(re.findall(r"^([a-z ]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    there = {name for line in targets for name in line.split()}
    named = {
        name
        for path in DOCUMENTS
        for name in re.findall(r"(?:`|^|\$ )make ([a-z]+)\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert named
    assert named <= there


def test_a_block_is_replaced_and_nothing_else() -> None:
    page = "before\n<!-- demo: made by `make docs` -->\nold\n<!-- end of demo -->\nafter"
    assert with_block(page, "demo", "new\nlines") == page.replace("old", "new\nlines")
    with pytest.raises(ValueError, match="no block"):
        with_block(page, "figures", "new")
