"""Names in every case: find the entries of a lexicon whose forms change, and read designations spelled in another script.

Lists hold dictionary forms. A word of a text fits a word of an entry when it is that word or a form of it, so no form is ever written
out. Capitals must fit: an entry that begins with one is not found in small letters, an abbreviation only in capitals. Designations in
another script are compared letter by letter ("grammar.yml": `letters`, `endings`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Generic, TypeVar

from reportedly.packs.load import load_part
from reportedly.packs.schema import Grammar, PackInfo
from reportedly.reading.lexicon import Lexicon
from reportedly.reading.morphology import lemmas, readings

V = TypeVar("V")
_WORD = re.compile(r"\w+(?:['’ʼ-]\w+)*")
_GAP = re.compile(r"[\s«»\"“”„.&,'’-]{1,3}")
CLOSED = frozenset({"PRON", "ADP", "CCONJ", "PART", "ADV", "DET", "VERB"})
"""Readings that make a capital at the start of a sentence no proof of a name."""
STARTS = ".!?…\n"
ALIKE = 0.5
"""Share of letters in common below which a name is a translation, no transcription ("Iron Dome")."""
STEM = 4
"""Letters at least of a name without its last one, where that changes in other cases."""


@cache
def dictionary_of(language: str) -> str | None:
    """The dictionary by which a language is parsed, None where another parser reads it."""
    kind, _, name = load_part(language, "pack", PackInfo).parser.partition(":")
    return name if kind == "morph" else None


@cache
def dictionary_form(phrase: str, language: str) -> str:
    """The words of a phrase in their dictionary forms; the phrase itself in a language without a dictionary."""
    dictionary = dictionary_of(language)
    if dictionary is None:
        return phrase
    found = []
    for word in phrase.split():
        known = [reading for reading in readings(word, dictionary) if reading.case in {"Nom", ""}]
        found.append(known[0].lemma if known else word.lower())
    return " ".join(found)


@dataclass(frozen=True, slots=True)
class _Entry(Generic[V]):
    words: tuple[str, ...]
    keys: tuple[frozenset[str], ...]
    value: V


class InflectedLexicon(Generic[V]):
    """A lexicon of dictionary forms, found in every case; the interface of `Lexicon`."""

    def __init__(self, forms: Iterable[tuple[str, V]], dictionary: str) -> None:
        """Take (form, value); where a form stands twice the first value wins."""
        self._dictionary = dictionary
        self._index: dict[str, list[_Entry[V]]] = {}
        seen: set[str] = set()
        for form, value in forms:
            words = tuple(_WORD.findall(form))
            if words and form not in seen:
                seen.add(form)
                entry = _Entry(words, tuple(self._keys(word) for word in words), value)
                for key in entry.keys[0]:
                    self._index.setdefault(key, []).append(entry)

    def _keys(self, word: str) -> frozenset[str]:
        nominative = {
            reading.lemma
            for reading in readings(word, self._dictionary)
            if reading.case == "Nom" and reading.pos in {"NOUN", "ADJ", "PRON"}
        }
        return frozenset({_plain(word), *nominative})

    def find(self, text: str) -> Iterator[tuple[int, int, V]]:
        """Yield (start, end, value) of the longest entries that do not overlap, in order; offsets in code points, half-open."""
        words = list(_WORD.finditer(text))
        at = 0
        while at < len(words):
            best = self._best(text, words, at)
            if best is None:
                at += 1
            else:
                size, value = best
                yield words[at].start(), words[at + size - 1].end(), value
                at += size

    def _best(self, text: str, words: Sequence[re.Match[str]], at: int) -> tuple[int, V] | None:
        best: tuple[tuple[int, int], V] | None = None
        for key in self._forms(words[at].group()):
            for entry in self._index.get(key, ()):
                exact = words[at].group() == entry.words[0]
                if (best is None or (len(entry.words), exact) > best[0]) and self._fits(text, words, at, entry):
                    best = ((len(entry.words), exact), entry.value)
        return None if best is None else (best[0][0], best[1])

    def _forms(self, word: str) -> frozenset[str]:
        return lemmas(word, self._dictionary) | {_plain(word)}

    def _fits(self, text: str, words: Sequence[re.Match[str]], at: int, entry: _Entry[V]) -> bool:
        if at + len(entry.words) > len(words):
            return False
        for number, (written, keys) in enumerate(zip(entry.words, entry.keys, strict=True)):
            match = words[at + number]
            if not keys & self._forms(match.group()) or not _same_capitals(written, match.group()):
                return False
            if number and not _GAP.fullmatch(text, words[at + number - 1].end(), match.start()):
                return False
        return len(entry.words) > 1 or self._sure(text, words[at], entry)

    def _sure(self, text: str, match: re.Match[str], entry: _Entry[V]) -> bool:
        """A word that is also a function word or verb is no name at the start of a sentence."""
        word = match.group()
        if not entry.words[0][0].isupper() or word.isupper() or not word[0].isupper():
            return True
        before = text[: match.start()].rstrip(' \t«"“„—–-')
        if before and before[-1] not in STARTS:
            return True
        return not any(
            reading.pos in CLOSED and reading.known and not reading.name for reading in readings(word.lower(), self._dictionary)
        )


def _plain(word: str) -> str:
    return word.lower().replace("’", "'").replace("ʼ", "'")


def _same_capitals(written: str, found: str) -> bool:
    if len(written) > 1 and written.isupper():
        return found.isupper() or found[: len(written)] == written
    return not written[0].isupper() or found[0].isupper()


def lexicon(forms: Iterable[tuple[str, V]], language: str) -> Lexicon[V] | InflectedLexicon[V]:
    """The lexicon for a language: one that knows cases where the pack has a dictionary.

    Raises: PackError: the pack's dictionary is not installed.
    """
    dictionary = dictionary_of(language)
    return Lexicon(forms) if dictionary is None else InflectedLexicon(forms, dictionary)


# -- designations in another script
@cache
def _grammar(language: str) -> Grammar | None:
    return load_part(language, "grammar", Grammar) if dictionary_of(language) is not None else None


def in_latin(text: str, language: str) -> str:
    """The text letter by letter in Latin script, as long as before; the text itself where the pack names no letters."""
    closed = _grammar(language)
    return text if closed is None else "".join(closed.letters.get(letter, letter) for letter in text)


@cache
def endings(language: str) -> tuple[str, ...]:
    """Case endings of names, the longest first."""
    closed = _grammar(language)
    return () if closed is None else tuple(sorted(closed.endings, key=len, reverse=True))


def stems(name: str, language: str) -> list[str]:
    """A name in the page's script, and what is left of it in other cases."""
    if name.isascii() or not name[-1:].isalpha() or name[-1] not in endings(language) or len(name) <= STEM:
        return [name]
    return [name, name[:-1]]


def small(name: str, language: str) -> list[str]:
    """A name as pages write it without capitals ("shaheds"); none where that is a word of the language."""
    dictionary = dictionary_of(language)
    if (
        dictionary is None
        or name.isascii()
        or not name.isalpha()
        or any(reading.known for reading in readings(name.lower(), dictionary))
    ):
        return []
    return [name.lower()]


def short(name: str) -> list[str]:
    """The word before the number of a type in another script: pages leave the number out."""
    match = re.fullmatch(r"([^\W\d_a-zA-Z]{4,})[ -]\d.*", name)
    return [match.group(1)] if match else []


def other_script(language: str) -> bool:
    """Say whether the language is written in another script than Latin: a name in Latin letters then is no everyday word."""
    closed = _grammar(language)
    return closed is not None and bool(closed.letters)


def latin_name(written: str, names: Sequence[str], language: str) -> str:
    """Which of a type's Latin names (or of their beginnings) a name in another script stands for: the one that sounds most alike."""
    if written.isascii():
        return written
    heard = _sound(in_latin(written, language))
    choices = {choice for name in names if name.isascii() or not _other_script(name) for choice in _beginnings(name)}
    best = max(sorted(choices), key=lambda choice: (round(_likeness(_sound(choice), heard), 3), -len(choice)), default=written)
    translated = bool(names) and SequenceMatcher(None, _sound(best), heard).ratio() < ALIKE
    return names[0] if translated else best


def _other_script(name: str) -> bool:
    return any(letter.isalpha() and ord(letter) > 0x24F for letter in name)


def _beginnings(name: str) -> Iterator[str]:
    yield name
    for match in re.finditer(r"[ -]", name):
        if match.start() > 2:
            yield name[: match.start()]


def _sound(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _likeness(one: str, other: str) -> float:
    figures = re.sub(r"\D", "", one) == re.sub(r"\D", "", other)
    return SequenceMatcher(None, one, other).ratio() + (0.5 if figures else 0.0)
