"""Which value was taken for which, among the claims whose place was found."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportedly.measure.align import align
from reportedly.measure.documents import Document, Statement, Value

Matrix = Counter[tuple[str, str]]
"""Counts by (value in the gold, value in the run)."""


@dataclass(frozen=True)
class Directions:
    """Claims found whose gold names both parties (`placed`), and those of them where the run has the two the wrong way round (`swapped`)."""

    placed: int
    swapped: int


def pairs(gold: Iterable[Document], run: Mapping[str, Document]) -> Iterator[tuple[Statement, Statement]]:
    """Yield each statement of the gold with the one of the run that was paired with it."""
    for document in gold:
        said = run[document.id].statements if document.id in run else ()
        for i, j in align(document.statements, said):
            yield document.statements[i], said[j]


def confuse(found: Iterable[tuple[Statement, Statement]], slot: str) -> Matrix:
    """Count the values of one slot over paired statements; a slot without a value counts as `-`."""
    return Counter((_name(left.slots[slot]), _name(right.slots[slot])) for left, right in found)


def directions(found: Iterable[tuple[Statement, Statement]]) -> Directions:
    """Count the claims read in the wrong direction."""
    sides = [(_sides(left), _sides(right)) for left, right in found if None not in _sides(left)]
    return Directions(len(sides), sum(left == right[::-1] for left, right in sides))


def _sides(statement: Statement) -> tuple[Value, Value]:
    return statement.slots["supplier"], statement.slots["recipient"]


def _name(value: Value) -> str:
    return "-" if value is None else str(value)
