"""Reads messages and makes posts of them, but for those that their authors keep out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from adapters.markup.slack import named_ids
from adapters.markup.slack_post_rules import SLACKBOT
from adapters.markup.word_files import NOTHING_FILED, kept, part_ids
from adapters.slack.access.directory import NOBODY
from adapters.slack.ids import channel_id, post_id
from adapters.slack.sync.message_pages import MessagePages
from adapters.slack.sync.message_to_post import is_ours, left_out, to_posts
from adapters.slack.sync.word_files import word_files, words_in
from bot.question_and_answer import question_id

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from adapters.markup.others_words import LeftOut
    from adapters.markup.word_files import Filed, Kind
    from adapters.slack.attached_files import Attached
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Message, Root
    from adapters.slack.sync.message_pages import Heartbeat
    from bot.sync.left_out import LeftOutCounts
    from index.posts import Post


class MessageReader:
    """Makes posts of messages.

    Args:
        context: What it stands on.
        minute_seconds: Between two calls, where Slack gives a few messages a minute.
        left_out: Counts what is no post.
    """

    def __init__(
        self, context: SlackContext, minute_seconds: float, left_out: LeftOutCounts
    ) -> None:
        self._context = context
        self._left_out = left_out
        self._minute_seconds = minute_seconds
        self._pages: dict[str, MessagePages] = {}

    async def pages(self, team: str) -> MessagePages:
        """Return what reads the channels of a workspace."""
        if team not in self._pages:
            client = (await self._context.workspaces.of(team)).client
            self._pages[team] = MessagePages(client, team, self._minute_seconds)
        return self._pages[team]

    async def replies(
        self, roots: Sequence[Root], heartbeat: Heartbeat = None
    ) -> AsyncIterator[tuple[Message, ...]]:
        """Yield the replies under some messages, but for what we answered there.

        Replies are posts also under what is none: a joining, a call, what is left of a message
        that was deleted.
        """
        for root in roots:
            if root.reply_count:
                pages = await self.pages(root.team)
                before: tuple[Message, ...] = ()
                async for replies in pages.replies(root.channel, root.ts, heartbeat):
                    # What is asked at the end of a page is answered on the next.
                    yield _unasked(before, (*before, *replies))
                    before = replies
                yield _unasked(before, before)

    async def posts(self, team: str, messages: Sequence[Message]) -> list[Post]:
        """Return the posts that these messages are; what we took as a question is none."""
        posts: list[Post] = []
        left_out: dict[str, list[LeftOut]] = {}
        for message in messages:
            if not self._was_asked(post_id(team, message.channel, message.ts)):
                found = await self._posts_of(team, message)
                read = len(self._files(message))
                kinds = [found] if isinstance(found, str) else _left_out(message, read)
                left_out.setdefault(channel_id(team, message.channel), []).extend(kinds)
                posts += [] if isinstance(found, str) else found
        for id_, kinds in left_out.items():
            self._left_out.note(id_, *kinds)
        return posts

    async def _posts_of(self, team: str, message: Message) -> list[Post] | LeftOut:
        workspace = await self._context.workspaces.of(team)
        if is_ours(message, workspace):
            return []
        conversation = await self._context.directory.conversation(team, message.channel)
        if await self._is_by_app_account(team, message):
            message = replace(message, is_by_bot=True)
        takes_apps = self._left_out.takes_apps(channel_id(team, message.channel))
        if reason := left_out(message, conversation, takes_apps=takes_apps):
            return reason
        people, channels = await self._names(team, message)

        def made(filed: Filed = NOTHING_FILED) -> list[Post] | LeftOut:
            return to_posts(
                message,
                conversation,
                workspace,
                people,
                channels,
                filed=filed,
                takes_apps=takes_apps,
            )

        return await self._with_files(message, made) if self._files(message) else made()

    async def _is_by_app_account(self, team: str, message: Message) -> bool:
        """Return whether an app wrote a message that does not say so, as in the early years."""
        if message.is_by_bot or message.user in {"", SLACKBOT}:
            return message.is_by_bot
        return (await self._context.directory.person(team, message.user)).is_bot

    async def _with_files(
        self, message: Message, made: Callable[[Filed], list[Post] | LeftOut]
    ) -> list[Post] | LeftOut:
        """Return the posts that a message is with what its files say.

        Unless it was edited they stay as they were, so that no comparison fetches one twice.
        Where they cannot be fetched now, the message stays as it is stored by then, if it is.
        """
        id_ = post_id(message.team, message.channel, message.ts)
        kinds = [kind for kind, _ in self._files(message)]
        ids = [id_, *part_ids(id_, kinds)]
        stored = await self._context.services.library.posts(ids)
        own = made(NOTHING_FILED)
        first = own[0].text if isinstance(own, list) and own and own[0].part is None else ""
        filed = None if message.is_edited else kept(first, stored, id_, kinds)
        filed = filed or await words_in(self._context, message)
        if filed is None and stored and isinstance(own, list):
            as_it_is = {each.id: each for each in own} | stored
            return [*as_it_is.values()]
        unread: list[LeftOut] = ["file_contents"] * (filed.unread if filed else 0)
        self._left_out.note(channel_id(message.team, message.channel), *unread)
        return made(filed or NOTHING_FILED)

    def _files(self, message: Message) -> list[tuple[Kind, Attached]]:
        reads_pdf = self._context.services.documents.reads_pdf
        return word_files(message, reads_pdf=reads_pdf)

    async def _names(self, team: str, message: Message) -> tuple[dict[str, str], dict[str, str]]:
        """Return the names of the accounts, and of the channels, that a message names."""
        directory = self._context.directory
        named = named_ids("\n".join(message.said.texts))
        accounts = {each for each in {*named, message.user} if each[:1] in {"U", "W"}}
        channels = {each: await directory.conversation(team, each) for each in named - accounts}
        people = await directory.names(team, accounts)
        if hidden := [id_ for id_, name in people.items() if name == NOBODY]:
            # Who is in no list is named from their messages.
            ids = {f"slack:{team}/{id_}": id_ for id_ in hidden}
            known = await self._context.services.library.account_names([*ids], f"slack:{team}/")
            people |= {ids[account]: name for account, name in known.items()}
            if people.get(message.user) == NOBODY and message.name:
                people[message.user] = message.name
        return people, {
            id_: each.name
            for id_, each in channels.items()
            # Whoever reads a private channel knows its name, too.
            if each.is_open_in(team) or id_ == message.channel
        }

    def _was_asked(self, name: str) -> bool:
        """Return whether we took a message as a question, or have answered it."""
        ledger = self._context.services.ledger
        return ledger.deliveries.is_claimed(name) or bool(
            ledger.questions.replies(question_id(name))
        )


def _unasked(messages: Sequence[Message], said: Sequence[Message]) -> tuple[Message, ...]:
    """Return the messages that nothing of what was said in their thread is our answer to."""
    answered = {each.answers for each in said}
    return tuple(
        each for each in messages if post_id(each.team, each.channel, each.ts) not in answered
    )


def _left_out(message: Message, read: int) -> list[LeftOut]:
    """Return what a message holds of which there are no words, but for so many files."""
    left_out = [*message.said.left_out]
    for _ in range(read):
        if "file_contents" in left_out:
            left_out.remove("file_contents")
    return left_out
