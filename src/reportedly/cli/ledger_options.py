"""Options that the commands of the ledger share, with their help."""

from enum import StrEnum
from typing import Annotated

import typer


class Format(StrEnum):
    """How answers are printed."""

    TABLE = "table"
    JSON = "json"


Place = Annotated[
    str | None,
    typer.Option(
        "--ledger", metavar="FILE|URL", help="The ledger; default $REPORTEDLY_LEDGER, else reportedly.db in the working folder."
    ),
]
Output = Annotated[Format | None, typer.Option("--format", help="table (default on a terminal) or json (default in a pipe).")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="Answer from pages published by that day only.")]
Supplier = Annotated[
    str | None, typer.Option(metavar="CODE", help="Who gives: an ISO code such as IR, or a slug such as houthis.")
]
Recipient = Annotated[str | None, typer.Option(metavar="CODE", help="Who gets.")]
Category = Annotated[str | None, typer.Option(metavar="NAME", help="Category of the weapon, such as missile.")]
Designation = Annotated[str | None, typer.Option(metavar="NAME", help="Any name of a weapon type or of its family.")]
Stage = Annotated[str | None, typer.Option(metavar="NAME", help="Stage, such as agreement or delivery.")]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="Reported on that day or later.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Reported before that day.")]
Search = Annotated[
    str | None, typer.Option(metavar="WORDS", help="All words stand in a page; each matches the beginnings of words.")
]
Limit = Annotated[int | None, typer.Option(min=1, metavar="N", help="At most so many.")]
