"""A place in a page's text and the words that stand there.

Invariant: `quote.text == page.text[quote.start:quote.end]` for every quote that leaves the program. Offsets are Unicode
code points, half-open, as in the TextPositionSelector of the W3C Web Annotation model.
"""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Quote:
    """Half-open code-point span of a page's text; `text` is a copy for people and equals the slice."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Quote":
        """Cut the quote `[start, end)` out of `text`.

        Raises: ValueError: the span is empty or does not lie inside `text`.
        """
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no words at [{start}, {end}) in a text of {len(text)} code points")
        return cls(start, end, text[start:end])

    def overlaps(self, other: "Quote") -> bool:
        """Say whether the two quotes share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Quote") -> bool:
        """Say whether `other` lies wholly inside this quote."""
        return self.start <= other.start and other.end <= self.end
