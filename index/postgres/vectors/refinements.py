"""The model that refines, and which passages still have no vector of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.documents import Model
from index.postgres.vectors.embedding_models import COLUMNS, EmbeddingModels
from index.text.parts.passages import SPLITTING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import numpy as np
    from numpy.typing import NDArray

_LAST_ID: Final = 2**63 - 1
_LAST_ORDINAL: Final = 2**31 - 1

_WITHOUT: Final = (
    "NOT EXISTS (SELECT 1 FROM vectors WHERE vectors.model = %s AND vectors.passage = passages.id)"
)


class Refinements(EmbeddingModels):
    """A second model and its vectors, which come little by little."""

    def refining_model(self) -> Model | None:
        """Return the model that refines, or None where none does."""
        return next(iter(self.models("refines")), None)

    def begin_refining(self, name: str, dimension: int) -> Model:
        """Return the model of this name that refines, in place of any other and its vectors."""
        with self.writing(changes_posts=False):
            now = self.refining_model()
            if now is not None and now.name == name:
                return now
            self.drop_models("refines")
            row = self.row(
                "INSERT INTO models (name, dimension, splitting, refines)"
                f" VALUES (%s, %s, %s, true) RETURNING {COLUMNS}",
                (name, dimension, SPLITTING),
            )
            return Model(*row)

    def end_refining(self) -> None:
        """Drop the model that refines, with its vectors."""
        with self.writing(changes_posts=False):
            self.drop_models("refines")

    def unrefined(
        self, model: Model, most: int, *, newer: int = 0, older: int | None = None, first: int = 0
    ) -> list[int]:
        """Return passages without a second vector, the newest first.

        Costs a lookup for each passage that is passed over: whoever goes on where the last
        batch ended passes over each once.

        Args:
            model: The model that refines.
            most: How many at most.
            newer: Only those with a higher id.
            older: Only those with a lower id; None for all.
            first: Only so many at the beginning of each post; 0 for all.
        """
        rows = self.rows(
            f"SELECT id FROM passages WHERE id > %s AND id < %s AND ordinal < %s AND {_WITHOUT}"
            " ORDER BY id DESC LIMIT %s",
            (
                newer,
                _LAST_ID if older is None else older,
                first or _LAST_ORDINAL,
                model.number,
                most,
            ),
        )
        return [row[0] for row in rows]

    def unrefined_of(self, posts: Collection[str], model: Model) -> list[int]:
        """Return the passages of these posts that have no second vector yet."""
        rows = self.rows(
            "SELECT passages.id FROM posts JOIN passages ON passages.post = posts.number"
            f" WHERE posts.id = ANY(%s::text[]) AND {_WITHOUT}"
            " ORDER BY passages.ordinal, passages.id",
            (list(posts), model.number),
        )
        return [row[0] for row in rows]

    def put_refined(self, model: Model, ids: Sequence[int], vectors: NDArray[np.float16]) -> None:
        """Store second vectors in one transaction, but for passages removed meanwhile."""
        with self.writing(changes_posts=False):
            rows = self.rows(
                "SELECT passages.id FROM passages JOIN models ON models.number = %s AND refines"
                f" WHERE passages.id = ANY(%s::int8[]) AND {_WITHOUT}",
                (model.number, list(ids), model.number),
            )
            wanted = {row[0] for row in rows}
            places = [place for place, id_ in enumerate(ids) if id_ in wanted]
            self.put_vectors(model, [ids[each] for each in places], vectors[places])
