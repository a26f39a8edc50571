"""Weapon types: spellings, plurals, variants beyond the list, names that are everyday words, namesakes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.errors import PackError
from reportedly.reading import systems as module
from reportedly.reading.systems import System, SystemMention, find_patterns, find_systems, namesakes, systems


def only(text: str, language: str = "en") -> SystemMention:
    (mention,) = find_systems(text, language)
    return mention


@pytest.mark.parametrize("words", ["Su-35", "Su 35", "Su35", "SU-35", "SU35"])
def test_hyphens_and_capitals_vary(words: str) -> None:
    mention = only(f"Two {words} jets landed.")
    assert (mention.system.designation, mention.name) == ("Su-35", words)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Su-35s", "Su-35"),
        ("Gripens", "Gripen"),
        ("Shahed-136s", "Shahed-136"),
        ("Leopard 2s", "Leopard 2"),
        ("M777's", "M777"),
        ("M777’s", "M777"),
    ],
)
def test_a_plural_ending_is_no_part_of_the_name(words: str, name: str) -> None:
    text = f"Two {words} were seen."
    mention = only(text)
    assert mention.name == name
    assert text[mention.start : mention.end] == name


@pytest.mark.parametrize(
    ("words", "system"),
    [("Leopard 2A9X", "Leopard 2"), ("Su-35XY", "Su-35"), ("M777A7", "M777"), ("MiG-29UB", "MiG-29")],
)
def test_a_variant_beyond_the_list_keeps_its_ending(words: str, system: str) -> None:
    mention = only(f"The {words} is new.")
    assert mention.name == words
    assert mention.system.designation == system


@pytest.mark.parametrize("words", ["prefixSu-35", "Gripenesque", "himars", "patriot"])
def test_what_is_no_name(words: str) -> None:
    assert find_systems(f"A {words} thing.", "en") == []


@pytest.mark.parametrize(
    ("words", "unsafe"), [("Patriot", True), ("Archer", True), ("Viper", True), ("Su-35", False), ("HIMARS", False)]
)
def test_everyday_words_are_unsafe(words: str, unsafe: bool) -> None:
    assert only(f"The {words} came.").unsafe is unsafe


def test_another_name_is_an_alias() -> None:
    assert only("The Viper came.").alias
    assert not only("The Gripen came.").alias


def test_namesakes_come_along() -> None:
    mention = only("The Hawk came.")
    both = {mention.system.category, *(other.category for other in mention.others)}
    assert both == {"aircraft", "air-defence"}
    assert mention.system not in mention.others
    assert mention.unsafe


def test_every_namesake_has_two_types() -> None:
    assert all(len(types) > 1 for types in namesakes("en").values())
    assert {each.category for each in namesakes("en")["Viper"]} == {"aircraft", "helicopter"}


def test_a_type_has_a_maker_and_a_category() -> None:
    gripen = systems()["Gripen"]
    assert gripen == System("Gripen", "aircraft", ("SE",), gripen.family)
    assert all(name == system.designation and system.countries for name, system in systems().items())


def test_an_unknown_category_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"designation": "Skua 2", "category": "spoon", "country": "NO", "family": ""}
    monkeypatch.setattr(module, "_rows", lambda: iter([row]))
    with pytest.raises(PackError, match="Skua 2"):
        systems.__wrapped__()


@pytest.mark.parametrize(
    ("text", "name", "designation"),
    [("два Су-35 сіли", "Su-35", "Su-35"), ("Ф-16 прибули", "F-16", "F-16")],
)
def test_names_in_another_script_are_given_in_latin(text: str, name: str, designation: str) -> None:
    mention = only(text, "uk")
    assert (mention.name, mention.system.designation) == (name, designation)


def test_patterns_find_types_that_no_list_knows() -> None:
    text = "The HX-2, the CH-92A and a GB250 flew on Monday 12 May."
    assert [text[start:end] for start, end in find_patterns(text, 0, len(text))] == ["HX-2", "CH-92A", "GB250"]
    assert find_patterns(text, len(text) - 12, len(text)) == []


@given(
    st.lists(
        st.sampled_from(["Su-35s", "Leopard 2A9X", "Viper", "Patriot", "and", ",", "é", "M777", "HIMARS", "12"]), max_size=12
    )
)
def test_mentions_are_slices_in_order_without_overlaps(words: list[str]) -> None:
    text = " ".join(words)
    last = 0
    for mention in find_systems(text, "en"):
        assert text[mention.start : mention.end] == mention.name
        assert last <= mention.start < mention.end
        last = mention.end
