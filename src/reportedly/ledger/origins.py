"""Origins: whose word a claim is in the end, so that forty retellings of one scoop count once.

Vocabulary: an *origin* is written `media:NAME`, `word:PARTY` (a statement in public of who speaks for a state or movement) or `page:ID` (nobody known);
a *family* is what speaks with one voice: the owner of media, a state with its media, else the origin itself. Independent origins are families.

Order of the rules, the first that holds: a public statement at the head of the claim's chain of sources, whoever carries it -> the first medium in the chain
-> the original of which the page is a near-copy -> another public statement -> in the page's own voice, the one medium that the page credits for the same
parties and goods -> the outlet of a page that credits media elsewhere: it may have this from any of them -> the page's own outlet -> the page. What may be
anybody's belongs to the family `RETOLD`, which confirms nothing.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reportedly.model.claim import Source
from reportedly.packs.load import REFERENCE, read_table

Rule = Literal[
    "credited-medium", "near-copy", "public-statement", "page-credit", "retelling", "own-report", "unknown-outlet", "unnamed-medium",
]  # fmt: skip
PUBLIC = frozenset({"official", "government", "military", "company", "document"})
"""Kinds of sources whose word is open to all: two papers that carry it are one origin. What unnamed officials told is the paper's own finding."""
STATE = "state:"
RETOLD = "retold"
"""Family of media that nobody names ("the outlet") and of what a page that credits others says in its own voice: it may be anybody's, and counts only alone."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose word it is, with whom it speaks as one voice, and the rule that says so."""

    name: str
    family: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Teller:
    """A page as origins look at it: its outlet (None: not known), whether it credits any medium, and the origin of the earlier page that it copies."""

    page_id: str
    outlet: str | None
    retells: bool = False
    original: Origin | None = None


def find_origin(sources: Sequence[Source], teller: Teller, credited: Collection[str] = ()) -> Origin:
    """Find the origin of one claim; `credited` are the media that the page's other claims of the same parties and goods credit."""
    medium = next((one.name for one in sources if one.kind == "media"), None)
    spoken = next((one.party for one in sources if one.kind in PUBLIC and one.party), None)
    if spoken is not None and (sources[0].kind in PUBLIC or (medium is None and teller.original is None)):
        return Origin(f"word:{spoken}", f"{STATE}{spoken}", "public-statement")
    if medium is not None:
        return media_origin(medium, "credited-medium")
    if teller.original is not None:
        return Origin(teller.original.name, teller.original.family, "near-copy")
    if not sources and len(credited) == 1:
        return media_origin(next(iter(credited)), "page-credit")
    return _own_origin(teller, finding=bool(sources))


def _own_origin(teller: Teller, *, finding: bool) -> Origin:
    """Give the origin of what nobody else stands for; `finding`: the page names sources that it asked itself."""
    if not teller.outlet:
        return Origin(f"page:{teller.page_id}", f"page:{teller.page_id}", "unknown-outlet")
    if teller.retells and not finding:
        return Origin(f"media:{usual_outlet(teller.outlet)}", RETOLD, "retelling")
    return media_origin(teller.outlet, "own-report")


def media_origin(name: str, rule: Rule) -> Origin:
    """Give the origin of what a medium reports itself."""
    usual = usual_outlet(name)
    if is_unnamed(usual):
        return Origin(f"media:{usual}", RETOLD, "unnamed-medium")
    return Origin(f"media:{usual}", owner_of(usual) or f"media:{usual}", rule)


@cache
def usual_outlet(name: str) -> str:
    """Name an outlet as the reference table does; an outlet that it lacks keeps its name, without brackets and article.

    What stands in brackets tells editions and channels of one outlet apart, not outlets.
    """
    names = _outlets()[0]
    bare = re.sub(r"\s*\([^)]*\)", "", name).strip() or name
    return names.get(_plain(name)) or names.get(_plain(bare)) or bare


def is_unnamed(outlet: str) -> bool:
    """Say whether the words for a medium are no name: the reference table lacks them, and they begin and end in small letters."""
    words = outlet.split()
    return _plain(outlet) not in _outlets()[0] and bool(words) and words[0][0].islower() and words[-1][0].islower()


def owner_of(outlet: str) -> str | None:
    """Name the owner of an outlet of the reference table; None where it is not known."""
    return _outlets()[1].get(outlet)


@cache
def _outlets() -> tuple[dict[str, str], dict[str, str]]:
    """Read `outlets.csv`: usual name by plain name or alias, owner by usual name."""
    names: dict[str, str] = {}
    owners: dict[str, str] = {}
    aliases: list[tuple[str, str]] = []
    for row in read_table(REFERENCE / "outlets.csv"):
        names.setdefault(_plain(row["name"]), row["name"])
        aliases += [(_plain(cell), row["name"]) for column in ("also", "uk", "ru") for cell in row[column].split("|") if cell]
        if row["owner"]:
            owners[row["name"]] = row["owner"] if ":" in row["owner"] else f"owner:{row['owner']}"
    for alias, name in aliases:
        names.setdefault(alias, name)
    return names, owners


def _plain(name: str) -> str:
    """Write a name as letters and digits alone, in small letters and without the article before it."""
    return re.sub(r"^the|[\W_]+", "", name.casefold())
