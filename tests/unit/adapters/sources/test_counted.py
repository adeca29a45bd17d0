"""What comes in with an export is a post, refused, or counted by what it is."""

from __future__ import annotations

import copy
import json
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
    from collections.abc import Callable

Files = dict[str, bytes]
Record = dict[str, Any]

BESIDE: Final = frozenset(
    {"attachments", "link_previews", "quotes", "others_messages", "slackdump_names",
     "unclear_dates", "unknown_fields", "file_contents", "message_links", "dates", "links",
     "list_records"}
)  # fmt: skip
"""What is counted beside a message, which is a post or counted itself."""

JUNK = st.sampled_from([None, "", " ", "text", 5, -1, 10**30, 1.5, True, [], ["a"], {}, {"id": 1}])


def telegram(messages: list[Record]) -> Files:
    return {
        "result.json": as_json(
            {"name": "a", "type": "private_group", "id": 1, "messages": messages}
        )
    }


def matrix(messages: list[Record]) -> Files:
    return {"export.json": as_json({"room_name": "a", "messages": messages})}


def slackdump(messages: list[Record]) -> Files:
    return {"C1.json": as_json({"channel_id": "C1", "name": "a", "messages": messages})}


def mattermost(messages: list[Record]) -> Files:
    posts = [{"type": "post", "post": {"team": "t", "channel": "c", **each}} for each in messages]
    lines = [{"type": "version", "version": 1}, *posts]
    return {"import.jsonl": "\n".join(map(json.dumps, lines)).encode()}


def zulip(messages: list[Record]) -> Files:
    realm = {
        "zerver_userprofile": [{"id": 1, "full_name": "a"}, {"id": 2, "is_bot": True}],
        "zerver_stream": [{"id": 7, "name": "keel"}],
        "zerver_recipient": [{"id": 70, "type": 2, "type_id": 7}],
    }
    return {
        "realm.json": as_json(realm), "messages-000001.json": as_json({"zerver_message": messages}),
    }  # fmt: skip


def package(messages: list[Record]) -> Files:
    return {
        "messages/index.json": b"{}",
        "messages/c4/channel.json": as_json({"id": "4", "type": 0, "guild": {"id": "7"}}),
        "messages/c4/messages.json": as_json(messages),
    }


def tweets(messages: list[Record]) -> Files:
    return {"data/js/tweets/2013_05.js": b"Grailbird.data.tweets_2013_05 = " + as_json(messages)}


def discord(messages: list[Record]) -> Files:
    channel = {"id": "6", "type": "GuildTextChat", "name": "keel"}
    export = {"guild": {"id": "5"}, "channel": channel, "messages": messages}
    return {"keel.json": as_json(export)}


def x_archive(messages: list[Record]) -> Files:
    listed = as_json([{"tweet": each} for each in messages])
    return {"data/tweets.js": b"window.YTD.tweets.part0 = " + listed}


def slack(messages: list[Record]) -> Files:
    users = [{"id": "U1", "profile": {"real_name": "a"}}]
    return {
        "users.json": as_json(users), "channels.json": as_json([{"id": "C1", "name": "keel"}]),
        "keel/2026-02-02.json": as_json(messages),
    }  # fmt: skip


def mastodon(messages: list[Record]) -> Files:
    items = [
        {"id": f"https://b.example/{each['id']}/activity", "type": "Create", "object": each,
         "actor": "https://b.example/users/a", "published": "2026-02-02T08:00:00Z"}
        for each in messages
    ]  # fmt: skip
    actor = {"id": "https://b.example/users/a", "name": "a", "preferredUsername": "a"}
    outbox = {"type": "OrderedCollection", "orderedItems": items}
    return {"outbox.json": as_json(outbox), "actor.json": as_json(actor)}


# Of each format one whole message, with where its number is put, and which fields may be junk.
FORMATS: Final[dict[str, tuple[Callable[[list[Record]], Files], Record, str, str]]] = {
    "telegram": (
        telegram,
        {"type": "message", "date_unixtime": "1", "date": "2026-02-02", "from": "a",
         "from_id": "u", "text": "b", "photo": "c", "forwarded_from_id": None, "poll": {}},
        "id", "{}",
    ),
    "matrix": (
        matrix,
        {"type": "m.room.message", "sender": "@a:b", "origin_server_ts": 1, "room_id": "!a",
         "content": {"msgtype": "m.text", "body": "b"}, "unsigned": {}},
        "event_id", "${}",
    ),
    "slackdump": (
        slackdump,
        {"type": "message", "user": "U1", "text": "b", "subtype": "", "bot_id": "",
         "thread_ts": "", "team": "T", "files": [], "reactions": []},
        "ts", "17{:08}.000100",
    ),
    "mattermost": (
        mattermost,
        {"user": "u", "message": "b", "props": {}, "type": "", "attachments": [], "replies": []},
        "create_at", "{}",
    ),
    "zulip": (
        zulip,
        {"sender": 1, "recipient": 70, "subject": "s", "content": "b",
         "rendered_content": "<p>b</p>", "date_sent": 1.5, "has_attachment": False},
        "id", "{}",
    ),
    "package": (
        package,
        {"Timestamp": "2026-02-02 08:00:00", "Contents": "b", "Attachments": ""}, "ID", "{}",
    ),
    "tweets": (
        tweets,
        {"text": "b", "created_at": "2013-05-03 17:22:11 +0000", "user": {}, "entities": {},
         "in_reply_to_status_id_str": "", "retweeted_status": None},
        "id_str", "9{:03}",
    ),
    "discord": (
        discord,
        {"type": "Default", "timestamp": "2024-03-01T09:00:00+00:00", "content": "b",
         "author": {"id": "1", "name": "a"}, "attachments": [], "embeds": [], "stickers": [],
         "reactions": [], "mentions": [], "poll": None, "forwardedMessage": None,
         "reference": None},
        "id", "6{:03}",
    ),
    "slack": (
        slack,
        {"type": "message", "user": "U1", "text": "b", "subtype": "", "bot_id": "", "blocks": [],
         "thread_ts": "", "team": "T", "files": [], "attachments": [], "reactions": [],
         "edited": {}, "user_profile": {}},
        "ts", "17{:08}.000100",
    ),
    "mastodon": (
        mastodon,
        {"type": "Note", "content": "<p>b</p>", "published": "2026-02-02T08:00:00Z",
         "to": ["https://www.w3.org/ns/activitystreams#Public"], "cc": [], "summary": None,
         "inReplyTo": None, "attachment": [], "tag": [], "sensitive": False, "oneOf": None},
        "id", "9{:03}",
    ),
    "x_archive": (
        x_archive,
        {"full_text": "b", "created_at": "Fri Mar 01 09:00:00 +0000 2024", "entities": {},
         "extended_entities": {}, "in_reply_to_status_id_str": "", "edit_info": {}},
        "id_str", "9{:03}",
    ),
}  # fmt: skip


def counted(files: Files, beside: frozenset[str] = BESIDE) -> tuple[int, int]:
    """Return how many messages are posts, and how many are refused or counted as left out."""
    with TemporaryDirectory() as folder:
        found = sources([str(unpacked(Path(folder, "export"), files))])
        posts = others = 0
        for source in found:
            assert not isinstance(source, PostFormatError)
            for each in source.posts():
                posts += isinstance(each, Post) and "~" not in each.id
                others += isinstance(each, PostFormatError)
            kinds = source.left_out.items()
            others += sum(n for kind, n in kinds if kind.partition(":")[0] not in beside)
    return posts, others


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=at_most(60))
@given(data=st.data())
def test_every_record_is_a_post_refused_or_counted_whatever_its_fields_hold(
    form: str, data: st.DataObject
) -> None:
    make, whole, key, number = FORMATS[form]
    junk = st.dictionaries(st.sampled_from([*whole]), JUNK, max_size=3)
    # An event of Matrix whose kind is not known, or that is a file, is no message besides.
    beside = BESIDE - {"unknown_fields", "attachments"} if form == "matrix" else BESIDE
    # What is no reply stands below a message.
    beside |= {"no_records"} if form == "mattermost" else set()
    records = []
    for at, changed in enumerate(data.draw(st.lists(junk, min_size=1, max_size=6)), 1):
        name = number.format(at)
        id_: Any = at if number == "{}" else name
        records.append(copy.deepcopy(whole) | changed | {key: id_})
    first: Any = 999 if number == "{}" else number.format(999)
    posts, others = counted(make([{**whole, key: first}, *records]), beside)

    assert posts + others == len(records) + 1
    assert posts >= 1


ODD: Final[list[Any]] = ["Oak falls.", None, 5, ["Oak falls."], True]
_PLACES: Final = {
    "x_archive": '{"tweet": {"id": "odd"}}',
    "mastodon": '{"id": "https://b.example/odd/activity", "type": "Create",'
    ' "object": {"id": "odd"}, "actor": "https://b.example/users/a",'
    ' "published": "2026-02-02T08:00:00Z"}',
    "mattermost": '{"type": "post", "post": {"team": "t", "channel": "c", "id": "odd"}}',
}


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("form", FORMATS)
def test_a_record_that_is_no_object_is_counted(form: str, odd: object, read_paths: Any) -> None:
    make, whole, key, number = FORMATS[form]
    id_: Any = 999 if number == "{}" else number.format(999)
    place = _PLACES.get(form, '{"id": "odd"}').encode()
    files = make([{"id": "odd"}, {**whole, key: id_}, {"id": "odd"}])
    assert sum(data.count(place) for data in files.values()) == 2

    with TemporaryDirectory() as folder:
        written = {name: data.replace(place, as_json(odd)) for name, data in files.items()}
        found = read_paths(unpacked(Path(folder, "export"), written))
    assert (len(found.posts), found.left_out["no_records"]) == (1, 2)


@pytest.mark.parametrize("odd", ODD)
def test_a_reply_that_is_no_object_is_counted(odd: object, read_paths: Any) -> None:
    _, whole, _, _ = FORMATS["mattermost"]
    dumped = FORMATS["slackdump"][1] | {"ts": "1700000001.000100"}
    with TemporaryDirectory() as folder:
        lines = mattermost([{**whole, "create_at": 1, "replies": [odd]}])
        of_mattermost = read_paths(unpacked(Path(folder, "a"), lines))
        dump = slackdump([{**dumped, "slackdump_thread_replies": [odd]}])
        of_slack = read_paths(unpacked(Path(folder, "b"), dump))
    assert of_mattermost.left_out["no_records"] == of_slack.left_out["no_records"] == 1


@pytest.mark.parametrize("form", FORMATS)
def test_of_what_is_whole_nothing_is_counted_as_no_record(form: str, read_paths: Any) -> None:
    make, whole, key, number = FORMATS[form]
    id_: Any = 999 if number == "{}" else number.format(999)
    with TemporaryDirectory() as folder:
        found = read_paths(unpacked(Path(folder, "export"), make([{**whole, key: id_}])))
    assert (len(found.posts), found.left_out["no_records"]) == (1, 0)
