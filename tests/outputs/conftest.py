"""A page with two claims, made by hand."""

import pytest

from reportedly.model.claim import Basis, Claim, Declined, Source
from reportedly.model.page import Line, Page, Role
from reportedly.model.quantity import Quantity
from reportedly.model.quote import Quote
from reportedly.model.reading import Reading

HEADLINE = "Oslo to hand Kyiv “18” Skua launchers"
BODY = "Oslo may <b>lend</b> Kyiv the Skua, officials told the Fjord Herald. =1+1 is no offer."
TEASER = "Read also: weather"
TEXT = "\n".join((HEADLINE, BODY, TEASER))


def quote(words: str) -> Quote:
    start = TEXT.index(words)
    return Quote.of(TEXT, start, start + len(words))


@pytest.fixture
def reading() -> Reading:
    """Headline, body and teaser; the first claim has everything that a claim can have, the second as little as one can have."""
    starts = [0, len(HEADLINE) + 1, len(HEADLINE) + len(BODY) + 2]
    texts = [HEADLINE, BODY, TEASER]
    roles: tuple[Role, ...] = ("headline", "body", "teaser")
    lines = tuple(
        Line(start, start + len(text), role, f"why {role}", "en") for start, text, role in zip(starts, texts, roles, strict=True)
    )
    page = Page(
        "p1",
        TEXT,
        lines,
        "https://example.org/p1",
        "Herald",
        "2024-01-04",
        "en",
        "Skuas\x1b[2J",
        None,
        ("Fjord Herald",),
        "in.txt",
    )
    full = Claim(
        id="c1", evidence=quote("Oslo may <b>lend</b> Kyiv the Skua, officials told the Fjord Herald."), supplier="NO", recipient="UA",
        item="Skua", designation="Skua", category="missile", quantity=Quantity(18, None), mode="loan", stage="delivery", certainty="PS+",
        sources=(Source("officials", "officials", "NO", quote("officials")), Source("Fjord Herald", "media")), when="2024-21", probability=0.75,
        basis=(Basis("certainty", "cue 'may'", quote("may")), Basis("supplier", "state of the page")),
    )  # fmt: skip
    bare = Claim(
        id="c2", evidence=quote("=1+1 is no offer."), supplier=None, recipient="UA", item="offer", designation=None, category="arms",
        quantity=None, mode="unspecified", stage="offer", certainty="CT-", sources=(), when=None, probability=0.25,
    )  # fmt: skip
    return Reading(page, (full, bare), (Declined(quote(HEADLINE), "no-event", "goods, but no event"),))
