"""Sketch: the words and phrases of a sentence while its tree is built, and the moves that every step of it uses.

Vocabulary: a *predicate* is a word that can carry a clause; a word is *attached* when it has its head and relation; a phrase is *closed*
when its head has its place. The steps (`nouns`, `clauses`, `arguments`, `shallow`) build on this class, one on the other.
"""

from dataclasses import dataclass, field

from reportedly.packs.load import load_part
from reportedly.packs.schema import CueWords, SourceWords
from reportedly.reading.phrases import find_phrases
from reportedly.reading.tagging import Word, event_words, grammar

BREAKS = frozenset({",", ";", ":", "—", "–", "-", "(", ")", "…", ".", "!", "?"})
QUOTES = frozenset('«»"“”„')
BARE = {"Gen": "genitive", "Dat": "dative", "Ins": "instrumental"}
"""Names of bare cases as places of frames."""


@dataclass(slots=True)
class Clause:
    """Segments that belong together: kind, word indexes, predicates in order, the word that marks it, where it hangs."""

    kind: str
    words: list[int] = field(default_factory=list)
    mark: int = -1
    parent: "Clause | None" = None
    head: int = -1
    chain: list[int] = field(default_factory=list)


class Sketch:
    """The state of one sentence on its way to a tree."""

    def __init__(self, words: list[Word], language: str) -> None:
        self.words = words
        self.language = language
        self.grammar = grammar(language)
        self.events = event_words(language)
        self.cues = load_part(language, "cues", CueWords)
        sources = load_part(language, "sources", SourceWords)
        self.verbs = sources.verbs
        self.speakers = {word for entry in sources.nouns if entry.kind not in {"document", "media"} for word in entry.words}
        self.report_nouns = {
            *self.cues.report_nouns,
            *(word for entry in self.cues.embedders if entry.pos == "noun" for word in entry.words),
        }
        self.phrases = find_phrases(words, language)
        self.closed: set[int] = set()
        """Heads of phrases that have their place."""

    # -- words
    def finite(self, word: Word) -> bool:
        """Say whether a word can be the predicate of a clause by itself."""
        if word.pos == "VERB":
            return (
                word.has("VerbForm=Fin")
                or word.has("Variant=Short")
                or (word.has("VerbForm=Part") and word.rel == "dep" and self._predicative(word))
            )
        return (word.pos == "ADJ" and word.has("Variant=Short")) or (word.pos == "ADV" and word.has("VerbForm=Pred"))

    def _predicative(self, word: Word) -> bool:
        """A full participle in the nominative after its noun, without a comma before it, is a predicate."""
        before = self.words[word.i - 1] if word.i else None
        copula = any(self.words[i].lemma in self.grammar.copulas for i in range(max(0, word.i - 3), word.i))
        return "Nom" in word.cases and (copula or (before is not None and before.pos in {"NOUN", "PROPN", "ADV", "PRON"}))

    def infinitive(self, word: Word) -> bool:
        """Say whether a word is an infinitive."""
        return word.pos == "VERB" and word.has("VerbForm=Inf") and not word.has("VerbForm=Fin")

    def attach(self, child: int, head: int, rel: str, case: str = "") -> None:
        """Hang a word from another; a word never hangs from itself or from what hangs from it."""
        above = head
        while above >= 0:
            if above == child:
                return
            above = self.words[above].head
        word = self.words[child]
        word.head, word.rel = head, rel
        if case:
            word.case = case
