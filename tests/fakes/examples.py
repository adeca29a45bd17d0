"""How many examples a test of a property that takes time of its own tries."""

from __future__ import annotations

from hypothesis import settings


def at_most(number: int) -> int:
    """Return the number of examples, or what all tests of this run try where that is fewer."""
    return min(number, settings().max_examples)
