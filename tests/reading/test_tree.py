"""Trees: ways up and down, spans of subtrees, lists."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.tree import Token, Tree


def tree_of(*rows: tuple[str, str, int]) -> Tree:
    """Make a tree from (word, relation, head); words are parted by one space."""
    tokens, start = [], 0
    for index, (word, rel, head) in enumerate(rows):
        tokens.append(Token(index, start, start + len(word), word, word.lower(), "X", rel, head))
        start += len(word) + 1
    return Tree(tuple(tokens))


LIST = tree_of(
    ("Malta", "nsubj", 1), ("bought", "root", -1), ("boats", "obj", 1), (",", "punct", 2), ("radars", "conj", 2), ("and", "cc", 4), ("trucks", "conj", 4)
)  # fmt: skip


def words(tokens: list[Token]) -> list[str]:
    return [token.text for token in tokens]


def test_children_stand_in_order_below_their_head() -> None:
    assert words(LIST.children(LIST.tokens[1])) == ["Malta", "boats"]
    assert LIST.head(LIST.tokens[0]) == LIST.tokens[1]
    assert LIST.head(LIST.tokens[1]) is None


def test_the_way_up_is_nearest_first() -> None:
    assert words(list(LIST.ancestors(LIST.tokens[6]))) == ["radars", "boats", "bought"]
    assert LIST.below(LIST.tokens[6], LIST.tokens[2])
    assert LIST.below(LIST.tokens[2], LIST.tokens[2])
    assert not LIST.below(LIST.tokens[2], LIST.tokens[6])


def test_a_subtree_reaches_over_all_below_it() -> None:
    assert LIST.subtree(LIST.tokens[2]) == (2, 7)
    assert LIST.subtree(LIST.tokens[0]) == (0, 1)
    assert LIST.subtree(LIST.tokens[1]) == (0, 7)


def test_conjuncts_are_those_of_the_whole_list() -> None:
    assert words(LIST.conjuncts(LIST.tokens[2])) == ["boats", "radars", "trucks"]
    assert words(LIST.conjuncts(LIST.tokens[0])) == ["Malta"]


def test_tokens_are_found_by_code_points() -> None:
    radars = LIST.tokens[4]
    assert LIST.at(radars.start, radars.end) == [radars]
    assert LIST.at(radars.start, radars.start) == []
    assert words(LIST.at(0, 8)) == ["Malta", "bought"]


def test_the_head_of_a_span_hangs_outside_it() -> None:
    boats, trucks = LIST.tokens[2], LIST.tokens[6]
    assert LIST.head_of(boats.start, trucks.end) == boats
    assert LIST.head_of(0, 0) is None
    assert LIST.head_of(0, LIST.tokens[1].end) == LIST.tokens[1]


def test_a_word_in_small_letters() -> None:
    assert LIST.tokens[0].lower == "malta"


@given(st.lists(st.integers(min_value=-1, max_value=11), min_size=1, max_size=12))
def test_even_a_ring_of_heads_ends(heads: list[int]) -> None:
    size = len(heads)
    tree = tree_of(*(("w", "dep", head if head < size and head != index else -1) for index, head in enumerate(heads)))
    for token in tree.tokens:
        above = [other.i for other in tree.ancestors(token)]
        assert len(above) == len(set(above))
        low, high = tree.subtree(token)
        assert low <= token.i < high
