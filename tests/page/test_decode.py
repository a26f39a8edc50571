import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.errors import SourceError
from reportedly.page.decode import decode

UKRAINIAN = "Україна отримала від Швеції гаубиці, повідомив міністр оборони цієї країни. " * 4
CLEAN = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"], include_characters="\n\t")).filter(
    lambda text: text.strip() != "" and not text.startswith("\ufeff") and not set(text) & {"\ufeff"}
)


@given(CLEAN)
def test_clean_text_comes_out_exactly_as_it_went_in(text: str) -> None:
    decoded = decode(text.encode(), "p")
    assert decoded.text == text
    assert decoded.notes == ()


@given(st.binary(min_size=1))
def test_any_bytes_give_text_or_a_source_error(content: bytes) -> None:
    try:
        text = decode(content, "p").text
    except SourceError:
        text = "refused"
    assert "\x00" not in text
    assert text.strip()


def test_control_characters_become_spaces_and_line_ends_one_line_feed() -> None:
    assert decode(b"one\x00two\x07 three\r\nfour\tfive" + b"." * 200, "p").text == "one two  three\nfour\tfive" + "." * 200


@pytest.mark.parametrize("name", ["windows-1251", "koi8-u", "utf-16"])
def test_other_encodings_are_guessed_and_noted(name: str) -> None:
    decoded = decode(UKRAINIAN.encode(name), "p")
    assert decoded.text == UKRAINIAN
    assert len(decoded.notes) == 1
    assert decoded.notes[0].startswith("decoded as ")


def test_latin_letters_of_an_old_page_are_kept() -> None:
    text = "El ministro dijo que España no venderá más cañones a aquel país. " * 4
    assert decode(text.encode("latin-1"), "p").text == text


def test_a_declared_encoding_counts_in_markup_only() -> None:
    content = f'<html><head><meta charset="windows-1251"></head><body>{UKRAINIAN}</body></html>'.encode("windows-1251")
    decoded = decode(content, "p", markup=True)
    assert UKRAINIAN in decoded.text
    assert decoded.notes == ("decoded as windows-1251, as declared",)


def test_a_declared_encoding_that_nobody_knows_is_passed_over() -> None:
    assert "гаубиці" in decode(f'<meta charset="x-none"><p>{UKRAINIAN}'.encode(), "p", markup=True).text


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbfHello", "p").text == "Hello"


def test_a_page_cut_inside_a_letter_is_repaired_and_noted() -> None:
    decoded = decode(UKRAINIAN.strip(". ").encode()[:-1], "p")
    assert decoded.text.startswith("Україна отримала")
    assert decoded.notes == ("decoded as utf-8, 1 broken characters replaced",)


@pytest.mark.parametrize(
    "content", [b"", b" \n ", b"%PDF-1.7 text", b"PK\x03\x04zip", b"\x1f\x8bgz", b"\x89PNG\r\n", b"a\x00b\x00c\x00d\x00" * 40]
)
def test_what_is_no_text_is_refused_with_advice(content: bytes) -> None:
    with pytest.raises(SourceError, match="p: ") as caught:
        decode(content, "p")
    assert caught.value.advice.endswith(".")


def test_data_with_every_byte_is_refused_and_a_stray_control_is_not() -> None:
    with pytest.raises(SourceError, match="binary"):
        decode(bytes(range(256)) * 20, "data.txt")
    assert decode(b"Norway sent tanks\x0c to Chile. " * 40, "page.txt").text.startswith("Norway sent tanks")
