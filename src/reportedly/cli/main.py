"""Join the commands, and turn what goes wrong into an exit status.

0: done; 1: some inputs could not be read (each is named on standard error); 2: wrong usage, or a broken language pack; 130: interrupted.
A reader that closes the pipe early (`| head`) has got what it wanted: status 0.
"""

import sys
from typing import Annotated

import typer

from reportedly import __version__
from reportedly.cli.add import add
from reportedly.cli.deals import contradictions, deal, deals, drift, origins
from reportedly.cli.kept import claims, failures, page, pages
from reportedly.cli.ledger import ledger_app
from reportedly.cli.pack import pack_app
from reportedly.cli.read import read
from reportedly.cli.score import score_files
from reportedly.cli.verdict import verdict
from reportedly.model.errors import ReportedlyError

WRONG_USAGE = 2
app = typer.Typer(
    name="reportedly",
    help="Read news pages and write down what they claim about international arms transfers.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for name, command in (("read", read), ("page", page), ("score", score_files)):
    app.command(name, no_args_is_help=True)(command)
for kept in (add, deal, drift, origins, verdict):
    app.command(no_args_is_help=True)(kept)
for listed in (claims, contradictions, deals, failures, pages):
    app.command()(listed)
app.add_typer(ledger_app, name="ledger")
app.add_typer(pack_app, name="pack")


def _version(asked: bool) -> None:  # noqa: FBT001 - the shape of a typer callback
    if asked:
        print(f"reportedly {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Take the options that stand before a command."""


def run() -> None:
    """Run the command line and exit with its status; the entry point of the package."""
    try:
        app()
    except ReportedlyError as error:
        print(f"reportedly: {error}", file=sys.stderr)
        sys.exit(WRONG_USAGE)
