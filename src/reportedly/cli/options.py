"""Arguments and options that several commands share, with their help."""

from typing import Annotated

import typer

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT", help="Files (.txt, .html, .jsonl; gzip of each), folders, or - for standard input."),
]
Published = Annotated[
    str | None, typer.Option(metavar="EDTF", help="Publication date of the pages, such as 2024-01-04; overrides what they say.")
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Outlet of the pages; overrides what they say.")]
Language = Annotated[str | None, typer.Option(metavar="CODE", help="Language of the pages (ISO 639-1); overrides what they say.")]
