"""Signs that a line carries in itself: blank, furniture by its words, a menu, another language, numbers, a caption, a pointer or stub.

Each sign is a function from a line and what is known of the page to a role with its reason, or None; `SIGNS` lists them in the order in which they are
asked, and the first that answers decides.
"""

import re
from dataclasses import dataclass

from reportedly.model.page import Role
from reportedly.page.blocks import ADDRESS, AGE, CLOCK, ENTRY_MARKERS, PHONE, QUOTED, Block
from reportedly.page.date import find_dates
from reportedly.page.language import script_of
from reportedly.page.words import Words, wordings

Verdict = tuple[Role, str]

PICTURE_CREDIT = re.compile(r"\((?:[^\W\d_][\w.'’-]*\s){0,4}[^\W\d_][\w.'’-]*\s?/\s?[^\W\d_][\w ]{1,25}\)\s*$")
"""A photographer and an agency in parentheses at the end of a line."""
NOTICE_MAX = 140
"""Code points of a line inside the article above which words of notices no longer count: sentences use them too."""
EDGE_MAX = 200
"""The same for lines above the headline and below the article."""
PARENTHESES = re.compile(r"\s*\(.*\)\s*")
CAPTION_MAX = 250
HEADING: Verdict = ("teaser", "heading over other stories")


@dataclass(frozen=True)
class Context:
    """What is known about the page as a whole."""

    language: str | None
    title: str | None
    outlet: str | None
    words: Words


def read_sign(block: Block, context: Context) -> Verdict | None:
    """Decide a line by what it carries in itself; None where it carries no sign."""
    return next((verdict for sign in SIGNS if (verdict := sign(block, context)) is not None), None)


def _blank(block: Block, context: Context) -> Verdict | None:  # noqa: ARG001 - all signs are called alike
    """Nothing stands in the line."""
    return None if block.text.strip() else ("boilerplate", "blank line")


def _heading(block: Block, context: Context) -> Verdict | None:
    """The whole line is a heading over other stories."""
    return HEADING if simple(block.text) in context.words.teaser_heading else None


def _furniture(block: Block, context: Context) -> Verdict | None:
    """A short line has words of notices, bylines' credits, buttons, or is a menu."""
    notice = _notice(block, context.words) if len(block.text) <= NOTICE_MAX else None
    return ("boilerplate", notice) if notice else None


def _foreign(block: Block, context: Context) -> Verdict | None:
    """The line is in another language than the article."""
    if not _is_foreign(block, context):
        return None
    return "teaser", f"in another language than the article ({block.language or script_of(block.text)})"


def _numbers(block: Block, context: Context) -> Verdict | None:  # noqa: ARG001 - all signs are called alike
    """Counts of views, times, prices: digits with hardly a letter."""
    digits = sum(character.isdigit() for character in block.text[:EDGE_MAX])
    few = len(block.text) <= NOTICE_MAX and block.letters <= 3 and block.letters * 2 <= digits
    return ("boilerplate", "numbers and symbols only") if few and digits else None


def _picture(block: Block, context: Context) -> Verdict | None:
    """The line is the caption of a picture."""
    caption = _caption(block, context.words)
    return ("caption", caption) if caption else None


def _pointer(block: Block, context: Context) -> Verdict | None:
    """The line begins as pointers to other stories do, and is no long sentence."""
    start = context.words.teaser_start
    if (start.match(block.bare) or start.match(block.text.lstrip())) and not (block.prose and len(block.text) > NOTICE_MAX):
        return "teaser", "begins as a pointer to another story"
    return None


def _stub(block: Block, context: Context) -> Verdict | None:
    """The line is cut off."""
    return ("teaser", "cut off, with a pointer to the rest") if _is_stub(block, context.words) else None


SIGNS = (_blank, _heading, _furniture, _foreign, _numbers, _picture, _pointer, _stub)
"""Signs in the order in which they are asked; each docstring says what it sees."""


def simple(text: str) -> str:
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
    if simple(block.text) in words.only:
        return "a button"
    if len({found[0].casefold() for found in words.network.finditer(block.text)}) >= 2 and not block.prose:
        return "row of share buttons"
    return _menu(block, words)


def _menu(block: Block, words: Words) -> str | None:
    """Say why a line is a menu, or None; two entries need a further sign, since headlines and lists use separators too."""
    if not block.entries or block.marker in ENTRY_MARKERS:
        return None
    known = sum(simple(entry) in words.only or bool(words.start.match(entry)) for entry in block.entries)
    small = sum(len(entry.split()) <= 3 for entry in block.entries)
    if known or (len(block.entries) >= 3 and small * 2 >= len(block.entries) and not block.closed):
        return "row of short entries"
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


def is_outlet_line(block: Block, context: Context) -> bool:
    """Say whether a short line is about the outlet itself: its name, with a motto or sections."""
    name = simple(re.sub(r"\s*\(.*?\)\s*", " ", context.outlet or ""))
    return len(name) >= 4 and name in block.text[:EDGE_MAX].casefold() and len(block.text) <= NOTICE_MAX


def edge_notice(block: Block, context: Context) -> str | None:
    """Say why a line above the headline or below the article is furniture, or None."""
    text, words = block.text, context.words
    if len(text) > EDGE_MAX:
        return None
    quoted = QUOTED.search(text)
    reasons = (
        (ADDRESS.search(text), "an address"),
        (PHONE.search(text), "a telephone number"),
        (PARENTHESES.fullmatch(text) or text.strip().startswith("©") or AGE.search(text), "credits or marks of the outlet"),
        (is_outlet_line(block, context) and not quoted, "names the outlet itself"),
        (words.start.match(block.bare) or words.anywhere.search(text), "words of a notice"),
        (len(text) <= NOTICE_MAX and not quoted and words.edge.search(text), "words of a notice at the edge"),
    )
    return next((reason for hit, reason in reasons if hit), None)
