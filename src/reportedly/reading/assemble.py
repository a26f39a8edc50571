"""Assemble: from the events, goods, parties and sayings of one sentence to its claims.

Order: goods of each event -> goods left over join the list they stand in -> one claim for each supplier, recipient and item of an
event -> denials and admissions that point back -> goods that a compound says were supplied. What has a transfer word and yields nothing is
declined with its reason.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.model.claim import Basis, Certainty, Claim, Declined, Mode, Source, Stage
from reportedly.model.ids import content_id
from reportedly.model.quote import Quote
from reportedly.packs.load import load_part
from reportedly.packs.schema import CueWords, ItemWords
from reportedly.reading.attribution import Attribution, innermost
from reportedly.reading.certainty import Value
from reportedly.reading.context import SentenceContext
from reportedly.reading.events import Event
from reportedly.reading.frames import Places
from reportedly.reading.items import Item
from reportedly.reading.naming import Named
from reportedly.reading.roles import Cast, Caster, basis_of
from reportedly.reading.state import PageState
from reportedly.reading.tree import Token

MOVES = frozenset({"delivery", "shipment", "agreement", "use"})


@dataclass(frozen=True, slots=True)
class Draft:
    """An event with one of its goods, before parties are filled in."""

    event: Event
    item: Item
    way: str
    """How the goods came to the event: `place` of the frame, `list`, `near`, `state` of the page."""


class Assembler:
    """Makes the claims of one sentence."""

    def __init__(self, context: SentenceContext, state: PageState) -> None:
        self.context = context
        self.state = state
        self.tree = context.tree
        self.places = Places(context.tree, context.language)
        self.cues = load_part(context.language, "cues", CueWords)
        self.words = load_part(context.language, "items", ItemWords)
        self.caster = Caster(context.tree, context.namer, context.parties, state, self.cues)
        self.caster.speaker = next((source.party for each in context.attributions for source in each.chain if source.party), state.speaker_party)
        self.declined: list[Declined] = []

    def claims(self) -> list[Claim]:
        """Every claim of the sentence, in the order of its goods."""
        drafts = list(self._drafts())
        found = [claim for draft in drafts for claim in self._draft_claims(draft)]
        found.extend(self._supplied_goods(drafts))
        if not found:
            found.extend(self._pointing_back())
        unique: dict[tuple[object, ...], Claim] = {}
        for claim in found:
            key = (claim.supplier, claim.recipient, claim.item, claim.designation, claim.stage, claim.certainty, claim.quantity)
            unique.setdefault(key, claim)
        return list(unique.values())

    # -- goods of events
    def _drafts(self) -> Iterator[Draft]:
        given: dict[int, set[int]] = {}
        drafts: list[Draft] = []
        for number, event in enumerate(self.context.events):
            items = self._items_of(event)
            given[number] = {id(item) for item in items}
            drafts.extend(Draft(event, item, "place") for item in items)
        drafts = self._named_only(drafts)
        drafts.extend(self._listed(drafts))
        for event in self.context.events:
            if not any(draft.event is event for draft in drafts):
                listed = self._after_colon(event, drafts)
                drafts.extend(Draft(event, item, "list") for item in listed)
                if listed:
                    continue
                item, way = self._missing(event, drafts)
                if item is not None:
                    drafts.append(Draft(event, item, way))
        yield from drafts

    def _named_only(self, drafts: list[Draft]) -> list[Draft]:
        """An umbrella word before its list makes no claim: only the goods named do ("an arms sale, including ...")."""
        marker = next((token.i for token in self.tree.tokens if token.lower in self.cues.including), None)
        if marker is None:
            return drafts
        taken = {id(draft.item) for draft in drafts}
        listed = [item for item in self.context.items if min(item.tokens, default=0) > marker and id(item) not in taken]
        found: list[Draft] = []
        for draft in drafts:
            umbrella = draft.item.category == "arms" and draft.item.head < marker and listed
            found.extend([Draft(draft.event, item, "list") for item in listed[:1]] if umbrella else [draft])
        return found

    def _items_of(self, event: Event) -> list[Item]:
        found: dict[int, Item] = {}
        for level in event.levels:
            if level.frame is None or (found and level.frame.operator and level is not event.levels[0]):
                continue
            for place in level.frame.item:
                for token in self._whole_list(level.token, self.places.find(level.token, place)):
                    for item in self._items_at(token):
                        found.setdefault(item.quote.start, item)
        return list(found.values())

    def _whole_list(self, verb: Token, tokens: list[Token]) -> list[Token]:
        """A relative clause or participle behind a list is about the whole list."""
        head = self.tree.head(verb)
        if verb.rel not in {"acl", "acl:relcl"} or head is None or head.rel != "conj" or head not in tokens:
            return tokens
        top = head
        while top.rel == "conj" and (above := self.tree.head(top)) is not None:
            top = above
        return self.tree.conjuncts(top)

    def _items_at(self, token: Token, depth: int = 0) -> Iterator[Item]:
        """The goods that a phrase names: its head, or what a measure or umbrella word before them counts."""
        own = next((item for item in self.context.items if token.i in item.tokens), None)
        listed = [child for child in self.tree.children(token) if child.case.split(" ")[0] in self.cues.including]
        if listed:
            for child in listed:
                for each in self.tree.conjuncts(child):
                    yield from self._items_at(each, depth + 1)
            return
        if own is not None:
            yield own
            return
        if token.pos == "PRON" or token.pos == "NUM" or token.lower in self.words.pronouns:
            counted = [each for child in self.tree.children(token) if child.rel == "nmod" for each in self._items_at(child, depth + 1)]
            if counted:
                yield from counted
                return
            item = self._pronoun(token)
            if item is not None:
                yield item
            return
        if depth < 3 and token.i not in self.context.trigger_tokens:
            for child in self.tree.children(token):
                if child.rel in {"nmod", "compound", "appos"} and child.case not in self.context.namer.adpositions["recipient"]:
                    for each in self.tree.conjuncts(child):
                        yield from self._items_at(each, depth + 1)

    def _pronoun(self, token: Token) -> Item | None:
        counted = next((span for span in self.context.quantities if span.quote.start <= token.start < span.quote.end), None)
        if (token.lower not in self.words.pronouns and counted is None) or "PronType=Rel" in token.feats or {"Gender=Masc", "Gender=Fem"} & token.feats:
            return None
        if self.context.namer.party(token, deep=False) is not None:
            return None
        before = [item for item in self.context.items if item.quote.end <= token.start]
        item = before[-1] if before else self.state.goods()
        if item is None:
            return None
        return replace(item, head=token.i, tokens=frozenset({token.i}), pronoun=True, quantity=counted.quantity if counted else None)

    def _listed(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Goods nobody took that stand in a list with goods somebody took join their event."""
        taken = {id(draft.item) for draft in drafts}
        current: list[Event] = []
        last: Item | None = None
        for item in self.context.items:
            mine = [draft.event for draft in drafts if draft.item is item]
            if mine:
                current, last = mine, item
            elif id(item) not in taken and last is not None and self._one_list(last, item):
                last = item
                for event in current:
                    yield Draft(event, item, "list")
            else:
                current, last = [], None

    def _one_list(self, left: Item, right: Item) -> bool:
        """Say whether only list words stand between two items: no verb, no other trigger."""
        between = self.tree.tokens[max(left.tokens) + 1 : min(right.tokens)]
        if not between or any(token.pos in {"VERB", "AUX", "SCONJ"} or token.i in self.context.trigger_tokens for token in between):
            return False
        if sum(token.text == "," for token in between) > 2:
            return False
        return any(token.pos in {"CCONJ", "PUNCT"} for token in between) or any(token.rel in {"cc", "punct"} for token in between)

    def _after_colon(self, event: Event, drafts: Sequence[Draft]) -> list[Item]:
        """Goods listed behind the colon that follows the event ("it has handed over: ...")."""
        taken = {id(draft.item) for draft in drafts}
        colon = next((token for token in self.tree.tokens[event.trigger.token.i + 1 :] if token.text in self.cues.lead_in), None)
        if colon is None:
            return []
        return [item for item in self.context.items if min(item.tokens) > colon.i and id(item) not in taken]

    def _missing(self, event: Event, drafts: Sequence[Draft]) -> tuple[Item | None, str]:
        """Goods of an event whose places hold none: the nearest free goods of its clause, a shared item, or the page's."""
        taken = {id(draft.item) for draft in drafts}
        token = event.trigger.token
        free = [item for item in self.context.items if id(item) not in taken and self._same_clause(token, self.tree.tokens[item.head])]
        if free and not self._full(event):
            return min(free, key=lambda item: abs(item.head - token.i)), "near"
        if token.rel == "conj" and (head := self.tree.head(token)) is not None:
            shared = next((draft.item for draft in drafts if draft.event.trigger.token.i == head.i), None)
            if shared is not None and not self._full(event):
                return shared, "list"
        if event.innermost.weak and event.innermost.pos != "noun":
            return None, ""
        if not self._full(event) and not self.context.items and token.pos != "NOUN":
            last = self.state.goods()
            return (replace(last, head=token.i, tokens=frozenset(), pronoun=True, quantity=None) if last else None), "state"
        if token.pos == "NOUN" and event.innermost.stage == "agreement" and not self.context.items and self._definite(token):
            last = self.state.goods()
            return (replace(last, head=token.i, tokens=frozenset(), pronoun=True, quantity=None) if last else None), "state"
        return None, ""

    def _definite(self, token: Token) -> bool:
        return any(child.rel == "det" and child.lower in self.context.namer.articles and child.lower != "a" or child.rel == "det" for child in self.tree.children(token))

    def _full(self, event: Event) -> bool:
        """Say whether the event's object place holds something that is not goods ("sold the company")."""
        for place in ("object", "of", "for"):
            if place in event.innermost.item:
                for token in self.places.find(event.trigger.token, place):
                    if token.pos in {"NOUN", "PROPN"} and self.context.namer.party(token) is None and token.i not in self.context.trigger_tokens:
                        return not any(token.i in item.tokens for item in self.context.items)
        return False

    def _same_clause(self, left: Token, right: Token) -> bool:
        low, high = sorted((left.i, right.i))
        between = self.tree.tokens[low + 1 : high]
        return high - low < 16 and not any(
            token.text in {";", ":"} or (token.i in self.context.trigger_tokens and token.pos in {"VERB", "AUX"}) for token in between
        )

    # -- claims
    def _draft_claims(self, draft: Draft) -> Iterator[Claim]:
        speakers = frozenset(i for each in self.context.attributions for i in each.outside)
        cast = self.caster.cast(draft.event, draft.item, speakers=speakers)
        reason = self._refuse(draft, cast)
        if reason is not None:
            self.declined.append(Declined(self.context.quote, *reason))
            return
        suppliers: Sequence[Named | None] = cast.supplier or [None]
        recipients: Sequence[Named | None] = self._both_sides(cast) or cast.recipient or [None]
        for supplier in suppliers:
            for recipient in recipients:
                if supplier is None or recipient is None or supplier.party != recipient.party:
                    claim = self._claim(draft, cast, supplier, recipient)
                    yield claim
                    if draft.event.reported is not None and claim.certainty == "CT-":
                        yield self._report_itself(claim, draft.event.reported)

    def _both_sides(self, cast: Cast) -> list[Named]:
        """The two sides of the war, where the sentence says "either side": the two most named parties that do not give."""
        lower = self.context.quote.text.lower()
        phrase = next((phrase for phrase in self.cues.both_sides if phrase in lower), None)
        givers = {each.party for each in cast.supplier}
        sides = [party for party in self.context.spans.most_named() if party not in givers][:2]
        if phrase is None or len(sides) < 2 or (cast.recipient and cast.ways.get("recipient") == "frame" and cast.recipient[0].party not in sides):
            return []
        at = self.context.start + lower.index(phrase)
        return [Named(party, at, at + len(phrase), "both", "both sides") for party in sides]

    def _refuse(self, draft: Draft, cast: Cast) -> tuple[str, str] | None:
        """Why a draft is no claim, or None: reason code and the words for people."""
        event, item = draft.event, draft.item
        if not cast.supplier and not cast.recipient:
            return "no-party", f"nobody is named who gives or gets {item.quote.text!r}"
        stated = sum(cast.ways.get(role) not in {None, "page", "maker"} for role in ("supplier", "recipient"))
        if event.innermost.weak and event.innermost.pos == "verb" and item.pronoun and stated < 2 and draft.way == "state":
            return "weak", f"{event.trigger.token.text!r} alone does not make a transfer"
        if event.innermost.weak and stated == 0 and not self.state.pairs:
            return "weak", f"{event.trigger.token.text!r} without a party does not make a transfer"
        if any(cast.ways.get(role) != "frame" for role in event.innermost.requires):
            return "weak", f"{event.trigger.token.text!r} without its {event.innermost.requires[0]} does not make a transfer"
        if cast.domestic:
            return "own-arms", "giver and getter are the same: no border, no transfer"
        if event.innermost.foreign and (item.origin is None or item.origin in {each.party for each in cast.recipient} or not cast.recipient):
            return "own-arms", "goods of unknown or home origin"
        if event.stage == "use" and not self._foreign(item, cast):
            return "own-arms", "an army with its own weapons, or weapons of unknown origin, makes no transfer"
        if len(cast.parties) == 1 and event.stage not in {"refusal", "suspension"} and stated < 1:
            return "one-party", "only one party can be made out"
        return None

    def _foreign(self, item: Item, cast: Cast) -> bool:
        if item.origin is not None and item.origin not in {each.party for each in cast.recipient}:
            return True
        return cast.ways.get("supplier") in {"frame", "near"} or (
            item.system is not None and bool(cast.recipient) and cast.recipient[0].party not in item.system.countries and cast.ways.get("recipient") == "frame"
        )

    def _claim(self, draft: Draft, cast: Cast, supplier: Named | None, recipient: Named | None) -> Claim:
        context, event, item = self.context, draft.event, draft.item
        attributions = innermost(context.attributions, event.trigger.token)
        value = self._with_sources(event, item, attributions)
        sources = tuple(dict.fromkeys([*cast.licensors, *(source for each in attributions for source in each.chain)]))
        when, when_basis = context.when_for(event)
        mode, mode_rule = self._mode(event, item)
        if cast.paid:
            mode, mode_rule = "aid", "paid for another"
        designation = context.full_name(item)
        basis = [
            Basis("item", draft.way, item.quote if item.tokens else None),
            Basis("category", "type" if item.system else "head noun", item.quote if item.tokens else None),
            Basis("stage", f"frame {event.innermost.words[0]!r}", self._quote(event.trigger.token)),
            *(Basis("certainty", f"cue {cue.text!r}", self._quote(cue)) for cue in value.cues),
            *(Basis("sources", "says", source.quote) for source in sources),
            Basis("mode", mode_rule, None),
        ]
        for role, named in (("supplier", supplier), ("recipient", recipient)):
            if named is not None:
                basis.append(basis_of(context.text, role, named, cast.ways.get(role, "open")))
        if when_basis is not None:
            basis.append(when_basis)
        return build_claim(
            context, supplier.party if supplier else None, recipient.party if recipient else None, item, designation,
            mode, event.stage, value.certainty, sources, when, self._probability(draft, cast), tuple(basis),
        )  # fmt: skip

    def _report_itself(self, denial: Claim, noun: Token) -> Claim:
        """What was denied was a report: it is a claim of its own (GUIDE.md, "Certainty"), possible where nobody is named for it."""
        source = self.context.namer.source(noun)
        sources = (source,) if source is not None and source.kind in {"media", "sources"} else ()
        certainty: Certainty = "CT+" if sources and sources[0].kind == "media" else "PS+"
        quote = denial.evidence
        return replace(
            denial, certainty=certainty, sources=sources,
            id=content_id(self.context.page_id, quote.start, quote.end, denial.supplier, denial.recipient, denial.item, denial.stage, certainty),
        )  # fmt: skip

    def _quote(self, token: Token) -> Quote:
        return Quote.of(self.context.text, token.start, token.end)

    def _with_sources(self, event: Event, item: Item, attributions: Sequence[Attribution]) -> Value:
        """A question is open unless somebody is quoted; what nobody named is said to have said ("reportedly") stays possible."""
        value = self._contrasted(event.value, item)
        if self.context.question and not attributions and value.strength != "UU":
            value = replace(value, strength="UU")
        return value

    def _contrasted(self, value: Value, item: Item) -> Value:
        """Goods after "but" in a negated list are not negated ("no guns, but shells")."""
        if value.positive or item.pronoun:
            return value
        for cue in value.cues:
            head = self.tree.head(cue)
            if head is not None and head.i not in item.tokens and head.i < item.head and any(head.i in other.tokens for other in self.context.items):
                between = self.tree.tokens[head.i + 1 : item.head]
                if any(token.lower in self.cues.contrast for token in between):
                    return value.flipped()
        return value

    def _mode(self, event: Event, item: Item) -> tuple[Mode, str]:
        if item.category == "technology":
            return "licence", "technology"
        if event.mode != "unspecified":
            return event.mode, "frame"
        lower = f" {self.context.quote.text.lower()} "
        for phrase, mode in self.cues.mode_cues.items():
            if f" {phrase}" in lower and mode != "unspecified":
                return mode, f"cue {phrase!r}"
        return "unspecified", "nothing says"

    def _probability(self, draft: Draft, cast: Cast) -> float:
        trust = {"place": 1.0, "list": 0.9, "near": 0.7, "state": 0.55}[draft.way]
        weak = 0.8 if draft.event.innermost.weak else 1.0
        return round(min(0.95, 0.95 * trust * weak * cast.trust()), 3)

    # -- goods that a compound says were supplied
    def _supplied_goods(self, drafts: Sequence[Draft]) -> Iterator[Claim]:
        for item in self.context.items:
            if item.origin is None or item.origin_says != "delivery":
                continue
            used = next((draft for draft in drafts if draft.item is item), None)
            if used is not None and used.event.stage == "delivery":
                continue
            recipient = self._holder(item, used)
            if recipient is not None and recipient != item.origin:
                basis = (Basis("supplier", "compound", item.quote), Basis("stage", "compound", item.quote))
                yield build_claim(
                    self.context, item.origin, recipient, item, self.context.full_name(item), "unspecified", "delivery", "CT+", (), None, 0.6, basis
                )  # fmt: skip

    def _holder(self, item: Item, used: Draft | None) -> str | None:
        if used is not None:
            cast = self.caster.cast(used.event, item)
            if cast.recipient:
                return cast.recipient[0].party
        named = [mention.party for mention in self.context.parties if mention.end <= item.quote.start and mention.party != item.origin]
        return named[0] if named else self.state.pair_for(item.designation, item.category)[1]

    # -- denials and admissions that point back
    def _pointing_back(self) -> Iterator[Claim]:
        for attribution in self.context.attributions:
            verb = attribution.verb
            if verb is None or verb.pos != "VERB" or not self.state.last_claims or not self._points_back(verb):
                continue
            certainty: Certainty = "CT+" if verb.lemma in self.cues.admitting else "CT-"
            seen: set[tuple[object, ...]] = set()
            for claim in self.state.last_claims:
                key = (claim.supplier, claim.recipient, claim.category)
                if key in seen or claim.stage not in MOVES:
                    continue
                seen.add(key)
                basis = (Basis("stage", f"{verb.text!r} points back to an earlier claim", self._quote(verb)),)
                stage: Stage = "delivery" if claim.stage in {"shipment", "use"} else claim.stage
                quote = self.context.quote
                yield replace(
                    claim, evidence=quote, certainty=certainty, stage=stage, sources=attribution.chain, when=None, quantity=None, probability=0.5,
                    basis=basis, id=content_id(self.context.page_id, quote.start, quote.end, claim.supplier, claim.recipient, claim.item, stage, certainty),
                )  # fmt: skip

    def _points_back(self, verb: Token) -> bool:
        """Denied or admitted is a noun for what was said before, or a pronoun."""
        low, high = self.tree.subtree(verb)
        if any(token.lemma in self.cues.denying or token.lower in self.cues.denying for token in self.tree.tokens[low:high]):
            return True
        if self.context.verbs.get(verb.lemma) != "CT-" and verb.lemma not in self.cues.admitting:
            return False
        objects = [child for child in self.tree.children(verb) if child.rel in {"obj", "xcomp", "ccomp", "attr", "nsubj:pass"}]
        return any(child.lemma in self.cues.denied_nouns or child.lower in self.cues.denied_nouns for child in objects)


def build_claim(
    context: SentenceContext, supplier: str | None, recipient: str | None, item: Item, designation: str | None, mode: Mode, stage: Stage,
    certainty: Certainty, sources: tuple[Source, ...], when: str | None, probability: float, basis: tuple[Basis, ...],
) -> Claim:  # fmt: skip
    """Make the claim; its id counts page, sentence, parties, item, stage and certainty."""
    quote = context.quote
    return Claim(
        id=content_id(context.page_id, quote.start, quote.end, supplier, recipient, item.quote.text, stage, certainty),
        evidence=quote, supplier=supplier, recipient=recipient, item=item.quote.text, designation=designation, category=item.category,
        quantity=item.quantity, mode=mode, stage=stage, certainty=certainty, sources=sources, when=when, probability=probability, basis=basis,
    )  # fmt: skip
