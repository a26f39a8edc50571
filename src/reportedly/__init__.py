"""Reportedly reads news pages and writes down what they claim about international arms transfers.

`read` reads one page, `read_all` files and folders; a `Reading` has the `page`, its `claims`, and the sentences that were `declined`.
A `Ledger` keeps pages and works out deals; its `View` answers questions, narrowed by `Filters`. These three are loaded when they are first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reportedly.api import Overrides, read, read_all
from reportedly.model.claim import Basis, Claim, Declined, Source
from reportedly.model.errors import PackError, ReportedlyError, SourceError, UsageError
from reportedly.model.page import Line, Page, RawPage
from reportedly.model.quantity import Quantity
from reportedly.model.quote import Quote
from reportedly.model.reading import Failure, Reading
from reportedly.model.when import When

if TYPE_CHECKING:
    from reportedly.ledger.ledger import Filters, Ledger, View

__version__ = "0.1.0"
__all__ = [
    "Basis",
    "Claim",
    "Declined",
    "Failure",
    "Filters",
    "Ledger",
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
    "View",
    "When",
    "read",
    "read_all",
]


def __getattr__(name: str) -> Any:
    """Load what belongs to the ledger on demand: reading pages needs no database library."""
    if name in {"Filters", "Ledger", "View"}:
        return getattr(import_module("reportedly.ledger.ledger"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
