"""Times: when something happens, by the words of one sentence and the day its page was published.

Vocabulary: a *core* is a date without the preposition that orders it (see `timerules`); a *relation* is that preposition:
since, from, until, by, before, after.

Order: lexemes (`timewords`) -> relation before each place -> longest core there (`timerules`) -> two cores with a mark between
them as a range -> relation applied. The values are those of the reading guide: "since 2022" is `2022/..`, "by 2026" and "before
2027" are `../2026`, early, mid and late parts are the whole. Nothing here knows any language: words come from `times.yml` and
`numbers.yml`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reportedly.model.quote import Quote
from reportedly.reading.calendar import Anchor, Tense, previous
from reportedly.reading.timerules import Base, Core, core_at, encode
from reportedly.reading.timewords import DATING, Lexeme, lexer

TimeKind = Literal["point", "since", "until", "duration", "set", "vague"]
Relation = Literal["SINCE", "FROM", "BY", "UNTIL", "BEFORE", "AFTER"]
RELATIONS: tuple[Relation, ...] = ("SINCE", "FROM", "BY", "UNTIL", "BEFORE", "AFTER")
"""In order of choice for a word that can be several of them."""
ROUND_YEARS = frozenset(range(1900, 2101, 100))
"""Years that are more often a count."""
HEAD_LEXEMES = 12
"""Lexemes of a line among which the date of an entry must begin; longer heads are sentences (news tickers, timelines)."""


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """One time in the page text; the quote leaves out the preposition that orders it.

    `edtf` is None where the time has no place in the calendar. `base` says what the value rests on: the `text` alone, the day
    it was `published`, an `earlier` time in the page ("the same month"; not worked out), or `none`. `length` is the ISO 8601
    duration of a span that lasts or comes back (`X`: number not said); `direction` is where a vague time points (past, present,
    future).
    """

    quote: Quote
    edtf: str | None
    kind: TimeKind
    base: Base
    length: str | None = None
    direction: str | None = None
    step: tuple[str, int] | None = None
    """Unit and number after an earlier time ("two years later" is year, 2), 0 for the same one; see `resolve`."""


def resolve(span: TimeSpan, earlier: str) -> str | None:
    """Work out a span with base `earlier` from the EDTF of the time that it points to; None where that one is too coarse."""
    if span.step is None:
        return None
    unit, number = span.step
    first = earlier.partition("/")[0].strip(".") or earlier.rpartition("/")[2]
    length = {"day": 10, "month": 7, "year": 4}.get(unit)
    if number == 0 and length is not None:
        return first[:length] if len(first) >= length else None
    return Anchor.of(first, None).shifted(unit, number)


def find_times(
    text: str, start: int, end: int, published: str | None, language: str, tense: Tense | None = None
) -> list[TimeSpan]:
    """Find the times of one sentence `[start, end)`, in the order of the text, none overlapping another.

    `published` is EDTF or None (years then stay open: `XXXX-12`); `tense` says whether the sentence's event is past or to come,
    which decides between the last and the next December. Raises: PackError: no pack for `language`.
    """
    lexemes = lexer(language).lexemes(text, start, end)
    cores = _cores(lexemes, Anchor.of(published, tense))
    return [_span(text, lexemes, core, relation) for core, relation in _ranges(lexemes, cores)]


def dateline_of_line(text: str, start: int, end: int, published: str | None, language: str) -> str | None:
    """Read the date at the head of a line: "22 November 2024 - ...", "SEOUL, Sept 11 (AGENCY) - ...", "2019: ...".

    Returns: EDTF of a day, month or year; None for a line that begins otherwise, as with a time of day.
    """
    lexemes = lexer(language).lexemes(text, start, end)
    coded, offsets = encode(lexemes)
    anchor = Anchor.of(published, "past")
    for at in range(_head_start(lexemes), min(len(lexemes), HEAD_LEXEMES)):
        core = core_at(coded, offsets, lexemes, at, anchor)
        if core is not None and core.edtf is not None and "/" not in core.edtf and core.nature == "point":
            place = text[start : lexemes[at].start].strip(" *•▪-–—")
            return core.edtf if _is_head(text, lexemes, core, place) else None
        if _ends_head(lexemes[at], text):
            return None
    return None


def _head_start(lexemes: Sequence[Lexeme]) -> int:
    """Skip the bullet or dash that opens a list line."""
    return next((at for at, lexeme in enumerate(lexemes) if set(lexeme.values) - {"DASH"} or at > 1), 0)


def _ends_head(lexeme: Lexeme, text: str) -> bool:
    """Say whether the head of a line is over: a dash, a colon, or a word in small letters."""
    words = text[lexeme.start : lexeme.end]
    return "DASH" in lexeme.values or words == ":" or words[:1].islower()


def _is_head(text: str, lexemes: Sequence[Lexeme], core: Core, place: str) -> bool:
    """Say whether a date is the head of an entry: alone or after a place, with a dash, colon or bar behind it or nothing at all."""
    if place and not (place.rstrip(",. ").isupper() or place.endswith(",")):
        return False
    at = core.last
    while at < len(lexemes) and "CLOCK" in lexemes[at].values:
        at += 1
    marks = [text[lexeme.start : lexeme.end] for lexeme in lexemes[at:]]
    if marks[:1] == ["("] and ")" in marks:
        at += marks.index(")") + 1
        marks = marks[marks.index(")") + 1 :]
    if not marks or "DASH" in lexemes[at].values:
        return True
    return marks[0] in ({"|", "."} if place else {"|", ":"})


def _cores(lexemes: Sequence[Lexeme], anchor: Anchor) -> list[tuple[Core, Relation | None]]:
    """Find the cores from left to right, each with the relation before it."""
    if not any(kind in DATING for lexeme in lexemes for kind in lexeme.values):
        return []
    coded, offsets = encode(lexemes)
    found: list[tuple[Core, Relation | None]] = []
    at = 0
    while at < len(lexemes):
        relation = _relation(lexemes, at)
        core = core_at(coded, offsets, lexemes, at, _with_tense(anchor, relation))
        if core is None or not _believable(lexemes, core, relation):
            at += 1
            continue
        found.append((core, relation))
        at = core.last
    return found


def _with_tense(anchor: Anchor, relation: Relation | None) -> Anchor:
    """Let the relation settle a tense that is not known: "since" looks back; "by", "until" and "before" look ahead."""
    if relation == "SINCE":
        return replace(anchor, tense=anchor.tense or "past")
    if relation in {"BY", "UNTIL", "BEFORE"} and anchor.tense is None:
        return replace(anchor, tense="future")
    return anchor


def _relation(lexemes: Sequence[Lexeme], at: int) -> Relation | None:
    """Return what the word before lexeme `at` says about order; articles between them are passed over."""
    at -= 1
    while at >= 0 and "THE" in lexemes[at].values:
        at -= 1
    if at < 0:
        return None
    return next((relation for relation in RELATIONS if relation in lexemes[at].values), None)


def _believable(lexemes: Sequence[Lexeme], core: Core, relation: Relation | None) -> bool:
    """Refuse what looks like a time and is none: an event that orders nothing, a round number, a bare word like "may"."""
    kinds = [lexeme.values for lexeme in lexemes[core.first : core.last]]
    before = lexemes[core.first - 1].values if core.first else {}
    if "EPOCH" in kinds[-1]:
        return relation in {"SINCE", "FROM", "UNTIL", "BY", "BEFORE", "AFTER"}
    if len(kinds) == 1 and "YEAR" in kinds[0] and "NUM" in kinds[0]:
        return _is_year(lexemes, core.first, relation)
    if {"MAYBE", "SEASON"} & set(kinds[-1]) and not any({"REL", "PART", "NUM"} & set(kind) for kind in kinds):
        return relation is not None or "IN" in before
    return True


def _is_year(lexemes: Sequence[Lexeme], at: int, relation: Relation | None) -> bool:
    """Say whether four digits are a year: a round number needs a preposition, and none that bounds counts ("over 2000")."""
    before = lexemes[at - 1].values if at else {}
    placed = relation is not None or "IN" in before
    if lexemes[at].values["YEAR"] in ROUND_YEARS:
        return placed and "BOUND" not in before
    return placed or "BOUND" not in before


def _ranges(lexemes: Sequence[Lexeme], cores: Sequence[tuple[Core, Relation | None]]) -> list[tuple[Core, Relation | None]]:
    """Join two cores that are the ends of one span: "2019-2023", "from May to July 2024"."""
    found: list[tuple[Core, Relation | None]] = []
    for core, relation in cores:
        joined = found and _joined(lexemes, *found[-1], core)
        if joined:
            found[-1] = (joined, None)
        else:
            found.append((core, relation))
    return found


def _joined(lexemes: Sequence[Lexeme], first: Core, relation: Relation | None, last: Core) -> Core | None:
    """Join two dates with one mark between them; a dash joins by itself, a word only behind "from"."""
    if last.first - first.last != 1 or first.edtf is None or last.edtf is None or "/" in first.edtf + last.edtf:
        return None
    mark = lexemes[first.last].values
    if not ("DASH" in mark or ("TO" in mark and relation in {"FROM", "SINCE"})):
        return None
    begin = first.edtf
    if first.open_year and not last.open_year and last.edtf[:4].isdigit():
        begin = last.edtf[:4] + first.edtf[4:]
    if not begin[:4].isdigit() or not last.edtf[:4].isdigit() or begin >= last.edtf:
        return None
    return Core(first.first, last.last, f"{begin}/{last.edtf}", last.base)


def _span(text: str, lexemes: Sequence[Lexeme], core: Core, relation: Relation | None) -> TimeSpan:
    """Apply the relation to a core and write it as a span of the page text."""
    quote = Quote.of(text, lexemes[core.first].start, lexemes[core.last - 1].end)
    edtf, kind = core.edtf, _kind(core, relation)
    if edtf is not None and kind == "since":
        edtf = edtf.partition("/")[0] + "/.."
    elif edtf is not None and kind == "until":
        edtf = "../" + _until(lexemes, core, edtf, relation)
    return TimeSpan(quote, edtf, kind, core.base, core.length, core.direction, core.step)


def _kind(core: Core, relation: Relation | None) -> TimeKind:
    """Name the kind of a span: a relation orders only points."""
    if core.nature != "point" or core.closed or relation is None:
        return core.nature
    return "since" if relation in {"SINCE", "FROM", "AFTER"} else "until"


def _until(lexemes: Sequence[Lexeme], core: Core, edtf: str, relation: Relation | None) -> str:
    """Give the last time that "by", "until" and "before" leave: before 2027 is 2026, before an event is its own month."""
    if relation == "BEFORE" and "EPOCH" not in lexemes[core.last - 1].values:
        return previous(edtf)
    return edtf.rpartition("/")[2]
