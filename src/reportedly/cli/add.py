"""`reportedly add`: pages go into the ledger."""

import sys
from collections import Counter
from typing import Annotated

import typer

from reportedly.api import Overrides, read_all
from reportedly.cli.ledger_options import Format, Output, Place
from reportedly.cli.options import Inputs, Language, Outlet, Published
from reportedly.cli.output import is_terminal, json_line, print_lines
from reportedly.ledger.annotated import read_annotated
from reportedly.ledger.ledger import Ledger
from reportedly.model.reading import Failure, Reading
from reportedly.outputs.table import safe


def add(
    inputs: Inputs,
    place: Place = None,
    gold: Annotated[
        bool, typer.Option("--gold", help="Take the annotated claims of documents in the guide's fields instead of reading.")
    ] = False,
    published: Published = None,
    outlet: Outlet = None,
    language: Language = None,
    output: Output = None,
) -> None:
    """Read pages and keep them, with what they claim, in the ledger; pages that are known already change nothing.

    Example: reportedly add samples --ledger arms.db
    """
    items = read_annotated(inputs) if gold else read_all(inputs, overrides=Overrides(published, outlet, language))
    counts: Counter[str] = Counter(new=0, revision=0, known=0, failure=0, claims=0)
    with Ledger(place) as ledger:
        for added in ledger.add_all(_reported(item) for item in items):
            counts[added.outcome] += 1
            counts["claims"] += added.claims
    if (output or (Format.TABLE if is_terminal() else Format.JSON)) is Format.JSON:
        print_lines([json_line(dict(counts))])
    else:
        print_lines([f"{', '.join(f'{number} {name}' for name, number in counts.items())}\n"])
    if counts["failure"]:
        raise typer.Exit(1)


def _reported(item: Reading | Failure) -> Reading | Failure:
    """Name a failure on standard error, and hand everything on."""
    if isinstance(item, Failure):
        print(safe(f"reportedly: {item.place}: {item.reason}. {item.advice}"), file=sys.stderr, flush=True)
    return item
