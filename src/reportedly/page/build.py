"""Put the page stage together: `build_page` turns what a source delivered into a page whose text and roles are settled."""

from dataclasses import dataclass

from reportedly.model.ids import content_id
from reportedly.model.page import Page, RawPage
from reportedly.page.cites import find_cites
from reportedly.page.date import date_lines, read_published
from reportedly.page.decode import decode
from reportedly.page.html import read_html
from reportedly.page.language import page_language
from reportedly.page.outlet import read_outlet
from reportedly.page.roles import read_roles


@dataclass(frozen=True)
class _Source:
    """Text of a page with what its markup says about it."""

    text: str
    title: str | None = None
    sitename: str | None = None
    published: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()


def _read_source(raw: RawPage) -> _Source:
    """Turn bytes into text, and markup into lines."""
    is_html = raw.media_type in {"text/html", "application/xhtml+xml"}
    decoded = decode(raw.content, raw.place, markup=is_html)
    if not is_html:
        return _Source(decoded.text, notes=decoded.notes)
    markup = read_html(decoded.text, raw.place, raw.url)
    return _Source(markup.text, markup.title, markup.sitename, markup.published, markup.language, (*decoded.notes, *markup.notes))


def build_page(raw: RawPage, *, published: str | None = None, outlet: str | None = None, language: str | None = None) -> Page:
    """Make a page of what a source delivered.

    `published` (EDTF), `outlet` and `language` (ISO 639-1) override what source and page say.
    Raises: SourceError: the content is empty, binary, or holds no text.
    """
    source = _read_source(raw)
    language = language or raw.language or page_language(source.text.split("\n")) or source.language
    title = raw.title or source.title
    outlet = outlet or read_outlet(raw, source.sitename)
    lines = read_roles(source.text, language, title, outlet)
    day, notes = (published, ()) if published else read_published(raw, source.published, date_lines(source.text, lines))
    if title is None:
        title = next((source.text[line.start : line.end].strip() for line in lines if line.role == "headline"), None)
    return Page(
        id=raw.id or content_id(source.text, raw.url),
        text=source.text,
        lines=lines,
        url=raw.url,
        outlet=outlet,
        published=day,
        language=language,
        title=title,
        story=raw.story,
        cites=find_cites(source.text, lines, outlet),
        place=raw.place,
        notes=(*source.notes, *notes),
    )
