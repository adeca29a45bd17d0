"""Reads channels and their threads on Slack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.markup.post_rules import source_name
from adapters.slack.api.web_api import LOST, problem_of, reason
from adapters.slack.ids import team_and_channel
from bot.errors import BotError
from bot.sync.ports import Page, Place
from bot.sync.reading.progress import Stretch
from index.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection, Sequence
    from datetime import datetime

    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Message, Root
    from adapters.slack.sync.channel_kinds import ChannelKinds
    from adapters.slack.sync.message_reader import MessageReader
    from bot.ledger.channels import Channel
    from bot.sync.ports import Heartbeat
    from index.posts import Post


GONE: Final = "channel_not_found"
"""What Slack says of a channel that was deleted, or that we may not know of any more."""

LEFT: Final = "not_in_channel"
"""What Slack says of a channel that we are not in."""

_REFUSED: Final = frozenset(
    {LEFT, GONE, "access_denied", "missing_scope", "no_permission", "restricted_action"}
)
"""What Slack says where we may not read."""

_KNOWN: Final = "slack.known:"


class SlackReader:
    """Reads the channels of Slack."""

    platform = "slack"
    title = "Slack"
    closed: tuple[type[Exception], ...] = (SlackApiError, *LOST)
    unreadable: tuple[type[Exception], ...] = (SlackApiError, BotError, *LOST)

    def __init__(self, context: SlackContext, posts: MessageReader, kinds: ChannelKinds) -> None:
        self._context = context
        self._posts = posts
        self._kinds = kinds

    async def open(
        self, channel_id: str, *, since: str = "", goes_on: bool = False
    ) -> SlackChannel:
        """Begin to read a channel."""
        team, channel = team_and_channel(channel_id)
        began = self.message_at(utc_now())
        record = self._context.services.ledger.channels.get(channel_id) if goes_on else None
        conversation = await self._context.directory.conversation(team, channel)
        read_to = record.oldest if record is not None else ""
        stretch = Stretch(_seconds(since or conversation.created), _seconds(read_to or began))
        return SlackChannel(
            self._posts, Place(channel_id, began, holds_threads=True), stretch, since
        )

    async def refresh(self, record: Channel) -> str | None:
        """Take over who may read a channel now, and return the newest message it can have."""
        newest = self.message_at(utc_now())
        await self._kinds.check(record.id)
        return newest

    def message_at(self, moment: datetime) -> str:
        """Return the time of a message that was written at this moment."""
        return f"{moment.timestamp():.6f}"

    async def is_gone(self, record: Channel, error: Exception | None = None) -> bool:
        """Return whether a channel was deleted, which Slack tells when it is read.

        A private channel that we were taken out of looks the same; what is stored of it nobody
        can be shown to read, and it is there when we are let in again.
        """
        is_gone = isinstance(error, SlackApiError) and problem_of(error) == GONE
        return is_gone and not self._kinds.was_private(record.id)

    async def is_comparable(self, record: Channel) -> bool:
        """Return whether Slack lets us read at a decent pace."""
        return not (await self._posts.pages(team_and_channel(record.id)[0])).is_limited

    def is_refused(self, error: Exception) -> bool:
        """Return whether Slack does not let us read a channel, until we are let in."""
        return isinstance(error, SlackApiError) and problem_of(error) in _REFUSED

    async def name_of(self, record: Channel) -> str | None:
        """Return what a channel's posts give as their source now; None where it is not shown."""
        team, channel = team_and_channel(record.id)
        conversation = await self._context.directory.conversation(team, channel)
        is_shown = conversation.is_joined or conversation.is_open_in(team)
        return source_name(conversation.name) if is_shown else None

    async def posts_of(self, channel_id: str, workspace_id: str) -> list[str]:  # noqa: ARG002 - a channel's name says which
        """Return the posts of a channel."""
        return await self._context.services.library.ids_under(f"{channel_id}/")

    def read_to(self, record: Channel) -> str | None:
        """Return the message that a channel was read back to."""
        return record.oldest or None

    def known_note(self, channel_id: str) -> str:
        """Return under what it is noted that posts of a channel were stored before."""
        return f"{_KNOWN}{channel_id}"

    def notes_of(self, channel_id: str) -> Sequence[str]:  # noqa: ARG002 - the port's
        """Return nothing: how far it was read stands in the channel's row."""
        return ()

    def noted(self, error: Exception) -> str:
        """Return why reading failed, as it is noted of the channel."""
        problem = problem_of(error) if isinstance(error, SlackApiError) else type(error).__name__
        return f"Slack: {problem}"

    def reason(self, error: Exception) -> str:
        """Return why reading failed."""
        return reason(error)


class SlackChannel:
    """One channel that is being read, the newest messages first, each page with its threads."""

    def __init__(
        self,
        posts: MessageReader,
        place: Place,
        stretch: Stretch,
        since: str,
    ) -> None:
        self._posts = posts
        self._place = place
        self._team, self._channel = team_and_channel(place.id)
        self._stretch = stretch
        self._since = since

    async def places(self) -> AsyncIterator[Place]:
        """Yield the channel: what is said in its threads stands in it."""
        yield self._place

    async def page(self, place: Place, cursor: str, heartbeat: Heartbeat) -> Page:  # noqa: ARG002 - the only one
        """Return the next page with its threads.

        Of threads that began before the first message that is wanted, only those are read in
        which something was said since.
        """
        pages = await self._posts.pages(self._team)
        page = await pages.page(self._channel, latest=cursor, heartbeat=heartbeat)
        roots = [each for each in page.roots if max(each.ts, each.latest_reply) >= self._since]
        has_more = page.has_more and page.oldest >= self._since
        return Page(
            self._batches(page.messages, roots, heartbeat),
            page.oldest,
            page.oldest if has_more else "",
            page.is_cut,
        )

    def progress(self, place: Place, page: Page) -> tuple[int, int]:  # noqa: ARG002 - the only one
        """Return how much of how much is read by now."""
        return self._stretch.read_to(_seconds(page.reached or self._stretch.last))

    async def check(self, id_: str) -> None:
        """Ask nothing: what may not be read is refused by Slack, never shown as empty."""

    async def deleted_threads(self, met: Collection[str]) -> list[str]:  # noqa: ARG002 - the port's
        """Return nothing: threads stand in their channel."""
        return []

    async def _batches(
        self, messages: Sequence[Message], roots: Sequence[Root], heartbeat: Heartbeat
    ) -> AsyncIterator[Sequence[Post]]:
        yield await self._posts.posts(self._team, messages)
        async for replies in self._posts.replies(roots, heartbeat):
            yield await self._posts.posts(self._team, replies)


def _seconds(moment: str | int) -> int:
    """Return a message's time, or a channel's, in whole seconds."""
    return int(float(moment))
