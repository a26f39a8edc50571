"""The Python interface: read one page, or a stream of them.

`read` is for one page at hand, `read_all` for files and folders. Both put the stages together: source -> page -> claims.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.model.errors import SourceError, UsageError
from reportedly.model.page import Page, RawPage
from reportedly.model.reading import Failure, Reading
from reportedly.model.when import When
from reportedly.page.build import build_page
from reportedly.reading.reader import read_page
from reportedly.sources.files import MARKUP, Progress, read_inputs

MAX_PATH = 4096
"""Longest text that is looked up as a path, in code points (PATH_MAX of Linux)."""
Readable = str | bytes | os.PathLike[str] | RawPage | Page


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the caller knows better than the page: EDTF date, outlet, ISO 639-1 language; None leaves it to the page.

    Raises: UsageError: `published` is no EDTF date.
    """

    published: str | None = None
    outlet: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        """Refuse a date that nobody can read, instead of reading every page with a wrong one."""
        if self.published is not None and not _is_edtf(self.published):
            raise UsageError(f"published {self.published!r} is no EDTF date; write it as 2024-01-04, 2024-01 or 2024")

    def page(self, raw: RawPage) -> Page:
        """Build the page with what the caller knows.

        Raises: SourceError: the content is empty, binary, or holds no text.
        """
        return build_page(raw, published=self.published, outlet=self.outlet, language=self.language)


def read(source: Readable, *, published: str | None = None, outlet: str | None = None, language: str | None = None) -> Reading:
    """Read one page: which text is the article, and which claims of arms transfers it makes.

    `source` is a path, the text or the bytes of a page (HTML or plain), a `RawPage` or a `Page`. A `str` that names a file is a path.
    `published` (EDTF), `outlet` and `language` (ISO 639-1) override what the page says; a `Page` is read as it is.
    Raises: SourceError: the source cannot be read; UsageError: it holds more than one page (use `read_all`), or an override is wrong.
    """
    overrides = Overrides(published, outlet, language)
    if isinstance(source, Page):
        if overrides != Overrides():
            raise UsageError("a Page is read as it is; give overrides when the page is built")
        return read_page(source)
    return read_page(overrides.page(_raw_page(source)))


def read_all(
    inputs: Iterable[str | os.PathLike[str]], *, overrides: Overrides | None = None, progress: Progress | None = None
) -> Iterator[Reading | Failure]:
    """Read every page of files, folders and `-`, in the order given; an input that cannot be read gives a `Failure`."""
    for page in build_all(inputs, overrides=overrides, progress=progress):
        yield page if isinstance(page, Failure) else read_page(page)


def build_all(
    inputs: Iterable[str | os.PathLike[str]], *, overrides: Overrides | None = None, progress: Progress | None = None
) -> Iterator[Page | Failure]:
    """Do the page stage alone for every page of files, folders and `-`; see `read_all`."""
    overrides = overrides or Overrides()
    for raw in read_inputs(inputs, progress):
        if isinstance(raw, Failure):
            yield raw
            continue
        try:
            yield overrides.page(raw)
        except SourceError as error:
            yield Failure(error.place, error.reason, error.advice)


def _is_edtf(value: str) -> bool:
    try:
        When.parse(value)
    except ValueError:
        return False
    return True


def _raw_page(source: str | bytes | os.PathLike[str] | RawPage) -> RawPage:
    """Turn whatever the caller gave into a raw page."""
    if isinstance(source, RawPage):
        return source
    if isinstance(source, os.PathLike) or (isinstance(source, str) and _names_file(source)):
        return _only_page(source)
    content = source.encode("utf-8", "replace") if isinstance(source, str) else source
    return RawPage("text", content, "text/html" if MARKUP.match(content) else "text/plain")


def _names_file(text: str) -> bool:
    """Say whether a text is the name of a file that is there."""
    return len(text) <= MAX_PATH and "\n" not in text and "\0" not in text and Path(text).is_file()


def _only_page(path: str | os.PathLike[str]) -> RawPage:
    """Read the one page of a file."""
    pages = list(read_inputs([path]))
    if len(pages) > 1:
        raise UsageError(f"{os.fspath(path)} holds {len(pages)} pages; use reportedly.read_all to read them one by one")
    if isinstance(pages[0], Failure):
        raise SourceError(pages[0].place, pages[0].reason, pages[0].advice)
    return pages[0]
