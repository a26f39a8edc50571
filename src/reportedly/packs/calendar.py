"""Schemas of `numbers.yml` and `times.yml`: number words, and the words for dates, spans of time and their order.

All words are written in small letters with a straight apostrophe, every inflected form on its own, several words as a phrase
with single spaces. A language may list one word in several places; what that means is said beside each key.
"""

from typing import Literal

from pydantic import field_validator

from reportedly.packs.load import PackFile

UnitName = Literal["minute", "hour", "day", "week", "weekend", "month", "quarter", "third", "half", "year", "decade", "century"]
SeasonName = Literal["spring", "summer", "autumn", "winter"]
Direction = Literal["past", "present", "future"]


class NumberWords(PackFile):
    """`numbers.yml`: how the language writes numbers, and what stands beside them."""

    decimal: str
    """Mark before the fraction of a number in digits."""
    group: list[str] = []
    """Marks between groups of exactly three digits ("1,500"); spaces always count."""
    values: dict[str, int]
    """Cardinal words, each with the number that it adds ("seventeen", "forty")."""
    multipliers: dict[str, int]
    """Words that multiply the number before them, alone count once ("hundred", "dozen", "million")."""
    suffixes: dict[str, int] = {}
    """Abbreviations that multiply digits before them ("k", "bn"); a single letter only without a space."""
    fractions: dict[str, float] = {}
    """Words before a multiplier ("half" a million)."""
    vague: dict[str, int] = {}
    """Plurals without a number and the least that they mean ("dozens", "thousands").

    A form that is a multiplier too counts as one behind a number or a bound."""
    several: list[str] = []
    """Words that turn a multiplier into "at least two of them" ("several" hundred)."""
    articles: list[str] = []
    joiners: list[str] = []
    """Words inside one number ("one hundred *and* five")."""
    of: list[str] = []
    """Words between a vague plural and a multiplier ("tens *of* thousands")."""
    additive: list[str] = []
    """Words between a bound and its number that change nothing ("up to *another* 20")."""
    ordinals: dict[str, int]
    ordinal_endings: list[str] = []
    """Endings of an ordinal in digits ("8*th*"), a hyphen before them or not."""
    at_least: list[str] = []
    at_most: list[str] = []
    about: list[str] = []
    at_least_after: list[str] = []
    """Phrases behind a number that leave it open above ("200 *or more*")."""
    between: list[tuple[str, str]] = []
    """Pairs of words around a range ("between" 16 "and" 18)."""
    range_words: list[str] = []
    """Words that make a range by themselves ("two *or* three")."""
    not_number: list[str] = []
    """Phrases with a number word that name no number ("one another")."""
    measures: list[str] = []
    """Units of a measure, also containers and loads: what they count is no weapon ("mm", "tonnes")."""
    calibres: list[str] = []
    """Measures that stand right before a weapon: a number in groups before them is two numbers ("30 120 mm mortars")."""
    currencies: list[str] = []
    currency_adjectives: list[str] = []
    currency_codes: list[str] = []
    """Codes and signs that stand before or behind an amount ("USD", "$")."""

    @field_validator("values", "ordinals")
    @classmethod
    def _not_negative(cls, words: dict[str, int]) -> dict[str, int]:
        """Refuse a number below zero."""
        if any(value < 0 for value in words.values()):
            raise ValueError("a number word cannot be negative")
        return words


class UnitWords(PackFile):
    """One unit of time: forms for one, and forms that can only be more than one."""

    one: list[str]
    many: list[str] = []


class ShiftedDay(PackFile):
    """Words for a date counted from the day of publication ("yesterday", "last night")."""

    words: list[str]
    unit: UnitName
    shift: int


class Epoch(PackFile):
    """An event of world history that dates others, by name, with its source in `note`."""

    words: list[str]
    edtf: str
    note: str = ""


class VagueWords(PackFile):
    """Phrases for a time that no calendar gives, by where they point."""

    past: list[str] = []
    present: list[str] = []
    future: list[str] = []


class TimeWords(PackFile):
    """`times.yml`: dates, spans and what orders them."""

    months: dict[int, list[str]]
    seasons: dict[SeasonName, list[str]]
    """Nouns; they date something only beside an article, a preposition, a year or a relative word."""
    season_adverbs: dict[SeasonName, list[str]] = {}
    """Forms that mean "in that season" by themselves."""
    weekdays: dict[int, list[str]]
    """1 Monday to 7 Sunday."""
    units: dict[UnitName, UnitWords]
    cased: list[str] = []
    """Forms above that are everyday words unless they begin with a capital ("march")."""
    needs_company: list[str] = []
    """Months that are everyday words even with a capital, and date something only beside a number or preposition ("May")."""
    year_marks: list[str] = []
    """Words behind a year's number ("2024 *AD*")."""
    year_endings: list[str] = []
    """Endings tied to a year's number by a hyphen ("2024-*th*")."""
    relative: dict[str, int]
    """Adjectives and their step: -1 the one before, 0 the present one, 1 the next one."""
    same: list[str] = []
    """Adjectives that point back to a time named before ("the same", "that")."""
    shifted: list[ShiftedDay] = []
    parts: list[str] = []
    """Words for early, middle and late parts of a date, which do not change its value ("mid", "the end")."""
    decades: dict[str, int] = {}
    """Words for decades, by their first year counted from 1900 (nineties 90, noughties 100)."""
    decade_endings: list[str] = []
    """Endings of a decade in digits ("1990*s*")."""
    roman: dict[str, int] = {}
    """Roman numerals that the language uses before a part of a year ("*II* quarter")."""
    shorthand: dict[str, UnitName] = {}
    """Letters before a number ("Q2")."""
    holidays: dict[str, int] = {}
    """Feasts, by month."""
    epochs: list[Epoch] = []
    at: list[str] = []
    """Prepositions of a point in time ("in", "on")."""
    ahead: list[str] = []
    """Prepositions before a span that lies ahead ("in" three years). Words that are under `at` too need the future tense."""
    lasting: list[str] = []
    """Prepositions before a span that lasts ("for")."""
    since: list[str] = []
    from_: list[str] = []
    """Words that open a span, past or to come ("from")."""
    until: list[str] = []
    by: list[str] = []
    before: list[str] = []
    after: list[str] = []
    ago: list[str] = []
    later: list[str] = []
    """Words behind a span counted from another event ("two years *later*")."""
    sooner: list[str] = []
    """Words behind a span counted back from another event ("a month *before*")."""
    to: list[str] = []
    """Words between the two ends of a span ("from 2019 *to* 2023", "between May *and* July")."""
    the: list[str] = []
    articles: list[str] = []
    of: list[str] = []
    possessives: list[str] = []
    some: list[str] = []
    """Words for an unknown number of units ("several" months)."""
    every: list[str] = []
    periodic: dict[str, UnitName] = {}
    """Adverbs for something that comes back ("weekly")."""
    dayparts: list[str] = []
    """Words behind a day that change nothing ("night")."""
    vague: VagueWords = VagueWords()
    month_before_day: bool = False
    """Whether "May 4" is a day."""
