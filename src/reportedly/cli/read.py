"""`reportedly read`: pages go in, claims come out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from reportedly.api import Overrides, read_all
from reportedly.cli.options import Inputs, Language, Outlet, Published
from reportedly.cli.output import Failures, is_terminal, json_array, json_line, print_lines, print_parts, watched
from reportedly.model.errors import UsageError
from reportedly.model.reading import Reading
from reportedly.outputs.gold import gold_document
from reportedly.outputs.record import reading_record
from reportedly.outputs.table import reading_parts
from reportedly.outputs.tabular import csv_lines
from reportedly.sources.files import Progress


class Format(StrEnum):
    """How claims are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    GOLD = "gold"
    CSV = "csv"


class Sort(StrEnum):
    """In which order the claims of a page are printed."""

    TEXT = "text"
    PROBABILITY = "probability"


EXPLAINING = frozenset({Format.TABLE, Format.JSON, Format.JSONL})
"""Formats that can say what a claim rests on."""


def read(
    inputs: Inputs,
    output: Annotated[
        Format | None,
        typer.Option(
            "--format", help="table (default on a terminal), jsonl (default in a pipe), json, gold (fields of the guide), csv."
        ),
    ] = None,
    published: Published = None,
    outlet: Outlet = None,
    language: Language = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show what each field rests on, and the sentences that were declined.")
    ] = False,
    sort: Annotated[Sort, typer.Option(help="Order of the claims of a page.")] = Sort.TEXT,
    min_probability: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Leave out claims that are less likely to be right.")
    ] = 0.0,
) -> None:
    """Read pages and print the arms transfers that they claim, with the evidence for each.

    Example: reportedly read samples --explain

    Example: curl -s https://example.org/news.html | reportedly read - --format jsonl
    """
    chosen = output or (Format.TABLE if explain or is_terminal() else Format.JSONL)
    if explain and chosen not in EXPLAINING:
        raise UsageError(f"--explain has no place in --format {chosen}; use table, json or jsonl")
    failures, progress = Failures(), Progress()
    items = read_all(inputs, overrides=Overrides(published, outlet, language), progress=progress)
    readings = (_arrange(reading, sort, min_probability) for reading in watched(failures.drop(items), progress))
    _print(readings, chosen, explain=explain)
    if failures.count:
        raise typer.Exit(1)


def _arrange(reading: Reading, sort: Sort, least: float) -> Reading:
    """Leave out unlikely claims and put the others in order; ties stay in the order of the text."""
    claims = [claim for claim in reading.claims if claim.probability >= least]
    if sort is Sort.PROBABILITY:
        claims.sort(key=lambda claim: -claim.probability)
    return replace(reading, claims=tuple(claims))


def _print(readings: Iterable[Reading], chosen: Format, *, explain: bool) -> None:
    match chosen:
        case Format.TABLE:
            print_parts(part for reading in readings for part in reading_parts(reading, explain=explain))
        case Format.CSV:
            print_lines(csv_lines(readings))
        case Format.JSON:
            print_lines(json_array(map(reading_record, readings)))
        case _:
            print_lines(_json_lines(readings, chosen))


def _json_lines(readings: Iterable[Reading], chosen: Format) -> Iterator[str]:
    write = gold_document if chosen is Format.GOLD else reading_record
    return (json_line(write(reading)) for reading in readings)
