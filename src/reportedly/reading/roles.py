"""Roles: who gives and who gets in an event, and by which rule that was decided.

Order: the frame's own places, innermost level first -> the subject of an operator (actor, asker or licensor) -> origin of the goods
-> parties left over in the sentence -> the page's pair for these goods -> the maker's country. Each step fills only what is still open,
and every value keeps the words and the rule it came from.
"""

from collections.abc import Iterable, Sequence

from reportedly.model.claim import Basis
from reportedly.model.quote import Quote
from reportedly.packs.load import load_part
from reportedly.packs.schema import CueWords, SourceWords
from reportedly.reading.cast import INFERRED, Cast
from reportedly.reading.events import Event, Level
from reportedly.reading.frames import Places
from reportedly.reading.items import Item
from reportedly.reading.naming import Named, Namer
from reportedly.reading.parties import DIRECT, PartyMention
from reportedly.reading.state import PageState
from reportedly.reading.tree import Token, Tree

BYSTANDERS = frozenset({"un", "eu", "nato", "osce"})
"""Unions that are named as observers more often than as givers: only a frame's own place makes them a party."""
LICENSING = frozenset({"approval", "refusal", "suspension", "cancellation"})
"""Stages at which a third state can be the one that permits or forbids."""


class Caster:
    """Fills the roles of the events of one sentence."""

    def __init__(self, tree: Tree, namer: Namer, parties: Sequence[PartyMention], state: PageState, cues: CueWords) -> None:
        self.tree = tree
        self.places = Places(tree, namer.language)
        self.namer = namer
        self.parties = parties
        self.state = state
        self.cues = cues
        self.saying = load_part(namer.language, "sources", SourceWords).verbs
        self.flags: list[str] = []
        """Parties that flags at the head of the line name, the giver first."""
        self.speaker = state.speaker_party
        """The party of whoever speaks in this sentence, else of the last speaker."""
        self.own = state.home or state.speaker_party
        """Whom "we" means: whoever speaks in this sentence, else the page's own state, else the last speaker."""

    def cast(self, event: Event, item: Item | None, *, speakers: frozenset[int] = frozenset()) -> Cast:
        """Work out who gives and who gets; `speakers` are token indexes of phrases that only say so."""
        cast = Cast()
        self._from_frames(cast, event, item)
        if item is not None:
            self._from_item(cast, item)
        self._two_sides(cast, event, item)
        self._left_over(cast, event, item, speakers)
        self._from_flags(cast)
        self._from_page(cast, item)
        return cast

    def _from_flags(self, cast: Cast) -> None:
        """Two flags at the head of a line name giver and getter; the words decide who is who where they name one."""
        if len(set(self.flags)) != 2:
            return
        first, second = dict.fromkeys(self.flags)
        if cast.open("supplier") and cast.open("recipient"):
            self._set_code(cast, "supplier", first, "flag")
            self._set_code(cast, "recipient", second, "flag")
        for known, other in ((first, second), (second, first)):
            if known in cast.parties:
                role = "supplier" if cast.open("supplier") else "recipient"
                self._set_code(cast, role, other, "flag")

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
                    named = self._named(self.places.find(level.token, place), item) or self._unsaid(level.token, place)
                    if named:
                        cast.fill(role, named, "frame")
            if outer or (number > 0 and level.token.pos == "VERB"):
                self._operator_subject(cast, event, level, item)
        self._light_verb(cast, event, item)

    def _light_verb(self, cast: Cast, event: Event, item: Item | None) -> None:
        """The subject of an everyday verb over an event noun acts ("Ankara placed an order", "Bern issued a permit")."""
        own = {level.token.i for level in event.levels}
        for level in event.levels:
            head = self.tree.head(level.token)
            if level.frame is None or level.frame.actor is None or level.token.rel != "obj" or head is None or head.pos != "VERB":
                continue
            if head.i in own and self.saying.get(head.lemma) != "CT-":
                continue
            role = event.innermost.actor or level.frame.actor
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
        if role == "recipient" and not cast.open(role) and cast.ways.get(role) == "frame":
            role = event.innermost.actor
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
            found.extend(self._both(token))
            named = self.namer.party(token) or self._pointed(token)
            if named is not None:
                found.append(named)
        return found

    def _unsaid(self, verb: Token, place: str) -> list[Named]:
        """A verb in the first person needs no subject to mean "we"."""
        if (
            place != "subject"
            or "Person=1" not in verb.feats
            or not self.own
            or any(child.rel == "nsubj" for child in self.tree.children(verb))
        ):
            return []
        return [Named(self.own, verb.start, verb.end, "we", "the speaker's own side")]

    def _both(self, token: Token) -> list[Named]:
        """The two parties last named, for "both countries"."""
        low, high = self.tree.subtree(token)
        if " ".join(each.lower for each in self.tree.tokens[low:high]) not in self.cues.both_parties:
            return []
        return [Named(party, token.start, token.end, "both", "the two parties last named") for party in self.state.named[-2:]]

    def _pointed(self, token: Token) -> Named | None:
        """What a pronoun or "his country" stands for."""
        if token.lower in self.cues.we and self.own:
            return Named(self.own, token.start, token.end, "we", "the speaker's own side")
        low, high = self.tree.subtree(token)
        words = " ".join(each.lower for each in self.tree.tokens[low:high])
        if any(phrase == words for phrase in self.cues.his_country):
            party = self.speaker or (self.state.subjects[-1] if self.state.subjects else None)
            return Named(party, token.start, token.end, "pointed", "the country last spoken for") if party else None
        if {"Gender=Masc", "Gender=Fem"} & token.feats:
            party = self._person(token)
            return Named(party, token.start, token.end, "pronoun", "whom the person last named speaks for") if party else None
        if (
            token.pos == "PRON"
            and token.rel in {"nsubj", "nsubj:pass", "nmod:poss", "obj", "iobj", "obl"}
            and "PronType=Rel" not in token.feats
        ):
            above = self._matrix_party(token)
            if above is not None:
                return Named(above.party, token.start, token.end, "pronoun", "the subject of the clause above")
            before = [mention for mention in self.parties if mention.end <= token.start and mention.kind in DIRECT]
            if token.rel in {"obj", "iobj", "obl"} and len(before) > 1:
                doers = {named.party for subject in self._subjects_of(token) if (named := self.namer.party(subject))}
                before = [mention for mention in reversed(before) if mention.party not in doers] or before
            own = (
                {self.own}
                if token.rel == "iobj" and any(subject.lower in self.cues.we for subject in self._subjects_of(token))
                else set()
            )
            before = [mention for mention in before if mention.party not in own]
            subjects = [party for party in self.state.subjects if party not in own]
            party = before[0].party if before else subjects[-1] if subjects else None
            return None if party is None else Named(party, token.start, token.end, "pronoun", "the party last named as subject")
        return None

    def _matrix_party(self, token: Token) -> Named | None:
        """The party of the subject of the clause above, for a subject pronoun ("the government said that it would")."""
        verb = self.tree.head(token)
        if token.rel != "nsubj" or verb is None or verb.rel != "ccomp":
            return None
        matrix = self.tree.head(verb)
        subjects = (
            [] if matrix is None else [each for each in self.places.subjects(matrix) if each.pos != "PRON" and each.i < token.i]
        )
        return next((named for each in subjects if (named := self.namer.party(each))), None)

    def _subjects_of(self, token: Token) -> list[Token]:
        head = self.tree.head(token)
        return [] if head is None else self.places.subjects(head)

    def _person(self, token: Token) -> str | None:
        """The party of the person last named before `token`, else of the speaker."""
        before = [mention for mention in self.parties if mention.end <= token.start and mention.kind == "leader"]
        return before[-1].party if before else self.state.person_party or self.speaker

    # -- the goods
    def _from_item(self, cast: Cast, item: Item) -> None:
        if item.origin is not None and item.origin_says != "payer":
            cast.fill(
                "supplier", [Named(item.origin, item.quote.start, item.quote.end, "origin", "origin of the goods")], "origin"
            )
        head = self.tree.tokens[item.head]
        for role in ("recipient", "supplier"):
            for child in self.tree.children(head):
                if child.rel == "nmod" and self._case_role(child.case) == role and (named := self.namer.party(child)):
                    cast.fill(role, [named], "near")

    def _case_role(self, case: str) -> str | None:
        """Which role an adposition marks in this language, by the frames of plain delivery."""
        last = case.rsplit(" ", maxsplit=1)[-1] if case else ""
        for role, places in self.adpositions.items():
            if last in places:
                return role
        return None

    @property
    def adpositions(self) -> dict[str, frozenset[str]]:
        """Adpositions of giver and getter in the frames of the language."""
        return self.namer.adpositions

    def _two_sides(self, cast: Cast, event: Event, item: Item | None) -> None:
        """Both sides of a deal in one place ("India and France signed"): the maker's country gives, or the page tells."""
        together = event.stage == "negotiation" and len(cast.supplier) == 2 and cast.open("recipient")
        if together:
            cast.recipient, cast.supplier = cast.supplier, []
        sides = [each.party for each in cast.recipient]
        if (
            len(sides) != 2
            or not cast.open("supplier")
            or item is None
            or event.stage not in {"agreement", "negotiation", "cancellation"}
        ):
            return
        makers = item.system.countries if item.system else ()
        giver = next((party for party in sides if party == item.origin or party in makers), None)
        if giver is None:
            pair = self.state.pair_for(item.designation, item.category)
            giver = pair[0] if set(pair) == set(sides) else sides[0] if together else None
        if giver is not None:
            cast.supplier = [each for each in cast.recipient if each.party == giver]
            cast.recipient = [each for each in cast.recipient if each.party != giver]
            cast.ways["supplier"] = "origin"

    def _left_over(self, cast: Cast, event: Event, item: Item | None, speakers: frozenset[int]) -> None:
        """Parties of the sentence that play no role yet: by their adposition, else the only one left fills the only role left."""
        taken = item.tokens if item is not None else frozenset()
        free: list[tuple[PartyMention, Token]] = []
        if event.stage == "seizure":
            speakers |= {
                i
                for level in event.levels
                for token in self.places.find(level.token, "subject")
                for i in range(*self.tree.subtree(token))
            }
        for mention in self.parties:
            token = self.tree.head_of(mention.start, mention.end)
            if token is None or mention.party in cast.parties or token.i in speakers or token.i in taken:
                continue
            if mention.party in BYSTANDERS or self._bracketed(mention) or self._parted(event, token):
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

    def _parted(self, event: Event, token: Token) -> bool:
        """Say whether a semicolon stands between the event and a word."""
        low, high = sorted((event.trigger.token.i, token.i))
        return any(between.text == ";" for between in self.tree.tokens[low:high])

    def _bracketed(self, mention: PartyMention) -> bool:
        text = self.namer.text
        opened, closed = (
            text.rfind("(", max(0, mention.start - 80), mention.start),
            text.rfind(")", max(0, mention.start - 80), mention.start),
        )
        return opened > closed

    def _near(self, event: Event, token: Token) -> bool:
        if event.stage == "seizure":
            return True
        return any(self.tree.below(token, level.token) for level in event.levels) or not any(
            True for _ in self.tree.ancestors(token)
        )

    # -- the page
    def _from_page(self, cast: Cast, item: Item | None) -> None:
        if item is None:
            return
        known = cast.parties
        self._set_code(cast, "recipient", self.state.host, "page")
        maker = item.system.countries[0] if item.system else None
        if cast.open("supplier") and cast.open("recipient"):
            supplier, recipient = self.state.pair_for(item.designation, item.category)
            if maker is not None and maker == recipient and supplier not in item.system.countries:  # type: ignore[union-attr]  # a maker has a system
                supplier, recipient = recipient, supplier
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
