"""Time rules: patterns over the kinds of `timewords` that make one date, and how each becomes EDTF.

Vocabulary: a *core* is a date, a span of time or a repetition without the preposition that orders it. A pattern is a regular
expression over kinds in capitals, with named groups for the values that its builder takes; spaces mean nothing. At each place
the longest core wins, then the first rule in the table. Words for a part of a date (early, mid, the end of) may stand before
any core and do not change its value.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.reading.calendar import OPEN_YEAR, Anchor, part_of_year, year_month_day
from reportedly.reading.timewords import KINDS, Lexeme, Value

Base = Literal["text", "published", "earlier", "none"]
Nature = Literal["point", "duration", "set", "vague"]
_CODES = {kind: chr(0xE000 + number) for number, kind in enumerate(KINDS)}
"""One private-use character for each kind; a lexeme is written as `<`, its kinds, `>`, so that plain patterns run over it."""
_LETTERS = {
    "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "W", "month": "M", "quarter": "Q", "third": "Q", "half":
    "H", "year": "Y", "decade": "E", "century": "C",
}  # fmt: skip
"""Letters of ISO 8601 durations; decades (E) and centuries (C) are turned into years."""


@dataclass(frozen=True, slots=True)
class Core:
    """The lexemes `[first, last)` as a date; `base` says what it was worked out from, `length` is an ISO 8601 duration."""

    first: int
    last: int
    edtf: str | None
    base: Base = "text"
    nature: Nature = "point"
    length: str | None = None
    direction: str | None = None
    step: tuple[str, int] | None = None
    """For a base that is `earlier`: how many of which unit after that time, 0 for the same one."""
    closed: bool = False
    """A range with both ends said, which no preposition opens."""
    open_year: bool = False
    """The year was worked out, not said: a date behind it in a range may give it."""


class Match:
    """One match of a rule: its lexemes and the values of its groups."""

    def __init__(self, found: re.Match[str], lexemes: Sequence[Lexeme], offsets: Sequence[int]) -> None:
        """Remember where the groups lie; `offsets` is the place of each lexeme in the coded sentence."""
        self.found = found
        self.lexemes = lexemes
        self.offsets = offsets

    @property
    def span(self) -> tuple[int, int]:
        """The lexemes `[first, last)` of the whole match."""
        group = "core" if self.has("core") else 0
        return self.offsets.index(self.found.start(group)), self._index(self.found.end(group))

    @property
    def before(self) -> dict[str, Value]:
        """The kinds of the lexeme before the match, none at the beginning of the sentence."""
        first = self.offsets.index(self.found.start())
        return self.lexemes[first - 1].values if first else {}

    def _index(self, offset: int) -> int:
        return self.offsets.index(offset) if offset in self.offsets else len(self.lexemes)

    def has(self, group: str) -> bool:
        """Say whether the group took part."""
        return bool(self.found.groupdict().get(group))

    def value(self, group: str, *kinds: str) -> Value:
        """Return the value of the group's first lexeme for the first of `kinds` that it has; None without that group."""
        if not self.has(group):
            return None
        values = self.lexemes[self.offsets.index(self.found.start(group))].values
        return next((values[kind] for kind in kinds if kind in values), None)

    def number(self, group: str, *kinds: str) -> int | None:
        """Return `value` as a whole number; None where there is none."""
        value = self.value(group, *kinds)
        return int(value) if isinstance(value, int | float) else None

    def core(self, edtf: str | None, base: Base = "text", **more: object) -> Core:
        """Make the core of this match."""
        first, last = self.span
        return Core(first, last, edtf, base, **more)  # type: ignore[arg-type]


SATURDAY = 5
"""Number of the day in `date.weekday`."""
Builder = Callable[[Match, Anchor], Core | None]


def encode(lexemes: Sequence[Lexeme]) -> tuple[str, list[int]]:
    """Write lexemes as a string that patterns run over, with the offset of each in it."""
    parts = ["<" + "".join(sorted(_CODES[kind] for kind in lexeme.values)) + ">" for lexeme in lexemes]
    offsets = [0]
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    return "".join(parts), offsets[:-1]


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Turn a pattern over kinds into a regular expression over coded lexemes."""

    def one(found: re.Match[str]) -> str:
        return f"(?:<[^<>]*{_CODES[found[0]]}[^<>]*>)"

    return re.compile(re.sub(r"\b[A-Z]{2,}\b", one, pattern).replace(" ", ""))


def _full(match: Match, anchor: Anchor) -> Core | None:
    """Read a date in digits: 17.04.2024."""
    return match.core(str(match.value("full", "FULL")))


def _day_month(match: Match, anchor: Anchor) -> Core | None:
    """Read a day of a month, with its year or the nearest one: "22 November 2024", "Sept 4"."""
    day, month = match.number("day", "DAYNUM"), match.number("month", "MONTH", "MAYBE")
    if day is None or month is None:
        return None
    year = match.number("year", "YEAR")
    if year is not None:
        edtf = year_month_day(year, month, day)
        return match.core(edtf) if edtf else None
    step = match.number("step", "REL")
    if step is not None and anchor.year is not None:
        edtf = year_month_day(anchor.year + step, month, day)
        return match.core(edtf, "published") if edtf else None
    edtf = anchor.month_day(month, day)
    return match.core(edtf, "published", open_year=True) if edtf else None


def _month_day(match: Match, anchor: Anchor) -> Core | None:
    """Read a day behind its month: "Sept 4"; a number behind "in March" is no day."""
    return None if "AHEAD" in match.before else _day_month(match, anchor)


def _day_range(match: Match, anchor: Anchor) -> Core | None:
    """Days of one month: "16-18 May"."""
    last = _day_month(match, anchor)
    first = match.number("from", "DAYNUM")
    if last is None or last.edtf is None or first is None or not 1 <= first < int(last.edtf[-2:]):
        return None
    return match.core(f"{last.edtf[:-2]}{first:02}/{last.edtf}", last.base, closed=True)


def _month(match: Match, anchor: Anchor) -> Core | None:
    """Read a month with or without its year: "November 2022", "January last year", "last July", "in December"."""
    month = match.number("month", "MONTH", "MAYBE") or 0
    year, step = match.number("year", "YEAR"), match.number("step", "REL")
    if year is not None:
        return match.core(f"{year:04}-{month:02}")
    if match.has("unit"):
        shift = anchor.shifted("year", step or 0)
        return match.core(f"{shift or OPEN_YEAR}-{month:02}", "published")
    return match.core(anchor.in_year(month, step), "published", open_year=step is None)


def _year_month(match: Match, anchor: Anchor) -> Core | None:
    """Read a month or season behind its year: "last year in December"."""
    part, shift = match.number("part", "MONTH", "MAYBE", "SEASON", "SADV"), match.value("shift", "SHIFT")
    unit, step = shift if isinstance(shift, tuple) else (str(match.value("unit", "UNIT")), match.number("step", "REL") or 0)
    if unit != "year" or part is None:
        return None
    return match.core(f"{anchor.shifted('year', step) or OPEN_YEAR}-{part:02}", "published")


def _season(match: Match, anchor: Anchor) -> Core | None:
    """Read a season with or without its year: "autumn of 2022", "this spring", "last summer"."""
    season = match.number("season", "SEASON", "SADV") or 0
    year, step = match.number("year", "YEAR"), match.number("step", "REL")
    if year is not None:
        return match.core(f"{year:04}-{season}")
    if match.has("unit"):
        return match.core(f"{anchor.shifted('year', step or 0) or OPEN_YEAR}-{season}", "published")
    return match.core(anchor.in_year(season, step), "published", open_year=step is None)


def _part(match: Match, anchor: Anchor) -> Core | None:
    """Read a quarter, third or half of a year: "the second half of 2025", "Q2", "first quarter"."""
    short = match.value("short", "SHORT")
    unit, number = (
        short if isinstance(short, tuple) else (str(match.value("part", "UNIT")), match.number("number", "ORD", "DAYNUM") or 0)
    )
    part = part_of_year(unit, number)
    if part is None:
        return None
    year, step = match.number("year", "YEAR"), match.number("step", "REL")
    if year is not None:
        return match.core(f"{year:04}-{part}")
    if match.has("unit"):
        if match.value("unit", "UNIT") != "year":
            return None
        return match.core(f"{anchor.shifted('year', step or 0) or OPEN_YEAR}-{part}", "published")
    return match.core(anchor.in_year(part), "published", open_year=True)


def _relative(match: Match, anchor: Anchor) -> Core | None:
    """Read a unit with its step: "last year", "this week", "the end of the month"."""
    unit = str(match.value("unit", "UNIT"))
    return match.core(anchor.shifted(unit, match.number("step", "REL") or 0), "published")


def _shift(match: Match, anchor: Anchor) -> Core | None:
    """Read a word for a day or year counted from publication: "yesterday"."""
    shift = match.value("shift", "SHIFT")
    unit, step = shift if isinstance(shift, tuple) else ("day", 0)
    if unit == "weekend" and anchor.tense != "future" and anchor.day is not None and anchor.day.weekday() < SATURDAY:
        step -= 1
    edtf = anchor.shifted(unit, step)
    if edtf is None and unit == "day" and step == 0 and anchor.year is not None:
        edtf = f"{anchor.year:04}" if anchor.month is None else f"{anchor.year:04}-{anchor.month:02}"
    return match.core(edtf, "published")


def _weekday(match: Match, anchor: Anchor) -> Core | None:
    """Read a day of the week: "on Tuesday", "last Friday", "Monday next week"."""
    number, step = match.number("weekday", "WEEKDAY") or 1, match.number("step", "REL")
    if match.has("unit"):
        week = match.value("unit", "UNIT") == "week"
        return match.core(anchor.weekday_in_week(number, step or 0), "published") if week else None
    return match.core(anchor.weekday(number, step), "published")


def _year(match: Match, anchor: Anchor) -> Core | None:
    """Read a year by itself."""
    return match.core(f"{match.number('year', 'YEAR'):04}")


def _decade(match: Match, anchor: Anchor) -> Core | None:
    """Read a decade: "the nineties", "1990s"."""
    return match.core(f"{(match.number('decade', 'DECADE') or 0) // 10:03}X")


def _century(match: Match, anchor: Anchor) -> Core | None:
    """Read a century: "the 21st century"."""
    number = match.number("number", "ORD") or 0
    return match.core(f"{number - 1:02}XX") if match.value("unit", "UNIT") == "century" and 1 <= number <= 99 else None


def _feast(match: Match, anchor: Anchor) -> Core | None:
    """Read a feast, as its month."""
    month, year = match.number("feast", "FEAST") or 0, match.number("year", "YEAR")
    return match.core(f"{year:04}-{month:02}" if year else anchor.in_year(month, match.number("step", "REL")), "published")


def _epoch(match: Match, anchor: Anchor) -> Core | None:
    """Read an event that dates others, by name."""
    return match.core(str(match.value("epoch", "EPOCH")))


def _counted(match: Match, anchor: Anchor) -> tuple[str, int | None]:
    """Read how many of which unit; None for a number that is not said or no whole one."""
    unit = str(match.value("unit", "UNIT", "UNITS") or match.value("units", "UNITS"))
    number = match.value("number", "NUM")
    if number is None:
        return unit, None if match.has("some") else 1
    return unit, int(number) if isinstance(number, int | float) and number == int(number) else None


def _ago(match: Match, anchor: Anchor) -> Core | None:
    """Read a span back from publication: "two years ago"."""
    unit, number = _counted(match, anchor)
    if number is None:
        return match.core(None, "none", nature="vague", direction="past")
    return match.core(anchor.shifted(unit, -number), "published")


def _ahead(match: Match, anchor: Anchor) -> Core | None:
    """Read a span from publication on: "in three years"; without the future tense, what could also last is a duration."""
    unit, number = _counted(match, anchor)
    lexeme = match.lexemes[match.offsets.index(match.found.start("ahead"))]
    if number is None or ("IN" in lexeme.values and anchor.tense != "future") or anchor.tense == "past":
        return None
    return match.core(anchor.shifted(unit, number), "published")


def _later(match: Match, anchor: Anchor) -> Core | None:
    """Read a span counted from another event: "two years later", "a month before"."""
    unit, number = _counted(match, anchor)
    return match.core(None, "earlier", step=None if number is None else (unit, -number if match.has("sooner") else number))


def _same(match: Match, anchor: Anchor) -> Core | None:
    """Read a date that points back: "the same month"."""
    unit = match.value("unit", "UNIT")
    return match.core(None, "earlier", step=(str(unit), 0) if unit else None)


def _lasting(match: Match, anchor: Anchor) -> Core | None:
    """Read a span that lasts: "three weeks", "several months", "a year"."""
    unit, number = _counted(match, anchor)
    return match.core(None, "none", nature="duration", length=duration(unit, number))


def _plural(match: Match, anchor: Anchor) -> Core | None:
    """Read a span of unknown length: "for months"."""
    return match.core(None, "none", nature="duration", length=duration(str(match.value("unit", "UNITS")), None))


def _set(match: Match, anchor: Anchor) -> Core | None:
    """Read something that comes back: "every week", "monthly"."""
    unit, number = str(match.value("unit", "UNIT", "UNITS", "PERIOD")), match.number("number", "NUM", "ORD")
    return match.core(None, "none", nature="set", length=duration(unit, number or 1) if match.has("unit") else None)


def _vague(match: Match, anchor: Anchor) -> Core | None:
    """Read a time that no calendar gives: "recently"."""
    return match.core(None, "none", nature="vague", direction=str(match.value("vague", "VAGUE")))


def duration(unit: str, number: int | None) -> str:
    """Write a duration in ISO 8601, `X` for a number that is not known."""
    factor = {"decade": 10, "century": 100}.get(unit, 1)
    letter = _LETTERS[unit] if factor == 1 else "Y"
    known = "X" if number is None else str(number * factor)
    known = known if number is not None or factor == 1 else "X" * len(str(factor))
    return f"PT{known}{letter[1:]}" if letter.startswith("T") else f"P{known}{letter}"


_YEAR_BEHIND = "(?:(?:COMMA|OF)? (?P<year>YEAR) YMARK?)"
_UNIT_BEHIND = "(?:OF? THE? (?P<step>REL) (?P<unit>UNIT))"
_PART_BEFORE = "(?:THE? (?:PART|ORD UNIT) DASH? (?:OF|IN)? THE?)*?"
_NUMBER = "(?:(?P<number>NUM)|(?P<some>SOME)|ART)"
_ANY_UNIT = "(?P<unit>UNITS|UNIT)"
_EVENT = "THE|ART|REL|PART|EPOCH|YEAR|MONTH|MAYBE|FULL|WEEKDAY"

RULES: tuple[tuple[str, Builder], ...] = (
    ("(?P<full>FULL) YMARK?", _full),
    (
        f"(?:WEEKDAY COMMA? THE?)? (?P<day>DAYNUM) (?:THE? OF)? (?P<month>MONTH|MAYBE) (?:{_YEAR_BEHIND}|{_UNIT_BEHIND})?",
        _day_month,
    ),
    ("(?:WEEKDAY COMMA?)? (?P<month>MONTH|MAYBE) THE? (?P<day>DAYBEHIND) (?:COMMA? (?P<year>YEAR))?", _month_day),
    (f"(?P<from>DAYNUM) (?:DASH|TO) (?P<day>DAYNUM) (?P<month>MONTH|MAYBE) {_YEAR_BEHIND}?", _day_range),
    (f"(?P<month>MONTH|MAYBE) (?:{_YEAR_BEHIND}|{_UNIT_BEHIND})", _month),
    ("(?:THE? (?P<step>REL))? (?P<month>MONTH|MAYBE)", _month),
    ("(?:(?P<shift>SHIFT)|THE? (?P<step>REL) (?P<unit>UNIT)) COMMA? IN? (?P<part>MONTH|SEASON|SADV)", _year_month),
    (f"THE? (?P<season>SEASON|SADV) (?:{_YEAR_BEHIND}|{_UNIT_BEHIND})", _season),
    ("THE? (?P<step>REL) (?P<season>SEASON|SADV)", _season),
    ("THE? (?P<season>SEASON|SADV)", _season),
    (f"THE? (?P<number>ORD|DAYNUM) DASH? (?P<part>UNIT) (?:{_YEAR_BEHIND}|OF? THE? (?P<step>REL)? (?P<unit>UNIT))?", _part),
    (f"(?P<short>SHORT) (?:OF? (?P<year>YEAR) YMARK?|{_UNIT_BEHIND})?", _part),
    ("(?P<year>YEAR) DASH? (?P<short>SHORT)", _part),
    ("THE? (?P<step>REL) (?P<unit>UNIT)", _relative),
    ("PART OF? THE? (?P<unit>UNIT)", _relative),
    ("(?P<unit>UNIT) DASH? (?! LATER|SOONER) PART", _relative),
    ("(?P<shift>SHIFT) DAYPART?", _shift),
    ("THE? (?P<step>REL)? (?P<weekday>WEEKDAY) DAYPART?", _weekday),
    ("(?P<weekday>WEEKDAY) DAYPART? OF? (?P<step>REL) (?P<unit>UNIT)", _weekday),
    ("(?P<year>YEAR) YMARK?", _year),
    ("THE? (?P<decade>DECADE) YMARK?", _decade),
    ("THE? (?P<number>ORD) (?P<unit>UNIT)", _century),
    (f"(?P<step>REL)? (?P<feast>FEAST) {_YEAR_BEHIND}?", _feast),
    ("THE? (?P<epoch>EPOCH)", _epoch),
    (f"{_NUMBER}? {_ANY_UNIT} AGO", _ago),
    (f"(?P<ahead>AHEAD) {_NUMBER}? {_ANY_UNIT}", _ahead),
    (f"{_NUMBER} {_ANY_UNIT} (?:LATER|(?P<sooner>SOONER)) (?! {_EVENT})", _later),
    ("THE? SAME (?P<unit>UNIT)", _same),
    ("(?:(?:THE? REL)? (?:(?P<number>NUM)|(?P<some>SOME))|ART) (?:DASH? (?P<unit>UNIT)|(?P<units>UNITS)) (?! DASH)", _lasting),
    ("THE? REL (?P<unit>UNITS)", _plural),
    ("FOR (?P<core>(?P<unit>UNITS))", _plural),
    (f"EVERY (?P<number>NUM|ORD)? {_ANY_UNIT}", _set),
    ("EVERY (?:SEASON|WEEKDAY|MONTH)", _set),
    ("(?P<unit>PERIOD)", _set),
    ("(?P<vague>VAGUE)", _vague),
)
"""Pattern and builder of every core; the builder's docstring says what it reads, with an example."""

_COMPILED = tuple((compile_pattern(_PART_BEFORE + pattern), builder) for pattern, builder in RULES)


def core_at(coded: str, offsets: Sequence[int], lexemes: Sequence[Lexeme], at: int, anchor: Anchor) -> Core | None:
    """Return the longest core that begins at lexeme `at`, None where none does; `coded` and `offsets` are those of `encode`."""
    matches = [(found, builder) for pattern, builder in _COMPILED if (found := pattern.match(coded, offsets[at]))]
    for found, builder in sorted(matches, key=lambda pair: -pair[0].end()):
        core = builder(Match(found, lexemes, offsets), anchor)
        if core is not None:
            return core
    return None
