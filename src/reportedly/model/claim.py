"""Claims: one statement of a page that arms go, went, may go or do not go from one party to another.

The fields and their values are those of GUIDE.md; certainty follows FactBank (Saurí & Pustejovsky 2009), dates are EDTF
(ISO 8601-2), states ISO 3166-1 alpha-2. Every field remembers the words it rests on (`Basis`).
"""

from dataclasses import dataclass, field
from typing import Literal, get_args

from reportedly.model.quantity import Quantity
from reportedly.model.quote import Quote

Category = Literal[
    "aircraft", "helicopter", "uav", "missile", "air-defence", "artillery", "armour", "ammunition", "ship", "sensor",
    "small-arms", "vehicle", "component", "technology", "arms",
]  # fmt: skip
Mode = Literal["sale", "aid", "loan", "swap", "licence", "unspecified"]
Stage = Literal[
    "interest", "offer", "negotiation", "approval", "agreement", "shipment", "delivery", "use", "refusal", "suspension",
    "cancellation", "seizure",
]  # fmt: skip
Certainty = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "UU"]
SourceKind = Literal[
    "official", "officials", "government", "military", "intelligence", "company", "media", "research", "document", "social",
    "sources",
]  # fmt: skip

CATEGORIES: tuple[Category, ...] = get_args(Category)
MODES: tuple[Mode, ...] = get_args(Mode)
STAGES: tuple[Stage, ...] = get_args(Stage)
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so. `party` is the code of whom the source speaks for, None for media and where it does not matter.

    `quote` is where the page names the source (None where it follows from the page, such as a carried-over chain's first link).
    """

    name: str
    kind: SourceKind
    party: str | None = None
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """Why a field has its value: the words it rests on (None: it follows from the page or from reference data) and the rule."""

    field: str
    rule: str
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of one sentence. Field by field as GUIDE.md says.

    `supplier` and `recipient` are ISO codes or slugs, at least one of them not None, never equal; `item` is the words for the
    weapon (in the evidence, or carried over from an earlier sentence); `when` is EDTF or None; `sources` run from the origin to the one nearest
    the page; `probability` in [0, 1] is how likely all core fields are right; `basis` explains every field.
    """

    id: str
    evidence: Quote
    supplier: str | None
    recipient: str | None
    item: str
    designation: str | None
    category: Category
    quantity: Quantity | None
    mode: Mode
    stage: Stage
    certainty: Certainty
    sources: tuple[Source, ...]
    when: str | None
    probability: float
    basis: tuple[Basis, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Declined:
    """A sentence with a transfer word that yielded no claim, and why: recall can be looked at, not only precision.

    `reason` is a short code (`no-item`, `no-party`, `one-party-own-arms`, `role`, ...), `detail` says it in words.
    """

    quote: Quote
    reason: str
    detail: str
