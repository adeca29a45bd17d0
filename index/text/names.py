"""Names as they are compared: without case, accents and signs."""

from __future__ import annotations

from functools import lru_cache

from index.text.words import words


@lru_cache(maxsize=64)
def name_key(name: str | None) -> str:
    """Return a name as it is compared: its folded words, each between two spaces.

    A name of signs only ("🌻") is compared as it is; no name is compared as "".
    """
    parts = words(name or "") or (name or "").split()
    return f" {' '.join(parts)} " if parts else ""
