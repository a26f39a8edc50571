"""Link threads into deals and write the deals with their states.

A deal's id hashes its first claim (by day, page, position), so it stays while later pages come in. Threads that an analyst's join connects are written together.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from reportedly.ledger.link import link, verdict_join
from reportedly.ledger.members import claim_member
from reportedly.ledger.review import Effects
from reportedly.ledger.rows import Row
from reportedly.ledger.signs import Group, Member
from reportedly.ledger.stages import states
from reportedly.ledger.tables import claim, deal, deal_kind, deal_state, page, place
from reportedly.ledger.tables import link as link_table
from reportedly.model.deal import Join
from reportedly.model.ids import content_id

FETCH = 2_000
"""Rows that are fetched and written at a time; keeps the memory of a rebuild flat."""
MANY = 900
"""Ids in one `IN`: SQLite took 999 before 3.32."""
Part = tuple[Group, list[Join], dict[str, str]]
"""A deal in the making, why its claims joined, and until when claims of replaced revisions count."""


def deal_id(first: str) -> str:
    """Make the id of a deal from that of its first claim."""
    return content_id("deal", first)


def thread_ends(thread: str) -> tuple[str | None, str | None, str]:
    """Take the supplier, recipient (None: unsaid) and category out of the name of a thread."""
    ends, _, category = thread.partition(":")
    supplier, _, recipient = ends.partition(">")
    return supplier or None, recipient or None, category


def write_threads(connection: Connection, effects: Effects, threads: Iterable[str] | None = None) -> None:
    """Link threads anew and write their deals; None: all threads, of which nothing is written yet."""
    bound = _bound(connection, effects)
    chosen = None if threads is None else set(threads)
    if chosen is not None:
        chosen |= bound if chosen & bound else set()
        _forget(connection, chosen)
    writer = _Writer(connection)
    held: list[Part] = []
    for thread, members, until in _threads(connection, effects, chosen):
        groups, joins = link(members)
        by_claim = {one.claim_id: one for one in joins}
        parts = [
            (group, [by_claim[one.claim_id] for one in group.members if one.claim_id in by_claim], until) for group in groups
        ]
        if thread in bound:
            held += parts
        else:
            for part in parts:
                writer.write(*part)
    for part in _reviewed(held, effects):
        writer.write(*part)
    writer.flush()


def _bound(connection: Connection, effects: Effects) -> set[str]:
    """Find the threads whose groups an analyst split or joined: they are worked on together."""
    named = sorted({one for verdict in effects.regroupings for one in (*verdict.claims, *verdict.others)})
    found: set[str] = set()
    for start in range(0, len(named), MANY):
        part = named[start : start + MANY]
        found |= set(connection.execute(select(place.c.thread).where(place.c.claim_id.in_(part))).scalars())
    return found


def _forget(connection: Connection, threads: set[str]) -> None:
    """Delete the deals of threads; a deal over several threads belongs to that of its first claim."""
    for thread in threads:
        old = list(connection.execute(select(deal.c.id).where(deal.c.thread == thread)).scalars())
        for start in range(0, len(old), MANY):
            part = old[start : start + MANY]
            for table in (deal_kind, deal_state):
                connection.execute(delete(table).where(table.c.deal_id.in_(part)))
            connection.execute(delete(link_table).where(link_table.c.deal_id.in_(part)))
            connection.execute(delete(deal).where(deal.c.id.in_(part)))


def _threads(
    connection: Connection, effects: Effects, chosen: set[str] | None
) -> Iterator[tuple[str, list[Member], dict[str, str]]]:
    """Yield each thread with its members in order, and until when the claims of replaced revisions count."""
    for names in _batches(connection, chosen):
        for thread, rows in groupby(_rows(connection, effects, names), key=lambda row: str(row["thread"])):
            kept = list(rows)
            until = {row["claim_id"]: row["until"] for row in kept if row["until"] is not None}
            yield thread, [claim_member(row) for row in kept], until


def _batches(connection: Connection, chosen: set[str] | None) -> Iterator[list[str]]:
    """Yield the names of threads in portions of about `FETCH` claims."""
    counted = select(place.c.thread, func.count()).group_by(place.c.thread).order_by(place.c.thread)
    batch: list[str] = []
    claims = 0
    for name, count in connection.execute(counted).all() if chosen is None else [(name, FETCH) for name in sorted(chosen)]:
        batch.append(name)
        claims += count
        if claims >= FETCH or len(batch) >= MANY:
            yield batch
            batch, claims = [], 0
    if batch:
        yield batch


def _rows(connection: Connection, effects: Effects, threads: Sequence[str]) -> list[Row]:
    columns = (
        claim.c.id,
        claim.c.item,
        claim.c.stage,
        claim.c.certainty,
        claim.c.mode,
        claim.c.least,
        claim.c.most,
        claim.c.happened,
    )
    chosen = (
        select(place, *columns, page.c.published)
        .join(claim, claim.c.id == place.c.claim_id)
        .join(page, page.c.id == place.c.page_id)
    )
    chosen = chosen.where(place.c.thread.in_(threads)).order_by(place.c.thread, place.c.day, place.c.page_id, place.c.position)
    found = connection.execute(chosen).mappings()
    return [effects.apply(row) if row["id"] in effects.corrected else row for row in found]


def _reviewed(parts: Sequence[Part], effects: Effects) -> list[Part]:
    """Carry out the splits and joins, each in the order in which it was decided."""
    left = list(parts)
    for verdict in effects.regroupings:
        if verdict.kind == "split":
            left = _split(left, set(verdict.claims), verdict.by)
        else:
            left = _joined(left, verdict.claims, verdict.others, verdict.by)
    return left


def _split(parts: Sequence[Part], taken: set[str], by: str) -> list[Part]:
    kept: list[Part] = []
    out: list[Member] = []
    until: dict[str, str] = {}
    for group, joins, ends in parts:
        out += [one for one in group.members if one.claim_id in taken]
        rest = [one for one in group.members if one.claim_id not in taken]
        until |= ends
        if rest:
            kept.append(
                (
                    _group(rest),
                    [_still(one, rest, taken) for one in joins if one.claim_id in {each.claim_id for each in rest[1:]}],
                    ends,
                )
            )
    if out:
        group = _group(out)
        first = group.members[0].claim_id
        kept.append(
            (
                group,
                [verdict_join(one.claim_id, first, "split", f"taken out together by {by}") for one in group.members[1:]],
                until,
            )
        )
    return kept


def _still(join: Join, rest: Sequence[Member], taken: set[str]) -> Join:
    """Keep a join whose other side was taken out, beside what is left first."""
    return replace(join, other=rest[0].claim_id) if join.other in taken else join


def _joined(parts: Sequence[Part], left: Sequence[str], right: Sequence[str], by: str) -> list[Part]:
    first, second = _holding(parts, left), _holding(parts, right)
    if first is None or second is None or first == second:
        return list(parts)
    group = _group([*parts[first][0].members, *parts[second][0].members])
    founder = group.members[0].claim_id
    known = {one.claim_id: one for one in (*parts[first][1], *parts[second][1])}
    joins = [
        known.get(one.claim_id) or verdict_join(one.claim_id, founder, "join", f"joined by {by}") for one in group.members[1:]
    ]
    rest = [part for number, part in enumerate(parts) if number not in {first, second}]
    return [*rest, (group, joins, parts[first][2] | parts[second][2])]


def _holding(parts: Sequence[Part], claims: Sequence[str]) -> int | None:
    """Find the group that holds the first of the claims that any group holds."""
    where = {one.claim_id: number for number, part in enumerate(parts) for one in part[0].members}
    return next((where[one] for one in claims if one in where), None)


def _group(members: Sequence[Member]) -> Group:
    group = Group()
    for member in sorted(members, key=lambda one: (one.day, one.page_id, one.position)):
        group.take(member)
    return group


class _Writer:
    """Collects the rows of deals and writes them in bulk."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.rows: dict[str, list[dict[str, Any]]] = {"deal": [], "deal_kind": [], "deal_state": [], "link": []}

    def write(self, group: Group, joins: Sequence[Join], until: dict[str, str]) -> None:
        """Take one deal."""
        first = group.members[0]
        name = deal_id(first.claim_id)
        supplier, recipient, category = thread_ends(first.thread)
        self.rows["deal"].append(
            {"id": name, "thread": first.thread, "supplier": supplier, "recipient": recipient, "category": category,
             "first_day": first.day, "last_day": group.members[-1].day}
        )  # fmt: skip
        self._kinds(name, group)
        self._states(name, group, until)
        reasons = {one.claim_id: one for one in joins}
        self.rows["link"] += [_link_row(one.claim_id, name, reasons.get(one.claim_id)) for one in group.members]
        if len(self.rows["link"]) >= FETCH:
            self.flush()

    def _kinds(self, name: str, group: Group) -> None:
        seen: dict[str, str] = {}
        for member in group.members:
            if member.family is not None:
                seen.setdefault(member.family, member.day)
        self.rows["deal_kind"] += [{"deal_id": name, "name": family, "day": day} for family, day in seen.items()]

    def _states(self, name: str, group: Group, until: dict[str, str]) -> None:
        found = list(states(group.members, until))
        for one, following in zip(found, [*(each.day for each in found[1:]), None], strict=True):
            self.rows["deal_state"].append(
                {"deal_id": name, "day": one.day, "until": following, "stage": one.stage, "contested": int(one.contested), "claims": one.claims,
                 "pages": one.pages, "origins": one.origins, "independent": one.independent}
            )  # fmt: skip

    def flush(self) -> None:
        """Write what was collected."""
        for table in (deal, deal_kind, deal_state, link_table):
            if self.rows[table.name]:
                self.connection.execute(insert(table), self.rows[table.name])
        for rows in self.rows.values():
            rows.clear()


def _link_row(claim_id: str, name: str, join: Join | None) -> dict[str, Any]:
    """Write why a claim stands in a deal; the first claim of a deal joined nothing."""
    if join is None:
        return {"claim_id": claim_id, "deal_id": name, "other": None, "weight": None, "findings": None}
    findings = json.dumps(
        [[one.sign, one.weight, one.reason] for one in join.findings], ensure_ascii=False, separators=(",", ":")
    )
    return {"claim_id": claim_id, "deal_id": name, "other": join.other, "weight": join.weight, "findings": findings}
