from pathlib import Path

import pytest

from bench import reliability

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "expected.jsonl"


def test_brier_is_nought_for_a_sure_reader_who_is_right_and_one_for_one_who_is_wrong() -> None:
    assert reliability.brier([(1.0, True), (0.0, False)]) == 0.0
    assert reliability.brier([(1.0, False), (0.0, True)]) == 1.0
    assert reliability.brier([(0.5, True)]) == pytest.approx(0.25)


def test_each_claim_falls_into_one_bin() -> None:
    rows = list(reliability.table([(0.0, False), (0.19, False), (0.2, True), (1.0, True)]))[2:]
    assert rows == ["| 0.0-0.2 | 2 | 0.10 | 0.00 |", "| 0.2-0.4 | 1 | 0.20 | 1.00 |", "| 0.8-1.0 | 1 | 1.00 | 1.00 |"]


def test_every_claim_of_the_samples_is_judged() -> None:
    judged = reliability.outcomes([SAMPLES])
    assert set(judged) == {"en", "uk", "ru"}
    assert all(0.0 <= probability <= 1.0 for claims in judged.values() for probability, _ in claims)
    assert any(right for _, right in judged["en"])
