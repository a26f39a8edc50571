"""Time words: the tokens of a sentence as lexemes with one or more kinds, by the pack's `times.yml`.

Vocabulary: a *kind* is a part of speech of the calendar (MONTH, WEEKDAY, SINCE, ...); a *lexeme* is one phrase with every kind
that it can have and a value for each. The rules of `timerules` are patterns over kinds.

Order at each token: date in digits -> year, decade and clock -> number or ordinal -> "Q2" -> the longest phrase of the pack ->
other. Nothing here decides what a date means.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.packs.calendar import NumberWords, TimeWords
from reportedly.packs.load import load_part
from reportedly.reading.calendar import COUNT, SEASONS, year_month_day
from reportedly.reading.numerals import DASHES, NumeralReader, Token, in_name, numeral_reader, phrases, tokenize, touches

Value = int | str | float | tuple[str, int] | None
YEARS = range(1900, 2101)
"""Four plain digits in this range may be a year."""
KINDS = (
    "NUM", "YEAR", "ORD", "DAYNUM", "DAYBEHIND", "BOUND", "MONTH", "MAYBE", "SEASON", "SADV", "WEEKDAY", "UNIT", "UNITS", "REL",
    "SAME", "PART", "SHIFT", "DECADE", "FULL", "FEAST", "EPOCH", "IN", "AHEAD", "FOR", "SINCE", "FROM", "UNTIL", "BY", "BEFORE",
    "AFTER", "AGO", "LATER", "SOONER", "TO", "THE", "ART", "OF", "SOME", "EVERY", "PERIOD", "DAYPART", "VAGUE", "COMMA", "DASH",
    "YMARK", "SHORT", "CLOCK", "OTHER",
)  # fmt: skip
DATING = frozenset(
    {"YEAR", "MONTH", "MAYBE", "SEASON", "SADV", "WEEKDAY", "UNIT", "UNITS", "SHIFT", "DECADE", "FULL", "FEAST", "EPOCH",
    "PERIOD", "VAGUE", "SHORT"},
)  # fmt: skip
"""A sentence without any of these kinds holds no time."""
_FULL = re.compile(
    r"(?<![\d.])(?:(?P<iso>\d{4}-\d\d-\d\d)|(?P<a>\d{1,2})(?P<mark>[./])(?P<b>\d{1,2})(?P=mark)(?P<y>\d{4}|\d\d))(?![\d/]|[.-]\d)"
)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """The tokens `[first, last)` as one phrase; `start` and `end` are its code points, a possessive ending left out."""

    first: int
    last: int
    start: int
    end: int
    values: dict[str, Value]


class Lexer:
    """Cuts sentences of one language into lexemes."""

    def __init__(self, words: TimeWords, numbers: NumberWords, numerals: NumeralReader) -> None:
        """Index every phrase of the pack by its tokens."""
        self.words = words
        self.numbers = numbers
        self.numerals = numerals
        self.cased = {phrase for one in phrases(tuple(words.cased)) for phrase in one}
        self.index: dict[tuple[str, ...], dict[str, Value]] = {}
        bounds = [("BOUND", phrase, None) for phrase in (*numbers.at_least, *numbers.at_most, *numbers.about)]
        for kind, phrase, value in (*_entries(words), *bounds):
            for form in phrases((phrase,)):
                self.index.setdefault(form, {})[kind] = value
        self.longest = max(map(len, self.index))

    def lexemes(self, text: str, start: int, end: int) -> list[Lexeme]:
        """Cut `text[start:end]`; the lexemes tile its tokens."""
        tokens = tokenize(text, start, end)
        found: list[Lexeme] = []
        at = 0
        while at < len(tokens):
            lexeme = self._full(text, tokens, at) or self._number(tokens, at) or self._word(text, tokens, at)
            found.append(lexeme)
            at = lexeme.last
        return found

    def _full(self, text: str, tokens: Sequence[Token], at: int) -> Lexeme | None:
        """Read a date in digits: 2024-04-17, 17.04.2024, 17/04/24."""
        found = _FULL.match(text, tokens[at].start) if tokens[at].kind == "number" else None
        if found is None or in_name(tokens, at):
            return None
        last = next((index for index in range(at, len(tokens)) if tokens[index].end >= found.end()), len(tokens) - 1) + 1
        if tokens[last - 1].end != found.end():
            return None
        value = found["iso"] or self._day_month(found)
        return Lexeme(at, last, tokens[at].start, found.end(), {"FULL": value}) if value else None

    def _day_month(self, found: re.Match[str]) -> str | None:
        """Order day and month: dots mean the day first, slashes as the language has it; None for what no calendar has."""
        first, second, year = int(found["a"]), int(found["b"]), int(found["y"])
        year += 2000 if year < 100 else 0
        turned = found["mark"] == "/" and self.words.month_before_day and first <= 12
        return year_month_day(year, first, second) if turned else year_month_day(year, second, first)

    def _number(self, tokens: Sequence[Token], at: int) -> Lexeme | None:
        """Read years, decades, clocks, ordinals, "Q2" and numerals."""
        token = tokens[at]
        if token.kind == "number" and not in_name(tokens, at):
            if ":" in token.norm:
                return self._lexeme(tokens, at, at + 1, {"CLOCK": None})
            special = self._decade(tokens, at) or self._year(tokens, at)
            if special:
                return special
        ordinal = self._ordinal(tokens, at)
        if ordinal:
            return ordinal
        if token.norm in self.words.shorthand and touches(tokens, at) and tokens[at + 1].norm.isdigit():
            unit, number = self.words.shorthand[token.norm], int(tokens[at + 1].norm)
            if 1 <= number <= COUNT.get(unit, 0):
                return self._lexeme(tokens, at, at + 2, {"SHORT": (unit, number)})
        numeral = self.numerals.at(tokens, at)
        if numeral is None or (not numeral.digits and tuple(one.norm for one in tokens[at : numeral.last]) in self.index):
            return None
        values: dict[str, Value] = {"NUM" if numeral.exact else "SOME": numeral.value}
        if numeral.digits and numeral.scale == 1 and numeral.value in range(1, 32):
            values["DAYNUM"] = int(numeral.value)
            values |= {"DAYBEHIND": int(numeral.value)} if self.words.month_before_day else {}
        return self._lexeme(tokens, at, numeral.last, values)

    def _year(self, tokens: Sequence[Token], at: int) -> Lexeme | None:
        """Read four plain digits as a year, with an ending tied to it."""
        norm = tokens[at].norm
        if not re.fullmatch(r"\d{4}", norm) or int(norm) not in YEARS:
            return None
        length = self._tied(tokens, at, self.words.year_endings)
        if length is None and touches(tokens, at) and tokens[at + 1].kind == "word":
            return None
        values: dict[str, Value] = {"YEAR": int(norm)} if length else {"YEAR": int(norm), "NUM": float(norm)}
        return self._lexeme(tokens, at, at + 1 + (length or 0), values)

    def _decade(self, tokens: Sequence[Token], at: int) -> Lexeme | None:
        """Read "1990s", "90s"."""
        norm = tokens[at].norm
        length = self._tied(tokens, at, self.words.decade_endings)
        if length is None or not re.fullmatch(r"(?:19|20)?\d0", norm):
            return None
        year = int(norm)
        year += 0 if year > 100 else 2000 if year < 30 else 1900
        return self._lexeme(tokens, at, at + 1 + length, {"DECADE": year})

    def _tied(self, tokens: Sequence[Token], at: int, endings: Sequence[str]) -> int | None:
        """Return how many tokens an ending takes that is tied to the number at `at`, with a hyphen or not; None where none is."""
        if not touches(tokens, at):
            return None
        hyphen = int(tokens[at + 1].norm in DASHES and touches(tokens, at + 1))
        behind = at + 1 + hyphen
        return hyphen + 1 if behind < len(tokens) and tokens[behind].norm in endings else None

    def _ordinal(self, tokens: Sequence[Token], at: int) -> Lexeme | None:
        """Read "25th", "third", "twenty-fifth"."""
        norm, ordinals = tokens[at].norm, self.numbers.ordinals
        if tokens[at].kind == "number":
            length = None if in_name(tokens, at) else self._tied(tokens, at, self.numbers.ordinal_endings)
            return self._ordinal_day(tokens, at, at + 1 + length, int(norm)) if length and norm.isdigit() else None
        tens = self.numbers.values.get(norm, 0)
        if tens in {20, 30}:
            behind = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].norm in DASHES)
            ones = ordinals.get(tokens[behind].norm, 0) if behind < len(tokens) else 0
            return self._ordinal_day(tokens, at, behind + 1, tens + ones) if 0 < ones < 10 else None
        return self._ordinal_day(tokens, at, at + 1, ordinals[norm]) if norm in ordinals and (norm,) not in self.index else None

    def _ordinal_day(self, tokens: Sequence[Token], first: int, last: int, value: int) -> Lexeme:
        """Make an ordinal, which may be a day of a month."""
        behind = self.words.month_before_day
        days: dict[str, Value] = {kind: value for kind in ("DAYNUM", "DAYBEHIND")[: 1 + behind] if 1 <= value <= 31}
        return self._lexeme(tokens, first, last, {"ORD": value, **days})

    def _lexeme(self, tokens: Sequence[Token], first: int, last: int, values: dict[str, Value]) -> Lexeme:
        return Lexeme(first, last, tokens[first].start, tokens[last - 1].end, values)

    def _word(self, text: str, tokens: Sequence[Token], at: int) -> Lexeme:
        """Read the longest phrase of the pack, or one token that has no meaning here."""
        for length in range(min(self.longest, len(tokens) - at), 0, -1):
            norms = tuple(token.norm for token in tokens[at : at + length])
            bare, ending = self._bare(norms[-1])
            for form, cut in ((norms, 0), ((*norms[:-1], bare), ending)):
                values = self.index.get(form)
                if values and not (form[0] in self.cased and not text[tokens[at].start].isupper()):
                    last = at + length + (not cut and self._abbreviated(tokens, at + length, values))
                    return Lexeme(at, last, tokens[at].start, tokens[last - 1].end - cut, values)
        norm = tokens[at].norm
        kind = "COMMA" if norm == "," else "DASH" if norm in DASHES else "OTHER"
        return self._lexeme(tokens, at, at + 1, {kind: None})

    def _abbreviated(self, tokens: Sequence[Token], at: int, values: dict[str, Value]) -> bool:
        """Say whether the full stop at `at` belongs to a month or weekday before it: a number or comma follows ("Sept. 4")."""
        if not {"MONTH", "MAYBE", "WEEKDAY"} & set(values) or at + 1 >= len(tokens):
            return False
        behind = tokens[at + 1]
        return tokens[at].norm == "." and touches(tokens, at - 1) and (behind.kind == "number" or behind.norm == ",")

    def _bare(self, norm: str) -> tuple[str, int]:
        """Take a possessive ending off a word; returns the word and the length of the ending."""
        for ending in self.words.possessives:
            if norm.endswith(ending) and len(norm) > len(ending):
                return norm[: -len(ending)], len(ending)
        return norm, 0


def _entries(words: TimeWords) -> Iterator[tuple[str, str, Value]]:
    """List every phrase of a pack with its kind and value."""
    for number, forms in words.months.items():
        yield from (("MAYBE" if form in words.needs_company else "MONTH", form, number) for form in forms)
    for kind, valued in _values(words):
        yield from ((kind, form, value) for value, forms in valued for form in forms)
    for shifted in words.shifted:
        yield from (("SHIFT", form, (shifted.unit, shifted.shift)) for form in shifted.words)
    for kind, table in _tables(words).items():
        yield from ((kind, form, value) for form, value in table.items())
    for kind, plain in _lists(words).items():
        yield from ((kind, form, None) for form in plain)


def _values(words: TimeWords) -> Iterator[tuple[str, list[tuple[Value, list[str]]]]]:
    """List the kinds whose words come by value."""
    yield "SEASON", [(SEASONS[season], forms) for season, forms in words.seasons.items()]
    yield "SADV", [(SEASONS[season], forms) for season, forms in words.season_adverbs.items()]
    yield "WEEKDAY", list(words.weekdays.items())
    yield "UNIT", [(unit, forms.one) for unit, forms in words.units.items()]
    yield "UNITS", [(unit, forms.many) for unit, forms in words.units.items()]
    yield "EPOCH", [(epoch.edtf, epoch.words) for epoch in words.epochs]
    yield "VAGUE", [("past", words.vague.past), ("present", words.vague.present), ("future", words.vague.future)]


def _tables(words: TimeWords) -> dict[str, Mapping[str, Value]]:
    """Name the kinds whose words each have a value of their own."""
    decades = {form: 1900 + years for form, years in words.decades.items()}
    return {"DECADE": decades, "ORD": words.roman, "REL": words.relative, "FEAST": words.holidays, "PERIOD": words.periodic}


def _lists(words: TimeWords) -> dict[str, list[str]]:
    """Name the kinds whose words need no value."""
    return {
        "SAME": words.same, "PART": words.parts, "IN": words.at, "AHEAD": words.ahead, "FOR": words.lasting, "SINCE": words.since,
        "FROM": words.from_, "UNTIL": words.until, "BY": words.by, "BEFORE": words.before, "AFTER": words.after, "AGO": words.ago,
        "LATER": words.later, "SOONER": words.sooner, "TO": words.to, "THE": words.the, "ART": words.articles, "OF": words.of,
        "SOME": words.some,
        "EVERY": words.every, "DAYPART": words.dayparts, "YMARK": words.year_marks,
    }  # fmt: skip


@cache
def lexer(language: str) -> Lexer:
    """Return the lexer for `language`.

    Raises: PackError: no pack for `language`, or its `times.yml` or `numbers.yml` breaks the schema.
    """
    words, numbers = load_part(language, "times", TimeWords), load_part(language, "numbers", NumberWords)
    return Lexer(words, numbers, numeral_reader(language))
