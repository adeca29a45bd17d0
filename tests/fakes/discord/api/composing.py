"""Messages made from what the bot sends."""

from __future__ import annotations

from copy import deepcopy
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.fakes.discord.api.calls import invalid, wrong
from tests.fakes.discord.api.limits import check_message
from tests.fakes.discord.world.messages import (
    COMPONENTS_V2,
    EPHEMERAL,
    LOADING,
    Attachment,
    Message,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.snowflakes import Json


_SUPPRESS_EMBEDS = 1 << 2
_SILENT = 1 << 12
_REPLY = 19


def compose(
    channel: Channel, sent: Json, files: Mapping[str, bytes], *, inside: str = ""
) -> Message:
    """Return a new message of the bot's, not yet stored; or refuse to make it."""
    check_message(sent, files=len(files), inside=inside)
    message = Message(channel.world.snowflakes.make(), channel, channel.world.bot)
    allowed = _SUPPRESS_EMBEDS | _SILENT | COMPONENTS_V2 | EPHEMERAL
    message.flags = (sent.get("flags") or 0) & allowed
    message.nonce = sent.get("nonce")
    message.allowed_mentions = sent.get("allowed_mentions")
    _fill(message, sent)
    _attach(message, sent, files)
    _refer(message, sent.get("message_reference"))
    message.sent.append(deepcopy(sent))
    return message


def revise(
    message: Message, sent: Json, files: Mapping[str, bytes], *, inside: str = ""
) -> Message:
    """Return the message, changed as the bot wants it; or refuse to change it."""
    # IS_COMPONENTS_V2 can be set by an edit, and never be taken back.
    flags = message.flags | (sent.get("flags") or 0) & (COMPONENTS_V2 | _SUPPRESS_EMBEDS)
    now = {
        "content": message.content,
        "embeds": message.embeds,
        "components": message.components,
    }
    kept = len(message.attachments) if sent.get("attachments") is None else 0
    kept += len(sent.get("attachments") or [])
    check_message({**now, **sent, "flags": flags}, files=kept + len(files), inside=inside)
    message.flags = flags & ~LOADING
    if "allowed_mentions" in sent:
        message.allowed_mentions = sent["allowed_mentions"]
    _fill(message, sent)
    _attach(message, sent, files)
    message.edited_at = datetime.now(UTC)
    message.sent.append(deepcopy(sent))
    return message


def _fill(message: Message, sent: Json) -> None:
    if "content" in sent:
        message.content = (sent["content"] or "").strip()
    if "embeds" in sent:
        message.embeds = [{"type": "rich", **each} for each in deepcopy(sent["embeds"] or [])]
    if "components" in sent:
        message.components = deepcopy(sent["components"] or [])
        for number, each in enumerate(walk(message.components), start=1):
            each.setdefault("id", number)


def _attach(message: Message, sent: Json, files: Mapping[str, bytes]) -> None:
    listed = sent.get("attachments")
    if listed is not None:
        kept = {str(each["id"]) for each in listed}
        message.attachments = [each for each in message.attachments if str(each.id) in kept]
    described = {each.get("filename"): each.get("description") for each in listed or []}
    for name, data in files.items():
        made = message.channel.world.snowflakes.make()
        file = Attachment(made, name, data, message.channel.id, described.get(name))
        message.attachments.append(file)


def _refer(message: Message, reference: Json | None) -> None:
    if reference is None:
        return
    answered = int(reference["message_id"])
    if answered in message.channel.history:
        message.kind = _REPLY
        message.reply_to = answered
        allowed = message.allowed_mentions
        message.reply_pings = allowed is None or bool(allowed.get("replied_user"))
    elif reference.get("fail_if_not_exists", True):
        raise invalid({"message_reference": wrong("REPLIES_UNKNOWN_MESSAGE", "Unknown message")})
