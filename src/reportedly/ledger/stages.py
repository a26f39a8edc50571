"""How a deal stands: the furthest stage that was asserted for sure and not contradicted since.

Vocabulary: a stage is *asserted* by a claim of certainty CT+; it is *contradicted* by a later claim that it is not so (CT- or PR- of the same stage), or by
one that the transfer was refused, paused, called off or stopped (`ENDS` says which stages each of these takes back). Where nothing forward is left, the
last of these ends is the state. Reports of one page count in the order of the page.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import cast

from reportedly.ledger.origins import RETOLD
from reportedly.ledger.signs import Member
from reportedly.model.claim import Stage
from reportedly.model.deal import DealState

FORWARD: tuple[str, ...] = ("interest", "offer", "negotiation", "approval", "agreement", "shipment", "delivery", "use")
ENDS: dict[str, frozenset[str]] = {
    "refusal": frozenset({"interest", "offer", "negotiation", "approval", "agreement"}),
    "suspension": frozenset({"approval", "agreement", "shipment"}),
    "cancellation": frozenset({"interest", "offer", "negotiation", "approval", "agreement", "shipment"}),
    "seizure": frozenset({"shipment"}),
}
"""Stages that each end takes back: what was handed over stays handed over."""
NOT_SO = frozenset({"CT-", "PR-"})
ASSERTED = frozenset({"CT+", "PR+", "PS+"})
"""Certainties whose origin counts as one that vouches for the deal: who denies it is a voice, not a confirmation."""


class Progress:
    """What is asserted of one deal while its claims come in, one after another."""

    def __init__(self) -> None:
        self.standing: set[str] = set()
        self.end: str | None = None
        self.contested = False

    def take(self, stage: str, certainty: str) -> None:
        """Let one claim change what stands."""
        if certainty in NOT_SO and stage in FORWARD:
            self._take_back({stage})
        elif certainty == "CT+" and stage in ENDS:
            self._take_back(ENDS[stage])
            self.end = stage
        elif certainty == "CT+":
            self.standing.add(stage)

    def _take_back(self, stages: Iterable[str]) -> None:
        gone = self.standing & set(stages)
        self.contested = self.contested or bool(gone)
        self.standing -= gone

    @property
    def stage(self) -> Stage | None:
        """The furthest stage that stands, else the last end, else None."""
        furthest = max(self.standing, key=FORWARD.index, default=self.end)
        return cast("Stage | None", furthest)


def contradicts(earlier: tuple[str, str], later: tuple[str, str]) -> bool:
    """Say whether a later (stage, certainty) takes back an earlier one."""
    if earlier[1] != "CT+" or earlier[0] not in FORWARD:
        return False
    return (later[1] in NOT_SO and later[0] == earlier[0]) or (
        later[1] == "CT+" and earlier[0] in ENDS.get(later[0], frozenset())
    )


def states(members: Sequence[Member], until: dict[str, str]) -> Iterator[DealState]:
    """Give the state of a deal on each day on which it changed: when claims came out, or (`until`, by claim) when a revision took their place.

    `members` stand in the order of (day, page, position). A day on which no claim is left is given with 0 claims.
    """
    if not any(member.claim_id in until for member in members):
        yield from _growing(members)
        return
    days = sorted({member.day for member in members} | {until[member.claim_id] for member in members if member.claim_id in until})
    for day in days:
        live = [one for one in members if one.day <= day < until.get(one.claim_id, "9999-12-31")]
        yield from list(_growing(live, at=day))[-1:] or [
            DealState(day, None, contested=False, claims=0, pages=0, origins=0, independent=0)
        ]


def _growing(members: Sequence[Member], at: str | None = None) -> Iterator[DealState]:
    """Give the states of claims none of which was replaced; `at` stands in for the day of each state."""
    progress = Progress()
    pages: set[str] = set()
    origins: set[str] = set()
    families: set[str] = set()
    count = 0
    for day, batch in groupby(members, key=lambda member: member.day):
        for member in batch:
            count += 1
            progress.take(member.stage, member.certainty)
            pages.add(member.page_id)
            origins.add(member.origin)
            if member.certainty in ASSERTED:
                families.add(member.origin_family)
        yield DealState(
            at or day,
            progress.stage,
            progress.contested,
            count,
            len(pages),
            len(origins),
            len(families - {RETOLD}) or len(families),
        )
