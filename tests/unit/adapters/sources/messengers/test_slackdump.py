from __future__ import annotations

from datetime import UTC, datetime
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest

from tests.fakes.archives import as_json, unpacked, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadPaths

ROOT, REPLY = "1770000001.000100", "1770000002.000100"


def said(user: str, text: str, ts: str, **fields: Any) -> dict[str, Any]:
    return {"type": "message", "user": user, "text": text, "ts": ts, "thread_ts": ROOT, **fields}


FIRST = said("U1", "The keel is oak.", ROOT)
DUMP = {
    "channel_id": "C0KEEL", "name": "keel",
    "messages": [
        {**FIRST, "slackdump_thread_replies": [FIRST, said("U2", "Elm, <@U1>.", REPLY)]},
        said("U3", "Beep.", "1770000003.000100"),
        said("U1", "joined", "1770000004.000100", subtype="channel_join"),
    ],
}  # fmt: skip
THREAD = {"channel_id": "C0KEEL", "thread_ts": ROOT, "name": "keel", "messages": [FIRST]}
DIRECT = {"channel_id": "D0PER", "name": "", "messages": [said("U1", "Psst.", ROOT)]}
USERS: list[dict[str, Any]] = [
    {"id": "U1", "name": "ilse", "profile": {"display_name": "Ilse"}},
    {"id": "U2", "name": "per", "profile": {"real_name": "Per O."}},
    {"id": "U3", "name": "robot", "is_bot": True},
]
FILES = {
    "C0KEEL.json": as_json(DUMP),
    f"C0KEEL-{ROOT}.json": as_json(THREAD),
    "D0PER.json": as_json(DIRECT),
    "users-T0YARD.json": as_json(USERS),
}


def test_messages_and_their_replies_are_posts_once_each(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    folder, packed = unpacked(tmp_path / "dump", FILES), zipped(tmp_path / "dump.zip", FILES)
    found = read_paths(folder)

    assert found.errors == []
    root, reply = found.posts
    assert (root.author, root.text, root.source) == ("Ilse", "The keel is oak.", "#keel")
    assert (reply.author, reply.text) == ("Per O.", "Elm, @Ilse.")
    assert reply.parent_id == root.id
    assert root.audience == "slack:C0KEEL"
    assert root.posted_at == datetime.fromtimestamp(1770000001.0001, UTC)
    assert found.left_out == {"direct_messages": 1, "bot_messages": 1, "notices": 1}
    assert read_paths(packed).posts == found.posts


def test_without_a_list_of_users_the_missing_names_are_said_with_the_remedy(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    page = said("U1", "See.", "1770000005.000100", attachments=[{"from_url": "x", "text": "Elm."}])
    dump = as_json({**DUMP, "messages": [*DUMP["messages"], page]})
    found = read_paths(unpacked(tmp_path / "dump", {"C0KEEL.json": dump}))

    assert [post.text for post in found.posts if post.part] == ["Elm."]
    assert found.left_out["slackdump_names"] == 4


@pytest.mark.parametrize(
    "beside",
    [
        {"users-T0YARD.json": as_json(USERS)},
        {"users.json": as_json([{**user, "team_id": "T0YARD"} for user in USERS])},
        {},
    ],
)
def test_messages_that_name_no_workspace_are_of_that_of_the_others(
    beside: dict[str, bytes], tmp_path: Path, read_paths: ReadPaths
) -> None:
    reply = said("U1", "Elm.", REPLY)
    root = {**FIRST, "team": "T0YARD", "slackdump_thread_replies": [reply]}
    dump = as_json({"channel_id": "C0KEEL", "name": "keel", "messages": [root]})
    found = read_paths(unpacked(tmp_path / "dump", {"C0KEEL.json": dump, **beside}))

    assert [post.id for post in found.posts] == [
        f"slack:T0YARD/C0KEEL/{ROOT}", f"slack:T0YARD/C0KEEL/{REPLY}",
    ]  # fmt: skip
    assert found.posts[1].parent_id == found.posts[0].id
    assert {post.author_id for post in found.posts} == {"slack:T0YARD/U1"}


LISTED = """\
Name    ID  Bot?  Email           Deleted?  Restricted?
ilse    U1        ilse@y.example
Per O.  U2
robot   U3  bot                   deleted
"""
CHANNELS = "ID      Arch  What\nC0KEEL  -     #keel\nD0PER   -     @per\n"


@pytest.mark.parametrize("name", ["users.txt", "users-T0YARD.txt", "people.TXT"])
def test_the_list_of_users_may_be_text_and_is_no_post(
    name: str, tmp_path: Path, read_paths: ReadPaths
) -> None:
    files = {
        "C0KEEL.json": FILES["C0KEEL.json"], name: LISTED.encode(),
        "channels.txt": CHANNELS.encode(), "notes.txt": b"My own notes on the keel.",
    }  # fmt: skip
    for place in (unpacked(tmp_path / "dump", files), zipped(tmp_path / "dump.zip", files)):
        found = read_paths(place)
        said = {post.text: post.author for post in found.posts}
        own = {"My own notes on the keel."} & {*said}
        assert {text: said[text] for text in said if text not in own} == {
            "The keel is oak.": "ilse", "Elm, @ilse.": "Per O.",
        }  # fmt: skip
        assert "slackdump_names" not in found.left_out


@pytest.mark.parametrize("text", [LISTED, CHANNELS, f"\n{LISTED}", LISTED.replace("\n", "\r\n")])
def test_a_list_without_its_dumps_is_refused(
    text: str, tmp_path: Path, read_paths: ReadPaths
) -> None:
    place = tmp_path / "users.txt"
    place.write_bytes(text.encode())
    found = read_paths(place)
    assert found.posts == []
    assert ["put it beside the dumps" in each.problem for each in found.errors] == [True]


LONG = [said("U1", f"The keel is oak. {'It is long. ' * 50}", f"17700{i:05d}.000100")
        for i in range(30)]  # fmt: skip
NAMES: list[str] = ["channel_id", "name", "messages"]


@pytest.mark.parametrize("order", [*permutations(NAMES), *permutations([*NAMES, "thread_ts"], 4)])
@pytest.mark.parametrize("messages", [LONG, LONG[::-1], [dict(reversed(LONG[0].items()))]])
def test_a_dump_is_read_in_whatever_order_its_names_and_messages_stand(
    order: tuple[str, ...],
    messages: list[dict[str, Any]],
    tmp_path: Path,
    read_paths: ReadPaths,
) -> None:
    told = THREAD | {"messages": messages}
    place = tmp_path / "C0KEEL.json"
    place.write_bytes(as_json({name: told[name] for name in order}))
    found = read_paths(place)

    assert found.errors == []
    assert [post.text for post in found.posts] == [each["text"].strip() for each in messages]
    assert {(post.source, post.audience) for post in found.posts} == {("#keel", "slack:C0KEEL")}
    assert found.left_out == {"slackdump_names": len(messages)}


@pytest.mark.parametrize(
    "told",
    [{"messages": [FIRST]}, {"name": "keel", "messages": [FIRST]},
     {"messages": [FIRST], "has_more": False}, {"ok": True, "messages": [FIRST]},
     {"channel_id": 7, "messages": [FIRST]}],
)  # fmt: skip
def test_messages_of_which_nothing_names_the_channel_are_refused(
    told: dict[str, Any], tmp_path: Path, read_paths: ReadPaths
) -> None:
    place = tmp_path / "history.json"
    place.write_bytes(as_json(told))
    found = read_paths(place)
    assert found.posts == []
    assert "part of an export of Slack" in found.error.problem


def test_a_file_of_somebody_s_own_messages_is_no_dump(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    own = [{"ts": ROOT, "author": "Ilse", "text": "The keel is oak, and so is the whole frame."}]
    place = tmp_path / "own.json"
    place.write_bytes(as_json({"messages": own, "name": "keel"}))
    assert [post.author for post in read_paths(place).posts] == ["Ilse"]


def test_replies_below_newer_messages_belong_to_their_root(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    reply = said("U2", "Elm.", REPLY)
    root = {**FIRST, "slackdump_thread_replies": [reply, FIRST]}
    newest_first = [said("U3", "Pine.", "1770000003.000100"), root]
    dump = {"messages": newest_first, "channel_id": "C0KEEL", "name": "keel"}
    found = read_paths(unpacked(tmp_path / "dump", {"C0KEEL.json": as_json(dump)}))
    assert [(post.text, bool(post.parent_id)) for post in found.posts] == [
        ("Pine.", True), ("The keel is oak.", False), ("Elm.", True),
    ]  # fmt: skip
