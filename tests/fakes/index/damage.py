"""Damages what an index keeps, as a fault of the disk would."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.sqlite.store import Store


def damage_newest_vector(store: Store, vector: bytes) -> bytes:
    """Put other bytes in the place of the newest vector, and return what stood there."""
    newest = "SELECT passage, vector FROM vectors ORDER BY passage DESC LIMIT 1"
    passage, before = store.connection.execute(newest).fetchone()
    store.connection.execute("UPDATE vectors SET vector = ? WHERE passage = ?", (vector, passage))
    return bytes(before)
