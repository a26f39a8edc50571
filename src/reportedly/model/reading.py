"""What reading one page gives: the page, its claims, and the sentences that were declined."""

from dataclasses import dataclass
from html import escape
from itertools import pairwise

from reportedly.model.claim import Claim, Declined
from reportedly.model.page import READ_ROLES, Page


@dataclass(frozen=True, slots=True)
class Reading:
    """A page with everything that was read from it, in the order of the text."""

    page: Page
    claims: tuple[Claim, ...] = ()
    declined: tuple[Declined, ...] = ()

    def _repr_html_(self) -> str:
        """Show the text in a notebook: evidence marked, what it claims in its tooltip, lines that are not read in grey; all escaped."""
        lines = []
        for line in self.page.lines:
            shade = "" if line.role in READ_ROLES else ' style="color:#999"'
            lines.append(f'<div title="{escape(line.role)}"{shade}>{self._marked(line.start, line.end) or "&nbsp;"}</div>')
        return f'<div style="white-space:pre-wrap">{"".join(lines)}</div>'

    def _marked(self, start: int, end: int) -> str:
        """Write `[start, end)` of the text with every stretch of evidence in it inside one `mark`."""
        edges = {edge for claim in self.claims for edge in (claim.evidence.start, claim.evidence.end) if start < edge < end}
        places = sorted({start, end} | edges)
        parts = []
        for left, right in pairwise(places):
            words = escape(self.page.text[left:right])
            said = [_said(claim) for claim in self.claims if claim.evidence.start <= left and right <= claim.evidence.end]
            parts.append(f'<mark title="{escape("; ".join(said))}">{words}</mark>' if said else words)
        return "".join(parts)


def _said(claim: Claim) -> str:
    """Put a claim into one line for a tooltip."""
    return f"{claim.supplier or '?'} → {claim.recipient or '?'}: {claim.item}, {claim.stage} {claim.certainty}"


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: recorded with its reason, never silent, never the end of a batch."""

    place: str
    reason: str
    advice: str
