"""One error tree; every message says what to do next.

`ReportedlyError` is the root. What goes wrong with one input (`SourceError`) is recorded and the batch goes on; what is
wrong with a language pack (`PackError`) or with the way the program was called (`UsageError`) stops the run.
"""


class ReportedlyError(Exception):
    """Root of every error that Reportedly raises on purpose."""


class SourceError(ReportedlyError):
    """One input cannot be read; the message names the input, the reason and what to do next."""

    def __init__(self, place: str, reason: str, advice: str) -> None:
        super().__init__(f"{place}: {reason}. {advice}")
        self.place = place
        self.reason = reason
        self.advice = advice


class PackError(ReportedlyError):
    """A language pack or reference file does not follow its schema."""


class UsageError(ReportedlyError):
    """The caller asked for something that cannot be done as asked."""
