"""Schema of `cases.yml`: sentences that a pack must read, and must not, with the claims they make.

A row of claims is: number of the sentence in the text (from 1), "supplier>recipient" ("?" for none), words of the item, designation or "", category,
quantity or "", mode, stage, certainty, sources or "", time or "".
"""

from typing import Literal

from reportedly.model.claim import Category, Certainty, Mode, Stage
from reportedly.packs.load import PackFile

Row = tuple[int, str, str, str, Category, str, Mode, Stage, Certainty, str, str]


class CaseOf(PackFile):
    """One case; see the head of `packs/en/cases.yml`."""

    about: str
    text: str
    claims: list[Row]
    published: str | None = None
    headline: bool = False
    must: Literal[True] | None = None
    """The case has to pass whole, certainty included; others count in the F1 of the pack."""


class Cases(PackFile):
    """`cases.yml`."""

    cases: list[CaseOf]
