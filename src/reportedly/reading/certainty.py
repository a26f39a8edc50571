"""How sure: certainty and polarity of an event after FactBank (Saurí & Pustejovsky 2009).

A value is a strength (CT certain, PR probable, PS possible, UU not said) and a polarity. It starts as CT+ at the event's word and is changed by
what stands on that word (modals, future, negation, adverbs), then by each word above that embeds it. Order at one
word: adverbs -> modals and future -> negation -> conjunction.
"""

from dataclasses import dataclass, replace
from functools import cache

from reportedly.model.claim import Certainty
from reportedly.packs.load import load_part
from reportedly.packs.schema import CueWords
from reportedly.reading.tree import Token, Tree

RANK = {"CT": 0, "PR": 1, "PS": 2, "UU": 3}


@dataclass(frozen=True, slots=True)
class Value:
    """Strength, polarity, whether a refusing word ("will", "can") was negated on the way, and the cues that made it so."""

    strength: str = "CT"
    positive: bool = True
    refusing: bool = False
    cues: tuple[Token, ...] = ()

    @property
    def certainty(self) -> Certainty:
        """The value in FactBank's notation."""
        if self.strength == "UU":
            return "UU"
        sign = "+" if self.positive else "-"
        return f"{self.strength}{sign}"  # type: ignore[return-value]  # CT, PR, PS with a sign are the literals

    def weaker(self, strength: str, cue: Token | None = None) -> "Value":
        """At most as sure as `strength`."""
        stronger = max(self.strength, strength, key=RANK.__getitem__)
        return replace(self, strength=stronger, cues=self.cues if cue is None else (*self.cues, cue))

    def flipped(self, cue: Token | None = None) -> "Value":
        """The opposite polarity."""
        return replace(self, positive=not self.positive, cues=self.cues if cue is None else (*self.cues, cue))

    def under(self, certainty: Certainty, cue: Token | None = None) -> "Value":
        """Embedded below a word that gives its clause `certainty`."""
        outer = certainty.rstrip("+-")
        value = replace(self.weaker(outer, cue), strength=self.strength if outer == "CT" or self.strength == "UU" else outer)
        return value.flipped() if certainty.endswith("-") else value


@cache
def _embedders(language: str) -> dict[tuple[str, str], Certainty]:
    words = load_part(language, "cues", CueWords)
    return {(word, entry.pos): entry.certainty for entry in words.embedders for word in entry.words}


def embedding(token: Token, language: str) -> Certainty | None:
    """How sure the clause below `token` is by that word alone; None where the word says nothing of it."""
    table = _embedders(language)
    kind = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj", "ADV": "adj"}.get(token.pos, "")
    found = table.get((token.lemma, kind))
    if found is None and kind == "verb":
        found = table.get((token.lower, "adj")) if "VerbForm=Part" in token.feats else None
    return found


def judge(tree: Tree, token: Token, value: Value, language: str) -> Value:
    """Change `value` by what stands on one word: adverbs, modals, negation, conjunction."""
    words = load_part(language, "cues", CueWords)
    children = tree.children(token)
    for child in children:
        if child.lemma in words.adverbs and child.rel in {"advmod", "amod", "neg", "npadvmod", "dep"}:
            value = value.under(words.adverbs[child.lemma], child)
    value = _modals(token, children, words, value)
    for child in children:
        if child.rel == "mark" and child.lower in words.undecided:
            value = replace(value, strength="UU", cues=(*value.cues, child))
    return value


def _modals(token: Token, children: list[Token], words: CueWords, value: Value) -> Value:
    future = "Tense=Fut" in token.feats
    if future:
        value = value.weaker("PR", token)
    auxiliaries = [child for child in children if child.rel in {"aux", "aux:pass"}]
    refusing = future or any(child.lower in words.refusing or child.lemma in words.refusing for child in auxiliaries)
    finite = any("VerbForm=Fin" in child.feats for child in auxiliaries)
    for child in auxiliaries:
        if child.lemma in words.modals or child.lower in words.modals:
            value = value.under(words.modals.get(child.lower, words.modals.get(child.lemma, "UU")), child)
        elif child.lower in words.future or child.lemma in words.future or (child.lower in words.infinitive and finite):
            value = value.weaker("PR", child)
    for negator in (child for child in children if is_negator(child, words)):
        value = replace(value.flipped(negator), refusing=refusing)
    return value


def is_negator(token: Token, words: CueWords) -> bool:
    """Say whether a child word negates its head."""
    return token.lower in words.negators and token.rel in {"neg", "det", "advmod", "preconj", "cc", "cc:preconj", "dep", "predet"}


def negated_argument(tree: Tree, token: Token, language: str) -> Token | None:
    """A negator on an argument ("no drones were sent", "not one jet has arrived", "none"), or None."""
    words = load_part(language, "cues", CueWords)
    if token.lower in words.negators:
        return token
    for child in tree.children(token):
        if child.lower in words.negators and child.rel in {"neg", "det", "advmod", "preconj", "predet", "cc", "cc:preconj"}:
            return child
        if child.rel == "nummod" and any(below.lower in words.negators for below in tree.children(child)):
            return child
    return None
