"""One role for each line, with its reason (GUIDE.md: headline, body, caption, teaser, boilerplate).

Order: *signs* that a line carries in itself (another language, words of menus and notices, menus, stubs, captions) -> the headline -> the
*article*, from the first to the last line of prose or of a list -> what is left above, between headline and article, and below it. Inside the article an
unmarked line is body; below it a line that reads like a headline is a teaser.
"""

import re
from collections import Counter
from dataclasses import dataclass

from reportedly.model.page import Line, Role
from reportedly.page.blocks import ADDRESS, AGE, CLOCK, PHONE, QUOTED, SENTENCES, Block, read_blocks
from reportedly.page.date import find_dates
from reportedly.page.language import script_of
from reportedly.page.words import Words, all_words, wordings

Verdict = tuple[Role, str]

PICTURE_CREDIT = re.compile(r"\((?:[^\W\d_][\w.'’-]*\s){0,4}[^\W\d_][\w.'’-]*\s?/\s?[^\W\d_][\w ]{1,25}\)\s*$")
"""A photographer and an agency in parentheses at the end of a line."""
NOTICE_MAX = 140
"""Code points of a line inside the article above which words of notices no longer count: sentences use them too."""
EDGE_MAX = 200
"""The same for lines above the headline and below the article."""
CAPTION_MAX = 250
HEADLINE_MAX = 200
TITLE_LINES = 20
"""Lines from the top among which the title is looked for."""
TITLE_SHARE = 0.6
"""Share of the longer of line and title that must be the same for a headline: titles carry the outlet's name at their end."""
MENU_WORDS = 2
"""Words of the longest line above the prose that gives way to a longer headline below it: menus come one entry a line."""
LIST_SHARE = 0.5
"""Share of unmarked lines with one and the same marker from which a page is a list (ticker, digest, live blog)."""
SHOUTED_WORDS = 6
"""Words of the shortest line in capitals that is a link and not a subheading."""
TAIL_NOTICES = 4
"""Closed lines at the end of the article that are tried as notices; more never stood there."""


@dataclass(frozen=True)
class Context:
    """What is known about the page as a whole."""

    language: str | None
    title: str | None
    outlet: str | None
    words: Words


def read_roles(text: str, language: str | None, title: str | None = None, outlet: str | None = None) -> tuple[Line, ...]:
    """Give every line of `text` one role, its reason and its language."""
    words = all_words()
    blocks = read_blocks(text, language, words)
    context = Context(language, title, outlet, words)
    verdicts: list[Verdict | None] = [_sign(block, context) for block in blocks]
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


# ---------------------------------------------------------------- signs of a line in itself


def _sign(block: Block, context: Context) -> Verdict | None:
    """Decide a line by what it carries in itself; None where it carries no sign."""
    words, text = context.words, block.text
    if not text.strip():
        return "boilerplate", "blank line"
    if _simple(text) in words.teaser_heading:
        return "teaser", "heading over other stories"
    short = len(text) <= NOTICE_MAX
    if short and (notice := _notice(block, words)):
        return "boilerplate", notice
    if _is_foreign(block, context):
        return "teaser", f"in another language than the article ({block.language or script_of(text)})"
    if short and block.letters * 2 <= sum(character.isdigit() for character in text) and block.letters <= 3:
        return ("boilerplate", "numbers and symbols only") if any(character.isdigit() for character in text) else None
    if caption := _caption(block, words):
        return "caption", caption
    if (words.teaser_start.match(block.bare) or words.teaser_start.match(text.lstrip())) and not (block.prose and len(text) > NOTICE_MAX):
        return "teaser", "begins as a pointer to another story"
    if _is_stub(block, words):
        return "teaser", "cut off, with a pointer to the rest"
    return None


def _simple(text: str) -> str:
    """Strip a line of all that surrounds its words."""
    return re.sub(r"^\W+|\W+$", "", text[:EDGE_MAX]).casefold()


def _notice(block: Block, words: Words) -> str | None:
    """Say why a line is furniture by its words, or None."""
    if words.start.match(block.bare) or words.start.match(block.text.lstrip()):
        return "begins as a notice"
    if words.anywhere.search(block.text):
        return "words of a notice"
    if block.text.strip().startswith("(") and words.start.match(block.text.strip(" (")):
        return "credits in parentheses"
    if _simple(block.text) in words.only:
        return "a button"
    if len({found[0].casefold() for found in words.network.finditer(block.text)}) >= 2 and not block.prose:
        return "row of share buttons"
    return _menu(block, words)


def _menu(block: Block, words: Words) -> str | None:
    """Say why a line is a menu, or None; two entries need a further sign, since headlines and lists use separators too."""
    if not block.entries or block.marker in {"time", "label"}:
        return None
    known = sum(_simple(entry) in words.only or bool(words.start.match(entry)) for entry in block.entries)
    small = sum(len(entry.split()) <= 3 for entry in block.entries)
    if known or (len(block.entries) >= 3 and small * 2 >= len(block.entries) and not block.closed):
        return "menu"
    if any(found.year for found in find_dates(block.text)) or CLOCK.search(block.text):
        return "date line"
    return None


def _is_foreign(block: Block, context: Context) -> bool:
    """Say whether a line is in another language than the article, and long enough to be sure."""
    if context.language is None or block.letters < 6:
        return False
    script, own = script_of(block.text), _script_of_language(context.language)
    if own and script and script != own:
        return block.letters >= 10 and block.words >= 2
    return block.language is not None and block.language != context.language


def _script_of_language(language: str) -> str:
    """Name the script of a language by the alphabet in its pack; empty where no pack is installed."""
    pack = wordings().get(language)
    return script_of(pack.alphabet) if pack else ""


def _caption(block: Block, words: Words) -> str | None:
    """Say why a line is a caption, or None."""
    if len(block.text) > CAPTION_MAX:
        return None
    if words.caption_start.match(block.bare):
        return "begins as a caption"
    if words.caption_anywhere.search(block.text):
        return "words of a caption"
    if PICTURE_CREDIT.search(block.text):
        return "ends with the credit of a picture"
    for found in words.caption_credit.finditer(block.text):
        before, after = block.text[: found.start()].rstrip(), block.text[found.end() :]
        if before[-1:] in {".", "!", "?", "/", "|", "©", "("} and len(after) <= 60 and re.match(r"\s*[:/©]|\s+\w", after):
            return "ends with the credit of a picture"
    return None


def _is_stub(block: Block, words: Words) -> bool:
    """Say whether a line is a cut-off stub: an ellipsis followed by a pointer to the rest, or the pointer alone at the end."""
    tail = block.text[-60:].rstrip(" .»>→")
    found = next((one for one in words.teaser_end.finditer(tail) if one.end() == len(tail)), None)
    return found is not None and bool(re.search(r"(?:…|\.\.\.|\]|»|>|→)\s*$", tail[: found.start()]))


def _mark_stub_lists(blocks: list[Block], verdicts: list[Verdict | None], context: Context) -> None:
    """Mark the lines under a heading over other stories, up to the next line of prose; above the first prose it is a menu's."""
    under = seen = False
    for index, block in enumerate(blocks):
        seen = seen or (verdicts[index] is None and block.prose)
        if not seen:
            continue
        if verdicts[index] == ("teaser", "heading over other stories") or _is_bare_pointer(block, verdicts[index], context):
            under = True
        elif verdicts[index] is None and under:
            if block.prose:
                under = False
            else:
                verdicts[index] = ("teaser", "under a heading over other stories")


def _is_bare_pointer(block: Block, verdict: Verdict | None, context: Context) -> bool:
    """Say whether a line is a pointer to other stories that names none ("read also:")."""
    return verdict is not None and verdict[0] == "teaser" and bool(context.words.teaser_start.fullmatch(_simple(block.text)))


# ---------------------------------------------------------------- headline


def _find_headline(blocks: list[Block], verdicts: list[Verdict | None], context: Context) -> int | None:
    """Find the headline: the line that is the title, else the first unmarked line above the prose that does not end a sentence."""
    if context.title:
        for index, block in enumerate(blocks[:TITLE_LINES]):
            if _is_title(block.text, context.title):
                return index
    candidates = []
    for index, block in enumerate(blocks[:TITLE_LINES]):
        if verdicts[index] is not None or _is_date_line(block) or (_is_outlet_line(block, context) and not _is_channel_title(blocks, index)):
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
    left, right = (re.sub(r"[\W_]+", "", text[:HEADLINE_MAX * 2].casefold()) for text in (line, title))
    if not left or not right:
        return False
    shorter, longer = sorted((left, right), key=len)
    return left == right or (longer.startswith(shorter) and len(shorter) >= TITLE_SHARE * len(longer))


def _is_outlet_line(block: Block, context: Context) -> bool:
    """Say whether a short line is about the outlet itself: its name, with a motto or sections."""
    name = _simple(re.sub(r"\s*\(.*?\)\s*", " ", context.outlet or ""))
    return len(name) >= 4 and name in block.text[:EDGE_MAX].casefold() and len(block.text) <= NOTICE_MAX


def _is_date_line(block: Block, *, short_dates: bool = False) -> bool:
    """Say whether a short line gives a day and no sentence: a date line or a dateline alone; `short_dates` counts those without a year."""
    if len(block.text) > NOTICE_MAX or block.prose or block.words > 12:
        return False
    dates = find_dates(block.text)
    return any(found.year or found.start == 0 or short_dates for found in dates) or bool(block.entries and CLOCK.search(block.text))


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
    if block.prose or block.marker in {"label"} and block.words > 2:
        return not _is_question_stub(block)
    if marker == "any":
        return not ((label := words.teaser_label.match(block.bare)) and block.bare[label.end() : label.end() + 1] == ":")
    return bool(marker) and block.marker == marker


def _is_question_stub(block: Block) -> bool:
    """Say whether a line is a single question after a label, as teasers are written."""
    text = block.text.rstrip()
    return text.endswith("?") and not SENTENCES.search(text) and bool(re.match(r"[^:?]{3,40}:\s", block.bare)) and block.marker != "label"


def _trim_end(blocks: list[Block], verdicts: list[Verdict | None], context: Context, solid: list[int]) -> int:
    """Take notices off the end of the article; returns the index of its last line."""
    for index in reversed(solid[-TAIL_NOTICES:]):
        notice = _edge_notice(blocks[index], context) if len(solid) > 1 else None
        if notice is None or blocks[index].marker in {"time", "date"}:
            return index
        verdicts[index] = ("boilerplate", notice)
        solid = solid[:-1]
    return solid[-1] if solid else 0


def _edge_notice(block: Block, context: Context) -> str | None:
    """Say why a line at the edge of an article is furniture, or None."""
    text, words = block.text, context.words
    if len(text) > EDGE_MAX:
        return None
    if ADDRESS.search(text):
        return "an address"
    if PHONE.search(text):
        return "a telephone number"
    if re.fullmatch(r"\s*\(.*\)\s*", text) or text.strip().startswith("©") or AGE.search(text):
        return "credits or marks of the outlet"
    if _is_outlet_line(block, context) and not QUOTED.search(text):
        return "names the outlet itself"
    if words.start.match(block.bare) or words.anywhere.search(text):
        return "words of a notice"
    return "words of a notice at the edge" if len(text) <= NOTICE_MAX and not QUOTED.search(text) and words.edge.search(text) else None


def _between(block: Block, context: Context) -> Verdict:
    """Decide an unmarked line between the headline and the article."""
    if _is_date_line(block, short_dates=block.words <= 8):
        return "boilerplate", "date line"
    if block.dated:
        return "teaser", "with a date of its own"
    if notice := _edge_notice(block, context):
        return "boilerplate", notice
    if _is_byline(block, context.words):
        return "boilerplate", "byline"
    return "body", "between headline and article"


def _is_byline(block: Block, words: Words) -> bool:
    """Say whether a line names authors: a byline word first, or nothing but two to six capitalised words."""
    if block.words > 12 or (block.closed and block.prose):
        return False
    if words.byline.match(block.bare):
        return True
    names = re.findall(r"[^\W\d_]+(?:[-'.][^\W\d_]*)*", block.text)
    return 2 <= len(names) <= 6 and all(name[0].isupper() for name in names) and not any(c.isdigit() for c in block.text) and not block.closed


def _below(block: Block, context: Context) -> Verdict:
    """Decide an unmarked line below the article."""
    if notice := _edge_notice(block, context):
        return "boilerplate", notice
    if _is_date_line(block):
        return "boilerplate", "date line"
    if _is_byline(block, context.words) and block.words <= 4:
        return "boilerplate", "byline"
    if context.words.teaser_label.match(block.bare):
        return "teaser", "labelled stub below the article"
    return "teaser", "reads like a headline and stands below the article"
