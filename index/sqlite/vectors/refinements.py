"""The model that refines, and which passages still have no vector of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from index.documents import Model
from index.sqlite.database import Database
from index.text.parts.passages import SPLITTING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_COLUMNS: Final = "number, name, dimension, splitting"
_LAST: Final = 2**63 - 1


class Refinements(Database):
    """A second model and its vectors, which come little by little."""

    def refining_model(self) -> Model | None:
        """Return the model that refines, or None where none does."""
        row = self.connection.execute(f"SELECT {_COLUMNS} FROM models WHERE refines").fetchone()
        return Model(*row) if row else None

    def begin_refining(self, name: str, dimension: int) -> Model:
        """Return the model of this name that refines, in place of any other and its vectors."""
        with self.writing(changes_posts=False):
            now = self.refining_model()
            if now is not None and now.name == name:
                return now
            self.connection.execute("DELETE FROM models WHERE refines")
            row = self.connection.execute(
                "INSERT INTO models (name, dimension, splitting, is_active, refines)"
                f" VALUES (?, ?, ?, 0, 1) RETURNING {_COLUMNS}",
                (name, dimension, SPLITTING),
            ).fetchone()
            return Model(*row)

    def end_refining(self) -> None:
        """Drop the model that refines, with its vectors."""
        with self.writing(changes_posts=False):
            self.connection.execute("DELETE FROM models WHERE refines")

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
        rows = self.connection.execute(
            "SELECT id FROM passages WHERE id > ? AND id < ? AND ordinal < ?"
            " AND NOT EXISTS (SELECT 1 FROM vectors WHERE model = ? AND passage = passages.id)"
            " ORDER BY id DESC LIMIT ?",
            (newer, _LAST if older is None else older, first or _LAST, model.number, most),
        )
        return [row[0] for row in rows]

    def unrefined_of(self, posts: Collection[str], model: Model) -> list[int]:
        """Return the passages of these posts that have no second vector yet."""
        rows = self.connection.execute(
            "SELECT p.id FROM json_each(?) AS wanted"
            " CROSS JOIN posts ON posts.id = wanted.value"
            " CROSS JOIN passages AS p ON p.post = posts.number"
            " WHERE NOT EXISTS (SELECT 1 FROM vectors WHERE model = ? AND passage = p.id)"
            " ORDER BY p.ordinal, p.id",
            (json.dumps(list(posts)), model.number),
        )
        return [row[0] for row in rows]

    def note_refined(self, model: Model, ids: Sequence[int]) -> list[int]:
        """Note which passages get a second vector now, and return their places among these."""
        rows = self.connection.execute(
            "INSERT INTO refinements (model, passage)"
            " SELECT models.number, passages.id FROM json_each(?) AS found"
            " CROSS JOIN models ON models.number = ? AND models.refines"
            " CROSS JOIN passages ON passages.id = found.value"
            " WHERE NOT EXISTS (SELECT 1 FROM vectors WHERE model = ?2 AND passage = passages.id)"
            " RETURNING passage",
            (json.dumps(list(ids)), model.number),
        ).fetchall()
        noted = {row[0] for row in rows}
        return [place for place, id_ in enumerate(ids) if id_ in noted]
