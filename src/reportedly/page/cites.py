"""Which media a page takes its news from, in order of first mention (GUIDE.md, `cites`).

A *name* is one of the lexicon (`outlet.aliases_by_first_word`) or an unknown one that the page itself calls a medium. A *cue* is a word beside it that
credits it: a verb of which it is the subject, what a speaker told it, "according to", a dash at the end of a headline, a colon after it. A medium that is
mentioned without a cue is not credited, and neither is the page's own outlet. Only headline and body count. Words come from the packs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.model.page import READ_ROLES, Line
from reportedly.page.outlet import WORD, Alias, aliases_by_first_word, first_key, outlets, same_outlet
from reportedly.page.words import alternatives, any_of, plain, wordings

OPENING = "\"'«“„‘("
QUOTES = "\"'«“„‘"
CLOSING = "\"'»”“’)"
NEAR = 6
"""Words that may stand between a cue and a name ("told the independent Swedish news agency TT")."""
WINDOW = 90
"""Code points before and after a name in which a cue is looked for."""
ENDING = 4
"""Letters of the longest case ending, and one."""
MIN_STEM = 3
"""Letters of the shortest name that is looked for in case forms."""
CASED = re.compile(r"[А-ЯІЇЄҐЁ]")
CLAUSE = re.compile(r"[.!?;…](?=\s|$)|\n")
COLON = re.compile(r"[\"»”]?\s*:")
LATIN = re.compile(r"[A-Za-z]")
LAST_DASH = re.compile(r"[–—-]\s*[«“„\"]?$")
LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]+")
SMALL_WORD = 3
"""Letters of the longest word written small in a Latin name: a quotation has longer ones."""
POSSESSIVE = re.compile(r"'\w$")
TAG_END = re.compile(r"\s+\w+\s*[.:]")
DASH = re.compile(r"(?:[–—-]|,)\s*(?:\w{1,12}\s+){0,2}$")


@dataclass(frozen=True)
class _Name:
    """A name of a medium in the text: `[start, end)` in code points, the name as it is to be written, and how sure it is one."""

    start: int
    end: int
    name: str
    outlet: str
    vague: bool
    known: bool = True


@dataclass(frozen=True)
class _Cues:
    """Compiled cue words of all packs; `*_end` patterns are searched before a name, the others matched after it."""

    noun_end: re.Pattern[str]
    loose_end: re.Pattern[str]
    noun: re.Pattern[str]
    loose: re.Pattern[str]
    apposition: re.Pattern[str]
    social_end: re.Pattern[str]
    cue_end: re.Pattern[str]
    told_end: re.Pattern[str]
    prints_end: re.Pattern[str]
    tag_end: re.Pattern[str]
    indefinite_end: re.Pattern[str]
    body: re.Pattern[str]
    prints: re.Pattern[str]
    verb: re.Pattern[str]
    silent: re.Pattern[str]
    silent_end: re.Pattern[str]
    part: re.Pattern[str]
    other: re.Pattern[str]
    generic: re.Pattern[str]
    skip: re.Pattern[str]
    day: re.Pattern[str]
    particles: frozenset[str]
    endings: frozenset[str]


@cache
def _cues() -> _Cues:
    """Compile the cue words of all packs."""
    nouns, loose, skip, others = _all("nouns"), _all("loose"), _all("skip"), _all("others")
    names = alternatives(nouns + loose)
    quotes, closing = rf"[{re.escape(QUOTES)}]*", rf"[{re.escape(CLOSING)}]*"
    gap = rf"(?:[\s,]+(?:{alternatives(skip + nouns + loose)}))*[\s,]*[{re.escape(OPENING)}]*$"

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    return _Cues(
        noun_end=compiled(rf"(?:{alternatives(nouns)}),?\s*{quotes}$"),
        loose_end=compiled(rf"(?:{names})\s*{quotes}$"),
        noun=compiled(rf"{closing}\s+(?:{alternatives(nouns)})"),
        loose=compiled(rf"{closing}\s+(?:{names})"),
        apposition=compiled(rf"{closing},\s+(?:\w+\s+){{1,4}}(?:{alternatives(nouns)})\s*[,.]"),
        social_end=compiled(rf"(?:{alternatives(others)})[\s-]+(?:{names})\s*{quotes}$"),
        cue_end=compiled(rf"(?:{alternatives(_all('credit') + _all('told'))}){gap}"),
        told_end=compiled(rf"(?:{alternatives(_all('told'))})\s+(?P<article>(?:{alternatives(_all('definite'))})\s+)?{quotes}$"),
        prints_end=compiled(rf"(?:{alternatives(_all('prints'))})\s+{quotes}$"),
        tag_end=compiled(rf",[\"'»”]*\s+(?:{alternatives(_all('prints'))})\s+(?:\w{{1,3}}\s+)?{quotes}$"),
        indefinite_end=compiled(rf"(?:{alternatives(_all('indefinite'))})\s+$"),
        body=any_of(_all("bodies") + _all("research")),
        prints=compiled(rf"{closing}\s+(?:{alternatives(_all('prints'))})"),
        verb=compiled(rf"{closing},?(?:\s+[^\s.!?;]+){{0,{NEAR}}}?,?\s+(?:{alternatives(_all('verbs') + _all('prints'))})"),
        silent=compiled(rf"(?:'\w)?\s*(?:{alternatives(_all('silent'))})"),
        silent_end=compiled(rf"(?:{alternatives(_all('silent_before'))})(?:\s+(?:{alternatives(skip)}))*\s*{quotes}$"),
        part=any_of(_all("names")),
        other=any_of(others),
        generic=any_of(skip + nouns + loose + _all("names")),
        skip=any_of(skip),
        day=any_of(name for pack in wordings().values() for names in (*pack.dates.months, pack.dates.weekdays) for name in names),
        particles=frozenset(_all("particles")),
        endings=frozenset(_all("endings")),
    )


def _all(key: str) -> list[str]:
    """Collect the words under one key of `media` in all packs."""
    return [word for pack in wordings().values() for word in getattr(pack.media, key)]


def find_cites(text: str, lines: Sequence[Line], language: str | None, outlet: str | None) -> tuple[str, ...]:
    """Find the media that a page credits.

    Returns: names as the page writes them in full somewhere, in order of first mention, without the page's own outlet.
    """
    cued: list[_Name] = []
    seen: list[_Name] = []
    for line in lines:
        if line.role in READ_ROLES:
            flat = plain(text[line.start : line.end])
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


def _fullest(name: _Name, seen: list[_Name]) -> str:
    """Choose the longest name under which the page speaks of the same medium."""
    same = [other.name for other in seen if other.outlet == name.outlet and not other.vague] or [name.name]
    return max([name.name, *same], key=len)


def _read_line(line: str, start: int) -> Iterator[tuple[_Name, bool]]:
    """Find the names of media in one line, each with whether it is credited there."""
    taken = 0
    for word in WORD.finditer(line):
        if word.start() < taken:
            continue
        name = _known_name(line, word) or _unknown_name(line, word)
        if name is None:
            continue
        credited = _is_credited(line, name)
        if not credited and (name.vague or not name.known):
            continue
        taken = name.end
        yield _Name(start + name.start, start + name.end, name.name, name.outlet, name.vague), credited


def _known_name(line: str, word: re.Match[str]) -> _Name | None:
    """Read a name of the lexicon that begins at `word`; an everyday word needs a medium's noun, quotation marks or a strong cue."""
    for stem, alias in _candidates(word[0]):
        end = _match_alias(line, word.start(), alias, stem)
        if end is not None:
            return _Name(word.start(), end, _written(line[word.start() : end], alias), alias.outlet, alias.vague)
    return None


def _candidates(word: str) -> Iterator[tuple[bool, Alias]]:
    """Find names by their first word as written, then by its stem where it may carry a case ending."""
    index = aliases_by_first_word()
    flat = first_key(POSSESSIVE.sub("", word))
    yield from ((False, alias) for alias in index.get(flat, ()))
    if CASED.match(word):
        stems = {flat[: len(flat) - cut] for cut in range(ENDING) if len(flat) - cut >= MIN_STEM}
        forms = stems | {stem + ending for stem in stems for ending in _cues().endings if len(ending) == 1}
        yield from ((True, alias) for form in sorted(forms - {flat}) for alias in index.get(form, ()))


def _match_alias(line: str, start: int, alias: Alias, stem: bool) -> int | None:
    """Match a name of the lexicon at `start`; returns its end in the line, or None. Capitals of the first letter must agree."""
    rest = line[start : start + WINDOW]
    if rest[:1] != alias.name[:1]:
        return None
    if not stem and rest[: len(alias.name)] in {alias.name, alias.name.upper()} and not rest[len(alias.name) : len(alias.name) + 1].isalnum():
        return start + len(alias.name)
    if not CASED.match(alias.name):
        return None
    words, end = WORD.finditer(rest), 0
    for part in WORD.findall(alias.name):
        found = next(words, None)
        if found is None or not _same_word(found[0], part):
            return None
        end = found.end()
    return start + end


def _same_word(written: str, base: str) -> bool:
    """Say whether a Cyrillic word is a case form of `base`; words in capitals and of other scripts must be equal."""
    left, right = written.casefold(), base.casefold()
    if left == right:
        return True
    if not CASED.match(base[0].upper()) or (base.isupper() and len(base) > 1) or len(right) < MIN_STEM:
        return False
    endings = _cues().endings
    return any(
        left[: len(right) - cut] == right[: len(right) - cut] and left[len(right) - cut :] in endings
        for cut in (0, 1)
        if cut == 0 or right[-1:] in endings
    )


def _written(found: str, alias: Alias) -> str:
    """Write a name as the page does; a case form is given back in the form of the lexicon."""
    return found if found.casefold() == alias.name.casefold() else alias.name


def _unknown_name(line: str, word: re.Match[str]) -> _Name | None:
    """Read a name that the lexicon does not know but the line presents as a medium's; None where it does not."""
    quoted = word.start() > 0 and line[word.start() - 1] in set(QUOTES) - {"'"}
    if not word[0][0].isupper() or POSSESSIVE.search(word[0]) or (not quoted and _is_bare_noun(line, word)):
        return None
    end = _quoted_end(line, word.start()) if quoted else _name_end(line, word)
    name = line[word.start() : end]
    if end <= word.start() or not _may_be_name(name, quoted=quoted) or not _is_medium(line, word.start(), end, quoted):
        return None
    return _Name(word.start(), end, name, name, vague=False, known=False)


def _is_bare_noun(line: str, word: re.Match[str]) -> bool:
    """Say whether a capitalised word is not the name's first: an article or adjective, or a noun after one ("state TV")."""
    cues, before = _cues(), line[max(0, word.start() - 25) : word.start()].split()
    if cues.skip.fullmatch(word[0]):
        return True
    return bool(before) and bool(cues.loose.fullmatch(" " + word[0])) and bool(cues.skip.fullmatch(before[-1]))


def _may_be_name(name: str, *, quoted: bool) -> bool:
    """Say whether words can be a medium's name: not a designation, an institute, or plain words for a nationality or a kind of medium."""
    cues = _cues()
    if (any(character.isdigit() for character in name) and "-" in name) or cues.day.match(name):
        return False
    small = [word.islower() for word in LATIN_WORD.findall(name) if word.islower() and len(word) > SMALL_WORD or name.endswith(word)]
    if quoted and (name[-1:] in ",.;:!?…" or any(small)):
        return False
    plain_words = not quoted and all(cues.generic.fullmatch(word) for word in name.split())
    return not cues.other.fullmatch(name) and not plain_words and name.casefold() not in outlets()[2]


def _quoted_end(line: str, start: int) -> int:
    """Find the end of a name in quotation marks; `start` where it is too long for one."""
    found = re.compile(rf"[{re.escape(CLOSING)}]").search(line, start, start + 50)
    return found.start() if found else start


def _name_end(line: str, word: re.Match[str]) -> int:
    """Run over the capitalised words of a name and the small words inside it."""
    end = word.end()
    for found in WORD.finditer(line, word.end()):
        between = line[end : found.start()]
        if between != " " or POSSESSIVE.search(line[word.start() : end]) or not (found[0][0].isupper() or found[0][0].isdigit() or found[0] in _cues().particles):
            break
        if found[0] in _cues().particles and not line[found.end() + 1 : found.end() + 2].isupper():
            break
        end = found.end()
    return end


def _is_medium(line: str, start: int, end: int, quoted: bool) -> bool:
    """Say whether a line presents an unknown name as a medium's."""
    cues, before, after, name = _cues(), line[max(0, start - WINDOW) : start], line[end : end + WINDOW], line[start:end]
    if cues.social_end.search(before):
        return False
    cyrillic = bool(CASED.match(name))
    foreign = bool(LATIN.match(name)) and bool(CASED.search(line))
    adjective = cyrillic or bool(cues.indefinite_end.search(before))
    apposed = before.rstrip(QUOTES + " ").endswith(",") <= after.startswith(",")
    if (apposed and cues.noun_end.search(before)) or (not adjective and _names_noun(cues.noun, after)) or cues.apposition.match(after):
        return True
    cued = bool(cues.cue_end.search(before) or cues.prints.match(after))
    if cued and (cues.loose_end.search(before) or (not adjective and _names_noun(cues.loose, after))):
        return True
    last = not after.strip(" .»”\"'")
    if (quoted or foreign) and ((last and LAST_DASH.search(before)) or cues.prints_end.search(before)):
        return True
    if cues.part.search(name) or any(f" {particle} " in name for particle in cues.particles):
        return cued
    if quoted or foreign:
        return bool(cues.prints.match(after))
    if _tells_medium(before, name) or (cues.tag_end.search(before) and re.match(r"[»”\"]*\s*(?:\.|$)", after)):
        return True
    return " " in name and before.rstrip().endswith(",") and bool(cues.prints.match(after)) and bool(TAG_END.match(after))


def _tells_medium(before: str, name: str) -> bool:
    """Say whether someone told it to what must be a medium: a name with an article or a number, and no authority's."""
    cues = _cues()
    told = cues.told_end.search(before)
    if told is None or cues.body.search(name) or " " not in name:
        return False
    return told["article"] is not None or name[-1].isdigit()


def _names_noun(pattern: re.Pattern[str], after: str) -> bool:
    """Say whether a noun for a medium follows that no further name follows: else the first name is only its adjective."""
    found = pattern.match(after)
    return found is not None and not re.match(r"[\s\"«“]+[^\W\d_a-z]", after[found.end() :])


def _is_credited(line: str, name: _Name) -> bool:
    """Say whether the words beside a name credit it with the news; a known name is credited unless they speak of it otherwise."""
    cues = _cues()
    before, after = line[max(0, name.start - WINDOW) : name.start], line[name.end : name.end + WINDOW]
    if cues.silent.match(after) or cues.silent_end.search(before):
        return False
    stop = next((found.start() for found in CLAUSE.finditer(after)), len(after))
    named = bool(cues.loose_end.search(before)) or bool(cues.loose.match(after))
    verb = bool(cues.verb.match(after[:stop]))
    if cues.cue_end.search(before) or cues.prints.match(after) or (verb and (named or not name.vague)):
        return True
    opens = not any(character.isalpha() for character in before) and bool(COLON.match(after))
    ends = not after.strip(" .»”\"')") and bool(DASH.search(before.rstrip("\"«“„")))
    if opens or ends or (before.endswith("(") and after.startswith(")")):
        return True
    return name.known and not name.vague
