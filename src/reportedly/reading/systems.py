"""Weapon types named in text: designations from the reference list, their variants, and types that follow the usual patterns.

A designation is found as it is written, with another hyphenation ("Su 35", "SU35"), in the plural, or with a variant's ending
("Leopard 2A6" where the list knows "Leopard 2"). Names that are also everyday words ("Patriot", "Archer") are `unsafe`: the caller
believes them beside a head noun or where the page has used them safely.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args

from reportedly.model.claim import Category
from reportedly.model.errors import PackError
from reportedly.packs.load import REFERENCE, read_table
from reportedly.reading.lexicon import Lexicon

UNSAFE_MARK = "!"


@dataclass(frozen=True, slots=True)
class System:
    """A weapon type of the reference list: usual designation, category, countries of its makers (lead first), broader type or empty."""

    designation: str
    category: Category
    countries: tuple[str, ...]
    family: str


@dataclass(frozen=True, slots=True)
class SystemMention:
    """A type named in a text: half-open code-point span without a plural ending, the words, the type, and whether the name is unsafe."""

    start: int
    end: int
    name: str
    system: System
    unsafe: bool
    alias: bool
    """True where the page uses another name than the usual designation."""


_VARIANT = re.compile(r"(?:(?<=\d)[A-Z][A-Za-z0-9]{0,4}|(?<=[A-Za-z])\d[A-Za-z0-9]{0,3})?(?:/[A-Z0-9]{1,4})?(?:['’]?s)?")
_PLURAL = re.compile(r"['’]?s$")
_PATTERN = re.compile(r"\b(?:[A-Z]{1,6}[a-z]{0,4}-?\d{1,4}[A-Z]{0,3}(?:-\d{1,3}[A-Z]?)?|[A-Z]{2,5}-[A-Z]{1,4}\d?)\b")
"""A type that the list does not know: letters and figures as makers join them ("HX-2", "CH-92A", "GB250")."""


@cache
def systems() -> dict[str, System]:
    """Every type of the reference list by designation.

    Raises: PackError: a table has an unknown category.
    """
    found: dict[str, System] = {}
    for row in _rows():
        if row["category"] not in get_args(Category):
            raise PackError(f"reference systems: {row['designation']}: category {row['category']!r}")
        category: Category = row["category"]  # type: ignore[assignment]  # checked on the line above
        found.setdefault(row["designation"], System(row["designation"], category, tuple(row["country"].split("|")), row["family"]))
    return found


def _rows() -> Iterator[dict[str, str]]:
    for table in sorted((REFERENCE / "systems").glob("*.csv")):
        yield from read_table(table)


def _spellings(name: str) -> Iterator[str]:
    yield name
    for joint in (" ", "", "-"):
        if "-" in name and joint != "-":
            yield name.replace("-", joint)
    if " " in name and len(name) > 3:
        yield name.replace(" ", "-")


@cache
def _lexicon(language: str) -> Lexicon[tuple[System, bool, bool, int]]:
    forms: list[tuple[str, tuple[System, bool, bool]]] = []
    aliases: list[tuple[str, tuple[System, bool, bool]]] = []
    known = systems()
    for row in _rows():
        system = known[row["designation"]]
        unsafe = bool(row["bare"]) or row["designation"].isdigit()
        forms.extend((form, (system, unsafe, False)) for form in _spellings(row["designation"]))
        local = row.get(language, "").split("|")
        for name in filter(None, [*row["also"].split("|"), *local]):
            plain = name.rstrip(UNSAFE_MARK)
            if len(plain) > 1 and not plain.split()[-1].islower():
                aliases.extend((form, (system, name.endswith(UNSAFE_MARK), True)) for form in _spellings(plain))
    return Lexicon(_with_length([*forms, *aliases]), tail=_VARIANT)


def _with_length(forms: Iterable[tuple[str, tuple[System, bool, bool]]]) -> Iterator[tuple[str, tuple[System, bool, bool, int]]]:
    """Remember each form's length: what a match has beyond it is a variant or a plural."""
    return ((form, (*value, len(form))) for form, value in forms)


def find_systems(text: str, language: str) -> list[SystemMention]:
    """Find every listed type of a text, in order, without overlaps."""
    found = []
    for start, end, (system, unsafe, alias, length) in _lexicon(language).find(text):
        plural = _PLURAL.search(text, start + length, end)
        if plural:
            end = plural.start()
        found.append(SystemMention(start, end, text[start:end], system, unsafe, alias))
    return found


def find_patterns(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Find spans in `text[start:end]` that look like a designation; half-open, in code points of `text`."""
    return [match.span() for match in _PATTERN.finditer(text, start, end)]
