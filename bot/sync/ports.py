"""What keeping channels in sync needs of a chat platform."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Collection, Sequence
    from datetime import datetime

    from bot.ledger.channels import Channel
    from index.posts import Post

    Heartbeat = Callable[[], None]
    """Called every second of a wait; may raise to end it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a channel that is read by itself: its own messages, or a thread.

    Attributes:
        id: What the ids of its posts begin with, before a slash.
        until: The message after which nothing was looked for; "" where all of it is read.
        holds_threads: Replies stand in it, too, and are read with what they reply to.
        is_quiet: Nothing was written in it since the message from which on it is to be read.
        note: Under what the ledger notes how far it was read back; "" for in the channel's row.
    """

    id: str
    until: str = ""
    holds_threads: bool = False
    is_quiet: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Some messages of a place.

    Attributes:
        batches: The posts that they and their replies are.
        reached: The message that the place is read to; "" where it had none.
        cursor: Where the next page begins; "" where this was the last.
        is_cut: The platform hides older messages: that they are missing says nothing.
        unread: The posts of messages that are there and could not be read, once `batches` are
            done: what is stored of them stays.
    """

    batches: AsyncIterator[Sequence[Post]]
    reached: str
    cursor: str
    is_cut: bool = False
    unread: Collection[str] = ()


class OpenChannel(Protocol):
    """A channel that is being read, from the newest message back or from some message on."""

    def places(self) -> AsyncIterator[Place]:
        """Yield its places, but for those that rested before reading is to begin."""
        ...

    async def page(self, place: Place, cursor: str, heartbeat: Heartbeat) -> Page:
        """Return the next page of a place; the first for ""."""
        ...

    def progress(self, place: Place, page: Page) -> tuple[int, int]:
        """Return how much of how much is read by now, as time; (0, 0) where that is unknown."""
        ...

    async def check(self, id_: str) -> None:
        """Raise one of the platform's errors if the place of this post cannot be read any more."""
        ...

    async def deleted_threads(self, met: Collection[str]) -> list[str]:
        """Return the posts in threads of the channel that are gone, those met left out."""
        ...


class Admins(Protocol):
    """Those who look after the posts on one platform."""

    async def tell_lost(self, record: Channel) -> bool:
        """Tell one that a watched channel cannot be read any more; return whether they know."""
        ...


class ChannelReader(Protocol):
    """Reads the channels of one platform, which it names like the ledger does.

    Attributes:
        platform: Its name in the ledger.
        title: What people call it.
        closed: What reading ends in where the platform does not let us read a channel.
        unreadable: All that reading can end in.
    """

    platform: str
    title: str
    closed: tuple[type[Exception], ...]
    unreadable: tuple[type[Exception], ...]

    async def open(self, channel_id: str, *, since: str = "", goes_on: bool = False) -> OpenChannel:
        """Begin to read a channel.

        Args:
            channel_id: The channel, as the ledger names it.
            since: The first message that is wanted; "" for all of them.
            goes_on: The reading back goes on where it was noted to be.

        Raises:
            UnavailableError: It cannot be read.
        """
        ...

    async def refresh(self, record: Channel) -> str | None:
        """Take over what became of a channel itself, and return its newest message.

        None where it is not to be read at the moment.
        """
        ...

    def message_at(self, moment: datetime) -> str:
        """Return what a message would be called that was written at this moment."""
        ...

    async def is_gone(self, record: Channel, error: Exception | None = None) -> bool:
        """Return whether a channel was deleted; one that is only hidden was not.

        Args:
            record: The channel.
            error: What reading it ended in; None before it is read.
        """
        ...

    async def is_comparable(self, record: Channel) -> bool:
        """Return whether a whole channel can be read each day, as far as the platform is asked."""
        ...

    def is_refused(self, error: Exception) -> bool:
        """Return whether an error says that we may not read a channel, until we are let in."""
        ...

    async def name_of(self, record: Channel) -> str | None:
        """Return what a channel's posts give as their source now; None where it is not shown."""
        ...

    async def posts_of(self, channel_id: str, workspace_id: str) -> list[str]:
        """Return the posts of a channel and its threads, by id."""
        ...

    def read_to(self, record: Channel) -> str | None:
        """Return the message that a channel was read back to; "" where not all since it was.

        None where nothing of it was read yet.
        """
        ...

    def known_note(self, channel_id: str) -> str:
        """Return under what the ledger notes that posts of a channel were stored before."""
        ...

    def notes_of(self, channel_id: str) -> Sequence[str]:
        """Return what the names of the notes begin with that are void when it is unwatched."""
        ...

    def noted(self, error: Exception) -> str:
        """Return why reading failed, as it is noted of the channel."""
        ...

    def reason(self, error: Exception) -> str:
        """Return why reading failed, in a few words fit for a log."""
        ...
