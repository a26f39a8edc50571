"""Where results go: data and tables to standard output, progress and failures to standard error.

Data is written as UTF-8 whatever the locale; a table has the width of its terminal, and `WIDTH` columns elsewhere.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from typing import TypeVar

import typer
from rich.console import Console, RenderableType
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from reportedly.model.page import Page
from reportedly.model.reading import Failure, Reading
from reportedly.outputs.table import safe
from reportedly.sources.files import Progress as Bytes

T = TypeVar("T", Page, Reading)
WIDTH = 120
"""Columns of a table that goes to a file or a pipe, where `COLUMNS` does not say otherwise."""


class Failures:
    """Counts the inputs that could not be read, and names each on standard error."""

    def __init__(self) -> None:
        self.count = 0

    def drop(self, items: Iterable[T | Failure]) -> Iterator[T]:
        """Let pass what was read, and report the rest."""
        for item in items:
            if isinstance(item, Failure):
                self.count += 1
                print(safe(f"reportedly: {item.place}: {item.reason}. {item.advice}"), file=sys.stderr, flush=True)
            else:
                yield item


def is_terminal() -> bool:
    """Say whether somebody watches standard output."""
    return sys.stdout.isatty()


def write_utf8() -> None:
    """Make standard output UTF-8; characters that it cannot hold (lone surrogates) are written as escapes."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")


def print_lines(lines: Iterable[str]) -> None:
    """Print lines that bring their own line ends, each as soon as it is there.

    Raises: typer.Exit: the reader closed the pipe (`| head`): it has got what it wanted, so the status is 0.
    """
    write_utf8()
    try:
        for line in lines:
            sys.stdout.write(line)
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter complains when it flushes at exit
        raise typer.Exit(0) from None


def json_line(value: object) -> str:
    """Write a value as one line of JSON."""
    return json.dumps(value, ensure_ascii=False) + "\n"


def json_array(values: Iterable[object]) -> Iterator[str]:
    """Write values as one JSON array, an element a line."""
    start = "[\n"
    for value in values:
        yield start + json.dumps(value, ensure_ascii=False)
        start = ",\n"
    yield "[]\n" if start == "[\n" else "\n]\n"


def print_parts(parts: Iterable[RenderableType]) -> None:
    """Print what was laid out for people."""
    write_utf8()
    console = Console(
        width=None if is_terminal() or "COLUMNS" in os.environ else WIDTH, highlight=False, emoji=False, markup=False
    )
    print_lines(_rendered(console, part) for part in parts)


def _rendered(console: Console, part: RenderableType) -> str:
    with console.capture() as capture:
        console.print(part)
    return "\n".join(line.rstrip() for line in capture.get().split("\n"))


def watched(items: Iterable[T], state: Bytes) -> Iterator[T]:
    """Show on a terminal's standard error how far the reading has come, in the share of bytes and the number of pages."""
    console = Console(stderr=True)
    columns = (
        TextColumn("reading"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[pages]} pages"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal or is_terminal()) as bar:
        task = bar.add_task("", total=None, pages=0)
        for count, item in enumerate(items, 1):
            bar.update(task, completed=state.done, total=state.total or None, pages=count)
            yield item
