"""Write the generated parts of the documentation: the reference pages, and the blocks of README.md that show real output.

`reference/cli.md` comes from the command line's own help, `reference/pack.md` from the schemas of the packs, the README's demonstration from
reading a sample page, its figures from `bench/floors.json`. Run as `make docs`; tests/docs checks that nothing is out of date.
"""

import ast
import inspect
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from io import StringIO
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import typer
from bench.gate import FLOORS, table
from rich.console import Console, RenderableType

from reportedly.api import read_all
from reportedly.cli.main import app
from reportedly.model.reading import Reading
from reportedly.outputs.table import page_parts, reading_parts
from reportedly.packs.load import PackFile

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = "samples/scoop-retold.txt"
"""The sample page whose claims the README shows."""
EXAMPLE = "docs/example.txt"
"""The page that the tutorial follows."""
WIDTH = 120
PACK_MODULES = ("reportedly.packs.schema", "reportedly.packs.calendar", "reportedly.packs.wording")
COMMANDS = {
    "samples": "reportedly score samples/expected.jsonl",
    "seed": "reportedly score ../shared/gold/seed.jsonl",
    "dev": "reportedly score ../shared/gold/dev/*.jsonl",
    "blind": "reportedly score ../shared/gold/blind/*.jsonl",
}


def cli_page() -> str:
    """Describe every command with its arguments and options, from the commands themselves."""
    parts = ["# The command line\n\nMade by `make docs` from the commands themselves.\n", _status_text()]
    for name, command in sorted(find_commands(typer.main.get_command(app))):
        parts.append(f"## `reportedly {name}`\n\n{_command_text(command)}\n")
        parts += [
            f"### {_label(one)}\n\n{getattr(one, 'help', None) or ''}{_default(one)}\n"
            for one in command.params
            if one.name != "help"
        ]
    return "\n".join(parts)


def find_commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """List every command with its name as typed, those of groups within groups too."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from find_commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def _status_text() -> str:
    main = inspect.getdoc(import_module("reportedly.cli.main")) or ""
    return f"## Exit status\n\n{main.split(chr(10) + chr(10), 1)[1]}\n"


def _command_text(command: Any) -> str:
    """Write a command's help with its examples as code."""
    return re.sub(r"(?m)^Example: (.+)$", r"    \1", inspect.cleandoc(command.help or ""))


def _label(parameter: Any) -> str:
    """Name an argument as its usage does, an option as it is typed."""
    if parameter.param_type_name == "argument":
        return f"`{parameter.metavar}`"
    return ", ".join(f"`{option}`" for option in parameter.opts)


def _default(parameter: Any) -> str:
    default = parameter.default
    return (
        "" if default is None or default is False or parameter.required else f" Default: `{getattr(default, 'value', default)}`."
    )


def pack_page() -> str:
    """Describe every key of every pack file, from the schemas."""
    parts = [
        "# The files of a language pack\n\nMade by `make docs` from the schemas; an unknown key is refused. See [how to add a language](../how-to/add-a-language.md).\n"
    ]
    for module in map(import_module, PACK_MODULES):
        for name, schema in _schemas(module):
            parts.append(f"## {name}\n\n{inspect.getdoc(schema)}\n")
            notes = _notes(schema)
            for key, info in schema.model_fields.items():
                need = "needed" if info.is_required() else "may be left out"
                parts.append(f"### `{key}`\n\n`{_type_text(schema, key)}`, {need}. {notes.get(key, '')}".rstrip() + "\n")
    return "\n".join(parts)


def _schemas(module: ModuleType) -> Iterator[tuple[str, type[PackFile]]]:
    for name, value in vars(module).items():
        if isinstance(value, type) and issubclass(value, PackFile) and value.__module__ == module.__name__:
            yield name, value


def _class_body(schema: type[PackFile]) -> list[ast.stmt]:
    tree = ast.parse(inspect.getsource(schema))
    assert isinstance(tree.body[0], ast.ClassDef)
    return tree.body[0].body


def _notes(schema: type[PackFile]) -> dict[str, str]:
    """Find the string below each key, which says what it means."""
    body, found = _class_body(schema), {}
    for before, after in pairwise(body):
        if isinstance(before, ast.AnnAssign) and isinstance(before.target, ast.Name) and isinstance(after, ast.Expr):
            found[before.target.id] = inspect.cleandoc(str(ast.literal_eval(after.value)))
    return found


def _type_text(schema: type[PackFile], key: str) -> str:
    """Write the type of a key as the schema's source writes it."""
    for node in _class_body(schema):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == key:
            return ast.unparse(node.annotation)
    raise AssertionError(f"{schema.__name__}.{key} is not in its source")


def read_page(path: str) -> Reading:
    """Read a page of the repository; its place is the path from the top folder, wherever this runs."""
    (reading,) = read_all([ROOT / path])
    assert isinstance(reading, Reading), reading
    return replace(reading, page=replace(reading.page, place=path))


def console_block(parts: Iterable[RenderableType]) -> str:
    """Lay parts out as the command line does where nobody watches."""
    buffer = StringIO()
    console = Console(file=buffer, width=WIDTH, highlight=False, emoji=False, markup=False, color_system=None)
    for part in parts:
        console.print(part)
    lines = (line.rstrip() for line in buffer.getvalue().rstrip().split("\n"))
    return "```text\n" + "\n".join(lines) + "\n```"


def figures_block() -> str:
    """Lay the pinned figures out, each set with the command that gives them."""
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))
    lines = [*table({name: pinned[name]["f1"] for name in COMMANDS if name in pinned}), ""]
    return "\n".join(lines + [f"- {name}: `{command}`" for name, command in COMMANDS.items()])


def with_block(text: str, name: str, content: str) -> str:
    """Put new content into a marked block of a page.

    Raises: ValueError: the page has no such block.
    """
    start, end = f"<!-- {name}: made by `make docs` -->\n", f"\n<!-- end of {name} -->"
    if start not in text or end not in text:
        raise ValueError(f"no block {name!r} in the page")
    head, rest = text.split(start, 1)
    return head + start + content + end + rest.split(end, 1)[1]


def pages() -> dict[Path, str]:
    """Make every generated page; returns its content by path."""
    readme, tutorial = ROOT / "README.md", ROOT / "docs" / "tutorial.md"
    text = with_block(readme.read_text(encoding="utf-8"), "demo", console_block(reading_parts(read_page(SAMPLE))))
    example = read_page(EXAMPLE)
    lesson = with_block(tutorial.read_text(encoding="utf-8"), "page", console_block(page_parts(example.page)))
    return {
        readme: with_block(text, "figures", figures_block()),
        tutorial: with_block(lesson, "claims", console_block(reading_parts(example, explain=True))),
        ROOT / "docs" / "reference" / "cli.md": cli_page(),
        ROOT / "docs" / "reference" / "pack.md": pack_page(),
    }


if __name__ == "__main__":
    for path, content in pages().items():
        path.write_text(content, encoding="utf-8")
        print(path.relative_to(ROOT), file=sys.stderr)
