"""What a file gives to every post in it: its source, its audience, the names in its ids."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from adapters.sources.fields import LeftOut


@dataclass(frozen=True, slots=True)
class Labels:
    """What is known of the posts of one file before it is read.

    Attributes:
        file: The path as the person gave it, for the errors.
        name: What the file's own post is called in its id.
        source: The source of its posts.
        keeps_sources: Whether a row may name another source; not where the person named one.
        audience: The audience the person named, or None: then each post's own.
        left_out: Counts what was left out so far, by its kind; its readers add to it.
    """

    file: str
    name: str
    source: str
    keeps_sources: bool = True
    audience: str | None = None
    left_out: Counter[str] = field(default_factory=Counter, compare=False)

    def leave_out(self, kind: LeftOut, count: int = 1) -> None:
        """Count something that is left out."""
        if count:
            self.left_out[kind] += count


def source_name(text: str) -> str:
    """Returns the text as the name of a source: without colons, which end it in an id."""
    return text.replace(":", "-").strip() or "posts"


def text_mark(text: str, digits: int) -> str:
    """Returns the first hexadecimal digits of the text's hash: a name that needs no number."""
    return hashlib.sha256(text.encode()).hexdigest()[:digits]


def host_of(url: str) -> str:
    """Returns the host of an address, or "" where it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def printable(text: str) -> str:
    """Returns the text as it can be printed anywhere: lone surrogates are spelled out."""
    return text.encode("utf-8", "backslashreplace").decode()
