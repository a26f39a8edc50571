"""Which claims speak of the same deal: a thread's claims, one after another in the order in which they came out.

A *thread* is all claims of one supplier, recipient and category. A claim joins a group that was there before it, or founds one; groups never merge
later. So what came out after a day changes nothing about how the earlier claims were joined, and "as of" is a look at the beginning of the same walk.

Order within a page: claims that name a type first, then those that name only a kind. A kind ("missiles") joins the group in which the kind stands already,
else the only type of the thread; where several types could be meant it founds a group of its own. A kind that its sentence lists *beside* a named type is
something else than that type: it joins another group in which the kind stands, or one of its like.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reportedly.ledger.signs import JOIN, Group, Member, weigh
from reportedly.model.deal import Finding, Join

_WORD = re.compile(r"\w+")
STEM = 5
"""Letters of a word that must agree for two items to be alike: endings differ by case and number."""


def link(members: Sequence[Member]) -> tuple[list[Group], list[Join]]:
    """Join the claims of one thread into groups, with the reasons for each join. `members` stand in the order of (day, page, position)."""
    groups: list[Group] = []
    joins: list[Join] = []
    for _, page in groupby(members, key=lambda member: (member.day, member.page_id)):
        batch = list(page)
        named = {member.family for member in batch if member.family is not None}
        for member in sorted(batch, key=lambda member: member.family is None):
            _place(member, groups, joins, lone=len(named) == 1)
    for group in groups:
        group.members.sort(key=lambda member: (member.day, member.page_id, member.position))
    return groups, joins


def _place(member: Member, groups: list[Group], joins: list[Join], *, lone: bool) -> None:
    """Let a member join the group that fits it best, or found one. `lone`: its page names no other type of the thread."""
    for candidates in _candidates(member, groups, lone=lone):
        weighed = [(*weigh(member, group), number) for number, group in enumerate(candidates)]
        best = max(weighed, key=lambda one: (one[0], one[2]), default=None)
        if best is not None and best[0] >= JOIN:
            chosen = candidates[best[2]]
            joins.append(Join(member.claim_id, chosen.members[-1].claim_id, best[0], best[1]))
            chosen.take(member)
            return
    founded = Group(apart=bool(member.beside))
    founded.take(member)
    groups.append(founded)


def _candidates(member: Member, groups: Sequence[Group], *, lone: bool) -> Iterator[list[Group]]:
    """Yield the groups that a member may join, the likeliest first; each list is tried before the next."""
    plain = [group for group in groups if not group.apart]
    if member.family is not None:
        yield [group for group in plain if member.family in group.families]
        if lone:
            yield [group for group in plain if not group.families]
        return
    yield [group for group in groups if group.apart and _alike(member, group)] if member.beside else []
    other = [group for group in plain if not member.beside.intersection(group.families)]
    yield [group for group in other if group.generic]
    if len({name for group in other for name in group.families}) == 1 and not member.beside:
        yield other


def _alike(member: Member, group: Group) -> bool:
    """Say whether a member's item shares a number or the beginning of a word with the items of a group."""
    return bool(_stems([member.item]) & _stems(one.item for one in group.members))


def _stems(items: Iterable[str]) -> set[str]:
    return {
        word if word.isdigit() else word[:STEM] for item in items for word in _WORD.findall(item.casefold()) if len(word) >= 3
    }


def verdict_join(claim_id: str, other: str, sign: str, reason: str) -> Join:
    """Write the join that an analyst decided; its weight is 1 and its only finding the verdict."""
    return Join(claim_id, other, 1.0, (Finding(sign, 1.0, reason),))
