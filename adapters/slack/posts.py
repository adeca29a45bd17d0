"""Turns Slack's messages into posts; pure."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from adapters.slack.audience import channel_label
from adapters.slack.markup import mentions
from adapters.slack_text import whole_text
from bot.plain import one_line
from index.posts import Post

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.slack.arrivals import Message
    from adapters.slack.people import Place
    from adapters.slack.workspaces import Workspace

_LONGEST_NAME: Final = 80


def post_id(team: str, channel: str, ts: str) -> str:
    """Returns the id of the post that a message is, live as in an export."""
    return f"slack:{team}/{channel}/{ts}"


def to_post(
    message: Message,
    place: Place,
    workspace: Workspace,
    people: Mapping[str, str],
    channels: Mapping[str, str],
) -> Post | None:
    """Returns the post that a message is; None where it is none.

    Programs and empty messages write no posts, nor are questions to us any.

    Args:
        message: The message.
        place: The channel it stands in.
        workspace: The workspace.
        people: The names of its author and of whom it names, by their ids.
        channels: The names of the channels that it names, if every reader may know them.
    """
    text = whole_text(message.text, message.beside, people, channels)
    if message.is_by_bot or not text or mentions(message.text, workspace.bot_user_id):
        return None
    team = workspace.team
    return Post(
        id=post_id(team, place.id, message.ts),
        source=source_name(place),
        text=text,
        author=one_line(people.get(message.user, "")) or None,
        url=permalink(workspace.url, place.id, message.ts, message.root),
        posted_at=datetime.fromtimestamp(float(message.ts), UTC),
        parent_id=post_id(team, place.id, message.root) if message.root else None,
        audience=channel_label(place.id),
        author_id=f"slack:{team}/{message.user}" if message.user else None,
    )


def source_name(place: Place) -> str:
    """Returns what people call a channel."""
    return f"#{one_line(place.name).replace(':', ' ')[:_LONGEST_NAME]}"


def permalink(workspace_url: str, channel: str, ts: str, root: str) -> str:
    """Returns the link to a message, as Slack makes it."""
    link = f"{workspace_url}archives/{channel}/p{ts.replace('.', '')}"
    return f"{link}?thread_ts={root}&cid={channel}" if root else link


def channel_id(team: str, channel: str) -> str:
    """Returns what a channel is called in what is remembered; its posts' ids begin like it."""
    return f"slack:{team}/{channel}"


def team_and_channel(id_: str) -> tuple[str, str]:
    """Returns the workspace and the channel of a remembered name."""
    team, _, channel = id_.partition(":")[2].partition("/")
    return team, channel
