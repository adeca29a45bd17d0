"""What stands in the bytes of a folder, whatever its files are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def traces(folder: Path, marks: Iterable[bytes]) -> set[tuple[str, bytes]]:
    """Return which marks stand in which files, in whatever case."""
    contents = {
        each.name: each.read_bytes().lower() for each in folder.rglob("*") if each.is_file()
    }
    return {
        (name, mark) for mark in marks for name, held in contents.items() if mark.lower() in held
    }
