"""Drift: what a retelling changed. The original is the page that a near-copy was made from, or the earlier page of the medium that it credits.

Order: claims of both pages are paired (same parties; nearest in kind, stage and number first) -> each pair is compared field by field -> claims without a
partner were lost or added.
"""

from collections.abc import Iterator, Sequence

from reportedly.ledger.kinds import kind_of
from reportedly.ledger.stages import FORWARD
from reportedly.model.deal import Drift, Event

Ends = tuple[str | None, str | None, str]
SURENESS = {"CT+": 3, "PR+": 2, "PS+": 1, "UU": 0, "PS-": -1, "PR-": -2, "CT-": -3}


def find_drift(original: Sequence[tuple[Ends, Event]], retelling: Sequence[tuple[Ends, Event]]) -> list[Drift]:
    """Compare two pages; each event comes with its supplier, recipient and category."""
    left = list(original)
    found: list[Drift] = []
    for ends, event in retelling:
        partner = max((one for one in left if _fits(one, ends, event)), key=lambda one: _nearness(one[1], event), default=None)
        if partner is None:
            found.append(Drift("claim-added", None, event, event.item))
            continue
        left.remove(partner)
        found += _changes(partner[1], event)
    found += [Drift("claim-lost", event, None, event.item) for _, event in left]
    return found


def _fits(one: tuple[Ends, Event], ends: Ends, event: Event) -> bool:
    """Two claims may be one when parties and category agree, and no two named types differ."""
    if one[0] != ends:
        return False
    names = [each.designation for each in (one[1], event)]
    return None in names or kind_of(names[0], ends[2]) == kind_of(names[1], ends[2])


def _nearness(left: Event, right: Event) -> int:
    """Count what two claims have in common: the likeliest partner has most."""
    return (
        4 * (left.stage == right.stage)
        + 2 * (left.designation == right.designation)
        + (left.certainty == right.certainty)
        + (left.quantity == right.quantity)
    )


def _changes(left: Event, right: Event) -> Iterator[Drift]:
    sure, now = SURENESS[left.certainty], SURENESS[right.certainty]
    if now != sure:
        yield Drift(
            "certainty-raised" if now > sure else "certainty-lowered", left, right, f"{left.certainty} / {right.certainty}"
        )
    if left.stage != right.stage:
        yield Drift("stage-moved", left, right, f"{left.stage} / {right.stage}{_direction(left.stage, right.stage)}")
    if left.quantity != right.quantity:
        yield Drift("number-changed", left, right, f"{left.quantity or '-'} / {right.quantity or '-'}")
    lost = [
        one.name
        for one in left.sources
        if one.kind != "media" and not any(each.kind == one.kind or each.name == one.name for each in right.sources)
    ]
    if lost:
        yield Drift("source-dropped", left, right, ", ".join(lost))
    if left.designation is not None and right.designation is None:
        yield Drift("item-generalised", left, right, f"{left.designation} / {right.item}")


def _direction(before: str, after: str) -> str:
    if before not in FORWARD or after not in FORWARD:
        return ""
    return " (+)" if FORWARD.index(after) > FORWARD.index(before) else " (-)"
