import json

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.page import RawPage
from reportedly.model.reading import Failure
from reportedly.sources.jsonl import FIELDS, read_record, read_records


def line(**fields: object) -> bytes:
    return json.dumps({"text": "Words."} | fields).encode()


def test_every_document_field_is_carried_on() -> None:
    fields = {
        "id": "a/b",
        "story": "s",
        "url": "https://example.org/1",
        "outlet": "Herald",
        "published": "2024-01-04",
        "language": "en",
        "title": "T",
    }
    page = read_record(line(**fields, roles=["body"], claims=[]), "f:1")
    assert isinstance(page, RawPage)
    assert {name: getattr(page, name) for name in FIELDS} == fields
    assert (page.place, page.content, page.media_type) == ("f:1", b"Words.", "text/plain")


def test_null_and_empty_fields_are_not_known() -> None:
    page = read_record(line(id=None, url="", title=None), "f:1")
    assert isinstance(page, RawPage)
    assert page.id is page.url is page.title is None


def test_a_broken_line_is_named_and_the_others_are_read() -> None:
    lines = [line(id=str(number)) for number in range(1, 10)]
    lines[6] = b'{"text": "cut'
    read = list(read_records(lines, "pages.jsonl"))
    assert [one.id for one in read if isinstance(one, RawPage)] == ["1", "2", "3", "4", "5", "6", "8", "9"]
    failure = read[6]
    assert isinstance(failure, Failure)
    assert failure.place == "pages.jsonl:7"
    assert "not JSON" in failure.reason
    assert failure.advice


def test_blank_lines_keep_the_count() -> None:
    read = list(read_records([b"\n", line(), b"  \r\n", line()], "f"))
    assert [one.place for one in read] == ["f:2", "f:4"]


def test_a_byte_order_mark_is_no_part_of_the_record() -> None:
    assert isinstance(read_record(b"\xef\xbb\xbf" + line(), "f:1"), RawPage)


def test_what_is_no_record_says_what_to_do() -> None:
    deep = b'{"text":' + b"[" * 200_000
    for content, reason in [(b"[1]", "not an object"), (b"{}", "no field `text`"), (line(text=4), "no field `text`"), (line(url=3), "`url`"),
                            (b'{"text": "\xff"}', "not UTF-8 at byte 11"), (deep, "not JSON")]:  # fmt: skip
        failure = read_record(content, "f:1")
        assert isinstance(failure, Failure), content[:20]
        assert reason in failure.reason
        assert failure.advice


def test_lone_surrogates_do_not_stop_the_reading() -> None:
    page = read_record(b'{"text": "a \\ud800 b"}', "f:1")
    assert isinstance(page, RawPage)
    assert page.content == b"a ? b"


@given(st.binary(max_size=200))
def test_any_bytes_give_a_page_or_a_failure(content: bytes) -> None:
    assert isinstance(read_record(content, "f:1"), RawPage | Failure)


@given(st.text(max_size=100))
def test_text_comes_out_as_it_went_in(text: str) -> None:
    page = read_record(json.dumps({"text": text}).encode(), "f:1")
    assert isinstance(page, RawPage)
    assert page.content.decode() == text
