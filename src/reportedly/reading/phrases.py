"""Phrases: nouns with the modifiers that agree with them, the preposition before them and the cases they can stand in.

A *counted* phrase is a numeral with a genitive: it stands in the nominative or accusative. Order: preposition -> modifiers that agree ->
head noun -> cases. What a phrase does in its clause is decided by `arguments`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.reading.morphology import ALL_CASES
from reportedly.reading.tagging import COUNTED, Word, prepositions


@dataclass(slots=True)
class Phrase:
    """A noun phrase: index of its head, half-open range of word indexes, cases, preposition ("" where none), the counted case."""

    head: int
    first: int
    last: int
    cases: frozenset[str]
    preposition: str = ""
    counted: bool = False

    @property
    def bare(self) -> bool:
        """Say whether no preposition stands before it."""
        return not self.preposition


def find_phrases(words: list[Word], language: str) -> list[Phrase]:
    """Join words to noun phrases, left to right; modifiers get their heads."""
    found: list[Phrase] = []
    at = 0
    while at < len(words):
        phrase = _phrase(words, at, language)
        if phrase is None:
            at += 1
        else:
            found.append(phrase)
            at = phrase.last
    return found


def _preposition(words: Sequence[Word], at: int, language: str) -> tuple[int, str, frozenset[str]]:
    """Length, name and cases of the preposition at `at`; length 0 where there is none."""
    table = prepositions(language)
    for size in (3, 2, 1):
        key = tuple(word.lower for word in words[at : at + size])
        if len(key) == size and key in table and (size > 1 or words[at].pos == "ADP"):
            return size, *table[key]
    return 0, "", ALL_CASES


OPENING = frozenset('«"“„')
MODIFIER_RELATIONS = {"NUM": "nummod", "DET": "det", "ADV": "advmod", "CCONJ": "cc", "PROPN": "nummod"}
"""Relation of a modifier by its part of speech; any other is an `amod`."""


@dataclass(slots=True)
class _Opened:
    """A phrase of which the head is still to come: where it begins, its preposition with length and cases, its modifiers."""

    words: list[Word]
    at: int
    size: int
    name: str
    cases: frozenset[str]
    modifiers: list[Word] = field(default_factory=list)

    @property
    def numeral(self) -> bool:
        """Say whether a numeral stands in it."""
        return any(modifier.pos == "NUM" for modifier in self.modifiers)

    def following(self, here: int) -> str:
        """Part of speech of the word after `here`."""
        return self.words[here + 1].pos if here + 1 < len(self.words) else ""


def _phrase(words: list[Word], at: int, language: str) -> Phrase | None:
    opened = _Opened(words, at, *_preposition(words, at, language))
    here = at + opened.size
    while here < len(words) and opened.size and words[here].pos in {"PART", "ADV"} and here < at + opened.size + 2:
        here += 1
    while here < len(words):
        word = words[here]
        if _is_head(opened, word):
            return _close(opened, here)
        if word.text in OPENING and here + 1 < len(words) and (opened.modifiers or opened.size):
            here += 1
            continue
        if not _modifies(opened, word, here):
            break
        opened.modifiers.append(word)
        here += 1
    return _headless(opened)


def _is_head(opened: _Opened, word: Word) -> bool:
    """Say whether a word is the noun or pronoun that closes the phrase."""
    last = opened.modifiers[-1] if opened.modifiers else None
    if word.pos == "PRON":
        return last is None
    if word.pos == "PROPN" and last is not None and last.pos == "PROPN":
        return False
    return word.pos == "NOUN" or (word.pos == "PROPN" and not _ordinal(word))


def _ordinal(word: Word) -> bool:
    """A figure with an ending ("2024-") stands before a noun as an adjective does."""
    return word.pos == "PROPN" and word.text[0].isdigit() and "-" in word.text and not word.text[-1].isdigit()


def _modifies(opened: _Opened, word: Word, here: int) -> bool:
    """Say whether a word goes on with the phrase before its noun."""
    last = opened.modifiers[-1] if opened.modifiers else None
    if word.pos == "NUM" or (_ordinal(word) and (last is None or last.pos != "PROPN")):
        return True
    participle = word.pos == "VERB" and word.has("VerbForm=Part") and not word.has("Variant=Short") and bool(word.cases)
    if word.pos in {"ADJ", "DET"} or participle:
        return not (last is not None and word.cases) or _agree(opened, word)
    if word.pos == "ADV":
        return last is not None and opened.following(here) in {"ADJ", "NUM"}
    return word.pos == "CCONJ" and last is not None and last.pos == "ADJ" and opened.following(here) == "ADJ"


def _agree(opened: _Opened, word: Word) -> bool:
    own = [modifier for modifier in opened.modifiers if modifier.cases and modifier.pos != "NUM"]
    return not own or bool(own[-1].cases & word.cases) or opened.numeral


def _close(opened: _Opened, head: int) -> Phrase | None:
    """The phrase with its noun; modifiers that do not agree with it stand alone instead."""
    noun = opened.words[head]
    agreed = noun.cases or ALL_CASES
    for modifier in opened.modifiers:
        if not modifier.cases or modifier.pos in {"NUM", "CCONJ", "ADV"}:
            continue
        if agreed & modifier.cases:
            agreed &= modifier.cases
        elif opened.numeral:
            continue
        elif noun.named and opened.words[head - 1].text in OPENING:
            agreed = modifier.cases
        else:
            return None if modifier.pos == "VERB" else _headless(opened)
    agreed, counted = _counted(opened, noun, agreed)
    for modifier in opened.modifiers:
        modifier.head, modifier.rel = head, MODIFIER_RELATIONS.get(modifier.pos, "amod")
    for word in opened.words[opened.at : opened.at + opened.size]:
        word.head, word.rel = head, "case"
    return Phrase(head, opened.at, head + 1, (agreed & opened.cases) or agreed, opened.name, counted)


def _counted(opened: _Opened, noun: Word, agreed: frozenset[str]) -> tuple[frozenset[str], bool]:
    """Cases of a noun beside a numeral: a counted genitive stands in the nominative or accusative."""
    numerals = [modifier for modifier in opened.modifiers if modifier.pos == "NUM"]
    if not numerals:
        return agreed, False
    given = frozenset.union(*(modifier.cases or ALL_CASES for modifier in numerals))
    if "Gen" in agreed and given & COUNTED:
        oblique = agreed & given if any(modifier.readings for modifier in numerals) else agreed
        return (COUNTED if noun.readings else ALL_CASES) | oblique, True
    return (agreed & given) or agreed, False


def _headless(opened: _Opened) -> Phrase | None:
    """A phrase without a noun ("the two of them", "the first"): its last adjective or numeral stands for it."""
    nominal = [word for word in opened.modifiers if word.pos in {"ADJ", "NUM", "DET"} and not word.has("Variant=Short")]
    if not nominal:
        return None
    head = nominal[-1]
    for modifier in opened.modifiers:
        if modifier.i < head.i:
            modifier.head, modifier.rel = head.i, "nummod" if modifier.pos == "NUM" else "amod"
    for word in opened.words[opened.at : opened.modifiers[0].i]:
        if word.pos == "ADP":
            word.head, word.rel = head.i, "case"
    agreed = (head.cases or ALL_CASES) & opened.cases
    return Phrase(head.i, opened.at, head.i + 1, agreed or opened.cases, opened.name, opened.numeral and head.pos == "NUM")
