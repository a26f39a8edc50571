"""Reportedly reads news pages and writes down what they claim about international arms transfers.

`read` reads one page, `read_all` files and folders; a `Reading` has the `page`, its `claims`, and the sentences that were `declined`.
"""

from reportedly.api import Overrides, read, read_all
from reportedly.model.claim import Basis, Claim, Declined, Source
from reportedly.model.errors import PackError, ReportedlyError, SourceError, UsageError
from reportedly.model.page import Line, Page, RawPage
from reportedly.model.quantity import Quantity
from reportedly.model.quote import Quote
from reportedly.model.reading import Failure, Reading
from reportedly.model.when import When

__version__ = "0.1.0"
__all__ = [
    "Basis",
    "Claim",
    "Declined",
    "Failure",
    "Line",
    "Overrides",
    "PackError",
    "Page",
    "Quantity",
    "Quote",
    "RawPage",
    "Reading",
    "ReportedlyError",
    "Source",
    "SourceError",
    "UsageError",
    "When",
    "read",
    "read_all",
]
