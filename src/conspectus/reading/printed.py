"""What is printed on a page: lines in their places.

Pure: places are in points, from the lower left corner of the page.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """Words that stand on one line of a page, and where."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def of(cls, text: str, left: float, bottom: float, right: float, top: float) -> Box:
        """A box with its text cleaned of outer white space."""
        return cls(" ".join(text.split()), left, bottom, right, top)

    @property
    def height(self) -> float:
        """Points from the lowest to the highest ink."""
        return max(self.top - self.bottom, 0.1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page and what is printed on it."""

    width: float
    height: float
    boxes: tuple[Box, ...]
