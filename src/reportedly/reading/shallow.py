"""Shallow parsing: a sentence of a language with cases as a dependency tree, by rules over a dictionary of forms.

Order: words and phrases (`phrases`) -> names and titles (`nouns`) -> clauses (`clauses`) -> genitives and lists (`nouns`) -> verbs of
each clause -> their arguments (`arguments`) -> clauses on clauses -> particles and what is left. The tree is in Universal Dependencies terms; a noun
in a bare case beside a noun has the case's name ("genitive", "dative", "instrumental") where an adposition would stand.
"""

from collections.abc import Sequence

from reportedly.reading.arguments import ArgumentFinder
from reportedly.reading.morphology import ALL_CASES
from reportedly.reading.sketch import Clause
from reportedly.reading.tagging import Span, Word, tokenize
from reportedly.reading.tree import Token, Tree


def parse_shallow(text: str, offset: int, merges: Sequence[Span], language: str, dictionary: str) -> Tree:
    """Parse one sentence; offsets in code points of the page.

    Raises: PackError: the dictionary is not installed, or the pack has no grammar.
    """
    words = tokenize(text, offset, merges, language, dictionary)
    return Tree(tuple(Parser(words, language).tokens()))


class Parser(ArgumentFinder):
    """Builds the tree of one sentence."""

    def tokens(self) -> list[Token]:
        """The words of the sentence as tokens of a tree."""
        self._names()
        clauses = self._clauses()
        self._genitives(clauses)
        self._lists(clauses)
        for clause in clauses:
            self._predicates(clause)
        for clause in clauses:
            self._arguments(clause)
        self._join(clauses)
        self._rest()
        return [self._token(word) for word in self.words]

    # -- clauses on clauses
    def _join(self, clauses: Sequence[Clause]) -> None:
        root = next((clause for clause in clauses if clause.kind == "main" and clause.chain), None) or next(
            (c for c in clauses if c.head >= 0), None
        )
        if root is None:
            return
        self.words[root.head].rel, self.words[root.head].head = "root", -1
        last = root
        for clause in clauses:
            if clause is root or clause.head < 0:
                continue
            self._hang(clause, root, last)
            if clause.kind == "main" and clause.chain:
                last = clause
        for clause in clauses:
            self._loose(clause)

    def _hang(self, clause: Clause, root: Clause, last: Clause) -> None:
        head = clause.head
        match clause.kind:
            case "main":
                self.attach(
                    head, last.head, "conj" if (clause.chain and last.chain and last is not root) or clause.chain else "dep"
                )
            case "tail":
                self.attach(head, root.head, "dep")
            case "aside":
                self.attach(head, root.head, "parataxis")
            case "relative":
                noun = self._antecedent(clause)
                self.attach(head, noun if noun is not None else root.head, "acl:relcl" if noun is not None else "advcl")
            case "participle":
                noun = self._antecedent(clause)
                self.attach(head, noun if noun is not None else root.head, "acl")
            case "content":
                self._content(clause, root)
            case _:
                self._adverbial(clause, root)

    def _content(self, clause: Clause, root: Clause) -> None:
        """What is said hangs from the word of saying: the noun right before the comma, else the predicate of the clause before."""
        start = clause.words[0]
        before = next((phrase for phrase in self.phrases if phrase.last == start), None)
        if before is not None and self.words[before.head].lemma in self.report_nouns:
            self.attach(clause.head, before.head, "ccomp")
            return
        parent = clause.parent if clause.parent is not None and clause.parent.head >= 0 else root
        above = [i for i in parent.chain if i < start] or [parent.head]
        if parent is clause or above[-1] == clause.head:
            return
        self.attach(clause.head, above[-1], "ccomp")

    def _adverbial(self, clause: Clause, root: Clause) -> None:
        parent = clause.parent if clause.parent is not None and clause.parent.head >= 0 else root
        self.attach(clause.head, parent.head, "advcl")

    def _antecedent(self, clause: Clause) -> int | None:
        """The noun a relative clause is about: the nearest before it that agrees with the pronoun in gender and number."""
        pronoun = self.words[clause.mark] if clause.mark >= 0 else None
        start = clause.words[0]
        for phrase in reversed([phrase for phrase in self.phrases if phrase.last <= start]):
            word = self.words[phrase.head]
            if word.pos in {"NOUN", "PROPN"} and (pronoun is None or not pronoun.readings or self._same(pronoun, word)):
                return phrase.head
            if start - phrase.last > 8:
                break
        return None

    def _same(self, pronoun: Word, noun: Word) -> bool:
        if not noun.readings:
            return True
        numbers = {reading.number for reading in pronoun.readings if reading.number}
        own = {reading.number for reading in noun.readings if reading.number}
        if noun.pos == "PROPN" and "Sing" in own:
            own = {"Sing"}
        if numbers and own and not numbers & own:
            return False
        genders = {reading.gender for reading in pronoun.readings if reading.gender}
        mine = {reading.gender for reading in noun.readings if reading.gender}
        return not genders or not mine or bool(genders & mine)

    # -- what is left
    def _loose(self, clause: Clause) -> None:
        """Particles, conjunctions and adverbs hang from the word they stand before or from the predicate."""
        for i in clause.words:
            word = self.words[i]
            if word.rel != "dep" or i == clause.head or word.pos == "PUNCT":
                continue
            if word.lower in self.cues.undecided:
                self.attach(i, clause.head, "mark")
            elif word.lower in self.grammar.negators:
                self.attach(i, self._negated(i, clause), "neg")
            elif word.lower in self.grammar.conditional and i and self.words[i - 1].lower in self.cues.adverbs:
                self.attach(i, i - 1, "discourse")
            elif word.lower in self.grammar.conditional:
                polite = self.words[clause.head].lemma in self.grammar.wishing
                self.attach(i, clause.head, "discourse" if polite else "aux")
            elif word.pos == "SCONJ":
                self.attach(i, clause.head, "mark")
            elif word.pos == "CCONJ":
                after = next((phrase.head for phrase in self.phrases if phrase.first > i and phrase.first - i < 3), clause.head)
                self.attach(i, after, "cc")
            elif word.pos in {"ADV", "PART"}:
                self.attach(i, self._nearest_verb(i, clause), "advmod")

    def _negated(self, i: int, clause: Clause) -> int:
        """What a negator stands before: a verb of the chain, an auxiliary's verb, or a noun."""
        after = self.words[i + 1] if i + 1 < len(self.words) else None
        if after is not None and after.pos == "ADP":
            return after.head if after.head >= 0 else after.i
        if after is not None and after.pos == "ADV" and not any(word.i in clause.chain for word in self.words[i + 2 : i + 4]):
            return after.i
        for word in self.words[i + 1 : i + 4]:
            if word.rel in {"aux", "aux:pass"}:
                return word.head
            if word.i in clause.chain or (word.pos in {"NOUN", "PROPN", "PRON", "NUM"} and word.head >= 0):
                return word.i
            if word.pos in {"ADJ", "DET"} and word.head >= 0:
                return word.head
        return clause.head

    def _nearest_verb(self, i: int, clause: Clause) -> int:
        return min(clause.chain, key=lambda index: abs(index - i), default=clause.head)

    def _rest(self) -> None:
        """Whatever has no place hangs from the root."""
        root = next((word.i for word in self.words if word.rel == "root"), -1)
        for word in self.words:
            if word.rel == "dep" and word.head < 0 and word.i != root:
                word.head = root
                word.rel = "punct" if word.pos == "PUNCT" else "dep"

    def _token(self, word: Word) -> Token:
        feats = set(word.feats)
        if word.pos == "VERB":
            feats |= {feature for reading in word.readings[:1] for feature in reading.feats}
            if {"Tense=Pres", "Aspect=Imp", "VerbForm=Fin"} <= feats:
                feats.add("Aspect=Prog")
        if (
            word.pos == "PRON"
            and "Case=Nom" in feats
            and word.readings
            and word.readings[0].gender in {"Masc", "Fem"}
            and "PronType=Rel" not in feats
        ):
            feats.add(f"Gender={word.readings[0].gender}")
        if word.pos == "NOUN" and "-" in word.text:
            feats.add("Head=First")
        own = {feature.partition("=")[2] for feature in feats if feature.startswith("Case=")} or word.cases or ALL_CASES
        numbers = {reading.number for reading in word.readings if reading.number and (not reading.case or reading.case in own)}
        if numbers == {"Plur"}:
            feats.add("Number=Plur")
        return Token(
            word.i,
            word.start,
            word.end,
            word.text,
            word.lemma or word.lower,
            word.pos,
            word.rel,
            word.head,
            word.case,
            frozenset(feats),
        )
