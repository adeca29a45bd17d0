"""The chat methods: posting, changing, deleting and streaming."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.slack.api.blocks import check_message
from tests.fakes.slack.api.errors import Refused
from tests.fakes.slack.shapes import message_json
from tests.fakes.slack.world import Ephemeral, Message

if TYPE_CHECKING:
    from tests.fakes.slack.site import Visit
    from tests.fakes.slack.world import Channel, Json


LONGEST_TEXT = 40_000
LONGEST_MARKDOWN = 12_000


def post_message(visit: Visit) -> Json:
    """Answer chat.postMessage."""
    channel = visit.channel()
    if channel.is_archived:
        raise Refused("is_archived")
    is_public = channel.kind == "public" and "chat:write.public" in visit.team.scopes
    if visit.team.bot.id not in channel.members and not is_public:
        raise Refused("not_in_channel")
    message = draft(visit, channel)
    channel.messages.append(message)
    visit.site.announce(message, channel)
    shown = message_json(message, channel, visit.site.world)
    return {"channel": channel.id, "ts": message.ts, "message": shown}


def post_ephemeral(visit: Visit) -> Json:
    """Answer chat.postEphemeral."""
    channel = visit.joined()
    user_id = visit.need("user", "user_not_found")
    if user_id not in channel.members:
        raise Refused("user_not_in_channel")
    message = draft(visit, channel)
    channel.ephemerals.append(Ephemeral(user_id, message))
    return {"message_ts": message.ts}


def draft(visit: Visit, channel: Channel) -> Message:
    """The message that the arguments describe, checked but not yet posted."""
    text, blocks = content(visit)
    bot = visit.team.bot
    broadcast = visit.flag("reply_broadcast")
    return Message(
        channel.id,
        bot.id,
        visit.team.id,
        text,
        visit.site.world.next_ts(),
        thread_ts=visit.text("thread_ts"),
        subtype="thread_broadcast" if broadcast else "",
        bot_id=bot.bot_id,
        blocks=blocks,
        metadata=visit.parsed("metadata"),
        arguments=dict(visit.arguments),
    )


def content(visit: Visit) -> tuple[str, list[Json]]:
    """The text and blocks of the arguments.

    Raises:
        Refused: They are missing, too long or break a rule of Block Kit.
    """
    text, markdown = visit.text("text"), visit.text("markdown_text")
    blocks = visit.parsed("blocks") or []
    if markdown and (text or blocks):
        raise Refused("markdown_text_conflict")
    if len(markdown) > LONGEST_MARKDOWN:
        raise Refused("msg_too_long")
    if not (text or markdown or blocks or visit.parsed("attachments")):
        raise Refused("no_text")
    check_message(blocks)
    for number, block in enumerate(blocks):
        block.setdefault("block_id", f"b{number}{visit.site.world.next_id('')}")
    return (text or markdown)[:LONGEST_TEXT], blocks


def update(visit: Visit) -> Json:
    """Answer chat.update."""
    channel = visit.joined()
    message = _own(visit, channel, "cant_update_message")
    if message.is_streaming:
        raise Refused("streaming_state_conflict")
    before = message_json(message, channel, visit.site.world)
    text, blocks = content(visit)
    message.text = text
    # Slack keeps the old blocks, and so shows nothing new, where none are given.
    if "blocks" in visit.arguments:
        message.blocks = blocks
    if "metadata" in visit.arguments:
        message.metadata = visit.parsed("metadata")
    message.edited = {"user": visit.team.bot.id, "ts": visit.site.world.next_ts()}
    message.arguments |= visit.arguments
    shown = message_json(message, channel, visit.site.world)
    visit.site.announce_change(message, channel, before)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": shown}


def delete(visit: Visit) -> Json:
    """Answer chat.delete."""
    channel = visit.channel()
    message = _own(visit, channel, "cant_delete_message")
    visit.site.remove(message, channel)
    return {"channel": channel.id, "ts": message.ts}


def permalink(visit: Visit) -> Json:
    """Answer chat.getPermalink."""
    channel = visit.channel()
    message = visit.message(channel, "message_ts")
    link = f"{visit.team.url}archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


def start_stream(visit: Visit) -> Json:
    """Answer chat.startStream."""
    channel = visit.joined()
    if channel.kind != "im":
        for name in ("recipient_user_id", "recipient_team_id"):
            visit.need(name, f"missing_{name}")
    else:
        visit.need("thread_ts", "invalid_thread_ts")
    text = _streamed(visit)
    bot = visit.team.bot
    message = Message(
        channel.id,
        bot.id,
        visit.team.id,
        text,
        visit.site.world.next_ts(),
        thread_ts=visit.text("thread_ts"),
        bot_id=bot.bot_id,
        arguments=dict(visit.arguments),
        is_streaming=True,
    )
    channel.messages.append(message)
    return {"channel": channel.id, "ts": message.ts}


def append_stream(visit: Visit) -> Json:
    """Answer chat.appendStream."""
    channel = visit.joined()
    message = _streaming(visit, channel)
    if not (visit.text("markdown_text") or visit.parsed("chunks")):
        raise Refused("no_text")
    message.text += _streamed(visit)
    return {"channel": channel.id, "ts": message.ts}


def stop_stream(visit: Visit) -> Json:
    """Answer chat.stopStream."""
    channel = visit.joined()
    message = _streaming(visit, channel)
    blocks = visit.parsed("blocks") or []
    check_message(blocks)
    for number, block in enumerate(blocks):
        block.setdefault("block_id", f"s{number}{visit.site.world.next_id('')}")
    message.text += _streamed(visit)
    message.blocks = blocks
    message.metadata = visit.parsed("metadata") or message.metadata
    message.is_streaming = False
    visit.site.announce(message, channel)
    shown = message_json(message, channel, visit.site.world)
    return {"channel": channel.id, "ts": message.ts, "message": shown}


def _streamed(visit: Visit) -> str:
    text = visit.text("markdown_text")
    for chunk in visit.parsed("chunks") or []:
        if chunk.get("type") == "markdown_text":
            text += chunk.get("text", "")
    if len(text) > LONGEST_MARKDOWN:
        raise Refused("msg_too_long")
    return text


def _streaming(visit: Visit, channel: Channel) -> Message:
    message = _own(visit, channel, "message_not_owned_by_app")
    if not message.is_streaming:
        raise Refused("message_not_in_streaming_state")
    return message


def _own(visit: Visit, channel: Channel, error: str) -> Message:
    message = visit.message(channel)
    if message.bot_id != visit.team.bot.bot_id:
        raise Refused(error)
    return message
