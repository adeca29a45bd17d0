"""All that a message says: its sender's own words, and what it holds that others wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from index.posts import PART, Part

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from index.posts import Post

LeftOut = Literal[
    "bot_messages", "notices", "wordless", "kept_out", "message_links", "file_contents", "dates"
]
"""What is made no post of: apps' messages, notices of the chat's own, messages without a word,
those that their authors keep out, linked messages, files of which a message has no words, and
dates that cannot be told."""

Fate = Literal["text", "author", "about"] | Part | LeftOut
"""What becomes of a field: the sender's words, a name, a title or address, a part, left out."""

Fields = Mapping[str, Fate]
"""The fields of a message that a person can write into; a dot leads into an object or a list."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """Something in a message that its sender did not write.

    Attributes:
        part: What it is.
        text: What it says.
        title: What it is called; "" for nothing.
        author: Who wrote it, as it says; "" where that is not told.
        url: Where it stands; "" for the message itself.
        author_id: The account of who wrote it; "" where that is not told.
        posted_at: When it was written; None where that is not told.
    """

    part: Part
    text: str
    title: str = ""
    author: str = ""
    url: str = ""
    author_id: str = ""
    posted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a message says, in its platform's markup.

    Attributes:
        own: Its sender's words, a paragraph each.
        enclosures: What others wrote.
        left_out: What it holds of which there are no words, or none that may be shown.
    """

    own: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def texts(self) -> list[str]:
        """All of it that may name somebody."""
        parts = ((each.text, each.author) for each in self.enclosures)
        return [*self.own, *(said for part in parts for said in part if said)]


NOTHING: Final = Said()


def posts_of(message: Post, own: str, enclosures: Sequence[Enclosure]) -> list[Post]:
    """Return the posts that a message is: its sender's words, then each of its enclosures.

    Args:
        message: The post of the message; its text counts only where `own` says something.
        own: Its sender's words; "" for none.
        enclosures: What others wrote, as readers see it.
    """
    posts, met = [replace(message, text=own)] if own else [], Counter[str]()
    for each in enclosures:
        met[each.part] += 1
        number = f"-{met[each.part]}" if met[each.part] > 1 else ""
        posts.append(
            replace(
                message,
                id=f"{message.id}{PART}{each.part}{number}",
                text=each.text,
                title=each.title or message.title,
                author=each.author or None,
                url=each.url or message.url,
                posted_at=each.posted_at or _when_enclosed(each, message),
                parent_id=message.id if own else message.parent_id,
                # Who sends it answers for it, unless its author is known.
                author_id=each.author_id or message.author_id,
            )
        )
    return posts


def _when_enclosed(each: Enclosure, message: Post) -> datetime | None:
    """Return the moment of what does not tell its own: that of its message, as it stood there.

    What was passed on was written before, nobody knows when.
    """
    return None if each.part == "forwarded" else message.posted_at
