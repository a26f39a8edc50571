"""Parties: which states and actors a text names, and by which kind of name.

A party is named directly ("Iran"), by an adjective ("Iranian"), its people, its capital, a seat of government, a force, a person in
office, or a company of its country. Words such as "the North" mean a party only where the page names it otherwise.
Order: written forms -> contextual words -> overlaps (the longer wins).
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from reportedly.packs.load import REFERENCE, load_part, pack_folder, read_table
from reportedly.packs.schema import CueWords
from reportedly.reading.inflect import InflectedLexicon, lexicon
from reportedly.reading.lexicon import Lexicon

MAKER = "maker"
REGIONAL_A = 0x1F1E6
"""Unicode code point of the regional indicator symbol for A."""
FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
DIRECT = frozenset({"name", "capital", "seat", "force", "people", "region", "actor", "group", "leader", MAKER, "contextual"})
"""Kinds that can stand for the party by themselves (an adjective needs a noun)."""


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A named party: half-open code-point span in the page, code or slug, kind of name, and the words."""

    start: int
    end: int
    party: str
    kind: str
    text: str


@cache
def _lexicon(language: str) -> Lexicon[tuple[str, str]] | InflectedLexicon[tuple[str, str]]:
    table = read_table(pack_folder(language) / "parties.csv")
    forms: list[tuple[str, tuple[str, str]]] = [(row["form"], (row["party"], row["kind"])) for row in table]
    makers = REFERENCE / "makers.csv"
    for row in read_table(makers) if makers.is_file() else ():
        names = [row["maker"], *row["also"].split("|"), *row.get(language, "").split("|")]
        forms.extend((name, (row["country"].split("|")[0], MAKER)) for name in names if name and not name.endswith("!"))
    return lexicon(forms, language)


@cache
def _contextual(language: str) -> Lexicon[tuple[str, ...]] | InflectedLexicon[tuple[str, ...]]:
    return lexicon(
        ((form, tuple(parties)) for form, parties in load_part(language, "cues", CueWords).contextual.items()), language
    )


def find_flags(text: str, start: int, end: int) -> list[PartyMention]:
    """Find flag emoji in `text[start:end]`: pairs of regional indicator symbols, which spell the ISO 3166-1 code of a state."""
    found = []
    for match in FLAG.finditer(text, start, end):
        code = "".join(chr(ord(char) - REGIONAL_A + ord("A")) for char in match.group())
        found.append(PartyMention(match.start(), match.end(), code, "flag", match.group()))
    return found


def find_parties(text: str, language: str) -> list[PartyMention]:
    """Find every named party of a page's text, in order, without overlaps."""
    found = [
        PartyMention(start, end, party, kind, text[start:end])
        for start, end, (party, kind) in _lexicon(language).find(text)
        if party
    ]
    named = Counter(mention.party for mention in found)
    covered = [(mention.start, mention.end) for mention in found]
    for start, end, parties in _contextual(language).find(text):
        known = sorted((party for party in parties if named[party]), key=lambda party: -named[party])
        inside = [span for span in covered if span[0] < end and start < span[1]]
        if known and all(start <= span[0] and span[1] <= end for span in inside):
            found = [mention for mention in found if not (start <= mention.start and mention.end <= end)]
            found.append(PartyMention(start, end, known[0], "contextual", text[start:end]))
    return sorted(found, key=lambda mention: mention.start)
