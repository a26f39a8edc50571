from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from reportedly.model.reading import Reading
from reportedly.outputs.table import CONTROL, Part, page_parts, reading_parts, safe


def shown(parts: list[Part], width: int = 120) -> str:
    console = Console(width=width, highlight=False, markup=False, emoji=False, color_system=None)
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    return capture.get()


def test_a_claim_stands_with_its_evidence_below(reading: Reading) -> None:
    lines = [line.rstrip() for line in shown(list(reading_parts(reading))).split("\n")]
    first = next(number for number, line in enumerate(lines) if line.startswith(" 1  "))
    for part in ("NO → UA", "18+ x Skua (missile)", "delivery, loan", "PS+", "2024-21", "0.75"):
        assert part in lines[first]
    assert lines[first + 1] == "    says officials (officials, NO) > Fjord Herald (media)"
    assert lines[first + 2] == "    “Oslo may <b>lend</b> Kyiv the Skua, officials told the Fjord Herald.”"
    assert lines[first + 3].startswith(" 2  ? → UA")


def test_columns_of_a_page_line_up(reading: Reading) -> None:
    heads = [line for line in shown(list(reading_parts(reading))).split("\n") if line[:4] in {" 1  ", " 2  "}]
    assert heads[0].index("PS+") == heads[1].index("CT-")


def test_basis_and_declined_are_shown_only_when_asked(reading: Reading) -> None:
    plain, explained = (shown(list(reading_parts(reading, explain=explain))) for explain in (False, True))
    assert "cue 'may'" not in plain
    assert "no-event" not in plain
    assert "cue 'may': “may” [43, 46)" in explained
    assert "supplier     state of the page" in explained
    assert "no-event: goods, but no event" in explained


def test_a_page_without_claims_says_so(reading: Reading) -> None:
    assert "no claim of an arms transfer" in shown(list(reading_parts(replace(reading, claims=()))))


def test_nothing_of_a_page_steers_the_terminal(reading: Reading) -> None:
    assert "\x1b" not in shown(list(reading_parts(reading, explain=True)))
    assert "Skuas�[2J" in shown(list(reading_parts(reading)))


@pytest.mark.parametrize("width", [20, 40, 200])
def test_every_width_shows_all_of_the_evidence(reading: Reading, width: int) -> None:
    words = shown(list(reading_parts(reading)), width).split()
    evidence = f"“{reading.claims[0].evidence.text}”".split()
    assert any(words[start : start + len(evidence)] == evidence for start in range(len(words)))


def test_each_line_of_a_page_has_its_role_and_reason(reading: Reading) -> None:
    lines = shown(list(page_parts(reading.page)), 300).split("\n")
    assert any(line.startswith("teaser") and "why teaser" in line and "Read also" in line for line in lines)
    assert sum(line.startswith(("headline", "body", "teaser")) for line in lines) == 3


def test_notes_of_a_page_are_shown(reading: Reading) -> None:
    assert "note: decoded as koi8-u" in shown(list(page_parts(replace(reading.page, notes=("decoded as koi8-u",)))))


@given(st.text())
def test_safe_text_keeps_its_length_and_holds_no_control(text: str) -> None:
    assert len(safe(text)) == len(text)
    assert CONTROL.search(safe(text)) is None
