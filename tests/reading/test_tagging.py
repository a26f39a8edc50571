"""Tagging: which reading of a word holds in its sentence."""

import pytest

from reportedly.reading.phrases import find_phrases
from reportedly.reading.tagging import Word, tokenize

pytest.importorskip("pymorphy3_dicts_uk")


def tagged(text: str, language: str, *names: str) -> dict[str, Word]:
    spans = [(text.index(name), text.index(name) + len(name)) for name in names]
    return {word.text: word for word in tokenize(text, 0, spans, language, language)}


@pytest.mark.parametrize(
    ("text", "language", "form", "pos", "lemma"),
    [
        ("Вони мали дати флоту катери", "uk", "дати", "VERB", "дати"),
        ("двадцять танків", "uk", "танків", "NOUN", "танк"),
        ("у травні", "uk", "травні", "NOUN", "травень"),
        ("переговори тривають", "uk", "переговори", "NOUN", "переговори"),
        ("катера отправят", "ru", "отправят", "VERB", "отправить"),
        ("контрактов нет", "ru", "нет", "VERB", "нет"),
        ("не передали", "ru", "не", "PART", "не"),
        ("из порта", "ru", "из", "ADP", "из"),
        ("зі складу", "uk", "зі", "ADP", "з"),
        ("ракеты Abc-1", "ru", "Abc-1", "PROPN", "abc-1"),
    ],
)
def test_the_reading_that_holds(text: str, language: str, form: str, pos: str, lemma: str) -> None:
    word = tagged(text, language)[form]
    assert (word.pos, word.lemma) == (pos, lemma)


def test_a_name_of_the_lexicons_is_a_name_even_where_a_verb_looks_alike() -> None:
    assert tagged("Манила купила катера", "ru", "Манила")["Манила"].pos == "PROPN"


def test_merged_names_have_the_case_of_their_head() -> None:
    word = tagged("Міністерством оборони Кенії", "uk", "Міністерством оборони Кенії")["Міністерством оборони Кенії"]
    assert word.cases == {"Ins"}


def test_a_demonstrative_alone_stands_for_what_was_said() -> None:
    assert tagged("Чили это отрицает", "ru")["это"].pos == "PRON"
    assert tagged("это решение отрицает", "ru")["это"].pos != "PRON"


def test_modifiers_agree_and_prepositions_choose_the_case() -> None:
    words = tokenize("от новых патрульных катеров", 0, [], "ru", "ru")
    (phrase,) = find_phrases(words, "ru")
    assert (words[phrase.head].text, phrase.preposition) == ("катеров", "от")
    assert phrase.cases == frozenset({"Gen"})
    assert [word.rel for word in words] == ["case", "amod", "amod", "dep"]


def test_a_counted_genitive_can_be_a_subject_or_object() -> None:
    words = tokenize("двадцать катеров", 0, [], "ru", "ru")
    (phrase,) = find_phrases(words, "ru")
    assert phrase.counted
    assert {"Nom", "Acc"} <= phrase.cases
