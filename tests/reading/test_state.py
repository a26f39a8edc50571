"""State of a page: what later sentences can leave out."""

from reportedly.model.claim import Category, Claim, Source
from reportedly.model.quote import Quote
from reportedly.reading.items import Item
from reportedly.reading.state import PageState

OFFICIAL = Source("Tiril Solbakk", "official", "NO")


def item(words: str, category: Category, designation: str | None = None) -> Item:
    return Item(Quote(0, len(words), words), 0, category, designation)


def claim(
    supplier: str | None, recipient: str | None, words: str = "boats", category: Category = "ship", designation: str | None = None
) -> Claim:
    return Claim(
        "id", Quote(0, 4, "text"), supplier, recipient, words, designation, category, None, "unspecified", "delivery", "CT+", (), None, 0.9
    )  # fmt: skip


def test_a_fresh_page_knows_nothing() -> None:
    state = PageState()
    assert state.goods() is None
    assert state.last_item() is None
    assert state.pair_for("Skua", "ship") == (None, None)
    assert state.usual(0) is None
    assert state.chain_of("media") == ()
    assert state.partner({"NO"}, 1, item("boats", "ship")) is None


def test_the_last_chain_is_found_by_kind() -> None:
    state = PageState()
    first, second = (OFFICIAL, Source("Reuters", "media")), (Source("a list", "document"),)
    state.note_chain(first)
    state.note_chain(second)
    assert state.chain == second
    assert state.chain_of("media") == first
    assert state.chain_of("official") == first
    assert state.chain_of("document") == second
    assert state.speaker_party == "NO"


def test_a_person_is_known_by_full_name_and_surname() -> None:
    state = PageState()
    state.note_person("Tiril Solbakk", OFFICIAL)
    assert state.persons == {"Tiril Solbakk": OFFICIAL, "Solbakk": OFFICIAL}


def test_the_last_goods_of_a_category() -> None:
    state = PageState()
    boats, jets = item("boats", "ship"), item("Gripens", "aircraft", "Gripen")
    state.note_item(boats)
    state.note_item(jets)
    assert state.last_item() == jets
    assert state.last_item("ship") == boats
    assert state.last_item("uav") is None


def test_a_pronoun_stands_for_the_goods_of_the_last_claim() -> None:
    state = PageState()
    boats = item("boats", "ship")
    state.note_item(boats)
    state.note_claims([claim("NO", "PT")])
    state.note_item(item("rifles", "small-arms"))
    assert state.goods() == boats


def test_a_pair_goes_with_its_type_then_its_category_then_the_page() -> None:
    state = PageState()
    state.note_claims([claim("NO", "PT")])
    state.note_claims([claim("SE", "HU", "Gripens", "aircraft", "Gripen"), claim("NO", "PT")])
    assert state.pair_for("Gripen", "aircraft") == ("SE", "HU")
    assert state.pair_for(None, "ship") == ("NO", "PT")
    assert state.pair_for("Skua", "uav") == ("NO", "PT")
    assert state.usual(0) == "NO"
    assert state.usual(1) == "PT"


def test_half_a_pair_is_no_pair() -> None:
    state = PageState()
    state.note_claims([claim("NO", None)])
    assert not state.pairs
    assert state.pair_for(None, "ship") == (None, None)
    assert len(state.last_claims) == 1


def test_a_sentence_without_claims_forgets_nothing() -> None:
    state = PageState()
    state.note_claims([claim("NO", "PT")])
    state.note_claims([])
    assert [one.supplier for one in state.last_claims] == ["NO"]


def test_the_partner_of_a_known_party() -> None:
    state = PageState()
    state.note_claims([claim("NO", "PT"), claim("SE", "HU", "Gripens", "aircraft", "Gripen")])
    assert state.partner({"NO"}, 1, item("boats", "ship")) == "PT"
    assert state.partner({"HU"}, 0, item("Gripens", "aircraft", "Gripen")) == "SE"
    assert state.partner({"FI"}, 0, item("boats", "ship")) is None


def test_the_second_walk_knows_the_pairs_of_the_first() -> None:
    first = PageState()
    first.note_claims([claim("NO", "PT")])
    second = PageState(first=first)
    assert second.pair_for(None, "uav") == ("NO", "PT")
    assert second.usual(1) == "PT"
