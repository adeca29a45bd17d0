"""Turns Slack's messages into posts; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.markup.others_words import posts_of
from adapters.markup.post_rules import source_name, why_left_out
from adapters.markup.slack import mentions
from adapters.markup.slack_message import shown
from adapters.markup.slack_post_rules import permalink, written_at
from adapters.markup.word_files import NOTHING_FILED
from adapters.slack.access.directory import NOBODY
from adapters.slack.ids import channel_label, post_id
from bot.text import one_line
from index.posts import Post

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.markup.others_words import LeftOut
    from adapters.markup.word_files import Filed
    from adapters.slack.access.directory import Conversation
    from adapters.slack.api.workspaces import Workspace
    from adapters.slack.payloads import Message


def left_out(
    message: Message, conversation: Conversation, *, takes_apps: bool = False
) -> LeftOut | None:
    """Return why a message is no post; None where nothing speaks against it.

    Args:
        message: The message.
        conversation: The channel it stands in.
        takes_apps: What apps write there is kept, too.
    """
    return why_left_out(
        is_notice=False,  # those are not parsed
        is_by_app=message.is_by_bot and not takes_apps,
        is_kept_out=message.is_kept_out or conversation.is_closed,
    )


def is_ours(message: Message, workspace: Workspace) -> bool:
    """Return whether the bot wrote a message: of some Slack tells the app and no account."""
    is_by_our_app = message.bot_id != "" and message.bot_id == workspace.bot_id
    return is_by_our_app or message.user == workspace.bot_user_id


def to_posts(
    message: Message,
    conversation: Conversation,
    workspace: Workspace,
    people: Mapping[str, str],
    channels: Mapping[str, str],
    *,
    filed: Filed = NOTHING_FILED,
    takes_apps: bool = False,
) -> list[Post] | LeftOut:
    """Return the posts that a message is, or why it is none; questions to us are none.

    Args:
        message: The message.
        conversation: The channel it stands in.
        workspace: The workspace.
        people: The names of its author and of whom it names, by their ids.
        channels: The names of the channels that it names, if every reader may know them.
        filed: What its files say.
        takes_apps: What apps write there is kept, too.
    """
    if is_ours(message, workspace):
        return []
    if reason := left_out(message, conversation, takes_apps=takes_apps):
        return reason
    if mentions(message.text, workspace.bot_user_id):
        return []
    said = shown(message.said, people, channels)
    own = "\n\n".join(filter(None, [*said.own, filed.own]))
    enclosures = [*said.enclosures, *filed.documents]
    if not (own or enclosures):
        return "wordless"
    author = one_line(_author(message, people)) or None
    post = _post(message, conversation, workspace, own or enclosures[0].text, author)
    return posts_of(post, own, enclosures)


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
        source=source_name(conversation.name),
        text=text,
        author=author,
        url=permalink(workspace.url, conversation.id, message.ts, message.root),
        posted_at=written_at(message.ts),
        parent_id=post_id(team, conversation.id, message.root) if message.root else None,
        audience=channel_label(conversation.id),
        author_id=f"slack:{team}/{message.user}" if has_account else None,
    )


def _author(message: Message, people: Mapping[str, str]) -> str:
    named = people.get(message.user, "")
    if (message.is_by_bot and message.name) or named == NOBODY:
        return message.name
    return named or message.name
