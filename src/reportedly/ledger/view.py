"""The read-only view of a ledger: every question is answered here, so that the command line, exports and the web cannot disagree.

A view reads derived rows and never makes them; `pending` says how many pages still wait for theirs. With `as_of` every answer rests on the pages that had come out
by that day (the end of `published`; a page without a date counts from the day on which it was added), and on the revisions of that day.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Self

from sqlalchemy import ColumnElement, Select, and_, exists, func, literal_column, or_, select, text

from reportedly.ledger.connect import reading
from reportedly.ledger.deals import thread_ends
from reportedly.ledger.drift import find_drift
from reportedly.ledger.events import build_events, summarise
from reportedly.ledger.filters import Filters, day_of
from reportedly.ledger.frame import Library, to_frame
from reportedly.ledger.grades import load_reliability
from reportedly.ledger.likeness import words_of
from reportedly.ledger.origins import usual_outlet
from reportedly.ledger.review import Effects
from reportedly.ledger.rows import Row, claim_of, declined_of, page_of
from reportedly.ledger.store import open_for_reading, read_verdicts
from reportedly.ledger.tables import claim, copy, deal, deal_kind, deal_state, failure, link, page, pending, place
from reportedly.ledger.timeline import as_reported, find_contradictions
from reportedly.model.claim import Claim
from reportedly.model.deal import Contradiction, Deal, DealState, Drift, Event, Finding, Join, OriginSummary
from reportedly.model.errors import UsageError
from reportedly.model.page import Page
from reportedly.model.reading import Failure, Reading
from reportedly.model.verdict import Verdict

FIRST = 6
"""Least letters of the beginning of an id that stands for the whole of it."""


class View:
    """Answers questions about a ledger; its connections cannot write."""

    def __init__(self, place: str | None = None, *, reliability: str | None = None) -> None:
        """Open a ledger for reading.

        Raises: UsageError: there is none, or its schema is not ours.
        """
        self.engine = open_for_reading(place)
        self.reliability = load_reliability(reliability)

    def close(self) -> None:
        """Give back the connections."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        """Use as a context manager."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the view."""
        self.close()

    def deals(self, filters: Filters | None = None) -> list[Deal]:
        """List the deals that fit, those reported last first."""
        filters = filters or Filters()
        chosen = _deals(filters)
        with reading(self.engine) as connection:
            if filters.search is not None:
                chosen = chosen.where(self._searched(filters))
            rows = connection.execute(chosen).mappings().all()
            return self._with_families(connection, rows, filters.as_of_day)

    def _with_families(self, connection: Any, rows: Sequence[Row], as_of: str | None) -> list[Deal]:
        names: dict[str, list[str]] = {}
        for start in range(0, len(rows), 500):
            part = [row["id"] for row in rows[start : start + 500]]
            found = select(deal_kind).where(deal_kind.c.deal_id.in_(part)).order_by(deal_kind.c.day, deal_kind.c.name)
            if as_of is not None:
                found = found.where(deal_kind.c.day <= as_of)
            for one in connection.execute(found):
                names.setdefault(one.deal_id, []).append(one.name)
        return [_deal(row, tuple(names.get(row["id"], ()))) for row in rows]

    def _searched(self, filters: Filters) -> ColumnElement[bool]:
        """Say which deals have a claim on a page with all words."""
        hit = select(link.c.deal_id).join(place, place.c.claim_id == link.c.claim_id).join(page, page.c.id == place.c.page_id)
        hit = hit.where(page.c.seq.in_(self._hits(filters.search or "")))
        if filters.as_of_day is not None:
            hit = hit.where(place.c.day <= filters.as_of_day, or_(place.c.until.is_(None), place.c.until > filters.as_of_day))
        return deal.c.id.in_(hit)

    def _hits(self, search: str) -> Select[Any]:
        """Select the numbers of the pages with all words of a search, each the beginning of a word.

        Raises: UsageError: there is no word in it.
        """
        words = words_of(search)
        if not words:
            raise UsageError(f"--search {search!r} has no word")
        if self.engine.dialect.name == "postgresql":
            wanted = " & ".join(f"{word}:*" for word in words)
            return (
                select(literal_column("seq"))
                .select_from(text("page_search"))
                .where(text("words @@ to_tsquery('simple', :wanted)").bindparams(wanted=wanted))
            )
        wanted = " ".join(f'"{word}"*' for word in words)
        return (
            select(literal_column("rowid"))
            .select_from(text("page_search"))
            .where(text("page_search MATCH :wanted").bindparams(wanted=wanted))
        )

    def deal(self, name: str, as_of: str | None = None) -> Deal:
        """Give one deal by its id, by the beginning of it, or by the id of a claim in it.

        Raises: UsageError: there is none, or several begin so, or it had not come out by `as_of`.
        """
        day = day_of(as_of, "--as-of", last=True)
        with reading(self.engine) as connection:
            chosen = self._find_deal(connection, name)
            rows = connection.execute(_deals(Filters(as_of=as_of)).where(deal.c.id == chosen)).mappings().all()
            if not rows:
                raise UsageError(
                    f"deal {name} is not known from pages {'that count' if as_of is None else f'published by {as_of}'}"
                )
            return self._with_families(connection, rows, day)[0]

    def _find_deal(self, connection: Any, name: str) -> str:
        held = connection.execute(select(link.c.deal_id).where(link.c.claim_id == name)).scalar()
        if held is not None:
            return str(held)
        return _by_beginning(connection, deal.c.id, name, "deal")

    def events(self, deal_id: str, as_of: str | None = None) -> list[Event]:
        """Give the events of a deal, as reported."""
        with reading(self.engine) as connection:
            return as_reported(self._events(connection, link.c.deal_id == deal_id, as_of))

    def _events(self, connection: Any, which: ColumnElement[bool], as_of: str | None) -> list[Event]:
        day = day_of(as_of, "--as-of", last=True)
        columns = [one for one in claim.c if one.name not in {"basis", "page_id", "position"}]
        chosen = select(place, link.c.deal_id, page.c.published, page.c.outlet, *columns)
        chosen = (
            chosen.join(claim, claim.c.id == place.c.claim_id)
            .join(page, page.c.id == place.c.page_id)
            .join(link, link.c.claim_id == place.c.claim_id)
        )
        chosen = chosen.where(which, _live(day)).order_by(place.c.day, place.c.page_id, place.c.position)
        effects = Effects.of(read_verdicts(connection))
        rows = [effects.apply(row) for row in connection.execute(chosen).mappings()]
        return build_events(rows, self.reliability)

    def claims_of(self, name: str) -> tuple[str, ...]:
        """Name the claims of a claim id or a deal id, in the order of their ids.

        Raises: UsageError: there is none of that id.
        """
        with reading(self.engine) as connection:
            if connection.execute(select(claim.c.id).where(claim.c.id == name)).first() is not None:
                return (name,)
            chosen = self._find_deal(connection, name)
            return tuple(
                connection.execute(select(link.c.claim_id).where(link.c.deal_id == chosen).order_by(link.c.claim_id)).scalars()
            )

    def pages_of(self, claims: Iterable[str]) -> list[str]:
        """Name the pages of claims."""
        with reading(self.engine) as connection:
            return [connection.execute(select(claim.c.page_id).where(claim.c.id == one)).scalar_one() for one in sorted(claims)]

    def origins(self, name: str, as_of: str | None = None) -> list[OriginSummary]:
        """Count, for a deal or a page, whose word it rests on: the origins with their pages, those that vouch for it first."""
        try:
            events = self.events(self.deal(name, as_of).id, as_of)
        except UsageError:
            events = self.page_events(name, as_of)
        return summarise(events)

    def copy_of(self, name: str) -> tuple[str, float] | None:
        """Give the original of a near-copy and how alike the two are; None where a page is none."""
        with reading(self.engine) as connection:
            row = connection.execute(select(copy).where(copy.c.page_id == self._find_page(connection, name))).first()
        return None if row is None else (str(row.original), float(row.likeness))

    def drift(self, name: str) -> tuple[str | None, list[Drift]]:
        """Say what a page changed of the page that it retells: its near-copy's original, else the last earlier page of a medium that it credits and that shares a deal with it.

        Returns: the id of that page (None where the ledger has none), and the changes.
        """
        found = self.copy_of(name)
        with reading(self.engine) as connection:
            chosen = self._find_page(connection, name)
            original = found[0] if found else self._credited(connection, chosen)
            if original is None:
                return None, []
            return original, find_drift(*(self._with_ends(connection, one) for one in (original, chosen)))

    def _credited(self, connection: Any, name: str) -> str | None:
        """Find the last earlier page of a medium that a page credits, where the two share a deal."""
        row = connection.execute(select(page).where(page.c.id == name)).mappings().one()
        wanted = {usual_outlet(one) for one in json.loads(row["cites"])}
        mine = select(link.c.deal_id).join(place, place.c.claim_id == link.c.claim_id).where(place.c.page_id == name)
        shared = (
            select(place.c.page_id)
            .join(link, link.c.claim_id == place.c.claim_id)
            .where(link.c.deal_id.in_(mine), place.c.page_id != name)
        )
        others = (
            select(page.c.id, page.c.outlet)
            .where(page.c.id.in_(shared), page.c.day <= row["day"])
            .order_by(page.c.day.desc(), page.c.id)
        )
        return next(
            (str(one.id) for one in connection.execute(others) if one.outlet and usual_outlet(one.outlet) in wanted), None
        )

    def _with_ends(self, connection: Any, name: str) -> list[tuple[tuple[str | None, str | None, str], Event]]:
        found = connection.execute(select(place.c.claim_id, place.c.thread).where(place.c.page_id == name))
        rows = {row.claim_id: row.thread for row in found}
        return [(thread_ends(rows[one.claim_id]), one) for one in self._events(connection, place.c.page_id == name, None)]

    def joins(self, deal_id: str) -> list[Join]:
        """Give why each claim of a deal stands in it; the claim that founded it has no reason to give."""
        chosen = select(link).where(link.c.deal_id == deal_id, link.c.other.is_not(None)).order_by(link.c.claim_id)
        with reading(self.engine) as connection:
            return [
                Join(row.claim_id, row.other, row.weight, tuple(Finding(*one) for one in json.loads(row.findings)))
                for row in connection.execute(chosen)
            ]

    def page_events(self, name: str, as_of: str | None = None) -> list[Event]:
        """Give the events of one page."""
        with reading(self.engine) as connection:
            return self._events(connection, place.c.page_id == self._find_page(connection, name), as_of)

    def contradictions(self, filters: Filters | None = None) -> Iterator[tuple[Deal, Contradiction]]:
        """Find contradictions and reversals in the deals that fit."""
        filters = filters or Filters()
        for one in self.deals(filters):
            for found in find_contradictions(self.events(one.id, filters.as_of)):
                yield one, found

    def pages(self, filters: Filters | None = None) -> list[dict[str, Any]]:
        """List pages without their text, the latest first; `since`, `until`, `as_of`, `search` and `limit` of the filters count."""
        filters = filters or Filters()
        columns = [
            page.c[name]
            for name in ("id", "name", "revision", "url", "outlet", "published", "day", "language", "title", "story", "added_at")
        ]
        number = select(func.count()).select_from(claim).where(claim.c.page_id == page.c.id).scalar_subquery().label("claims")
        chosen = select(*columns, number).order_by(page.c.day.desc(), page.c.seq.desc()).limit(filters.limit)
        for day, test in (
            (filters.since_day, page.c.day.__ge__),
            (filters.until_day, page.c.day.__lt__),
            (filters.as_of_day, page.c.day.__le__),
        ):
            if day is not None:
                chosen = chosen.where(test(day))
        if filters.search is not None:
            chosen = chosen.where(page.c.seq.in_(self._hits(filters.search)))
        with reading(self.engine) as connection:
            return [dict(row) for row in connection.execute(chosen).mappings()]

    def page(self, name: str) -> Reading:
        """Give a page with its claims and declined sentences as they were read, by its id, the beginning of it, or the name that its source gave it (the last revision).

        Raises: UsageError: there is none.
        """
        with reading(self.engine) as connection:
            chosen = self._find_page(connection, name)
            row = connection.execute(select(page).where(page.c.id == chosen)).mappings().one()
            claims = connection.execute(select(claim).where(claim.c.page_id == chosen).order_by(claim.c.position)).mappings()
            return Reading(page_of(row), tuple(claim_of(one, row["text"]) for one in claims), declined_of(row))

    def _find_page(self, connection: Any, name: str) -> str:
        named = select(page.c.id).where(or_(page.c.name == name, page.c.url == name)).order_by(page.c.revision.desc()).limit(1)
        found = connection.execute(named).scalar()
        return str(found) if found is not None else _by_beginning(connection, page.c.id, name, "page")

    def claims(self, filters: Filters | None = None) -> Iterator[tuple[Claim, Page, str]]:
        """Give the live claims that fit with their page (without its text) and the id of their deal, corrections of analysts applied."""
        filters = filters or Filters()
        pages = [
            literal_column("''").label("of_text") if one.name == "text" else one.label(f"of_{one.name}")
            for one in page.c
            if one.name != "signature"
        ]
        chosen = (
            select(claim, link.c.deal_id, *pages)
            .join(place, place.c.claim_id == claim.c.id)
            .join(page, page.c.id == claim.c.page_id)
        )
        chosen = chosen.join(link, link.c.claim_id == claim.c.id).where(*_claim_tests(filters), _live(filters.as_of_day))
        if filters.search is not None:
            chosen = chosen.where(page.c.seq.in_(self._hits(filters.search)))
        chosen = chosen.order_by(place.c.day.desc(), place.c.page_id, place.c.position).limit(filters.limit)
        with reading(self.engine) as connection:
            effects = Effects.of(read_verdicts(connection))
            for row in connection.execute(chosen).mappings():
                owner = {name.removeprefix("of_"): value for name, value in row.items() if name.startswith("of_")}
                yield claim_of(effects.apply(row)), page_of(owner), row["deal_id"]

    def to_frame(self, verb: str = "deals", *arguments: Any, library: Library = "pandas", **options: Any) -> Any:
        """Make a data frame of what a question (`deals`, `events`, `origins`, `failures`) answers. Raises: UsageError: the library is not installed."""
        return to_frame(getattr(self, verb)(*arguments, **options), library)

    def failures(self) -> list[Failure]:
        """List the inputs that could not be read, in the order in which they failed."""
        with reading(self.engine) as connection:
            return [
                Failure(row.place, row.reason, row.advice) for row in connection.execute(select(failure).order_by(failure.c.seq))
            ]

    def verdicts(self) -> list[Verdict]:
        """List all verdicts in the order in which they were given, undone ones included."""
        with reading(self.engine) as connection:
            return read_verdicts(connection)

    def stats(self) -> dict[str, int]:
        """Count what the ledger holds."""
        tables = {"pages": page, "claims": claim, "deals": deal, "failures": failure, "pending": pending}
        with reading(self.engine) as connection:
            counts = {
                name: connection.execute(select(func.count()).select_from(table)).scalar_one() for name, table in tables.items()
            }
            return counts | {"verdicts": len(read_verdicts(connection))}


def _by_beginning(connection: Any, column: Any, name: str, what: str) -> str:
    """Find the one id that begins with `name`.

    Raises: UsageError: none or several do.
    """
    found = (
        list(connection.execute(select(column).where(column >= name, column < name + "g").limit(2)).scalars())
        if len(name) >= FIRST
        else []
    )
    if len(found) == 1:
        return str(found[0])
    reason = "no" if not found else "more than one"
    raise UsageError(f"{reason} {what} {name!r}; list them with: reportedly {what}s")


def _live(day: str | None) -> ColumnElement[bool]:
    """Say which placed claims count on a day; None: today."""
    if day is None:
        return place.c.until.is_(None)
    return and_(place.c.day <= day, or_(place.c.until.is_(None), place.c.until > day))


def _deals(filters: Filters) -> Select[Any]:
    """Select deals with their state on the day asked for."""
    day = filters.as_of_day
    state = [one.label(f"state_{one.name}") for one in deal_state.c if one.name not in {"deal_id", "until"}]
    chosen = select(deal, *state).join(deal_state, deal_state.c.deal_id == deal.c.id).where(deal_state.c.claims > 0)
    if day is None:
        chosen = chosen.where(deal_state.c.until.is_(None))
    else:
        chosen = chosen.where(
            deal_state.c.day <= day, or_(deal_state.c.until.is_(None), deal_state.c.until > day), deal.c.first_day <= day
        )
    for name in ("supplier", "recipient", "category"):
        if getattr(filters, name) is not None:
            chosen = chosen.where(deal.c[name] == getattr(filters, name))
    if filters.stage is not None:
        chosen = chosen.where(deal_state.c.stage == filters.stage)
    if filters.family is not None:
        named = and_(deal_kind.c.deal_id == deal.c.id, deal_kind.c.name == filters.family)
        chosen = chosen.where(exists().where(named if day is None else and_(named, deal_kind.c.day <= day)))
    if filters.since_day is not None:
        chosen = chosen.where(deal_state.c.day >= filters.since_day)
    if filters.until_day is not None:
        chosen = chosen.where(deal.c.first_day < filters.until_day)
    if filters.min_origins:
        chosen = chosen.where(deal_state.c.independent >= filters.min_origins)
    return chosen.order_by(deal_state.c.day.desc(), deal.c.id).limit(filters.limit)


def _claim_tests(filters: Filters) -> Iterator[ColumnElement[bool]]:
    for name in ("supplier", "recipient", "category", "stage", "certainty"):
        if getattr(filters, name) is not None:
            yield claim.c[name] == getattr(filters, name)
    if filters.family is not None:
        yield place.c.kind == filters.family
    if filters.since_day is not None:
        yield place.c.day >= filters.since_day
    if filters.until_day is not None:
        yield place.c.day < filters.until_day


def _deal(row: Row, families: tuple[str, ...]) -> Deal:
    state = DealState(
        row["state_day"], row["state_stage"], bool(row["state_contested"]), row["state_claims"], row["state_pages"], row["state_origins"],
        row["state_independent"],
    )  # fmt: skip
    return Deal(
        row["id"], row["supplier"], row["recipient"], row["category"], families, row["first_day"], row["state_day"], state
    )
