"""What arrives from Slack, read out of its payloads; pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from adapters.markup.others_words import NOTHING, Said
from adapters.markup.slack_blocks import object_of, objects_of, text_of
from adapters.markup.slack_message import said_by
from adapters.markup.slack_post_rules import is_by_app, is_kept_out, is_notice, name_in, writer_of
from adapters.slack.attached_files import Attached, attached

if TYPE_CHECKING:
    from collections.abc import Mapping


Payload = dict[str, Any]
"""JSON as Slack sends it."""


@dataclass(frozen=True, slots=True)
class Message:
    """Something that somebody wrote.

    Attributes:
        team: The workspace.
        channel: The channel.
        channel_type: `channel`, `group`, `im`, `mpim`; "" where it is not told.
        ts: When, which is also its name in its channel.
        thread_ts: The message that its thread began with; "" outside of any thread.
        user: Who wrote it.
        text: What, as Slack writes it.
        files: What was shared with it.
        is_by_bot: A program wrote it.
        bot_id: The app that wrote it; "" for none.
        reply_count: How many replies its thread has; 0 for a reply.
        latest_reply: When the last of them was written; "" for none.
        is_kept_out: Its author does not want it to be kept.
        said: All that it says.
        answers: The message that it answers, as we name it; "" for what is no answer of ours.
        name: What it calls its author; "" where it does not.
        is_edited: It was changed since it was written.
    """

    team: str
    channel: str
    channel_type: str
    ts: str
    thread_ts: str
    user: str
    text: str
    files: tuple[Attached, ...] = ()
    is_by_bot: bool = False
    bot_id: str = ""
    reply_count: int = 0
    latest_reply: str = ""
    is_kept_out: bool = False
    said: Said = NOTHING
    answers: str = ""
    name: str = ""
    is_edited: bool = False

    @property
    def is_direct(self) -> bool:
        """Whether it was written to us alone."""
        return self.channel_type == "im" or (not self.channel_type and self.channel[:1] == "D")

    @property
    def root(self) -> str:
        """The message that it replies to; "" for none."""
        return "" if self.thread_ts == self.ts else self.thread_ts


@dataclass(frozen=True, slots=True)
class Root:
    """What a thread hangs on; it need not be anything that somebody said, or still stands.

    Attributes:
        team: The workspace.
        channel: Where.
        ts: The message, or what is left of it.
        reply_count: How many replies it has.
        latest_reply: The last of them; "" for none.
    """

    team: str
    channel: str
    ts: str
    reply_count: int
    latest_reply: str


def parse_message(
    event: Mapping[str, object], team: str, channel: str = "", kind: str = ""
) -> Message | None:
    """Return what somebody said; None where nobody said anything (a joining, a new topic)."""
    if is_notice(event) or not (ts := text_of(event.get("ts"))):
        return None
    is_by_bot, sender = is_by_app(event), writer_of(event)
    thread = root_of(event, team, channel)
    return Message(
        team=team,
        channel=text_of(event.get("channel")) or channel,
        channel_type=text_of(event.get("channel_type")) or kind,
        ts=ts,
        thread_ts=text_of(event.get("thread_ts")),
        user=sender,
        text=text_of(event.get("text")),
        files=tuple(attached(each, sender) for each in objects_of(event.get("files")) if _id(each)),
        is_by_bot=is_by_bot,
        bot_id=text_of(event.get("bot_id")),
        reply_count=thread.reply_count,
        latest_reply=thread.latest_reply,
        is_kept_out=is_kept_out(event),
        said=said_by(event, is_by_app=is_by_bot, team=team),
        answers=_answered(event),
        name=name_in(event),
        is_edited=bool(event.get("edited")),
    )


def root_of(message: Mapping[str, object], team: str, channel: str) -> Root:
    """Return a message as what a thread hangs on."""
    replies, latest = message.get("reply_count"), text_of(message.get("latest_reply"))
    count = replies if isinstance(replies, int) else 0
    return Root(team, channel, text_of(message.get("ts")), count, latest)


def _answered(event: Mapping[str, object]) -> str:
    """Return what we noted in a message of ours of the one that it answers."""
    return text_of(object_of(object_of(event.get("metadata")).get("event_payload")).get("key"))


def is_deletion(event: Mapping[str, object]) -> bool:
    """Return whether a message was deleted; where others have replied, a tombstone stays."""
    changed = object_of(event.get("message"))
    return event.get("subtype") == "message_deleted" or (
        event.get("subtype") == "message_changed" and changed.get("subtype") == "tombstone"
    )


def deleted_at(event: Mapping[str, object]) -> str:
    """Return the message that was deleted; "" where that is not told."""
    left = object_of(event.get("message"))
    return text_of(event.get("deleted_ts")) or text_of(left.get("ts"))


def _id(file: Mapping[str, Any]) -> str:
    return text_of(file.get("id"))


@dataclass(frozen=True, slots=True)
class Action:
    """Somebody used a button, a menu, a shortcut or a form.

    Attributes:
        team: The workspace.
        user: Who did.
        channel: Where; "" outside of channels.
        ts: The message it belongs to; "" for none.
        thread_ts: The thread of that message; "" for none.
        is_ephemeral: Only this person sees that message.
        action: What is to be done.
        value: To what.
        response_url: Where replies can be sent to; "" for none.
        trigger: What lets a form be opened, and names this press.
        text: What the message says that a shortcut was used on.
        author: Who wrote that message.
    """

    team: str
    user: str
    channel: str
    ts: str
    thread_ts: str
    is_ephemeral: bool
    action: str
    value: str
    response_url: str
    trigger: str
    text: str = ""
    author: str = ""


def parse_action(body: Payload, team: str) -> Action:
    """Return a use of a button or of a message's shortcut; its user is "" where none is told."""
    action = next(objects_of(body.get("actions")), {})
    message, container = object_of(body.get("message")), object_of(body.get("container"))
    chosen = object_of(action.get("selected_option"))
    return Action(
        team=team,
        user=_id(object_of(body.get("user"))),
        channel=_id(object_of(body.get("channel"))) or text_of(container.get("channel_id")),
        ts=_first(message.get("ts"), container.get("message_ts"), body.get("message_ts")),
        thread_ts=_first(message.get("thread_ts"), container.get("thread_ts")),
        is_ephemeral=bool(container.get("is_ephemeral") or message.get("is_ephemeral")),
        action=_first(action.get("action_id"), body.get("callback_id")),
        value=_first(action.get("value"), chosen.get("value")),
        response_url=text_of(body.get("response_url")),
        trigger=text_of(body.get("trigger_id")),
        text=text_of(message.get("text")),
        author=text_of(message.get("user")),
    )


@dataclass(frozen=True, slots=True)
class SlashCommand:
    """A command that somebody typed."""

    team: str
    user: str
    channel: str
    channel_name: str
    text: str
    response_url: str
    trigger: str
    command: str = "/ask"

    @property
    def is_direct(self) -> bool:
        """Whether nobody else is there."""
        return self.channel.startswith("D")


def parse_slash_command(body: Payload, team: str) -> SlashCommand:
    """Return a typed command; its user is "" where none is told."""
    return SlashCommand(
        team=team,
        user=text_of(body.get("user_id")),
        channel=text_of(body.get("channel_id")),
        channel_name=text_of(body.get("channel_name")),
        text=text_of(body.get("text")).strip(),
        response_url=text_of(body.get("response_url")),
        trigger=text_of(body.get("trigger_id")),
        command=text_of(body.get("command")),
    )


@dataclass(frozen=True, slots=True)
class ViewSubmission:
    """A form that somebody sent.

    Attributes:
        team: The workspace.
        user: Who sent it.
        about: What we put into it when it was opened.
        id: Names this form.
        values: What was entered, by the name of its field.
        files: The files that were added.
    """

    team: str
    user: str
    about: str
    id: str
    values: dict[str, str]
    files: tuple[Attached, ...] = ()


def parse_view_submission(body: Payload, team: str) -> ViewSubmission:
    """Return a form that was sent; its user is "" where none is told."""
    view = object_of(body.get("view"))
    values: dict[str, str] = {}
    files: list[Attached] = []
    for name, fields in object_of(object_of(view.get("state")).get("values")).items():
        for field in objects_of([*object_of(fields).values()]):
            values[name] = _entered(field).strip()
            shared = objects_of(field.get("files"))
            files += [Attached(_id(each), text_of(each.get("name"))) for each in shared]
    return ViewSubmission(
        team=team,
        user=_id(object_of(body.get("user"))),
        about=text_of(view.get("private_metadata")),
        id=text_of(view.get("id")),
        values=values,
        files=tuple(files),
    )


def _entered(field: Mapping[str, Any]) -> str:
    """Return what was chosen or typed; several choices with spaces between."""
    options = [each.get("value") for each in objects_of(field.get("selected_options"))]
    one = ("selected_date", "value", "selected_conversation", "selected_user")
    lists = (field.get("selected_conversations"), field.get("selected_users"), options)
    more = (" ".join(filter(None, map(text_of, each))) for each in lists if isinstance(each, list))
    return _first(object_of(field.get("selected_option")).get("value"), *map(field.get, one), *more)


def _first(*values: object) -> str:
    """Return the first of these that is a text and not empty; "" for none."""
    return next(filter(None, map(text_of, values)), "")
