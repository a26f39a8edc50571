"""Sentences: half-open spans that tile each line of a page.

A sentence ends at `.`, `!`, `?` or `…` (with the closing quotes and brackets after it) before white space and something that can
open a sentence. Not after an abbreviation of the language, a single initial, or an ordinal's point before a lower-case word.
Between lines there is always a border. The spans of a line cover it whole: no code point is lost, none is read twice.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.model.page import Page
from reportedly.packs.load import load_part
from reportedly.packs.schema import PackInfo
from reportedly.reading.systems import systems

CLOSERS = "\"'”’»)]›"
OPENERS = "\"'“‘«([„‹—–-¿¡"
_END = re.compile(rf"(?:[.!?…]+)[{re.escape(CLOSERS)}]*(?=\s)|(?<=\s)[\U0001f300-\U0001faff](?=\s)")
MARKS = re.compile(r"[^\w\"'“‘«„(\[$€£<]*[→➡⇒]\ufe0f?[^\W\d_]\w*\s+|[^\w\"'“‘«„(\[$€£<]+")
"""Bullets, arrows, emoji and dashes before the first word, with a name that an arrow points at."""
_LAST_WORD = re.compile(r"([^\s]+)$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a page: half-open code-point span `[start, end)`, and the index of its line in `page.lines`."""

    start: int
    end: int
    line: int


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(word.lower() for word in load_part(language, "pack", PackInfo).abbreviations)


def split_line(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    """Split `text[start:end]` into sentences that tile it; white space goes to the sentence before it."""
    spans, begin = [], start
    for match in _END.finditer(text, start, end):
        after = match.end()
        while after < end and text[after].isspace():
            after += 1
        if after >= end:
            break
        if _opens(text, after) and not _goes_on(text, begin, match.start(), match.group(), language):
            spans.append((begin, after))
            begin = after
    if begin < end:
        spans.append((begin, end))
    return spans


def _opens(text: str, at: int) -> bool:
    while at < len(text) - 1 and text[at] in OPENERS:
        at += 1
    return text[at].isupper() or text[at].isdigit() or not (text[at].isalpha() or text[at].isspace() or text[at] in ",;:)")


def _goes_on(text: str, begin: int, stop: int, mark: str, language: str) -> bool:
    if not mark.startswith(".") or mark.startswith(".."):
        return False
    found = _LAST_WORD.search(text[max(begin, stop - 24) : stop])
    word = found.group(1).lstrip(OPENERS).lower() if found else ""
    if len(word) == 1 and word.isalpha():
        before = text[max(begin, stop - 24) : stop - 1].split()
        return not before or f"{before[-1]} {word.upper()}" not in systems()
    return word in _abbreviations(language)


def find_sentences(page: Page, language: str) -> Iterator[Sentence]:
    """Yield the sentences of every line of a page, in order, trimmed of white space at both ends; those without a word are left out."""
    for index, line in enumerate(page.lines):
        for start, end in split_line(page.text, line.start, line.end, line.language if line.language == language else language):
            while start < end and page.text[start].isspace():
                start += 1
            while end > start and page.text[end - 1].isspace():
                end -= 1
            if start < end and any(char.isalnum() for char in page.text[start:end]):
                yield Sentence(start, end, index)
