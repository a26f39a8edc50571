from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger.link import link
from reportedly.ledger.signs import JOIN, SAME_DEAL, Group, Member, weigh
from reportedly.model.when import When

PLAIN = Member(
    "c0",
    "p0",
    "2024-01-01",
    0,
    "IR>RU:missile",
    "Fath-360",
    "missiles",
    "delivery",
    "CT+",
    "unspecified",
    None,
    None,
    None,
    None,
    "a",
    "a",
)


def members(*changes: dict[str, object]) -> list[Member]:
    """Make members on pages of their own and days of their own, published when they came out; each names its differences."""
    made = []
    for number, one in enumerate(changes):
        day = str(one.get("day", f"2024-01-{number + 1:02}"))
        known = {"claim_id": f"c{number}", "page_id": f"p{number}", "day": day, "published": When.parse(day)} | one
        made.append(replace(PLAIN, **known))  # type: ignore[arg-type]  # a table of fields
    return made


def groups(*changes: dict[str, object]) -> list[set[str]]:
    return [{one.claim_id for one in group.members} for group in link(members(*changes))[0]]


GENERIC: dict[str, object] = {"family": None}


@pytest.mark.parametrize("sign", SAME_DEAL, ids=lambda sign: sign.look.__name__)
def test_every_sign_says_what_it_sees(sign: object) -> None:
    assert sign.look.__doc__  # type: ignore[attr-defined]
    assert sign.weight != 0  # type: ignore[attr-defined]


def test_same_type_joins_and_another_type_does_not() -> None:
    assert groups({}, {}, {"family": "Ababil"}) == [{"c0", "c1"}, {"c2"}]


def test_a_kind_joins_the_only_type_of_its_thread() -> None:
    assert groups({}, GENERIC) == [{"c0", "c1"}]


def test_a_kind_that_could_be_either_type_stays_apart() -> None:
    assert groups({}, {"family": "Ababil"}, GENERIC) == [{"c0"}, {"c1"}, {"c2"}]


def test_the_first_type_gives_a_kind_its_name_and_the_kind_stays_with_it() -> None:
    assert groups(GENERIC, {}, {"family": "Ababil"}, GENERIC) == [{"c0", "c1", "c3"}, {"c2"}]


def test_what_a_sentence_lists_beside_a_type_is_something_else() -> None:
    beside = {"family": None, "beside": frozenset({"Fath-360"})}
    assert groups({}, beside | {"item": "240mm rockets"}, beside | {"item": "240-mm rocket launchers"}) == [{"c0"}, {"c1", "c2"}]


def test_two_packages_of_the_same_shells_stay_apart() -> None:
    first = GENERIC | {"stage": "agreement", "when": When.parse("2023-01")}
    second = GENERIC | {"stage": "agreement", "when": When.parse("2023-09"), "day": "2024-01-05"}
    assert groups(first, second, GENERIC | {"day": "2024-01-06"}) == [{"c0"}, {"c1", "c2"}]


def test_the_same_goods_years_later_are_another_deal() -> None:
    assert groups({"day": "2019-05-01"}, {"day": "2024-05-01"}) == [{"c0"}, {"c1"}]


def test_a_page_without_a_date_still_joins_by_type() -> None:
    assert groups({}, {"published": None}) == [{"c0", "c1"}]


def test_findings_add_up_to_the_weight_of_a_join() -> None:
    _, joins = link(members({}, GENERIC, {"mode": "sale"}, {"mode": "aid", "least": 5}))
    assert len(joins) == 3
    for one in joins:
        assert one.weight >= JOIN
        assert one.weight == pytest.approx(sum(each.weight for each in one.findings))
        assert all(each.reason for each in one.findings)


def test_weights_alone_decide() -> None:
    group = Group()
    group.take(members({"day": "2019-01-01"})[0])
    weight, findings = weigh(members({})[0], group)
    assert weight < JOIN
    assert {one.sign for one in findings} == {"same_parties", "same_type", "long_apart"}


DAY = st.dates(min_value=date(2020, 1, 1), max_value=date(2026, 1, 1)).map(str)
CHANGE = st.fixed_dictionaries(
    {"day": DAY, "family": st.sampled_from([None, "Fath-360", "Ababil"]), "mode": st.sampled_from(["sale", "aid", "unspecified"])}
)


@given(st.lists(CHANGE, max_size=12), st.integers(0, 12))
def test_what_comes_out_later_changes_nothing_about_earlier_joins(changes: list[dict[str, object]], cut: int) -> None:
    ordered = sorted(members(*changes), key=lambda one: (one.day, one.page_id))
    whole = {one.claim_id: group.members[0].claim_id for group in link(ordered)[0] for one in group.members}
    begun = ordered[:cut]
    part = {one.claim_id: group.members[0].claim_id for group in link(begun)[0] for one in group.members}
    assert part == {name: whole[name] for name in part}
    assert set(part) == {one.claim_id for one in begun}
