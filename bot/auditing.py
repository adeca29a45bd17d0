"""What a question from somewhere could cite."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.library import Library
    from index.census import Census


@dataclass(frozen=True, slots=True)
class Reader:
    """Who would read a reply.

    Attributes:
        name: What they are called: a person, or a channel for all who read it.
        audience: The labels that they may see.
    """

    name: str
    audience: frozenset[str]


@dataclass(frozen=True, slots=True)
class Audit:
    """What a question could cite.

    Attributes:
        reader: For whom.
        labels: How many posts there are for each label that they may see, the most first.
        census: What all of these hold.
    """

    reader: Reader
    labels: tuple[tuple[str, int], ...]
    census: Census


async def audit(library: Library, reader: Reader) -> Audit:
    """Counts what is stored for a reader."""
    labels = sorted(reader.audience & frozenset(await library.audiences()))
    counts = [(label, (await library.census(frozenset({label}))).posts) for label in labels]
    counts.sort(key=lambda each: -each[1])
    return Audit(reader, tuple(counts), await library.census(reader.audience))
