"""Which outlet published a page, and the lexicon of media by name and domain (`packs/reference/outlets.csv`).

The outlet is what the source knew, else what the domain of the URL stands for in the lexicon, else the site's name in the markup. An alias
with `!` at its end in the table is an everyday word too ("Time!") and counts as a name only beside a word that says so.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from reportedly.model.page import RawPage
from reportedly.packs.load import REFERENCE, read_table
from reportedly.page.words import any_of, plain, wordings

LANGUAGE_COLUMNS = ("uk", "ru")
TABLE = REFERENCE / "outlets.csv"
WORD = re.compile(r"[^\W_]+(?:['&-][^\W_]+|\.[a-z0-9][^\W_]*)*")


@dataclass(frozen=True)
class Alias:
    """One name of an outlet; `vague` where it is an everyday word or somebody else's name too."""

    name: str
    outlet: str
    vague: bool


@cache
def outlets() -> tuple[dict[str, str], tuple[Alias, ...], frozenset[str]]:
    """Read the lexicon: outlet by domain, all names of media, and names of institutes. All are empty where the table is not installed.

    Institutes that the table lists as sources are left out of the names: GUIDE.md counts them as research, not as media.
    """
    domains: dict[str, str] = {}
    aliases: list[Alias] = []
    institutes: set[str] = set()
    if not TABLE.is_file():
        return domains, (), frozenset()
    research = any_of(word for pack in wordings().values() for word in pack.media.research)
    for row in read_table(TABLE):
        name = row["name"]
        domains.update(dict.fromkeys(_cells(row.get("domain")), name))
        names = [cell for column in ("also", *LANGUAGE_COLUMNS) for cell in _cells(row.get(column))]
        if any(research.search(one) for one in (name, *names)):
            institutes.update(plain(one.rstrip("!")).casefold() for one in (name, *names))
        else:
            bare = {cell.rstrip("!") for cell in names if cell.endswith("!")}
            aliases.append(Alias(plain(name), name, name in bare))
            aliases += [Alias(plain(cell.rstrip("!")), name, cell.endswith("!")) for cell in names if cell.rstrip("!") != name]
    return domains, tuple(aliases), frozenset(institutes)


def _cells(value: str | None) -> list[str]:
    """Cut a cell that holds several values."""
    return [part.strip() for part in (value or "").split("|") if part.strip()]


@cache
def aliases_by_first_word() -> dict[str, list[Alias]]:
    """Index the names of media by their first letter as written and their first word in small letters, the longest name first."""
    index: dict[str, list[Alias]] = defaultdict(list)
    for alias in sorted(outlets()[1], key=lambda one: -len(one.name)):
        if (first := WORD.search(alias.name)) is not None:
            index[first_key(first[0])].append(alias)
    return dict(index)


def first_key(word: str) -> str:
    """Write a word as the index of names has it: the first letter as it is, the rest small."""
    return word[:1] + word[1:].casefold()


def domain_outlet(url: str | None) -> str | None:
    """Look up the outlet of a URL by its domain, the most particular first; None where the lexicon has none."""
    domains = outlets()[0]
    try:
        host = (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return None
    labels = host.split(".")
    return next((domains[name] for cut in range(len(labels) - 1) if (name := ".".join(labels[cut:])) in domains), None)


def read_outlet(raw: RawPage, sitename: str | None = None) -> str | None:
    """Name the outlet of a page; None where neither source, lexicon nor markup tells."""
    return raw.outlet or domain_outlet(raw.url) or (sitename.strip() if sitename and sitename.strip() else None)


def same_outlet(left: str, right: str) -> bool:
    """Say whether two names stand for one outlet: equal but for punctuation, or names of one row of the lexicon."""
    return bool(_keys(left) & _keys(right))


def _keys(name: str) -> set[str]:
    """Collect the forms under which a name is compared."""
    flat = re.sub(r"[\W_]+", "", plain(name).casefold())
    first = WORD.search(plain(name))
    known = aliases_by_first_word().get(first_key(first[0]), []) if first else []
    return {flat} | {f"={alias.outlet}" for alias in known if re.sub(r"[\W_]+", "", alias.name.casefold()) == flat}
