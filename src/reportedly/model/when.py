"""When: the days that a report could mean, made from an EDTF date, and never its first day alone.

Vocabulary: *EDTF* is the Extended Date/Time Format of ISO 8601-2 (https://www.loc.gov/standards/datetime/); a *part of a year*
is its month-like number 21-41 (seasons, quarters, thirds, halves); a *mask* is the letter X for a digit that is not known; an
*end* is one side of an interval `a/b`, where `..` or nothing leaves it open.

Order: interval or single date -> qualifiers `?~%` off -> year with its mask -> month or part of the year -> day -> half-open
days. Read are EDTF level 0 and 1 with the level 2 parts of the year and masked years, in the years 1 to 9999. Conventions of
our own:
- winter (24, 28) begins in December of its year and ends in February: "last winter" said in April 2025 is `2024-24`;
- a date without its year (`XXXX-12`) covers no known days, yet keeps its month;
- a qualifier changes nothing about the days.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

Bounds = tuple[date | None, date | None]

PARTS: dict[int, tuple[int, int]] = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip
"""Part of the year -> its first month and its length in months (ISO 8601-2, 4.8; seasons by the meteorological calendar)."""

_DATE = re.compile(
    r"[?~%]?(?P<year>[0-9X]{4})[?~%]?"
    r"(?:-[?~%]?(?P<month>[0-9]{2}|XX)[?~%]?(?:-[?~%]?(?P<day>[0-9]{2}|XX)[?~%]?(?:T[0-9:.]+(?:Z|[+-][0-9:]{2,5})?)?)?)?"
)


@dataclass(frozen=True, slots=True)
class When:
    """Days a report could mean: `[start, end)`, where `end` is the first day *after*; None is an open or unknown side.

    `edtf` is the date as written and is what leaves the program. `==` compares all three, so `2024` and `2024~` differ.
    """

    start: date | None
    end: date | None
    edtf: str

    @classmethod
    def parse(cls, edtf: str) -> "When":
        """Read an EDTF date or interval.

        Raises: ValueError: `edtf` is no EDTF of the kinds named above, is no day of the calendar, or runs backwards.
        """
        if "/" not in edtf:
            start, end = _bounds(edtf, edtf)
            return cls(start, end, edtf)
        first, _, last = edtf.partition("/")
        if _is_open(first) and _is_open(last):
            raise ValueError(f"{edtf!r} is open on both sides")
        start = None if _is_open(first) else _bounds(first, edtf)[0]
        end = None if _is_open(last) else _bounds(last, edtf)[1]
        if start is not None and end is not None and end <= start:
            raise ValueError(f"{edtf!r} ends before it begins")
        return cls(start, end, edtf)

    @classmethod
    def of_days(cls, start: date, end: date) -> "When":
        """Write the days `[start, end)` in the shortest EDTF: a year, a month, a day, or else an interval of days.

        Raises: ValueError: there is no day in `[start, end)`.
        """
        if end <= start:
            raise ValueError(f"no day lies between {start} and {end}")
        last = end - timedelta(days=1)
        for edtf in (f"{start.year:04}", f"{start.year:04}-{start.month:02}", start.isoformat()):
            if _bounds(edtf, edtf) == (start, end):
                return cls(start, end, edtf)
        return cls(start, end, f"{start.isoformat()}/{last.isoformat()}")

    @property
    def known(self) -> bool:
        """Whether at least one side is bounded by a known day."""
        return self.start is not None or self.end is not None

    @property
    def month(self) -> int | None:
        """The month (1-12) of a single date that names one, also where its year is unknown; None for all else."""
        found = _DATE.fullmatch(self.edtf)
        digits = found["month"] if found else None
        return int(digits) if digits and digits != "XX" and int(digits) <= 12 else None

    def surely_before(self, other: "When") -> bool:
        """Say whether every day of this lies before every day of `other`; False wherever a needed side is not known."""
        return self.end is not None and other.start is not None and self.end <= other.start

    def overlaps(self, other: "When") -> bool:
        """Say whether the two could mean the same day; an unknown side excludes nothing, but two different months do."""
        if self.surely_before(other) or other.surely_before(self):
            return False
        if self.known and other.known:
            return True
        return self.month is None or other.month is None or self.month == other.month

    def __str__(self) -> str:
        """Write the date as EDTF."""
        return self.edtf


def _is_open(side: str) -> bool:
    """Say whether one side of an interval is open (`..`) or unknown (nothing)."""
    return side in {"", ".."}


def _bounds(single: str, whole: str) -> Bounds:
    """Give the half-open days of one date without a slash; `whole` is for the message."""
    found = _DATE.fullmatch(single)
    if found is None:
        raise ValueError(f"{whole!r} is not an EDTF date that we read: {single!r}")
    year, month, day = found["year"], found["month"], found["day"]
    if (day and day != "XX" and month == "XX") or not re.fullmatch("[0-9]*X*", year):
        raise ValueError(f"{whole!r} leaves a larger unit open than the one it names")
    _check_place(month, day, whole)
    if "X" in year:
        return _decades(year) if month is None and year != "XXXX" else (None, None)
    return _year_bounds(int(year), month, day, whole)


def _check_place(month: str | None, day: str | None, whole: str) -> None:
    """Refuse a month, part of the year or day that no calendar has."""
    number = int(month) if month and month != "XX" else None
    if number is not None and not (1 <= number <= 12 or number in PARTS):
        raise ValueError(f"{whole!r} has no month or part of a year {number:02}")
    if day and number in PARTS:
        raise ValueError(f"{whole!r} gives a day to a part of a year")
    if day and day != "XX":
        date(2000, number or 1, int(day))


def _decades(year: str) -> Bounds:
    """Give the years that a mask such as `199X` or `19XX` leaves open."""
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return date(max(first, 1), 1, 1), _first_of(last + 1, 1)


def _year_bounds(year: int, month: str | None, day: str | None, whole: str) -> Bounds:
    """Give the days of a date whose year is known."""
    if year == 0:
        raise ValueError(f"{whole!r}: years before the year 1 are not read")
    if month is None or month == "XX":
        return date(year, 1, 1), _first_of(year + 1, 1)
    number = int(month)
    if day is not None and day != "XX":
        first = date(year, number, int(day))
        return first, None if first == date.max else first + timedelta(days=1)
    begins, length = PARTS.get(number, (number, 1))
    return date(year, begins, 1), _first_of(year + (begins + length - 1) // 12, (begins + length - 1) % 12 + 1)


def _first_of(year: int, month: int) -> date | None:
    """Give the first day of a month; None past the last year that the calendar holds."""
    return None if year > date.max.year else date(year, month, 1)
