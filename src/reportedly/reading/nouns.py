"""Nouns: names with their titles, designations, genitives and lists, joined before any verb is looked at.

Order: titles and names -> appositions and designations -> (once the clauses are known) genitives -> lists. A name that can be genitive
or dative is a getter where goods follow it or a verb that gives stands before it.
"""

from collections.abc import Sequence

from reportedly.reading.phrases import Phrase
from reportedly.reading.sketch import BARE, QUOTES, Clause, Sketch


class NounJoiner(Sketch):
    """Joins the noun phrases of a sentence with each other."""

    # -- names, titles, appositions
    def _names(self) -> None:
        merged: list[Phrase] = []
        for phrase in self.phrases:
            last = merged[-1] if merged else None
            if last is not None and len(merged) > 1 and self._titled(merged[-2], last, phrase):
                self.attach(last.head, merged[-2].head, "nmod", BARE["Gen"])
                self.closed.add(last.head)
                self.attach(merged[-2].head, phrase.head, "compound")
                merged[-2:] = [
                    Phrase(phrase.head, merged[-2].first, phrase.last, merged[-2].cases & phrase.cases, merged[-2].preposition)
                ]
                continue
            if last is not None and phrase.bare and self._adjacent(last, phrase) and self._name(last, phrase):
                merged[-1] = Phrase(self._name_head, last.first, phrase.last, self._name_cases, last.preposition, last.counted)
            else:
                merged.append(phrase)
        self.phrases = merged

    def _titled(self, title: Phrase, of: Phrase, name: Phrase) -> bool:
        """Say whether three phrases are a title, what it is the title of, and a person's name ("minister of defence NN")."""
        one, other = self.words[title.head], self.words[name.head]
        if not (of.bare and name.bare and title.last == of.first and of.last == name.first and "Gen" in of.cases):
            return False
        person = one.pos == "NOUN" and one.animate and other.pos == "PROPN" and (other.animate or not other.readings)
        return person and bool(title.cases & name.cases) and not self.words[of.head].animate

    def _adjacent(self, left: Phrase, right: Phrase) -> bool:
        return all(word.text in QUOTES for word in self.words[left.last : right.first])

    def _name(self, left: Phrase, right: Phrase) -> bool:
        """Join a name to the name or noun before it; sets the head and the cases of the whole."""
        one, other = self.words[left.head], self.words[right.head]
        quoted = right.first > left.last
        if (one.named and one.readings and one.text[0].isupper()) or right.head > right.first:
            return False
        cases = left.cases & right.cases
        foreign = not other.readings and other.pos == "PROPN"
        person = one.animate and other.animate and other.pos == "PROPN" and bool(cases)
        if not quoted and ((one.pos == "PROPN" and not one.readings and foreign) or person) and " " not in other.text:
            self.attach(left.head, right.head, "compound")
            self._name_head, self._name_cases = right.head, cases or left.cases
            return True
        if one.pos in {"NOUN", "PROPN"} and (
            foreign
            or (
                quoted
                and other.pos in {"NOUN", "PROPN"}
                and (one.pos == "NOUN" or one.text.isupper())
                and bool(right.cases & {"Nom", "Gen"})
            )
        ):
            self.attach(right.head, left.head, "appos")
            self.closed.add(right.head)
            self._name_head, self._name_cases = left.head, left.cases
            return True
        return False

    # -- genitives
    def _genitives(self, clauses: Sequence[Clause]) -> None:
        """A noun in the genitive right after a noun hangs from it; one that may be dative too goes to a verb that gives."""
        previous: Phrase | None = None
        for phrase in self.phrases:
            if previous is not None and phrase.bare and self._adjacent(previous, phrase) and phrase.head not in self.closed:
                self._genitive(previous, phrase, clauses)
            previous = phrase

    def _genitive(self, left: Phrase, right: Phrase, clauses: Sequence[Clause]) -> None:
        noun, other = self.words[left.head], self.words[right.head]
        if noun.pos not in {"NOUN", "PROPN", "NUM", "ADJ", "DET"} or "Gen" not in right.cases or "PronType=Rel" in other.feats:
            return
        if noun.pos == "PROPN" and noun.readings and not noun.text.isupper() and " " not in noun.text:
            return
        event = noun.lemma in self.events["noun"]
        if (
            event
            and "Dat" in right.cases
            and other.named
            and other.pos == "PROPN"
            and other.readings
            and self._goods_follow(right)
        ):
            self.attach(right.head, left.head, "nmod", "dative")
            self.closed.add(right.head)
            return
        if "Dat" in right.cases and not event:
            above = self._event_above(left.head)
            if above is not None and other.pos == "PROPN" and other.named:
                self.attach(right.head, above, "nmod", "dative")
                self.closed.add(right.head)
                return
            if other.pos == "PROPN" and other.named and self._gives_before(left.head, clauses) and not noun.animate:
                right.cases = frozenset({"Dat"})
                return
        self.attach(right.head, left.head, "nmod", "genitive")
        right.cases = frozenset({"Gen"})
        self.closed.add(right.head)

    def _goods_follow(self, phrase: Phrase) -> bool:
        """Say whether a bare genitive comes right after: a name before it then is the getter."""
        after = next((other for other in self.phrases if other.first == phrase.last), None)
        return after is not None and after.bare and ("Gen" in after.cases or after.counted)

    def _event_above(self, index: int) -> int | None:
        """The event noun that a word hangs from by genitives, or None."""
        while index >= 0:
            if self.words[index].lemma in self.events["noun"]:
                return index
            if self.words[index].rel != "nmod":
                return None
            index = self.words[index].head
        return None

    def _gives_before(self, index: int, clauses: Sequence[Clause]) -> bool:
        clause = next((clause for clause in clauses if index in clause.words), None)
        return clause is not None and any(
            self.words[i].pos == "VERB" and self.words[i].lemma in self.events["verb"] and self.words[i].rel == "dep"
            for i in clause.words
            if i < index
        )

    # -- lists
    def _lists(self, clauses: Sequence[Clause]) -> None:
        """A phrase after a comma or coordinator joins the phrase before it in the same case."""
        of = {i: number for number, clause in enumerate(clauses) for i in clause.words}
        for number, phrase in enumerate(self.phrases):
            joint = self._joint(phrase)
            if number == 0 or not joint or phrase.head in self.closed:
                continue
            for left in reversed(self.phrases[max(0, number - 4) : number]):
                if of.get(left.head) == of.get(phrase.head) and self._alike(left, phrase, joint):
                    self.attach(phrase.head, left.head, "conj")
                    if self.words[phrase.head].head == left.head:
                        phrase.cases = left.cases = phrase.cases & left.cases
                        self.closed.add(phrase.head)
                    break
                if any(self.words[i].pos == "VERB" for i in range(left.last, phrase.first)):
                    break

    def _joint(self, phrase: Phrase) -> str:
        at = phrase.first - 1
        while at >= 0 and (self.words[at].text in QUOTES or self.words[at].pos in {"ADV", "PART"}):
            at -= 1
        if at >= 0 and (self.words[at].text in {",", ";"} or self.words[at].pos == "CCONJ"):
            return self.words[at].text
        return ""

    def _alike(self, left: Phrase, right: Phrase, joint: str) -> bool:
        if right.preposition and right.preposition != left.preposition:
            return False
        if any(self.words[i].pos == "VERB" and self.words[i].rel == "dep" for i in range(left.last, right.first)):
            return False
        one, other = self.words[left.head], self.words[right.head]
        if joint == "," and one.pos != other.pos and "PRON" in {one.pos, other.pos}:
            return False
        if joint == "," and one.animate and other.animate and one.pos != other.pos:
            return False
        return bool(left.cases & right.cases)
