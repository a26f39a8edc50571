"""The sentences that a pack must read, and must not (`cases.yml`): a floor for all of them, and some that must all pass.

A claim is found where its sentence, parties, category and stage agree; F1 runs over all cases of a pack. The floors stand in
`floors.json`. A case with `must: true` passes only where all its claims, certainty included, are read and no other.
"""

import json
from functools import cache
from pathlib import Path

import pytest
import yaml

from reportedly.measure.packs import CaseResult, case_results, f1, page_of, signatures, told
from reportedly.packs.cases import CaseOf
from reportedly.packs.load import WordLoader, languages, pack_folder
from reportedly.reading.sentences import find_sentences

FLOORS: dict[str, float] = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))
PACKS = [language for language in languages() if (pack_folder(language) / "cases.yml").is_file()]
FEWEST_MUSTS = 50
"""Cases of a pack with a floor in English that must pass, at least: they may become more, never vanish."""


@cache
def results(language: str) -> list[CaseResult]:
    """Every case of a pack with what it expects and what was read."""
    return list(case_results(language))


@pytest.mark.parametrize("language", PACKS)
def test_every_pack_with_cases_has_a_floor(language: str) -> None:
    assert language in FLOORS, f"measure the cases of {language!r} and write the value minus 0.02 into floors.json"


def test_no_floor_outlives_its_pack() -> None:
    assert set(FLOORS) <= set(PACKS)
    assert all(0 < floor < 1 for floor in FLOORS.values())


@pytest.mark.parametrize("language", sorted(set(PACKS) & set(FLOORS)))
def test_the_reader_stays_above_the_floor(language: str) -> None:
    measured = f1(results(language)) or 0.0
    failing = [told(each) for each in results(language) if signatures(each.expected) != signatures(each.read)]
    assert measured >= FLOORS[language], "\n".join([f"F1 {measured:.3f}, floor {FLOORS[language]}", *failing])


@pytest.mark.parametrize("language", PACKS)
def test_what_must_pass_passes(language: str) -> None:
    failing = [told(each) for each in results(language) if each.case.must and not each.passes]
    assert not failing, "\n".join(failing)


def test_english_has_many_that_must_pass() -> None:
    musts = [each.case for each in results("en") if each.case.must]
    assert len(musts) >= FEWEST_MUSTS
    assert any(not case.claims for case in musts), "some must show what is no claim"
    assert len({case.about for case in musts}) > 25


@pytest.mark.parametrize("language", PACKS)
def test_cases_are_consistent(language: str) -> None:
    texts = [each.case.text for each in results(language)]
    assert len(texts) == len(set(texts))
    for case in (each.case for each in results(language)):
        count = len(list(find_sentences(page_of(case, language), language)))
        for row in case.claims:
            assert 1 <= row[0] <= count, case.text
            assert row[1].count(">") == 1, case.text


def test_the_file_is_yaml_without_surprises() -> None:
    raw = yaml.load((pack_folder("en") / "cases.yml").read_text(encoding="utf-8"), Loader=WordLoader)  # noqa: S506 - a safe loader
    assert {key for case in raw["cases"] for key in case} <= set(CaseOf.model_fields)
