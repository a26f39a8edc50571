"""Claims as linking and grading look at them, made from the rows of `place`, `claim` and `page`."""

from functools import cache

from reportedly.ledger.rows import Row
from reportedly.ledger.signs import Member
from reportedly.model.when import When


@cache
def parse_when(edtf: str | None) -> When | None:
    """Read a time, once for all claims that give the same; None stays None, and what is no EDTF tells nothing."""
    try:
        return When.parse(edtf) if edtf else None
    except ValueError:
        return None


def claim_member(row: Row) -> Member:
    """Make of a row of `place` with its claim and the page's `published` what linking and grading look at."""
    return Member(
        row["claim_id"], row["page_id"], row["day"], row["position"], row["thread"], row["kind"], row["item"], row["stage"], row["certainty"],
        row["mode"], row["least"], row["most"], parse_when(row["happened"]), parse_when(row["published"]), row["origin"], row["family"],
        frozenset(filter(None, row["beside"].split("|"))),
    )  # fmt: skip
