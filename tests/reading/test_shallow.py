"""Shallow parsing: who does what, by case, in Ukrainian and Russian."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.parse import parse
from reportedly.reading.tree import Token, Tree

pytest.importorskip("pymorphy3_dicts_uk")


def tree_of(text: str, language: str, *names: str) -> Tree:
    """Parse one sentence; `names` are the spans a page would merge."""
    spans = [(text.index(name), text.index(name) + len(name)) for name in names]
    return next(parse([(text, 0, spans)], language))


def word(tree: Tree, text: str) -> Token:
    return next(token for token in tree.tokens if token.text == text)


def arcs(tree: Tree) -> set[tuple[str, str, str]]:
    """(word, relation with its case, head) for every word that has a head."""
    found = set()
    for token in tree.tokens:
        head = tree.head(token)
        if head is not None:
            found.add((token.text, f"{token.rel} {token.case}".strip(), head.text))
    return found


@pytest.mark.parametrize(
    ("language", "text", "names", "expected"),
    [
        ("uk", "Латвія передасть Кенії катери.", ("Латвія", "Кенії"), {("Латвія", "nsubj", "передасть"), ("Кенії", "iobj", "передасть"), ("катери", "obj", "передасть")}),
        ("uk", "Катери Кенії передасть Латвія.", ("Латвія", "Кенії"), {("Латвія", "nsubj", "передасть"), ("Катери", "obj", "передасть")}),
        ("ru", "Латвия передаст Кении катера.", ("Латвия", "Кении"), {("Латвия", "nsubj", "передаст"), ("Кении", "iobj", "передаст"), ("катера", "obj", "передаст")}),
        ("ru", "Катера переданы Кении Латвией.", ("Латвией", "Кении"), {("Катера", "nsubj:pass", "переданы"), ("Кении", "iobj", "переданы"), ("Латвией", "obl:agent", "переданы")}),
        ("ru", "Латвия снабжает Кению катерами.", ("Латвия", "Кению"), {("Кению", "obj", "снабжает"), ("катерами", "obl instrumental", "снабжает")}),
        ("uk", "Кенія закупила в Латвії двадцять катерів.", ("Кенія", "Латвії"), {("Латвії", "obl в", "закупила"), ("катерів", "obj", "закупила"), ("двадцять", "nummod", "катерів")}),
    ],
)  # fmt: skip
def test_case_decides_who_does_what(
    language: str, text: str, names: tuple[str, ...], expected: set[tuple[str, str, str]]
) -> None:
    assert expected <= arcs(tree_of(text, language, *names))


def test_event_nouns_take_goods_in_the_genitive_and_getters_in_the_dative() -> None:
    found = arcs(tree_of("Поставка катерів Кенії почалася.", "uk", "Кенії"))
    assert {("катерів", "nmod genitive", "Поставка"), ("Поставка", "nsubj", "почалася")} <= found
    assert ("Кенії", "nmod dative", "Поставка") in found


def test_prepositions_stand_in_the_case_of_their_noun() -> None:
    found = arcs(tree_of("Вывоз гаубиц из Чили в Кению запрещён.", "ru", "Чили", "Кению"))
    assert {("Чили", "nmod из", "Вывоз"), ("Кению", "nmod в", "Вывоз"), ("гаубиц", "nmod genitive", "Вывоз")} <= found


def test_modals_and_the_future_are_auxiliaries() -> None:
    assert ("может", "aux", "поставить") in arcs(tree_of("Чили может поставить гаубицы.", "ru", "Чили"))
    assert ("будут", "aux:pass", "поставлены") in arcs(tree_of("Гаубицы будут поставлены весной.", "ru"))


def test_infinitives_hang_from_their_verb_wherever_they_stand() -> None:
    assert ("передати", "xcomp", "вирішила") in arcs(tree_of("Латвія вирішила передати катери.", "uk", "Латвія"))
    assert ("отправлять", "xcomp", "продолжат") in arcs(tree_of("Катера отправлять продолжат.", "ru"))


def test_clauses_of_content_and_asides() -> None:
    found = arcs(tree_of("Міністр сказав, що Латвія передала катери.", "uk", "Латвія"))
    assert {("передала", "ccomp", "сказав"), ("що", "mark", "передала")} <= found
    assert ("сообщила", "parataxis", "передала") in arcs(tree_of("Латвия передала катера, сообщила газета.", "ru", "Латвия"))


def test_relative_clauses_hang_from_the_noun_that_agrees() -> None:
    tree = tree_of("Катери, які купила Кенія, старі.", "uk", "Кенія")
    assert {("купила", "acl:relcl", "Катери"), ("Кенія", "nsubj", "купила"), ("які", "obj", "купила")} <= arcs(tree)
    assert "PronType=Rel" in word(tree, "які").feats


def test_a_negation_stands_on_its_verb() -> None:
    assert ("не", "neg", "передавала") in arcs(tree_of("Латвия катера не передавала.", "ru", "Латвия"))
    assert ("не", "neg", "отримав") in arcs(tree_of("Флот катерів так і не отримав.", "uk"))


def test_lists_share_their_case() -> None:
    found = arcs(tree_of("Кения получила катера, радары и грузовики.", "ru", "Кения"))
    assert {("катера", "obj", "получила"), ("радары", "conj", "катера"), ("грузовики", "conj", "радары")} <= found


def test_the_impersonal_form_is_a_passive_without_a_subject() -> None:
    tree = tree_of("Катери передано флоту.", "uk")
    assert {("Катери", "obj", "передано"), ("флоту", "iobj", "передано")} <= arcs(tree)
    assert "Voice=Pass" in word(tree, "передано").feats


def test_a_reflexive_of_a_transfer_verb_is_its_passive() -> None:
    token = word(tree_of("Катера поставляются с мая.", "ru"), "поставляются")
    assert token.lemma == "поставлять"
    assert "Voice=Pass" in token.feats


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "катери",
                "що",
                "передала",
                ",",
                "і",
                "Латвія",
                "не",
                "який",
                "від",
                "—",
                "«",
                "»",
                "20",
                "може",
                "передати",
                ":",
                "Abc-1",
                "танків",
            ]
        ),
        max_size=14,
    )
)
def test_every_sentence_becomes_a_tree(parts: list[str]) -> None:
    text = " ".join(parts)
    tree = next(parse([(text, 7, [])], "uk"))
    assert [token.text for token in tree.tokens] == parts
    for token in tree.tokens:
        assert text[token.start - 7 : token.end - 7] == token.text
        assert token.i not in {above.i for above in tree.ancestors(token)}
        assert token.head < 0 or len(list(tree.ancestors(token))) < len(tree.tokens)
