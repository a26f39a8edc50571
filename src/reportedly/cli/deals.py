"""`reportedly deals`, `deal`, `origins`, `drift`, `contradictions`: what follows from the pages of the ledger."""

from typing import Annotated

import typer

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
from reportedly.cli.ledger_tables import contradictions_table, deal_parts, deals_table, drift_table, origins_table
from reportedly.cli.output import is_terminal, json_line, print_lines, print_parts
from reportedly.ledger.filters import Filters
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.record import deal_record, record
from reportedly.ledger.timeline import find_contradictions

Id = Annotated[str, typer.Argument(metavar="ID", help="An id, or at least its first six digits.")]


def wants_json(output: Format | None) -> bool:
    """Say whether JSON is to be printed: where it is asked for, or where nobody watches."""
    return output is Format.JSON or (output is None and not is_terminal())


def deals(
    supplier: Supplier = None,
    recipient: Recipient = None,
    category: Category = None,
    designation: Designation = None,
    stage: Stage = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    min_origins: Annotated[int, typer.Option(min=0, metavar="N", help="At least so many independent origins vouch for it.")] = 0,
    search: Search = None,
    limit: Limit = None,
    place: Place = None,
    output: Output = None,
) -> None:
    """List deals, those reported last first.

    Example: reportedly deals --supplier IR --recipient RU --as-of 2024-01-05
    """
    filters = Filters(supplier, recipient, category, designation, stage, None, since, until, as_of, min_origins, search, limit)
    with Ledger(place) as ledger, ledger.view() as view:
        found = view.deals(filters)
    if wants_json(output):
        print_lines(json_line(record(one)) for one in found)
    else:
        print_parts([deals_table(found)])


def deal(
    name: Id,
    as_of: AsOf = None,
    happened: Annotated[
        bool, typer.Option("--happened", help="Order the timeline by when things happened, not by when they were reported.")
    ] = False,
    place: Place = None,
    output: Output = None,
) -> None:
    """Show a deal: its state, its timeline with quotes, its origins, why its claims were joined, and what contradicts what.

    Example: reportedly deal 7f3c0a --as-of 2024-01-05
    """
    with Ledger(place) as ledger, ledger.view() as view:
        found = view.deal(name, as_of)
        if wants_json(output):
            events = view.events(found.id, as_of)
            print_lines([json_line(deal_record(found, events, view.joins(found.id), find_contradictions(events)))])
        else:
            print_parts(deal_parts(view, found, as_of, happened=happened))


def origins(name: Id, as_of: AsOf = None, place: Place = None, output: Output = None) -> None:
    """Count whose word a deal or page rests on: pages that copy or credit one another share an origin.

    Example: reportedly origins 7f3c0a
    """
    with Ledger(place) as ledger, ledger.view() as view:
        found = view.origins(name, as_of)
    if wants_json(output):
        print_lines(json_line(record(one)) for one in found)
    else:
        print_parts([origins_table(found)])


def drift(
    name: Annotated[str, typer.Argument(metavar="PAGE", help="Id, name or URL of a page.")],
    place: Place = None,
    output: Output = None,
) -> None:
    """Show what a page changed of the page that it retells.

    Example: reportedly drift https://example.org/retelling --format table
    """
    with Ledger(place) as ledger, ledger.view() as view:
        original, found = view.drift(name)
    if wants_json(output):
        print_lines([json_line({"original": original, "changes": [record(one) for one in found]})])
    elif original is None:
        print_lines(["the ledger has no page that this one retells\n"])
    else:
        print_parts([drift_table(found)])


def contradictions(
    supplier: Supplier = None,
    recipient: Recipient = None,
    category: Category = None,
    as_of: AsOf = None,
    place: Place = None,
    output: Output = None,
) -> None:
    """List statements of a deal that cannot both hold, and reversals, with both quotes.

    Example: reportedly contradictions --supplier IR
    """
    with Ledger(place) as ledger, ledger.view() as view:
        found = list(view.contradictions(Filters(supplier=supplier, recipient=recipient, category=category, as_of=as_of)))
    if wants_json(output):
        print_lines(json_line({"deal": one.id} | record(each)) for one, each in found)
    else:
        print_parts([contradictions_table(found)])
