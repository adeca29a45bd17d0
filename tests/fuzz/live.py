"""What is fed as live events: payloads as the platforms send them, with something odd in them."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import discord
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.discord.questions.message_to_question import to_question as asked_on_discord
from adapters.discord.sync import message_to_post as discord_posts
from adapters.slack.access.directory import Conversation, person_of
from adapters.slack.api.workspaces import Workspace
from adapters.slack.ids import Spot
from adapters.slack.payloads import (
    ViewSubmission,
    is_deletion,
    parse_action,
    parse_message,
    parse_slash_command,
    parse_view_submission,
)
from adapters.slack.questions.message_to_question import to_question as asked_in_slack
from adapters.slack.sync import message_to_post as slack_posts
from bot.errors import AskError
from tests.fakes.discord.world.mirror import Mirror
from tests.fakes.discord.world.world import World
from tests.fakes.examples import at_most
from tests.fakes.filled import chats
from tests.fuzz.inputs import TEXTS, odd

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index.posts import Post

unhurried = settings(max_examples=at_most(15), deadline=None, suppress_health_check=[*HealthCheck])

EVERYONE: Final = frozenset({"everyone"})
PRESS: Final[dict[str, Any]] = {
    "user": {"id": "U1"}, "channel": {"id": "C1"}, "trigger_id": "1.2", "response_url": "http://x",
    "message": {"ts": "1.2", "thread_ts": "1.1", "text": "ash", "user": "U2"},
    "container": {"channel_id": "C1", "message_ts": "1.2", "is_ephemeral": True},
    "actions": [{"action_id": "a:1", "value": "v", "selected_option": {"value": "w"}}],
    "callback_id": "c",
}  # fmt: skip
FORM: Final[dict[str, Any]] = {
    "user": {"id": "U1"}, "view": {"id": "V1", "private_metadata": "{}", "state": {"values": {
        "b": {"a": {"value": "x"}}, "c": {"a": {"selected_options": [{"value": "y"}]}},
        "d": {"a": {"files": [{"id": "F1", "name": "n"}]}},
        "e": {"a": {"selected_conversations": ["C1"], "selected_user": "U1"}}}}},
}  # fmt: skip
TYPED: Final = {
    "user_id": "U1", "channel_id": "C1", "channel_name": "c", "text": "when?", "trigger_id": "1",
    "response_url": "http://x", "command": "/ask",
}  # fmt: skip
REQUESTS: Final[Sequence[tuple[Any, Callable[[Any, str], object]]]] = (
    (PRESS, parse_action), (FORM, parse_view_submission), (TYPED, parse_slash_command),
)  # fmt: skip
HELD: Final = (
    "team", "user", "channel", "ts", "thread_ts", "action", "value", "response_url", "trigger",
    "text", "author", "channel_name", "command", "about", "id",
)  # fmt: skip
"""What of a request is a text."""

_WORKSPACE: Final = Workspace("T1", "Orchard", "UBOT", "", None, "https://orchard.slack.com/")  # type: ignore[arg-type]
_CHANNEL: Final = Conversation("C1", "bread", is_private=False)
_SAID: Final = {"type": "message", "channel": "C1", "user": "U1", "text": "oven?", "ts": "17.1"}
_EVENTS: Final = (
    _SAID, {**_SAID, "thread_ts": "16.1", "files": [{"id": "F1", "name": "n", "size": 1}]},
    {**_SAID, "subtype": "message_changed", "message": _SAID, "previous_message": _SAID},
    {**_SAID, "subtype": "message_deleted", "deleted_ts": "1.1", "previous_message": _SAID},
    *({**_SAID, **each} for each in chats.slack_messages()),
)  # fmt: skip
_WORDS: Final = frozenset(
    {"content", "title", "description", "text", "global_name", "username", "nick", "name", "value",
     "filename", "url"}
)  # fmt: skip
"""What of Discord's payloads people write; all else is as its documents say."""


@unhurried
@given(st.sampled_from(REQUESTS).flatmap(lambda each: st.tuples(odd(each[0]), st.just(each[1]))))
def slack_request(made: tuple[Any, Callable[[Any, str], object]]) -> None:
    """Read a press, a form or a command."""
    payload, parse = made
    found = parse(payload, "T1")
    assert [each for each in HELD if not isinstance(getattr(found, each, ""), str)] == []
    if isinstance(found, ViewSubmission):
        assert all(isinstance(each, str) for each in found.values.values())


@unhurried
@given(st.sampled_from(_EVENTS).flatmap(odd))
def slack_event(event: dict[str, Any]) -> None:
    """Make a question and posts of what somebody wrote, changed or deleted."""
    is_deletion(event)
    message = parse_message(event, "T1")
    if message is None:
        return
    person = person_of({"id": message.user, "name": message.name}, "T1")
    spot = Spot("T1", message.channel, message.root or message.ts)
    with suppress(AskError):
        asked_in_slack(message.text, person, spot, EVERYONE, bot_user_id="UBOT")
    made = slack_posts.to_posts(message, _CHANNEL, _WORKSPACE, {}, {}, takes_apps=True)
    _are_posts([] if isinstance(made, str) else made)


@cache
def _mirrored() -> tuple[Mirror, list[Any]]:
    """Return a server as the library knows it, and messages of it as Discord sends them."""
    guild = World().add_guild()
    ada = guild.add_member(guild.world.add_user("ada", "Ada Lovelace"), nick="Countess")
    channel = guild.add_channel("bread")
    embed = {
        "title": "Oven", "description": "Lit.", "url": "https://x.example/",
        "fields": [{"name": "Day", "value": "Friday"}], "footer": {"text": "by Ada"},
    }  # fmt: skip
    plain = channel.add_message(ada, f"When is {ada.mention} in {channel.mention}? @everyone")
    linked = channel.add_message(ada, "https://x.example/")
    linked.embeds = [embed]
    alerted = channel.add_message(guild.world.add_user("tide", bot=True), "")
    alerted.webhook_id, alerted.embeds = alerted.author.id, [embed]
    answer = channel.add_message(ada, "On Fridays.")
    answer.reply_to, answer.kind = plain.id, 19
    files = [{"id": "9", "filename": "oven.txt", "description": "Oven", "size": 3,
              "url": "https://x.example/a", "proxy_url": "https://x.example/a"}]  # fmt: skip
    made = [each.json() for each in (plain, linked, alerted, answer)]
    return Mirror(guild), [*made, {**made[0], "attachments": files}]


@st.composite
def _reworded(draw: st.DrawFn) -> Any:
    def word(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: word(each, name) for name, each in value.items()}
        if isinstance(value, list):
            return [word(each, key) for each in value]
        is_word = isinstance(value, str) and key in _WORDS
        return draw(TEXTS) if is_word and draw(st.booleans()) else value

    return word(json.loads(json.dumps(draw(st.sampled_from(_mirrored()[1])))))


@unhurried
@given(_reworded())
def discord_event(payload: Any) -> None:
    """Make a question and posts of a message, as the gateway tells of it."""
    mirror, _ = _mirrored()
    channel: Any = mirror.guild.get_channel(int(payload["channel_id"]))
    message = discord.Message(state=mirror.state, channel=channel, data=payload)
    with suppress(AskError):
        asked_on_discord(message, mirror.me, EVERYONE)
    discord_posts.left_out(message, mirror.me)
    _are_posts(discord_posts.to_posts(message, mirror.me, takes_apps=True))


def _are_posts(posts: Sequence[Post]) -> None:
    for post in posts:
        assert post.text.strip()
        assert post.text.encode()
