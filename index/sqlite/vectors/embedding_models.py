"""Which embedding models have stored vectors, and those vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.documents import Model
from index.sqlite.database import Database
from index.sqlite.quantization import packed
from index.text.parts.passages import SPLITTING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray


_COLUMNS = "number, name, dimension, splitting"


def active_model(connection: sqlite3.Connection) -> Model | None:
    """Return the model that answers questions, or None before the first post."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM models WHERE is_active").fetchone()
    return Model(*row) if row else None


class EmbeddingModels(Database):
    """The models with stored vectors."""

    def active_model(self) -> Model | None:
        """Return the model that answers questions, or None before the first post."""
        return active_model(self.connection)

    def add_model(self, name: str, dimension: int, splitting: int = SPLITTING) -> Model:
        """Note a model; it answers nothing until it is made active."""
        row = self.connection.execute(
            "INSERT INTO models (name, dimension, splitting, is_active) VALUES (?, ?, ?, 0)"
            f" RETURNING {_COLUMNS}",
            (name, dimension, splitting),
        ).fetchone()
        return Model(*row)

    def unfinished_model(self, name: str) -> Model | None:
        """Return the model of this name whose vectors were being made when the process ended."""
        row = self.connection.execute(
            f"SELECT {_COLUMNS} FROM models WHERE name = ? AND NOT is_active AND NOT refines",
            (name,),
        ).fetchone()
        return Model(*row) if row else None

    def activate(self, model: Model) -> None:
        """Make this the one that answers, and drop every other that did, with its vectors."""
        self.connection.execute("UPDATE models SET is_active = 0 WHERE is_active")
        self.connection.execute("UPDATE models SET is_active = 1 WHERE number = ?", (model.number,))
        self.connection.execute(
            "DELETE FROM models WHERE number <> ? AND NOT refines", (model.number,)
        )

    def mark_split_as_now(self) -> None:
        """Note that every passage was made by the present splitting rules."""
        self.connection.execute("UPDATE models SET splitting = ? WHERE is_active", (SPLITTING,))

    def put_vectors(self, model: Model, ids: Sequence[int], vectors: NDArray[np.float16]) -> None:
        """Store vectors of passages, but for those removed meanwhile; call inside `writing`."""
        self.connection.executemany(
            "INSERT OR REPLACE INTO vectors SELECT ?, id, ? FROM passages WHERE id = ?",
            [
                (model.number, row.tobytes(), id_)
                for id_, row in zip(ids, packed(vectors), strict=True)
            ],
        )

    def without_vector(self, model: Model, most: int) -> list[int]:
        """Return the next passages that have no vector of a model yet.

        Vectors are made in the order of the ids, and later passages have higher ids: the highest
        that has one tells where to go on, after a kill as after a batch.
        """
        rows = self.connection.execute(
            "SELECT id FROM passages WHERE id >"
            " coalesce((SELECT max(passage) FROM vectors WHERE model = ?), 0) ORDER BY id LIMIT ?",
            (model.number, most),
        )
        return [row[0] for row in rows]

    def embedded(self, model: Model) -> tuple[int, int]:
        """Return how many passages have a vector of a model, and how many there are."""
        done = self.connection.execute(
            "SELECT count(*) FROM vectors WHERE model = ?", (model.number,)
        ).fetchone()[0]
        return done, self.connection.execute("SELECT count(*) FROM passages").fetchone()[0]
