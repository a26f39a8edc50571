import json
from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

import reportedly
from reportedly import Failure, Overrides, Page, RawPage, Reading, SourceError, UsageError
from reportedly.api import build_all

TEXT = """Oslo hands frigate to Lisbon
Norway delivered a Nansen-class frigate to Portugal on Tuesday, the Portuguese defence ministry said.
The two countries had signed the contract in March 2022, and the navy has trained its crew in Bergen since then.
"""


def test_text_bytes_path_raw_page_and_page_are_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    raw = RawPage("here", TEXT.encode(), "text/plain")
    readings = [reportedly.read(source) for source in (TEXT, TEXT.encode(), path, str(path), raw)]
    readings.append(reportedly.read(readings[0].page))
    assert all(reading.claims == readings[0].claims for reading in readings)
    assert {reading.page.text for reading in readings} == {TEXT}
    assert ("NO", "PT", "ship", "delivery") in {
        (one.supplier, one.recipient, one.category, one.stage) for one in readings[0].claims
    }


def test_every_quote_equals_its_slice() -> None:
    reading = reportedly.read(TEXT, published="2024-05-02")
    quotes = [claim.evidence for claim in reading.claims]
    quotes += [basis.quote for claim in reading.claims for basis in claim.basis if basis.quote]
    quotes += [source.quote for claim in reading.claims for source in claim.sources if source.quote]
    assert quotes
    assert all(reading.page.text[quote.start : quote.end] == quote.text for quote in quotes)


def test_overrides_win() -> None:
    page = reportedly.read(TEXT, published="2024-05-02", outlet="Herald", language="uk").page
    assert (page.published, page.outlet, page.language) == ("2024-05-02", "Herald", "uk")


@pytest.mark.parametrize("published", ["yesterday", "2024-13", "", "04.01.2024"])
def test_a_date_that_is_none_is_refused(published: str) -> None:
    with pytest.raises(UsageError, match="EDTF"):
        reportedly.read(TEXT, published=published)


def test_a_page_is_not_built_twice() -> None:
    page = reportedly.read(TEXT).page
    with pytest.raises(UsageError):
        reportedly.read(page, outlet="Herald")


def test_html_is_known_by_its_first_bytes() -> None:
    html = f"<!DOCTYPE html><html><head><title>T</title></head><body><article><p>{'</p><p>'.join(TEXT.split(chr(10)))}</p></article></body></html>"
    assert "<p>" not in reportedly.read(html).page.text


@pytest.mark.parametrize("content", [b"", b"  \n ", b"%PDF-1.7 ...", b"\x00\x01\x02" * 50])
def test_what_is_no_page_says_what_to_do(content: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        reportedly.read(content)
    assert caught.value.advice


def test_a_missing_path_is_an_error_and_not_a_text(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        reportedly.read(tmp_path / "missing.txt")


def test_a_collection_is_not_one_page(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_text((json.dumps({"text": TEXT}) + "\n") * 2, encoding="utf-8")
    with pytest.raises(UsageError, match="2 pages"):
        reportedly.read(path)


def test_read_all_goes_on_after_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(TEXT)
    read = list(reportedly.read_all([tmp_path]))
    assert [type(one) for one in read] == [Reading, Failure, Reading]
    assert [type(one) for one in build_all([tmp_path], overrides=Overrides(outlet="Herald"))] == [Page, Failure, Page]


def test_a_reading_cannot_be_changed() -> None:
    reading = reportedly.read(TEXT)
    with pytest.raises(FrozenInstanceError):
        reading.claims = ()  # type: ignore[misc]  # the point of the test


def test_everything_public_is_there_and_documented() -> None:
    for name in reportedly.__all__:
        assert getattr(reportedly, name).__doc__, name
    assert {field.name for field in fields(Reading)} == {"page", "claims", "declined"}
