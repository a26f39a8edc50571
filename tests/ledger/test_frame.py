import sys
from pathlib import Path

import pytest

import reportedly
from reportedly.ledger.annotated import annotated_reading
from reportedly.ledger.frame import to_frame
from reportedly.ledger.record import flat
from reportedly.model.errors import UsageError


def test_inner_objects_become_columns() -> None:
    assert flat([{"id": "a", "state": {"stage": "use"}, "families": ("x", "y")}]) == [
        {"id": "a", "state_stage": "use", "families": "x; y"}
    ]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_deals_as_a_frame(tmp_path: Path, library: str) -> None:
    pytest.importorskip(library)
    words = "Iran delivered drones to Russia."
    claim: dict[str, object] = {
        "evidence": words, "supplier": "IR", "recipient": "RU", "item": "drones", "designation": "Shahed-136", "category": "uav", "quantity": None,
        "mode": "unspecified", "stage": "delivery", "certainty": "CT+", "when": None, "sources": [],
    }  # fmt: skip
    with reportedly.Ledger(str(tmp_path / "arms.db")) as ledger:
        ledger.add(annotated_reading({"id": "a", "text": words, "roles": ["body"], "cites": [], "claims": [claim]}))
        with ledger.view() as view:
            frame = view.to_frame("deals", reportedly.Filters(supplier="IR"), library=library)  # type: ignore[arg-type]  # a table of names
            assert len(view.to_frame("events", view.deals()[0].id, library=library)) == 1  # type: ignore[arg-type]  # as above
    assert (len(frame), list(frame["state_stage"])) == (1, ["delivery"])


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(UsageError, match="pip install polars"):
        to_frame([], "polars")
