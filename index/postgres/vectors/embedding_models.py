"""Which embedding models have stored vectors, and those vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pgvector import HalfVector

from index.documents import Model
from index.postgres.server.database import Database
from index.postgres.vectors import graph
from index.text.parts.passages import SPLITTING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray


COLUMNS: Final = "number, name, dimension, splitting"


class EmbeddingModels(Database):
    """The models with stored vectors."""

    def models(self, which: str = "TRUE", *values: str) -> list[Model]:
        """Return the models that meet a condition."""
        query = f"SELECT {COLUMNS} FROM models WHERE {which} ORDER BY number"
        return [Model(*row) for row in self.rows(query, values)]

    def active_model(self) -> Model | None:
        """Return the model that answers questions, or None before the first post."""
        return next(iter(self.models("is_active")), None)

    def add_model(self, name: str, dimension: int, splitting: int = SPLITTING) -> Model:
        """Note a model; it answers nothing until it is made active."""
        row = self.row(
            f"INSERT INTO models (name, dimension, splitting) VALUES (%s, %s, %s)"
            f" RETURNING {COLUMNS}",
            (name, dimension, splitting),
        )
        return Model(*row)

    def unfinished_model(self, name: str) -> Model | None:
        """Return the model of this name whose vectors were being made when the process ended."""
        found = self.models("name = %s AND NOT is_active AND NOT refines", name)
        return next(iter(found), None)

    def activate(self, model: Model) -> None:
        """Make this the one that answers, and drop every other that did, with its vectors."""
        self.change("UPDATE models SET is_active = false WHERE is_active")
        self.change("UPDATE models SET is_active = true WHERE number = %s", (model.number,))
        self.drop_models(f"number <> {model.number} AND NOT refines")

    def drop_models(self, which: str) -> None:
        """Drop the models that meet a condition, with their vectors."""
        for each in self.models(which):
            graph.drop(self, each)
        self.change(f"DELETE FROM models WHERE {which}")

    def mark_split_as_now(self) -> None:
        """Note that every passage was made by the present splitting rules."""
        self.change("UPDATE models SET splitting = %s WHERE is_active", (SPLITTING,))

    def put_vectors(self, model: Model, ids: Sequence[int], vectors: NDArray[np.float16]) -> None:
        """Store vectors of passages, but for those removed meanwhile; call inside `writing`."""
        rows = [(model.number, HalfVector(row), id_) for id_, row in zip(ids, vectors, strict=True)]
        self.change_each(
            "INSERT INTO vectors SELECT %s, id, label, %b FROM passages WHERE id = %s"
            " ON CONFLICT (model, passage) DO UPDATE SET vector = excluded.vector",
            rows,
        )

    def without_vector(self, model: Model, most: int) -> list[int]:
        """Return the next passages that have no vector of a model yet.

        Vectors are made in the order of the ids, and later passages have higher ids: the highest
        that has one tells where to go on, after a kill as after a batch.
        """
        rows = self.rows(
            "SELECT id FROM passages WHERE id >"
            " coalesce((SELECT max(passage) FROM vectors WHERE model = %s), 0)"
            " ORDER BY id LIMIT %s",
            (model.number, most),
        )
        return [row[0] for row in rows]

    def embedded(self, model: Model) -> tuple[int, int]:
        """Return how many passages have a vector of a model, and how many there are."""
        (done,) = self.row("SELECT count(*) FROM vectors WHERE model = %s", (model.number,))
        (total,) = self.row("SELECT coalesce(sum(passages), 0)::int8 FROM labels")
        return done, total
