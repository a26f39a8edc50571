"""Lists and lines without a verb: what they take from the line above, or say by their order alone.

A *lead-in* is an event whose sentence ends in a colon ("France has handed over:"); the lines below name its goods, each perhaps
behind a party of its own. A speaker's line without a verb that is negated ("Seoul: no howitzers for Taipei") refuses.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportedly.model.claim import Basis, Claim
from reportedly.reading.attribution import innermost
from reportedly.reading.cast import Cast
from reportedly.reading.claims import Values, build_claim
from reportedly.reading.context import SentenceContext
from reportedly.reading.events import Event
from reportedly.reading.frames import Places
from reportedly.reading.mode import read_mode
from reportedly.reading.roles import Caster
from reportedly.reading.state import PageState

DASHES = frozenset("-–—")
HEAD = 4
"""Code points at most before the party that heads a line of a list (a bullet, a dash)."""


@dataclass(frozen=True, slots=True)
class LeadIn:
    """An event whose goods stand in the lines below it, with the sentence it stands in and who plays in it."""

    context: SentenceContext
    caster: Caster
    event: Event


class ListReader:
    """Reads the lines below a lead-in, and lines without a verb."""

    def __init__(self, context: SentenceContext, caster: Caster, state: PageState) -> None:
        self.context = context
        self.caster = caster
        self.state = state
        self.cues = caster.cues

    def claims(self) -> Iterator[Claim]:
        """Claims of a sentence that has goods but no event of its own."""
        if isinstance(self.state.lead_in, LeadIn):
            yield from self._below(self.state.lead_in)
        else:
            yield from self._refusals()

    def note(self) -> None:
        """Remember an event whose sentence ends in a colon; forget it where another event begins."""
        if self.context.quote.text.rstrip().endswith(tuple(self.cues.lead_in)) and self.context.events:
            self.state.lead_in = LeadIn(self.context, self.caster, self.context.events[-1])
        elif self.context.events or not self.context.items:
            self.state.lead_in = None

    def _below(self, lead: LeadIn) -> Iterator[Claim]:
        event, trigger = lead.event, lead.event.trigger.token
        chains = [each.chain for each in innermost(lead.context.attributions, trigger)]
        sources = tuple(dict.fromkeys(source for chain in chains for source in chain))
        when, _ = lead.context.when_for(event)
        for item in self.context.items:
            cast = lead.caster.cast(event, replace(item, head=trigger.i, tokens=frozenset()))
            self._line_party(cast)
            mode, _ = read_mode(lead.context, lead.caster.cues, event, item)
            basis = (Basis("stage", "the line above the list", lead.context.quote_of(trigger)), Basis("item", "list", item.quote))
            for supplier, recipient in cast.pairs():
                if supplier is not None or recipient is not None:
                    codes = (supplier.party if supplier else None, recipient.party if recipient else None)
                    values = Values(*codes, mode, event.stage, event.value.certainty, sources, when, 0.6, basis)
                    yield build_claim(self.context, item, values)

    def _line_party(self, cast: Cast) -> None:
        """A party at the head of a list's line ("Japan: five vessels") plays the role that the lead-in left open."""
        first = self.context.parties[0] if self.context.parties else None
        if first is None or first.start > self.context.start + HEAD:
            return
        after = self.context.text[first.end : first.end + 3].strip()
        named = self.context.namer.party(self.context.tree.at(first.start, first.end)[0], deep=False)
        if named is not None and after[:1] in DASHES.union(self.cues.lead_in):
            side = cast.supplier if cast.ways.get("supplier") not in {"frame", "operator"} else cast.recipient
            side[:] = [named]

    def _refusals(self) -> Iterator[Claim]:
        """A speaker's headline without a verb ("Seoul: no howitzers for Taipei") refuses."""
        speaker = next((each for each in self.context.attributions if each.verb is None), None)
        giver = next((source.party for source in speaker.chain if source.party), None) if speaker is not None else None
        if speaker is None or giver is None:
            return
        tree, places = self.context.tree, Places(self.context.tree, self.context.language)
        for item in self.context.items:
            head = tree.tokens[item.head]
            negated = any(token.lower in self.cues.negators for token in tree.tokens[: head.i])
            marks = self.context.namer.adpositions["recipient"]
            getters = [
                named for place in marks for token in places.find(head, place) if (named := self.context.namer.party(token))
            ]
            if negated and getters and getters[0].party != giver:
                basis = (Basis("stage", "a speaker's line without a verb, negated", item.quote),)
                values = Values(giver, getters[0].party, "unspecified", "refusal", "CT+", speaker.chain, basis=basis)
                yield build_claim(self.context, item, values)
