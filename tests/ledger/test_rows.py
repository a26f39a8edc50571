from datetime import UTC, date, datetime

import pytest

from reportedly.ledger.rows import check_claim_id, claim_of, claim_rows, page_id, page_of, page_row, plain_url, public_day
from reportedly.model.claim import Basis, Claim, Source
from reportedly.model.page import Line, Page
from reportedly.model.quantity import Quantity
from reportedly.model.quote import Quote
from reportedly.model.reading import Reading

TEXT = "Іран передав Росії дрони.\nIran handed over drones."
PAGE = Page(
    "given",
    TEXT,
    (Line(0, 25, "headline", "r", "uk"), Line(26, 50, "body", "r", "en")),
    "https://e.org/a",
    "O",
    "2024-01",
    "uk",
    "T",
    "s",
    ("R",),
    "x",
    ("n",),
)
CLAIM = Claim(
    "", Quote.of(TEXT, 26, 50), "IR", None, "drones", "Shahed-136", "uav", Quantity(2, None), "aid", "delivery", "PS+",
    (Source("R", "media", None, Quote.of(TEXT, 26, 30)),), "2023", 0.5, (Basis("stage", "rule", Quote.of(TEXT, 31, 37)), Basis("mode", "none")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-01-04", "2024-01-04"),
        ("2024-01", "2024-01-31"),
        ("2024", "2024-05-20"),
        (None, "2024-05-20"),
        ("2031-01-01", "2024-05-20"),
        ("2023/..", "2024-05-20"),
    ],
)
def test_day_on_which_a_page_was_out_at_the_latest(published: str | None, day: str) -> None:
    assert public_day(published, date(2024, 5, 20)) == day


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("HTTPS://Example.org/A/?utm_source=x&id=3#top", "https://example.org/A?id=3"), ("https://example.org/a/", "https://example.org/a"),
        ("https://[bad", "https://[bad"), ("https://e.org/?id=1&id=2", "https://e.org?id=1&id=2"),
    ],
)  # fmt: skip
def test_addresses_of_one_page(url: str, plain: str) -> None:
    assert plain_url(url) == plain
    assert plain_url(plain) == plain


def test_pages_and_claims_come_back_as_they_went_in() -> None:
    reading = Reading(PAGE, (CLAIM,))
    row = page_row(reading, 0, datetime(2024, 5, 20, tzinfo=UTC))
    (written,) = claim_rows(reading)
    assert check_claim_id(written)
    assert page_of(row | {"id": "given"}) == PAGE
    back = claim_of(written, TEXT)
    assert (back.id, written["page_id"]) == (written["id"], page_id(PAGE))
    assert back == Claim(back.id, *(getattr(CLAIM, name) for name in list(CLAIM.__slots__)[1:]))


def test_a_changed_claim_has_another_id() -> None:
    (written,) = claim_rows(Reading(PAGE, (CLAIM,)))
    assert not check_claim_id(written | {"stage": "use"})
    assert check_claim_id(written | {"probability": 0.9})
