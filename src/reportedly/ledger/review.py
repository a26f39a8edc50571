"""What the live verdicts of analysts change: claims that count no more, corrected fields, deals joined and split.

Order: automatic groups of a thread -> splits and joins, each in the order in which it was decided. Verdicts name claims, so they hold whatever ids deals have.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import RowMapping

from reportedly.model.verdict import Verdict, live_verdicts


@dataclass(frozen=True)
class Effects:
    """The live verdicts, ready for use.

    `rejected`: claims that count no more; `accepted`: claims found right; `corrected`: field -> value by claim;
    `regroupings`: splits and joins of deals in the order in which they were decided.
    """

    rejected: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()
    corrected: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)
    regroupings: tuple[Verdict, ...] = ()

    @classmethod
    def of(cls, verdicts: Sequence[Verdict]) -> "Effects":
        """Work out what counts; of several decisions on one claim the last."""
        decided: dict[str, str] = {}
        corrected: dict[str, dict[str, str | None]] = {}
        live = live_verdicts(verdicts)
        for one in live:
            for claim in one.claims:
                if one.kind in {"accept", "reject"}:
                    decided[claim] = one.kind
                elif one.kind == "correct" and one.field is not None:
                    corrected.setdefault(claim, {})[one.field] = one.value
        return cls(
            rejected=frozenset(claim for claim, kind in decided.items() if kind == "reject"),
            accepted=frozenset(claim for claim, kind in decided.items() if kind == "accept") | frozenset(corrected),
            corrected=corrected,
            regroupings=tuple(one for one in live if one.kind in {"split", "join"}),
        )

    def apply(self, row: Mapping[str, Any] | RowMapping) -> dict[str, Any]:
        """Give a claim's row with its corrected fields."""
        changed = dict(row)
        for name, value in self.corrected.get(row["id"], {}).items():
            if name == "quantity":
                changed["least"], changed["most"] = parse_quantity(value)
            else:
                changed["happened" if name == "when" else name] = value
        return changed


def parse_quantity(value: str | None) -> tuple[int | None, int | None]:
    """Read a number as analysts write it: `18`, `16-18`, `200+`; None is no number.

    Raises: ValueError: it is none of these.
    """
    if value is None:
        return None, None
    if value.endswith("+"):
        return int(value[:-1]), None
    least, _, most = value.partition("-")
    return int(least), int(most or least)
