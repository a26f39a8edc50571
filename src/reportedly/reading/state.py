"""State of a page: what has been named so far, so that later sentences can leave it out.

Half of all claims name only one party in their own sentence, or none. The state keeps the pairs of supplier and recipient by
weapon, the goods last named, the persons with whom they speak for, the sources last quoted, and which type a bare kind stands for.
It is made for one page, read from the top, and thrown away.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.model.claim import Category, Claim, Source, SourceKind
from reportedly.reading.items import Item

Pair = tuple[str | None, str | None]


@dataclass(slots=True)
class PageState:
    """What one page has said so far; changed only by its `note_` methods."""

    published: str | None = None
    home: str | None = None
    """The state that the page speaks of as its own; None where that is not known."""
    host: str | None = None
    """The state whose ministry or force publishes the page: what arrives, arrives there."""
    first: "PageState | None" = None
    """The state at the end of the first walk, on the second."""
    chain: tuple[Source, ...] = ()
    chains: dict[SourceKind, tuple[Source, ...]] = field(default_factory=dict)
    persons: dict[str, Source] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    pairs: dict[str, Pair] = field(default_factory=dict)
    pair_counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    last_claims: list[Claim] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    """Parties in order of their last mention, the latest last."""
    speaker_party: str | None = None
    person_party: str | None = None
    """The party of the person last named."""
    lead_in: object = None
    """The event that opened a list (`assemble.LeadIn`), while its lines go on."""

    # -- sources
    def note_chain(self, chain: tuple[Source, ...]) -> None:
        """Remember the sources last quoted."""
        self.chain = chain
        for source in chain:
            self.chains[source.kind] = chain
        party = next((source.party for source in chain if source.party), None)
        self.speaker_party = party or self.speaker_party
        if any(source.kind in {"official", "military"} for source in chain):
            self.person_party = party

    def chain_of(self, kind: SourceKind) -> tuple[Source, ...]:
        """The last chain that held a source of this kind; empty where none did."""
        alike: dict[SourceKind, tuple[SourceKind, ...]] = {
            "officials": ("officials", "official", "sources"), "official": ("official",), "government": ("official", "government"),
            "document": ("document", "research", "media"), "military": ("military", "officials"), "media": ("media",),
            "sources": ("sources", "officials"), "research": ("research",), "social": ("social",),
        }  # fmt: skip
        return next((self.chains[each] for each in alike.get(kind, (kind,)) if each in self.chains), ())

    def note_person(self, name: str, source: Source) -> None:
        """Remember a person by full name and by surname."""
        self.persons.setdefault(name, source)
        self.persons[name.rsplit(maxsplit=1)[-1]] = source

    # -- goods
    def note_item(self, item: Item) -> None:
        """Remember goods named in the sentence."""
        self.items.append(item)

    def last_item(self, category: Category | None = None) -> Item | None:
        """The goods last named (of a category, where given)."""
        return next((item for item in reversed(self.items) if category is None or item.category == category), None)

    def goods(self) -> Item | None:
        """What a pronoun stands for: the goods of the last claim, else the goods last named."""
        if self.last_claims:
            claim = self.last_claims[-1]
            for item in reversed(self.items):
                if item.quote.text == claim.item or (item.designation is not None and item.designation == claim.designation):
                    return item
        return self.last_item()

    # -- parties
    def note_claims(self, claims: Sequence[Claim]) -> None:
        """Remember the claims of the last sentence that made any, and who gives what to whom."""
        if not claims:
            return
        self.last_claims = list(claims)
        for claim in claims:
            if claim.supplier is None or claim.recipient is None:
                continue
            pair = (claim.supplier, claim.recipient)
            self.pair_counts[pair] += 1
            for key in filter(None, (claim.designation, claim.category)):
                self.pairs[key] = pair

    def pair_for(self, designation: str | None, category: Category) -> Pair:
        """The pair that last went with this type or this category, else the commonest of the whole page."""
        for key in (designation, category):
            if key is not None and key in self.pairs:
                return self.pairs[key]
        counts = (self.first or self).pair_counts
        return counts.most_common(1)[0][0] if counts else (None, None)

    def partner(self, known: set[str], side: int, item: Item) -> str | None:
        """The partner on `side` (0 supplier, 1 recipient) of one of `known`: for these goods, else the commonest on the page."""
        for key in (item.designation, item.category):
            pair = self.pairs.get(key) if key is not None else None
            if pair is not None and pair[1 - side] in known:
                return pair[side]
        for counts in (self.pair_counts, self.first.pair_counts if self.first else Counter()):
            found = next((pair[side] for pair, _ in counts.most_common() if pair[1 - side] in known), None)
            if found is not None:
                return found
        return None

    def usual(self, side: int) -> str | None:
        """The commonest party on `side` on the whole page; None where nothing tells."""
        counts: Counter[str] = Counter()
        for pair, number in (self.first or self).pair_counts.items():
            counts[pair[side]] += number
        return counts.most_common(1)[0][0] if counts else None
