"""Reading a page: quotes are slices, lines that are not read claim nothing, the same page gives the same claims."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.model.page import READ_ROLES, Page, Role
from reportedly.model.quote import Quote
from reportedly.model.reading import Reading
from reportedly.reading.reader import read_page

SENTENCES = (
    "Malta delivered six M777s to Cyprus on Monday.",
    "They were repaired in Larnaca, Cypriot officials told Reuters.",
    "The officials added that Greece may sell Kenya two frigates and “some” radars.",
    "Valletta denied it.",
    "Will Kenya lend the boats to Chad?",
    "If the deal holds, Kenya will pay €40 million — in goats 🐐.",
    "Kenya has received from Turkey:",
    "• 12 Bayraktar TB2 drones;",
    "Nobody in Ñuble cares about the weather.",
    "According to Bloomberg, Chad plans to buy Su-35s from Russia by 2027.",
    "Kenyan troops lost two Maltese-supplied carriers.",
)
PAGES = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8).flatmap(
    lambda rows: st.lists(st.sampled_from(["\n", " "]), min_size=len(rows), max_size=len(rows)).map(
        lambda joints: "".join(row + joint for row, joint in zip(rows, joints, strict=True)).strip()
    )
)
UNREAD: tuple[Role, ...] = ("teaser", "boilerplate", "caption")
CLAIM = "Malta delivered six M777s to Cyprus on Monday."


def quotes(reading: Reading) -> Iterator[Quote]:
    for claim in reading.claims:
        yield claim.evidence
        yield from (basis.quote for basis in claim.basis if basis.quote is not None)
        yield from (source.quote for source in claim.sources if source.quote is not None)
    yield from (declined.quote for declined in reading.declined)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=PAGES)
def test_every_quote_is_its_slice_of_the_text(make_page: Callable[..., Page], text: str) -> None:
    reading = read_page(make_page(text))
    for quote in quotes(reading):
        assert 0 <= quote.start < quote.end <= len(text)
        assert quote.text == text[quote.start : quote.end]
    for claim in reading.claims:
        assert claim.item in text
        assert claim.supplier is not None or claim.recipient is not None
        assert claim.supplier != claim.recipient


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=PAGES)
def test_reading_twice_gives_the_same_claims_and_ids(make_page: Callable[..., Page], text: str) -> None:
    first, second = read_page(make_page(text)), read_page(make_page(text))
    assert first == second
    assert [claim.id for claim in first.claims] == [claim.id for claim in second.claims]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=PAGES)
def test_claims_come_in_the_order_of_the_text(make_page: Callable[..., Page], text: str) -> None:
    starts = [claim.evidence.start for claim in read_page(make_page(text)).claims]
    assert starts == sorted(starts)


@pytest.mark.parametrize("role", UNREAD)
def test_lines_that_are_not_read_claim_nothing(make_page: Callable[..., Page], role: Role) -> None:
    reading = read_page(make_page(CLAIM, roles=(role,)))
    assert reading.claims == ()
    assert reading.declined == ()


@pytest.mark.parametrize("role", UNREAD)
def test_only_the_article_is_evidence(make_page: Callable[..., Page], role: Role) -> None:
    page = make_page(f"{CLAIM}\nGreece sold Kenya two frigates.\n{CLAIM}", roles=("headline", role, "body"))
    found = read_page(page).claims
    assert [claim.supplier for claim in found] == ["MT", "MT"]
    lines = [next(line for line in page.lines if line.start <= claim.evidence.start < line.end) for claim in found]
    assert all(line.role in READ_ROLES for line in lines)


def test_a_language_without_a_pack_is_declined_with_a_reason(make_page: Callable[..., Page]) -> None:
    reading = read_page(make_page("Malta toimitti kuusi kivääriä Kyprokselle.", language="fi"))
    assert reading.claims == ()
    (declined,) = reading.declined
    assert declined.reason == "language"
    assert "'fi'" in declined.detail
    assert declined.quote.text in reading.page.text


@pytest.mark.parametrize("language", ["en", "fi", None])
def test_an_empty_page_gives_nothing(make_page: Callable[..., Page], language: str | None) -> None:
    reading = read_page(make_page("", language=language))
    assert (reading.claims, reading.declined) == ((), ())


def test_a_page_without_a_language_is_read(make_page: Callable[..., Page]) -> None:
    assert [claim.supplier for claim in read_page(make_page(CLAIM, language=None)).claims] == ["MT"]


@pytest.mark.parametrize(
    ("head", "line"),
    [("VALLETTA, May 13 (Reuters) — ", CLAIM), ("14:35 ", CLAIM), ("▶ ", CLAIM), ("VALLETTA – ", CLAIM)],
)
def test_a_dateline_is_no_part_of_the_sentence(make_page: Callable[..., Page], head: str, line: str) -> None:
    (claim,) = read_page(make_page(head + line)).claims
    assert claim.evidence.text == line
    assert (claim.supplier, claim.recipient) == ("MT", "CY")


def test_we_means_the_state_of_the_outlet(make_page: Callable[..., Page]) -> None:
    (claim,) = read_page(make_page("We have received rifles from Malta.", outlet="Kyiv Post")).claims
    assert (claim.supplier, claim.recipient) == ("MT", "UA")


def test_what_is_named_late_helps_what_is_left_out_early(make_page: Callable[..., Page]) -> None:
    first, *_ = read_page(make_page("The rifles have been delivered to Cyprus.\nMalta sold Cyprus the rifles in May.")).claims
    assert (first.supplier, first.recipient) == ("MT", "CY")


def test_goods_and_a_transfer_word_without_a_claim_are_declined(make_page: Callable[..., Page]) -> None:
    reading = read_page(make_page("The rifles were delivered on Monday."))
    assert reading.claims == ()
    assert [declined.quote.text for declined in reading.declined] == ["The rifles were delivered on Monday."]
    assert all(declined.reason and declined.detail for declined in reading.declined)
