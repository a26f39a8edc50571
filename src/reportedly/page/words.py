"""The phrases of all installed packs, compiled once per process.

A phrase becomes a regular expression: whole words, any case, `*` any word ending, ` .. ` up to five words between. Apostrophes
of all shapes count as one (`plain` maps them, code point for code point, so that offsets stay valid).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from reportedly.packs.load import languages, load_part, pack_folder
from reportedly.packs.wording import Wording

MAX_GAP = 5
"""Words that ` .. ` may stand for; more would join words of different clauses."""
APOSTROPHES = {ord(mark): "'" for mark in "’ʼ‘`´"} | {0xA0: " ", 0x202F: " "}


def plain(text: str) -> str:
    """Write apostrophes and hard spaces of all shapes alike; the length stays the same."""
    return text.translate(APOSTROPHES)


def phrase_pattern(phrase: str) -> str:
    """Turn one phrase of a pack into a regular expression for text that went through `plain`; its left edge is left open."""
    words = [re.escape(word).replace(r"\*", r"\w*") for word in plain(phrase).lower().split()]
    out = words[0]
    for word in words[1:]:
        out += rf"(?:\s+\S+){{0,{MAX_GAP}}}?" if word == r"\.\." else r"\s+" + word
    return out + (r"(?!\w)" if re.search(r"\w$|\*$", out) else "")


def alternatives(phrases: Iterable[str]) -> str:
    """Join phrases into one regular expression, the longest first, branching on the first character so that a miss is cheap."""
    branches: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), key=lambda one: (-len(one), one)):
        pattern = phrase_pattern(phrase)
        edge = re.match(r"\\w\*|\\?.", pattern)
        branches.setdefault(edge[0] if edge else "", []).append(pattern)
    parts = []
    for first, patterns in sorted(branches.items()):
        rests = "|".join(pattern[len(first) :] for pattern in patterns)
        parts.append((r"(?<!\w)" if re.match(r"\w|\\w", first) else "") + f"{first}(?:{rests})")
    return "|".join(parts) or r"(?!)"


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Compile phrases into one pattern for any case; a pattern that never matches when there are none."""
    return re.compile(alternatives(phrases), re.IGNORECASE)


@dataclass(frozen=True)
class Words:
    """Compiled phrases of all packs, by the keys of `wording.yml`."""

    start: re.Pattern[str]
    anywhere: re.Pattern[str]
    edge: re.Pattern[str]
    only: frozenset[str]
    byline: re.Pattern[str]
    network: re.Pattern[str]
    teaser_start: re.Pattern[str]
    teaser_heading: frozenset[str]
    teaser_end: re.Pattern[str]
    teaser_label: re.Pattern[str]
    caption_start: re.Pattern[str]
    caption_anywhere: re.Pattern[str]
    caption_credit: re.Pattern[str]
    months: dict[str, int]
    month: re.Pattern[str]
    weekday: re.Pattern[str]
    relative: re.Pattern[str]


@cache
def wordings() -> dict[str, Wording]:
    """Read `wording.yml` of every installed pack that has one, by language.

    Raises: PackError: a file breaks the schema.
    """
    return {code: load_part(code, "wording", Wording) for code in languages() if (pack_folder(code) / "wording.yml").is_file()}


@cache
def all_words() -> Words:
    """Compile the phrases of all installed packs; see `wordings` for what it raises."""
    packs = wordings().values()
    months = {plain(name): number for pack in packs for number, names in enumerate(pack.dates.months, 1) for name in names}
    return Words(
        start=any_of(p for pack in packs for p in pack.furniture.start),
        anywhere=any_of(p for pack in packs for p in pack.furniture.anywhere),
        edge=any_of(p for pack in packs for p in pack.furniture.edge),
        only=frozenset(plain(p).casefold() for pack in packs for p in (*pack.furniture.only, *pack.furniture.networks)),
        byline=any_of(p for pack in packs for p in pack.furniture.byline),
        network=any_of(p for pack in packs for p in pack.furniture.networks),
        teaser_start=any_of(p for pack in packs for p in pack.teasing.start),
        teaser_heading=frozenset(plain(p).casefold() for pack in packs for p in pack.teasing.heading),
        teaser_end=any_of(p for pack in packs for p in pack.teasing.end),
        teaser_label=any_of(p for pack in packs for p in pack.teasing.label),
        caption_start=any_of(p for pack in packs for p in pack.captions.start),
        caption_anywhere=any_of(p for pack in packs for p in pack.captions.anywhere),
        caption_credit=any_of(p for pack in packs for p in pack.captions.credit),
        months=months,
        month=any_of(months),
        weekday=any_of(p for pack in packs for p in pack.dates.weekdays),
        relative=any_of(p for pack in packs for p in pack.dates.relative),
    )
