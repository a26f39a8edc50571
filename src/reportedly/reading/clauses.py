"""Clauses: a sentence cut at its marks into clauses of a kind, each with its chain of verbs.

Vocabulary: a *segment* is a run of words between marks; a *clause* is one or more segments with a predicate (finite verb, short participle,
predicative, else an infinitive); an *aside* is a clause that only says who says so; a *tail* is a credit behind the last dash.
Order: segments -> kind of each by its first words -> clauses -> auxiliaries, modals and infinitives of each.
"""

from collections.abc import Sequence

from reportedly.reading.nouns import NounJoiner
from reportedly.reading.sketch import BREAKS, Clause
from reportedly.reading.tagging import Word

MARK_REACH = 4
"""Words from the start of a segment within which a relative pronoun opens it ("a contract for which")."""
TAIL = 6
"""Words at most behind a last dash that are a credit and no part of the sentence."""


class ClauseFinder(NounJoiner):
    """Finds the clauses of a sentence and the chain of verbs in each."""

    # -- segments and clauses
    def _segments(self) -> list[list[int]]:
        found: list[list[int]] = [[]]
        for word in self.words:
            if word.text in BREAKS and not (word.text == "-" and word.start == self.words[word.i - 1].end):
                found.append([])
            elif word.pos == "CCONJ" and self._parts(found[-1], word):
                found.append([word.i])
                continue
            found[-1].append(word.i)
        return [segment for segment in found if any(self.words[i].pos != "PUNCT" for i in segment)]

    def _parts(self, before: Sequence[int], conjunction: Word) -> bool:
        """Say whether a coordinator stands between two predicates."""
        if not any(self.finite(self.words[i]) for i in before):
            return False
        for word in self.words[conjunction.i + 1 :]:
            if word.text in BREAKS or word.pos == "CCONJ":
                return False
            if self.finite(word):
                return True
        return False

    def _clauses(self) -> list[Clause]:
        clauses: list[Clause] = []
        main: Clause | None = None
        last: Clause | None = None
        segments = self._segments()
        for number, segment in enumerate(segments):
            kind, mark = self._kind(segment)
            has = any(self.finite(self.words[i]) or self.infinitive(self.words[i]) for i in segment)
            opener = self.words[segment[0]].text
            if opener == ":" and main is not None and not self._has_predicate(main):
                main = None
            if (
                kind == "main"
                and not has
                and main is not None
                and opener in "—–"
                and number == len(segments) - 1
                and self._credit(segment, main)
            ):
                clauses.append(Clause("tail", list(segment), -1, main))
                continue
            if kind == "main" and not has and last is not None and main is not None:
                target = (
                    main
                    if not self._has_predicate(main) or opener in "—–" or last.kind in {"aside", "relative", "participle"}
                    else last
                )
                target.words.extend(segment)
                continue
            if kind == "main" and main is not None and not self._has_predicate(main):
                main.words.extend(segment)
                last = main
                continue
            if kind == "main" and main is not None and self._says(segment, segments[number + 1 :]):
                kind = "aside"
            clause = Clause(kind, list(segment), mark, last if kind not in {"main", "aside"} else main)
            clauses.append(clause)
            if kind == "main":
                main = clause
            last = clause
        return clauses

    def _credit(self, segment: Sequence[int], main: Clause) -> bool:
        """Say whether what stands behind the last dash only names a source."""
        return self._has_predicate(main) and len(segment) <= TAIL and self.words[segment[-1]].text not in ".!?"

    def _has_predicate(self, clause: Clause) -> bool:
        return any(self.finite(self.words[i]) or self.infinitive(self.words[i]) for i in clause.words)

    def _kind(self, segment: Sequence[int]) -> tuple[str, int]:
        """Kind of the clause that a segment opens, and the word that marks it (-1 for none)."""
        solid = [self.words[i] for i in segment if self.words[i].pos != "PUNCT"]
        while len(solid) > 1 and (solid[0].pos in {"CCONJ", "PART"} or (solid[0].pos == "ADV" and solid[1].pos == "SCONJ")):
            solid = solid[1:]
        if not solid:
            return "main", -1
        first = solid[0]
        for word in solid[:MARK_REACH]:
            if "PronType=Rel" in word.feats:
                return "relative", word.i
            if word.pos == "VERB":
                break
        if first.lower in self.grammar.relative_clauses:
            return "relative", first.i
        if first.lower in self.grammar.report_marks and any(word.pos == "VERB" and word.lemma in self.verbs for word in solid):
            return "aside", first.i
        if first.lower in self.grammar.content:
            return "content", first.i
        if first.pos == "SCONJ":
            return "adverbial", first.i
        if not any(self.finite(word) for word in solid):
            if any(word.pos == "VERB" and word.has("VerbForm=Conv") for word in solid[:3]):
                return "gerund", -1
            if first.pos == "VERB" and first.has("VerbForm=Part") and first.rel == "dep" and self.words[segment[0]].text == ",":
                return "participle", first.i
        return "main", -1

    def _says(self, segment: Sequence[int], later: Sequence[Sequence[int]]) -> bool:
        """Say whether a clause only tells who says the rest: a verb of saying without anything said after it."""
        first = next((self.words[i] for i in segment if self.finite(self.words[i])), None)
        if first is None or first.lemma not in self.verbs:
            return False
        return not later or (self.words[later[0][0]].text != ":" and self._kind(later[0])[0] != "content")

    # -- predicates of a clause
    def _predicates(self, clause: Clause) -> None:
        """Choose the head of a clause and chain its verbs: auxiliaries, modals, infinitives."""
        own = [self.words[i] for i in clause.words if self.words[i].rel == "dep"]
        verbs = [
            word
            for word in own
            if self.finite(word) or self.infinitive(word) or (clause.kind == "gerund" and word.has("VerbForm=Conv"))
        ]
        if clause.kind == "participle":
            verbs = [self.words[clause.mark], *(word for word in verbs if word.i != clause.mark)]
        if clause.kind != "participle":
            verbs.sort(key=lambda word: (not self.finite(word), word.i))
        heads: list[Word] = []
        for number, word in enumerate(verbs):
            later = next((other for other in verbs[number + 1 :] if self._carries(word, other)), None)
            if later is not None:
                self.attach(word.i, later.i, "aux:pass" if later.has("VerbForm=Part") else "aux")
            else:
                heads.append(word)
        for word in heads[1:]:
            self._complement(word, heads)
        if heads:
            clause.head = heads[0].i
            clause.chain = [word.i for word in heads]

    def _carries(self, auxiliary: Word, verb: Word) -> bool:
        """Say whether a verb is an auxiliary or modal of another."""
        if auxiliary.lemma in self.grammar.copulas and (verb.has("VerbForm=Part") or self.infinitive(verb) or verb.pos == "ADJ"):
            return True
        return (auxiliary.lemma in self.cues.modals or auxiliary.lower in self.cues.modals) and self.infinitive(verb)

    def _complement(self, word: Word, heads: Sequence[Word]) -> None:
        """Where a further verb of a clause hangs: an infinitive from the noun right before it or the verb, else it is coordinated."""
        before = [other for other in heads if other.i < word.i]
        top = before[-1] if before else heads[0]
        if not self.infinitive(word):
            self.attach(word.i, heads[0].i, "conj")
            return
        noun = next((phrase for phrase in self.phrases if phrase.last == word.i and self.words[phrase.head].pos == "NOUN"), None)
        if noun is not None and {self.words[noun.head].lemma} & (self.report_nouns | self.events["noun"]):
            self.attach(word.i, noun.head, "acl")
        elif self.infinitive(top) and any(self.words[i].pos == "CCONJ" for i in range(top.i, word.i)):
            self.attach(word.i, top.i, "conj")
        else:
            self.attach(word.i, top.i, "xcomp")
