"""Casts: who plays, by which way, and how much that is believed."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.cast import INFERRED, TRUST, Cast
from reportedly.reading.naming import Named

CODES = st.lists(st.sampled_from(["NO", "PT", "MT", "hamas"]), max_size=3)


def named(code: str) -> Named:
    return Named(code, 0, 1, "name", "named (name)")


@given(CODES, CODES)
def test_nobody_plays_both_roles(first: list[str], second: list[str]) -> None:
    cast = Cast()
    cast.fill("supplier", [named(code) for code in first], "frame")
    cast.fill("recipient", [named(code) for code in second], "near")
    assert not {each.party for each in cast.supplier} & {each.party for each in cast.recipient}
    assert all(s is None or r is None or s.party != r.party for s, r in cast.pairs())
    assert cast.parties == {each.party for pair in cast.pairs() for each in pair if each is not None}
    assert len(cast.pairs()) == max(1, len(cast.supplier)) * max(1, len(cast.recipient))


def test_a_role_is_filled_once() -> None:
    cast = Cast()
    assert cast.open("supplier")
    cast.fill("supplier", [named("NO")], "frame")
    cast.fill("supplier", [named("PT")], "left over")
    assert [each.party for each in cast.supplier] == ["NO"]
    assert cast.ways == {"supplier": "frame"}
    assert not cast.open("supplier")


def test_one_party_in_both_places_is_domestic() -> None:
    cast = Cast()
    cast.fill("supplier", [named("NO")], "frame")
    cast.fill("recipient", [named("NO")], "frame")
    assert cast.domestic
    assert cast.open("recipient")


def test_a_cast_is_believed_less_the_less_the_sentence_says() -> None:
    sure, guessed = Cast(), Cast()
    for cast, way in ((sure, "frame"), (guessed, "page")):
        cast.fill("supplier", [named("NO")], way)
        cast.fill("recipient", [named("PT")], way)
    assert 0 < Cast().trust() < guessed.trust() < sure.trust() <= 1
    assert all(0 < trust <= 1 for trust in TRUST.values())


def test_what_is_inferred_says_from_what() -> None:
    assert set(INFERRED) <= set(TRUST)
    assert all(INFERRED.values())
