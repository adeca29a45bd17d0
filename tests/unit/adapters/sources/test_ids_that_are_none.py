"""What can be no id costs a record no other's link or account, in every export."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest

from tests.fakes.archives import as_json, unpacked
from tests.fakes.filled import archives, chats

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadFile, ReadPaths

WORDS: Final = ("The mast is of ash.", "The keel is of oak.")
NONE: Final = (None, float("inf"), float("nan"), True, {"n": 1}, [1], "", " ", "\ud800")
CHANNEL: Final = {"id": "200", "type": "GuildTextChat", "category": "Text", "name": "boats"}


def discord(
    ids: Sequence[object], accounts: Sequence[object] = ("7", "8"), **channel: object
) -> bytes:
    messages = [
        {
            "id": id_,
            "type": "Default",
            "timestamp": "2024-05-01T10:00:00+00:00",
            "content": text,
            "author": {"id": account, "name": name, "isBot": False},
        }
        for id_, account, text, name in zip(ids, accounts, WORDS, ("ann", "bob"), strict=True)
    ]
    head = {"guild": {"id": "100", "name": "Gild"}, "channel": {**CHANNEL, **channel}}
    return as_json({**head, "messages": messages})


def telegram(ids: Sequence[object], **chat: object) -> bytes:
    messages = [
        {"id": id_, "type": "message", "date_unixtime": "1704103260", "from": "Ann", "text": text}
        for id_, text in zip(ids, WORDS, strict=True)
    ]
    head = {"name": "Boats", "type": "public_supergroup", "id": 12}
    return as_json({**head, **chat, "messages": messages})


def matrix(ids: Sequence[object]) -> bytes:
    messages = [
        {
            "type": "m.room.message",
            "sender": "@ann:x.example",
            "event_id": id_,
            "room_id": "!r:x.example",
            "origin_server_ts": 1704103260000,
            "content": {"msgtype": "m.text", "body": text},
        }
        for id_, text in zip(ids, WORDS, strict=True)
    ]
    return as_json({"room_name": "Boats", "messages": messages})


def zulip(ids: Sequence[object]) -> dict[str, bytes]:
    realm = {
        "zerver_userprofile": [{"id": 1, "full_name": "Ann"}],
        "zerver_stream": [{"id": 1, "name": "boats", "invite_only": False}],
        "zerver_recipient": [{"id": 1, "type_id": 1, "type": 2}],
    }
    messages = [
        {"id": id_, "sender": 1, "recipient": 1, "content": text, "date_sent": 1704103260.0}
        for id_, text in zip(ids, WORDS, strict=True)
    ]
    return {
        "realm.json": as_json(realm),
        "messages-000001.json": as_json({"zerver_message": messages}),
    }


def twitter(ids: Sequence[object]) -> dict[str, bytes]:
    at = "2014-05-01 10:00:00 +0000"
    tweets = [
        {"id_str": id_, "text": text, "created_at": at}
        for id_, text in zip(ids, WORDS, strict=True)
    ]
    name = "data/js/tweets/2014_05.js"
    return {name: b"Grailbird.data.tweets_2014_05 = " + as_json(tweets)}


def discord_package(ids: Sequence[object]) -> dict[str, bytes]:
    messages = [
        {"ID": id_, "Timestamp": "2024-05-01 10:00:00", "Contents": text, "Attachments": ""}
        for id_, text in zip(ids, WORDS, strict=True)
    ]
    channel = {"id": "200", "type": 0, "name": "boats", "guild": {"id": "100", "name": "Gild"}}
    return {
        "messages/index.json": as_json({"200": "boats in Gild"}),
        "messages/c200/channel.json": as_json(channel),
        "messages/c200/messages.json": as_json(messages),
    }


FILES: Final[Mapping[str, Callable[[Sequence[object]], bytes]]] = {
    "discord": discord,
    "telegram": telegram,
    "matrix": matrix,
}
FOLDERS: Final[Mapping[str, Callable[[Sequence[object]], dict[str, bytes]]]] = {
    "zulip": zulip,
    "twitter": twitter,
    "discord_package": discord_package,
}


@pytest.mark.parametrize("none", NONE, ids=repr)
@pytest.mark.parametrize("kind", [*FILES, *FOLDERS])
def test_records_without_an_id_are_counted_and_take_none_of_another(
    kind: str, none: object, tmp_path: Path, read_paths: ReadPaths, read_file: ReadFile
) -> None:
    for ids in ([none, none], [none, "3"]):
        if make := FILES.get(kind):
            found = read_file(make(ids), "export.json")
        else:
            found = read_paths(unpacked(tmp_path / f"{ids}"[:9], FOLDERS[kind](ids)))
        assert found.errors == []
        assert found.left_out["nameless"] == ids.count(none)
        assert [(each.text, each.id[-1]) for each in found.posts] == [
            (words, "3") for words, id_ in zip(WORDS, ids, strict=True) if id_ == "3"
        ]


@pytest.mark.parametrize("kind", [*FILES, *FOLDERS])
def test_a_whole_number_is_an_id(
    kind: str, tmp_path: Path, read_paths: ReadPaths, read_file: ReadFile
) -> None:
    texts, numbers = ["41", "42"], [41, 42]
    if make := FILES.get(kind):
        said, meant = (read_file(make(ids), "export.json") for ids in (numbers, texts))
    else:
        said = read_paths(unpacked(tmp_path / "numbers", FOLDERS[kind](numbers)))
        meant = read_paths(unpacked(tmp_path / "texts", FOLDERS[kind](texts)))

    assert said.posts == meant.posts
    assert len(said.posts) == len(WORDS)


@pytest.mark.parametrize("none", NONE, ids=repr)
def test_who_has_no_account_that_can_be_one_stays_under_the_own_name(
    none: object, read_file: ReadFile
) -> None:
    found = read_file(discord(["1", "2"], [none, none]), "export.json")

    assert [(each.author, each.author_id) for each in found.posts] == [
        ("ann", None),
        ("bob", None),
    ]


def test_an_account_may_be_a_whole_number(read_file: ReadFile) -> None:
    found = read_file(discord(["1", "2"], [111111111111111111, "8"]), "export.json")

    assert [each.author_id for each in found.posts] == ["discord:111111111111111111", "discord:8"]


@pytest.mark.parametrize("none", NONE, ids=repr)
def test_messages_of_a_channel_without_an_id_have_no_link(
    none: object, read_file: ReadFile
) -> None:
    of_discord = read_file(discord(["1", "2"], id=none), "export.json")
    of_telegram = read_file(telegram([1, 2], id=none), "export.json")

    assert [each.url for each in (*of_discord.posts, *of_telegram.posts)] == [None] * 4


@pytest.mark.parametrize("none", [*NONE, "inf", "12 34"], ids=repr)
@pytest.mark.parametrize("part", ["guild", "channel"])
def test_what_can_be_no_number_of_discord_costs_the_links_alone(
    part: str, none: object, read_file: ReadFile
) -> None:
    export = json.loads(discord(["1", "2"]))
    export[part]["id"] = none
    found = read_file(as_json(export), "export.json")

    assert found.errors == []
    assert [(each.text, each.url) for each in found.posts] == [(words, None) for words in WORDS]


def test_a_private_conversation_on_discord_stays_one_without_an_id(read_file: ReadFile) -> None:
    export = json.loads(discord(["1", "2"], type="DirectTextChat"))
    export["guild"]["id"] = None

    assert read_file(as_json(export), "export.json").error.error.kind == "direct_messages"


def test_a_name_of_x_that_can_be_none_costs_the_name(tmp_path: Path, read_paths: ReadPaths) -> None:
    owner = [{"account": {"username": "\ud800", "accountDisplayName": "Ada"}}]
    account = b"window.YTD.account.part0 = " + as_json(owner)
    found = read_paths(unpacked(tmp_path, {**archives.twitter(), "data/account.js": account}))

    assert found.errors == []
    assert {each.author for each in found.posts} == {"Ada"}


@pytest.mark.parametrize("odd", [5, "x", ["a"], {"a": 1}], ids=repr)
def test_who_is_not_surely_a_program_in_slack_is_a_person(
    odd: object, tmp_path: Path, read_paths: ReadPaths
) -> None:
    people = [{"id": "U1", "team_id": "T1", "is_bot": odd, "profile": {"real_name": "Ada"}}]
    said = [{"type": "message", "user": "U1", "text": WORDS[0], "ts": "1712345678.000100"}]
    files = {"users.json": as_json(people), "keel/2024-04-05.json": as_json(said)}
    found = read_paths(unpacked(tmp_path, {**chats.slack(), **files}))

    assert [(each.text, each.author) for each in found.posts] == [(WORDS[0], "Ada")]


def test_a_reply_to_what_has_no_id_replies_to_nothing(read_file: ReadFile) -> None:
    export = json.loads(telegram([1, 2]))
    export["messages"][1]["reply_to_message_id"] = float("nan")

    assert [each.parent_id for each in read_file(as_json(export), "a.json").posts] == [None, None]


@pytest.mark.parametrize("none", [None, {"n": 1}, float("inf")], ids=repr)
def test_each_message_of_slack_without_its_moment_is_refused(
    none: object, tmp_path: Path, read_paths: ReadPaths
) -> None:
    said = [{"type": "message", "user": "U1", "text": text, "ts": none} for text in WORDS]
    found = read_paths(unpacked(tmp_path, {**chats.slack(), "keel/2024-04-05.json": as_json(said)}))

    assert [each.error.kind for each in found.errors] == ["not_a_moment"] * 2


def test_messages_of_mattermost_without_their_moment_are_told_apart(read_file: ReadFile) -> None:
    posts = [
        {"team": "t", "channel": "c", "user": "ann", "message": text} for text in (*WORDS, WORDS[0])
    ]
    lines = [{"type": "version", "version": 1}, *({"type": "post", "post": each} for each in posts)]
    found = read_file("\n".join(map(json.dumps, lines)), "export.jsonl")

    assert found.errors == []
    assert {each.text for each in found.posts} == {*WORDS}
    assert len({each.id for each in found.posts}) == len(WORDS)


def test_messages_of_a_page_without_ids_are_told_apart(read_file: ReadFile) -> None:
    said = "".join(
        "<div class=chatlog__message-container><div class=chatlog__message><div"
        f" class=chatlog__content><span class=chatlog__markdown-preserve>{each}</span></div></div>"
        "</div>"
        for each in WORDS
    )
    page = (
        "<html><body><div class=chatlog><div class=chatlog__message-group>"
        f"<span class=chatlog__author>ann</span>{said}</div></div></body></html>"
    )
    found = read_file(page, "Gild - boats [200].html")

    assert found.errors == []
    assert [each.text for each in found.posts] == [*WORDS]
