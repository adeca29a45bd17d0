"""What `pullquote check` and `pullquote audit` find, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.posts.library import Library
    from index.statistics import Statistics


class Finding(NamedTuple):
    """One line of `check`.

    Attributes:
        subject: What was looked at, in a word.
        is_fine: Whether it is as it should be.
        text: How it is; with the remedy, where it is not fine.
    """

    subject: str
    is_fine: bool
    text: str


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
        statistics: What all of these hold.
    """

    reader: Reader
    labels: tuple[tuple[str, int], ...]
    statistics: Statistics


async def audit(library: Library, reader: Reader) -> Audit:
    """Count what is stored for a reader."""
    labels = sorted(reader.audience & frozenset(await library.audiences()))
    counts = [(label, (await library.statistics(frozenset({label}))).posts) for label in labels]
    counts.sort(key=lambda each: -each[1])
    return Audit(reader, tuple(counts), await library.statistics(reader.audience))
