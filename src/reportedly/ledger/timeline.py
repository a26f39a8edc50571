"""The timeline of a deal, its contradictions and reversals: pure functions of its events.

Orders: *as reported* is by day of publication, page and place on the page; *as it happened* by the first day on which it can have happened, events without a
time after those with one. An interval stays an interval: it is never shown as its first day.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from reportedly.ledger.signs import PACKAGES
from reportedly.ledger.stages import ENDS, FORWARD, NOT_SO
from reportedly.model.deal import Contradiction, Event, Field
from reportedly.model.when import When


def as_reported(events: Sequence[Event]) -> list[Event]:
    """Sort by when it came out; events of one page keep their order."""
    return sorted(events, key=lambda event: (event.day, event.page_id))


def as_happened(events: Sequence[Event]) -> list[Event]:
    """Sort by when it happened: by the first possible day, then the last; what has no time comes at the end, as it was reported."""
    return sorted(as_reported(events), key=_possible)


def _possible(event: Event) -> tuple[bool, date, date]:
    when = _when(event)
    if when is None or not when.known:
        return True, date.max, date.max
    return False, when.start or when.end or date.min, when.end or date.max


def _when(event: Event) -> When | None:
    try:
        return When.parse(event.when) if event.when else None
    except ValueError:
        return None


def find_contradictions(events: Sequence[Event]) -> list[Contradiction]:
    """Find the pairs that cannot both hold, each event with the nearest earlier one of another voice that it stands against; nothing is dropped from the timeline."""
    ordered = as_reported(events)
    found: list[Contradiction] = []
    for number, later in enumerate(ordered):
        seen: set[tuple[Field, str]] = set()
        for earlier in reversed(ordered[:number]):
            for one in _compare(earlier, later):
                if (one.field, one.kind) not in seen:
                    seen.add((one.field, one.kind))
                    found.append(one)
    return found


def _compare(earlier: Event, later: Event) -> Iterator[Contradiction]:
    """Compare two events of a deal, the first reported before the second."""
    if (same := _polarity(earlier, later)) is not None:
        yield same
    if (end := _ended(earlier, later)) is not None:
        yield end
    if (
        earlier.certainty == later.certainty == "CT+"
        and earlier.stage == later.stage
        and earlier.designation == later.designation
    ):
        yield from _values(earlier, later)


def _polarity(earlier: Event, later: Event) -> Contradiction | None:
    """One says that it is so, the other that it is not. Turned round by the same voice, or admitted after a denial, it is a reversal."""
    if earlier.stage != later.stage:
        return None
    pair = (_sign(earlier), _sign(later))
    if pair not in {(1, -1), (-1, 1)}:
        return None
    kind = _voice(earlier) & _voice(later)
    reason = f"{earlier.stage} {earlier.certainty} / {later.stage} {later.certainty}"
    return Contradiction("polarity", "reversal" if kind else "contradiction", earlier, later, reason)


def _ended(earlier: Event, later: Event) -> Contradiction | None:
    """What was agreed is called off, or what was refused goes on after all: a reversal of stage."""
    if earlier.certainty != "CT+" or later.certainty != "CT+":
        return None
    if earlier.stage in FORWARD and earlier.stage in ENDS.get(later.stage, frozenset()):
        return Contradiction("stage", "reversal", earlier, later, f"{earlier.stage} / {later.stage}")
    if earlier.stage in {"refusal", "cancellation"} and later.stage in {"agreement", "shipment", "delivery"}:
        return Contradiction("stage", "reversal", earlier, later, f"{earlier.stage} / {later.stage}")
    return None


def _values(earlier: Event, later: Event) -> Iterator[Contradiction]:
    """Numbers or times of the same sure stage that cannot both be right."""
    left, right = earlier.quantity, later.quantity
    if left is not None and right is not None and _apart(left.min, left.max, right.min, right.max):
        yield Contradiction("quantity", "contradiction", earlier, later, f"{left} / {right}")
    first, second = _when(earlier), _when(later)
    if first is None or second is None or earlier.stage != "agreement":
        return
    days = max(_days(first, second), _days(second, first))
    if 0 < days < PACKAGES:
        yield Contradiction("date", "contradiction", earlier, later, f"{first} / {second}")


def _days(first: When, second: When) -> int:
    """Count the days from the last day of one time to the first of another, itself included; 0 where they may overlap or it is not known."""
    if first.end is None or second.start is None or not first.surely_before(second):
        return 0
    return (second.start - first.end).days + 1


def _apart(least: int, most: int | None, other_least: int, other_most: int | None) -> bool:
    return (most is not None and most < other_least) or (other_most is not None and other_most < least)


def _sign(event: Event) -> int:
    """Tell whether an event says that it is so (1), that it is not (-1), or neither for sure (0)."""
    return 1 if event.certainty == "CT+" else -1 if event.certainty in NOT_SO else 0


def _voice(event: Event) -> set[str]:
    """Name the parties that speak; where none is named, the origin's family."""
    return {one.party for one in event.sources if one.party} or {event.family}
