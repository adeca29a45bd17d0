"""What people said comes back from an export of it: the same words, by the same, at their time."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.sources.discovery import sources
from index.errors import PostFormatError
from index.posts import Post
from tests.fakes.archives import as_json, unpacked
from tests.fakes.examples import at_most

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Files = dict[str, bytes]
_RULE: Final = "=" * 62


@dataclass(frozen=True)
class Told:
    """What somebody said."""

    author: str
    text: str
    at: datetime


# Marks of markup, and what a chat would take for its own, are words of another kind.
WORDS: Final = st.text("abcdefghijklm nopqrstuvwxyz ÀÉßñ 漢字 🌊 , . ! ? '", min_size=1)
TEXTS: Final = st.lists(
    WORDS.map(lambda each: f"So {' '.join(each.split())}".strip()), min_size=1
).map("\n".join)
MOMENTS: Final = st.integers(24_192_000, 29_000_000).map(
    lambda minutes: datetime.fromtimestamp(minutes * 60, UTC)
)
SAID: Final = st.lists(
    st.builds(Told, st.sampled_from(["Ada", "Benoît", "Zoë Quill"]), TEXTS, MOMENTS),
    min_size=1, max_size=6,
)  # fmt: skip


def seconds(told: Told) -> int:
    return int(told.at.timestamp())


def slack(said: Sequence[Told]) -> Files:
    people = sorted({each.author for each in said})
    users = [{"id": f"U{at}", "profile": {"real_name": name}} for at, name in enumerate(people)]
    messages = [
        {"type": "message", "ts": f"{seconds(each)}.{at:06}", "text": each.text,
         "user": f"U{people.index(each.author)}"}
        for at, each in enumerate(said)
    ]  # fmt: skip
    return {
        "users.json": as_json(users),
        "channels.json": as_json([{"id": "C1", "name": "keel"}]),
        "keel/2024-04-05.json": as_json(messages),
    }


def slackdump(said: Sequence[Told]) -> Files:
    files = slack(said)
    dump = {
        "channel_id": "C1",
        "name": "keel",
        "messages": json.loads(files["keel/2024-04-05.json"]),
    }
    return {"C1.json": as_json(dump), "users.json": files["users.json"]}


def discord(said: Sequence[Told]) -> Files:
    messages = [
        {"id": str(601 + at), "type": "Default", "timestamp": each.at.isoformat(),
         "content": each.text, "author": {"id": "1", "name": each.author, "isBot": False}}
        for at, each in enumerate(said)
    ]  # fmt: skip
    export = {"guild": {"id": "5"}, "channel": {"id": "6", "type": "GuildTextChat", "name": "keel"},
              "exportedAt": "2026-06-01T10:00:00+00:00", "messages": messages}  # fmt: skip
    return {"keel.json": as_json(export)}


def discord_table(said: Sequence[Told]) -> Files:
    table = io.StringIO()
    rows = csv.writer(table)
    rows.writerow(["AuthorID", "Author", "Date", "Content", "Attachments", "Reactions"])
    rows.writerows([1, each.author, each.at.isoformat(), each.text, "", ""] for each in said)
    return {"keel.csv": table.getvalue().encode()}


def discord_text(said: Sequence[Told]) -> Files:
    lines = "".join(f"[{each.at.isoformat()}] {each.author}\n{each.text}\n\n" for each in said)
    return {"a.txt": f"{_RULE}\nGuild: g\nChannel: c\n{_RULE}\n\n{lines}".encode()}


def telegram(said: Sequence[Told]) -> Files:
    messages = [
        {"id": at, "type": "message", "date": "x", "date_unixtime": str(seconds(each)),
         "from": each.author, "from_id": "u", "text": each.text}
        for at, each in enumerate(said)
    ]  # fmt: skip
    chat = {"name": "a", "type": "private_group", "id": 1, "messages": messages}
    return {"result.json": as_json(chat)}


def matrix(said: Sequence[Told]) -> Files:
    def event(type_: str, at: int, each: Told, **content: Any) -> dict[str, Any]:
        sender = f"@u{each.author.encode().hex()}:b"
        return {"type": type_, "event_id": f"${type_}{at}", "sender": sender, "state_key": sender,
                "origin_server_ts": seconds(each) * 1000, "room_id": "!a",
                "content": content}  # fmt: skip

    events = [
        event("m.room.member", at, each, displayname=each.author) for at, each in enumerate(said)
    ] + [
        event("m.room.message", at, each, msgtype="m.text", body=each.text)
        for at, each in enumerate(said)
    ]
    return {"export.json": as_json({"room_name": "a", "messages": events})}


def mattermost(said: Sequence[Told]) -> Files:
    posts = [
        {"type": "post", "post": {"team": "t", "channel": "c", "user": each.author,
                                  "message": each.text, "create_at": seconds(each) * 1000 + at}}
        for at, each in enumerate(said)
    ]  # fmt: skip
    lines = [{"type": "version", "version": 1}, *posts]
    return {"import.jsonl": "\n".join(map(json.dumps, lines)).encode()}


def zulip(said: Sequence[Told]) -> Files:
    people = sorted({each.author for each in said})
    realm = {
        "zerver_userprofile": [{"id": at, "full_name": name} for at, name in enumerate(people, 1)],
        "zerver_stream": [{"id": 7, "name": "keel"}],
        "zerver_recipient": [{"id": 70, "type": 2, "type_id": 7}],
    }
    messages = [
        {"id": at, "sender": people.index(each.author) + 1, "recipient": 70, "subject": "s",
         "content": each.text, "date_sent": seconds(each)}
        for at, each in enumerate(said)
    ]  # fmt: skip
    return {"realm.json": as_json(realm),
            "messages-000001.json": as_json({"zerver_message": messages})}  # fmt: skip


def whatsapp(said: Sequence[Told]) -> Files:
    # A day past the 12th says which number it is.
    lines = [f"{each.at:%d/%m/%Y, %H:%M} - {each.author}: {each.text}" for each in said]
    return {"WhatsApp Chat with Boats.txt": "\n".join(lines).encode()}


MAKERS: Final[dict[str, Callable[[Sequence[Told]], Files]]] = {
    each.__name__: each
    for each in (slack, slackdump, discord, discord_table, discord_text, telegram, matrix,
                 mattermost, zulip, whatsapp)
}  # fmt: skip


@pytest.mark.parametrize("form", MAKERS)
@settings(max_examples=at_most(60))
@given(said=SAID)
def test_what_was_said_comes_back_from_an_export_of_it(form: str, said: list[Told]) -> None:
    if form == "whatsapp":
        said = sorted(said, key=lambda each: each.at)
    with TemporaryDirectory() as folder:
        found = [
            post
            for source in sources([str(unpacked(Path(folder, "a"), MAKERS[form](said)))])
            if not isinstance(source, PostFormatError)
            for post in source.posts()
        ]
    posts = [each for each in found if isinstance(each, Post)]
    assert len(posts) == len(found) == len(said)
    # Some exports tell messages of one second apart by what is less.
    came = [
        (str(each.author), each.text, each.posted_at and each.posted_at.replace(microsecond=0))
        for each in posts
    ]
    # Where the days of WhatsApp do not tell which number is the month, no moment is told but of
    # days that are the same either way.
    is_unclear = form == "whatsapp" and any(moment is None for _, _, moment in came)
    gave = [
        (each.author, each.text, None if is_unclear and each.at.day != each.at.month else each.at)
        for each in said
    ]
    assert sorted(came, key=repr) == sorted(gave, key=repr)
