"""Turns Slack's messages into posts; pure."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from adapters.markup.enclosures import posts_of
from adapters.markup.slack import mentions
from adapters.markup.slack_message import shown
from adapters.slack.ids import channel_label, post_id
from bot.text import one_line
from index.posts import Post

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.markup.enclosures import LeftOut
    from adapters.slack.access.directory import Conversation
    from adapters.slack.api.workspaces import Workspace
    from adapters.slack.payloads import Message


_LONGEST_NAME: Final = 80


def to_posts(
    message: Message,
    conversation: Conversation,
    workspace: Workspace,
    people: Mapping[str, str],
    channels: Mapping[str, str],
    *,
    filed: str = "",
    takes_apps: bool = False,
) -> list[Post] | LeftOut:
    """Return the posts that a message is, or why it is none; questions to us are none.

    Args:
        message: The message.
        conversation: The channel it stands in.
        workspace: The workspace.
        people: The names of its author and of whom it names, by their ids.
        channels: The names of the channels that it names, if every reader may know them.
        filed: What its text files say.
        takes_apps: What apps write there is kept, too.
    """
    if message.is_by_bot and not takes_apps:
        return "bot_messages"
    is_ours = message.user == workspace.bot_user_id
    if is_ours or mentions(message.text, workspace.bot_user_id):
        return []
    said = shown(message.said, people, channels)
    own = "\n\n".join(filter(None, [*said.own, filed]))
    if not (own or said.enclosures):
        return "wordless"
    author = one_line(_author(message, people)) or None
    post = _post(message, conversation, workspace, own or said.enclosures[0].text, author)
    return posts_of(post, own, said.enclosures)


def _post(
    message: Message,
    conversation: Conversation,
    workspace: Workspace,
    text: str,
    author: str | None,
) -> Post:
    team = workspace.team
    has_account = message.user and not message.is_by_bot
    return Post(
        id=post_id(team, conversation.id, message.ts),
        source=source_name(conversation),
        text=text,
        author=author,
        url=permalink(workspace.url, conversation.id, message.ts, message.root),
        posted_at=datetime.fromtimestamp(float(message.ts), UTC),
        parent_id=post_id(team, conversation.id, message.root) if message.root else None,
        audience=channel_label(conversation.id),
        author_id=f"slack:{team}/{message.user}" if has_account else None,
    )


def _author(message: Message, people: Mapping[str, str]) -> str:
    if message.is_by_bot and message.name:
        return message.name
    return people.get(message.user) or message.name


def source_name(conversation: Conversation) -> str:
    """Return what people call a channel."""
    return f"#{one_line(conversation.name).replace(':', ' ')[:_LONGEST_NAME]}"


def permalink(workspace_url: str, channel: str, ts: str, root: str) -> str:
    """Return the link to a message, as Slack makes it."""
    link = f"{workspace_url}archives/{channel}/p{ts.replace('.', '')}"
    return f"{link}?thread_ts={root}&cid={channel}" if root else link
