"""The storage port's part for vectors, and for what finds passages by them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from index.engine.refinements import Refinements
from index.text.parts.passages import SPLITTING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from index.documents import Model
    from index.ports import Totals
    from index.search_scope import Scope

    Audience = frozenset[str] | None
    Question = NDArray[np.float32]


class Candidates(Protocol):
    """Passages by their meaning; what is outside the scope is not even compared."""

    def catch_up(self, model: Model) -> None:
        """Apply what was written since the last question to the vectors in memory."""

    def nearest(
        self, question: Question, scope: Scope, model: Model, count: int
    ) -> dict[int, float]:
        """Return the nearest passages in scope with their cosine, at most so many.

        Whoever shows them reads them within the scope, and calls `read_again` where that disagrees.
        """

    def read_again(self, model: Model) -> None:
        """Have what is in memory of a model read again from the database."""

    def totals(self, audience: Audience) -> Totals:
        """Return how many passages an audience may see, and how many there are."""

    def cosines(self, question: Question, ids: Collection[int], model: Model) -> dict[int, float]:
        """Return the cosines of a question and those of these passages that have a vector."""

    def vectors_of(
        self, posts: Collection[str], model: Model, most: int
    ) -> tuple[dict[str, int], NDArray[np.float32]]:
        """Return the vectors of the first so many passages of each of these posts."""


class Vectors(Refinements, Protocol):
    """The models and their vectors."""

    def active_model(self) -> Model | None:
        """Return the model that answers questions, or None before the first post."""

    def add_model(self, name: str, dimension: int, splitting: int = SPLITTING) -> Model:
        """Note a model; it answers nothing until it is made active."""

    def unfinished_model(self, name: str) -> Model | None:
        """Return the model of this name whose vectors were being made when the process ended."""

    def activate(self, model: Model) -> None:
        """Make this the one that answers, and drop every other with its vectors."""

    def mark_split_as_now(self) -> None:
        """Note that every passage was made by the present splitting rules."""

    def put_vectors(self, model: Model, ids: Sequence[int], vectors: NDArray[np.float16]) -> None:
        """Store vectors of passages, but for those removed meanwhile; call inside `writing`."""

    def without_vector(self, model: Model, most: int) -> list[int]:
        """Return the next passages that have no vector of a model yet."""

    def embedded(self, model: Model) -> tuple[int, int]:
        """Return how many passages have a vector of a model, and how many there are."""

    def candidates(self, cache_file: Path) -> Candidates:
        """Return what finds passages by their meaning; a file of that name is taken away."""
