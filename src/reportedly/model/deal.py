"""Deals: what claims of the same supplier, recipient and kind of weapon amount to. Made by the ledger, never stored as truth.

A *day* is `YYYY-MM-DD`; `when` and `published` are EDTF. Every join carries its `Finding`s: no score without its reasons.
"""

from dataclasses import dataclass
from typing import Literal

from reportedly.model.claim import Certainty, Source, Stage
from reportedly.model.quantity import Quantity
from reportedly.model.quote import Quote

Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal[1, 2, 3, 4, 5, 6]
Field = Literal["stage", "quantity", "date", "party", "polarity"]
Change = Literal[
    "certainty-raised", "certainty-lowered", "stage-moved", "number-changed", "source-dropped", "item-generalised", "claim-lost", "claim-added",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """What one sign said of a pair: its name, its share of the weight, and the reason in words."""

    sign: str
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Join:
    """Why a claim stands in its deal: the claim that it was laid beside, the sum of the weights, and each finding. An analyst's join has one finding."""

    claim_id: str
    other: str
    weight: float
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class DealState:
    """How a deal stood on a day: the furthest stage asserted for sure and not contradicted since (None: nothing was), and who says so.

    `contested` says that something was asserted and later contradicted; `claims` and `pages` count what had come out by then, `origins` all voices,
    `independent` the families of those that vouch for it (a denial does not).
    """

    day: str
    stage: Stage | None
    contested: bool
    claims: int
    pages: int
    origins: int
    independent: int


@dataclass(frozen=True, slots=True)
class Deal:
    """A deal in a list: parties (None: not said), category, the families named (empty: only a kind), when it was first and last reported, its state."""

    id: str
    supplier: str | None
    recipient: str | None
    category: str
    families: tuple[str, ...]
    first_day: str
    last_day: str
    state: DealState


@dataclass(frozen=True, slots=True)
class Event:
    """One claim of a deal as its timeline shows it. `origin` is whose word it is, `family` who speaks with one voice; `grade` is the Admiralty grade, such as `F3`."""

    claim_id: str
    page_id: str
    day: str
    published: str | None
    when: str | None
    stage: Stage
    certainty: Certainty
    quantity: Quantity | None
    item: str
    designation: str | None
    sources: tuple[Source, ...]
    outlet: str | None
    origin: str
    family: str
    origin_rule: str
    quote: Quote
    grade: str
    likelihood: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two events that cannot both hold, or a reversal: the field in which they differ, the older first."""

    field: Field
    kind: Literal["contradiction", "reversal"]
    earlier: Event
    later: Event
    reason: str


@dataclass(frozen=True, slots=True)
class Drift:
    """What changed between an original and its retelling; one of the events is None where a claim was lost or added."""

    change: Change
    original: Event | None
    retelling: Event | None
    reason: str


@dataclass(frozen=True, slots=True)
class OriginSummary:
    """One origin of a deal or page: with whom it speaks as one voice, whether it vouches for the deal (or only denies it), the rules that found it, and where."""

    origin: str
    family: str
    vouches: bool
    rules: tuple[str, ...]
    pages: tuple[str, ...]
    claims: int
