"""Verdicts: an analyst's decisions on claims and deals, appended and never overwritten.

Kinds: `accept` and `reject` (a claim is right, or counts no more), `correct` (a field of a claim gets another value), `join` (two deals are
one), `split` (claims make a deal of their own), `undo` (an earlier verdict counts no more). A verdict on deals names their claims, because
the ids of deals may change when older pages come in, those of claims never.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from reportedly.model.ids import content_id

VerdictKind = Literal["accept", "reject", "correct", "join", "split", "undo"]
CORRECTABLE = ("supplier", "recipient", "designation", "category", "mode", "stage", "certainty", "quantity", "when")
"""Fields of a claim that a verdict can correct."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One decision. `target` is what the analyst named (a claim, deal or verdict id); `claims` those it works on.

    `field` and `value` belong to `correct` (`value` None empties the field); `others` are the claims of the second deal of a `join`. `at` is an ISO 8601 stamp in UTC.
    """

    kind: VerdictKind
    target: str
    by: str
    at: str
    why: str = ""
    claims: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    field: str | None = None
    value: str | None = None

    @property
    def id(self) -> str:
        """Hash of everything in it, the moment included."""
        return content_id("verdict", self.kind, self.target, self.by, self.at, self.why, self.detail_json())

    def detail_json(self) -> str:
        """Write what depends on the kind as JSON."""
        detail: dict[str, Any] = {"claims": self.claims, "others": self.others, "field": self.field, "value": self.value}
        return json.dumps({name: value for name, value in detail.items() if value}, ensure_ascii=False, sort_keys=True)

    @classmethod
    def of_json(cls, kind: VerdictKind, target: str, detail: str, *, by: str, why: str, at: str) -> "Verdict":
        """Read a verdict back from its parts; `detail` as `detail_json` wrote it."""
        known = json.loads(detail)
        return cls(
            kind, target, by, at, why, tuple(known.get("claims", ())), tuple(known.get("others", ())), known.get("field"), known.get("value")
        )  # fmt: skip


def live_verdicts(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Leave out the verdicts that were undone, and the undoing; an undone undo counts again. Order is kept."""
    undone: set[str] = set()
    for one in reversed(verdicts):
        if one.kind == "undo" and one.id not in undone:
            undone.add(one.target)
    return [one for one in verdicts if one.kind != "undo" and one.id not in undone]
