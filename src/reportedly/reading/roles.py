"""Roles: who gives and who gets in an event, and by which rule that was decided.

Order: the frame's own places, innermost level first -> the subject of an operator (actor, asker or licensor) -> origin of the goods
-> parties left over in the sentence -> the page's pair for these goods -> the maker's country. Each step fills only what is still open,
and every value keeps the words and the rule it came from.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportedly.model.claim import Basis, Source
from reportedly.model.quote import Quote
from reportedly.packs.schema import CueWords
from reportedly.reading.events import Event, Level
from reportedly.reading.frames import Places
from reportedly.reading.items import Item
from reportedly.reading.naming import Named, Namer
from reportedly.reading.parties import DIRECT, PartyMention
from reportedly.reading.state import PageState
from reportedly.reading.tree import Token, Tree

BYSTANDERS = frozenset({"un", "eu", "nato", "osce"})
"""Unions that are named as observers more often than as givers: only a frame's own place makes them a party."""
INFERRED = {"page": "the page's pair for these goods", "maker": "country of the type's maker"}
"""Rules of the ways that look beyond the sentence."""
LICENSING = frozenset({"approval", "refusal", "suspension", "cancellation"})
"""Stages at which a third state can be the one that permits or forbids."""
TRUST = {"frame": 1.0, "operator": 0.9, "origin": 0.85, "near": 0.7, "left over": 0.55, "page": 0.6, "maker": 0.6, "open": 0.5}
"""How much a way of finding a party is believed (shares right on the dev gold, rounded; docs/accuracy.md)."""


@dataclass(slots=True)
class Cast:
    """Who plays in an event; filled step by step by `Caster`."""

    supplier: list[Named] = field(default_factory=list)
    recipient: list[Named] = field(default_factory=list)
    licensors: list[Source] = field(default_factory=list)
    ways: dict[str, str] = field(default_factory=dict)
    paid: bool = False
    """True: the supplier pays for what another makes."""
    domestic: bool = False
    """True: the sentence names one party in both roles."""

    def open(self, role: str) -> bool:
        """Say whether nobody plays `role` yet."""
        return not (self.supplier if role == "supplier" else self.recipient)

    def fill(self, role: str, named: Sequence[Named], way: str) -> None:
        """Let `named` play `role`, unless somebody does or they play the other role already."""
        other = {each.party for each in (self.recipient if role == "supplier" else self.supplier)}
        kept = [each for each in named if each.party not in other]
        if named and not kept and self.open(role) and way in {"frame", "operator"}:
            self.domestic = True
        if kept and self.open(role):
            (self.supplier if role == "supplier" else self.recipient).extend({each.party: each for each in kept}.values())
            self.ways[role] = way

    @property
    def parties(self) -> set[str]:
        """Everybody who plays."""
        return {each.party for each in (*self.supplier, *self.recipient)}

    def trust(self) -> float:
        """How much the cast is believed: the product over both roles."""
        product = 1.0
        for role in ("supplier", "recipient"):
            product *= TRUST[self.ways.get(role, "open")]
        return product


class Caster:
    """Fills the roles of the events of one sentence."""

    def __init__(self, tree: Tree, namer: Namer, parties: Sequence[PartyMention], state: PageState, cues: CueWords) -> None:
        self.tree = tree
        self.places = Places(tree, namer.language)
        self.namer = namer
        self.parties = parties
        self.state = state
        self.cues = cues
        self.speaker = state.speaker_party
        """The party of whoever speaks in this sentence, else of the last speaker."""

    def cast(self, event: Event, item: Item | None, *, speakers: frozenset[int] = frozenset()) -> Cast:
        """Work out who gives and who gets; `speakers` are token indexes of phrases that only say so."""
        cast = Cast()
        self._from_frames(cast, event, item)
        if item is not None:
            self._from_item(cast, item)
        self._two_sides(cast, item)
        self._left_over(cast, event, item, speakers)
        self._from_page(cast, item)
        return cast

    # -- the sentence
    def _from_frames(self, cast: Cast, event: Event, item: Item | None) -> None:
        for number, level in enumerate(event.levels):
            if level.frame is None:
                continue
            outer = number > 0 and level.frame.operator
            self._beneficiary(cast, level, item)
            for role, places in (("supplier", level.frame.supplier), ("recipient", level.frame.recipient)):
                for place in places:
                    if outer and place in {"subject", "agent"}:
                        continue
                    named = self._named(self.places.find(level.token, place), item)
                    if named:
                        cast.fill(role, named, "frame")
            if outer or (number > 0 and level.token.pos == "VERB"):
                self._operator_subject(cast, event, level, item)
        self._light_verb(cast, event, item)

    def _light_verb(self, cast: Cast, event: Event, item: Item | None) -> None:
        """The subject of an everyday verb over an event noun acts ("Ankara placed an order", "Bern issued a permit")."""
        last = event.levels[-1].token
        head = self.tree.head(last)
        frame = event.levels[-1].frame
        if frame is None or frame.actor is None or last.rel != "obj" or head is None or head.pos != "VERB":
            return
        role = event.innermost.actor or frame.actor
        named = self._named(self.places.find(head, "subject"), item)
        if cast.open(role):
            cast.fill(role, named, "operator")
        for place in ("indirect", *self.adpositions["recipient"]):
            cast.fill("recipient", self._named(self.places.find(head, place), item), "operator")

    def _beneficiary(self, cast: Cast, level: Level, item: Item | None) -> None:
        """Who pays for arms for someone else is the supplier (GUIDE.md, "Supplier and recipient")."""
        frame = level.frame
        if frame is None or not frame.beneficiary:
            return
        for place in frame.beneficiary:
            named = self._named(self.places.find(level.token, place), item)
            payer = self._named(self.places.find(level.token, "subject"), item)
            if named and payer and {each.party for each in named}.isdisjoint(each.party for each in payer):
                cast.fill("supplier", payer, "frame")
                cast.fill("recipient", named, "frame")
                cast.paid = True

    def _operator_subject(self, cast: Cast, event: Event, level: Level, item: Item | None) -> None:
        frame = level.frame
        if frame is None:
            return
        named = self._named(self.places.find(level.token, "subject"), item)
        if not named or any(each.party in cast.parties for each in named):
            return
        role = "recipient" if frame.stage == "interest" and "subject" in frame.recipient else event.innermost.actor
        if role is None and event.innermost.pos == "verb" and not frame.operator:
            role = "recipient" if "subject" in frame.recipient else "supplier"
        if role is not None and cast.open(role):
            cast.fill(role, named, "operator")
        elif role is not None and frame.stage in {"agreement", "negotiation", "cancellation", "interest"}:
            cast.fill("recipient" if role == "supplier" else "supplier", named, "operator")
        elif frame.stage in LICENSING:
            tokens = self.places.find(level.token, "subject")
            cast.licensors.extend(filter(None, (self.namer.source(token) for token in tokens[:1])))
        elif frame.stage == "interest":
            cast.fill("recipient", named, "operator")

    def _named(self, tokens: Iterable[Token], item: Item | None) -> list[Named]:
        found = []
        for token in tokens:
            if item is not None and token.i in item.tokens:
                continue
            named = self.namer.party(token) or self._pointed(token)
            if named is not None:
                found.append(named)
        return found

    def _pointed(self, token: Token) -> Named | None:
        """What a pronoun or "his country" stands for."""
        if token.lower in self.cues.we and self.speaker:
            return Named(self.speaker, token.start, token.end, "we", "the speaker's own side")
        low, high = self.tree.subtree(token)
        words = " ".join(each.lower for each in self.tree.tokens[low:high])
        if any(phrase == words for phrase in self.cues.his_country):
            party = self.speaker or (self.state.subjects[-1] if self.state.subjects else None)
            return Named(party, token.start, token.end, "pointed", "the country last spoken for") if party else None
        if {"Gender=Masc", "Gender=Fem"} & token.feats:
            party = self._person(token)
            return Named(party, token.start, token.end, "pronoun", "whom the person last named speaks for") if party else None
        if token.pos == "PRON" and token.rel in {"nsubj", "nsubj:pass", "nmod:poss", "obj", "iobj", "obl"} and "PronType=Rel" not in token.feats:
            before = [mention for mention in self.parties if mention.end <= token.start and mention.kind in DIRECT]
            party = before[0].party if before else self.state.subjects[-1] if self.state.subjects else None
            return None if party is None else Named(party, token.start, token.end, "pronoun", "the party last named as subject")
        return None

    def _person(self, token: Token) -> str | None:
        """The party of the person last named before `token`, else of the speaker."""
        before = [mention for mention in self.parties if mention.end <= token.start and mention.kind == "leader"]
        return before[-1].party if before else self.state.person_party or self.speaker

    # -- the goods
    def _from_item(self, cast: Cast, item: Item) -> None:
        if item.origin is not None and item.origin_says != "payer":
            cast.fill("supplier", [Named(item.origin, item.quote.start, item.quote.end, "origin", "origin of the goods")], "origin")
        head = self.tree.tokens[item.head]
        for role in ("recipient", "supplier"):
            for child in self.tree.children(head):
                if child.rel == "nmod" and self._case_role(child.case) == role and (named := self.namer.party(child)):
                    cast.fill(role, [named], "near")

    def _case_role(self, case: str) -> str | None:
        """Which role an adposition marks in this language, by the frames of plain delivery."""
        last = case.split(" ")[-1] if case else ""
        for role, places in self.adpositions.items():
            if last in places:
                return role
        return None

    @property
    def adpositions(self) -> dict[str, frozenset[str]]:
        """Adpositions of giver and getter in the frames of the language."""
        return self.namer.adpositions

    def _two_sides(self, cast: Cast, item: Item | None) -> None:
        """Both sides of a deal in one place ("India and France signed"): the maker's country gives, or the page tells."""
        sides = [each.party for each in cast.recipient]
        if len(sides) != 2 or not cast.open("supplier") or item is None:
            return
        makers = item.system.countries if item.system else ()
        giver = next((party for party in sides if party == item.origin or party in makers), None)
        if giver is None:
            pair = self.state.pair_for(item.designation, item.category)
            giver = pair[0] if set(pair) == set(sides) else None
        if giver is not None:
            cast.supplier = [each for each in cast.recipient if each.party == giver]
            cast.recipient = [each for each in cast.recipient if each.party != giver]
            cast.ways["supplier"] = "origin"

    def _left_over(self, cast: Cast, event: Event, item: Item | None, speakers: frozenset[int]) -> None:
        """Parties of the sentence that play no role yet: by their adposition, else the only one left fills the only role left."""
        taken = item.tokens if item is not None else frozenset()
        free: list[tuple[PartyMention, Token]] = []
        if event.stage == "seizure":
            speakers |= {i for level in event.levels for token in self.places.find(level.token, "subject") for i in range(*self.tree.subtree(token))}
        for mention in self.parties:
            token = self.tree.head_of(mention.start, mention.end)
            if token is None or mention.party in cast.parties or token.i in speakers or token.i in taken:
                continue
            if mention.party in BYSTANDERS or self._bracketed(mention):
                continue
            if mention.kind in DIRECT or token.rel in {"amod", "compound", "nmod:poss"}:
                free.append((mention, token))
        for mention, token in free:
            role = self._case_role(token.case)
            if role is not None and cast.open(role) and self._near(event, token):
                cast.fill(role, [_named_of(mention)], "near")
        free = [(mention, token) for mention, token in free if mention.party not in cast.parties]
        if len({mention.party for mention, _ in free}) == 1 and cast.open("supplier") != cast.open("recipient"):
            role = "supplier" if cast.open("supplier") else "recipient"
            mention, token = free[0]
            if not token.case or self._case_role(token.case) == role:
                cast.fill(role, [_named_of(mention)], "left over")

    def _bracketed(self, mention: PartyMention) -> bool:
        text = self.namer.text
        opened, closed = text.rfind("(", max(0, mention.start - 80), mention.start), text.rfind(")", max(0, mention.start - 80), mention.start)
        return opened > closed

    def _near(self, event: Event, token: Token) -> bool:
        if event.stage == "seizure":
            return True
        return any(self.tree.below(token, level.token) for level in event.levels) or not any(True for _ in self.tree.ancestors(token))

    # -- the page
    def _from_page(self, cast: Cast, item: Item | None) -> None:
        if item is None:
            return
        known = cast.parties
        maker = item.system.countries[0] if item.system else None
        if cast.open("supplier") and cast.open("recipient"):
            supplier, recipient = self.state.pair_for(item.designation, item.category)
            self._set_code(cast, "supplier", supplier, "page")
            self._set_code(cast, "recipient", recipient, "page")
            if cast.open("supplier"):
                self._set_code(cast, "supplier", maker, "maker")
        elif cast.open("supplier"):
            self._set_code(cast, "supplier", self.state.partner(known, 0, item), "page")
            self._set_code(cast, "supplier", maker, "maker")
            self._set_code(cast, "supplier", self.state.usual(0), "page")
        elif cast.open("recipient"):
            self._set_code(cast, "recipient", self.state.partner(known, 1, item), "page")
            self._set_code(cast, "recipient", self.state.usual(1), "page")

    def _set_code(self, cast: Cast, role: str, code: str | None, way: str) -> None:
        if code is not None:
            cast.fill(role, [Named(code, -1, -1, way, "")], way)


def _named_of(mention: PartyMention) -> Named:
    return Named(mention.party, mention.start, mention.end, mention.kind, f"named ({mention.kind})")


def basis_of(text: str, role: str, named: Named, way: str) -> Basis:
    """The explanation of one role's value."""
    quote = Quote.of(text, named.start, named.end) if named.start >= 0 else None
    return Basis(role, INFERRED.get(way, f"{way}: {named.rule}"), quote)

