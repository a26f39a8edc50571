"""Arguments: what every noun phrase of a clause is to its verb.

Case decides who does what, order only where case does not tell. Order: the subject (by case, agreement, then place) -> objects, getters and
agents by case -> phrases with a preposition, on the event noun before them or on the verb.
"""

from collections.abc import Sequence

from reportedly.reading.clauses import ClauseFinder
from reportedly.reading.phrases import Phrase
from reportedly.reading.sketch import BARE, QUOTES, Clause
from reportedly.reading.tagging import Word, givers


class ArgumentFinder(ClauseFinder):
    """Gives every phrase of a clause its place beside the verb."""

    # -- arguments
    def _arguments(self, clause: Clause) -> None:
        phrases = [
            phrase
            for phrase in self.phrases
            if phrase.head in clause.words and phrase.head not in self.closed and self.words[phrase.head].rel == "dep"
        ]
        if clause.head < 0:
            self._nominal(clause, phrases)
            return
        subject = self._subject(clause, phrases)
        if subject is not None:
            self.attach(subject.head, clause.head, "nsubj:pass" if self._passive(self.words[clause.head]) else "nsubj")
            self.words[subject.head].feats.add("Case=Nom")
        for phrase in phrases:
            if phrase is not subject:
                self._argument(clause, phrase)

    def _nominal(self, clause: Clause, phrases: Sequence[Phrase]) -> None:
        """A clause without a verb hangs from its first bare noun."""
        top = next((phrase for phrase in phrases if phrase.bare), phrases[0] if phrases else None)
        if top is None:
            return
        clause.head = top.head
        for phrase in phrases:
            if phrase is not top:
                self._beside_noun(phrase, self._before(phrase) or top)

    def _passive(self, word: Word) -> bool:
        return "Voice=Pass" in word.feats or word.has("Voice=Pass")

    def _subject(self, clause: Clause, phrases: Sequence[Phrase]) -> Phrase | None:
        verb = self.words[clause.head]
        if verb.has("Person=0") or (
            self.infinitive(verb) and not any(word.head == verb.i and word.rel.startswith("aux") for word in self.words)
        ):
            return None
        finite = next(
            (word for word in self.words if word.head == verb.i and word.rel.startswith("aux") and self.finite(word)), verb
        )
        fitting = [phrase for phrase in phrases if phrase.bare and "Nom" in phrase.cases and self._agrees(finite, phrase)]

        def rank(phrase: Phrase) -> tuple[int, int, int, int, int]:
            word = self.words[phrase.head]
            sure = 0 if "Acc" not in phrase.cases else 1
            named = 0 if word.pos in {"PROPN", "PRON"} and word.readings else 1
            pronoun = 1 if word.pos in {"DET", "ADJ", "NUM"} or word.lower in self.grammar.demonstratives else 0
            return (pronoun, sure, named if sure else 0, 0 if phrase.head < verb.i else 1, abs(phrase.head - verb.i))

        return min(fitting, key=rank, default=None)

    def _agrees(self, verb: Word, phrase: Phrase) -> bool:
        word = self.words[phrase.head]
        first = {f for f in ("Person=1", "Person=2") if verb.has(f)}
        if first and word.pos != "PRON":
            return False
        numbers = {reading.number for reading in verb.readings if reading.number}
        own = word.numbers("Nom")
        if phrase.counted or any(other.head == phrase.head and other.rel == "conj" for other in self.words):
            return True
        if numbers and not numbers & own and word.readings:
            return False
        genders = {reading.gender for reading in verb.readings if reading.gender}
        mine = word.genders("Nom")
        return (
            not genders
            or not mine
            or "Sing" not in own
            or bool(genders & mine)
            or (word.pos == "PROPN" and not any(r.known for r in word.readings))
        )

    def _argument(self, clause: Clause, phrase: Phrase) -> None:
        verb = self._governor(clause, phrase)
        if phrase.preposition:
            self._prepositional(phrase, verb)
        elif "Acc" in phrase.cases and (
            not phrase.cases & {"Dat"} or self.words[phrase.head].pos != "PROPN" or not self.words[phrase.head].readings
        ):
            self._object(phrase, verb)
        elif "Dat" in phrase.cases and self._getter(phrase, verb):
            self._dative(phrase, verb)
        elif "Ins" in phrase.cases:
            agent = self._passive(self.words[verb]) and (
                self.words[phrase.head].pos == "PROPN" or self.words[phrase.head].animate
            )
            self.attach(phrase.head, verb, "obl:agent" if agent else "obl", "" if agent else BARE["Ins"])
        elif "Gen" in phrase.cases:
            self.attach(phrase.head, verb, "obj")
        elif "Nom" in phrase.cases:
            self.attach(phrase.head, verb, "dislocated")
        else:
            self.attach(phrase.head, verb, "obl")
        for case in ("Acc", "Dat", "Ins", "Gen"):
            if case in phrase.cases:
                self.words[phrase.head].feats.add(f"Case={case}")
                break

    def _getter(self, phrase: Phrase, verb: int) -> bool:
        """Say whether a phrase that can be dative is: not where it can be a genitive object that the verb still lacks."""
        word = self.words[phrase.head]
        if "Gen" not in phrase.cases or word.pos in {"PROPN", "PRON"} or word.animate:
            return True
        return any(other.head == verb and other.rel == "obj" for other in self.words)

    def _object(self, phrase: Phrase, verb: int) -> None:
        taken = any(word.head == verb and word.rel in {"nsubj", "nsubj:pass"} for word in self.words)
        passive = self._passive(self.words[verb]) and not self.words[verb].has("Person=0")
        self.attach(phrase.head, verb, "obj" if not passive else "obl" if taken else "nsubj:pass")

    def _dative(self, phrase: Phrase, verb: int) -> None:
        above = self._noun_before(phrase)
        if above is not None and self.words[verb].lemma not in givers(self.language):
            self.attach(phrase.head, above, "nmod", BARE["Dat"])
        else:
            self.attach(phrase.head, verb, "iobj")

    def _governor(self, clause: Clause, phrase: Phrase) -> int:
        """The verb of the clause's chain that a phrase belongs to: the last one before it, else the last of the chain's infinitives."""
        before = [i for i in clause.chain if i < phrase.head]
        if before:
            return before[-1]
        linked = [i for i in clause.chain if self.words[i].rel == "xcomp"]
        if linked and phrase.bare and "Nom" not in phrase.cases:
            return linked[-1]
        return clause.head

    def _prepositional(self, phrase: Phrase, verb: int) -> None:
        noun = self._noun_before(phrase)
        if noun is not None:
            self.attach(phrase.head, noun, "nmod", phrase.preposition)
            return
        before = self._before(phrase)
        close = phrase.preposition in self.grammar.nominal or (
            phrase.preposition in self.grammar.accompanied and "Gen" not in phrase.cases
        )
        if before is not None and close and self.words[before.head].pos in {"NOUN", "PROPN"}:
            self.attach(phrase.head, before.head, "nmod", phrase.preposition)
            return
        if (
            before is not None
            and self._speaks(before)
            and not any(self.words[i].pos == "VERB" for i in range(before.last, phrase.first))
        ):
            self.attach(phrase.head, before.head, "nmod", phrase.preposition)
            return
        controls = phrase.preposition in self.grammar.controllers and any(w.head == verb and w.rel == "xcomp" for w in self.words)
        self.attach(phrase.head, verb, "iobj" if controls else "obl", phrase.preposition)

    def _speaks(self, phrase: Phrase) -> bool:
        """Say whether a noun names a kind of source: where it sits belongs to it ("a firm from X")."""
        return phrase.bare and self.words[phrase.head].lemma in self.speakers

    def _before(self, phrase: Phrase) -> Phrase | None:
        """The phrase right before another with only adverbs and quotation marks between."""
        found = None
        for other in self.phrases:
            if other.last <= phrase.first and all(
                w.text in QUOTES or w.pos == "ADV" for w in self.words[other.last : phrase.first]
            ):
                found = other
        return found

    def _noun_before(self, phrase: Phrase) -> int | None:
        """The event noun that the phrases right before hang from, or None: a verb between ends the way."""
        here: Phrase | None = phrase
        for _ in range(4):
            here = self._before(here) if here is not None else None
            if here is None:
                return None
            index = here.head
            while index >= 0 and self.words[index].pos != "VERB":
                if self.words[index].lemma in self.events["noun"]:
                    return index
                index = self.words[index].head
        return None

    def _beside_noun(self, phrase: Phrase, noun: Phrase) -> None:
        above = self._noun_before(phrase)
        case = phrase.preposition or next(
            (BARE[each] for each in ("Dat", "Gen", "Ins") if each in phrase.cases and "Nom" not in phrase.cases), ""
        )
        self.attach(phrase.head, above if above is not None else noun.head, "nmod" if case else "appos", case)
