r"""Bytes to text: byte order mark, then the charset that the page declares, then UTF-8, then a guess among plausible encodings.

What is no text at all (archives, pictures, PDF, many NUL bytes) is refused with advice. In text, control characters other than line feed and
tab become spaces one for one, and `\r\n` becomes `\n`; nothing else is changed, so that clean text comes out exactly as it went in.
"""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from reportedly.model.errors import SourceError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BINARY = {
    b"%PDF-": "PDF", b"PK\x03\x04": "ZIP", b"\x1f\x8b": "GZIP", b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"Rar!": "RAR", b"7z\xbc\xaf": "7Z",
    b"\x28\xb5\x2f\xfd": "ZSTD", b"BZh": "BZIP2", b"\xfd7zXZ": "XZ", b"\x7fELF": "ELF", b"MZ\x90": "EXE", b"OggS": "OGG", b"ID3": "MP3", b"RIFF": "RIFF", b"PAR1": "PARQUET",
    b"SQLite format 3": "SQLITE", b"\xd0\xcf\x11\xe0": "OLE",
}  # fmt: skip
"""First bytes of formats that are no page (file(1) magic); those of letters and digits alone may open a clean text."""
PLAUSIBLE = ["windows-1251", "koi8-u", "koi8-r", "iso8859-5", "cp866", "windows-1252", "latin-1"]
"""Encodings older than UTF-8 that pages in Cyrillic and western letters were written in; others only count where the page declares them."""
DECLARED = re.compile(
    rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})"""
)
HEAD = 4096
"""Bytes in which a declaration counts; the HTML standard looks at 1024, pages in the wild put comments before it."""
MAX_CONTROL_SHARE = 0.01
"""Share of control bytes in the head of a text; a stray one gets into scraped pages, one in a hundred into data alone."""
ASCII = bytes(range(0x80))
CONTROL_BYTE = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")


@dataclass(frozen=True)
class Decoded:
    """Text of a page and what its reader should know about how it came about."""

    text: str
    notes: tuple[str, ...] = ()


def decode(content: bytes, place: str, *, markup: bool = False) -> Decoded:
    """Turn the bytes of a page into text; `markup` says that a declaration inside HTML counts.

    Raises: SourceError: the content is empty or is no text.
    """
    if not content.strip():
        raise SourceError(place, "the content is empty", "Check that the page was fetched completely.")
    _refuse_binary(content, place)
    text, note = _decode(content, markup=markup)
    clean = CONTROL.sub(" ", text.replace("\r\n", "\n"))
    if not clean.strip():
        raise SourceError(place, "the content is empty", "Check that the page was fetched completely.")
    return Decoded(clean, (note,) if note else ())


def _refuse_binary(content: bytes, place: str) -> None:
    """Raise SourceError for what is no text."""
    head = content[:HEAD]
    clean = not CONTROL_BYTE.search(head) and _try(head[: HEAD - 4], "utf-8") is not None
    for magic, name in BINARY.items():
        if head.startswith(magic) and not (clean and magic.isalnum()):
            raise SourceError(place, f"this is a {name} file, not a page", "Unpack it or export its text, and give that.")
    wide = any(head.startswith(mark) for mark, _ in MARKS)
    if not wide and len(CONTROL_BYTE.findall(head)) > MAX_CONTROL_SHARE * len(head):
        raise SourceError(place, "this is binary data, not a page", "Give HTML or plain text.")


def _decode(content: bytes, *, markup: bool) -> tuple[str, str]:
    """Decode and say how, where it was not plain UTF-8."""
    for mark, name in MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace"), "" if name == "utf-8" else f"decoded as {name}"
    declared = DECLARED.search(content[:HEAD]) if markup else None
    if declared:
        text = _try(content, (declared[1] or declared[2]).decode("ascii"))
        if text is not None:
            name = (declared[1] or declared[2]).decode("ascii").lower()
            return text, "" if name in {"utf-8", "utf8"} else f"decoded as {name}, as declared"
    text = _try(content, "utf-8")
    if text is not None:
        return text, ""
    return _guess(content)


def _try(content: bytes, name: str) -> str | None:
    """Decode strictly, or return None; a declared encoding nobody knows counts as none."""
    try:
        return content.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None


def _guess(content: bytes) -> tuple[str, str]:
    """Guess among plausible encodings; UTF-8 with broken bytes is UTF-8 where most of it decodes."""
    repaired = content.decode("utf-8", "replace")
    broken = repaired.count("\ufffd")
    if broken * 20 <= len(content.translate(None, ASCII)):
        return repaired, f"decoded as utf-8, {broken} broken characters replaced"
    best = from_bytes(content[:200_000], cp_isolation=PLAUSIBLE, threshold=0.5).best()
    name = best.encoding if best is not None else "latin-1"
    return content.decode(name, "replace"), f"decoded as {name}, guessed"
