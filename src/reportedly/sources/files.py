"""Files, folders and standard input, compressed with gzip or not.

Vocabulary: an *input* is what the caller names (a file, a folder, `-`); a *kind* is what a file holds: `jsonl`, `html` or `text`.
Order: inputs -> files of a folder by name -> open, unpack by the first bytes -> kind by suffix, else by the first bytes -> pages.
Within a folder only files with a known suffix are read; a file that is named is read whatever it is called.
"""

import gzip
import os
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import IO, Literal, cast

from reportedly.model.page import RawPage
from reportedly.model.reading import Failure
from reportedly.sources.jsonl import read_records

Kind = Literal["jsonl", "html", "text"]
STDIN = "-"
GZIP = b"\x1f\x8b"
SUFFIXES: dict[str, Kind] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
}
MEDIA_TYPES: dict[Kind, str] = {"html": "text/html", "text": "text/plain"}
PEEK = 4096
"""Bytes by which a kind is told where no suffix says it."""
MAX_BYTES = 64 * 1024 * 1024
"""Longest page or line of a collection that is read, in bytes unpacked; the longest news pages have under 5 MB of markup."""
MARKUP = re.compile(rb"(?i)\s*<(?:!doctype\s+html|html|head|body|article|\?xml|!--|meta|div|p\b)")
DOCUMENT = re.compile(rb"(?i)\s*<(?:!doctype\s+html|html)")
"""Only these make a file named `.txt` a web page: an article about markup may begin with a tag."""
RECORD = re.compile(rb'\s*\{\s*"')

LARGE = "Split it, or cut the page out of it."
CUT = "The pages before the cut were read; fetch the file again for the rest."


@dataclass
class Progress:
    """How far reading has come, in bytes of the files as stored; `total` counts regular files only."""

    total: int = 0
    done: int = 0


def read_inputs(inputs: Iterable[str | os.PathLike[str]], progress: Progress | None = None) -> Iterator[RawPage | Failure]:
    """Read the pages of files, folders and `-` (standard input), in the order given; folders by name, depth first.

    `progress` is brought up to date after every page; its total is known before the first one is read.
    """
    progress = progress or Progress()
    found = [each for one in inputs for each in _expand(os.fspath(one))]
    progress.total = sum(_size(each) for each in found if isinstance(each, str))
    for each in found:
        if isinstance(each, Failure):
            yield each
            continue
        before = progress.done
        yield from _read_file(each, progress)
        progress.done = before + _size(each)


def _expand(name: str) -> Iterator[str | Failure]:
    """List the files of one input: itself, or what lies in the folder."""
    if name == STDIN or not os.path.isdir(name):  # noqa: PTH112 - a name that no path can hold (a NUL) must give False, not raise
        yield name
        return
    failures: list[Failure] = []
    files: list[str] = []
    for folder, folders, names in os.walk(name, onerror=lambda error: failures.append(_unreadable(name, error))):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        files += [str(Path(folder) / each) for each in sorted(names) if _suffix(each) in SUFFIXES and not each.startswith(".")]
    yield from failures
    yield from files
    if not files and not failures:
        yield Failure(name, "no page in this folder", f"Give files ending in {', '.join(SUFFIXES)} (or with .gz after it).")


def _suffix(name: str) -> str:
    """Tell the suffix of a file name in small letters, `.gz` taken off."""
    return Path(name.lower().removesuffix(".gz")).suffix


def _size(name: str) -> int:
    """Tell the size of a regular file in bytes; 0 for everything else and for what is not there."""
    try:
        return os.stat(name).st_size if name != STDIN else 0  # noqa: PTH116 - see `_expand`
    except (OSError, ValueError):
        return 0


def _read_file(name: str, progress: Progress) -> Iterator[RawPage | Failure]:
    """Read the pages of one file, and whatever goes wrong with it as a failure."""
    try:
        if name == STDIN:
            yield from _read_stream(cast("BufferedReader", sys.stdin.buffer), name, progress)
        else:
            with open(name, "rb") as stream:  # noqa: PTH123 - see `_expand`
                yield from _read_stream(stream, name, progress)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield Failure(name, f"the gzip stream is cut or broken ({error})", CUT)
    except (OSError, ValueError) as error:
        yield _unreadable(name, error)


def _unreadable(name: str, error: OSError | ValueError) -> Failure:
    """Say why the system did not let us read, and what to do."""
    if isinstance(error, FileNotFoundError):
        return Failure(name, "no such file or folder", "Check the path.")
    if isinstance(error, PermissionError):
        return Failure(str(error.filename or name), "no permission to read it", "Give yourself the right to read it.")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Failure(name, f"cannot be read: {reason}", "Check the path.")


def _read_stream(stream: BufferedReader, name: str, progress: Progress) -> Iterator[RawPage | Failure]:
    """Unpack, tell the kind, and read one page or many."""
    start = progress.done
    unpacked: IO[bytes] = stream
    if stream.peek(2)[:2] == GZIP:
        unpacked = cast("IO[bytes]", BufferedReader(gzip.open(stream)))  # noqa: SIM115 - closed with the stream below it
    kind = _kind(name, cast("BufferedReader", unpacked).peek(PEEK))
    if kind != "jsonl":
        yield _read_page(unpacked, name, kind)
        return
    empty = True
    for item in read_records(_lines(unpacked), name):
        empty = False
        yield item
        progress.done = start + (stream.tell() if name != STDIN else 0)
    if empty:
        yield Failure(name, "no record in this file", "Write one page a line, as an object with the field `text`.")


def _kind(name: str, head: bytes) -> Kind:
    """Tell what a file holds: by its suffix, else by its first bytes."""
    named = SUFFIXES.get(_suffix(name))
    if named == "text":
        return "html" if DOCUMENT.match(head) else "text"
    if named is not None:
        return named
    if RECORD.match(head):
        return "jsonl"
    return "html" if MARKUP.match(head) else "text"


def _read_page(stream: IO[bytes], name: str, kind: Kind) -> RawPage | Failure:
    """Read a file that is one page."""
    content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        return Failure(name, f"longer than {MAX_BYTES >> 20} MiB", LARGE)
    return RawPage(name, content, MEDIA_TYPES[kind])


def _lines(stream: IO[bytes]) -> Iterator[bytes]:
    """Read lines of a collection; one that is too long is cut, so that it becomes a failure and not the end of memory."""
    while line := stream.readline(MAX_BYTES):
        yield line
        while len(line) == MAX_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_BYTES)
