"""How many: a closed or open range of single items (GUIDE.md, "Item, designation, quantity, mode")."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """Between `min` and `max` items, both included; `max` None means "or more".

    Raises: ValueError: `max` is smaller than `min`, or a bound is negative.
    """

    min: int
    max: int | None

    def __post_init__(self) -> None:
        """Refuse a range that holds no number."""
        if self.min < 0 or (self.max is not None and self.max < self.min):
            raise ValueError(f"no number lies between {self.min} and {self.max}")

    def __str__(self) -> str:
        """Write the range as people do: `18`, `16-18`, `200+`."""
        if self.max is None:
            return f"{self.min}+"
        return str(self.min) if self.min == self.max else f"{self.min}-{self.max}"
