"""Quantities: how many of a thing a sentence speaks of.

Vocabulary: a *bound* is a phrase before or behind a number that opens its range ("more than", "or more"); a *range* is two
numbers with a mark between them; a *count* is a number of items, all else has another kind.

Order: numerals -> ranges -> bounds -> kind (inside a date, money, measure, count) -> ordinals. The ranges are those of the
reading guide: an exact number is both ends, "up to" begins at 0, "more than" and vague plurals have no upper end, "about"
changes nothing. Which item a count belongs to is the caller's business; words come from `numbers.yml`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.model.quantity import Quantity
from reportedly.model.quote import Quote
from reportedly.packs.calendar import NumberWords
from reportedly.packs.load import load_part
from reportedly.reading.numerals import (
    DASHES,
    SPACES,
    Numeral,
    Token,
    numeral_reader,
    phrase_at,
    phrase_before,
    phrases,
    tokenize,
    touches,
)
from reportedly.reading.times import find_times

QuantityKind = Literal["count", "money", "measure", "date-like", "ordinal"]
Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class QuantitySpan:
    """A number in the page text with its bounds ("more than 200"), in single items (money: in units of its currency).

    An `ordinal` ("a second battery") counts the one item that it singles out; `date-like` numbers belong to dates, ages, times
    of day.
    """

    quote: Quote
    quantity: Quantity
    kind: QuantityKind


@dataclass(frozen=True, slots=True)
class _Range:
    """The tokens `[first, last)` with their range; `high` is None where it is open above."""

    first: int
    last: int
    low: float
    high: float | None


def find_quantities(text: str, start: int, end: int, language: str, skip: Spans = ()) -> list[QuantitySpan]:
    """Find the numbers of one sentence `[start, end)`, in the order of the text, none overlapping another.

    `skip` holds half-open code-point spans whose numbers are left out (designations). Raises: PackError: no pack for `language`.
    """
    words = load_part(language, "numbers", NumberWords)
    tokens = part_calibres(tokenize(text, start, end), phrases(tuple(words.calibres)))
    hidden = {at for at, token in enumerate(tokens) if any(left < token.end and token.start < right for left, right in skip)}
    dates = [(span.quote.start, span.quote.end) for span in find_times(text, start, end, None, language)]
    finder = _Finder(words, tokens)
    numerals = [
        one
        for one in numeral_reader(language).read(tokens)
        if not hidden & set(range(one.first, one.last)) and not finder.ordinal(one.first)
    ]
    ranges = [finder.bounded(one) for one in finder.ranged(numerals)]
    spans = [finder.span(text, one, dates) for one in ranges]
    taken = {at for one in ranges for at in range(one.first, one.last)}
    spans += finder.ordinals(text, hidden | taken, dates)
    return sorted((span for span in spans if span is not None), key=lambda span: span.quote)


class _Finder:
    """Reads the numbers of one sentence; `words` is the pack's `numbers.yml`."""

    def __init__(self, words: NumberWords, tokens: Sequence[Token]) -> None:
        """Take the words of the language and the tokens of the sentence."""
        self.words = words
        self.tokens = tokens
        self.measures = phrases(tuple(words.measures))
        self.currencies = phrases(tuple(words.currencies))
        self.codes = phrases(tuple(words.currency_codes))

    def norm(self, at: int) -> str:
        """Return the norm of the token at `at`, "" outside the sentence."""
        return self.tokens[at].norm if 0 <= at < len(self.tokens) else ""

    def ranged(self, numerals: Sequence[Numeral]) -> list[_Range]:
        """Join two numerals with a range mark between them; split a count from the calibre that follows it."""
        found: list[_Range] = []
        at = 0
        while at < len(numerals):
            one = numerals[at]
            other = numerals[at + 1] if at + 1 < len(numerals) else None
            joined = other and self._join(one, other)
            found.append(joined or _Range(one.first, one.last, one.value, one.value if one.exact else None))
            at += 2 if joined else 1
        return found

    def _join(self, one: Numeral, other: Numeral) -> _Range | None:
        """Join "16-18", "16 to 18", "between 16 and 18", "10 to 15 thousand"; None where the two are no range."""
        if other.first - one.last != 1 or not (one.exact and other.exact):
            return None
        mark, opener = self.norm(one.last), 0
        for before, between in self.words.between:
            length = phrase_before(self.tokens, one.first, phrases((before,)))
            if mark == between and length:
                opener = max(opener, length)
        if not (opener or mark in DASHES or mark in self.words.range_words):
            return None
        low = one.value * (other.scale if one.scale == 1 and one.value * other.scale < other.value else 1)
        return _Range(one.first - opener, other.last, low, other.value) if low < other.value else None

    def bounded(self, one: _Range) -> _Range:
        """Apply the phrase before or behind a range: "more than 200", "up to 50", "200 or more"."""
        behind = phrase_at(self.tokens, one.last, phrases(tuple(self.words.at_least_after)))
        if behind:
            return _Range(one.first, one.last + behind, one.low, None)
        inner = one.first - phrase_before(self.tokens, one.first, phrases(tuple(self.words.additive)))
        for first in dict.fromkeys((one.first, inner)):
            bound, length = self._bound(first)
            if length:
                return self._apply(bound, _Range(first - length, one.last, one.low, one.high), one.first)
        return one

    def _bound(self, at: int) -> tuple[str, int]:
        """Name the longest bound that ends before token `at`, with its length in tokens."""
        kinds = (("least", self.words.at_least), ("most", self.words.at_most), ("about", self.words.about))
        found = [(name, phrase_before(self.tokens, at, phrases(tuple(among)))) for name, among in kinds]
        return max(found, key=lambda pair: pair[1])

    def _apply(self, bound: str, one: _Range, number: int) -> _Range:
        """Open the range on the side that `bound` says; a vague plural that is a multiplier too counts once behind a bound."""
        low, high = one.low, one.high
        form = self.norm(number)
        if high is None and one.last == number + 1 and form in self.words.multipliers:
            low = high = float(self.words.multipliers[form])
        if bound == "least":
            return _Range(one.first, one.last, low, None)
        if bound == "most":
            return _Range(one.first, one.last, 0.0, high if high is not None else low)
        return _Range(one.first, one.last, low, high)

    def span(self, text: str, one: _Range, dates: Spans) -> QuantitySpan | None:
        """Write a range as a quantity with its kind; None for a number that is part of a name (`4x4`) or a list mark."""
        last = self.tokens[one.last - 1]
        kind = self._kind(one, dates)
        glued = touches(self.tokens, one.last - 1) and self.tokens[one.last].kind != "sign"
        if (glued and kind == "count") or self._list_mark(one):
            return None
        if kind == "count" and (one.low != int(one.low) or (one.high is not None and one.high != int(one.high))):
            kind = "measure"
        quantity = Quantity(int(one.low), None if one.high is None else int(one.high))
        return QuantitySpan(Quote.of(text, self.tokens[one.first].start, last.end), quantity, kind)

    def _list_mark(self, one: _Range) -> bool:
        """Say whether the number opens the sentence as the mark of a list entry ("2)")."""
        return (
            one.first == 0
            and self.norm(one.last) in {")", "."}
            and touches(self.tokens, one.last - 1)
            and len(self.tokens) > one.last + 1
        )

    def _kind(self, one: _Range, dates: Spans) -> QuantityKind:
        """Say what the number counts, by what stands right before and behind it."""
        first, last = self.tokens[one.first].start, self.tokens[one.last - 1].end
        if any(left < last and first < right for left, right in dates):
            return "date-like"
        if self._is_money(one):
            return "money"
        at = one.last + (self.norm(one.last) in DASHES and touches(self.tokens, one.last - 1))
        return "measure" if self._measure(at) else "count"

    def _measure(self, at: int) -> bool:
        """Say whether a unit of a measure stands at `at`; a letter that opens a designation (`T-72`) is none."""
        length = phrase_at(self.tokens, at, self.measures)
        if length != 1 or len(self.norm(at)) > 1 or not touches(self.tokens, at):
            return length > 0
        return self.norm(at + 1) not in DASHES and self.tokens[at + 1].kind != "number"

    def _is_money(self, one: _Range) -> bool:
        """Say whether a currency stands at the number: `$5`, `USD 5`, "5 US dollars"."""
        if any(phrase_before(self.tokens, at, self.codes) for at in range(one.first, one.last)):
            return True
        at = one.last
        while self.norm(at) in self.words.currency_adjectives or (at > one.last and self.norm(at) in {".", *DASHES}):
            at += 1
        at += self.norm(at) in DASHES
        return bool(phrase_at(self.tokens, at, self.currencies) or phrase_at(self.tokens, one.last, self.codes))

    def ordinals(self, text: str, taken: set[int], dates: Spans) -> list[QuantitySpan]:
        """Find ordinals that stand before no number ("the first two" is two) and in no date."""
        found = []
        for at, token in enumerate(self.tokens):
            length = 0 if at in taken else self.ordinal(at)
            end = self.tokens[at + length - 1].end if length else token.end
            if length and at + length not in taken and not any(left < end and token.start < right for left, right in dates):
                found.append(QuantitySpan(Quote.of(text, token.start, end), Quantity(1, 1), "ordinal"))
        return found

    def ordinal(self, at: int) -> int:
        """Return the length in tokens of the ordinal at `at` ("second", "8th"), 0 where there is none."""
        if self.norm(at) in self.words.ordinals:
            return 1
        if self.tokens[at].kind != "number" or not touches(self.tokens, at):
            return 0
        hyphen = self.norm(at + 1) in DASHES and touches(self.tokens, at + 1)
        return 2 + hyphen if self.norm(at + 1 + hyphen) in self.words.ordinal_endings else 0


def part_calibres(tokens: Sequence[Token], calibres: frozenset[tuple[str, ...]]) -> list[Token]:
    """Part a number in groups from the calibre that it runs into: "30 120 mm mortars" are 30."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        cut = max(token.norm.rfind(space) for space in SPACES)
        if token.kind == "number" and cut > 0 and phrase_at(tokens, at + 1, calibres):
            middle = token.start + cut
            found.append(Token(token.start, middle, token.norm[:cut], "number"))
            found.append(Token(middle + 1, token.end, token.norm[cut + 1 :], "number"))
        else:
            found.append(token)
    return found
