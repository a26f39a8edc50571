"""When a page was published: what the source knew, what the markup says, the URL, a date line near the head of the text.

Written dates are *full* (day, month, year: EDTF day) or *short* (no year). Only full dates are a publication date, and none
from more than a day after the page was fetched (or after today, where that is not known). Month names come from the packs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from reportedly.model.page import Line, RawPage
from reportedly.page.words import all_words, plain

ISO = re.compile(r"(?<!\d)((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})(?!\d)")
NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2})(?!\.?\d)")
DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:[^\W\d_]{2})?\.?\s+(?:[^\W\d_]{2}\s+)?([^\W\d_]{3,12}\.?),?(?:\s+((?:19|20)\d{2}))?(?!\d)"
)
MONTH_FIRST = re.compile(r"(?<!\w)([^\W\d_]{3,12}\.?)\s+(\d{1,2})(?:[^\W\d_]{2})?(?!\d)(?:,?\s+((?:19|20)\d{2})(?!\d))?")
URL_DATE = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?!\d)|(?<!\d)((?:19|20)\d{2})-?(\d{2})-?(\d{2})(?!\d)")
DATELINE = re.compile(r".{0,80}?\s[-–—]\s")
EDTF = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
EARLIEST = 1990
"""Year before which no news page was published on the web."""
HEAD_LINES = 12
"""Lines from the top among which a date line is looked for: below them dates belong to events or other stories."""


@dataclass(frozen=True)
class Found:
    """A written date: `[start, end)` in code points; `year` is None for a short date."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

    @property
    def edtf(self) -> str | None:
        """The EDTF day, or None for a short date or one that no calendar has."""
        return None if self.year is None else _day(self.year, self.month, self.day)


def _day(year: int, month: int, day: int) -> str | None:
    """Write a day in EDTF; None where no calendar has it."""
    try:
        return date(year, month, day).isoformat() if year >= EARLIEST else None
    except ValueError:
        return None


def find_dates(text: str, *, at_start: bool = False) -> list[Found]:
    """Find full and short dates, in order; `at_start` takes only one that opens the text."""
    text = plain(text)
    found = [Found(one.start(), one.end(), int(one[1]), int(one[2]), int(one[3])) for one in ISO.finditer(text)]
    found += [_numeric(one) for one in NUMERIC.finditer(text)]
    found += [_worded(one, one[1], one[2], one[3]) for one in DAY_FIRST.finditer(text)]
    found += [_worded(one, one[2], one[1], one[3]) for one in MONTH_FIRST.finditer(text)]
    kept = [one for one in found if _day(one.year or 2000, one.month, one.day) and not (at_start and one.start)]
    return sorted(kept, key=lambda one: (one.start, one.year is None))


def _worded(match: re.Match[str], day: str, name: str, year: str | None) -> Found:
    """Read a date whose month is a word; month 0 where the word names none."""
    months, flat = all_words().months, name.casefold()
    month = months.get(flat) or months.get(flat.rstrip(".")) or 0
    return Found(match.start(), match.end(), int(year) if year else None, month, int(day))


def _numeric(match: re.Match[str]) -> Found:
    """Read `04.01.2024` day first; with slashes and a second number over 12, month first."""
    day, month = int(match[1]), int(match[3])
    if month > 12 >= day and match[2] == "/":
        day, month = month, day
    return Found(match.start(), match.end(), int(match[4]), month, day)


def url_date(url: str | None) -> str | None:
    """Read the day out of a URL ("/2024/01/04/"); None where there is none."""
    for match in URL_DATE.finditer(url or ""):
        year, month, day = (int(part) for part in match.groups() if part)
        if (found := _day(year, month, day)) is not None:
            return found
    return None


def line_date(lines: list[str]) -> str | None:
    """Read the first full date of the date lines near the head of a page; None where they give none."""
    for line in lines:
        for found in find_dates(line):
            if found.edtf is not None:
                return found.edtf
    return None


def date_lines(text: str, lines: Sequence[Line]) -> list[str]:
    """Cut out the places near the head of a page whose date is the page's own: furniture, a headline's end, the dateline of the first paragraph."""
    places, bodies = [], 0
    for line in lines:
        value = text[line.start : line.end]
        if line.role == "boilerplate" and value.strip():
            places.append(value)
        elif line.role == "headline":
            places += [value[found.start :] for found in find_dates(value) if not value[found.end :].strip(" .)")]
        elif line.role == "body":
            bodies += 1
            if bodies == 1 and not find_dates(value[:40], at_start=True) and (dateline := DATELINE.match(value)) is not None:
                places.append(dateline[0])
        if bodies > 1 or len(places) >= HEAD_LINES:
            break
    return places


def read_published(raw: RawPage, markup: str | None, lines: list[str]) -> tuple[str | None, tuple[str, ...]]:
    """Choose the day of publication among what the source, the markup, the URL and the date lines say, in this order.

    Returns: EDTF or None, and notes on what was ignored.
    """
    notes = []
    for origin, value in (("source", raw.published), ("markup", markup), ("URL", url_date(raw.url)), ("text", line_date(lines))):
        if value is None:
            continue
        if origin == "source" and not EDTF.fullmatch(value[:10]):
            notes.append(f"date {value!r} of the source is no EDTF date and was ignored")
        elif _is_future(value, raw.fetched):
            notes.append(f"date {value} of the {origin} is in the future and was ignored")
        else:
            return value[:10] if origin == "source" and "T" in value else value, tuple(notes)
    return None, tuple(notes)


def _is_future(value: str, fetched: datetime | None) -> bool:
    """Say whether a day lies more than a day after the page was fetched (or after today)."""
    last = (fetched or datetime.now(UTC)).date() + timedelta(days=1)
    return value[:10] > last.isoformat()[: len(value[:10])]
