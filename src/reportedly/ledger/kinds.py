"""Kinds of weapons as deals tell them apart: the *family* of a designation, and the category under which a claim is compared.

Order for a designation: the reference tables by any of its names -> the type it is a variant of, up to the broadest -> the overrides of
`families.csv`; a name that the tables lack is tried without its last letters ("F-16AM/BM" is an F-16), and else is a family of its own.
"""

import re
from functools import cache

from reportedly.packs.load import REFERENCE, PackFile, read_table

OWN_CATEGORY = frozenset({"component", "technology"})
"""Categories that a claim keeps whatever weapon it names: parts and know-how of a weapon are no weapon."""
CONFUSED = tuple(
    frozenset(pair)
    for pair in (
        ("air-defence", "missile"), ("artillery", "missile"), ("ammunition", "missile"), ("ammunition", "artillery"), ("armour", "vehicle"),
        ("armour", "artillery"), ("air-defence", "artillery"), ("uav", "ammunition"), ("small-arms", "missile"),
    )
)  # fmt: skip
"""Categories that pages mix for one type: a launcher and its rounds, a carrier and a lorry."""
NAMES = ("designation", "also", "uk", "ru")
_VARIANT = re.compile(r"(?<=\d)[A-Za-z]{1,4}$|/.*$|(?<=[\d ])[A-Za-z]$")


class FamilyRow(PackFile):
    """A row of `families.csv`: types that reports do not tell apart, or name differently, under one family."""

    designation: str
    family: str
    note: str


def plain_name(designation: str) -> str:
    """Write a designation as small letters and digits alone, for comparing."""
    return re.sub(r"[\W_]+", "", designation.casefold())


@cache
def _systems() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Read the tables: usual designation by plain name (the plainer name wins), broader type by designation, category by designation."""
    usual: dict[str, str] = {}
    broader: dict[str, str] = {}
    category: dict[str, str] = {}
    aliases: list[tuple[str, str]] = []
    for path in sorted((REFERENCE / "systems").glob("*.csv")):
        for row in read_table(path):
            name = row["designation"]
            usual.setdefault(plain_name(name), name)
            broader.setdefault(name, row["family"])
            category.setdefault(name, row["category"])
            aliases += [
                (plain_name(cell), name) for column in NAMES[1:] for cell in row[column].rstrip("!").split("|") if cell.strip("!")
            ]
    for alias, name in aliases:
        usual.setdefault(alias, name)
    return usual, broader, category


@cache
def _overrides() -> dict[str, str]:
    """Read `families.csv` by plain name, the families' own names included."""
    rows = [FamilyRow.model_validate(row) for row in read_table(REFERENCE / "families.csv")]
    return {plain_name(one): row.family for row in rows for one in (row.designation, row.family)}


@cache
def usual_designation(designation: str) -> str:
    """Name the type of the reference tables that a designation stands for; itself where the tables lack it."""
    usual = _systems()[0]
    tried = designation
    while tried:
        if plain_name(tried) in usual:
            return usual[plain_name(tried)]
        shorter = _VARIANT.sub("", tried)
        if shorter == tried:
            return designation
        tried = shorter
    return designation


@cache
def family_of(designation: str) -> str:
    """Name the family of a designation: the broadest type above it, after the overrides; "Shahed-136" and "Geran-2" are `Shahed`."""
    broader, overrides = _systems()[1], _overrides()
    found, seen = overrides.get(plain_name(designation)) or usual_designation(designation), set[str]()
    while found not in seen:
        seen.add(found)
        found = overrides.get(plain_name(found)) or broader.get(found) or found
    return found


def kind_of(designation: str | None, category: str) -> tuple[str, str | None]:
    """Give the category and the family (None: only a kind is named) under which a claim is compared.

    A named type brings its own category along where the page says only `arms` or one that is easily mixed with it; parts and know-how stay what they are.
    """
    if designation is None:
        return category, None
    known = _systems()[2].get(usual_designation(designation), category)
    moved = category not in OWN_CATEGORY and (category == "arms" or frozenset({category, known}) in CONFUSED)
    return (known if moved else category), family_of(designation)
