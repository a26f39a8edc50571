from reportedly.measure.align import align
from reportedly.measure.documents import SLOTS, Statement, Value


def said(start: int, end: int, **values: Value) -> Statement:
    return Statement(dict.fromkeys(SLOTS) | values, (), (start, end))


def test_evidence_must_overlap() -> None:
    assert align([said(0, 5)], [said(5, 9)]) == []
    assert align([said(0, 5)], [said(4, 9)]) == [(0, 0)]


def test_a_statement_without_a_place_is_paired_with_none() -> None:
    assert align([Statement(dict.fromkeys(SLOTS), (), None)], [said(0, 5)]) == []


def test_agreement_goes_before_overlap_and_overlap_before_order() -> None:
    assert align([said(0, 9, stage="offer")], [said(0, 9, stage="use"), said(8, 9, stage="offer")]) == [(0, 1)]
    assert align([said(0, 9)], [said(7, 9), said(0, 6)]) == [(0, 1)]
    assert align([said(0, 9)], [said(0, 9), said(0, 9)]) == [(0, 0)]


def test_core_slots_weigh_more() -> None:
    assert align([said(0, 9, supplier="NO", mode="aid")], [said(0, 9, mode="aid"), said(0, 9, supplier="NO")]) == [(0, 1)]


def test_each_statement_is_paired_once() -> None:
    assert sorted(align([said(0, 9), said(0, 9)], [said(0, 9)])) == [(0, 0)]
    assert len(align([said(0, 9), said(0, 9)], [said(0, 9), said(3, 5), said(4, 7)])) == 2
