"""Read a page: walk its sentences from the top with the state of the page, and collect claims and declined sentences.

Order: spans of the page -> sentences of headline and body lines -> which of them the gate lets through -> parse -> context -> claims.
Sentences that carry no claim still change the state (who speaks, which goods are named).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.model.claim import Claim, Declined
from reportedly.model.page import READ_ROLES, Page
from reportedly.model.quote import Quote
from reportedly.model.reading import Reading
from reportedly.packs.load import languages, load_part
from reportedly.packs.schema import PackInfo
from reportedly.reading.assemble import Assembler
from reportedly.reading.context import SentenceContext
from reportedly.reading.parse import missing, parse
from reportedly.reading.parties import find_parties
from reportedly.reading.sentences import MARKS, Sentence, find_sentences
from reportedly.reading.spans import PageSpans
from reportedly.reading.state import PageState
from reportedly.reading.tree import Tree

FALLBACK = "en"
LONGEST = 2000
"""Code points of the longest sentence that is read: longer ones are tables or lists run together, and a parser's cost grows."""
TOO_LONG = f"longer than {LONGEST} characters without a sentence end: split the text into lines and read it again"
STOPS = frozenset(".!?…:;,")
OFFICES = frozenset({"seat", "force"})
"""Kinds of party names that are offices of a state."""
CLOCK = re.compile(r"(?:\d{1,2}[:.]\d{2}|[012]\d[0-5]\d(?=\s[^\W\d_]))\s*[—–|-]?\s+")
"""The time of an entry in a live blog or ticker."""
DAY = re.compile(r"(?:\d{1,2}[.]?\s+)?[^\W\d_]{3,}\s+\d{4}\s*[—–-]\s+|\d{1,2}[./]\d{1,2}[./]\d{2,4}\s*[—–-]\s+")
"""The day or month at the head of an entry of a chronology."""
DATELINE = re.compile(
    r"(?:[^\W\d_a-z][^\W\d_a-zа-яіїєґё]+[ /.,'’-]*){1,4}(?:,?\s[^()—–]{1,24})?(?:\([^()]{2,40}\))?\s*[—–-]{1,2}\s+"
)
"""Capitals for the place, perhaps a date and the agency in brackets, then a dash."""


def read_page(page: Page) -> Reading:
    """Read the claims of a page.

    Raises: PackError: a pack is broken. A page in a language without a pack, or without the dictionary its pack needs, gives no claims and
    one `Declined` that says so.
    """
    language = page.language or FALLBACK
    if language not in languages():
        return Reading(page, (), _unread(page, f"no pack for language {language!r} is installed"))
    problem = missing(language)
    if problem is not None:
        return Reading(page, (), _unread(page, problem))
    spans = PageSpans(page, language)
    sentences = [
        _without_dateline(page.text, each) for each in find_sentences(page, language) if page.lines[each.line].role in READ_ROLES
    ]
    long = [each for each in sentences if each.end - each.start > LONGEST]
    sentences = [each for each in sentences if each.end - each.start <= LONGEST]
    parsed = list(zip(sentences, _trees(spans, sentences), strict=True))
    home, host = _home(page, language)
    first = PageState(published=page.published, home=home, host=host)
    _walk(spans, parsed, first)
    claims, declined = _walk(
        spans, parsed, PageState(published=page.published, home=home, host=host, first=first, persons=first.persons)
    )
    declined.extend(Declined(Quote.of(page.text, each.start, each.end), "too-long", TOO_LONG) for each in long)
    return Reading(page, tuple(claims), tuple(sorted(declined, key=lambda each: each.quote)))


def _home(page: Page, language: str) -> tuple[str | None, str | None]:
    """The state that the page calls its own, and the one whose own office publishes it: both by the outlet's name."""
    named = next(iter(find_parties(page.outlet or "", language)), None)
    if named is None:
        return load_part(language, "pack", PackInfo).home, None
    return named.party, named.party if named.kind in OFFICES else None


def _walk(spans: PageSpans, parsed: Sequence[tuple[Sentence, Tree]], state: PageState) -> tuple[list[Claim], list[Declined]]:
    """Read the sentences from the top; twice over, so that what is named late helps what is left out early."""
    claims: list[Claim] = []
    declined: list[Declined] = []
    for sentence, tree in parsed:
        found, refused = _read_sentence(spans, sentence, tree, state)
        claims.extend(found)
        declined.extend(refused)
    return claims, declined


def _without_dateline(text: str, sentence: Sentence) -> Sentence:
    """Drop the place, day and agency before the dash at the head of a wire story: they are no part of what is said."""
    start = sentence.start
    for pattern in (MARKS, CLOCK, DAY, DATELINE):
        match = pattern.match(text, start, sentence.end)
        if match is not None and match.end() < sentence.end:
            start = match.end()
    return replace(sentence, start=start)


def _unread(page: Page, reason: str) -> tuple[Declined, ...]:
    if not page.text:
        return ()
    return (Declined(Quote.of(page.text, 0, min(80, len(page.text))), "language", reason),)


def _trees(spans: PageSpans, sentences: Sequence[Sentence]) -> Iterator[Tree]:
    text = spans.page.text
    return parse(
        [(text[each.start : each.end], each.start, spans.merges(each.start, each.end)) for each in sentences],
        spans.language,
        spans.stand_ins,
    )


def _entry(page: Page, sentence: Sentence) -> bool:
    """Say whether a sentence ends its line without a stop, as entries of tickers do: they name their source as headlines do."""
    rest = page.text[sentence.end : page.lines[sentence.line].end]
    return not rest.strip() and page.text[sentence.end - 1] not in STOPS


def _read_sentence(spans: PageSpans, sentence: Sentence, tree: Tree, state: PageState) -> tuple[list[Claim], list[Declined]]:
    headline = spans.page.lines[sentence.line].role == "headline" or _entry(spans.page, sentence)
    context = SentenceContext(spans, tree, sentence.start, sentence.end, state, headline=headline)
    assembler = Assembler(context, state)
    claims = assembler.claims()
    _note(context, state, claims)
    refused = assembler.declined
    if not claims and not refused and context.triggers and context.items:
        refused = [Declined(context.quote, "no-event", "a transfer word and goods, but no event that joins them")]
    return claims, [] if claims else refused[:1]


def _note(context: SentenceContext, state: PageState, claims: Sequence[Claim]) -> None:
    for item in context.items:
        if not item.general:
            state.note_item(item)
    for mention in context.parties:
        if mention.party in state.named:
            state.named.remove(mention.party)
        state.named.append(mention.party)
        if mention.kind == "leader":
            state.person_party = mention.party
    for attribution in context.attributions:
        state.note_chain(attribution.chain)
    subjects = [
        mention.party
        for mention in context.parties
        if (token := context.tree.head_of(mention.start, mention.end)) and token.rel in {"nsubj", "nsubj:pass"}
    ]
    if subjects:
        state.subjects.append(subjects[0])
    elif context.parties:
        state.subjects.append(context.parties[0].party)
    state.note_claims(claims)
