"""Attribution: who says what a sentence says, from the origin to the one nearest the page.

Vocabulary: a *speaker* is the noun phrase that says; a *chain* is the sources of one saying, origin first; a *scope* is the tokens it
covers. Order: verbs of saying -> "according to" phrases -> a headline's speaker before a colon or after a dash -> words that point
back to the last chain ("he added", "the report says"). Mere closeness carries nothing over (GUIDE.md, "Sources").
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reportedly.model.claim import Source
from reportedly.model.quote import Quote
from reportedly.packs.load import REFERENCE, load_part, read_table
from reportedly.packs.schema import CueWords, SourceWords
from reportedly.reading.frames import Places
from reportedly.reading.inflect import InflectedLexicon, lexicon, other_script
from reportedly.reading.lexicon import Lexicon
from reportedly.reading.naming import Namer
from reportedly.reading.parties import PartyMention
from reportedly.reading.state import PageState
from reportedly.reading.tree import Token, Tree

HEADLINE_SPEAKER = 7
"""Words at most before the colon of a headline whose speaker stands first ("Seoul: no howitzers")."""
TAIL_SPEAKER = 6
"""Words at most after the dash of a headline whose source stands last ("- newspaper")."""
DASH = re.compile(r"\s[–—-]{1,2}\s|,\s+[–—-]\s")
QUOTES = '"“”«»„'


@dataclass(frozen=True, slots=True)
class Attribution:
    """One saying: its chain, the verb or phrase it rests on (None: a headline mark), the token indexes it covers (None: all others)."""

    chain: tuple[Source, ...]
    verb: Token | None
    covers: frozenset[int] | None
    outside: frozenset[int] = frozenset()
    rank: int = 1
    """Nearness to the page: 0 what a source cites, 1 verbs of saying, 2 "according to", 3 headline marks."""

    def holds(self, token: Token) -> bool:
        """Say whether what `token` names is in the scope."""
        if token.i in self.outside:
            return False
        return self.covers is None or token.i in self.covers


@cache
def _media(language: str) -> Lexicon[str] | InflectedLexicon[str]:
    forms: list[tuple[str, str]] = []
    for row in read_table(REFERENCE / "outlets.csv"):
        names = [row["name"], *row["also"].split("|"), *row.get(language, "").split("|")]
        barred = {name.rstrip("!") for name in names if name.endswith("!")}
        forms.extend((name, row["name"]) for name in names if len(name) > 1 and name not in barred and not name.endswith("!"))
        if row["name"].startswith("The ") and row["name"] not in barred:
            forms.append((row["name"][4:], row["name"]))
    return lexicon(forms, language)


def find_media(text: str, language: str) -> list[tuple[int, int, str]]:
    """Find named media: (start, end, full name of the reference list), half-open, in code points."""
    found = list(_media(language).find(text))
    if not other_script(language):
        return found
    return [
        (start, end, name if text[start:end].isascii() and text[start:end] not in name else text[start:end])
        for start, end, name in found
    ]


class Attributor:
    """Finds the sayings of one sentence."""

    def __init__(
        self,
        text: str,
        tree: Tree,
        parties: Sequence[PartyMention],
        media: Sequence[tuple[int, int, str]],
        state: PageState,
        language: str,
    ) -> None:
        self.text = text
        self.tree = tree
        self.places = Places(tree, language)
        self.language = language
        self.words = load_part(language, "sources", SourceWords)
        self.cues = load_part(language, "cues", CueWords)
        self.state = state
        self.namer = Namer(text, tree, parties, media, state, language)

    def find(self, *, headline: bool) -> list[Attribution]:
        """Every saying of the sentence, those with the smallest scope (nearest the origin) first."""
        found = [*self._phrases(), *self._verbs()]
        if headline or not any(each.verb is not None and each.verb.pos == "VERB" for each in found):
            found.extend(self._marks(headline=headline))
        found.extend(self._back())
        return sorted(found, key=lambda each: (each.rank, len(each.covers or ()), 0 if each.verb is None else -each.verb.i))

    # -- verbs of saying
    def _verbs(self) -> Iterable[Attribution]:
        for token in self.tree.tokens:
            if (
                token.lemma not in self.words.verbs
                or token.pos not in {"VERB", "AUX"}
                or token.rel in {"aux", "aux:pass", "amod"}
            ):
                continue
            speakers = [speaker for speaker in self._speakers(token) if speaker.i != token.i]
            if not speakers:
                speakers = [
                    found
                    for place in self.words.written_in
                    for found in self.places.find(token, place)
                    if self.namer.noun_kind(found)
                ]
            chain = self._chain(speakers)
            if not chain:
                continue
            chain = self._told(token, chain)
            covers, outside = self._scope(token, speakers)
            yield Attribution(chain, token, covers, outside)

    def _speakers(self, verb: Token) -> list[Token]:
        if self.places.passive(verb):
            return self.places.find(verb, "agent")
        found = [each for head in self.places.subjects(verb) for each in self.tree.conjuncts(head)]
        return [token for token in found if not any("PronType=Rel" in token.feats for _ in (0,))]

    def _told(self, verb: Token, chain: tuple[Source, ...]) -> tuple[Source, ...]:
        """Add the medium that the speaker told it to: it stands nearer the page."""
        if verb.lemma not in self.words.named and not any(
            child.case in self.namer.adpositions["recipient"] for child in self.tree.children(verb)
        ):
            return chain
        for child in self.tree.children(verb):
            if child.rel in {"obj", "iobj", "obl"} and (source := self.namer.medium(child)) is not None:
                return (*chain, source)
        return chain

    def _scope(self, verb: Token, speakers: Sequence[Token]) -> tuple[frozenset[int] | None, frozenset[int]]:
        low, high = self.tree.subtree(verb)
        own = {i for speaker in speakers for i in range(*self.tree.subtree(speaker))}
        outside = frozenset(own)
        content = [child for child in self.tree.children(verb) if child.rel in {"ccomp", "xcomp", "obj", "parataxis", "advcl"}]
        below = frozenset(token.i for token in self.tree.tokens if self.tree.below(token, verb)) - outside
        if verb.rel in {"parataxis", "dep", "conj", "advcl"} and not any(child.rel in {"ccomp", "xcomp"} for child in content):
            return self._segment(verb.i), outside | {i for i in range(low, high) if self.tree.below(self.tree.tokens[i], verb)}
        if verb.rel == "root":
            return self._segment(verb.i), outside
        return below, outside

    def _segment(self, at: int) -> frozenset[int]:
        """The token indexes between the semicolons around `at`: a saying does not reach over one."""
        marks = [-1, *(token.i for token in self.tree.tokens if token.text == ";"), len(self.tree.tokens)]
        low = max(mark for mark in marks if mark <= at)
        high = min(mark for mark in marks if mark > at)
        return frozenset(range(low + 1, high))

    # -- phrases
    def _phrases(self) -> Iterable[Attribution]:
        lower = [token.lower for token in self.tree.tokens]
        ranked = [(phrase, 2) for phrase in self.words.according] + [(phrase, 0) for phrase in self.words.citing]
        for phrase, rank in ranked:
            words = phrase.split()
            for at in range(len(lower) - len(words)):
                if lower[at : at + len(words)] == words:
                    speaker = self._first_noun(at + len(words))
                    chain = self._chain(self.tree.conjuncts(speaker)) if speaker is not None else ()
                    if chain and speaker is not None:
                        outside = frozenset(
                            range(at, self.tree.subtree(speaker)[1] if self.tree.subtree(speaker)[0] >= at else speaker.i + 1)
                        )
                        yield Attribution(chain, self.tree.tokens[at], self._segment(at), outside, rank)

    def _back(self) -> Iterable[Attribution]:
        """Phrases that point back by themselves ("by his own words") bring the whole last chain along."""
        lower = [token.lower for token in self.tree.tokens]
        for words in (phrase.split() for phrase in self.words.back if self.state.chain):
            for at in range(len(lower) - len(words) + 1):
                if lower[at : at + len(words)] == words:
                    said = frozenset(range(at, at + len(words)))
                    yield Attribution(self.state.chain, self.tree.tokens[at], self._segment(at), said)

    def _first_noun(self, at: int) -> Token | None:
        """The head of the noun phrase that begins at token `at`."""
        if at >= len(self.tree.tokens):
            return None
        token = self.tree.tokens[at]
        inside = token
        for above in self.tree.ancestors(token):
            if above.i < at or above.pos in {"VERB", "AUX"}:
                break
            inside = above
        return inside if inside.pos in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"} else None

    # -- headline marks
    def _marks(self, *, headline: bool) -> Iterable[Attribution]:
        tokens = self.tree.tokens
        for token in tokens[1 : HEADLINE_SPEAKER + 1]:
            if token.text in self.cues.headline_gap:
                speaker = self.tree.head_of(tokens[0].start, tokens[token.i - 1].end)
                source = self.namer.source(speaker, strict=True) if speaker is not None else None
                if source is not None:
                    yield Attribution((source,), None, frozenset(range(token.i + 1, len(tokens))), rank=3)
                break
        if not headline:
            return
        start = tokens[0].start if tokens else 0
        dash = list(DASH.finditer(self.text, start, tokens[-1].end if tokens else 0))
        if dash:
            tail = self.tree.at(dash[-1].end(), tokens[-1].end)
            if 0 < len(tail) <= TAIL_SPEAKER and (head := self.tree.head_of(tail[0].start, tail[-1].end)) is not None:
                source = self.namer.source(head, strict=True)
                if source is not None:
                    name = self.text[tail[0].start : tail[-1].end]
                    source = source if len(source.name) <= len(name) or source.quote is None else replace(source, name=name)
                    yield Attribution((source,), None, None, frozenset(token.i for token in tail), rank=3)

    # -- chains
    def _chain(self, speakers: Sequence[Token]) -> tuple[Source, ...]:
        """The sources of speakers that stand side by side; words that point back bring the whole last chain along."""
        found: list[Source] = []
        for speaker in speakers:
            low, high = self.tree.subtree(speaker)
            words = " ".join(token.lower for token in self.tree.tokens[low:high])
            pair = next((pair for pair, _ in self.state.pair_counts.most_common(1)), None)
            if words in self.cues.both_parties and pair is not None:
                quote = Quote.of(self.text, self.tree.tokens[low].start, self.tree.tokens[high - 1].end)
                found.extend(Source(self.namer.party_name(party), "government", party, quote) for party in pair)
                continue
            carried = self._carried(speaker)
            if carried:
                return carried
            source = self.namer.source(speaker)
            if source is not None:
                found.append(source)
        return tuple(dict.fromkeys(found))

    def _carried(self, speaker: Token) -> tuple[Source, ...]:
        if speaker.lower in self.words.carriers and speaker.pos == "PRON":
            plural = "Number=Plur" in speaker.feats
            return self.state.chain_of("officials") if plural else self.state.chain
        determined = any(child.rel == "det" and child.lower in self.namer.articles for child in self.tree.children(speaker))
        plain = not any(child.rel in {"compound", "amod", "nmod", "nmod:poss", "appos"} for child in self.tree.children(speaker))
        if (
            plain
            and (determined or not self.namer.articles or speaker.lower[:1].isupper() or speaker.i == 0)
            and speaker.pos == "NOUN"
        ):
            kind = self.namer.noun_kind(speaker)
            return self.state.chain_of(kind) if kind is not None else ()
        return ()


def innermost(attributions: Sequence[Attribution], token: Token) -> list[Attribution]:
    """The sayings that cover `token`, origin first."""
    return [each for each in attributions if each.holds(token)]
