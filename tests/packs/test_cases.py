"""The sentences that a pack must read, and must not (`cases.yml`): a floor for all of them, and some that must all pass.

A claim is found where its sentence, parties, category and stage agree; F1 runs over all cases of a pack. The floors stand in
`floors.json`. A case with `must: true` passes only where all its claims, certainty included, are read and no other.
"""

import json
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pytest
import yaml

from reportedly.model.claim import Category, Certainty, Mode, Stage
from reportedly.model.page import Line, Page
from reportedly.model.quote import Quote
from reportedly.packs.load import PackFile, WordLoader, languages, pack_folder, read_yaml
from reportedly.reading.reader import read_page
from reportedly.reading.sentences import Sentence, find_sentences

FLOORS: dict[str, float] = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))
PACKS = [language for language in languages() if (pack_folder(language) / "cases.yml").is_file()]
FEWEST_MUSTS = 50
"""Cases of a pack with a floor in English that must pass, at least: they may become more, never vanish."""

Row = tuple[int, str, str, str, Category, str, Mode, Stage, Certainty, str, str]
Signature = tuple[int, str, str, str]
"""Number of the sentence, supplier>recipient, category, stage."""
Sure = tuple[Signature, str]


class CaseOf(PackFile):
    """One case; see the head of `cases.yml`."""

    about: str
    text: str
    claims: list[Row]
    published: str | None = None
    headline: bool = False
    must: Literal[True] | None = None


class Cases(PackFile):
    """`cases.yml`."""

    cases: list[CaseOf]


@cache
def cases_of(language: str) -> list[CaseOf]:
    return read_yaml(pack_folder(language) / "cases.yml", Cases).cases


def page_of(case: CaseOf, language: str) -> Page:
    lines, start = [], 0
    for index, row in enumerate(case.text.split("\n")):
        role: Literal["headline", "body"] = "headline" if case.headline and index == 0 else "body"
        lines.append(Line(start, start + len(row), role, "case", language))
        start += len(row) + 1
    return Page("case", case.text, tuple(lines), published=case.published, language=language)


def number_of(quote: Quote, sentences: Iterable[Sentence]) -> int:
    """Which sentence of the page the evidence lies in, counted from 1."""
    return next((n for n, each in enumerate(sentences, 1) if each.start < quote.end and quote.start < each.end), 0)


def expected(case: CaseOf) -> "Counter[Sure]":
    return Counter(((row[0], row[1], row[4], row[7]), row[8]) for row in case.claims)


def read(case: CaseOf, language: str) -> "Counter[Sure]":
    page = page_of(case, language)
    sentences = list(find_sentences(page, language))
    return Counter(
        (
            (number_of(each.evidence, sentences), f"{each.supplier or '?'}>{each.recipient or '?'}", each.category, each.stage),
            each.certainty,
        )
        for each in read_page(page).claims
    )


@cache
def results(language: str) -> "list[tuple[CaseOf, Counter[Sure], Counter[Sure]]]":
    """Every case of a pack with what it expects and what was read."""
    return [(case, expected(case), read(case, language)) for case in cases_of(language)]


def signatures(claims: "Counter[Sure]") -> "Counter[Signature]":
    found: Counter[Signature] = Counter()
    for (signature, _), count in claims.items():
        found[signature] += count
    return found


def f1(language: str) -> float:
    hits = wanted = given = 0
    for _, gold, run in results(language):
        left, right = signatures(gold), signatures(run)
        hits += (left & right).total()
        wanted += left.total()
        given += right.total()
    return 2 * hits / (wanted + given) if wanted + given else 0.0


def told(case: CaseOf, gold: "Counter[Any]", run: "Counter[Any]") -> str:
    """A failing case for people: `-` is missing, `+` is too much."""
    rows = [f"    - {each}" for each in (gold - run).elements()] + [f"    + {each}" for each in (run - gold).elements()]
    return "\n".join([f"# {case.about} | {case.text}".replace("\n", " / "), *rows])


@pytest.mark.parametrize("language", PACKS)
def test_every_pack_with_cases_has_a_floor(language: str) -> None:
    assert language in FLOORS, f"measure the cases of {language!r} and write the value minus 0.02 into floors.json"


def test_no_floor_outlives_its_pack() -> None:
    assert set(FLOORS) <= set(PACKS)
    assert all(0 < floor < 1 for floor in FLOORS.values())


@pytest.mark.parametrize("language", sorted(set(PACKS) & set(FLOORS)))
def test_the_reader_stays_above_the_floor(language: str) -> None:
    measured = f1(language)
    failing = [
        told(case, signatures(gold), signatures(run))
        for case, gold, run in results(language)
        if signatures(gold) != signatures(run)
    ]
    assert measured >= FLOORS[language], "\n".join([f"F1 {measured:.3f}, floor {FLOORS[language]}", *failing])


@pytest.mark.parametrize("language", PACKS)
def test_what_must_pass_passes(language: str) -> None:
    failing = [told(case, gold, run) for case, gold, run in results(language) if case.must and gold != run]
    assert not failing, "\n".join(failing)


def test_english_has_many_that_must_pass() -> None:
    musts = [case for case in cases_of("en") if case.must]
    assert len(musts) >= FEWEST_MUSTS
    assert any(not case.claims for case in musts), "some must show what is no claim"
    assert len({case.about for case in musts}) > 25


@pytest.mark.parametrize("language", PACKS)
def test_cases_are_consistent(language: str) -> None:
    texts = [case.text for case in cases_of(language)]
    assert len(texts) == len(set(texts))
    for case in cases_of(language):
        count = len(list(find_sentences(page_of(case, language), language)))
        for row in case.claims:
            assert 1 <= row[0] <= count, case.text
            assert row[1].count(">") == 1, case.text


def test_the_file_is_yaml_without_surprises() -> None:
    raw = yaml.load((pack_folder("en") / "cases.yml").read_text(encoding="utf-8"), Loader=WordLoader)  # noqa: S506 - a safe loader
    assert {key for case in raw["cases"] for key in case} <= set(CaseOf.model_fields)
