"""Cast: who plays in one event, and how each role was filled."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.model.claim import Source
from reportedly.reading.naming import Named

INFERRED = {
    "flag": "flags at the head of the line",
    "page": "the page's pair for these goods",
    "maker": "country of the type's maker",
}
"""Rules of the ways that look beyond the sentence."""
TRUST = {
    "frame": 1.0,
    "operator": 0.9,
    "origin": 0.85,
    "near": 0.7,
    "left over": 0.55,
    "page": 0.6,
    "maker": 0.6,
    "flag": 0.8,
    "open": 0.5,
}
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

    def pairs(self) -> list[tuple[Named | None, Named | None]]:
        """Every supplier with every recipient (None where nobody plays), the same party never on both sides."""
        suppliers: list[Named | None] = [*self.supplier] or [None]
        recipients: list[Named | None] = [*self.recipient] or [None]
        return [(s, r) for s in suppliers for r in recipients if s is None or r is None or s.party != r.party]

    def trust(self) -> float:
        """How much the cast is believed: the product over both roles."""
        product = 1.0
        for role in ("supplier", "recipient"):
            product *= TRUST[self.ways.get(role, "open")]
        return product
