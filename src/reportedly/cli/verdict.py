"""`reportedly verdict`: an analyst's decisions, appended and never overwritten."""

from collections.abc import Sequence
from typing import Annotated

import typer

from reportedly.cli.deals import wants_json
from reportedly.cli.ledger_options import Output, Place
from reportedly.cli.ledger_tables import SHORT, table
from reportedly.cli.output import json_line, print_lines, print_parts
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.record import verdict_record
from reportedly.model.errors import UsageError
from reportedly.model.verdict import Verdict

USAGE = "give: ID accept | ID reject | ID correct FIELD=VALUE | DEAL join DEAL | DEAL split CLAIM... | undo VERDICT | list"


def verdict(
    words: Annotated[list[str], typer.Argument(metavar="ID DECISION", help="What is decided about what; see the examples.")],
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides.")] = None,
    why: Annotated[str, typer.Option(metavar="TEXT", help="For what reason.")] = "",
    place: Place = None,
    output: Output = None,
) -> None:
    """Decide on a claim or deal; every list then follows, and `undo` takes a decision back.

    Example: reportedly verdict 1c22ab9e04d07d2f03aa correct stage=agreement --by Olha --why "a pledge, no delivery"

    Example: reportedly verdict 7f3c0a split 1c22ab9e04d07d2f03aa --by Olha

    Example: reportedly verdict undo 90ab12cd34ef56ab78cd --by Olha
    """
    with Ledger(place) as ledger:
        if words == ["list"]:
            found = ledger.verdicts()
        elif not by:
            raise UsageError("say who decides: --by NAME")
        else:
            found = [_decide(ledger, words, by, why)]
    if wants_json(output):
        print_lines(json_line(verdict_record(one)) for one in found)
    else:
        rows = ((one.id, one.at[:19], one.by, one.kind, one.target[:SHORT], one.why) for one in found)
        print_parts([table(("verdict", "at", "by", "decision", "on", "why"), rows)])


def _decide(ledger: Ledger, words: Sequence[str], by: str, why: str) -> Verdict:
    """Carry out one decision.

    Raises: UsageError: the words are none.
    """
    match words:
        case ["undo", name]:
            return ledger.undo(name, by=by, why=why)
        case [name, "accept"]:
            return ledger.accept(name, by=by, why=why)
        case [name, "reject"]:
            return ledger.reject(name, by=by, why=why)
        case [name, "correct", change] if "=" in change:
            field, _, value = change.partition("=")
            return ledger.correct(name, field, value or None, by=by, why=why)
        case [name, "join", other]:
            return ledger.join(name, other, by=by, why=why)
        case [name, "split", *taken] if taken:
            return ledger.split(name, taken, by=by, why=why)
    raise UsageError(f"{' '.join(words)}: no decision; {USAGE}")
