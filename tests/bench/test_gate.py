import json
from pathlib import Path

import pytest

from bench import gate

FLOORS = {"en": {"claim core": 0.5, "slot when": 0.4}}


def test_a_drop_is_named() -> None:
    assert gate.drops(FLOORS, {"en": {"claim core": 0.6, "slot when": 0.4}}) == []
    assert gate.drops(FLOORS, {"en": {"claim core": 0.5 - gate.NOISE / 2, "slot when": 0.4}}) == []
    assert gate.drops(FLOORS, {"en": {"claim core": 0.4, "slot when": 0.4}}) == ["en claim core: 0.400, floor 0.500"]


def test_a_measure_or_language_that_vanished_is_a_drop() -> None:
    assert len(gate.drops(FLOORS, {"en": {"claim core": 0.5}})) == 1
    assert len(gate.drops(FLOORS, {})) == 2


def test_floors_rise_freely_and_fall_only_when_asked() -> None:
    better, worse = {"en": {"claim core": 0.6, "slot when": 0.4}}, {"en": {"claim core": 0.4, "slot when": 0.4}}
    assert gate.repin(FLOORS, better) == better
    with pytest.raises(gate.FloorLowered, match="claim core"):
        gate.repin(FLOORS, worse)
    assert gate.repin(FLOORS, worse, accept_drop=True) == worse


def test_other_gold_asks_for_new_floors(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text("one")
    floors, files = tmp_path / "floors.json", {"dev": [gold]}
    gate.pin(floors, {"dev": FLOORS}, files, accept_drop=False)
    pinned = json.loads(floors.read_text())
    assert gate.compare(pinned, {"dev": FLOORS}, files) == []
    assert "dev: en claim core" in gate.compare(pinned, {"dev": {"en": {"slot when": 0.4}}}, files)[0]
    gold.write_text("two")
    assert "--repin" in gate.compare(pinned, {"dev": FLOORS}, files)[0]
    gate.pin(floors, {"dev": {"en": {"claim core": 0.1}}}, files, accept_drop=False)
    assert gate.compare(json.loads(floors.read_text()), {"dev": FLOORS}, files) == []


def test_gold_that_is_not_there_is_skipped_and_samples_are_measured(tmp_path: Path) -> None:
    assert list(gate.gold_files(tmp_path)) == ["samples"]


def test_the_gate_measures_what_is_there_and_refuses_a_drop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    floors = tmp_path / "floors.json"
    call = ["--gold", str(tmp_path), "--floors", str(floors)]
    assert gate.main([*call, "--repin"]) == 0
    assert gate.main(call) == 0
    shown = capsys.readouterr()
    assert "| samples | en |" in shown.out
    assert "dev: no gold" in shown.err
    pinned = json.loads(floors.read_text(encoding="utf-8"))
    pinned["samples"]["f1"]["en"]["claim core"] = 1.0
    floors.write_text(json.dumps(pinned), encoding="utf-8")
    assert gate.main(call) == 1
    assert "samples: en claim core" in capsys.readouterr().err
    assert gate.main([*call, "--repin"]) == 1
    assert gate.main([*call, "--repin", "--accept-drop"]) == 0
    assert gate.main(call) == 0


def test_every_set_has_floors() -> None:
    assert set(json.loads(gate.FLOORS.read_text(encoding="utf-8"))) == {"samples", *gate.SETS}
