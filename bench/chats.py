"""Makes the exports of chats, and the discussions, that `bench.parsing` reads, of 1 MB each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from bench.shapes import TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SIZE: Final = 1_000_000
_RULE: Final = "=" * 62
_SAVED: Final = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
_PART: Final = "--b\nContent-Type: text/html; charset=utf-8\n\n"
_PAGE: Final = '<div class="page_wrap"><div class="history">'
_GROUP: Final = '<div class="chatlog"><div class="chatlog__message-group">'

BEGINNINGS: Final[Mapping[str, tuple[str, str]]] = {
    "WhatsApp": ("_chat.txt", "1/2/26, 08:00 - a: b\n1/2/26, 08:00 - a: b\n"),
    "DiscordChatExporter TXT": ("a.txt", f"{_RULE}\nGuild: g\nChannel: c\n{_RULE}\n\n"),
    "DiscordChatExporter CSV": ("a.csv", "AuthorID,Author,Date,Content,Attachments,Reactions\n"),
    "Hacker News": ("a.txt", "a_b 1 hour ago | next [–]\n"),
    "Reddit": ("a.txt", "a_b\n•\n1h ago\nb\nUpvote\n"),
    "MHTML": ("a.mhtml", f"{_SAVED}{_PART}"),
    "Telegram, HTML": ("a.html", f"<html><body>{_PAGE}"),
    "DiscordChatExporter HTML": ("a.html", f"<html><body>{_GROUP}"),
}
"""How each format begins, with the name of its file."""

PIECES: Final[Mapping[str, Mapping[str, str]]] = {
    "WhatsApp": {
        "tiny messages": "1/2/26, 08:00 - a: b\n",
        "notices": "1/2/26, 08:00 - a\n",
        "marks": "\u200e1/2/26, 08:00 - a: \u200e<a>\n",
        "brackets": "<aaaaaa",
        "colons": "1/2/26, 08:00 - " + "a" * 79 + "\n",
    },
    "DiscordChatExporter TXT": {
        "tiny messages": "[01/02/2026 08:00] a\nb\n\n",
        "sections": "{Embed}\na\n\n",
        "new sections": "{Thing%d}\n\n",
        "rules": f"{_RULE}\n",
        "brackets": "[[[[",
    },
    "DiscordChatExporter CSV": {"tiny messages": '"1","a","2026-02-02","b","",""\n', "rows": "a\n"},
    "Hacker News": {
        "tiny comments": "a_b 1 hour ago | next [–]\nb\n",
        "heads": "1 point by a_b 1 hour ago | hide\n",
        "marks": "a_b 1 hour ago [ [ [ [ |\n",
        "long heads": "a_b 1 hour ago " + "[ a" * 300 + "\n",
    },
    "Reddit": {
        "tiny comments": "a_b\n•\n1h ago\nb\n",
        "dots": "•\n",
        "ages": "1h ago\n",
        "old comments": "[–]a_b 1 point 1 hour ago\nb\n",
        "names": "a_b\n",
    },
    "MHTML": {
        "parts": f"\n{_PART}a",
        "fields": "Content-Type: multipart/mixed; boundary=c\n\n",
        "quoted": "=3D=\n",
        "paragraphs": "<p>a",
    },
    "Telegram, HTML": {
        "tiny messages": '<div class="message"><div class="text">a</div></div>',
        "nested messages": '<div class="message">',
        "nested forwards": '<div class="message forwarded"><div class="text">a</div>',
        "texts": '<div class="text">a</div>',
    },
    "DiscordChatExporter HTML": {
        "tiny messages": '<div class="chatlog__message-container" data-message-id="%d">'
        '<span class="chatlog__markdown-preserve">a</span></div>',
        "nested groups": '<div class="chatlog__message-group">',
        "groups": '</div><div class="chatlog__message-group">',
    },
}
"""What each format is filled with, by its shape."""


def chats() -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield every input: its kind, its shape, and its files by name."""
    for kind, (name, begins) in BEGINNINGS.items():
        for shape, piece in {**PIECES[kind], **TEXTS}.items():
            yield kind, shape, {name: begins + _filled(piece, len(begins))}
    for count in (1, 4_000):
        for kind, held in _json(count, "a " * (SIZE // count // 2 - 100)).items():
            yield kind, f"{count:,} records", held


def _filled(piece: str, taken: int) -> str:
    count = (SIZE - taken) // len(piece.encode())
    return "".join(piece.replace("%d", str(each)) for each in range(count))


def _json(count: int, words: str) -> dict[str, dict[str, str]]:
    when = 1770000000
    telegram = [
        {"id": n, "type": "message", "date_unixtime": str(when), "from": "a", "text": words}
        for n in range(count)
    ]
    matrix = [
        {"type": "m.room.message", "sender": "@a:b", "event_id": f"${n}", "origin_server_ts": n}
        | {"content": {"msgtype": "m.text", "body": words}}
        for n in range(count)
    ]
    slack = [
        {"type": "message", "user": "U1", "ts": f"17{n:08}.000100", "text": words}
        for n in range(count)
    ]
    posts = [
        {"type": "post", "post": {"team": "t", "channel": "c", "user": "u", "create_at": n}}
        for n in range(count)
    ]
    for each in posts:
        each["post"] |= {"message": words}  # type: ignore[operator]
    tweets = [{"id_str": str(n), "text": words} for n in range(count)]
    chat = {"name": "a", "type": "private_group", "id": 1, "messages": telegram}
    lines = "\n".join(map(json.dumps, [{"type": "version", "version": 1}, *posts]))
    return {
        "Telegram": {"result.json": json.dumps(chat)},
        "Matrix": {"export.json": json.dumps({"room_name": "a", "messages": matrix})},
        "slackdump": {"C1.json": json.dumps({"channel_id": "C1", "name": "a", "messages": slack})},
        "Mattermost": {"import.jsonl": lines},
        "Twitter": {"data/js/tweets/2013_01.js": "Grailbird.data = " + json.dumps(tweets)},
    }
