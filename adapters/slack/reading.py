"""Reads messages and makes posts of them, but for those that their authors keep out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.meanwhile import Meanwhile
from adapters.slack.history import History
from adapters.slack.markup import named_ids
from adapters.slack.posts import post_id, to_post
from adapters.slack.translate import question_id

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from adapters.slack.arrivals import Message
    from adapters.slack.history import Heartbeat
    from adapters.slack.office import Office
    from index.posts import Post


class Reading:
    """Makes posts of messages.

    Args:
        office: What it stands on.
        minute_seconds: Between two calls, where Slack gives a few messages a minute.

    Attributes:
        meanwhile: What was heard while pages of messages were on their way.
    """

    def __init__(self, office: Office, minute_seconds: float) -> None:
        self._office = office
        self._minute_seconds = minute_seconds
        self.meanwhile = Meanwhile()
        self._histories: dict[str, History] = {}

    async def history(self, team: str) -> History:
        """Returns what reads the channels of a workspace."""
        if team not in self._histories:
            client = (await self._office.workspaces.of(team)).client
            self._histories[team] = History(client, team, self._minute_seconds)
        return self._histories[team]

    async def everything(
        self, team: str, channel: str, heartbeat: Heartbeat
    ) -> AsyncIterator[tuple[Message, ...]]:
        """Yields all messages of a channel and its threads, page by page, the newest first."""
        history, latest, has_more = await self.history(team), "", True
        while has_more:
            page = await history.page(channel, latest=latest, heartbeat=heartbeat)
            yield page.messages
            async for replies in self.replies(page.messages, heartbeat):
                yield replies
            latest, has_more = page.oldest, page.has_more

    async def replies(
        self, messages: Sequence[Message], heartbeat: Heartbeat = None
    ) -> AsyncIterator[tuple[Message, ...]]:
        """Yields the replies in the threads of some messages, but for what we answered there."""
        for message in messages:
            if message.reply_count:
                history = await self.history(message.team)
                before: tuple[Message, ...] = ()
                async for replies in history.replies(message.channel, message.ts, heartbeat):
                    # What is asked at the end of a page is answered on the next.
                    yield _unasked(before, (*before, *replies))
                    before = replies
                yield _unasked(before, before)

    async def posts(self, team: str, messages: Sequence[Message]) -> list[Post]:
        """Returns the posts that these messages are; what we took as a question is none."""
        people = self._office.people
        workspace = await self._office.workspaces.of(team)
        posts = []
        for message in messages:
            place = await people.place(team, message.channel)
            name = post_id(team, message.channel, message.ts)
            if message.is_kept_out or place.is_closed or self._was_asked(name):
                continue
            named = named_ids("\n".join([message.text, *message.beside.unfolded]))
            accounts = {each for each in {*named, message.user} if each[:1] in {"U", "W"}}
            channels = {each: await people.place(team, each) for each in named - accounts}
            posts.append(
                to_post(
                    message,
                    place,
                    workspace,
                    await people.names(team, accounts),
                    {
                        id_: each.name
                        for id_, each in channels.items()
                        # Whoever reads a private channel knows its name, too.
                        if not each.is_private or id_ == message.channel
                    },
                )
            )
        return [post for post in posts if post is not None]

    def _was_asked(self, name: str) -> bool:
        """Says whether we took a message as a question, or have answered it."""
        ledger = self._office.room.ledger
        return ledger.deliveries.is_claimed(name) or bool(
            ledger.questions.replies(question_id(name))
        )


def _unasked(messages: Sequence[Message], said: Sequence[Message]) -> tuple[Message, ...]:
    """Returns the messages that nothing of what was said in their thread is our answer to."""
    answered = {each.answers for each in said}
    return tuple(
        each
        for each in messages
        if post_id(each.team, each.channel, each.ts) not in answered
    )
