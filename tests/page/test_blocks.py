import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.page.blocks import Block, read_blocks
from reportedly.page.words import all_words


def block(line: str) -> Block:
    (found,) = read_blocks(line, "en", all_words())
    return found


@given(st.text())
def test_blocks_tile_the_text(text: str) -> None:
    blocks = read_blocks(text, None, all_words())
    assert "\n".join(text[one.start : one.end] for one in blocks) == text
    assert len(blocks) == text.count("\n") + 1


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("09:15 Two ships left the port", "time"),
        ("- Two ships", "dash"),
        ("3. Two ships", "number"),
        ("A: Two ships", "label"),
        ("6 May 2023 - Two ships", "date"),
        ("RIGA. Two ships left", "capitals"),
        ("🚢 Two ships left", "symbol"),
        ("Two ships left", ""),
        ("«Two ships» left", ""),
    ],
)
def test_markers_of_lists(line: str, marker: str) -> None:
    assert block(line).marker == marker


@pytest.mark.parametrize(
    ("line", "entries"),
    [
        ("News | Sport | Weather", ("News", "Sport", "Weather")),
        ("News › Defence", ("News", "Defence")),
        ("News   Sport   Weather", ("News", "Sport", "Weather")),
        ("Two ships left | they carry grain, oil and a number of other goods", ()),
        ("Two ships left the port.", ()),
    ],
)
def test_entries_of_menus(line: str, entries: tuple[str, ...]) -> None:
    assert block(line).entries == entries


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ("Two ships left the port.", True),
        ("“Two ships left the port.”", True),
        ("Sorry.", False),
        ("Two ships left the port", False),
        ("What do you think?", False),
        ("Would the minister say where the ships went? He would not.", True),
    ],
)
def test_prose_is_whole_sentences(line: str, prose: bool) -> None:
    assert block(line).prose is prose


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("Ships leave port — 18.11.2025", True),
        ("Ships leave port (3 July)", True),
        ("Ships leave port — today, 09:15", True),
        ("Ships leave port on 3 July", False),
        ("The ships left on 3 July.", False),
    ],
)
def test_dates_attached_to_stubs(line: str, dated: bool) -> None:
    assert block(line).dated is dated


def test_a_million_letters_in_one_line_are_one_block() -> None:
    assert block("a" * 1_000_000).end == 1_000_000
