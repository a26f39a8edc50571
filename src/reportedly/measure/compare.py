"""Two runs over the same gold, sentence by sentence: what the newer one mended and what it broke.

A claim of the gold is *fixed* where only the newer run finds its core, *broken* where only the older one does; a wrong claim of a run is
*dropped* where only the older run makes it, *added* where only the newer one does.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.measure.align import align
from reportedly.measure.documents import Document, Statement, Value

Kind = Literal["fixed", "broken", "dropped", "added"]
Key = tuple[tuple[int, int] | None, tuple[Value, ...]]


@dataclass(frozen=True)
class Change:
    """One claim that the two runs read differently; `sentence` is its evidence, `core` as in `CORE`, `span` its place in the page's text."""

    document: str
    kind: Kind
    span: tuple[int, int]
    sentence: str
    core: tuple[Value, ...]


def compare(gold: Iterable[Document], older: Mapping[str, Document], newer: Mapping[str, Document]) -> list[Change]:
    """List what changed, by document and place."""
    changes = []
    for document in gold:
        runs = [run[document.id].statements if document.id in run else () for run in (older, newer)]
        changes += sorted(_changes(document, *runs), key=lambda change: (change.span, change.kind))
    return changes


def _changes(document: Document, older: Sequence[Statement], newer: Sequence[Statement]) -> Iterator[Change]:
    (right_before, wrong_before), (right_now, wrong_now) = (_judge(document.statements, run) for run in (older, newer))
    for number in sorted(right_before ^ right_now):
        one = document.statements[number]
        yield from _change(document, "fixed" if number in right_now else "broken", (one.span, one.core))
    for key in (wrong_before - wrong_now).elements():
        yield from _change(document, "dropped", key)
    for key in (wrong_now - wrong_before).elements():
        yield from _change(document, "added", key)


def _judge(gold: Sequence[Statement], run: Sequence[Statement]) -> tuple[set[int], Counter[Key]]:
    """Tell which claims of the gold the run has right, and what else it says."""
    hits = [(i, j) for i, j in align(gold, run) if gold[i].core == run[j].core]
    right = {j for _, j in hits}
    return {i for i, _ in hits}, Counter((one.span, one.core) for j, one in enumerate(run) if j not in right)


def _change(document: Document, kind: Kind, key: Key) -> Iterator[Change]:
    span, core = key
    if span is not None:
        yield Change(document.id, kind, span, document.text[span[0] : span[1]], core)
