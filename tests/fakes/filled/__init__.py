"""Exports in which every field that a person can write into is filled with a word of its own."""

from __future__ import annotations

import re


def word(path: str) -> str:
    """Return the word that stands in a field: made of its path, and in no other field."""
    return f"Word{re.sub('[^a-z]', '', path.lower())}end"
