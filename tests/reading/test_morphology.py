"""Morphology: readings of single words in Universal Dependencies terms."""

import sys

import pytest

from reportedly.model.errors import PackError
from reportedly.model.page import Line, Page
from reportedly.reading import morphology
from reportedly.reading.morphology import analyser, lemmas, readings
from reportedly.reading.reader import read_page

pytest.importorskip("pymorphy3_dicts_uk")


def of(form: str, dictionary: str, pos: str) -> list[morphology.Reading]:
    return [reading for reading in readings(form, dictionary) if reading.pos == pos]


@pytest.mark.parametrize(
    ("form", "dictionary", "lemma", "case", "number"),
    [
        ("гаубиц", "ru", "гаубица", "Gen", "Plur"),
        ("фрегатом", "ru", "фрегат", "Ins", "Sing"),
        ("гармати", "uk", "гармата", "Gen", "Sing"),
        ("катерам", "uk", "катер", "Dat", "Plur"),
        ("лист", "uk", "лист", "Nom", "Sing"),
    ],
)
def test_nouns_have_case_and_number(form: str, dictionary: str, lemma: str, case: str, number: str) -> None:
    assert (lemma, case, number) in {(reading.lemma, reading.case, reading.number) for reading in of(form, dictionary, "NOUN")}


@pytest.mark.parametrize(
    ("form", "dictionary", "lemma", "features"),
    [
        ("отгрузит", "ru", "отгрузить", {"Tense=Fut", "VerbForm=Fin", "Aspect=Perf"}),
        ("отгружаем", "ru", "отгружать", {"Tense=Pres", "Person=1"}),
        ("отгружен", "ru", "отгрузить", {"VerbForm=Part", "Voice=Pass", "Variant=Short"}),
        ("отгрузить", "ru", "отгрузить", {"VerbForm=Inf"}),
        ("отгрузив", "ru", "отгрузить", {"VerbForm=Conv"}),
        ("відвантажать", "uk", "відвантажити", {"Tense=Fut", "VerbForm=Fin"}),
        ("відвантажено", "uk", "відвантажити", {"VerbForm=Fin", "Voice=Pass", "Person=0"}),
        ("відвантажені", "uk", "відвантажити", {"VerbForm=Part", "Voice=Pass"}),
    ],
)
def test_verbs_have_tense_form_and_voice(form: str, dictionary: str, lemma: str, features: set[str]) -> None:
    found = of(form, dictionary, "VERB")
    assert any(reading.lemma == lemma and features <= reading.feats for reading in found)


def test_a_relative_pronoun_is_no_personal_one() -> None:
    assert of("який", "uk", "DET")
    assert of("который", "ru", "DET")
    assert of("вони", "uk", "PRON")
    assert of("они", "ru", "PRON")


def test_words_without_a_reading() -> None:
    assert readings("Gripen", "uk") == ()
    assert readings("155", "ru") == ()
    assert readings("", "ru") == ()


def test_unknown_names_are_guessed_by_their_endings() -> None:
    assert "хаймарс" in lemmas("Хаймарсів", "uk")
    assert not readings("Хаймарсів", "uk")[0].known


def test_a_missing_dictionary_says_how_to_get_it() -> None:
    with pytest.raises(PackError, match=r"reportedly\[xx\]"):
        analyser("xx")


def test_without_the_dictionary_a_page_is_declined_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Литва передала Замбії дрони."
    page = Page("page", text, (Line(0, len(text), "body", "test", "uk"),), language="uk")
    monkeypatch.setitem(sys.modules, "pymorphy3", None)
    analyser.cache_clear()
    try:
        reading = read_page(page)
    finally:
        analyser.cache_clear()
    assert reading.claims == ()
    assert [each.reason for each in reading.declined] == ["language"]
    assert "reportedly[uk]" in reading.declined[0].detail
