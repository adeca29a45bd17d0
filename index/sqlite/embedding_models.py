"""Which embedding model the stored vectors belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.documents import Model
from index.text.passages import SPLITTING

if TYPE_CHECKING:
    import sqlite3


_COLUMNS = "number, name, dimension, splitting"


def active_model(connection: sqlite3.Connection) -> Model | None:
    """Returns the model that answers questions, or None before the first post."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM models WHERE is_active").fetchone()
    return Model(*row) if row else None


def add_model(
    connection: sqlite3.Connection, name: str, dimension: int, splitting: int = SPLITTING
) -> Model:
    """Notes a model; it answers nothing until it is made active."""
    row = connection.execute(
        "INSERT INTO models (name, dimension, splitting, is_active) VALUES (?, ?, ?, 0)"
        f" RETURNING {_COLUMNS}",
        (name, dimension, splitting),
    ).fetchone()
    return Model(*row)


def unfinished_model(connection: sqlite3.Connection, name: str) -> Model | None:
    """Returns the model of this name whose vectors were being made when the process ended."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM models WHERE name = ? AND NOT is_active",
        (name,),
    ).fetchone()
    return Model(*row) if row else None


def activate(connection: sqlite3.Connection, model: Model) -> None:
    """Makes this the one that answers, and drops every other with its vectors."""
    connection.execute("UPDATE models SET is_active = 0 WHERE is_active")
    connection.execute("UPDATE models SET is_active = 1 WHERE number = ?", (model.number,))
    connection.execute("DELETE FROM models WHERE number <> ?", (model.number,))


def mark_split_as_now(connection: sqlite3.Connection) -> None:
    """Notes that every passage was made by the present splitting rules."""
    connection.execute("UPDATE models SET splitting = ? WHERE is_active", (SPLITTING,))
