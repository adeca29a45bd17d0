"""What became of the questions of a load."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bench.load.people import Asked


def became_of(asked: Iterable[Asked]) -> Counter[str]:
    """Return how many questions had which end, once it is settled who was told to wait."""
    return Counter(
        "answered once" if each.replies == 1 else "answered more than once" if each.replies
        else "told to wait" if each.held else "lost" for each in asked
    )  # fmt: skip


def counts(counter: Counter[str]) -> str:
    """Return counts as they are printed: "2 lost, 40 answered once"."""
    return ", ".join(f"{count:,} {what}" for what, count in sorted(counter.items()))
