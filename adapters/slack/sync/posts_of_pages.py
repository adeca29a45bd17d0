"""Reads messages and makes posts of them, but for those that their authors keep out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.markup.slack import named_ids
from adapters.slack.ids import post_id, question_id
from adapters.slack.sync.history import History
from adapters.slack.sync.posts import to_post

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Message, Root
    from adapters.slack.sync.history import Heartbeat
    from index.posts import Post


class PostReader:
    """Makes posts of messages.

    Args:
        context: What it stands on.
        minute_seconds: Between two calls, where Slack gives a few messages a minute.
    """

    def __init__(self, context: SlackContext, minute_seconds: float) -> None:
        self._context = context
        self._minute_seconds = minute_seconds
        self._histories: dict[str, History] = {}

    async def history(self, team: str) -> History:
        """Returns what reads the channels of a workspace."""
        if team not in self._histories:
            client = (await self._context.workspaces.of(team)).client
            self._histories[team] = History(client, team, self._minute_seconds)
        return self._histories[team]

    async def replies(
        self, roots: Sequence[Root], heartbeat: Heartbeat = None
    ) -> AsyncIterator[tuple[Message, ...]]:
        """Yields the replies under some messages, but for what we answered there.

        Replies are posts also under what is none: a joining, a call, what is left of a message
        that was deleted.
        """
        for root in roots:
            if root.reply_count:
                history = await self.history(root.team)
                before: tuple[Message, ...] = ()
                async for replies in history.replies(root.channel, root.ts, heartbeat):
                    # What is asked at the end of a page is answered on the next.
                    yield _unasked(before, (*before, *replies))
                    before = replies
                yield _unasked(before, before)

    async def posts(self, team: str, messages: Sequence[Message]) -> list[Post]:
        """Returns the posts that these messages are; what we took as a question is none."""
        directory = self._context.directory
        workspace = await self._context.workspaces.of(team)
        posts = []
        for message in messages:
            conversation = await directory.conversation(team, message.channel)
            name = post_id(team, message.channel, message.ts)
            if message.is_kept_out or conversation.is_closed or self._was_asked(name):
                continue
            named = named_ids("\n".join([message.text, *message.beside.unfolded]))
            accounts = {each for each in {*named, message.user} if each[:1] in {"U", "W"}}
            channels = {each: await directory.conversation(team, each) for each in named - accounts}
            posts.append(
                to_post(
                    message,
                    conversation,
                    workspace,
                    await directory.names(team, accounts),
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
        ledger = self._context.services.ledger
        return ledger.deliveries.is_claimed(name) or bool(
            ledger.questions.replies(question_id(name))
        )


def _unasked(messages: Sequence[Message], said: Sequence[Message]) -> tuple[Message, ...]:
    """Returns the messages that nothing of what was said in their thread is our answer to."""
    answered = {each.answers for each in said}
    return tuple(
        each for each in messages if post_id(each.team, each.channel, each.ts) not in answered
    )
