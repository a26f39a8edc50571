"""The typed spans of a whole page: parties, weapon types and media, found once before any sentence is parsed."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from reportedly.model.page import Page
from reportedly.packs.load import load_part
from reportedly.packs.schema import PackInfo
from reportedly.reading.attribution import find_media
from reportedly.reading.parties import PartyMention, find_parties
from reportedly.reading.systems import System, SystemMention, find_systems

COMPOUND = re.compile(r"\w[\w.]*(?:-\w+)+")
"""Words joined by hyphens: one word to a parser."""


class PageSpans:
    """What is named on a page, in order; spans are half-open code points of `page.text`."""

    def __init__(self, page: Page, language: str) -> None:
        self.page = page
        self.language = language
        systems = find_systems(page.text, language)
        parties = find_parties(page.text, language)
        self.systems: Sequence[SystemMention] = [each for each in systems if not _inside(each.start, each.end, parties)]
        taken = [(each.start, each.end) for each in self.systems]
        self.parties: Sequence[PartyMention] = [
            each for each in parties if not any(s <= each.start and each.end <= e for s, e in taken)
        ]

    @cached_property
    def media(self) -> list[tuple[int, int, str]]:
        """Named media: (start, end, full name)."""
        return find_media(self.page.text, self.language)

    def most_named(self) -> list[str]:
        """Parties by how often the page names them, observers left out; ties in order of first mention."""
        counts = Counter(mention.party for mention in self.parties if mention.kind not in {"maker", "region"})
        return [party for party, _ in counts.most_common()]

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for mention in self.systems:
            found.setdefault(mention.system.designation, []).append(mention.name)
        return found

    def fullest(self, name: str, system: System | None) -> str:
        """The fullest name the page gives the same type: the longest that contains `name` whole, else `name` itself."""
        if system is None:
            return name
        named = self._names.get(system.designation, [])
        longer = [other for other in named if name.lower() in other.lower() and len(other) > len(name)]
        return max(longer, key=len) if longer else name

    @cached_property
    def stand_ins(self) -> dict[tuple[int, int], str]:
        """For merged spans, the word that a parser is shown instead."""
        words = load_part(self.language, "pack", PackInfo).stand_ins
        found = {(each.start, each.end): words[each.kind] for each in self.parties if each.kind in words}
        for each in self.systems:
            end = self._word_end(each.end)
            word = words.get("system" if end == each.end else "systems")
            if word is not None:
                found[each.start, end] = word
        return found

    def _word_end(self, end: int) -> int:
        while end < len(self.page.text) and (
            self.page.text[end].isalnum() or (self.page.text[end] in "'’" and self.page.text[end + 1 : end + 2].isalnum())
        ):
            end += 1
        return end

    def merges(self, start: int, end: int) -> list[tuple[int, int]]:
        """Spans of a sentence that are one word to a parser: designations and party names of several words."""
        named = [(each.start, each.end) for each in self.parties] + [
            (each.start, self._word_end(each.end)) for each in self.systems
        ]
        named = [span for span in named if start <= span[0] and span[1] <= end]
        return named + [match.span() for match in COMPOUND.finditer(self.page.text, start, end)]


def _inside(start: int, end: int, parties: Sequence[PartyMention]) -> bool:
    return any(party.start <= start and end <= party.end for party in parties)
