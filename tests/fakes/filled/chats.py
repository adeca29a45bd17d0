"""The exports of Slack and Discord, with every field filled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.fakes.archives import as_json
from tests.fakes.filled import word

if TYPE_CHECKING:
    from collections.abc import Mapping

TS = "1712345678.000100"


def rich(path: str) -> dict[str, Any]:
    """Return a table with the word of a path: nothing else in a message says it."""
    return {"type": "table", "rows": [[{"type": "raw_text", "text": word(path)}]]}


def slack_messages() -> list[dict[str, Any]]:
    """Return messages that together hold every field."""
    within = "attachments.message_blocks.message"
    said = {
        "type": "message", "ts": TS, "user": "U1", "text": word("text"),
        "user_profile": {"display_name": "Ada"}, "client_msg_id": "c", "team": "T1",
        "user_team": "T1", "source_team": "T1", "blocks": [rich("blocks")],
        "edited": {"user": "U1", "ts": TS}, "reactions": [{"name": "eyes", "users": ["U2"]}],
        "attachments": [
            {"blocks": [rich("attachments.blocks")]},
            {"from_url": "https://page.example", "pretext": word("attachments.pretext"),
             "author_name": word("attachments.author_name"), "title": word("attachments.title"),
             "text": word("attachments.text"), "footer": word("attachments.footer"),
             "fields": [{"title": "f", "value": word("attachments.fields")}]},
            {"is_share": True, "author_name": "Ben", "files": [
                {"mode": "snippet", "name": "b.txt", "title": word("attachments.files.title"),
                 "alt_txt": word("attachments.files.alt_txt"),
                 "preview": word("attachments.files.preview")}],
             "message_blocks": [{"team": "T1", "channel": "C1", "ts": TS,
                                 "message": {"blocks": [rich(f"{within}.blocks")]}}]},
        ],
        "files": [
            {"id": "F1", "mode": "hosted", "name": "a.png", "title": word("files.title"),
             "alt_txt": word("files.alt_txt"),
             "initial_comment": {"comment": word("files.initial_comment.comment")},
             "permalink": "https://orchard.slack.com/files/U1/F1/a.png"},
            {"id": "F2", "mode": "snippet", "name": "b.txt", "preview": word("files.preview")},
            {"id": "F3", "mode": "email", "name": "m", "subject": word("files.subject"),
             "plain_text": word("files.plain_text"), "from": [{"name": word("files.from")}]},
            {"id": "F4", "mode": "hosted", "name": "c.mp4", "transcription": {
                "status": "complete", "preview": {
                    "content": word("files.transcription.preview.content"), "has_more": False}}},
        ],
    }  # fmt: skip
    commented = {
        "type": "message", "subtype": "file_comment", "ts": "1712345679.000100",
        "comment": {"user": "U1", "comment": word("comment.comment")},
    }  # fmt: skip
    shared = {
        "type": "message", "subtype": "file_share", "ts": "1712345680.000100", "user": "U9",
        "user_profile": {"real_name": word("user_profile")}, "upload": True,
        "file": {
            "mode": "snippet", "name": "b.txt", "preview": word("file.preview"),
            "initial_comment": {"comment": word("file.initial_comment.comment")},
            "title": word("file.title"), "alt_txt": word("file.alt_txt"),
        },
    }  # fmt: skip
    return [said, commented, shared]


def slack() -> Mapping[str, bytes]:
    """Return an export of Slack's."""
    return {
        "users.json": as_json([{"id": "U1", "team_id": "T1", "profile": {"real_name": "Ada"}}]),
        "channels.json": as_json([{"id": "C1", "name": "keel"}]),
        "keel/2024-04-05.json": as_json(slack_messages()),
    }


def embed(path: str) -> dict[str, Any]:
    """Return what a link unfolds to, below a path."""
    return {
        "title": word(f"{path}.title"), "url": f"https://page.example/{word(f'{path}.url')}",
        "description": word(f"{path}.description"),
        "author": {"name": word(f"{path}.author.name")},
        "fields": [
            {"name": word(f"{path}.fields.name"), "value": word(f"{path}.fields.value")}
        ],
        "footer": {"text": word(f"{path}.footer.text")},
    }  # fmt: skip


def discord() -> Mapping[str, bytes]:
    """Return an export of DiscordChatExporter's."""
    other = "forwardedMessage"
    passed_on = {
        "content": word(f"{other}.content"), "embeds": [embed(f"{other}.embeds")],
        "stickers": [{"id": "1", "name": word(f"{other}.stickers.name")}],
        "attachments": [{"id": "1", "fileName": f"{word(f'{other}.attachments.fileName')}.txt",
                         "description": word(f"{other}.attachments.description")}],
    }  # fmt: skip
    poll = {
        "question": {"text": word("poll.question.text")},
        "answers": [{"answer_id": 1, "poll_media": {"text": word("poll.answers.poll_media.text")}}],
        "results": {"is_finalized": True, "answer_counts": [{"id": 1, "count": 3}]},
    }
    message = {
        "id": "601", "type": "Default", "timestamp": "2024-03-01T09:00:00+00:00",
        "timestampEdited": None, "callEndedTimestamp": None, "isPinned": False,
        "content": word("content"), "reactions": [], "mentions": [], "inlineEmojis": [],
        "author": {"id": "12", "name": "ben", "nickname": word("author.nickname"),
                   "discriminator": "0000", "isBot": False},
        "attachments": [{"id": "1", "fileName": f"{word('attachments.fileName')}.txt",
                         "description": word("attachments.description")}],
        "embeds": [embed("embeds")], "stickers": [{"id": "1", "name": word("stickers.name")}],
        "poll": poll, "forwardedMessage": passed_on,
    }  # fmt: skip
    named = {
        "id": "602", "type": "Default", "timestamp": "2024-03-01T09:00:00+00:00", "content": "x",
        "author": {"id": "13", "name": word("author.name"), "isBot": False},
    }  # fmt: skip
    export = {
        "guild": {"id": "500"}, "channel": {"id": "600", "type": "GuildTextChat", "name": "keel"},
        "exportedAt": "2024-06-01T10:00:00+00:00", "messages": [message, named],
    }  # fmt: skip
    return {"keel.json": as_json(export)}


def discord_table() -> Mapping[str, bytes]:
    """Return the same exporter's table."""
    row = ["12", word("author"), "2024-03-01T09:00:00+00:00", word("content"),
           f"https://cdn.example/{word('attachments')}.png", ""]  # fmt: skip
    rows = [["AuthorID", "Author", "Date", "Content", "Attachments", "Reactions"], row]
    return {"keel.csv": "\n".join(map(",".join, rows)).encode()}


def discord_text() -> Mapping[str, bytes]:
    """Return the same exporter's text."""
    rule = "=" * 62
    sections = "".join(
        f"{{{each}}}\n{word(each)}\n\n"
        for each in ("Attachments", "Embed", "Stickers", "Reactions", "Forwarded Message")
    )
    said = f"[31/01/2026 08:00] {word('author')}\n{word('message')}\n\n{sections}"
    return {"keel.txt": f"{rule}\nGuild: g\nChannel: c\n{rule}\n\n{said}".encode()}


def discord_page() -> Mapping[str, bytes]:
    """Return the same exporter's page."""

    def said(number: int, *classes: str, author: str = "Ben") -> str:
        inner = "".join(f'<div class="{each}"><p>{word(each)}</p></div>' for each in classes)
        return (
            f'<div class="chatlog__message-group"><div class="chatlog__message-container"'
            f' data-message-id="104293719374299545{number}"><span class="chatlog__author"'
            f' data-user-id="12">{author}</span>{inner}</div></div>'
        )

    messages = (
        said(1, "chatlog__markdown-preserve", author=word("chatlog__author")),
        said(2, "chatlog__attachment", "chatlog__sticker", "chatlog__embed", "chatlog__forwarded"),
        said(3, "chatlog__system-notification-content"),
    )
    entries = "".join(f'<div class="preamble__entry">{each}</div>' for each in ("Yard", "keel"))
    page = f'<!DOCTYPE html><html><body>{entries}<div class="chatlog">{"".join(messages)}</div>'
    return {"keel.html": f"{page}</body></html>".encode()}


def package() -> Mapping[str, bytes]:
    """Return a data package of Discord's."""
    message = {
        "ID": 1, "Timestamp": "2026-02-02 08:00:00", "Contents": word("Contents"),
        "Attachments": f"https://cdn.example/{word('Attachments')}.png",
    }  # fmt: skip
    channel = {"id": "4", "type": "GUILD_TEXT", "name": "keel", "guild": {"id": "7"}}
    return {
        "Messages/index.json": b"{}",
        "Messages/c4/channel.json": as_json(channel),
        "Messages/c4/messages.json": as_json([message]),
    }
