"""Naming: what a noun phrase stands for, as a party or as a source.

A party is what the phrase names directly, or what its modifiers name ("the Spanish government", "officials in Seoul"). A source
is a named medium, a party, a person (remembered over the page), a company, or a noun of the pack's kinds with its party.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reportedly.model.claim import Source, SourceKind
from reportedly.model.quote import Quote
from reportedly.packs.load import REFERENCE, load_part, read_table
from reportedly.packs.schema import STRUCTURAL, CueWords, Frames, PackInfo, SourceWords
from reportedly.reading.parties import PartyMention
from reportedly.reading.state import PageState
from reportedly.reading.tree import Token, Tree

PARTY_KIND: dict[str, SourceKind] = {"leader": "official", "maker": "company", "force": "military"}


@dataclass(frozen=True, slots=True)
class Named:
    """A party that a token stands for: code, the mention's span, how it was found."""

    party: str
    start: int
    end: int
    kind: str
    rule: str


@cache
def _source_nouns(language: str) -> dict[str, tuple[SourceKind, SourceKind]]:
    """Noun -> (kind, kind in the plural)."""
    found: dict[str, tuple[SourceKind, SourceKind]] = {}
    for entry in load_part(language, "sources", SourceWords).nouns:
        for word in entry.words:
            found.setdefault(word.lower(), (entry.kind, entry.plural or entry.kind))
    return found


@cache
def party_names() -> dict[str, str]:
    """English short names of the reference parties by code."""
    return {row["party"]: row["name"] for row in read_table(REFERENCE / "parties.csv")}


@cache
def adpositions(language: str) -> dict[str, frozenset[str]]:
    """Adpositions that mark giver and getter in the delivery nouns of a language (and only one of them)."""
    found: dict[str, set[str]] = {"supplier": set(), "recipient": set()}
    for frame in load_part(language, "frames", Frames).frames:
        if frame.stage == "delivery" and frame.pos == "noun" and not frame.weak:
            found["supplier"].update(place for place in frame.supplier if place not in STRUCTURAL)
            found["recipient"].update(place for place in frame.recipient if place not in STRUCTURAL)
    both = found["supplier"] & found["recipient"]
    return {role: frozenset(places - both) for role, places in found.items()}


class Namer:
    """Reads the noun phrases of one sentence."""

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
        self.state = state
        self.language = language
        self.nouns = _source_nouns(language)
        self.adpositions = adpositions(language)
        pack = load_part(language, "pack", PackInfo)
        self.articles = frozenset(pack.articles)
        self.cues = load_part(language, "cues", CueWords)
        self._parties: dict[int, PartyMention] = {}
        for mention in parties:
            for token in tree.at(mention.start, mention.end):
                self._parties[token.i] = mention
        self._media: dict[int, tuple[int, int, str]] = {}
        for start, end, name in media:
            for token in tree.at(start, end):
                self._media[token.i] = (start, end, name)

    # -- parties
    def mention(self, token: Token) -> PartyMention | None:
        """The party mention that `token` is part of."""
        return self._parties.get(token.i)

    def party(self, token: Token, *, deep: bool = True) -> Named | None:
        """The party that the phrase headed by `token` stands for, or None."""
        found = self._parties.get(token.i)
        if found is not None and found.kind == "maker":
            for child in self.tree.children(token):
                if (
                    child.rel in {"nmod:poss", "amod"}
                    and (owner := self._parties.get(child.i)) is not None
                    and owner is not found
                ):
                    return Named(owner.party, owner.start, owner.end, owner.kind, f"country of {found.text}")
        if found is not None:
            return Named(found.party, found.start, found.end, found.kind, f"named ({found.kind})")
        if not deep:
            return None
        person = self.state.persons.get(self.person_name(token)) if token.pos == "PROPN" else None
        if person is not None and person.party is not None:
            return Named(person.party, token.start, token.end, "person", f"{person.name} speaks for it on this page")
        for child in self.tree.children(token):
            if (
                child.rel in {"nmod:poss", "amod", "compound", "appos", "flat"}
                and (inner := self._parties.get(child.i)) is not None
            ):
                return Named(inner.party, inner.start, inner.end, inner.kind, f"{child.rel} of its noun")
        for child in self.tree.children(token):
            if (
                child.rel in {"nmod", "nmod:poss", "appos", "compound"}
                and child.pos in {"PROPN", "NOUN"}
                and (inner_named := self.party(child))
            ):
                return inner_named
        return None

    def party_name(self, party: str) -> str:
        """The English short name of a party, for a source that the page names only by a pronoun; the code where none is known."""
        return party_names().get(party, party)

    # -- sources
    def noun_kind(self, token: Token) -> SourceKind | None:
        """The kind of source a noun names, looking at two words first; None where it names none."""
        plural = "Number=Plur" in token.feats
        before = self.tree.tokens[token.i - 1] if token.i else None
        for key in ([f"{before.lower} {token.lemma}", f"{before.lower} {token.lower}"] if before else []) + [
            token.lemma,
            token.lower,
        ]:
            if key in self.nouns:
                return self.nouns[key][1 if plural else 0]
        return None

    def _medium_name(self, token: Token) -> bool:
        """A name with a medium's noun before it ("the channel Zarb")."""
        return token.pos == "PROPN" and any(
            child.rel == "compound" and child.pos == "NOUN" and self.noun_kind(child) == "media"
            for child in self.tree.children(token)
        )

    def medium(self, token: Token) -> Source | None:
        """The medium that a phrase names, or None."""
        for each in (token, *self.tree.children(token)):
            if each.i in self._media and (each.i == token.i or each.rel in {"appos", "compound", "flat"}):
                start, end, name = self._media[each.i]
                return Source(name, "media", None, Quote.of(self.text, start, end))
        if self._medium_name(token):
            return Source(self.person_name(token), "media", None, self._quote(token))
        kind = self.noun_kind(token)
        if kind == "media":
            for child in self.tree.children(token):
                if child.rel == "appos" and child.pos == "PROPN":
                    return Source(self.phrase(child), "media", None, self._quote(child))
            return Source(self.phrase(token), "media", None, self._quote(token))
        return None

    def source(self, token: Token, *, strict: bool = False) -> Source | None:
        """The source that a noun phrase names; `strict` refuses plain unknown names. None where it is no source."""
        medium = self.medium(token)
        if medium is not None:
            return medium
        mention = self._parties.get(token.i)
        if mention is not None and mention.kind != "adjective":
            kind = self._party_kind(mention)
            return Source(self.phrase(token), kind, mention.party, self._quote(token))
        if token.pos == "PRON":
            return None
        person = self.state.persons.get(self.person_name(token))
        if person is not None and token.pos == "PROPN":
            return replace(person, quote=self._quote(token))
        kind_found = self._kind_around(token)
        named = self.party(token)
        if kind_found is not None:
            source = Source(
                self.phrase(token),
                kind_found,
                None if kind_found == "media" else named.party if named else None,
                self._quote(token),
            )
            if token.pos == "PROPN":
                self.state.note_person(self.person_name(token), source)
            return source
        if strict or token.pos != "PROPN":
            return None
        return Source(self.phrase(token), "official" if named else "research", named.party if named else None, self._quote(token))

    def _party_kind(self, mention: PartyMention) -> SourceKind:
        nouns = [kind for other in self.tree.at(mention.start, mention.end) if (kind := self.noun_kind(other)) is not None]
        if mention.kind == "people":
            return "officials"
        return nouns[-1] if nouns and mention.kind == "force" else PARTY_KIND.get(mention.kind, "government")

    def _kind_around(self, token: Token) -> SourceKind | None:
        """The kind of a noun, or of the title beside a name ("lawmaker Smith", "Jones of the Institute")."""
        own = self.noun_kind(token)
        if own is not None and token.pos != "PROPN":
            return own
        for child in self._around(token):
            kind = self.noun_kind(child)
            if kind is not None:
                return "official" if kind == "officials" and token.pos == "PROPN" and child.i != token.i else kind
        return own

    def _around(self, token: Token) -> Iterator[Token]:
        for child in self.tree.children(token):
            if child.rel in {"compound", "appos", "flat", "nmod:poss", "amod"}:
                yield child
        for child in self.tree.children(token):
            if child.rel in {"nmod", "appos"}:
                yield child
                yield from (below for below in self.tree.children(child) if below.rel in {"compound", "appos"})

    def person_name(self, token: Token) -> str:
        """The capitalised words of a name that end at `token`."""
        first = token.i
        while (
            first > 0
            and self.tree.tokens[first - 1].pos == "PROPN"
            and self.noun_kind(self.tree.tokens[first - 1]) is None
            and first - 1 not in self._parties
        ):
            first -= 1
        return self.text[self.tree.tokens[first].start : token.end]

    def phrase(self, token: Token) -> str:
        """The words of a noun phrase from its first modifier to its head (and "of ..." after it), without an article."""
        quote = self._quote(token)
        return quote.text

    def _quote(self, token: Token) -> Quote:
        if token.pos == "PROPN" and token.i not in self._parties:
            name = self.person_name(token)
            return Quote.of(self.text, token.end - len(name), token.end)
        low, high = token.i, token.i
        for child in self.tree.children(token):
            if child.rel in {"compound", "amod", "nmod:poss", "nummod", "flat"} and child.i < token.i:
                low = min(low, self.tree.subtree(child)[0])
            elif child.rel == "nmod" and child.i > token.i:
                high = max(high, self.tree.subtree(child)[1] - 1)
        while low < token.i and self.tree.tokens[low].lower in self.articles:
            low += 1
        return Quote.of(self.text, self.tree.tokens[low].start, self.tree.tokens[high].end)
