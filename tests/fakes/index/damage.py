"""Damages the bytes of a file as failing disks and interrupted copies do."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.sqlite.store import Store

PAGE = 4096


def damaged(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what was done, and the file after it."""
    pages = len(content) // PAGE
    for size in (1, 50, 100, PAGE // 2, PAGE, PAGE + 1, len(content) // 2, len(content) - PAGE):
        yield f"cut to {size} bytes", content[:size]
    yield "another header", b"SQLite format 4" + content[15:]
    yield "all zeros", bytes(len(content))
    yield "a text", b"a shopping list " * 1_000
    for page in range(pages):
        begin, end = page * PAGE, (page + 1) * PAGE
        yield f"page {page + 1} zeroed", content[:begin] + bytes(PAGE) + content[end:]
        yield (
            f"page {page + 1} as another",
            (content[:begin] + content[-PAGE:] + content[end:] if end < len(content) else content),
        )
    chance = random.Random(12)  # noqa: S311 - no secret
    for _ in range(3 * pages):
        at = chance.randrange(100, len(content))
        flipped = content[at] ^ (1 << chance.randrange(8))
        yield f"byte {at} flipped", content[:at] + bytes([flipped]) + content[at + 1 :]


def damage_newest_vector(store: Store, vector: bytes) -> bytes:
    """Put other bytes in the place of the newest vector, and return what stood there."""
    newest = "SELECT passage, vector FROM vectors ORDER BY passage DESC LIMIT 1"
    passage, before = store.connection.execute(newest).fetchone()
    store.connection.execute("UPDATE vectors SET vector = ? WHERE passage = ?", (vector, passage))
    return bytes(before)
