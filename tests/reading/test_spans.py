"""The typed spans of a page."""

from collections.abc import Callable

from reportedly.model.page import Page
from reportedly.reading.spans import PageSpans
from reportedly.reading.systems import systems

TEXT = "Malta sold Su-35s to South Korea, AFP wrote.\nMalta's Su-35SX jets are U.S.-made; South Korea is glad, and Seoul pays."


def test_spans_are_slices_of_the_page(make_page: Callable[..., Page]) -> None:
    spans = PageSpans(make_page(TEXT), "en")
    assert [TEXT[each.start : each.end] for each in spans.systems] == ["Su-35", "Su-35SX"]
    assert [TEXT[each.start : each.end] for each in spans.parties] == [each.text for each in spans.parties]
    assert [(TEXT[start:end], name) for start, end, name in spans.media] == [("AFP", "Agence France-Presse")]


def test_a_name_is_a_party_or_a_type_but_not_both(make_page: Callable[..., Page]) -> None:
    spans = PageSpans(make_page("The Indian Navy flies the Tu-142, the Hawk and the Saab Gripen."), "en")
    parties = [(each.start, each.end) for each in spans.parties]
    for system in spans.systems:
        assert not any(start <= system.start and system.end <= end for start, end in parties)
        assert not any(system.start <= start and end <= system.end for start, end in parties)


def test_parties_by_how_often_they_are_named(make_page: Callable[..., Page]) -> None:
    assert PageSpans(make_page(TEXT), "en").most_named() == ["KR", "MT", "US"]


def test_the_fullest_name_of_a_type(make_page: Callable[..., Page]) -> None:
    spans = PageSpans(make_page(TEXT), "en")
    assert spans.fullest("Su-35", systems()["Su-35"]) == "Su-35SX"
    assert spans.fullest("Su-35", None) == "Su-35"
    assert spans.fullest("Gripen", systems()["Gripen"]) == "Gripen"


def test_names_of_several_words_and_compounds_are_one_word(make_page: Callable[..., Page]) -> None:
    spans = PageSpans(make_page(TEXT), "en")
    merged = {TEXT[start:end] for start, end in spans.merges(0, len(TEXT))}
    assert {"South Korea", "Su-35s", "U.S.-made"} <= merged
    line = TEXT.index("\n")
    assert all(start >= line for start, _ in spans.merges(line, len(TEXT)))


def test_stand_ins_are_for_spans_of_the_page(make_page: Callable[..., Page]) -> None:
    found = {TEXT[start:end]: word for (start, end), word in PageSpans(make_page(TEXT), "en").stand_ins.items()}
    assert found["South Korea"] == found["Malta"]
    assert "Su-35s" in found
