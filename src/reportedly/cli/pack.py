"""`reportedly pack`: care of language packs."""

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.output import print_lines
from reportedly.measure.packs import PackReport, check_pack, told

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Folder of a pack, named by its ISO 639-1 code.")]
pack_app = typer.Typer(help="Check language packs.", no_args_is_help=True)


@pack_app.callback()
def pack() -> None:
    """Take the options that stand before a command."""


@pack_app.command()
def check(
    folder: Folder,
    failing: Annotated[bool, typer.Option("--failing", help="Show the cases that are not read as they ask.")] = False,
) -> None:
    """Validate a pack: schema, unknown keys and files, words in two frames, and its cases. Exit status 1 where something does not hold.

    Example: reportedly pack check src/reportedly/packs/uk --failing
    """
    report = check_pack(folder)
    print_lines(f"{line}\n" for line in _lines(report, failing=failing))
    if report.problems or any(result.case.must and not result.passes for result in report.results):
        raise typer.Exit(1)


def _lines(report: PackReport, *, failing: bool) -> list[str]:
    lines = list(report.problems)
    wrong = [result for result in report.results if not result.passes and (failing or result.case.must)]
    lines += [("must pass: " if result.case.must else "") + told(result) for result in wrong]
    passed = sum(result.passes for result in report.results)
    lines.append(f"{report.language}: {len(report.problems)} problems, {passed} of {len(report.results)} cases read as they ask")
    if report.f1 is not None:
        lines.append(f"F1 over the cases, certainty left out: {report.f1:.3f}")
    return lines
