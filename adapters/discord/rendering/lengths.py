"""How long a text is for Discord, and its beginning; pure."""

from __future__ import annotations

from typing import Final

BYTES_A_CHARACTER: Final = 2.5
"""Discord breaks down over some 10,000 bytes, which 4,000 characters of Chinese are."""


def size(text: str) -> float:
    """Return how long a text is for Discord, in characters."""
    return max(len(text), len(text.encode(errors="replace")) / BYTES_A_CHARACTER)


def cut(text: str, longest: float) -> str:
    """Return the text, or as many whole words of it as fit, and a sign that more follows."""
    if size(text) <= longest:
        return text
    most = int(longest) - 2
    raw = text[:most].encode(errors="replace")[: int(most * BYTES_A_CHARACTER)]
    kept = raw.decode(errors="ignore")
    kept = kept[: kept.rfind(" ")] if " " in kept[len(kept) // 2 :] else kept
    # A backslash that has lost its sign would escape what follows.
    return kept.rstrip().rstrip("\\") + "…"
