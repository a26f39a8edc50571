"""Names of media in a line: those of the lexicon, and unknown ones that the line itself presents as a medium's.

A *cue* is a word or phrase that credits a medium or tells that a name is one: nouns ("newspaper"), verbs of publishing, what a speaker told it,
"according to". Patterns ending in `_end` are searched in the words before a name, the others matched in those after it. Words come from the packs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.page.outlet import WORD, Alias, aliases_by_first_word, first_key, outlets
from reportedly.page.words import alternatives, any_of, wordings

OPENING = "\"'«“„‘("
QUOTES = "\"'«“„‘"
CLOSING = "\"'»”“’)"
NAME_MAX = 60
"""Code points of the longest name of a medium; longer runs of capitalised words are titles of something else."""
NEAR = 6
"""Words that may stand between a cue and a name ("told the independent Swedish news agency TT")."""
WINDOW = 90
"""Code points before and after a name in which a cue is looked for."""
ENDING = 4
"""Letters of the longest case ending, and one."""
MIN_STEM = 3
"""Letters of the shortest name that is looked for in case forms."""
CASED = re.compile(r"[А-ЯІЇЄҐЁ]")
LATIN = re.compile(r"[A-Za-z]")
LAST_DASH = re.compile(r"[–—-]\s*[«“„\"]?$")
LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]+")
SMALL_WORD = 3
"""Letters of the longest word written small in a Latin name: a quotation has longer ones."""
POSSESSIVE = re.compile(r"'\w$")
TAG_END = re.compile(r"\s+\w+\s*[.:]")
QUOTE_END = re.compile(rf"[{re.escape(CLOSING)}]")
FURTHER = re.compile(r"[\s\"«“]+[^\W\d_a-z]")
LAST = re.compile(r"[»”\"]*\s*(?:\.|$)")


@dataclass(frozen=True)
class Name:
    """A name of a medium in the text: `[start, end)` in code points, the name as it is to be written, and how sure it is one."""

    start: int
    end: int
    name: str
    outlet: str
    vague: bool
    known: bool = True


@dataclass(frozen=True)
class Place:
    """A name with the words around it; `marked`: in quotation marks, or in Latin letters inside a Cyrillic line."""

    name: str
    before: str
    after: str
    marked: bool

    @classmethod
    def of(cls, line: str, start: int, end: int, *, quoted: bool = False) -> "Place":
        """Cut the name `[start, end)` and its surroundings out of a line."""
        name = line[start:end]
        foreign = bool(LATIN.match(name)) and bool(CASED.search(line))
        return cls(name, line[max(0, start - WINDOW) : start], line[end : end + WINDOW], quoted or foreign)


@dataclass(frozen=True)
class Cues:
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
def cue_words() -> Cues:
    """Compile the cue words of all packs."""
    nouns, loose, skip, others = _all("nouns"), _all("loose"), _all("skip"), _all("others")
    names = alternatives(nouns + loose)
    quotes, closing = rf"[{re.escape(QUOTES)}]*", rf"[{re.escape(CLOSING)}]*"
    gap = rf"(?:[\s,]+(?:{alternatives(skip + nouns + loose)}))*[\s,]*[{re.escape(OPENING)}]*$"

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    return Cues(
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


def known_name(line: str, word: re.Match[str]) -> Name | None:
    """Read a name of the lexicon that begins at `word`; an everyday word needs a medium's noun, quotation marks or a strong cue."""
    for stem, alias in _candidates(word[0]):
        end = _match_alias(line, word.start(), alias, stem=stem)
        if end is not None:
            return Name(word.start(), end, _written(line[word.start() : end], alias), alias.outlet, alias.vague)
    return None


def _candidates(word: str) -> Iterator[tuple[bool, Alias]]:
    """Find names by their first word as written, then by its stem where it may carry a case ending."""
    index = aliases_by_first_word()
    flat = first_key(POSSESSIVE.sub("", word))
    yield from ((False, alias) for alias in index.get(flat, ()))
    if CASED.match(word):
        stems = {flat[: len(flat) - cut] for cut in range(ENDING) if len(flat) - cut >= MIN_STEM}
        forms = stems | {stem + ending for stem in stems for ending in cue_words().endings if len(ending) == 1}
        yield from ((True, alias) for form in sorted(forms - {flat}) for alias in index.get(form, ()))


def _match_alias(line: str, start: int, alias: Alias, *, stem: bool) -> int | None:
    """Match a name of the lexicon at `start`; returns its end in the line, or None. Capitals of the first letter must agree."""
    rest = line[start : start + WINDOW]
    if rest[:1] != alias.name[:1]:
        return None
    if (
        not stem
        and rest[: len(alias.name)] in {alias.name, alias.name.upper()}
        and not rest[len(alias.name) : len(alias.name) + 1].isalnum()
    ):
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
    endings = cue_words().endings
    return any(
        left[: len(right) - cut] == right[: len(right) - cut] and left[len(right) - cut :] in endings
        for cut in (0, 1)
        if cut == 0 or right[-1:] in endings
    )


def _written(found: str, alias: Alias) -> str:
    """Write a name as the page does; a case form is given back in the form of the lexicon."""
    return found if found.casefold() == alias.name.casefold() else alias.name


def unknown_name(line: str, word: re.Match[str]) -> Name | None:
    """Read a name that the lexicon does not know but the line presents as a medium's; None where it does not."""
    quoted = word.start() > 0 and line[word.start() - 1] in set(QUOTES) - {"'"}
    if not word[0][0].isupper() or POSSESSIVE.search(word[0]) or (not quoted and _is_bare_noun(line, word)):
        return None
    end = _quoted_end(line, word.start()) if quoted else _name_end(line, word)
    name = line[word.start() : end]
    if (
        end <= word.start()
        or not _may_be_name(name, quoted=quoted)
        or not _is_medium(Place.of(line, word.start(), end, quoted=quoted))
    ):
        return None
    return Name(word.start(), end, name, name, vague=False, known=False)


def _is_bare_noun(line: str, word: re.Match[str]) -> bool:
    """Say whether a capitalised word is not the name's first: an article or adjective, or a noun after one ("state TV")."""
    cues, before = cue_words(), line[max(0, word.start() - 25) : word.start()].split()
    if cues.skip.fullmatch(word[0]):
        return True
    return bool(before) and bool(cues.loose.fullmatch(" " + word[0])) and bool(cues.skip.fullmatch(before[-1]))


def _may_be_name(name: str, *, quoted: bool) -> bool:
    """Say whether words can be a medium's name: not a designation, an institute, or plain words for a nationality or a kind of medium."""
    cues = cue_words()
    if (any(character.isdigit() for character in name) and "-" in name) or cues.day.match(name):
        return False
    small = [
        word.islower() for word in LATIN_WORD.findall(name) if (word.islower() and len(word) > SMALL_WORD) or name.endswith(word)
    ]
    if quoted and (name[-1:] in ",.;:!?…" or any(small)):
        return False
    plain_words = not quoted and all(cues.generic.fullmatch(word) for word in name.split())
    return not cues.other.fullmatch(name) and not plain_words and name.casefold() not in outlets()[2]


def _quoted_end(line: str, start: int) -> int:
    """Find the end of a name in quotation marks; `start` where it is too long for one."""
    found = QUOTE_END.search(line, start, start + NAME_MAX)
    return found.start() if found else start


def _name_end(line: str, word: re.Match[str]) -> int:
    """Run over the capitalised words of a name and the small words inside it."""
    end = word.end()
    for found in WORD.finditer(line, word.end()):
        between = line[end : found.start()]
        if (
            found.end() - word.start() > NAME_MAX
            or between != " "
            or POSSESSIVE.search(line[word.start() : end])
            or not (found[0][0].isupper() or found[0][0].isdigit() or found[0] in cue_words().particles)
        ):
            break
        if found[0] in cue_words().particles and not line[found.end() + 1 : found.end() + 2].isupper():
            break
        end = found.end()
    return end


def _is_medium(place: Place) -> bool:
    """Say whether a line presents an unknown name as a medium's: any of `PRESENTED` does, unless it is a channel of a social network."""
    return not cue_words().social_end.search(place.before) and any(rule(place) for rule in PRESENTED)


def _beside_noun(place: Place) -> bool:
    """A noun for a medium stands beside the name ("the channel Zorya", "Zorya, a Lviv daily,", "a Lviv daily, Zorya,")."""
    cues = cue_words()
    apposed = place.before.rstrip(QUOTES + " ").endswith(",") <= place.after.startswith(",")
    before = apposed and cues.noun_end.search(place.before)
    return bool(before or _names_noun(cues.noun, place) or cues.apposition.match(place.after))


def _beside_loose_noun(place: Place) -> bool:
    """A noun that may stand for a medium stands beside the name, and a cue on its other side."""
    cues = cue_words()
    return _is_cued(place) and bool(cues.loose_end.search(place.before) or _names_noun(cues.loose, place))


def _behind_dash(place: Place) -> bool:
    """The name is in quotation marks or foreign letters and ends the line after a dash, or follows a verb of publishing."""
    last = not place.after.strip(" .»”\"'") and LAST_DASH.search(place.before)
    return place.marked and bool(last or cue_words().prints_end.search(place.before))


def _sounds_like_medium(place: Place) -> bool:
    """A word or particle in the name is usual in names of media, and a cue stands beside it."""
    cues = cue_words()
    usual = cues.part.search(place.name) or any(f" {particle} " in place.name for particle in cues.particles)
    return bool(usual) and _is_cued(place)


def _publishes(place: Place) -> bool:
    """The name publishes: it is marked and followed by such a verb, or stands in a clause like ", Zorya Today writes." or ", writes Zorya."."""
    cues = cue_words()
    verb = cues.prints.match(place.after)
    if place.marked:
        return bool(verb)
    tagged = " " in place.name and place.before.rstrip().endswith(",") and verb and TAG_END.match(place.after)
    return bool(tagged or (cues.tag_end.search(place.before) and LAST.match(place.after)))


def _is_told(place: Place) -> bool:
    """Someone told it the news, and it is no person and no authority: a name of several words with an article or a number."""
    cues = cue_words()
    told = cues.told_end.search(place.before)
    if told is None or place.marked or cues.body.search(place.name) or " " not in place.name:
        return False
    return told["article"] is not None or place.name[-1].isdigit()


PRESENTED = (_beside_noun, _beside_loose_noun, _behind_dash, _sounds_like_medium, _publishes, _is_told)
"""What presents an unknown name as a medium's; each docstring says what it sees."""


def _is_cued(place: Place) -> bool:
    """Say whether words of telling, crediting or publishing stand beside a name."""
    cues = cue_words()
    return bool(cues.cue_end.search(place.before) or cues.prints.match(place.after))


def _names_noun(pattern: re.Pattern[str], place: Place) -> bool:
    """Say whether a noun for a medium follows and no further name does: else the name is only an adjective ("a Riga daily")."""
    if CASED.match(place.name) or cue_words().indefinite_end.search(place.before):
        return False
    found = pattern.match(place.after)
    return found is not None and not FURTHER.match(place.after[found.end() :])
