"""The storage port's part for second vectors: what a better, slower model says of the passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from index.documents import Model
    from index.search_scope import Scope

    Question = NDArray[np.float32]


class RefinedCandidates(Protocol):
    """Passages by their second vector, of those that have one by now."""

    def nearest(
        self, question: Question, scope: Scope, model: Model, count: int
    ) -> dict[int, float]:
        """Return the nearest passages in scope with their cosine, at most so many."""

    def cosines_of(
        self, question: Question, posts: Collection[str], model: Model, most: int
    ) -> dict[str, list[float | None]]:
        """Return the cosine of each of the first so many passages of these posts, in order.

        None stands for a passage that has no second vector yet.
        """


class Refinements(Protocol):
    """A second model and its vectors, which are made beside the first's, little by little."""

    def refining_model(self) -> Model | None:
        """Return the model that refines, or None where none does."""

    def begin_refining(self, name: str, dimension: int) -> Model:
        """Return the model of this name that refines, in place of any other and its vectors."""

    def end_refining(self) -> None:
        """Drop the model that refines, with its vectors."""

    def unrefined(
        self, model: Model, most: int, *, newer: int = 0, older: int | None = None, first: int = 0
    ) -> list[int]:
        """Return passages without a second vector, the newest first.

        Args:
            model: The model that refines.
            most: How many at most.
            newer: Only those with a higher id.
            older: Only those with a lower id; None for all.
            first: Only so many at the beginning of each post; 0 for all.
        """

    def unrefined_of(self, posts: Collection[str], model: Model) -> list[int]:
        """Return the passages of these posts that have no second vector yet."""

    def put_refined(self, model: Model, ids: Sequence[int], vectors: NDArray[np.float16]) -> None:
        """Store second vectors in one transaction, but for passages removed meanwhile."""

    def refined_candidates(self) -> RefinedCandidates:
        """Return what finds passages by their second vector."""
