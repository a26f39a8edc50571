"""Names in every case, and designations spelled in another script."""

import pytest

from reportedly.reading.inflect import InflectedLexicon, dictionary_form, dictionary_of, in_latin, latin_name
from reportedly.reading.parties import find_parties
from reportedly.reading.systems import find_systems

pytest.importorskip("pymorphy3_dicts_uk")

NAMES = InflectedLexicon(
    [("Кенія", "KE"), ("ВМС", "navy"), ("міністерство оборони Кенії", "KE-ministry"), ("кенійський", "ke")], "uk"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Кенії", ["KE"]),
        ("до Кенії через Кенію", ["KE", "KE"]),
        ("кенії", []),
        ("кенійськими", ["ke"]),
        ("Кенійського", ["ke"]),
        ("Міністерством оборони Кенії", ["KE-ministry"]),
        ("Вмс", []),
        ("для ВМС", ["navy"]),
    ],
)
def test_entries_are_found_in_every_case(text: str, expected: list[str]) -> None:
    assert [value for _, _, value in NAMES.find(text)] == expected


def test_spans_are_those_of_the_text() -> None:
    text = "Флот Кенії"
    assert [(start, end, text[start:end]) for start, end, _ in NAMES.find(text)] == [(5, 10, "Кенії")]


def test_dictionary_forms() -> None:
    assert dictionary_of("en") is None
    assert dictionary_of("uk") == "uk"
    assert dictionary_form("attack boats", "en") == "attack boats"
    assert dictionary_form("патрульных катеров", "ru").split()[1] != ""


def test_letters_are_compared_one_by_one() -> None:
    assert in_latin("Су-35С", "ru") == "Su-35S"
    assert in_latin("Т-72МС", "uk") == "T-72MS"
    assert in_latin("Su-35", "en") == "Su-35"


@pytest.mark.parametrize(
    ("written", "names", "expected"),
    [
        ("Леопард", ("Leopard 2", "Leo 2"), "Leopard"),
        ("Шахед", ("Shahed-136", "Geran-2"), "Shahed"),
        ("Герань-2", ("Shahed-136", "Geran-2"), "Geran-2"),
        ("Gripen", ("JAS 39",), "Gripen"),
    ],
)
def test_the_latin_name_that_sounds_alike(written: str, names: tuple[str, ...], expected: str) -> None:
    assert latin_name(written, names, "ru") == expected


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("десять «Леопардів» для флоту", "uk", "Leopard"),
        ("удар «Шахедами»", "uk", "Shahed"),
        ("истребители Су-35С прибыли", "ru", "Su-35S"),
        ("танки Т-72Б1", "ru", "T-72B1"),
        ("вертольоти Мі-17", "uk", "Mi-17"),
        ("батареї «Залізного купола»", "uk", "Iron Dome"),
    ],
)
def test_designations_are_named_in_latin(text: str, language: str, name: str) -> None:
    assert [mention.name for mention in find_systems(text, language)] == [name]


@pytest.mark.parametrize(
    ("text", "language", "party"),
    [
        ("нам з Литви", "uk", "LT"),
        ("долларов США", "ru", None),
        ("уряду Угорщини", "uk", "HU"),
        ("у Парижа", "ru", "FR"),
        ("того дня", "uk", None),
    ],
)
def test_parties_in_other_cases(text: str, language: str, party: str | None) -> None:
    assert [mention.party for mention in find_parties(text, language)] == ([party] if party else [])
