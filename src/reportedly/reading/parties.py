"""Parties: which states and actors a text names, and by which kind of name.

A party is named directly ("Iran"), by an adjective ("Iranian"), its people, its capital, a seat of government, a force, a person in
office, or a company of its country. Words such as "the North" mean a party only where the page names it otherwise.
Order: written forms -> contextual words -> overlaps (the longer wins).
"""

from collections import Counter
from dataclasses import dataclass
from functools import cache

from reportedly.packs.load import REFERENCE, load_part, pack_folder, read_table
from reportedly.packs.schema import CueWords
from reportedly.reading.lexicon import Lexicon

MAKER = "maker"
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
def _lexicon(language: str) -> Lexicon[tuple[str, str]]:
    forms: list[tuple[str, tuple[str, str]]] = []
    for row in read_table(pack_folder(language) / "parties.csv"):
        forms.append((row["form"], (row["party"], row["kind"])))
    makers = REFERENCE / "makers.csv"
    for row in read_table(makers) if makers.is_file() else ():
        names = [row["maker"], *row["also"].split("|"), *row.get(language, "").split("|")]
        forms.extend((name, (row["country"].split("|")[0], MAKER)) for name in names if name and not name.endswith("!"))
    return Lexicon(forms)


@cache
def _contextual(language: str) -> Lexicon[tuple[str, ...]]:
    return Lexicon((form, tuple(parties)) for form, parties in load_part(language, "cues", CueWords).contextual.items())


def find_parties(text: str, language: str) -> list[PartyMention]:
    """Find every named party of a page's text, in order, without overlaps."""
    found = [
        PartyMention(start, end, party, kind, text[start:end]) for start, end, (party, kind) in _lexicon(language).find(text)
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
