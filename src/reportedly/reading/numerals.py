"""Numerals: tokens of a sentence, and the numbers written in digits or words among them.

Vocabulary: a *token* is a run of letters, a number in digits with its marks, or one other sign; a *numeral* is one or more
tokens that together name a number; it is *exact*, or the least of an open number ("dozens").

Order: tokens -> digits with groups and fraction -> number words added up -> multipliers -> vague plurals -> the same number in
brackets ("three (3)"). A number that hangs on letters (`F-16`, `T-90M`, `4x4`) is part of a name and no numeral. Words come
from `numbers.yml`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import inf
from typing import Literal

from reportedly.packs.calendar import NumberWords
from reportedly.packs.load import load_part

SPACES = " \u00a0\u202f\u2009\u2007"
"""Space, no-break, narrow no-break, thin and figure space: each may part groups of three digits."""
DASHES = "-‐‑–—−"
_HYPHENS = "-‐‑"
_TOKEN = re.compile(
    rf"(?P<number>\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?![\d:])|\d+(?:[.,:]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*)"
    r"|(?P<sign>[^\s\w]|_)"
)
_APOSTROPHES = str.maketrans("’ʼ`", "'''")


@dataclass(frozen=True, slots=True)
class Token:
    """Half-open span of the page text; `norm` is its small letters with straight apostrophes."""

    start: int
    end: int
    norm: str
    kind: Literal["number", "word", "sign"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """The tokens `[first, last)` name `value`, or at least `value` where not `exact`; `digits`: begins with digits."""

    first: int
    last: int
    value: float
    exact: bool = True
    digits: bool = True
    scale: int = 1
    """The multiplier written as a word of its own behind the number, 1 where there is none."""


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Cut `text[start:end]` into tokens, spaces left out."""
    tokens = []
    for found in _TOKEN.finditer(text, start, end):
        kind: Literal["number", "word", "sign"] = "number" if found["number"] else "word" if found["word"] else "sign"
        tokens.append(Token(found.start(), found.end(), found[0].casefold().translate(_APOSTROPHES), kind))
    return tokens


@cache
def phrases(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Cut every phrase of a pack into the norms of its tokens."""
    return frozenset(tuple(token.norm for token in tokenize(phrase, 0, len(phrase))) for phrase in words)


def phrase_at(tokens: Sequence[Token], at: int, among: frozenset[tuple[str, ...]]) -> int:
    """Return the length in tokens of the longest phrase that begins at `at`, 0 where none does."""
    lengths = {len(phrase) for phrase in among}
    for length in sorted(lengths, reverse=True):
        if tuple(token.norm for token in tokens[at : at + length]) in among:
            return length
    return 0


def phrase_before(tokens: Sequence[Token], at: int, among: frozenset[tuple[str, ...]]) -> int:
    """Return the length in tokens of the longest phrase that ends right before `at`, 0 where none does."""
    lengths = {len(phrase) for phrase in among if len(phrase) <= at}
    for length in sorted(lengths, reverse=True):
        if tuple(token.norm for token in tokens[at - length : at]) in among:
            return length
    return 0


def touches(tokens: Sequence[Token], left: int) -> bool:
    """Say whether token `left` and the one after it stand together without a space."""
    return 0 <= left < len(tokens) - 1 and tokens[left].end == tokens[left + 1].start


def in_name(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the number token at `at` hangs on letters before it (`F-16`, `S300`, `AN/TPS-77`)."""
    if not touches(tokens, at - 1):
        return False
    before = tokens[at - 1]
    if before.kind == "word":
        return True
    return before.norm in {*_HYPHENS, "/"} and touches(tokens, at - 2) and tokens[at - 2].kind == "word"


def parse_digits(norm: str, decimal: str, group: Sequence[str]) -> float | None:
    """Read a number in digits.

    Returns: the value, or None for a date, a time of day or a version ("17.04.2024", "07:55").
    """
    plain = re.sub(f"[{SPACES}]", "", norm)
    for mark in group:
        if re.fullmatch(rf"[1-9]\d{{0,2}}(?:{re.escape(mark)}\d{{3}})+", plain.partition(decimal)[0]):
            plain = plain.replace(mark, "")
    if re.fullmatch(r"\d+", plain):
        return float(plain)
    return float(plain.replace(",", ".")) if re.fullmatch(r"\d+[.,]\d+", plain) else None


class NumeralReader:
    """Reads numerals of one language; `words` is the pack's `numbers.yml`."""

    def __init__(self, words: NumberWords) -> None:
        """Take the words of one language."""
        self.words = words
        self.scales = {**words.multipliers, **words.suffixes}
        self.none = phrases(tuple(words.not_number))
        self.some = phrases(tuple(words.several))

    def read(self, tokens: Sequence[Token]) -> list[Numeral]:
        """Find every numeral, from left to right, none overlapping another."""
        found: list[Numeral] = []
        at = 0
        while at < len(tokens):
            numeral = self.at(tokens, at)
            if numeral is None:
                at += phrase_at(tokens, at, self.none) or 1
            else:
                found.append(numeral)
                at = numeral.last
        return found

    def at(self, tokens: Sequence[Token], at: int) -> Numeral | None:
        """Read the numeral that begins at token `at`; None where none does."""
        if phrase_at(tokens, at, self.none):
            return None
        numeral = self._digits(tokens, at) if tokens[at].kind == "number" else self._words(tokens, at)
        return numeral and self._bracketed(tokens, numeral)

    def _norm(self, tokens: Sequence[Token], at: int) -> str:
        return tokens[at].norm if at < len(tokens) else ""

    def _digits(self, tokens: Sequence[Token], at: int) -> Numeral | None:
        """Read digits and the multipliers behind them ("500k", "1.5 million")."""
        if in_name(tokens, at):
            return None
        norm, decimal = tokens[at].norm, self.words.decimal
        value = parse_digits(norm, decimal, self.words.group)
        if value is None:
            return None
        form = self._norm(tokens, at + 1)
        scale = self.scales.get(form, 0)
        if not scale or (len(form) == 1 and not touches(tokens, at)):
            return Numeral(at, at + 1, value)
        stopped = (
            self._norm(tokens, at + 1) in self.words.suffixes and self._norm(tokens, at + 2) == "." and touches(tokens, at + 1)
        )
        return Numeral(at, at + 3 if stopped and at + 3 < len(tokens) else at + 2, value * scale, scale=scale)

    def _words(self, tokens: Sequence[Token], at: int) -> Numeral | None:
        """Read number words: a fraction, several, a vague plural, or a sum with multipliers."""
        first = at
        norm = self._norm(tokens, at)
        if norm in self.words.articles:
            at += 1
            norm = self._norm(tokens, at)
            if norm not in self.words.multipliers and norm not in self.words.fractions and norm not in self.words.several:
                return self._several(tokens, first)
        if norm in self.words.fractions:
            return self._fraction(tokens, first, at)
        return self._several(tokens, first) or self._vague(tokens, first) or self._sum(tokens, first, at)

    def _fraction(self, tokens: Sequence[Token], first: int, at: int) -> Numeral | None:
        """Read "half a million"; a fraction without a multiplier is no count."""
        behind = at + 1
        while self._norm(tokens, behind) in self.words.articles:
            behind += 1
        scale = self.scales.get(self._norm(tokens, behind), 0)
        if not scale:
            return None
        return Numeral(first, behind + 1, self.words.fractions[tokens[at].norm] * scale, digits=False, scale=scale)

    def _several(self, tokens: Sequence[Token], at: int) -> Numeral | None:
        """Read "several hundred": at least two of them."""
        length = phrase_at(tokens, at, self.some)
        scale = self.scales.get(self._norm(tokens, at + length), 0) if length else 0
        if not scale:
            return None
        last = at + length + 1
        further = self.scales.get(self._norm(tokens, last), 1)
        return Numeral(at, last + (further > 1), 2.0 * scale * further, exact=False, digits=False)

    def _vague(self, tokens: Sequence[Token], at: int) -> Numeral | None:
        """Read "dozens", "tens of thousands"."""
        least = self.words.vague.get(self._norm(tokens, at))
        if least is None:
            return None
        behind = at + 1
        if self._norm(tokens, behind) in self.words.of:
            behind += 1
        norm = self._norm(tokens, behind)
        scale = self.scales.get(norm) or (self._singular(norm) if norm in self.words.vague else None)
        if scale:
            return Numeral(at, behind + 1, float(least * scale), exact=False, digits=False)
        return Numeral(at, at + 1, float(least), exact=False, digits=False)

    def _singular(self, norm: str) -> int:
        """Give the multiplier that a vague plural is made of ("thousands" 1000)."""
        return self.words.vague[norm] // 2

    def _sum(self, tokens: Sequence[Token], first: int, at: int) -> Numeral | None:
        """Add number words up: "one hundred and twenty-three", "three hundred thousand"."""
        total, current, room, scale, last, place = 0.0, 0.0, inf, 1, at, at
        while place < len(tokens):
            norm = tokens[place].norm
            value, times = self.words.values.get(norm), self.words.multipliers.get(norm)
            if value is not None and value < room:
                current, room = current + value, _room(value)
            elif times is not None and (current or not total):
                current, scale = (current or 1.0) * times, times
                room = float(times) if times >= 100 else 0.0
                if times >= 1000:
                    total, current = total + current, 0.0
            elif not self._joins(tokens, place, open_sum=last > at and room > 0):
                break
            else:
                place += 1
                continue
            place += 1
            last = place
        return Numeral(first, last, total + current, digits=False, scale=scale) if last > at else None

    def _joins(self, tokens: Sequence[Token], at: int, *, open_sum: bool) -> bool:
        """Say whether the word or hyphen at `at` joins a number word to the sum before it."""
        if not open_sum or self._norm(tokens, at + 1) not in self.words.values:
            return False
        return tokens[at].norm in self.words.joiners or (tokens[at].norm in _HYPHENS and touches(tokens, at - 1))

    def _bracketed(self, tokens: Sequence[Token], numeral: Numeral) -> Numeral:
        """Take in the same number again in brackets: "three (3)"."""
        at = numeral.last
        if at + 2 < len(tokens) and tokens[at].norm == "(" and tokens[at + 2].norm == ")":
            again = parse_digits(tokens[at + 1].norm, self.words.decimal, self.words.group)
            if again == numeral.value:
                return Numeral(numeral.first, at + 3, numeral.value, numeral.exact, numeral.digits, numeral.scale)
        return numeral


def _room(value: int) -> float:
    """Return below what a number word must lie to be added to `value` ("twenty" takes 1 to 9, "five" nothing)."""
    if value >= 100:
        return 100.0
    return 10.0 if value >= 20 and value % 10 == 0 else 0.0


@cache
def numeral_reader(language: str) -> NumeralReader:
    """Return the reader for `language`.

    Raises: PackError: no pack for `language`, or its `numbers.yml` breaks the schema.
    """
    return NumeralReader(load_part(language, "numbers", NumberWords))
