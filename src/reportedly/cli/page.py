"""`reportedly page`: the page stage alone."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer

from reportedly.api import Overrides, build_all
from reportedly.cli.options import Inputs, Language, Outlet, Published
from reportedly.cli.output import Failures, is_terminal, json_line, print_lines, print_parts, watched
from reportedly.model.page import Page
from reportedly.outputs.record import page_record
from reportedly.outputs.table import page_parts
from reportedly.sources.files import Progress


class Format(StrEnum):
    """How pages are printed."""

    TABLE = "table"
    JSONL = "jsonl"


def page(
    inputs: Inputs,
    output: Annotated[
        Format | None, typer.Option("--format", help="table (default on a terminal) or jsonl (default in a pipe).")
    ] = None,
    published: Published = None,
    outlet: Outlet = None,
    language: Language = None,
) -> None:
    """Show which lines of a page are the article: each line with its role and the reason for it.

    Example: reportedly page samples/scoop-retold.txt --format table
    """
    failures, progress = Failures(), Progress()
    items = build_all(inputs, overrides=Overrides(published, outlet, language), progress=progress)
    pages = watched(failures.drop(items), progress)
    if (output or (Format.TABLE if is_terminal() else Format.JSONL)) is Format.TABLE:
        print_parts(part for one in pages for part in page_parts(one))
    else:
        print_lines(_records(pages))
    if failures.count:
        raise typer.Exit(1)


def _records(pages: Iterator[Page]) -> Iterator[str]:
    return (json_line(page_record(one)) for one in pages)
