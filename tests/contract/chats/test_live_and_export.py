"""The same message is the same post, or left out for the same reason, live as in an export."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from adapters.discord.sync.channels import is_closed
from adapters.discord.sync.message_to_post import left_out, to_posts
from adapters.markup.slack_post_rules import is_by_app
from adapters.slack.access.directory import conversation_of, person_of
from adapters.slack.api.workspaces import Workspace
from adapters.slack.payloads import parse_message
from adapters.slack.sync import message_to_post as slack_posts
from adapters.sources.discovery import sources
from index.errors import PostFormatError
from index.posts import Post
from tests.fakes.archives import as_json, zipped
from tests.fakes.discord.exporting import exported
from tests.fakes.discord.world.mirror import Mirror
from tests.fakes.discord.world.world import World

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import discord

    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.guilds import Member
    from tests.fakes.discord.world.messages import Message

Told = list[Post] | str
"""The posts that a message is, or why it is none."""

LONG = f"the: {'very ' * 20}long one"
TS = "1712345678.000100"
FILE = {"id": "F1", "permalink": "https://orchard.slack.com/files/U1/F1/a.txt"}
USERS: list[dict[str, Any]] = [
    {"id": "U1", "team_id": "T1", "name": "ada", "profile": {"display_name": " Ada "}},
    {"id": "U2", "team_id": "T1", "name": "bob", "profile": {"real_name": "Bob Stone"}},
    {"id": "UBEEP", "team_id": "T1", "name": "beep", "is_bot": True},
]


def read(path: Path) -> Told:
    """Return what one file holds: posts, or why its one message is none."""
    posts, reasons = [], Counter[str]()
    for source in sources([str(path)]):
        assert not isinstance(source, PostFormatError)
        posts += list(source.posts())
        reasons.update(source.left_out)
    assert all(isinstance(each, Post) for each in posts)
    if posts:
        return [each for each in posts if isinstance(each, Post)]
    [reason] = reasons
    # A message that is alone in its channel is all of it.
    return "bot_messages" if reason.startswith("channels_of_apps:") else reason


def slack_live(message: dict[str, Any], channel: dict[str, Any]) -> Told:
    """Return what a message of Slack's becomes in a watched channel."""
    workspace = Workspace("T1", "Orchard", "UBOT", "", None, "https://orchard.slack.com/")  # type: ignore[arg-type]
    parsed = parse_message(message, "T1", "C1")
    if parsed is None:
        return "notices"
    people = {each["id"]: person_of(each, "T1").name for each in USERS}
    return slack_posts.to_posts(parsed, conversation_of(channel), workspace, people, {"C1": LONG})


def slack_exported(message: dict[str, Any], channel: dict[str, Any], path: Path) -> Told:
    """Return what the same message becomes in an export."""
    seen = message | {"files": [*message.get("files", ()), FILE]}  # tells the workspace
    files = {
        "users.json": as_json(USERS),
        "channels.json": as_json([channel]),
        f"{channel['name']}/2024-04-05.json": as_json([seen]),
    }
    return read(zipped(path, files))


@pytest.mark.parametrize("topic", ["bread", "bread 🚫", ":no_entry_sign:"])
@pytest.mark.parametrize(
    "more",
    [
        {},
        {"text": "Ask <@U2> in <#C1> &amp; <#C2>, <https://posts.example/1|Bread>."},
        {"thread_ts": "1712345600.000001"},
        {"thread_ts": TS},
        {"ts": "1712345678.987654", "subtype": "me_message"},
        {"subtype": "thread_broadcast", "thread_ts": "1712345600.000001"},
        {"subtype": "file_comment", "user": None, "comment": {"user": "U2", "comment": "Warm."}},
        {"user": "U9", "user_profile": {"display_name": " ", "real_name": "Guest of Ours"}},
        {"user": "U9", "username": "<@U9|guest>", "user_profile": {"real_name": "Guest"}},
        {"text": " "},
        {"subtype": "channel_join"},
        {"subtype": "tombstone"},
        {"hidden": True},
        {"type": "file_change"},
        {"bot_id": "B1"},
        {"subtype": "bot_message", "bot_id": "B1", "username": "Grafana", "user": None},
        {"user": "USLACKBOT", "text": "Reminder: bread."},
        {"reactions": [{"name": "no_entry_sign", "users": ["U1"]}]},
        {"reactions": [{"name": "no_entry_sign", "users": ["U2"]}]},
        {
            "subtype": "file_comment",
            "user": None,
            "comment": {"user": "U2", "comment": "Warm."},
            "reactions": [{"name": "no_entry_sign", "users": ["U2"]}],
        },
        {"bot_id": "B1", "reactions": [{"name": "no_entry_sign", "users": ["U1"]}]},
    ],
)
def test_a_message_of_slack(more: dict[str, Any], topic: str, tmp_path: Path) -> None:
    message = {"type": "message", "ts": TS, "user": "U1", "text": "The oven is lit."} | more
    channel = {"id": "C1", "name": LONG, "topic": {"value": topic}}
    live = slack_live(message, channel)
    assert live == slack_exported(message, channel, tmp_path / "export.zip")
    if topic != "bread":
        assert live in {"kept_out", "notices", "bot_messages"}


def test_an_account_that_is_an_app_s_is_known_without_a_mark(tmp_path: Path) -> None:
    message = {"type": "message", "ts": TS, "user": "UBEEP", "text": "Beep."}
    assert is_by_app(message, {"UBEEP"})
    assert not is_by_app(message)
    channel = {"id": "C1", "name": "news"}
    assert slack_exported(message, channel, tmp_path / "export.zip") == "bot_messages"


def discord_live(message: discord.Message, mirror: Mirror) -> Told:
    """Return what a message of Discord's becomes in a watched channel."""
    if reason := left_out(message, mirror.me):
        return reason
    if is_closed(message.channel):
        return "kept_out"
    return to_posts(message, mirror.me) or "wordless"


def by_webhook(channel: Channel, ada: Member) -> Message:
    """Let somebody write through a bridge."""
    del ada
    message = channel.add_message(channel.world.add_user("rin (tide)", bot=True), "Low tide.")
    message.webhook_id = message.author.id
    return message


def joined(channel: Channel, ada: Member) -> Message:
    """Let Discord tell that somebody joined."""
    message = channel.add_message(ada, "Ada joined.")
    message.kind = 7
    return message


def alerted(channel: Channel, ada: Member) -> Message:
    """Let a webhook send an embed alone."""
    message = by_webhook(channel, ada)
    message.content, message.embeds = "", [{"title": "Disk", "description": "Full."}]
    return message


WRITTEN: list[Callable[[Channel, Member], Message]] = [
    lambda channel, ada: channel.add_message(ada, f"Ask {ada.mention} in {channel.mention}."),
    lambda channel, ada: channel.add_message(ada, " "),
    by_webhook,
    joined,
    alerted,
]


@pytest.mark.parametrize("topic", [None, "bread", "bread 🚫"])
@pytest.mark.parametrize("writes", WRITTEN)
def test_a_message_of_discord(
    writes: Callable[[Channel, Member], Message], topic: str | None, tmp_path: Path
) -> None:
    guild = World().add_guild()
    ada = guild.add_member(guild.world.add_user("ada", "Ada Lovelace"), nick="")
    channel = guild.add_channel(LONG)
    channel.topic = topic
    message, mirror = writes(channel, ada), Mirror(guild)
    path = tmp_path / "a.json"
    path.write_bytes(exported(channel))
    assert discord_live(mirror.message(message), mirror) == read(path)
