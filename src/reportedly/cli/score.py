"""`reportedly score`: how well gold pages are read."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from reportedly.api import read_all
from reportedly.cli.output import Failures, json_line, print_lines, print_parts, watched
from reportedly.measure.compare import Change, compare
from reportedly.measure.confusion import Directions, Matrix, confuse, directions, pairs
from reportedly.measure.documents import Document, is_blind, load_gold, load_run, make_run
from reportedly.measure.scores import Scores, score, score_languages
from reportedly.model.claim import CERTAINTIES, STAGES
from reportedly.model.errors import UsageError
from reportedly.outputs.gold import gold_document
from reportedly.outputs.table import safe
from reportedly.sources.files import Progress

Run = dict[str, Document]
MATRICES = {"stage": STAGES, "certainty": CERTAINTIES}
SHORT = 5
"""Letters of a value at the head of a column."""


class Format(StrEnum):
    """How scores are printed."""

    TABLE = "table"
    JSON = "json"


def score_files(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD", help="JSON Lines in the fields of the guide.")],
    pred: Annotated[
        Path | None,
        typer.Option(metavar="RUN", help="What a reader said (read --format gold); without it the texts are read now."),
    ] = None,
    diff: Annotated[
        Path | None, typer.Option(metavar="RUN", help="An older run: list the sentences that are read better or worse since.")
    ] = None,
    output: Annotated[Format, typer.Option("--format", help="table or json.")] = Format.TABLE,
) -> None:
    """Score a reader against gold: precision, recall and F1 of every field, per language, and what was taken for what.

    Example: reportedly score gold/dev.jsonl

    Example: reportedly score gold/dev.jsonl --pred new.jsonl --diff old.jsonl
    """
    if diff is not None and (hidden := [path for path in (*gold, pred, diff) if path is not None and is_blind(path)]):
        raise UsageError(f"{hidden[0]} is blind: its sentences are not shown. Score it without --diff")
    documents, failures = load_gold(gold), Failures()
    run = load_run(pred, documents) if pred is not None else _read_now(gold, documents, failures)
    changes = compare(documents, load_run(diff, documents), run) if diff is not None else []
    if output is Format.JSON:
        print_lines([json_line(_record(documents, run, changes))])
    else:
        print_parts(_parts(documents, run, changes if diff is not None else None))
    if failures.count:
        raise typer.Exit(1)


def _read_now(paths: Sequence[Path], gold: Sequence[Document], failures: Failures) -> Run:
    progress = Progress()
    readings = watched(failures.drop(read_all(paths, progress=progress)), progress)
    return make_run([gold_document(reading) for reading in readings], gold)


def _record(gold: Sequence[Document], run: Run, changes: Sequence[Change]) -> dict[str, object]:
    found = list(pairs(gold, run))
    turned = directions(found)
    return {
        "measures": _rows(score(gold, run)),
        "languages": {code: _rows(scores) for code, scores in score_languages(gold, run).items()},
        "confusion": {
            slot: {f"{left} > {right}": n for (left, right), n in sorted(confuse(found, slot).items())} for slot in MATRICES
        },
        "directions": {"placed": turned.placed, "swapped": turned.swapped},
        "changes": [
            {"document": one.document, "kind": one.kind, "span": one.span, "sentence": one.sentence, "core": one.core}
            for one in changes
        ],
    }


def _rows(scores: Scores) -> dict[str, dict[str, float]]:
    return {name: tally.row() for name, tally in sorted(scores.items())}


def _parts(gold: Sequence[Document], run: Run, changes: Sequence[Change] | None) -> Iterator[Table | Text]:
    languages = score_languages(gold, run)
    yield _title("all pages")
    yield _measures(score(gold, run))
    for code, scores in languages.items() if len(languages) > 1 else ():
        yield _title(f"pages in {code or 'a language not given'}")
        yield _measures(scores)
    found = list(pairs(gold, run))
    for slot, values in MATRICES.items():
        yield _title(f"{slot}: gold down, run across")
        yield _matrix(values, confuse(found, slot))
    yield _directions(directions(found))
    if changes is not None:
        yield from _changes(changes)


def _measures(scores: Scores) -> Table:
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("measure")
    for name in ("precision", "recall", "F1", "gold", "run"):
        table.add_column(name, justify="right")
    for name, tally in sorted(scores.items()):
        table.add_row(name, f"{tally.precision:.3f}", f"{tally.recall:.3f}", f"{tally.f1:.3f}", str(tally.gold), str(tally.run))
    return table


def _title(words: str) -> Text:
    return Text(words, style="bold")


def _matrix(values: Sequence[str], counts: Matrix) -> Table:
    """Lay out a confusion matrix: gold down, run across; values that occur on neither side are left out."""
    used = [value for value in (*values, "-") if any(value in pair for pair in counts)]
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column("")
    for value in used:
        table.add_column(value[:SHORT], justify="right")
    for left in used:
        cells = [counts[left, right] for right in used]
        table.add_row(
            left,
            *(Text(str(n) if n else ".", style="bold" if left == right else "") for n, right in zip(cells, used, strict=True)),
        )
    return table


def _directions(turned: Directions) -> Text:
    share = turned.swapped / turned.placed if turned.placed else 0.0
    return Text(f"supplier and recipient swapped: {turned.swapped} of {turned.placed} claims found ({share:.1%})")


def _changes(changes: Sequence[Change]) -> Iterator[Text]:
    kinds = ("fixed", "broken", "dropped", "added")
    yield Text("\n" + ", ".join(f"{sum(one.kind == kind for one in changes)} {kind}" for kind in kinds), style="bold")
    for one in changes:
        core = " ".join("?" if value is None else str(value) for value in one.core)
        style = "green" if one.kind in {"fixed", "dropped"} else "red"
        yield Text(safe(f"{one.kind:<8} {one.document} [{one.span[0]}, {one.span[1]})  {core}"), style=style)
        yield Text(safe(f"         {one.sentence}"))
