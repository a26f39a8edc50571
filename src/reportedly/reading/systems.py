"""Weapon types named in text: designations from the reference list, their variants, and types that follow the usual patterns.

A designation is found as it is written, with another hyphenation ("Su 35", "SU35"), in the plural, or with a variant's ending
("Leopard 2A6" where the list knows "Leopard 2"). Names that are also everyday words ("Patriot", "Archer") are `unsafe`: the caller
believes them beside a head noun or where the page has used them safely.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import get_args

from reportedly.model.claim import Category
from reportedly.model.errors import PackError
from reportedly.packs.load import REFERENCE, read_table
from reportedly.reading.inflect import InflectedLexicon, endings, in_latin, latin_name, lexicon, other_script, short, small, stems
from reportedly.reading.lexicon import Lexicon

UNSAFE_MARK = "!"
OPENING = '«„“"'
"""Marks before a name in another script that show it is one."""


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
    others: tuple[System, ...] = ()
    """Other types of the same name: a head noun beside it decides ("Viper helicopters")."""


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
        found.setdefault(
            row["designation"], System(row["designation"], category, tuple(row["country"].split("|")), row["family"])
        )
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
def namesakes(language: str) -> dict[str, tuple[System, ...]]:
    """Names that more than one type has, with the types."""
    found: dict[str, dict[str, System]] = {}
    known = systems()
    for row in _rows():
        for name in filter(None, [row["designation"], *row["also"].split("|"), *row.get(language, "").split("|")]):
            for form in _spellings(name.rstrip(UNSAFE_MARK)):
                found.setdefault(form, {})[f"{row['designation']} {row['category']}"] = known[row["designation"]]
    for row in _rows():
        if known[row["designation"]].category != row["category"]:
            category: Category = row["category"]  # type: ignore[assignment]  # checked by `systems`
            twin = System(row["designation"], category, tuple(row["country"].split("|")), row["family"])
            found.setdefault(row["designation"], {})[f"{row['designation']} {row['category']}"] = twin
    return {form: tuple(types.values()) for form, types in found.items() if len(types) > 1}


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
            small_last = plain.split()[-1].islower() and (plain.isascii() or plain[0].islower())
            if len(plain) > 1 and not small_last:
                written = [form for stem in stems(plain, language) for form in _spellings(stem)]
                aliases.extend((form, (system, name.endswith(UNSAFE_MARK), True)) for form in written)
                aliases.extend(
                    (form, (system, True, True)) for little in small(plain, language) for form in stems(little, language)
                )
                aliases.extend((form, (system, True, True)) for brief in short(plain) for form in stems(brief, language))
    return Lexicon(_with_length([*forms, *aliases]), tail=_tail(language))


@cache
def _inflected(language: str) -> Lexicon[tuple[System, str]] | InflectedLexicon[tuple[System, str]]:
    """Local names of several words, every one of which changes with the case."""
    known = systems()
    names = [(name.rstrip(UNSAFE_MARK), row) for row in _rows() for name in row.get(language, "").split("|")]
    return lexicon(
        ((name, (known[row["designation"]], name)) for name, row in names if " " in name and name.replace(" ", "").isalpha()),
        language,
    )


def _tail(language: str) -> re.Pattern[str]:
    """What may follow a name inside its word: a variant or plural, or the case endings of the language."""
    among = "|".join(re.escape(ending) for ending in endings(language))
    return (
        re.compile(rf"(?:(?<=[^\W\d_a-zA-Z])(?:{among})(?!\w)|['’ʼ]?(?:{among})(?!\w)|{_VARIANT.pattern})") if among else _VARIANT
    )


@cache
def _latin_names() -> dict[str, tuple[str, ...]]:
    """Every Latin name of a type by its designation."""
    found: dict[str, tuple[str, ...]] = {}
    for row in _rows():
        names = filter(None, [row["designation"], *row["also"].split("|")])
        found[row["designation"]] = (*found.get(row["designation"], ()), *(name.rstrip(UNSAFE_MARK) for name in names))
    return found


def _with_length(forms: Iterable[tuple[str, tuple[System, bool, bool]]]) -> Iterator[tuple[str, tuple[System, bool, bool, int]]]:
    """Remember each form's length: what a match has beyond it is a variant or a plural."""
    return ((form, (*value, len(form))) for form, value in forms)


def find_systems(text: str, language: str) -> list[SystemMention]:
    """Find every listed type of a text, in order, without overlaps; a name in another script is given in Latin."""
    found = _found(text, language)
    if not other_script(language):
        return found
    latin = in_latin(text, language)
    written = [
        _named_in_latin(each, language, quoted=text[max(0, each.start - 1) : each.start] in set(OPENING)) for each in found
    ]
    spelled = [
        each
        for each in _found(latin, language)
        if any(letter.isdigit() for letter in each.name) and not text[each.start : each.end].isascii()
    ]
    spelled = [replace(each, unsafe=False) for each in spelled]
    for start, end, (system, name) in _inflected(language).find(text):
        written.append(_named_in_latin(SystemMention(start, end, name, system, unsafe=False, alias=True), language, quoted=True))
    kept: list[SystemMention] = []
    for each in sorted([*spelled, *written], key=lambda each: (each.start, -each.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def _named_in_latin(mention: SystemMention, language: str, *, quoted: bool) -> SystemMention:
    if quoted or (mention.name.isascii() and mention.name.isalpha()) or any(letter.isdigit() for letter in mention.name):
        mention = replace(mention, unsafe=False)
    return replace(mention, name=latin_name(mention.name, _latin_names()[mention.system.designation], language))


def _found(text: str, language: str) -> list[SystemMention]:
    found = []
    for start, end, (system, unsafe, alias, length) in _lexicon(language).find(text):
        plural = _PLURAL.search(text, start + length, end)
        if plural:
            end = plural.start()
        name = text[start : start + length] if text[start + length : end] in endings(language) else text[start:end]
        others = tuple(other for other in namesakes(language).get(text[start : start + length], ()) if other != system)
        found.append(SystemMention(start, end, name, system, unsafe or bool(others), alias, others))
    return found


def find_patterns(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Find spans in `text[start:end]` that look like a designation; half-open, in code points of `text`."""
    return [match.span() for match in _PATTERN.finditer(text, start, end)]
