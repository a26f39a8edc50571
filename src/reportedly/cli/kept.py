"""`reportedly pages`, `claims`, `failures`: what the ledger keeps; and `page` for a page that it keeps."""

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli import page as page_stage
from reportedly.cli.deals import wants_json
from reportedly.cli.ledger_options import (
    AsOf,
    Category,
    Designation,
    Format,
    Limit,
    Output,
    Place,
    Recipient,
    Search,
    Since,
    Stage,
    Supplier,
    Until,
)  # fmt: skip
from reportedly.cli.ledger_tables import SHORT, table
from reportedly.cli.options import Inputs, Language, Outlet, Published
from reportedly.cli.output import json_line, print_lines, print_parts
from reportedly.ledger.filters import Filters
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.record import claim_record, failure_record
from reportedly.outputs.record import reading_record
from reportedly.outputs.table import reading_parts

Certainty = Annotated[str | None, typer.Option(metavar="VALUE", help="Certainty, such as CT+.")]


def pages(
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    search: Search = None,
    limit: Limit = None,
    place: Place = None,
    output: Output = None,
) -> None:
    """List the pages of the ledger, the latest first.

    Example: reportedly pages --search "drones russia" --limit 20
    """
    with Ledger(place) as ledger, ledger.view() as view:
        found = view.pages(Filters(since=since, until=until, as_of=as_of, search=search, limit=limit))
    if wants_json(output):
        print_lines(map(json_line, found))
    else:
        heads = ("page", "day", "claims", "outlet", "title")
        print_parts(
            [
                table(
                    heads,
                    ((one["id"][:SHORT], one["day"], one["claims"], one["outlet"], one["title"] or one["name"]) for one in found),
                )
            ]
        )


def page(
    inputs: Inputs,
    output: Annotated[
        page_stage.Format | None, typer.Option("--format", help="table (default on a terminal) or jsonl (default in a pipe).")
    ] = None,
    published: Published = None,
    outlet: Outlet = None,
    language: Language = None,
    place: Place = None,
) -> None:
    """Show which lines of a page are the article; or, given the id of a page in the ledger, that page with its claims.

    Example: reportedly page samples/scoop-retold.txt --format table

    Example: reportedly page 7f3c0a --ledger arms.db
    """
    if place is None and any(one == "-" or Path(one).exists() for one in inputs):
        page_stage.page(inputs, output, published, outlet, language)
        return
    with Ledger(place) as ledger, ledger.view() as view:
        found = [view.page(one) for one in inputs]
    if output is page_stage.Format.JSONL or (output is None and wants_json(None)):
        print_lines(json_line(reading_record(one)) for one in found)
    else:
        print_parts(part for one in found for part in reading_parts(one))


def claims(
    supplier: Supplier = None,
    recipient: Recipient = None,
    category: Category = None,
    designation: Designation = None,
    stage: Stage = None,
    certainty: Certainty = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    search: Search = None,
    limit: Limit = None,
    place: Place = None,
    output: Output = None,
) -> None:
    """List claims that count, with corrections applied, those published last first.

    Example: reportedly claims --recipient RU --stage delivery --certainty CT+
    """
    filters = Filters(supplier, recipient, category, designation, stage, certainty, since, until, as_of, 0, search, limit)
    with Ledger(place) as ledger, ledger.view() as view:
        found = list(view.claims(filters))
    if output is Format.JSON or wants_json(output):
        print_lines(json_line(claim_record(*one)) for one in found)
        return
    rows = (
        (
            one.id[:SHORT],
            deal[:SHORT],
            f"{one.supplier or '?'} → {one.recipient or '?'}",
            one.designation or one.item,
            one.stage,
            one.certainty,
            one.evidence.text,
        )
        for one, _, deal in found
    )
    print_parts([table(("claim", "deal", "parties", "goods", "stage", "", "evidence"), rows)])


def failures(place: Place = None, output: Output = None) -> None:
    """List the inputs that could not be read, with the reason and what to do.

    Example: reportedly failures --format table
    """
    with Ledger(place) as ledger, ledger.view() as view:
        found = view.failures()
    if wants_json(output):
        print_lines(json_line(failure_record(one)) for one in found)
    else:
        print_parts([table(("input", "reason", "advice"), ((one.place, one.reason, one.advice) for one in found))])
