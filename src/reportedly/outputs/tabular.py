"""One row a claim, for a spreadsheet: CSV as in RFC 4180, UTF-8, a header first.

Words of a page that a spreadsheet would take for a formula (`=`, `+`, `-`, `@` at the start) get an apostrophe before them
(https://owasp.org/www-community/attacks/CSV_Injection); everything else stands as on the page.
"""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from reportedly.model.claim import Claim
from reportedly.model.page import Page
from reportedly.model.reading import Reading

COLUMNS = (
    "page", "url", "outlet", "published", "language", "supplier", "recipient", "item", "designation", "category", "min", "max", "mode", "stage",
    "certainty", "when", "sources", "probability", "evidence", "start", "end", "claim",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_lines(readings: Iterable[Reading]) -> Iterator[str]:
    """Write the header, then the rows of each reading, line ends included."""
    yield _line(COLUMNS)
    for reading in readings:
        for claim in reading.claims:
            yield _line(claim_row(reading.page, claim))


def claim_row(page: Page, claim: Claim) -> list[str]:
    """Write one claim in the order of `COLUMNS`; what is not known is empty, sources are joined by ` > ` from the origin on."""
    low, high = (claim.quantity.min, claim.quantity.max) if claim.quantity else (None, None)
    sources = " > ".join(source.name for source in claim.sources)
    values = (
        page.id, page.url, page.outlet, page.published, page.language, claim.supplier, claim.recipient, claim.item, claim.designation,
        claim.category, low, high, claim.mode, claim.stage, claim.certainty, claim.when, sources, claim.probability, claim.evidence.text,
        claim.evidence.start, claim.evidence.end, claim.id,
    )  # fmt: skip
    return [_cell(value) for value in values]


def _cell(value: str | float | None) -> str:
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else str(value)


def _line(cells: Iterable[str]) -> str:
    buffer = StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()
