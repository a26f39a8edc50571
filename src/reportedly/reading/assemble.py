"""Assemble: from the events, goods, parties and sayings of one sentence to its claims.

Order: goods of each event (`goods`) -> who gives and gets (`roles`) -> one claim for each supplier, recipient and item -> what compounds
say beside (`echoes`) -> lists and lines without a verb (`lists`) -> denials and admissions that point back (`echoes`). What has a transfer
word and yields nothing is declined with its reason.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.model.claim import Basis, Claim, Declined
from reportedly.packs.load import load_part
from reportedly.packs.schema import CueWords
from reportedly.reading.attribution import QUOTES, Attribution, innermost
from reportedly.reading.cast import Cast
from reportedly.reading.certainty import Value
from reportedly.reading.claims import Values, build_claim
from reportedly.reading.context import SentenceContext
from reportedly.reading.echoes import pointing_back, report_itself, supplied_goods
from reportedly.reading.events import Event
from reportedly.reading.goods import Draft, GoodsFinder
from reportedly.reading.items import Item
from reportedly.reading.lists import ListReader
from reportedly.reading.mode import read_mode
from reportedly.reading.naming import Named
from reportedly.reading.roles import Caster, basis_of
from reportedly.reading.sieve import refuse
from reportedly.reading.state import PageState


class Assembler:
    """Makes the claims of one sentence."""

    def __init__(self, context: SentenceContext, state: PageState) -> None:
        self.context = context
        self.state = state
        self.tree = context.tree
        self.cues = load_part(context.language, "cues", CueWords)
        self.caster = Caster(context.tree, context.namer, context.parties, state, self.cues)
        speakers = (source.party for each in context.attributions for source in each.chain if source.party)
        here = next(speakers, None)
        self.caster.speaker = here or state.speaker_party
        quoted = any(token.text in QUOTES for token in context.tree.tokens[:1])
        self.caster.own = here or (state.home if state.home and not quoted else state.speaker_party)
        self.caster.flags = [mention.party for mention in context.flags]
        self.lists = ListReader(context, self.caster, state)
        self.declined: list[Declined] = []

    def claims(self) -> list[Claim]:
        """Every claim of the sentence, in the order of its goods."""
        drafts = GoodsFinder(self.context, self.state).drafts()
        found = [claim for draft in drafts for claim in self._draft_claims(draft)]
        found.extend(supplied_goods(self.context, self.caster, self.state, drafts))
        if not found and self.context.items and not self.context.events:
            found.extend(self.lists.claims())
        self.lists.note()
        if not found:
            found.extend(pointing_back(self.context, self.caster, self.state))
        unique: dict[tuple[object, ...], Claim] = {}
        for claim in found:
            key = (claim.supplier, claim.recipient, claim.item, claim.designation, claim.stage, claim.certainty, claim.quantity)
            unique.setdefault(key, claim)
        return list(unique.values())

    def _draft_claims(self, draft: Draft) -> Iterator[Claim]:
        speakers = frozenset(i for each in self.context.attributions for i in each.outside)
        cast = self.caster.cast(draft.event, draft.item, speakers=speakers)
        if draft.instead is not None:
            gives = "subject" in draft.event.innermost.supplier or draft.event.innermost.actor == "supplier"
            (cast.supplier if gives else cast.recipient)[:] = [draft.instead]
        reason = refuse(self.context, self.state, draft, cast)
        if reason is not None:
            self.declined.append(Declined(self.context.quote, *reason))
            return
        cast.recipient[:] = self._both_sides(cast) or cast.recipient
        for supplier, recipient in cast.pairs():
            claim = self._claim(draft, cast, supplier, recipient)
            yield claim
            if draft.event.reported is not None and claim.certainty == "CT-":
                yield report_itself(self.context, claim, draft.event.reported)

    def _both_sides(self, cast: Cast) -> list[Named]:
        """The two sides of the war, where the sentence says "either side": the two most named parties that do not give."""
        lower = self.context.quote.text.lower()
        phrase = next((phrase for phrase in self.cues.both_sides if phrase in lower), None)
        givers = {each.party for each in cast.supplier}
        sides = [party for party in self.context.spans.most_named() if party not in givers][:2]
        if (
            phrase is None
            or len(sides) < 2
            or (cast.recipient and cast.ways.get("recipient") == "frame" and cast.recipient[0].party not in sides)
        ):
            return []
        at = self.context.start + lower.index(phrase)
        return [Named(party, at, at + len(phrase), "both", "both sides") for party in sides]

    def _claim(self, draft: Draft, cast: Cast, supplier: Named | None, recipient: Named | None) -> Claim:
        context, event, item = self.context, draft.event, draft.item
        attributions = innermost(context.attributions, event.trigger.token)
        value = self._with_sources(event, item, attributions)
        sources = tuple(dict.fromkeys([*cast.licensors, *(source for each in attributions for source in each.chain)]))
        when, when_basis = context.when_for(event)
        mode, mode_rule = read_mode(context, self.cues, event, item)
        if cast.paid:
            mode, mode_rule = "aid", "paid for another"
        basis = [
            Basis("item", draft.way, item.quote if item.tokens else None),
            Basis("category", "type" if item.system else "head noun", item.quote if item.tokens else None),
            Basis("stage", f"frame {event.innermost.words[0]!r}", context.quote_of(event.trigger.token)),
            *(Basis("certainty", f"cue {cue.text!r}", context.quote_of(cue)) for cue in value.cues),
            *(Basis("sources", "says", source.quote) for source in sources),
            Basis("mode", mode_rule, None),
        ]
        for role, named in (("supplier", supplier), ("recipient", recipient)):
            if named is not None:
                basis.append(basis_of(context.text, role, named, cast.ways.get(role, "open")))
        if when_basis is not None:
            basis.append(when_basis)
        codes = (supplier.party if supplier else None, recipient.party if recipient else None)
        values = Values(
            *codes,
            mode,
            event.stage,
            value.certainty,
            sources,
            when,
            probability=self._probability(draft, cast),
            basis=tuple(basis),
        )
        return build_claim(context, item, values)

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
            if (
                head is not None
                and head.i not in item.tokens
                and head.i < item.head
                and any(head.i in other.tokens for other in self.context.items)
            ):
                between = self.tree.tokens[head.i + 1 : item.head]
                if any(token.lower in self.cues.contrast for token in between):
                    return value.flipped()
        return value

    def _probability(self, draft: Draft, cast: Cast) -> float:
        trust = {"place": 1.0, "list": 0.9, "near": 0.7, "state": 0.55}[draft.way]
        weak = 0.8 if draft.event.innermost.weak else 1.0
        return round(min(0.95, 0.95 * trust * weak * cast.trust()), 3)
