"""Turns Slack's messages into posts; pure."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from adapters.markup.slack import mentions
from adapters.markup.slack_message import whole_text
from adapters.slack.ids import channel_label, post_id
from bot.text import one_line
from index.posts import Post

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.slack.access.directory import Conversation
    from adapters.slack.api.workspaces import Workspace
    from adapters.slack.payloads import Message


_LONGEST_NAME: Final = 80


def to_post(
    message: Message,
    conversation: Conversation,
    workspace: Workspace,
    people: Mapping[str, str],
    channels: Mapping[str, str],
) -> Post | None:
    """Returns the post that a message is; None where it is none.

    Programs and empty messages write no posts, nor are questions to us any.

    Args:
        message: The message.
        conversation: The channel it stands in.
        workspace: The workspace.
        people: The names of its author and of whom it names, by their ids.
        channels: The names of the channels that it names, if every reader may know them.
    """
    text = whole_text(message.text, message.beside, people, channels)
    if message.is_by_bot or not text or mentions(message.text, workspace.bot_user_id):
        return None
    team = workspace.team
    return Post(
        id=post_id(team, conversation.id, message.ts),
        source=source_name(conversation),
        text=text,
        author=one_line(people.get(message.user, "")) or None,
        url=permalink(workspace.url, conversation.id, message.ts, message.root),
        posted_at=datetime.fromtimestamp(float(message.ts), UTC),
        parent_id=post_id(team, conversation.id, message.root) if message.root else None,
        audience=channel_label(conversation.id),
        author_id=f"slack:{team}/{message.user}" if message.user else None,
    )


def source_name(conversation: Conversation) -> str:
    """Returns what people call a channel."""
    return f"#{one_line(conversation.name).replace(':', ' ')[:_LONGEST_NAME]}"


def permalink(workspace_url: str, channel: str, ts: str, root: str) -> str:
    """Returns the link to a message, as Slack makes it."""
    link = f"{workspace_url}archives/{channel}/p{ts.replace('.', '')}"
    return f"{link}?thread_ts={root}&cid={channel}" if root else link
