"""Brings a part of a journal into its database, as a checkpoint that is killed half-way does."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEADER, FRAME = 32, 24


def journal_pages(path: Path) -> dict[int, bytes]:
    """Return the newest content of each page in the journal of a database, by its number."""
    content = path.with_name(f"{path.name}-wal").read_bytes()
    (size,) = struct.unpack(">I", content[8:12])
    pages = {}
    for at in range(HEADER, len(content) - FRAME - size + 1, FRAME + size):
        (number,) = struct.unpack(">I", content[at : at + 4])
        if content[at + 8 : at + 16] != content[16:24]:  # of the journal before this one
            break
        pages[number] = content[at + FRAME : at + FRAME + size]
    return dict(sorted(pages.items()))


def checkpoint_in_part(path: Path, count: int) -> None:
    """Write the first pages of the journal into the file: a checkpoint goes by their numbers."""
    with path.open("r+b") as file:
        for number, page in list(journal_pages(path).items())[:count]:
            file.seek((number - 1) * len(page))
            file.write(page)
