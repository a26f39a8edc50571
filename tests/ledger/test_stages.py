from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger.signs import Member
from reportedly.ledger.stages import FORWARD, Progress, contradicts, states
from reportedly.model.claim import CERTAINTIES, STAGES

PLAIN = Member(
    "c",
    "p",
    "2024-01-01",
    0,
    "IR>RU:uav",
    "Shahed",
    "drones",
    "delivery",
    "CT+",
    "unspecified",
    None,
    None,
    None,
    None,
    "media:A",
    "media:A",
)


def after(*said: tuple[str, str]) -> Progress:
    progress = Progress()
    for stage, certainty in said:
        progress.take(stage, certainty)
    return progress


@pytest.mark.parametrize(
    ("said", "stage", "contested"),
    [
        ([], None, False),
        ([("delivery", "PS+")], None, False),
        ([("agreement", "CT+"), ("delivery", "PR+")], "agreement", False),
        ([("delivery", "CT+"), ("agreement", "CT+")], "delivery", False),
        ([("delivery", "CT-"), ("delivery", "CT+")], "delivery", False),
        ([("agreement", "CT+"), ("delivery", "CT+"), ("delivery", "CT-")], "agreement", True),
        ([("agreement", "CT+"), ("cancellation", "CT+")], "cancellation", True),
        ([("delivery", "CT+"), ("cancellation", "CT+")], "delivery", False),
        ([("agreement", "CT+"), ("suspension", "CT+"), ("shipment", "CT+")], "shipment", True),
        ([("refusal", "CT+")], "refusal", False),
        ([("refusal", "PR+")], None, False),
    ],
)
def test_furthest_stage_that_stands(said: Sequence[tuple[str, str]], stage: str | None, contested: bool) -> None:
    progress = after(*said)
    assert (progress.stage, progress.contested) == (stage, contested)


@given(st.lists(st.tuples(st.sampled_from(STAGES), st.sampled_from(CERTAINTIES))))
def test_only_what_was_asserted_for_sure_can_be_the_state(said: list[tuple[str, str]]) -> None:
    stage = after(*said).stage
    assert stage is None or (stage, "CT+") in said
    if stage in FORWARD:
        last = max(number for number, one in enumerate(said) if one == (stage, "CT+"))
        assert not any(contradicts((str(stage), "CT+"), later) for later in said[last + 1 :])


def test_a_denial_is_a_voice_and_no_confirmation() -> None:
    denial = replace(PLAIN, claim_id="d", certainty="CT-", origin="word:IR", origin_family="state:IR", day="2024-01-02")
    found = list(states([PLAIN, denial], {}))
    assert [(one.day, one.origins, one.independent, one.contested) for one in found] == [
        ("2024-01-01", 1, 1, False),
        ("2024-01-02", 2, 1, True),
    ]


def test_an_unnamed_medium_counts_only_where_it_is_alone() -> None:
    unnamed = replace(PLAIN, origin="media:the outlet", origin_family="retold")
    assert [one.independent for one in states([unnamed], {})] == [1]
    assert [one.independent for one in states([unnamed, PLAIN], {})] == [1]


def test_a_replaced_claim_counts_until_its_day() -> None:
    later = replace(PLAIN, claim_id="e", page_id="q", day="2024-01-05", certainty="PS+")
    found = list(states([PLAIN, later], {"c": "2024-01-05"}))
    assert [(one.day, one.stage, one.claims) for one in found] == [("2024-01-01", "delivery", 1), ("2024-01-05", None, 1)]
