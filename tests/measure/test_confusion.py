from reportedly.measure.confusion import Directions, confuse, directions, pairs
from reportedly.measure.documents import SLOTS, Document, Statement, Value


def said(start: int, **values: Value) -> Statement:
    return Statement(dict.fromkeys(SLOTS) | values, (), (start, start + 5))


def test_values_are_counted_over_paired_statements() -> None:
    gold = [
        Document("a", statements=(said(0, stage="offer"), said(10, stage="use"), said(20))),
        Document("b", statements=(said(0, stage="use"),)),
    ]
    run = {
        "a": Document(
            "a", statements=(said(0, stage="use"), said(11, stage="use"), said(20, stage="offer"), said(90, stage="use"))
        )
    }
    found = list(pairs(gold, run))
    assert confuse(found, "stage") == {("offer", "use"): 1, ("use", "use"): 1, ("-", "offer"): 1}


def test_a_direction_is_wrong_only_where_both_parties_are_swapped() -> None:
    gold = [said(0, supplier="NO", recipient="PT")] * 4 + [said(0, supplier="NO")]
    run = [
        said(0, supplier="PT", recipient="NO"),
        said(0, supplier="NO", recipient="PT"),
        said(0, supplier="PT"),
        said(0, supplier="PT", recipient="ES"),
        said(0, recipient="NO"),
    ]
    assert directions(zip(gold, run, strict=True)) == Directions(placed=4, swapped=1)
