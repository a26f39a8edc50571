"""Parties: names of every kind, words that need the page, forms in other cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.parties import find_parties


def named(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(mention.text, mention.party) for mention in find_parties(text, language)]


@pytest.mark.parametrize(
    ("text", "party", "kind"),
    [
        ("Peru", "PE", "name"),
        ("Peruvian", "PE", "adjective"),
        ("Peruvians", "PE", "people"),
        ("Lima", "PE", "capital"),
        ("the Kremlin", "RU", "seat"),
        ("Hezbollah", "hezbollah", "actor"),
        ("Rheinmetall", "DE", "maker"),
        ("the U.S. Navy", "US", "force"),
    ],
)
def test_each_kind_of_name(text: str, party: str, kind: str) -> None:
    (mention,) = find_parties(f"Nobody heard from {text} today.", "en")
    assert (mention.party, mention.kind) == (party, kind)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Niger and Nigeria", ["NE", "NG"]),
        ("South Korea and North Korea", ["KR", "KP"]),
        ("Guinea, Guinea-Bissau and Equatorial Guinea", ["GN", "GW", "GQ"]),
        ("PERU SIGNS", ["PE"]),
        ("they sold us turkey", []),
        ("Peru's boats", ["PE"]),
        ("a U.S.-Peruvian deal", ["US", "PE"]),
    ],
)
def test_the_longest_name_on_word_borders(text: str, parties: list[str]) -> None:
    assert [party for _, party in named(text)] == parties


def test_a_contextual_word_needs_a_page_that_names_the_party() -> None:
    assert named("The North tested a rocket, Lima heard.") == [("Lima", "PE")]
    assert ("the North", "KP") in named("In May the North tested a rocket, said North Korea.")


def test_a_contextual_word_means_whom_the_page_names() -> None:
    text = "Pyongyang was warned. Seoul says that the South will answer."
    assert dict(named(text))["the South"] == "KR"


@pytest.mark.parametrize(
    ("text", "language", "party"),
    [
        ("у Києві", "uk", "UA"),
        ("до Ірану", "uk", "IR"),
        ("іранських", "uk", "IR"),
        ("в Киеве", "ru", "UA"),
        ("иранских", "ru", "IR"),
    ],
)
def test_names_in_other_cases(text: str, language: str, party: str) -> None:
    assert [found for _, found in named(text, language)] == [party]


@given(
    st.lists(
        st.sampled_from(["Peru", "Lima", "the North", "North Korea", "Seoul", "Guinea-Bissau", "said", ",", "é", "US Navy"]),
        max_size=12,
    )
)
def test_mentions_are_slices_in_order_without_overlaps(words: list[str]) -> None:
    text = " ".join(words)
    last = 0
    for mention in find_parties(text, "en"):
        assert text[mention.start : mention.end] == mention.text
        assert last <= mention.start < mention.end
        last = mention.end
