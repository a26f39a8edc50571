"""`reportedly ledger`: care of the store itself."""

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.deals import wants_json
from reportedly.cli.ledger_options import Output, Place
from reportedly.cli.output import json_line, print_lines
from reportedly.ledger.ledger import Ledger

File = Annotated[Path, typer.Argument(metavar="FILE", help="The backup: a ledger in one SQLite file.")]
ledger_app = typer.Typer(help="Check, rebuild, back up and restore the ledger.", no_args_is_help=True)


def _say(values: dict[str, object], output: Output) -> None:
    """Print named values, as JSON or one a line."""
    if wants_json(output):
        print_lines([json_line(values)])
    else:
        print_lines(f"{name}: {value}\n" for name, value in values.items())


@ledger_app.command()
def check(place: Place = None, output: Output = None) -> None:
    """Verify every invariant of the ledger; what does not hold is named, and the exit status is 1.

    Example: reportedly ledger check --ledger arms.db
    """
    with Ledger(place) as ledger:
        ledger.settle()
        found = ledger.check()
    _say({"ok": not found, "findings": found}, output)
    if found:
        raise typer.Exit(1)


@ledger_app.command()
def rebuild(place: Place = None, output: Output = None) -> None:
    """Throw deals, timelines and origins away and make them again from pages, claims and verdicts.

    Example: reportedly ledger rebuild --ledger arms.db
    """
    with Ledger(place) as ledger:
        _say({"pages": ledger.rebuild()}, output)


@ledger_app.command()
def backup(file: File, place: Place = None, output: Output = None) -> None:
    """Write everything that cannot be made again into a new file.

    Example: reportedly ledger backup 2026-11-22.db
    """
    with Ledger(place) as ledger:
        _say({"pages": ledger.back_up(file), "file": str(file)}, output)


@ledger_app.command()
def restore(file: File, place: Place = None, output: Output = None) -> None:
    """Take a backup into an empty ledger of either database.

    Example: reportedly ledger restore 2026-11-22.db --ledger postgresql://localhost/arms
    """
    with Ledger(place) as ledger:
        _say({"pages": ledger.restore(file)}, output)


@ledger_app.command()
def stats(place: Place = None, output: Output = None) -> None:
    """Count what the ledger holds.

    Example: reportedly ledger stats --format json
    """
    with Ledger(place) as ledger, ledger.view() as view:
        _say(dict(view.stats()), output)
