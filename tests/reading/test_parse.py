"""Parsing: trees in Universal Dependencies terms, names as one word, places in the page."""

import pytest

from reportedly.model.errors import PackError
from reportedly.packs.schema import PackInfo
from reportedly.reading import parse as module
from reportedly.reading.parse import parse, pipeline
from reportedly.reading.tree import Token, Tree

SENTENCE = "The corvette was handed to the Maltese navy by Turkey."


def tree(
    text: str, offset: int = 0, merges: tuple[tuple[int, int], ...] = (), stand_ins: dict[tuple[int, int], str] | None = None
) -> Tree:
    (found,) = parse([(text, offset, merges)], "en", stand_ins)
    return found


def word(found: Tree, text: str) -> Token:
    return next(token for token in found.tokens if token.text == text)


def test_prepositions_mark_their_noun() -> None:
    found = tree(SENTENCE)
    assert word(found, "navy").case == "to"
    assert word(found, "navy").rel == "obl"
    assert found.head(word(found, "navy")) == word(found, "handed")


def test_passive_subject_and_agent_have_their_names() -> None:
    found = tree(SENTENCE)
    assert word(found, "corvette").rel == "nsubj:pass"
    assert word(found, "Turkey").rel == "obl:agent"
    assert word(found, "was").rel == "aux:pass"


def test_the_object_has_its_name() -> None:
    found = tree("Turkey built the corvettes.")
    assert word(found, "corvettes").rel == "obj"
    assert word(found, "corvettes").lemma == "corvette"
    assert word(found, "built").rel == "root"
    assert word(found, "built").head == -1


def test_a_relative_pronoun_is_marked() -> None:
    found = tree("The corvettes that Turkey built are new.")
    assert "PronType=Rel" in word(found, "that").feats
    assert word(found, "built").rel == "acl:relcl"


def test_offsets_are_those_of_the_page() -> None:
    found = tree(SENTENCE, offset=100)
    for token in found.tokens:
        assert SENTENCE[token.start - 100 : token.end - 100] == token.text


def test_merged_spans_are_one_word() -> None:
    text = "Malta ordered Ada class corvettes."
    start = text.index("Ada")
    found = tree(text, offset=50, merges=((50 + start, 50 + start + len("Ada class")),))
    assert word(found, "Ada class").start == 50 + start


def test_the_parser_sees_the_stand_in_and_the_tree_keeps_the_word() -> None:
    text = "Qvozkh delivered two boats."
    found = tree(text, stand_ins={(0, 6): "Germany"})
    first = found.tokens[0]
    assert (first.text, first.lemma, first.pos, first.rel) == ("Qvozkh", "qvozkh", "PROPN", "nsubj")


def test_trees_come_in_order() -> None:
    texts = ["Malta waits.", "Cyprus signs.", "Turkey builds."]
    found = list(parse([(text, 0, ()) for text in texts], "en"))
    assert [each.tokens[0].text for each in found] == ["Malta", "Cyprus", "Turkey"]


def test_every_head_is_a_token_or_the_root() -> None:
    found = tree(SENTENCE)
    assert all(-1 <= token.head < len(found.tokens) and token.head != token.i for token in found.tokens)
    assert [token.i for token in found.tokens] == list(range(len(found.tokens)))


def with_parser(monkeypatch: pytest.MonkeyPatch, parser: str) -> None:
    info = PackInfo(language="xx", name="Test", parser=parser)
    monkeypatch.setattr(module, "load_part", lambda *_: info)


def test_plain_keeps_words_in_order_without_a_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    with_parser(monkeypatch, "plain")
    (found,) = parse([("Malta ordered Ada class boats.", 10, ((24, 33),))], "xx")
    assert [token.text for token in found.tokens] == ["Malta", "ordered", "Ada class", "boats", "."]
    assert {(token.rel, token.head) for token in found.tokens} == {("dep", -1)}


def test_an_unknown_parser_is_the_packs_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with_parser(monkeypatch, "crystal:ball")
    with pytest.raises(PackError, match="crystal"):
        parse([("Malta waits.", 0, ())], "xx")


def test_a_missing_package_says_how_to_get_it() -> None:
    with pytest.raises(PackError, match="not installed"):
        pipeline("no_such_model_of_ours")
