"""Damages the bytes of a file as failing disks and interrupted copies do."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.sqlite.store import Store

PAGE = 4096
NO_UTF_8 = b"\xb1"
NAMES = (b"tabletitles", b"CREATE TABLE titles", b"indexposts_by_parent", b"posts(parent_id)")
"""What stands in the schema; the last seven letters of each are damaged, one at a time."""


def damaged(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what was done, and the file after it."""
    pages = len(content) // PAGE
    for size in (1, 50, 100, PAGE // 2, PAGE, PAGE + 1, len(content) // 2, len(content) - PAGE):
        yield f"cut to {size} bytes", content[:size]
    yield "another header", b"SQLite format 4" + content[15:]
    yield "all zeros", bytes(len(content))
    yield "a text", b"a shopping list " * 1_000
    yield from damaged_names(content)
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


def damaged_names(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a file whose schema has a byte that is no UTF-8, which SQLite quotes as it is."""
    for name in NAMES:
        if (begin := content.find(name)) < 0:
            continue
        for at in (begin + len(name) - 6, begin + len(name) - 1):
            yield f"a byte of {name!r} that is no text", content[:at] + NO_UTF_8 + content[at + 1 :]


def without_id(content: bytes, id_: str) -> bytes:
    """Return a file in which the row of a post begins with NULL in the place of its id."""
    values = content.index(f"{id_}{id_.partition(':')[0]}".encode())
    # Before them, the length of the head, the row's number (kept elsewhere) and the id's kind.
    kind = 13 + 2 * len(id_)
    head = next(
        values - size
        for size in range(17, 60)
        if content[values - size : values - size + 3] == bytes([size, 0, kind])
    )
    return content[: head + 2] + b"\0" + content[head + 3 :]


def damage_newest_vector(store: Store, vector: bytes) -> bytes:
    """Put other bytes in the place of the newest vector, and return what stood there."""
    newest = "SELECT passage, vector FROM vectors ORDER BY passage DESC LIMIT 1"
    passage, before = store.connection.execute(newest).fetchone()
    store.connection.execute("UPDATE vectors SET vector = ? WHERE passage = ?", (vector, passage))
    return bytes(before)
