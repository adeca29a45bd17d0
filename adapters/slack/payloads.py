"""What arrives from Slack, read out of its payloads; pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from adapters.markup.enclosures import NOTHING, Said
from adapters.markup.slack_files import is_read_whole
from adapters.markup.slack_message import WRITTEN, is_by_app, said_by

Payload = dict[str, Any]
"""JSON as Slack sends it."""

NOT_THIS: Final = "no_entry_sign"
"""An author's reaction, or a sign in a channel's topic: what is written there is not kept."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that somebody shared.

    Attributes:
        id: Its id.
        name: Its name.
        url: Where Slack keeps it; "" where that is not told.
        size: How many bytes it has.
        is_told: The message itself has all of its words.
    """

    id: str
    name: str
    url: str = ""
    size: int = 0
    is_told: bool = False


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


def parse_message(event: Payload, team: str, channel: str = "", kind: str = "") -> Message | None:
    """Return what somebody said; None where nobody said anything (a joining, a new topic)."""
    if event.get("subtype", "") not in WRITTEN or not event.get("ts"):
        return None
    is_by_bot = is_by_app(event)
    return Message(
        team,
        event.get("channel") or channel,
        event.get("channel_type") or kind,
        event["ts"],
        event.get("thread_ts", ""),
        event.get("user") or (event.get("comment") or {}).get("user", ""),
        event.get("text") or "",
        tuple(_attached(each) for each in event.get("files") or () if each.get("id")),
        is_by_bot,
        event.get("reply_count", 0),
        event.get("latest_reply") or "",
        any(each.get("name") == NOT_THIS and event.get("user") in each.get("users", ())
            for each in event.get("reactions") or ()),
        said_by(event, is_by_app=is_by_bot),
        ((event.get("metadata") or {}).get("event_payload") or {}).get("key") or "",
        _name_in(event),
        bool(event.get("edited")),
    )  # fmt: skip


def _attached(file: Payload) -> Attached:
    url = file.get("url_private_download") or file.get("url_private") or ""
    size = file.get("size")
    return Attached(
        file["id"],
        file.get("name") or file["id"],
        url,
        size if isinstance(size, int) else 0,
        is_read_whole(file),
    )


def _name_in(event: Payload) -> str:
    """Return what a message calls its author: the name of an app, or of a guest."""
    profile, app = event.get("user_profile") or {}, event.get("bot_profile") or {}
    names = (event.get("username"), app.get("name"),
             profile.get("display_name"), profile.get("real_name"))  # fmt: skip
    return next(filter(None, names), "")


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
    """Return a use of a button or of a message's shortcut."""
    action = (body.get("actions") or [{}])[0]
    message = body.get("message") or {}
    container = body.get("container") or {}
    chosen = action.get("selected_option") or {}
    return Action(
        team,
        body["user"]["id"],
        (body.get("channel") or {}).get("id") or container.get("channel_id") or "",
        message.get("ts") or container.get("message_ts") or body.get("message_ts") or "",
        message.get("thread_ts") or container.get("thread_ts") or "",
        bool(container.get("is_ephemeral") or message.get("is_ephemeral")),
        action.get("action_id") or body.get("callback_id") or "",
        action.get("value") or chosen.get("value") or "",
        body.get("response_url") or "",
        body.get("trigger_id") or "",
        message.get("text") or "",
        message.get("user") or "",
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
    """Return a typed command."""
    return SlashCommand(
        team,
        body["user_id"],
        body["channel_id"],
        body.get("channel_name") or "",
        (body.get("text") or "").strip(),
        body.get("response_url") or "",
        body.get("trigger_id") or "",
        body["command"],
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
    """Return a form that was sent."""
    view = body["view"]
    values: dict[str, str] = {}
    files: list[Attached] = []
    for name, fields in view.get("state", {}).get("values", {}).items():
        for field in fields.values():
            option = field.get("selected_option") or {}
            chosen = option.get("value") or field.get("selected_date") or field.get("value")
            chosen = chosen or field.get("selected_conversation")
            values[name] = str(chosen or "").strip()
            files += [Attached(each["id"], each["name"]) for each in field.get("files") or ()]
    return ViewSubmission(
        team,
        body["user"]["id"],
        view.get("private_metadata") or "",
        view.get("id") or "",
        values,
        tuple(files),
    )
