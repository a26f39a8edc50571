"""Which media a page takes its news from, in order of first mention (GUIDE.md, `cites`).

Names come from `media`. A name is *credited* by a cue beside it: a verb of which it is the subject, what a speaker told it, "according to", a dash before it
at the end of a line, a colon after it at the beginning. A name of the lexicon is credited without a cue too, unless the words beside it speak of the
medium itself ("headquarters", "worked for"). The page's own outlet never counts, and only headline and body do.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.model.page import READ_ROLES, Line
from reportedly.page.media import WINDOW, Name, Place, cue_words, known_name, unknown_name
from reportedly.page.outlet import WORD, same_outlet
from reportedly.page.words import plain

LINE_MAX = 50_000
"""Code points of a line that are read: no paragraph is longer, and a page without line ends must not stop a batch."""
CLAUSE = re.compile(r"[.!?;…](?=\s|$)|\n")
COLON = re.compile(r"[\"»”]?\s*:")
DATELINE_END = re.compile(r"\s*\)?\s*[–—-]{1,2}\s")
DASH = re.compile(r"(?:[–—-]|,)\s*(?:\w{1,12}\s+){0,2}$")


def find_cites(text: str, lines: Sequence[Line], outlet: str | None = None) -> tuple[str, ...]:
    """Find the media that a page credits.

    Returns: names as the page writes them in full somewhere, in order of first mention, without the page's own outlet.
    """
    cued: list[Name] = []
    seen: list[Name] = []
    outlet = outlet or _dateline_medium(text, lines)
    for line in lines:
        if line.role in READ_ROLES:
            flat = plain(text[line.start : min(line.end, line.start + LINE_MAX)])
            for name, is_credited in _read_line(flat, line.start):
                seen.append(name)
                if is_credited:
                    cued.append(name)
    cites: list[str] = []
    for name in cued:
        if outlet is not None and same_outlet(name.name, outlet):
            continue
        if not any(same_outlet(name.name, other) for other in cites):
            cites.append(_fullest(name, seen))
    return tuple(cites)


def _dateline_medium(text: str, lines: Sequence[Line]) -> str | None:
    """Read the agency that speaks in the dateline of the first paragraph ("PORTO (Lusa) -"): on a page of unknown outlet, its own."""
    first = next((line for line in lines if line.role == "body"), None)
    if first is None:
        return None
    flat = plain(text[first.start : min(first.end, first.start + 2 * WINDOW)])
    for name, _ in _read_line(flat, 0):
        if name.known and name.start < WINDOW and DATELINE_END.match(flat[name.end :]):
            return name.name
    return None


def _fullest(name: Name, seen: list[Name]) -> str:
    """Choose the longest name under which the page speaks of the same medium."""
    same = [other.name for other in seen if other.outlet == name.outlet and not other.vague] or [name.name]
    return max([name.name, *same], key=len)


def _read_line(line: str, start: int) -> Iterator[tuple[Name, bool]]:
    """Find the names of media in one line, each with whether it is credited there."""
    taken = 0
    for word in WORD.finditer(line):
        if word.start() < taken:
            continue
        name = known_name(line, word) or unknown_name(line, word)
        if name is None:
            continue
        credited = _is_credited(line, name)
        if not credited and (name.vague or not name.known):
            continue
        taken = name.end
        yield replace(name, start=start + name.start, end=start + name.end), credited


def _is_credited(line: str, name: Name) -> bool:
    """Say whether the words beside a name credit it with the news; a known name is credited unless they speak of it otherwise."""
    cues = cue_words()
    place = Place.of(line, name.start, name.end)
    before, after = place.before, place.after
    if cues.silent.match(after) or cues.silent_end.search(before):
        return False
    stop = next((found.start() for found in CLAUSE.finditer(after)), len(after))
    named = bool(cues.loose_end.search(before)) or bool(cues.loose.match(after))
    verb = bool(cues.verb.match(after[:stop]))
    if cues.cue_end.search(before) or cues.prints.match(after) or (verb and (named or not name.vague)):
        return True
    opens = not any(character.isalpha() for character in before) and bool(COLON.match(after))
    ends = not after.strip(" .»”\"')") and bool(DASH.search(before.rstrip('"«“„')))
    if opens or ends or (before.endswith("(") and after.startswith(")")):
        return True
    return name.known and not name.vague
