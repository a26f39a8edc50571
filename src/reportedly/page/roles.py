"""One role for each line, with its reason (GUIDE.md: headline, body, caption, teaser, boilerplate).

Order: *signs* that a line carries in itself (another language, words of menus and notices, menus, stubs, captions) -> the headline -> the
*article*, from the first to the last line of prose or of a list -> what is left above, between headline and article, and below it. Inside the article an
unmarked line is body; below it a line that reads like a headline is a teaser.
"""

import re
from collections import Counter

from reportedly.model.page import Line
from reportedly.page.blocks import CLOCK, SENTENCES, Block, read_blocks
from reportedly.page.date import find_dates
from reportedly.page.signs import EDGE_MAX, HEADING, NOTICE_MAX, Context, Verdict, edge_notice, is_outlet_line, read_sign, simple
from reportedly.page.words import Words, all_words

HEADLINE_MAX = 200
TITLE_LINES = 20
"""Lines from the top among which the title is looked for."""
TITLE_SHARE = 0.6
"""Share of the longer of line and title that must be the same for a headline: titles carry the outlet's name at their end."""
REPEATED = 3
"""Times from which a short line that is no sentence is furniture."""
MENU_WORDS = 2
"""Words of the longest line above the prose that gives way to a longer headline below it: menus come one entry a line."""
SHORT_LINE = 8
"""Words of the longest line under the headline in which a date without a year makes a date line."""
NAME_WORDS = 4
"""Words of the longest line below the article that is taken for names of authors."""
LIST_SHARE = 0.5
"""Share of unmarked lines with one and the same marker from which a page is a list (ticker, digest, live blog)."""
SHOUTED_WORDS = 6
"""Words of the shortest line in capitals that is a link and not a subheading."""
TAIL_NOTICES = 4
"""Closed lines at the end of the article that are tried as notices; more never stood there."""


def read_roles(text: str, language: str | None, title: str | None = None, outlet: str | None = None) -> tuple[Line, ...]:
    """Give every line of `text` one role, its reason and its language."""
    words = all_words()
    blocks = read_blocks(text, language, words)
    context = Context(language, title, outlet, words)
    verdicts: list[Verdict | None] = [read_sign(block, context) for block in blocks]
    _mark_repeated(blocks, verdicts)
    _mark_stub_lists(blocks, verdicts, context)
    head = _find_headline(blocks, verdicts, context)
    if head is not None:
        verdicts[head] = ("headline", "title of the page" if title else "first line that reads like a headline")
    _mark_article(blocks, verdicts, context, head)
    lines = []
    for block, verdict in zip(blocks, verdicts, strict=True):
        role, reason = verdict or ("body", "inside the article")
        lines.append(Line(block.start, block.end, role, reason, block.language))
    return tuple(lines)


def _mark_repeated(blocks: list[Block], verdicts: list[Verdict | None]) -> None:
    """Mark short lines that stand on the page several times, as buttons do."""
    counts = Counter(block.text.strip() for block in blocks if len(block.text) <= NOTICE_MAX)
    for index, block in enumerate(blocks):
        if verdicts[index] is None and block.letters and counts[block.text.strip()] >= REPEATED and not block.prose:
            verdicts[index] = ("boilerplate", "repeated on the page")


def _mark_stub_lists(blocks: list[Block], verdicts: list[Verdict | None], context: Context) -> None:
    """Mark the lines under a heading over other stories, up to the next line of prose; above the first prose it is a menu's."""
    under = seen = False
    for index, block in enumerate(blocks):
        seen = seen or (verdicts[index] is None and block.prose)
        if not seen:
            verdicts[index] = ("boilerplate", "menu") if verdicts[index] == HEADING else verdicts[index]
            continue
        if verdicts[index] == HEADING or _is_bare_pointer(block, verdicts[index], context):
            under = True
        elif verdicts[index] is None and under:
            if block.prose:
                under = False
            else:
                verdicts[index] = ("teaser", "under a heading over other stories")


def _is_bare_pointer(block: Block, verdict: Verdict | None, context: Context) -> bool:
    """Say whether a line is a pointer to other stories that names none ("read also:")."""
    return verdict is not None and verdict[0] == "teaser" and bool(context.words.teaser_start.fullmatch(simple(block.text)))


# ---------------------------------------------------------------- headline


def _find_headline(blocks: list[Block], verdicts: list[Verdict | None], context: Context) -> int | None:
    """Find the headline: the line that is the title, else the first unmarked line above the prose that does not end a sentence."""
    if context.title:
        for index, block in enumerate(blocks[:TITLE_LINES]):
            if _is_title(block.text, context.title):
                return index
    candidates = []
    for index, block in enumerate(blocks[:TITLE_LINES]):
        if (
            verdicts[index] is not None
            or _is_date_line(block)
            or (is_outlet_line(block, context) and not _is_channel_title(blocks, index))
        ):
            continue
        if len(block.text) > HEADLINE_MAX or (block.prose and block.text.rstrip()[-1:] not in "?!"):
            break
        candidates.append(index)
    return next((index for index in candidates if blocks[index].words > MENU_WORDS), candidates[0] if candidates else None)


def _is_channel_title(blocks: list[Block], index: int) -> bool:
    """Say whether a line with the outlet's name heads a post: an item of a list or a sentence follows at once."""
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    return after is not None and (after.prose or (after.marker == "symbol" and after.words >= 8))


def _is_title(line: str, title: str) -> bool:
    """Say whether a line is the title of the page, give or take punctuation and the outlet's name."""
    left, right = (re.sub(r"[\W_]+", "", text[: HEADLINE_MAX * 2].casefold()) for text in (line, title))
    if not left or not right:
        return False
    shorter, longer = sorted((left, right), key=len)
    return left == right or (longer.startswith(shorter) and len(shorter) >= TITLE_SHARE * len(longer))


def _is_date_line(block: Block, *, short_dates: bool = False) -> bool:
    """Say whether a short line gives a day and no sentence: a date line or a dateline alone; `short_dates` counts those without a year."""
    if len(block.text) > NOTICE_MAX or block.prose or block.words > 12:
        return False
    dates = find_dates(block.text)
    return any(found.year or found.start == 0 or short_dates for found in dates) or bool(
        block.entries and CLOCK.search(block.text)
    )


# ---------------------------------------------------------------- the article and what surrounds it


def _mark_article(blocks: list[Block], verdicts: list[Verdict | None], context: Context, head: int | None) -> None:
    """Find the article among the unmarked lines and decide the lines above, before and below it."""
    first_line = 0 if head is None else head + 1
    free = [index for index in range(first_line, len(blocks)) if verdicts[index] is None]
    marker = _list_marker([blocks[index] for index in free])
    solid = [index for index in free if _is_solid(blocks[index], marker, context.words)]
    for index in range(first_line if head is not None else 0):
        if verdicts[index] is None:
            verdicts[index] = ("boilerplate", "above the headline")
    if not solid:
        for index in free:
            verdicts[index] = _between(blocks[index], context)
        return
    last = _trim_end(blocks, verdicts, context, solid)
    for index in free:
        if index < solid[0]:
            verdicts[index] = _between(blocks[index], context)
        elif index > last:
            verdicts[index] = verdicts[index] or _below(blocks[index], context)
        elif blocks[index].dated and not marker:
            verdicts[index] = ("teaser", "with a date of its own")
        elif _is_shouted(blocks[index]) and not marker:
            verdicts[index] = ("teaser", "in capitals between paragraphs, like a link")


def _is_shouted(block: Block) -> bool:
    """Say whether a line of several words is all in capitals."""
    return block.words >= SHOUTED_WORDS and block.text[:EDGE_MAX].isupper() and len(block.text) <= EDGE_MAX


def _list_marker(free: list[Block]) -> str:
    """Name the marker of a page that is a list; `any` where its lines are no sentences and carry none; empty for prose."""
    if not free:
        return ""
    marker, count = Counter(block.marker for block in free).most_common(1)[0]
    if marker and count >= 3 and count >= LIST_SHARE * len(free):
        return marker
    closed = sum(block.prose for block in free)
    return "any" if len(free) >= 4 and closed * 4 <= len(free) else ""


def _is_solid(block: Block, marker: str, words: Words) -> bool:
    """Say whether a line is surely article: prose, or an item of the page's list."""
    if block.prose or (block.marker == "label" and block.words > 2):
        return not _is_question_stub(block)
    if marker == "any":
        return not ((label := words.teaser_label.match(block.bare)) and block.bare[label.end() : label.end() + 1] == ":")
    return bool(marker) and block.marker == marker


def _is_question_stub(block: Block) -> bool:
    """Say whether a line is a single question after a label, as teasers are written."""
    text = block.text.rstrip()
    return (
        text.endswith("?")
        and not SENTENCES.search(text)
        and bool(re.match(r"[^:?]{3,40}:\s", block.bare))
        and block.marker != "label"
    )


def _trim_end(blocks: list[Block], verdicts: list[Verdict | None], context: Context, solid: list[int]) -> int:
    """Take notices off the end of the article; returns the index of its last line."""
    for index in reversed(solid[-TAIL_NOTICES:]):
        notice = edge_notice(blocks[index], context) if len(solid) > 1 else None
        if notice is None or blocks[index].marker in {"time", "date"}:
            return index
        verdicts[index] = ("boilerplate", notice)
        solid = solid[:-1]
    return solid[-1] if solid else 0


def _between(block: Block, context: Context) -> Verdict:
    """Decide an unmarked line between the headline and the article."""
    if _is_date_line(block, short_dates=block.words <= SHORT_LINE):
        return "boilerplate", "date line"
    if block.dated:
        return "teaser", "with a date of its own"
    notice = edge_notice(block, context) or ("byline" if _is_byline(block, context.words) else None)
    return ("boilerplate", notice) if notice else ("body", "between headline and article")


def _is_byline(block: Block, words: Words) -> bool:
    """Say whether a line names authors: a byline word first, or nothing but two to six capitalised words."""
    if block.words > 12 or (block.closed and block.prose):
        return False
    if words.byline.match(block.bare):
        return True
    names = re.findall(r"[^\W\d_]+(?:[-'.][^\W\d_]*)*", block.text)
    return (
        2 <= len(names) <= 6
        and all(name[0].isupper() for name in names)
        and not any(c.isdigit() for c in block.text)
        and not block.closed
    )


def _below(block: Block, context: Context) -> Verdict:
    """Decide an unmarked line below the article."""
    named = block.words <= NAME_WORDS and _is_byline(block, context.words)
    notice = edge_notice(block, context) or ("date line" if _is_date_line(block) else None) or ("byline" if named else None)
    if notice:
        return "boilerplate", notice
    labelled = context.words.teaser_label.match(block.bare)
    return "teaser", "labelled stub below the article" if labelled else "reads like a headline and stands below the article"
