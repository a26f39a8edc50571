"""Goods of events: which goods of a sentence each of its events is about.

Order: the frame's own places -> an umbrella gives way to its list -> goods nobody took join the list they stand in (perhaps with
another subject) -> goods listed behind a colon -> the nearest free goods of the clause, or what the page speaks of.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.packs.load import load_part
from reportedly.packs.schema import CueWords, ItemWords
from reportedly.reading.context import SentenceContext
from reportedly.reading.events import Event
from reportedly.reading.frames import Places
from reportedly.reading.items import Item
from reportedly.reading.naming import Named
from reportedly.reading.state import PageState
from reportedly.reading.tree import Token

CLAUSE = 16
"""Words at most between an event and goods that no place of its frame holds."""
LIST_COMMAS = 2
"""Commas at most between two goods of one list: more of them are another clause."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An event with one of its goods, before parties are filled in."""

    event: Event
    item: Item
    way: str
    """How the goods came to the event: `place` of the frame, `list`, `near`, `state` of the page."""
    instead: Named | None = None
    """A party that takes the place of the event's subject ("..., and Greece two boats")."""


class GoodsFinder:
    """Finds the goods of the events of one sentence."""

    def __init__(self, context: SentenceContext, state: PageState) -> None:
        self.context = context
        self.state = state
        self.tree = context.tree
        self.places = Places(context.tree, context.language)
        self.cues = load_part(context.language, "cues", CueWords)
        self.words = load_part(context.language, "items", ItemWords)

    def drafts(self) -> list[Draft]:
        """Every event with each of its goods, in the order of the events."""
        drafts: list[Draft] = []
        for event in self.context.events:
            drafts.extend(Draft(event, item, "place") for item in self._items_of(event))
        drafts = self._named_only(drafts)
        drafts.extend(self._listed(drafts))
        for event in self.context.events:
            if not any(draft.event is event for draft in drafts):
                listed = self._after_colon(event, drafts)
                drafts.extend(Draft(event, item, "list") for item in listed)
                if listed or event.innermost.over:
                    continue
                item, way = self._missing(event, drafts)
                if item is not None:
                    drafts.append(Draft(event, item, way))
        drafts.extend(self._listed(drafts))
        drafts.extend(self._before(drafts))
        return drafts

    def _before(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Goods nobody took that stand in a list before goods somebody took join their event."""
        taken = {id(draft.item) for draft in drafts}
        following: Item | None = None
        current: list[Event] = []
        for item in reversed(self.context.items):
            if id(item) in taken:
                current, following = [draft.event for draft in drafts if draft.item is item], item
            elif following is not None and self._one_list(item, following) and self._instead(item, following) is None:
                following = item
                for event in current:
                    yield Draft(event, item, "list")
            else:
                current, following = [], None

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
        if token.pos in {"PRON", "NUM"} or token.lower in self.words.pronouns:
            counted = [
                each for child in self.tree.children(token) if child.rel == "nmod" for each in self._items_at(child, depth + 1)
            ]
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
        if (
            (token.lower not in self.words.pronouns and counted is None)
            or "PronType=Rel" in token.feats
            or {"Gender=Masc", "Gender=Fem"} & token.feats
        ):
            return None
        if self.context.namer.party(token, deep=False) is not None:
            return None
        before = [item for item in self.context.items if item.quote.end <= token.start]
        item = before[-1] if before else self.state.goods()
        if item is None:
            return None
        return replace(
            item, head=token.i, tokens=frozenset({token.i}), pronoun=True, quantity=counted.quantity if counted else None
        )

    def _listed(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Goods nobody took that stand in a list with goods somebody took join their event."""
        taken = {id(draft.item) for draft in drafts}
        current: list[Event] = []
        last: Item | None = None
        for item in self.context.items:
            mine = [draft.event for draft in drafts if draft.item is item]
            if mine:
                current, last = mine, item
            elif (
                self.tree.tokens[item.head].rel == "appos"
                and last is not None
                and self.tree.tokens[item.head].head in last.tokens
            ):
                continue
            elif id(item) not in taken and last is not None and self._one_list(last, item):
                instead = self._instead(last, item)
                last = item
                for event in current:
                    yield Draft(event, item, "list", instead)
            else:
                current, last = [], None

    def _instead(self, left: Item, right: Item) -> Named | None:
        """A party named without an adposition between two goods of a list: the verb is left out, the subject changes."""
        for token in self.tree.tokens[max(left.tokens) + 1 : min(right.tokens)]:
            mention = self.context.namer.mention(token)
            if (
                mention is not None
                and mention.kind in {"name", "capital", "seat"}
                and not token.case
                and token.rel not in {"nmod:poss", "amod"}
            ):
                return self.context.namer.party(token, deep=False)
        return None

    def _one_list(self, left: Item, right: Item) -> bool:
        """Say whether only list words stand between two items: no verb, no other trigger."""
        between = self.tree.tokens[max(left.tokens) + 1 : min(right.tokens)]
        if not between or any(
            token.pos in {"VERB", "AUX", "SCONJ"} or token.i in self.context.trigger_tokens for token in between
        ):
            return False
        if sum(token.text == "," for token in between) > LIST_COMMAS:
            return False
        return any(
            token.pos in {"CCONJ", "PUNCT"} or token.rel in {"cc", "punct"} or token.lower in self.cues.together
            for token in between
        )

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
        free = [
            item for item in self.context.items if id(item) not in taken and self._same_clause(token, self.tree.tokens[item.head])
        ]
        if free and not self._full(event) and not event.innermost.foreign:
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
        if token.pos == "NOUN" and event.innermost.stage == "agreement" and self._bare(token, event):
            before = [item for item in self.context.items if max(item.tokens, default=0) < token.i]
            last = before[-1] if before else self.state.goods()
            return (replace(last, head=token.i, tokens=frozenset(), pronoun=True, quantity=None) if last else None), "state"
        return None, ""

    def _bare(self, token: Token, event: Event) -> bool:
        """A noun like "the deal" stands for the page's deal where something is said to happen to it."""
        children = self.tree.children(token)
        plain = not any(child.rel in {"compound", "amod"} for child in children) and any(child.rel == "det" for child in children)
        return plain and (len(event.levels) > 1 or token.rel in {"obj", "nsubj:pass"})

    def _full(self, event: Event) -> bool:
        """Say whether the event's object place holds something that is not goods ("sold the company")."""
        for place in event.innermost.item:
            if place != "subject":
                for token in self.places.find(event.trigger.token, place):
                    if (
                        token.pos in {"NOUN", "PROPN"}
                        and self.context.namer.party(token) is None
                        and token.i not in self.context.trigger_tokens
                    ):
                        return not any(token.i in item.tokens for item in self.context.items)
        return False

    def _same_clause(self, left: Token, right: Token) -> bool:
        low, high = sorted((left.i, right.i))
        between = self.tree.tokens[low + 1 : high]
        return high - low < CLAUSE and not any(
            token.text in {";", ":"} or (token.i in self.context.trigger_tokens and token.pos in {"VERB", "AUX"})
            for token in between
        )
