"""Grades on two axes that are never blended: how reliable the source is, and how credible the information (Admiralty code, NATO AJP-2.1, annex).

Reliability is the user's own judgement: a CSV table with the columns `outlet,reliability,why` (letters A to F), named by `REPORTEDLY_RELIABILITY`; who is not
in it is F, "cannot be judged". Credibility follows from the claims of a deal: 1 needs another independent origin that asserts the same stage.
Likelihood words for certainties follow US Intelligence Community Directive 203 (2015), the codes name them and the words stand in the docs.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from pydantic import field_validator

from reportedly.ledger.origins import usual_outlet
from reportedly.ledger.signs import Member
from reportedly.ledger.stages import contradicts
from reportedly.model.claim import Certainty
from reportedly.model.deal import Credibility, Reliability
from reportedly.model.errors import PackError, UsageError
from reportedly.packs.load import PackFile, read_table

VARIABLE = "REPORTEDLY_RELIABILITY"
UNJUDGED: Reliability = "F"
LIKELIHOOD: dict[Certainty, str] = {
    "CT+": "almost-certain", "PR+": "likely", "PS+": "roughly-even", "CT-": "almost-no-chance", "PR-": "unlikely", "PS-": "roughly-even", "UU": "not-said",
}  # fmt: skip
"""Code of the ICD 203 expression for each certainty; `not-said` has none."""


class ReliabilityRow(PackFile):
    """A row of the user's table of sources."""

    outlet: str
    reliability: Reliability
    why: str = ""

    @field_validator("reliability", mode="before")
    @classmethod
    def _upper(cls, value: str) -> str:
        return value.upper()


def load_reliability(path: str | None = None) -> dict[str, Reliability]:
    """Read the user's table, by the outlet's usual name; empty where none is named.

    Raises: UsageError: the named file is not there or a row is not understood.
    """
    named = path or os.environ.get(VARIABLE)
    if not named:
        return {}
    try:
        rows = [ReliabilityRow.model_validate(row) for row in read_table(Path(named))]
    except (OSError, ValueError, PackError) as error:
        raise UsageError(f"{named}: no table of outlet,reliability,why with letters A to F: {error}") from error
    return {usual_outlet(row.outlet): row.reliability for row in rows}


def reliability_of(origin: str, table: dict[str, Reliability]) -> Reliability:
    """Give the letter of an origin; F where the table has none."""
    return table.get(origin.removeprefix("media:"), UNJUDGED)


def credibility_of(member: Member, others: Sequence[Member]) -> Credibility:
    """Give the number of a claim beside the other claims of its deal.

    1: another independent origin asserts the same stage for sure; 2: another asserts a stage for sure, and nobody contradicts; 3: nothing else is known; 4: another
    origin contradicts it, and nobody supports it; 5: several do; 6: the claim itself leaves open whether it is so.
    """
    if member.certainty == "UU":
        return 6
    foreign = [one for one in others if one.origin_family != member.origin_family]
    said = (member.stage, member.certainty)
    against = {
        one.origin_family
        for one in foreign
        if contradicts(said, (one.stage, one.certainty)) or contradicts((one.stage, one.certainty), said)
    }
    if any(one.stage == member.stage and one.certainty == member.certainty == "CT+" for one in foreign):
        return 1
    if against:
        return 4 if len(against) == 1 else 5
    return 2 if any(one.certainty == "CT+" for one in foreign) else 3
