from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger.likeness import ALIKE, BANDS, NUMBERS, buckets, likeness, signature, words_of
from reportedly.model.page import Line, Page

ARTICLE = " ".join(f"word{number}" for number in range(200))


def page(text: str, role: str = "body") -> Page:
    return Page("p", text, (Line(0, len(text), role, "test"),))  # type: ignore[arg-type]


def test_a_reprint_with_another_ending_is_alike_and_another_article_is_not() -> None:
    first = signature(page(ARTICLE))
    assert likeness(first, signature(page(f"{ARTICLE} Read more on our site"))) > 0.8
    assert likeness(first, signature(page(ARTICLE.replace("word", "other")))) < ALIKE
    assert set(buckets(first)) & set(buckets(signature(page(f"{ARTICLE} more"))))


def test_only_what_can_carry_a_claim_counts() -> None:
    assert signature(page(ARTICLE, "teaser")) == ()
    assert signature(page("too short to tell")) == ()
    assert list(buckets(())) == []


def test_signature_is_the_same_in_every_run() -> None:
    first = signature(page(ARTICLE))
    assert (len(first), len(list(buckets(first)))) == (NUMBERS, BANDS)
    assert first[:2] == signature(page(ARTICLE.upper()))[:2]


@given(st.text())
def test_words_are_small_and_without_spaces(text: str) -> None:
    words = words_of(text)
    assert all(word and not any(letter.isspace() for letter in word) for word in words)
    assert words == words_of(" ".join(words))
