"""Pair the statements of gold and run where their evidence overlaps, one to one, best agreement first."""

from collections.abc import Sequence

from reportedly.measure.documents import SLOTS, Statement


def align(gold: Sequence[Statement], run: Sequence[Statement]) -> list[tuple[int, int]]:
    """Pair indexes of `gold` with indexes of `run`; ties go to the longer overlap, then to the earlier statement.

    Agreement is the sum of the weights of `SLOTS` that have the same value; a statement without a place is paired with none.
    """
    candidates = sorted(
        (-_agreement(left, right), -overlap, i, j)
        for i, left in enumerate(gold)
        for j, right in enumerate(run)
        if (overlap := _overlap(left.span, right.span)) > 0
    )
    taken: tuple[set[int], set[int]] = set(), set()
    pairs = []
    for _, _, i, j in candidates:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((i, j))
    return pairs


def _overlap(left: tuple[int, int] | None, right: tuple[int, int] | None) -> int:
    """Count the code points that two spans share."""
    if left is None or right is None:
        return 0
    return min(left[1], right[1]) - max(left[0], right[0])


def _agreement(left: Statement, right: Statement) -> int:
    return sum(weight for name, weight in SLOTS.items() if left.slots[name] == right.slots[name])
