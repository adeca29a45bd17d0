"""The storage port's part for passages by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from index.ports import Totals
    from index.search_scope import Scope

    Audience = frozenset[str] | None


class Words(Protocol):
    """Passages by the stems of their words."""

    def totals(self, audience: Audience) -> Totals:
        """Return how many passages an audience may see, and how many there are."""

    def catch_up_words(self) -> None:
        """Bring what is held in memory of the passages up to date; a question does it, too."""

    def read_words_again(self) -> None:
        """Have what is held in memory of the passages read again from the database."""

    def best_matches(
        self, words: Sequence[Mapping[str, float]], scope: Scope, count: int
    ) -> dict[int, float]:
        """Return the passages in scope that hold the most of some words, by BM25, best first."""

    def count_holding(self, stems: Collection[str]) -> dict[str, int]:
        """Return how many passages hold each stem."""

    def count_holding_within(
        self, everywhere: Mapping[str, int], audience: Audience
    ) -> dict[str, int]:
        """Return how many passages of an audience hold each stem, of which all have so many."""
