"""Pages: what a source delivered (`RawPage`) and what the page stage made of it (`Page`).

A page's `text` is never changed once made: every span points into it. Lines are separated by a single line feed, and each
line has one role (GUIDE.md: headline, body, caption, teaser, boilerplate), the reason for it, and its own language.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, get_args

Role = Literal["headline", "body", "caption", "teaser", "boilerplate"]
ROLES: tuple[Role, ...] = get_args(Role)
READ_ROLES: frozenset[Role] = frozenset({"headline", "body"})
"""Roles of lines that can carry a claim (GUIDE.md, "A claim")."""


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as a source delivered it, before anything was decided about it.

    `place` names the input for messages (a path, `-`, a URL; with `:line` in a collection). `content` is the raw bytes;
    `media_type` one of `text/plain`, `text/html`. Whatever the source already knew about the page stands in the optional fields
    (None: not known); `fetched` is the time of capture in UTC, which no publication date may exceed by more than a day.
    """

    place: str
    content: bytes
    media_type: str
    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    title: str | None = None
    story: str | None = None
    fetched: datetime | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page's text: `[start, end)` in code points, its role, why it has that role, its language.

    `language` is ISO 639-1, or None where the line is too short or has no letters to tell.
    """

    start: int
    end: int
    role: Role
    reason: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page whose text and roles are settled.

    `id` comes from content unless the source gave one; `published` is an EDTF day, month or year, None where the page does not
    say; `language` is ISO 639-1 of the article; `cites` lists the media the page credits, in order of first mention, never its own outlet.
    """

    id: str
    text: str
    lines: tuple[Line, ...]
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    title: str | None = None
    story: str | None = None
    cites: tuple[str, ...] = ()
    place: str = ""
    notes: tuple[str, ...] = field(default=())
    """What the reader of the page should know: "decoded as windows-1251", "date in the future was ignored"."""

    @property
    def roles(self) -> list[Role]:
        """One role for each line of `text`, in order."""
        return [line.role for line in self.lines]
