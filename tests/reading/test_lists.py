"""Lists below a lead-in, and lines without a verb."""

from collections.abc import Callable

from reportedly.model.page import Page
from reportedly.reading.reader import read_page

LIST = "Malta has handed over to Cyprus:\n• 12 rifles;\n• three radars;\nTraining goes on near Larnaca."


def test_each_line_takes_its_event_from_the_lead_in(make_page: Callable[..., Page]) -> None:
    claims = read_page(make_page(LIST)).claims
    assert [(c.supplier, c.recipient, c.item, str(c.quantity), c.stage, c.certainty) for c in claims] == [
        ("MT", "CY", "rifles", "12", "delivery", "CT+"),
        ("MT", "CY", "radars", "3", "delivery", "CT+"),
    ]


def test_the_evidence_is_the_line(make_page: Callable[..., Page]) -> None:
    claims = read_page(make_page(LIST)).claims
    assert [claim.evidence.text for claim in claims] == ["12 rifles;", "three radars;"]
    assert all("list" in basis.rule for claim in claims for basis in claim.basis)


def test_a_list_ends_where_the_lines_end(make_page: Callable[..., Page]) -> None:
    claims = read_page(make_page(LIST + "\nTwo boats")).claims
    assert [claim.item for claim in claims] == ["rifles", "radars"]


def test_a_party_at_the_head_of_a_line_plays_the_open_role(make_page: Callable[..., Page]) -> None:
    page = make_page("Several states pledged weapons to Kenya:\nJapan: two patrol boats\nItaly: four cutters")
    claims = [claim for claim in read_page(page).claims if claim.category == "ship"]
    assert [(claim.supplier, claim.recipient, str(claim.quantity)) for claim in claims] == [("JP", "KE", "2"), ("IT", "KE", "4")]


def test_a_negated_line_of_a_speaker_refuses(make_page: Callable[..., Page]) -> None:
    (claim,) = read_page(make_page("Valletta: no rifles for Kenya\nNothing else was said.", headline=True)).claims
    assert (claim.supplier, claim.recipient, claim.stage, claim.certainty) == ("MT", "KE", "refusal", "CT+")
    assert [source.party for source in claim.sources] == ["MT"]


def test_goods_without_an_event_claim_nothing(make_page: Callable[..., Page]) -> None:
    assert read_page(make_page("12 rifles;\nthree radars")).claims == ()
