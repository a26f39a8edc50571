"""The context of one sentence: everything that was found in it, ready to be put together.

Order: typed spans of the page that fall into the sentence -> goods with origin and quantity -> triggers and events -> sayings.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from reportedly.model.claim import Basis, Certainty
from reportedly.model.quote import Quote
from reportedly.packs.load import load_part
from reportedly.packs.schema import ItemWords, SourceWords
from reportedly.reading.attribution import Attribution, Attributor
from reportedly.reading.events import Climber, Event
from reportedly.reading.frames import find_triggers
from reportedly.reading.items import Item, find_items
from reportedly.reading.naming import Namer
from reportedly.reading.parties import PartyMention, find_flags
from reportedly.reading.quantities import QuantitySpan, find_quantities
from reportedly.reading.sentences import MARKS
from reportedly.reading.spans import PageSpans
from reportedly.reading.state import PageState
from reportedly.reading.times import TimeSpan, find_times
from reportedly.reading.tree import Token, Tree

QUANTITY_GAP = 4
"""Words at most between a number and the goods it counts ("18 of the older main battle tanks")."""


class SentenceContext:
    """What stands in one sentence; computed on demand, never changed."""

    def __init__(self, spans: PageSpans, tree: Tree, start: int, end: int, state: PageState, *, headline: bool) -> None:
        self.spans = spans
        self.page_id = spans.page.id
        self.text = spans.page.text
        self.language = spans.language
        self.tree = tree
        self.start, self.end = start, end
        self.quote = Quote.of(self.text, start, end)
        self.state = state
        self.headline = headline
        self.parties: Sequence[PartyMention] = [mention for mention in spans.parties if start <= mention.start < end]
        self.verbs: Mapping[str, Certainty] = load_part(self.language, "sources", SourceWords).verbs

    @cached_property
    def flags(self) -> list[PartyMention]:
        """Parties that flags and arrows before the first word of the line name, in order."""
        line = next(line for line in self.spans.page.lines if line.start <= self.start <= line.end)
        marks = MARKS.match(self.text, line.start, line.end)
        if marks is None:
            return []
        named = [mention for mention in self.spans.parties if line.start <= mention.start and mention.end <= marks.end()]
        return sorted(find_flags(self.text, line.start, marks.end()) + named, key=lambda mention: mention.start)

    @property
    def question(self) -> bool:
        """Say whether the sentence is a question."""
        return self.quote.text.rstrip("\"'”’»)").endswith("?")

    @cached_property
    def namer(self) -> Namer:
        """Reads the sentence's noun phrases."""
        media = [span for span in self.spans.media if self.start <= span[0] < self.end]
        return Namer(self.text, self.tree, self.parties, media, self.state, self.language)

    @cached_property
    def items(self) -> list[Item]:
        """The goods named in the sentence, with origin and quantity."""
        systems = [mention for mention in self.spans.systems if self.start <= mention.start < self.end]
        found = find_items(self.text, self.tree, systems, self.language, believed=self._transfer_words)
        items = [self._resolved(self._counted(self._with_origin(item))) for item in found]
        return [item for item in items if not item.general or (self._definite(item) and self.state.goods() is not None)]

    def _definite(self, item: Item) -> bool:
        head = self.tree.tokens[item.head]
        return any("PronType=Dem" in child.feats or "Definite=Def" in child.feats for child in self.tree.children(head))

    @property
    def _transfer_words(self) -> bool:
        return any(not trigger.frame.weak or trigger.frame.operator for trigger in find_triggers(self.tree, self.language))

    @cached_property
    def quantities(self) -> list[QuantitySpan]:
        """The counts of the sentence, designations left out."""
        skip = [(mention.start, mention.end) for mention in self.spans.systems if self.start <= mention.start < self.end]
        return [
            span
            for span in find_quantities(self.text, self.start, self.end, self.language, skip)
            if span.kind in {"count", "ordinal"}
        ]

    @cached_property
    def times(self) -> list[TimeSpan]:
        """The times of the sentence."""
        return find_times(self.text, self.start, self.end, self.spans.page.published, self.language)

    @cached_property
    def events(self) -> list[Event]:
        """What the sentence says happens."""
        return Climber(self.tree, self.triggers, self.language).events()

    @cached_property
    def triggers(self):  # type: ignore[no-untyped-def]  # noqa: ANN201
        """The words of the sentence that open a frame; goods and party names open none."""
        inside = {i for item in self.items for i in item.tokens}
        named = {token.i for mention in self.parties for token in self.tree.at(mention.start, mention.end)}
        return [trigger for trigger in find_triggers(self.tree, self.language) if trigger.token.i not in inside | named]

    @cached_property
    def trigger_tokens(self) -> frozenset[int]:
        """Token indexes of all triggers."""
        return frozenset(i for trigger in self.triggers for i in trigger.tokens)

    @cached_property
    def attributions(self) -> list[Attribution]:
        """The sayings of the sentence."""
        media = [span for span in self.spans.media if self.start <= span[0] < self.end]
        return Attributor(self.text, self.tree, self.parties, media, self.state, self.language).find(headline=self.headline)

    def quote_of(self, token: Token) -> Quote:
        """The word as a quote of the page."""
        return Quote.of(self.text, token.start, token.end)

    # -- goods
    def _with_origin(self, item: Item) -> Item:
        head = self.tree.tokens[item.head]
        compounds = load_part(self.language, "items", ItemWords).origin
        near = [
            child
            for child in self.tree.children(head)
            if child.rel in {"amod", "compound", "nmod:poss", "nmod"} and not child.case
        ]
        near += [self.tree.tokens[i] for i in item.tokens]
        for child in self.tree.children(head):
            if child.rel == "acl" and child.lower in compounds and compounds[child.lower] == "origin":
                made = next(
                    (
                        named
                        for below in self.tree.children(child)
                        if below.rel in {"obl", "obl:agent"} and (named := self.namer.party(below))
                    ),
                    None,
                )
                if made is not None:
                    return replace(item, origin=made.party, origin_says="origin")
        first = min(item.tokens) if item.tokens else item.head
        near += [
            token
            for token in self.tree.tokens[max(0, first - 3) : first]
            if token.pos in {"ADJ", "PROPN"} and self.namer.mention(token)
        ]
        for token in near:
            mention = self.namer.mention(token)
            if mention is None or (mention.kind not in {"adjective", "name", "contextual", "capital", "maker", "leader"}):
                continue
            before = self.tree.tokens[token.i - 1] if token.i else None
            whole = "-" not in token.text
            if whole and mention.kind != "adjective" and token.rel != "nmod:poss" and before is not None and before.pos == "VERB":
                continue
            tail = token.lower.rsplit("-", 1)[-1] if "-" in token.text and mention.end < token.end else ""
            if mention.kind in {"adjective", "contextual"} or tail in compounds or token.rel in {"nmod:poss", "compound", "amod"}:
                return replace(item, origin=mention.party, origin_says=compounds.get(tail, "origin"))
        return item

    def _counted(self, item: Item) -> Item:
        """The count before the goods with only modifiers between, or right after them in brackets or behind a dash."""
        low, high = self.tree.tokens[min(item.tokens)], self.tree.tokens[max(item.tokens)]
        best = None
        for span in self.quantities:
            if span.quote.start >= low.start and span.quote.end <= high.end:
                best = span
                continue
            between = [token for token in self.tree.tokens if span.quote.end <= token.start < low.start]
            if span.kind == "ordinal" and "Number=Plur" in self.tree.tokens[item.head].feats:
                continue
            if span.kind == "ordinal" and any(token.pos == "NOUN" for token in between):
                continue
            if span.quote.end <= low.start and len(between) <= QUANTITY_GAP and all(self._modifies(token) for token in between):
                best = span
        if best is None:
            after = [span for span in self.quantities if span.quote.start >= high.end]
            if (
                after
                and 0 < len(between_text := self.text[high.end : after[0].quote.start]) <= 4
                and between_text.strip() in {"(", "–", "-", "—", ":", "x", "×"}
            ):
                best = after[0]
        return item if best is None else replace(item, quantity=best.quantity)

    def _modifies(self, token: Token) -> bool:
        if token.i in self.spans_tokens or token.text in {",", ";", ":"}:
            return False
        return token.pos in {"ADJ", "NOUN", "PROPN", "ADP", "DET", "ADV", "PUNCT", "PRON", "VERB", "X"} and token.pos != "CCONJ"

    @cached_property
    def spans_tokens(self) -> frozenset[int]:
        """Token indexes that other counts stand on."""
        return frozenset(token.i for span in self.quantities for token in self.tree.at(span.quote.start, span.quote.end))

    def _resolved(self, item: Item) -> Item:
        """A bare kind with a definite word takes the designation of the last named goods of its category."""
        if item.general:
            last = self.state.goods()
            return (
                item if last is None else replace(item, designation=last.designation, system=last.system, category=last.category)
            )
        if item.designation is not None or item.category in {"arms", "component", "technology"}:
            return item
        head = self.tree.tokens[item.head]
        definite = any(
            (child.rel == "det" and "PronType=Dem" in child.feats) or "Definite=Def" in child.feats
            for child in self.tree.children(head)
        )
        last = self.state.last_item(item.category)
        if definite and last is not None and last.designation is not None and item.origin in {None, last.origin}:
            return replace(item, designation=last.designation, system=last.system)
        return item

    def full_name(self, item: Item) -> str | None:
        """The fullest designation the page gives for an item's type (GUIDE.md, "Item, designation, quantity, mode")."""
        return None if item.designation is None else self.spans.fullest(item.designation, item.system)

    # -- time
    def when_for(self, event: Event) -> tuple[str | None, Basis | None]:
        """The time of an event, not of the saying: the nearest below its own verbs, else a free one of the sentence."""
        own = {level.token.i for level in event.levels if level.token.lemma not in self.verbs}
        best: tuple[int, TimeSpan] | None = None
        for span in self.times:
            head = self.tree.head_of(span.quote.start, span.quote.end)
            if span.edtf is None or head is None:
                continue
            governors = [head, *self.tree.ancestors(head)]
            verb = next((token for token in governors if token.pos in {"VERB", "AUX"} or token.i in own), None)
            if verb is not None and verb.i not in own and (verb.lemma in self.verbs or verb.i in self.trigger_tokens):
                continue
            distance = abs(head.i - event.trigger.token.i) + (0 if verb is not None and verb.i in own else 20)
            if best is None or distance < best[0]:
                best = (distance, span)
        if best is None or best[0] > 34:
            return None, None
        return best[1].edtf, Basis("when", "time beside the event", best[1].quote)
