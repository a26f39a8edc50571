import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.errors import SourceError
from reportedly.model.ids import content_id
from reportedly.model.page import RawPage
from reportedly.page.build import build_page

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "broken"))
from pages import HTML, PLAIN

TEXT = "\n".join(
    (
        "Home | War | Sport",
        "Sweden sends howitzers",
        "3 May 2023, 10:14",
        "Sweden has handed over twelve howitzers to Ukraine, Bloomberg reports, citing two officials in Stockholm.",
        "The guns had been promised in March, but the crews needed three more weeks of training in Boden.",
        "Швеція передала Україні гаубиці — 02.05.2023",
        "© Fjord Gazette",
    )
)


def raw(text: str = TEXT, media_type: str = "text/plain", **fields: object) -> RawPage:
    return RawPage("p", text.encode(), media_type, **fields)  # type: ignore[arg-type]


def test_a_scraped_text_becomes_a_page() -> None:
    page = build_page(raw(outlet="Fjord Gazette"))
    assert page.text == TEXT
    assert page.roles == ["boilerplate", "headline", "boilerplate", "body", "body", "teaser", "boilerplate"]
    assert (page.language, page.published, page.title, page.cites) == (
        "en",
        "2023-05-03",
        "Sweden sends howitzers",
        ("Bloomberg",),
    )
    assert (page.outlet, page.place, page.notes) == ("Fjord Gazette", "p", ())
    assert [line.language for line in page.lines][3:6] == ["en", "en", "uk"]


def test_an_html_page_becomes_a_page() -> None:
    body = "".join(f"<p>{line}</p>" for line in TEXT.split("\n")[3:5])
    html = f"<html><head><meta property='og:site_name' content='Fjord Gazette'></head><body><article><h1>Sweden sends howitzers</h1>{body}</article></body></html>"
    page = build_page(raw(html, "text/html", url="https://fjord.example/2023/05/03/guns"))
    assert page.roles == ["headline", "body", "body"]
    assert (page.outlet, page.published, page.title) == ("Fjord Gazette", "2023-05-03", "Sweden sends howitzers")


def test_what_the_caller_says_wins_over_source_and_page() -> None:
    page = build_page(raw(published="2022-01-01", outlet="A", language="ru"), published="2021", outlet="B", language="uk")
    assert (page.published, page.outlet, page.language) == ("2021", "B", "uk")


def test_what_the_source_knew_is_carried_on() -> None:
    page = build_page(raw(id="x/1", story="s", title="Sweden sends howitzers", url="https://fjord.example/a"))
    assert (page.id, page.story, page.title, page.url) == ("x/1", "s", "Sweden sends howitzers", "https://fjord.example/a")


def test_the_id_comes_from_text_and_url() -> None:
    assert build_page(raw()).id == content_id(TEXT, None)
    assert build_page(raw(url="https://fjord.example/a")).id == content_id(TEXT, "https://fjord.example/a")


def test_a_date_in_the_future_is_ignored_with_a_note() -> None:
    page = build_page(raw(fetched=datetime(2023, 5, 1, tzinfo=UTC)))
    assert page.published is None
    assert page.notes == ("date 2023-05-03 of the text is in the future and was ignored",)


@given(
    st.text(
        st.characters(exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="\ufeff", include_characters="\n\t"), min_size=1
    ).filter(str.strip)
)
def test_clean_text_is_never_changed_and_each_line_has_a_role(text: str) -> None:
    page = build_page(raw(text))
    assert page.text == text
    assert len(page.roles) == text.count("\n") + 1
    assert build_page(raw(text)) == page


@pytest.mark.parametrize("name", PLAIN)
def test_hostile_text_gives_a_page(name: str) -> None:
    page = build_page(raw(PLAIN[name]))
    assert page.text == PLAIN[name]
    assert len(page.lines) == page.text.count("\n") + 1


@pytest.mark.parametrize("name", HTML)
def test_hostile_markup_gives_a_page(name: str) -> None:
    assert build_page(raw(HTML[name], "text/html")).lines


@pytest.mark.parametrize("media_type", ["text/plain", "text/html"])
@pytest.mark.parametrize("content", [b"", b"\n\n", b"%PDF-1.4", b"\x00\x01\x02" * 99])
def test_what_cannot_be_read_says_what_to_do(content: bytes, media_type: str) -> None:
    with pytest.raises(SourceError) as caught:
        build_page(RawPage("file.bin", content, media_type))
    assert str(caught.value).startswith("file.bin: ")
    assert caught.value.advice
