"""Find the written forms of a lexicon in text: one multi-pattern pass, longest match first, on word borders.

Used for party names, makers, media and designations. Matching is case-sensitive; forms of four letters or more are also found in
capitals ("PAKISTAN" in a headline). A match must not begin inside a word; where it ends inside one, `tails` decides.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

V = TypeVar("V")

CAPITALS_FROM = 4
"""Code points of the shortest form that is also found in capitals: shorter ones are abbreviations or clash with words."""


class Lexicon(Generic[V]):
    """An immutable map from written forms to values, searched in one pass."""

    def __init__(self, forms: Iterable[tuple[str, V]], tail: re.Pattern[str] | None = None) -> None:
        """Build the matcher; where a form stands twice the first value wins. What `tail` matches may follow a form inside its word."""
        table: dict[str, V] = {}
        for form, value in forms:
            table.setdefault(form, value)
        for form in [form for form in table if len(form) >= CAPITALS_FROM]:
            table.setdefault(form.upper(), table[form])
        self._tail = tail
        self._values = list(table.values())
        self._matcher = AhoCorasick(list(table), matchkind=MatchKind.Standard)

    def find(self, text: str) -> Iterator[tuple[int, int, V]]:
        """Yield (start, end, value) of the longest forms that do not overlap, in order; offsets in code points, half-open, tails included."""
        found = []
        for index, start, end in self._matcher.find_matches_as_indexes(text, overlapping=True):
            if start > 0 and text[start - 1].isalnum():
                continue
            stop = self._word_end(text, end)
            if stop is not None:
                found.append((start, -stop, end, index))
        taken = 0
        for start, stop, end, index in sorted(found):
            if start >= taken:
                taken = max(end, -stop)
                yield start, taken, self._values[index]

    def _word_end(self, text: str, end: int) -> int | None:
        if self._tail is not None:
            match = self._tail.match(text, end)
            return match.end() if match and (match.end() >= len(text) or not text[match.end()].isalnum()) else None
        return end if end >= len(text) or not text[end].isalnum() else None
