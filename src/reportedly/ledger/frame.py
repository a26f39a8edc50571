"""Answers of the ledger as a data frame of pandas or polars, whichever the user has and names."""

from collections.abc import Iterable
from importlib import import_module
from typing import Any, Literal

from reportedly.ledger.record import flat, record
from reportedly.model.errors import UsageError

Library = Literal["pandas", "polars"]


def to_frame(answers: Iterable[object], library: Library = "pandas") -> Any:
    """Make a data frame with a row for each deal, event, contradiction or claim.

    Raises: UsageError: the library is not installed.
    """
    rows = flat(record(one) for one in answers)
    try:
        return import_module(library).DataFrame(rows)
    except ImportError as error:
        raise UsageError(f"{library} is not installed; install it with: pip install {library}") from error
