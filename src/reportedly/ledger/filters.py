"""What a user asks for, checked before the database is."""

from dataclasses import dataclass

from reportedly.ledger.kinds import family_of
from reportedly.model.claim import CATEGORIES, CERTAINTIES, STAGES
from reportedly.model.errors import UsageError
from reportedly.model.when import When


@dataclass(frozen=True, slots=True)
class Filters:
    """Which deals or claims to list; None leaves a field open.

    `supplier` and `recipient` are codes as claims write them, `designation` any name of a type; `since` (inclusive) and `until` (exclusive) bound the days of reports, `as_of` is the last day
    whose pages count, all EDTF; `search` words must stand in a page of the deal (as beginnings of words). Raises: UsageError: a value is none that can be.
    """

    supplier: str | None = None
    recipient: str | None = None
    category: str | None = None
    designation: str | None = None
    stage: str | None = None
    certainty: str | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    min_origins: int = 0
    search: str | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no claim can have."""
        for name, allowed in (("category", CATEGORIES), ("stage", STAGES), ("certainty", CERTAINTIES)):
            value = getattr(self, name)
            if value is not None and value not in allowed:
                raise UsageError(f"--{name} {value!r} is none of {', '.join(allowed)}")
        for name in ("since", "until", "as_of"):
            day_of(getattr(self, name), f"--{name.replace('_', '-')}")

    @property
    def as_of_day(self) -> str | None:
        """The last day whose pages count; None for all."""
        return day_of(self.as_of, "--as-of", last=True)

    @property
    def since_day(self) -> str | None:
        """The first day of reports to list."""
        return day_of(self.since, "--since")

    @property
    def until_day(self) -> str | None:
        """The day before which a deal must have been reported first."""
        return day_of(self.until, "--until")

    @property
    def family(self) -> str | None:
        """The family of the designation."""
        return None if self.designation is None else family_of(self.designation)


def day_of(edtf: str | None, name: str, *, last: bool = False) -> str | None:
    """Turn an EDTF date into its first day (`last`: its last), `YYYY-MM-DD`; None stays None.

    Raises: UsageError: it is no date that is bounded on that side.
    """
    if edtf is None:
        return None
    try:
        when = When.parse(edtf)
    except ValueError as error:
        raise UsageError(f"{name} {edtf!r} is no EDTF date; write it as 2024-01-04, 2024-01 or 2024") from error
    if when.start is None or when.end is None:
        raise UsageError(f"{name} {edtf!r} is open; write a day, month or year")
    return str(when.end.fromordinal(when.end.toordinal() - 1) if last else when.start)
