import json
import sys
from pathlib import Path

import pytest

from reportedly.model.errors import SourceError
from reportedly.page.html import read_html

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "broken"))
from pages import EMPTY_HTML, HTML

BODY = (
    "<p>Sweden has handed over twelve howitzers to Ukraine, the defence ministry in Stockholm said on Monday.</p>"
    "<h2>What comes next</h2>"
    "<p>The guns had been promised in March, but the crews needed three more weeks of training in Boden.</p>"
)
PAGE = f"""<html lang="en-GB"><head><title>Sweden sends howitzers - Fjord Gazette</title>
<meta property="og:site_name" content="Fjord Gazette"><meta property="article:published_time" content="2023-05-03T10:00:00Z"></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>Sweden sends howitzers</h1>{BODY}
<figure><img src="a.jpg"><figcaption>A howitzer at Boden. Photo: Jan Ek</figcaption></figure></article>
<footer>© 2023 Fjord Gazette. All rights reserved.</footer></body></html>"""


def test_the_article_comes_a_paragraph_a_line_with_what_the_markup_says() -> None:
    markup = read_html(PAGE, "p")
    lines = markup.text.split("\n")
    assert lines[0] == "Sweden sends howitzers"
    assert "What comes next" in lines
    assert any(line.startswith("Sweden has handed over") for line in lines)
    assert "All rights reserved" not in markup.text
    assert (markup.title, markup.sitename, markup.published, markup.language) == (
        "Sweden sends howitzers",
        "Fjord Gazette",
        "2023-05-03",
        "en",
    )


def test_a_headline_that_the_extractor_lost_is_put_first() -> None:
    markup = read_html(
        f"<html><head><title>Sweden sends howitzers</title></head><body><div class='text'>{BODY}</div></body></html>", "p"
    )
    assert markup.text.split("\n")[0] == "Sweden sends howitzers"


def test_an_article_of_a_few_words_keeps_its_lines() -> None:
    lines = read_html(
        "<html><body><article><h1>Guns go east</h1><p>Twelve left Boden on Monday.</p><p>More will follow.</p></article></body></html>",
        "p",
    ).text.split("\n")
    assert lines == ["Guns go east", "Twelve left Boden on Monday.", "More will follow."]


def test_paragraphs_run_together_are_cut_at_the_lines_of_the_page() -> None:
    paragraphs = [
        f"Paragraph {number} of the article speaks of twelve howitzers and of who pays for them." for number in range(5)
    ]
    data = json.dumps({"@type": "NewsArticle", "articleBody": " ".join(paragraphs)})
    html = f'<html><head><script type="application/ld+json">{data}</script></head><body><div>Menu</div>' + "".join(
        f"<div>{one}</div>" for one in paragraphs
    )
    assert [line for line in read_html(html, "p").text.split("\n") if line.startswith("Paragraph")] == paragraphs


def test_lines_have_no_blanks_at_their_ends_and_none_is_empty() -> None:
    lines = read_html(PAGE.replace("<p>", "<p>  \n "), "p").text.split("\n")
    assert all(line == line.strip() and line for line in lines)


@pytest.mark.parametrize("name", HTML)
def test_hostile_markup_gives_its_text(name: str) -> None:
    assert read_html(HTML[name], "p").text.strip()


def test_text_that_only_the_fallback_finds_is_noted() -> None:
    markup = read_html(HTML["nested ten thousand deep"], "p")
    assert "twelve howitzers" in markup.text
    assert markup.notes == ("no article was found in the markup; all visible text was taken",)


@pytest.mark.parametrize("name", EMPTY_HTML)
def test_pages_without_visible_text_are_refused_with_advice(name: str) -> None:
    with pytest.raises(SourceError, match="no visible text") as caught:
        read_html(EMPTY_HTML[name], "p")
    assert "rendered page" in caught.value.advice
