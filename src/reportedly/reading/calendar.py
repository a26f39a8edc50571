"""Calendar: from what a sentence says about a time, and the day its page was published, to EDTF.

Vocabulary: the *anchor* is the day, month or year of publication; a *step* is -1, 0 or 1 (last, this, next); the *tense* says
on which side of the anchor an event lies. Where the year is not said and no anchor is known, the year stays open (`XXXX-12`);
where a date means nothing without an anchor ("on Tuesday"), the answer is None.

A month, season, quarter or half without its year is the latest that has begun (past), the earliest that has not ended (future),
or the nearest, the past one of two equals (tense not known). "Last" and "next" pass over what is not yet over or has begun.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from reportedly.model.when import PARTS

Tense = Literal["past", "future"]
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
FIRST_PART = {"quarter": 33, "third": 37, "half": 40}
"""Number of the first quarter, third and half of a year (ISO 8601-2, 4.8)."""
COUNT = {"quarter": 4, "third": 3, "half": 2}
OPEN_YEAR = "XXXX"
PUBLISHING = range(1600, 3000)
"""Years in which news can have been published; any other counts as not known."""
FARTHEST = 1500
"""Most units that a date may lie from publication; what is farther is no date of news."""
AHEAD_WEIGHT = 2
"""How much farther away a date to come counts where the tense is not known: news tells more of what was (TimeBank)."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The time of publication, as far as it is known, and the tense of the event."""

    year: int | None = None
    month: int | None = None
    day: date | None = None
    tense: Tense | None = None

    @classmethod
    def of(cls, published: str | None, tense: Tense | None) -> "Anchor":
        """Read the EDTF of a publication; anything but a day, month or year counts as not known."""
        found = re.match(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?(?![\d/-])", published or "")
        if found is None or int(found[1]) not in PUBLISHING:
            return cls(tense=tense)
        year, month = int(found[1]), int(found[2]) if found[2] else None
        if month is None or found[3] is None:
            return cls(year, month, None, tense)
        try:
            return cls(year, month, date(year, month, int(found[3])), tense)
        except ValueError:
            return cls(year, month, None, tense)

    def shifted(self, unit: str, step: int) -> str | None:
        """Give the day, week, month, part of a year, year or decade `step` units away; None where the anchor is too coarse."""
        if self.year is None or abs(step) > FARTHEST:
            return None
        years = {"year": step, "decade": step * 10, "century": step * 100}.get(unit)
        if years is not None:
            return _year(self.year + years) if self.year + years > 0 else None
        if unit in {"minute", "hour", "day"}:
            return self._days(step if unit == "day" else 0)
        if unit in {"week", "weekend"}:
            return self._week(step, weekend=unit == "weekend")
        return self._months(unit, step)

    def _months(self, unit: str, step: int) -> str | None:
        """Give the month, quarter, third or half `step` units away."""
        if self.year is None or self.month is None:
            return None
        if unit == "month":
            return _month(self.year * 12 + self.month - 1 + step)
        count = COUNT[unit]
        index = self.year * count + (self.month - 1) * count // 12 + step
        return f"{_year(index // count)}-{FIRST_PART[unit] + index % count}"

    def _days(self, step: int) -> str | None:
        return None if self.day is None else (self.day + timedelta(days=step)).isoformat()

    def _week(self, step: int, *, weekend: bool) -> str | None:
        """Give Monday to Sunday, or Saturday to Sunday; the week of the anchor is step 0."""
        if self.day is None:
            return None
        monday = self.day - timedelta(days=self.day.weekday()) + timedelta(weeks=step)
        return f"{(monday + timedelta(days=5 if weekend else 0)).isoformat()}/{(monday + timedelta(days=6)).isoformat()}"

    def weekday(self, number: int, step: int | None) -> str | None:
        """Give the day of a weekday (1 Monday): without a step the last, in the future the next, the anchor's own included."""
        if self.day is None:
            return None
        back = (self.day.isoweekday() - number) % 7
        ahead = (number - self.day.isoweekday()) % 7
        if (
            step == 1
            or (step is None and self.tense == "future")
            or (step == 0 and self.tense != "past" and number > self.day.isoweekday())
        ):
            return self._days(ahead or (7 if step == 1 else 0))
        return self._days(-(back or (7 if step == -1 else 0)))

    def weekday_in_week(self, number: int, step: int) -> str | None:
        """Give a weekday of the week `step` weeks away ("Monday last week")."""
        return None if self.day is None else self._days(number - self.day.isoweekday() + 7 * step)

    def in_year(self, part: int, step: int | None = None) -> str:
        """Give a month (1-12) or part of a year (21-41) whose year is not said."""
        first, length = PARTS.get(part, (part, 1))
        year = self._choose(first, length, step)
        return f"{OPEN_YEAR if year is None else _year(year)}-{part:02}"

    def _choose(self, first: int, length: int, step: int | None) -> int | None:
        """Choose the year for a span of months by step and tense; None where the anchor names no month."""
        if self.year is None or self.month is None:
            return None
        now = self.year * 12 + self.month
        starts = {year: year * 12 + first for year in range(self.year - 2, self.year + 3)}
        begun = [year for year, start in starts.items() if start <= now]
        ahead = [year for year, start in starts.items() if start + length > now]
        if step == 0:
            inside = [year for year in begun if year in ahead]
            return inside[0] if inside else self.year
        if step is not None:
            return max(set(begun) - set(ahead)) if step < 0 else min(set(ahead) - set(begun))
        if self.tense is not None:
            return max(begun) if self.tense == "past" else min(ahead)
        return min(starts, key=lambda year: (max(AHEAD_WEIGHT * (starts[year] - now), now - starts[year] - length + 1, 0), year))

    def month_day(self, month: int, day: int, step: int | None = None) -> str | None:
        """Give a day whose year is not said; None for a day that no calendar has."""
        if not _is_day(2000, month, day):
            return None
        if self.year is None or self.month is None:
            return f"{OPEN_YEAR}-{month:02}-{day:02}"
        now = self.day or date(self.year, self.month, 15)
        days = [date(year, month, day) for year in range(max(self.year - 1, 1), self.year + 2) if _is_day(year, month, day)]
        if step == 0 or not days:
            return f"{_year(self.year)}-{month:02}-{day:02}"
        past, future = [one for one in days if one <= now], [one for one in days if one >= now]
        if self.tense == "past" and past:
            return past[-1].isoformat()
        if self.tense == "future" and future:
            return future[0].isoformat()
        return min(days, key=lambda one: (max(AHEAD_WEIGHT * (one - now), now - one), one)).isoformat()


def previous(edtf: str) -> str:
    """Give the year, month, part of a year, day or decade right before a single date, or before an interval's first."""
    single = edtf.partition("/")[0]
    found = re.fullmatch(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?", single)
    if found is None:
        return f"{int(single[:3]) - 1:03}X" if re.fullmatch(r"\d{3}X", single) else single
    year, month, day = found[1], found[2], found[3]
    if month is None:
        return _year(int(year) - 1)
    if day is not None:
        return single if year == OPEN_YEAR else (date.fromisoformat(single) - timedelta(days=1)).isoformat()
    part = int(month)
    groups = [range(1, 13), range(21, 25), range(25, 29), range(29, 33), range(33, 37), range(37, 40), range(40, 42)]
    group = next(one for one in groups if part in one)
    if part > group[0]:
        return f"{year}-{part - 1:02}"
    return f"{year if year == OPEN_YEAR else _year(int(year) - 1)}-{group[-1]:02}"


def part_of_year(unit: str, number: int) -> int | None:
    """Give the number of a quarter, third or half of a year; None where the year has no such part."""
    return FIRST_PART[unit] + number - 1 if unit in COUNT and 1 <= number <= COUNT[unit] else None


def year_month_day(year: int, month: int, day: int) -> str | None:
    """Write a full date; None for a day that no calendar has."""
    return f"{year:04}-{month:02}-{day:02}" if _is_day(year, month, day) else None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _year(year: int) -> str:
    return f"{year:04}"


def _month(index: int) -> str:
    return f"{_year(index // 12)}-{index % 12 + 1:02}"
