"""Facts about one line of a page that its role is decided by; nothing here decides.

A *marker* is what a line of a list begins with: a time of day, a symbol, a dash, a number, a date, a letter with a colon, a word in capitals. A line
is *closed* where it ends as a sentence does. A *menu* is a row of short entries between separators.
"""

import re
from dataclasses import dataclass

from reportedly.page.date import find_dates
from reportedly.page.language import read_language
from reportedly.page.words import Words, plain

CLOSED = re.compile(r"""[.!?…][\s"'”»“)\]]*$""")
LEAD = re.compile(r"^[^\w©(\[#@\"'«“„]+")
SENTENCES = re.compile(r"[.!?…][\"'”»)]*\s+[\"'“«(]*[^\W\da-zа-яіїєґё_]")
QUOTED = re.compile(r"[\"“”«»]")
ADDRESS = re.compile(r"[\w.+-]+@[\w-]*(?:\.\w+)?|(?<!\w)@\w{3,}|https?://|www\.\w")
PHONE = re.compile(r"\(?\+\s?\d[\d\s()-]{3,}\d|\(0\d{2,3}\)\s?\d[\d\s-]{4,}|\b\d{3}-\d{2}-\d{2}\b")
CLOCK = re.compile(r"(?<![\d:.,])\d{1,2}:\d{2}(?![\d:])")
AGE = re.compile(r"(?<!\w)\d{1,2}\+\s*$")
MARKERS = (
    ("time", re.compile(r"\s*\[?\d{1,2}[:.]\d{2}\b")),
    ("label", re.compile(r"\s*[^\W\d_]{1,2}:\s")),
    ("number", re.compile(r"\s*\d{1,3}[.)]\s")),
    ("dash", re.compile(r"\s*[-–—•▪·*]\s*\S")),
    ("capitals", re.compile(r"\s*[^\W\d_a-zа-яіїєґё]{3,}(?:\s[^\W\d_a-zа-яіїєґё]{3,})*[.:]?\s")),
    ("symbol", re.compile(r"\s*[^\w\s\"'“”«»„()\[\].,:;!?…$€£+©&/|><=#@-]")),
)
ENTRY_MARKERS = frozenset({"time", "label"})
"""Markers of entries in a live blog or interview: such a line is no menu, whatever separators it holds."""
SEPARATORS = (
    (re.compile(r"\s*[|•]\s*|\s+[·›»>]\s+"), 2, 6),
    (re.compile(r"\s+/\s+"), 3, 6),
    (re.compile(r"\s{2,}|\t+"), 3, 5),
    (re.compile(r"\s+[–—-]\s+"), 3, 2),
)
"""Separators of menus with the fewest entries and the most words an entry may have; found on menus of 40 news sites."""
SENTENCE_WORDS = 4
"""Words of the shortest line that counts as prose by its full stop."""
QUESTION_WORDS = 7
"""The same for a question or exclamation: buttons and labels of stubs are shorter."""
MENU_MAX = 200
"""Code points of the longest line looked at as a menu."""


@dataclass(frozen=True)
class Block:
    """One line with its place `[start, end)` in code points and the facts about it."""

    start: int
    end: int
    text: str
    bare: str
    """The text from its first letter, digit or quotation mark on."""
    language: str | None
    letters: int
    words: int
    closed: bool
    marker: str
    entries: tuple[str, ...]
    """Entries of the menu that the line is; empty for all other lines."""
    dated: bool
    """A date stands at its end, set off by a separator, or a time of day beside a word for today."""

    @property
    def prose(self) -> bool:
        """Say whether the line reads as one or more whole sentences."""
        if not self.closed:
            return False
        fewest = QUESTION_WORDS if self.text.rstrip()[-1:] in "?!" else SENTENCE_WORDS
        return self.words >= fewest or (self.words >= SENTENCE_WORDS and bool(SENTENCES.search(self.text[:MENU_MAX])))


def read_blocks(text: str, language: str | None, words: Words) -> list[Block]:
    """Cut a text at line feeds and read the facts about each line."""
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(_read_block(line, start, language, words))
        start += len(line) + 1
    return blocks


def _read_block(line: str, start: int, language: str | None, words: Words) -> Block:
    """Read the facts about one line; long lines are looked at in part, so that none costs more than its length."""
    flat = plain(line)
    head = flat[:2000]
    return Block(
        start=start,
        end=start + len(line),
        text=flat,
        bare=LEAD.sub("", flat[:MENU_MAX]).strip() if len(flat) <= MENU_MAX else LEAD.sub("", flat[:400]),
        language=read_language(head, language),
        letters=sum(character.isalpha() for character in head),
        words=len(head.split()),
        closed=bool(CLOSED.search(flat[-20:])),
        marker=_marker(head),
        entries=_entries(flat),
        dated=_is_dated(flat, words),
    )


def _marker(line: str) -> str:
    """Name what the line begins with, or the empty string."""
    if find_dates(line[:40], at_start=True):
        return "date"
    return next((name for name, pattern in MARKERS if pattern.match(line)), "")


def _entries(line: str) -> tuple[str, ...]:
    """Cut a menu into its entries; empty where the line is none."""
    if len(line) > MENU_MAX:
        return ()
    for pattern, fewest, longest in SEPARATORS:
        entries = tuple(part.strip() for part in pattern.split(line.strip()) if part.strip())
        if len(entries) >= fewest and max(len(entry.split()) for entry in entries) <= longest:
            return entries
    return ()


def _is_dated(line: str, words: Words) -> bool:
    """Say whether a date is attached to the end of the line, as on stubs of other stories."""
    tail = line[-40:]
    if CLOSED.search(tail) and not tail.rstrip().endswith(")"):
        return False
    for found in find_dates(tail):
        after, before = tail[found.end :].strip(" )]"), tail[: found.start].rstrip()
        if (not after or CLOCK.fullmatch(after.strip(", "))) and before[-1:] in {"—", "–", "-", "|", "(", ",", "·", "/", "["}:
            return True
    return bool(words.relative.search(tail) and CLOCK.search(tail))
