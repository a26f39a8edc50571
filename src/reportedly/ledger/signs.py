"""The signs by which a claim is joined to a deal, each with its weight; the judgement stands in `SAME_DEAL`, and nowhere else.

Vocabulary: a *member* is a claim as linking sees it; its *time* is when the event happened, or where that is not said when it was published; a
*group* is a deal in the making: the members so far, by their order of publication. Each sign looks at a member and a group and gives a strength
in [0, 1] with the reason; docstrings are shown to the analyst.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from reportedly.model.deal import Finding
from reportedly.model.when import When

NEAR = 365
"""Days up to which two reports may well speak of one deal: contracts run for a year before anything is handed over."""
LONG = 540
"""Days of silence after which the same goods between the same parties are taken for another deal."""
PACKAGES = 60
"""Least days between two agreements of one thread that make them two packages. NEAR, LONG and PACKAGES were set together on the dev gold."""
JOIN = 0.5
"""Least sum of weights that joins. Found with the weights below: same parties and type join alone, a kind alone needs nearness in time."""


@dataclass(frozen=True, slots=True)
class Member:
    """One claim as linking sees it. `published` is None where the page has no date; `beside`: the families that its sentence lists beside a mere kind."""

    claim_id: str
    page_id: str
    day: str
    position: int
    thread: str
    family: str | None
    item: str
    stage: str
    certainty: str
    mode: str
    least: int | None
    most: int | None
    when: When | None
    published: When | None
    origin: str
    origin_family: str
    beside: frozenset[str] = frozenset()

    @property
    def time(self) -> When | None:
        """When it happened, or else when it was published; None where neither is known."""
        return self.when if self.when is not None and self.when.known else self.published


@dataclass(slots=True)
class Group:
    """A deal in the making. `start` and `end` bound the known times of its members, `[start, end)`; None before there is one."""

    members: list[Member] = field(default_factory=list)
    families: list[str] = field(default_factory=list)
    start: date | None = None
    end: date | None = None
    modes: set[str] = field(default_factory=set)
    numbers: set[tuple[int | None, int | None]] = field(default_factory=set)
    agreed: list[When] = field(default_factory=list)
    generic: bool = False
    apart: bool = False

    def take(self, member: Member) -> None:
        """Let a member in and renew what is known of the group."""
        self.members.append(member)
        if member.family is None:
            self.generic = True
        elif member.family not in self.families:
            self.families.append(member.family)
        if member.time is not None:
            starts = [one for one in (self.start, member.time.start) if one is not None]
            ends = [one for one in (self.end, member.time.end) if one is not None]
            self.start, self.end = min(starts, default=None), max(ends, default=None)
        if member.mode != "unspecified":
            self.modes.add(member.mode)
        if member.least is not None:
            self.numbers.add((member.least, member.most))
        if is_agreement(member) and member.when is not None and member.when not in self.agreed:
            self.agreed.append(member.when)


@dataclass(frozen=True, slots=True)
class Sign:
    """One row of the judgement: how strongly `look` sees its sign, times `weight`."""

    look: Callable[[Member, Group], tuple[float, str]]
    weight: float

    def find(self, member: Member, group: Group) -> Finding:
        """Weigh the sign for a member and a group."""
        strength, reason = self.look(member, group)
        return Finding(self.look.__name__, round(strength * self.weight, 3), reason)


def is_agreement(member: Member) -> bool:
    """Say whether a member asserts for sure that a deal was struck."""
    return member.stage == "agreement" and member.certainty == "CT+"


def gap(member: Member, group: Group) -> int | None:
    """Count the days that surely lie between a member's time and the group's times; None where one is not known."""
    time = member.time
    if time is None or (group.start is None and group.end is None):
        return None
    if time.end is not None and group.start is not None and time.end <= group.start:
        return (group.start - time.end).days
    if time.start is not None and group.end is not None and group.end <= time.start:
        return (time.start - group.end).days
    return 0


def same_parties(_member: Member, _group: Group) -> tuple[float, str]:
    """The same supplier gives to the same recipient."""
    return 1.0, "same supplier, recipient and category"


def same_type(member: Member, group: Group) -> tuple[float, str]:
    """Both name a type of the same family."""
    if member.family is None or not group.families:
        return 0.0, "one of the two names only a kind"
    return float(member.family in group.families), f"{member.family} / {', '.join(group.families)}"


def kind_fits(member: Member, group: Group) -> tuple[float, str]:
    """One names only a kind of weapon, and the other is of that kind."""
    if member.family is not None and group.families:
        return 0.0, "both name a type"
    return 1.0, f"{member.family or member.item!r} fits {', '.join(group.families) or group.members[0].item!r}"


def near_in_time(member: Member, group: Group) -> tuple[float, str]:
    """The two are reported, or happen, within a year of each other."""
    days = gap(member, group)
    if days is None:
        return 0.5, "a time is not known"
    return max(0.0, 1 - days / NEAR), f"{days} days apart"


def long_apart(member: Member, group: Group) -> tuple[float, str]:
    """So much time lies between the two that it is another deal."""
    days = gap(member, group)
    return float(days is not None and days > LONG), "a time is not known" if days is None else f"{days} days apart"


def another_package(member: Member, group: Group) -> tuple[float, str]:
    """The two were agreed at times that cannot be one."""
    if not is_agreement(member) or member.when is None or not group.agreed:
        return 0.0, "no two agreements with a time"
    apart = min(_apart(member.when, one) for one in group.agreed)
    return float(apart >= PACKAGES), f"agreed {member.when} and {group.agreed[-1]}, {apart} days apart"


def another_mode(member: Member, group: Group) -> tuple[float, str]:
    """One is a sale, the other aid, a loan, a swap or a licence."""
    if member.mode == "unspecified" or not group.modes:
        return 0.0, "a mode is not said"
    return float(member.mode not in group.modes), f"{member.mode} / {', '.join(sorted(group.modes))}"


def same_number(member: Member, group: Group) -> tuple[float, str]:
    """Both give the same number."""
    if member.least is None:
        return 0.0, "no number"
    return float((member.least, member.most) in group.numbers), f"{member.least}"


SAME_DEAL = (
    Sign(same_parties, weight=0.3),
    Sign(same_type, weight=0.5),
    Sign(kind_fits, weight=0.3),
    Sign(near_in_time, weight=0.2),
    Sign(long_apart, weight=-0.5),
    Sign(another_package, weight=-0.6),
    Sign(another_mode, weight=-0.15),
    Sign(same_number, weight=0.1),
)


def weigh(member: Member, group: Group) -> tuple[float, tuple[Finding, ...]]:
    """Add up all signs for a member and a group; findings without weight are left out of the reasons."""
    findings = [sign.find(member, group) for sign in SAME_DEAL]
    return round(sum(one.weight for one in findings), 3), tuple(one for one in findings if one.weight)


def _apart(left: When, right: When) -> int:
    """Count the days that surely lie between two times; 0 where they may overlap."""
    if left.end is not None and right.start is not None and left.end <= right.start:
        return (right.start - left.end).days
    if right.end is not None and left.start is not None and right.end <= left.start:
        return (left.start - right.end).days
    return 0
