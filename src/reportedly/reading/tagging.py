"""Tagging: the words of a sentence, each with the readings that hold in it.

Vocabulary: a *word* is a token with its readings; a *named* word is a name of the page's lexicons, merged to one token. Order:
tokens -> closed classes of the pack -> part of speech by the dictionary's frequencies, the words around and the pack's own words ->
passives of reflexive verbs. Noun phrases are built by `phrases`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from reportedly.packs.calendar import TimeWords
from reportedly.packs.load import load_part
from reportedly.packs.schema import Frames, Grammar, ItemWords, SourceWords
from reportedly.reading.morphology import ALL_CASES, Reading, readings

Span = tuple[int, int]
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*(?:-[^\W\d_]+)?|\w+(?:[-'’ʼ.]\w+)*|[^\w\s]")
_SPACE = re.compile(r"[\s\u00a0]+")
COUNTED = frozenset({"Nom", "Acc"})
"""Cases that a numeral with a counted genitive stands in."""
ORDER = {
    "ADP": 0,
    "CCONJ": 1,
    "SCONJ": 1,
    "PART": 2,
    "PRON": 3,
    "DET": 3,
    "VERB": 4,
    "NOUN": 5,
    "ADJ": 5,
    "NUM": 5,
    "ADV": 6,
    "INTJ": 9,
}
"""Which part of speech is believed first where the dictionary gives no frequencies."""


@dataclass(slots=True)
class Word:
    """A token on its way into the tree; `readings` are those that still hold, `head` and `rel` its place."""

    i: int
    start: int
    end: int
    text: str
    readings: tuple[Reading, ...]
    named: bool = False
    """True: a name of the page's lexicons (party, type) or a compound."""
    pos: str = "X"
    lemma: str = ""
    head: int = -1
    rel: str = "dep"
    case: str = ""
    feats: set[str] = field(default_factory=set)

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def cases(self) -> frozenset[str]:
        """Cases it can stand in; all where the form does not tell."""
        if self.pos == "PROPN" and not self.readings:
            return ALL_CASES
        return frozenset(reading.case for reading in self.readings if reading.case)

    def numbers(self, case: str) -> frozenset[str]:
        """Numbers it can have in a case."""
        found = {reading.number for reading in self.readings if reading.case == case}
        return frozenset(found - {""}) or frozenset({"Sing", "Plur"})

    def genders(self, case: str) -> frozenset[str]:
        """Genders it can have in a case; none where it is plural."""
        return frozenset(reading.gender for reading in self.readings if reading.case == case and reading.gender)

    def has(self, feature: str) -> bool:
        """Say whether some reading has a feature."""
        return any(feature in reading.feats for reading in self.readings)

    @property
    def animate(self) -> bool:
        """Say whether some reading is a person's."""
        return any(reading.animate for reading in self.readings)


@cache
def grammar(language: str) -> Grammar:
    """The closed classes of a language."""
    found: Grammar = load_part(language, "grammar", Grammar)
    return found


@cache
def prepositions(language: str) -> dict[tuple[str, ...], tuple[str, frozenset[str]]]:
    """Name and cases of every preposition by its words."""
    found: dict[tuple[str, ...], tuple[str, frozenset[str]]] = {}
    for entry in grammar(language).prepositions:
        for spelling in entry.words:
            words = tuple(spelling.split())
            found[words] = (entry.words[0] if len(words) == 1 else spelling, frozenset(entry.cases))
    return found


@cache
def months(language: str) -> frozenset[str]:
    """Names of months, which the dictionary may take for adjectives."""
    return frozenset(word for words in load_part(language, "times", TimeWords).months.values() for word in words)


@cache
def event_words(language: str) -> dict[str, frozenset[str]]:
    """Lemmas of the pack's frames by word class."""
    found: dict[str, set[str]] = {"verb": set(), "noun": set(), "adj": set(), "phrase": set()}
    for frame in load_part(language, "frames", Frames).frames:
        found[frame.pos].update(frame.words)
    return {kind: frozenset(words) for kind, words in found.items()}


@cache
def givers(language: str) -> frozenset[str]:
    """Verbs of the frames that take a getter in the dative and are done to nothing but goods."""
    frames = load_part(language, "frames", Frames).frames
    return frozenset(
        word
        for frame in frames
        if frame.pos == "verb" and not frame.operator and "indirect" in frame.recipient
        for word in frame.words
    )


@cache
def expected_nouns(language: str) -> frozenset[str]:
    """Nouns of one word that the pack expects: goods and sources."""
    kinds = load_part(language, "items", ItemWords).kinds.values()
    speaking = (entry.words for entry in load_part(language, "sources", SourceWords).nouns)
    return frozenset(noun.lower() for nouns in (*kinds, *speaking) for noun in nouns if " " not in noun)


def tokenize(text: str, offset: int, merges: Sequence[Span], language: str, dictionary: str) -> list[Word]:
    """Cut a sentence into words; `merges` (code points of the page) become one word each."""
    spans: list[Span] = []
    for span in sorted(set(merges), key=lambda span: (span[0], -span[1])):
        if not spans or span[0] >= spans[-1][1]:
            spans.append(span)
    taken = list(spans)
    for match in _TOKEN.finditer(text):
        start, end = match.start() + offset, match.end() + offset
        overlapping = [span for span in taken if span[0] < end and start < span[1]]
        if not overlapping:
            spans.append((start, end))
        else:
            spans.extend(_rest(start, end, overlapping))
    words = []
    for index, (start, end) in enumerate(sorted(spans)):
        form = text[start - offset : end - offset]
        words.append(Word(index, start, end, form, _readings(form, dictionary), (start, end) in taken))
    for word in words:
        _choose(words, word, language)
    return words


def _rest(start: int, end: int, taken: Sequence[Span]) -> list[Span]:
    """What a merged span leaves of a token."""
    first, last = min(span[0] for span in taken), max(span[1] for span in taken)
    return [span for span in ((start, first), (last, end)) if span[0] < span[1]]


def _readings(text: str, dictionary: str) -> tuple[Reading, ...]:
    """Readings of a word; of a merged name, those of its head noun that agree with the words before it."""
    parts = [part.strip("«»\"“”„'(),.") for part in _SPACE.split(text)]
    if len(parts) == 1:
        return readings(parts[0], dictionary)
    found: tuple[Reading, ...] = ()
    cases: frozenset[str] | None = None
    for part in parts:
        mine = tuple(reading for reading in readings(part, dictionary) if reading.pos in {"NOUN", "ADJ"} and reading.case)
        person = any(reading.animate for reading in mine) and any(reading.animate for reading in found)
        if found and not person:
            break
        own = frozenset(reading.case for reading in mine)
        if not own or (cases is not None and not own & cases):
            continue
        cases = own if cases is None else cases & own
        found = found or tuple(reading for reading in mine if reading.pos == "NOUN")
    return tuple(reading for reading in found if cases is None or reading.case in cases)


def _choose(words: list[Word], word: Word, language: str) -> None:
    """Decide the part of speech of a word and keep the readings that go with it."""
    closed = grammar(language)
    lower = word.lower
    before = words[word.i - 1] if word.i else None
    if not word.text[0].isalnum():
        word.pos, word.lemma = "PUNCT", word.text
    elif word.text[0].isdigit():
        word.pos, word.lemma = ("NUM" if word.text.replace(",", "").replace(".", "").isdigit() else "PROPN"), lower
        word.readings = ()
    elif lower in closed.predicatives:
        word.pos, word.lemma = "VERB", lower
        word.readings = (Reading(lower, "VERB", feats=frozenset({"VerbForm=Fin", "Person=0"})),)
    elif lower in closed.demonstratives and not _before_neuter(words, word):
        word.pos, word.lemma = "PRON", lower
        word.readings = tuple(Reading(lower, "PRON", case=case, number="Sing", gender="Neut") for case in ("Acc", "Nom"))
    elif lower in closed.negators or lower in closed.conditional:
        word.pos, word.lemma = "PART", lower
    elif (lower,) in prepositions(language) and not (word.text[0].isupper() and before is not None):
        word.pos, word.lemma = "ADP", prepositions(language)[(lower,)][0]
    elif lower in closed.content or lower in closed.subordinators:
        word.pos, word.lemma = "SCONJ", lower
    elif lower in closed.coordinators:
        word.pos, word.lemma = "CCONJ", lower
    elif lower in closed.adverbs:
        word.pos, word.lemma = "ADV", lower
    elif not word.readings:
        word.pos, word.lemma = "PROPN", lower
    else:
        _open_class(word, before, language)


def _before_neuter(words: Sequence[Word], word: Word) -> bool:
    """Say whether a neuter noun or adjective comes right after a word: then it points at that, not back."""
    after = words[word.i + 1] if word.i + 1 < len(words) else None
    return after is not None and any(
        reading.pos in {"NOUN", "ADJ"} and reading.gender == "Neut" and reading.case in {"Nom", "Acc"}
        for reading in after.readings
    )


def _open_class(word: Word, before: Word | None, language: str) -> None:
    capital = word.text[0].isupper() and before is not None and before.pos != "PUNCT"
    known = [reading for reading in word.readings if reading.known] or list(word.readings)
    if capital and not any(reading.pos == "NOUN" and reading.known for reading in known) and not word.text.isupper():
        known = [reading for reading in word.readings if reading.pos == "NOUN"] or known
    if word.named and word.text[0].isupper():
        known = [reading for reading in known if reading.pos in {"NOUN", "ADJ"}]
        known = [reading for reading in known if reading.name] or known
        if not known:
            word.pos, word.lemma, word.readings = "PROPN", word.lower, ()
            return
    if word.lower in months(language):
        known = [reading for reading in known if reading.pos == "NOUN"] or known
    relative = [reading for reading in known if reading.lemma in grammar(language).relatives]
    if relative:
        known = relative
    nominal = before is not None and (before.pos in {"ADP", "NUM"} or (before.pos in {"ADJ", "DET"} and bool(before.readings)))
    events = event_words(language)

    def rank(reading: Reading) -> tuple[float, ...]:
        order = float(ORDER.get(reading.pos, 8))
        if reading.pos == "VERB" and nominal and not reading.has("VerbForm=Part"):
            order = 7
        if reading.has("Mood=Imp"):
            order = 8
        if reading.has("VerbForm=Inf"):
            order += 0.3
        frame = reading.lemma in (events["verb"] if reading.pos == "VERB" else events["noun"] | expected_nouns(language))
        lower_name = reading.name and word.text.islower()
        return (float(lower_name), -round(reading.score, 1), order - (0.5 if frame else 0.0))

    best = min(known, key=rank)
    kept = tuple(
        reading for reading in known if reading.pos == best.pos and not (reading.name and word.text.islower() and not best.name)
    )
    forms = {feature for feature in best.feats if feature.startswith(("VerbForm", "Mood"))}
    if best.pos == "VERB":
        kept = tuple(reading for reading in kept if reading.lemma == best.lemma and forms <= reading.feats)
    elif capital and len({reading.lemma for reading in kept}) > 1:
        kept = tuple(reading for reading in kept if reading.number == "Sing") or kept
    word.readings = kept
    word.pos, word.lemma = best.pos, best.lemma
    if relative:
        word.pos = "PRON"
        word.feats.add("PronType=Rel")
    if best.pos == "NOUN" and word.text[0].isupper() and (best.name or not best.known or capital or word.named):
        word.pos = "PROPN"
    if " " in word.text:
        word.lemma = word.lower
    if word.pos == "VERB":
        _reflexive(word, language)


def _reflexive(word: Word, language: str) -> None:
    """An imperfective reflexive of a verb with a frame, itself without one, is that verb's passive."""
    ending = next((ending for ending in grammar(language).reflexive if word.lemma.endswith(ending)), None)
    verbs = event_words(language)["verb"]
    if ending and word.lemma not in verbs and word.lemma[: -len(ending)] in verbs and word.has("Aspect=Imp"):
        word.lemma = word.lemma[: -len(ending)]
        word.feats.add("Voice=Pass")
