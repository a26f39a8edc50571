"""The Python interface of the ledger: `Ledger` writes, its `view` answers.

`add` keeps pages and returns when they are on disk; derived rows follow with `settle`, which `add_all` and every verdict call themselves.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from reportedly.ledger.check import check
from reportedly.ledger.derive import rebuild, settle
from reportedly.ledger.filters import Filters
from reportedly.ledger.move import back_up, restore
from reportedly.ledger.review import parse_quantity
from reportedly.ledger.store import Added, Store
from reportedly.ledger.view import View
from reportedly.model.claim import CATEGORIES, CERTAINTIES, MODES, STAGES, Claim
from reportedly.model.deal import Contradiction, Deal, Drift, Event, Join, OriginSummary
from reportedly.model.errors import UsageError
from reportedly.model.page import Page
from reportedly.model.reading import Failure, Reading
from reportedly.model.verdict import CORRECTABLE, Verdict
from reportedly.model.when import When

SETTLE_EVERY = 500
"""Pages after which `add_all` renews the derived rows, so that readers of a long run see something."""
ALLOWED = {"category": CATEGORIES, "mode": MODES, "stage": STAGES, "certainty": CERTAINTIES}


class Ledger:
    """A ledger that one process writes to; use it as a context manager. Other processes may read, and write in turn."""

    def __init__(self, place: str | None = None) -> None:
        """Open or make a ledger: a file for SQLite or a PostgreSQL URL; None takes `REPORTEDLY_LEDGER`, else `reportedly.db`.

        Raises: UsageError: the place cannot be a ledger.
        """
        self.store = Store(place)
        self.place = place

    def close(self) -> None:
        """Give back the connections."""
        self.store.close()

    def __enter__(self) -> Self:
        """Use as a context manager."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the ledger."""
        self.close()

    def view(self) -> View:
        """Open the read-only view, after renewing what is pending."""
        self.settle()
        return View(self.place)

    def add(self, item: Reading | Failure) -> Added:
        """Keep one page with its claims, or one failure; returns when it is on disk. Call `settle` (or `view`) when deals are to follow."""
        return self.store.add(item)

    def add_all(self, items: Iterable[Reading | Failure]) -> Iterator[Added]:
        """Keep pages one by one, each in a transaction of its own; deals follow every 500 pages and at the end."""
        number = 0
        try:
            for number, item in enumerate(items, 1):
                yield self.add(item)
                if number % SETTLE_EVERY == 0:
                    self.settle()
        finally:
            self.settle()

    def settle(self) -> int:
        """Renew the derived rows that new pages and verdicts touch. Returns: how many pages were pending."""
        return settle(self.store.engine)

    def rebuild(self) -> int:
        """Throw all derived rows away and make them again. Returns: how many pages there are."""
        return rebuild(self.store.engine)

    def check(self) -> list[str]:
        """Verify every invariant. Returns: one line for each that does not hold; empty where all do."""
        return check(self.store.engine)

    def back_up(self, file: str | Path) -> int:
        """Write all base rows into a new SQLite ledger. Returns: how many pages. Raises: UsageError: the file is there already."""
        return back_up(self.store.engine, Path(file))

    def restore(self, file: str | Path) -> int:
        """Take all base rows out of a backup into this ledger, which must be empty. Returns: how many pages. Raises: UsageError: it is not, or the file is no backup."""
        count = restore(self.store.engine, Path(file))
        self.rebuild()
        return count

    def accept(self, name: str, *, by: str, why: str = "") -> Verdict:
        """Find a claim, or all claims of a deal, right. Raises: UsageError: there is none of that id."""
        return self._decide(Verdict("accept", name, by, _now(), why, self.claims_of(name)))

    def reject(self, name: str, *, by: str, why: str = "") -> Verdict:
        """Let a claim, or all claims of a deal, count no more. Raises: UsageError: there is none of that id."""
        return self._decide(Verdict("reject", name, by, _now(), why, self.claims_of(name)))

    def correct(self, claim: str, field: str, value: str | None, *, by: str, why: str = "") -> Verdict:
        """Give a field of a claim another value, None to empty it; what the machine read is kept. Raises: UsageError: no such claim, field or value."""
        check_correction(field, value)
        claims = self.claims_of(claim)
        if claims != (claim,):
            raise UsageError(f"{claim} is a deal; correct its claims one by one")
        return self._decide(Verdict("correct", claim, by, _now(), why, claims, field=field, value=value))

    def join(self, deal: str, other: str, *, by: str, why: str = "") -> Verdict:
        """Make two deals one, for good. Raises: UsageError: no such deal, or both are one already."""
        left, right = self.claims_of(deal), self.claims_of(other)
        if set(left) & set(right):
            raise UsageError(f"{deal} and {other} are one deal already")
        return self._decide(Verdict("join", deal, by, _now(), why, left, right))

    def split(self, deal: str, claims: Iterable[str], *, by: str, why: str = "") -> Verdict:
        """Take claims out of a deal; they make one of their own, for good. Raises: UsageError: a claim is not in the deal, or none would be left."""
        held, taken = self.claims_of(deal), tuple(claims)
        strange = set(taken) - set(held)
        if strange or not taken or set(taken) == set(held):
            raise UsageError(
                f"{min(strange) if strange else 'all or none of the claims'}: name some, not all, claims of deal {deal}"
            )
        return self._decide(Verdict("split", deal, by, _now(), why, taken))

    def undo(self, verdict: str, *, by: str, why: str = "") -> Verdict:
        """Let an earlier verdict count no more. Raises: UsageError: there is none of that id."""
        with View(self.place) as view:
            known = {one.id: one for one in view.verdicts()}
        if verdict not in known:
            raise UsageError(f"no verdict {verdict!r}; list them with: reportedly verdict list")
        return self._decide(Verdict("undo", verdict, by, _now(), why), (*known[verdict].claims, *known[verdict].others))

    def _decide(self, verdict: Verdict, claims: Iterable[str] = ()) -> Verdict:
        named = {*verdict.claims, *verdict.others, *claims}
        with View(self.place) as view:
            pages = view.pages_of(named)
        self.store.decide(verdict, pages)
        self.settle()
        return verdict

    def deals(self, filters: Filters | None = None) -> list[Deal]:
        """Ask the view: list the deals that fit, those reported last first. Raises: as `View.deals`."""
        with self.view() as view:
            return view.deals(filters)

    def deal(self, name: str, as_of: str | None = None) -> Deal:
        """Ask the view: give one deal by its id, or by the id of a claim in it. Raises: as `View.deal`."""
        with self.view() as view:
            return view.deal(name, as_of)

    def events(self, deal_id: str, as_of: str | None = None) -> list[Event]:
        """Ask the view: give the events of a deal, as reported. Raises: as `View.events`."""
        with self.view() as view:
            return view.events(deal_id, as_of)

    def joins(self, deal_id: str) -> list[Join]:
        """Ask the view: give why each claim of a deal stands in it. Raises: as `View.joins`."""
        with self.view() as view:
            return view.joins(deal_id)

    def origins(self, name: str, as_of: str | None = None) -> list[OriginSummary]:
        """Ask the view: count whose word a deal or page rests on. Raises: as `View.origins`."""
        with self.view() as view:
            return view.origins(name, as_of)

    def drift(self, name: str) -> tuple[str | None, list[Drift]]:
        """Ask the view: say what a page changed of the page that it retells. Raises: as `View.drift`."""
        with self.view() as view:
            return view.drift(name)

    def copy_of(self, name: str) -> tuple[str, float] | None:
        """Ask the view: give the original of a near-copy and how alike the two are. Raises: as `View.copy_of`."""
        with self.view() as view:
            return view.copy_of(name)

    def pages(self, filters: Filters | None = None) -> list[dict[str, Any]]:
        """Ask the view: list pages without their text, the latest first. Raises: as `View.pages`."""
        with self.view() as view:
            return view.pages(filters)

    def page(self, name: str) -> Reading:
        """Ask the view: give a page with its claims as they were read. Raises: as `View.page`."""
        with self.view() as view:
            return view.page(name)

    def claims_of(self, name: str) -> tuple[str, ...]:
        """Ask the view: name the claims of a claim id or a deal id. Raises: as `View.claims_of`."""
        with self.view() as view:
            return view.claims_of(name)

    def failures(self) -> list[Failure]:
        """Ask the view: list the inputs that could not be read. Raises: as `View.failures`."""
        with self.view() as view:
            return view.failures()

    def verdicts(self) -> list[Verdict]:
        """Ask the view: list all verdicts, undone ones included. Raises: as `View.verdicts`."""
        with self.view() as view:
            return view.verdicts()

    def stats(self) -> dict[str, int]:
        """Ask the view: count what the ledger holds. Raises: as `View.stats`."""
        with self.view() as view:
            return view.stats()

    def claims(self, filters: Filters | None = None) -> list[tuple[Claim, Page, str]]:
        """Ask the view: give the live claims that fit with their page and the id of their deal."""
        with self.view() as view:
            return list(view.claims(filters))

    def contradictions(self, filters: Filters | None = None) -> list[tuple[Deal, Contradiction]]:
        """Ask the view: find contradictions and reversals in the deals that fit."""
        with self.view() as view:
            return list(view.contradictions(filters))


def check_correction(field: str, value: str | None) -> None:
    """Refuse a correction that no claim can have.

    Raises: UsageError: the field cannot be corrected, or not to that value.
    """
    if field not in CORRECTABLE:
        raise UsageError(f"{field} cannot be corrected; these can: {', '.join(CORRECTABLE)}")
    if field in ALLOWED and value not in ALLOWED[field]:
        raise UsageError(f"{field} {value!r} is none of {', '.join(ALLOWED[field])}")
    try:
        if field == "when" and value is not None:
            When.parse(value)
        if field == "quantity":
            parse_quantity(value)
    except ValueError as error:
        raise UsageError(f"{field} {value!r}: {error}") from error


def _now() -> str:
    return datetime.now(tz=UTC).isoformat(timespec="microseconds")


__all__ = ["Added", "Filters", "Ledger", "View"]
