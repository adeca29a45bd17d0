from __future__ import annotations

from datetime import UTC, datetime
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
