import gzip
import io
import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.page import RawPage
from reportedly.model.reading import Failure
from reportedly.sources import files
from reportedly.sources.files import Progress, read_inputs


def pages(*inputs: Path | str) -> list[RawPage]:
    read = list(read_inputs(inputs))
    assert not [one for one in read if isinstance(one, Failure)]
    return [one for one in read if isinstance(one, RawPage)]


def failure(*inputs: Path | str) -> Failure:
    (read,) = read_inputs(inputs)
    assert isinstance(read, Failure)
    assert read.advice
    return read


def records(*ids: str) -> bytes:
    return b"".join(json.dumps({"id": one, "text": f"Words of {one}."}).encode() + b"\n" for one in ids)


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.txt", b"Words.", "text/plain"),
        ("a.html", b"Words.", "text/html"),
        ("a.HTM", b"Words.", "text/html"),
        ("a.txt", b"<!DOCTYPE html><p>Words.", "text/html"),
        ("a.txt", b"<p> is a tag", "text/plain"),
        ("a", b"\n <html><body>Words.", "text/html"),
        ("a", b"Words.", "text/plain"),
        ("a.article", b"<article>Words.", "text/html"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_what_a_file_holds_is_told_by_name_then_by_content(
    tmp_path: Path, name: str, content: bytes, media_type: str, packed: bool
) -> None:
    path = tmp_path / (f"{name}.gz" if packed else name)
    path.write_bytes(gzip.compress(content) if packed else content)
    (page,) = pages(path)
    assert (page.place, page.content, page.media_type) == (str(path), content, media_type)


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a", "a.jsonl.gz"])
def test_a_collection_gives_a_page_for_each_line(tmp_path: Path, name: str) -> None:
    content = records("one", "two")
    (tmp_path / name).write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    assert [page.id for page in pages(tmp_path / name)] == ["one", "two"]


def test_compression_is_told_by_content_not_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(gzip.compress(b"Words."))
    (tmp_path / "b.txt.gz").write_bytes(b"Words.")
    assert [page.content for page in pages(tmp_path)] == [b"Words.", b"Words."]


def test_a_folder_is_read_by_name_and_only_what_looks_like_a_page(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("b.txt", "a.html", "sub/c.txt.gz", "notes.md", "data.csv", ".hidden/d.txt", ".e.txt"):
        (tmp_path / name).write_bytes(gzip.compress(b"x") if name.endswith("gz") else b"x")
    assert [Path(page.place).relative_to(tmp_path).as_posix() for page in pages(tmp_path)] == ["a.html", "b.txt", "sub/c.txt.gz"]


def test_inputs_keep_their_order(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name)
    assert [page.content for page in pages(tmp_path / "b.txt", tmp_path / "a.txt")] == [b"b.txt", b"a.txt"]


@pytest.mark.parametrize(
    ("content", "ids"), [(records("one", "two"), ["one", "two"]), (gzip.compress(records("one")), ["one"]), (b"Words.", [None])]
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: bytes, ids: list[str | None]) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(content))))
    assert [page.id for page in pages("-")] == ids


def test_a_missing_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    read = list(read_inputs([tmp_path / "none.txt", tmp_path / "a.txt"]))
    assert [type(one) for one in read] == [Failure, RawPage]
    assert read[0].place == str(tmp_path / "none.txt")


def test_each_trouble_has_its_reason(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "none.jsonl").write_bytes(b"\n\n")
    assert "no such file" in failure(tmp_path / "missing").reason
    assert "no page in this folder" in failure(tmp_path / "empty").reason
    assert "no record" in failure(tmp_path / "none.jsonl").reason
    assert "cannot be read" in failure("a\0b").reason


@pytest.mark.parametrize("cut", [0.3, 0.9])
def test_a_cut_gzip_gives_what_stands_before_the_cut(tmp_path: Path, cut: float) -> None:
    content = gzip.compress(b"".join(records(os.urandom(60).hex()) for _ in range(2000)))
    (tmp_path / "a.jsonl.gz").write_bytes(content[: int(len(content) * cut)])
    *before, last = read_inputs([tmp_path / "a.jsonl.gz"])
    assert isinstance(last, Failure)
    assert "cut or broken" in last.reason
    assert sum(isinstance(one, RawPage) for one in before) > 100


def test_a_broken_gzip_is_a_failure(tmp_path: Path) -> None:
    content = bytearray(gzip.compress(b"Words. " * 1000))
    content[12:20] = b"\xff" * 8
    (tmp_path / "a.txt.gz").write_bytes(bytes(content))
    assert "gzip" in failure(tmp_path / "a.txt.gz").reason


def test_a_folder_or_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Words.")

    def refuse(name: str, mode: str) -> None:
        raise PermissionError(13, f"Permission denied ({mode})", name)

    monkeypatch.setattr(files, "open", refuse, raising=False)
    assert "no permission" in failure(path).reason

    def walk(name: str, onerror: object) -> list[object]:
        assert callable(onerror)
        onerror(PermissionError(13, "Permission denied", name))
        return []

    monkeypatch.setattr(os, "walk", walk)
    assert "no permission" in failure(tmp_path).reason


def test_what_is_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 100)
    (tmp_path / "a.txt").write_bytes(b"x" * 101)
    assert "longer than" in failure(tmp_path / "a.txt").reason
    (tmp_path / "b.jsonl").write_bytes(records("one") + b'{"text": "' + b"x" * 500 + b'"}\n' + records("two"))
    first, cut, last = read_inputs([tmp_path / "b.jsonl"])
    assert isinstance(cut, Failure)
    assert [one.id for one in (first, last) if isinstance(one, RawPage)] == ["one", "two"]


def test_progress_ends_at_the_total(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(records("one", "two"))
    (tmp_path / "b.txt").write_bytes(b"Words.")
    progress = Progress()
    seen = [progress.done for _ in read_inputs([tmp_path, tmp_path / "missing"], progress)]
    assert seen == sorted(seen)
    assert progress.done == progress.total == sum(path.stat().st_size for path in tmp_path.iterdir())


@given(st.binary(max_size=300))
def test_any_content_gives_pages_or_failures(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "input"
    path.write_bytes(content)
    read = list(read_inputs([path]))
    assert read
    assert all(isinstance(one, RawPage | Failure) for one in read)
