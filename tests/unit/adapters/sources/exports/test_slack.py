from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from adapters.sources.discovery import sources
from index.errors import PostFormatError
from index.posts import Post
from tests.fakes.archives import as_json, payload, unpacked, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import Found, ReadPaths


COMPOST = "slack:T0GARDEN/C0COMPOST"


@pytest.fixture
def files() -> dict[str, bytes]:
    return payload("slack")


@pytest.fixture
def found(tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths) -> Found:
    """The recorded export, read from a zip."""
    return read_paths(zipped(tmp_path / "export.zip", files))


def by_id(found: Found) -> dict[str, Post]:
    return {post.id: post for post in found.posts}


def test_a_message_is_a_post_with_its_author_moment_and_channel(found: Found) -> None:
    assert found.errors == []
    assert by_id(found)[f"{COMPOST}/1709287200.000300"] == Post(
        id=f"{COMPOST}/1709287200.000300",
        source="#compost",
        text="Yes, with straw between the layers.",
        author="Ben Okafor",
        url="https://garden-club.slack.com/archives/C0COMPOST/p1709287200000300"
        "?thread_ts=1709283600.000200&cid=C0COMPOST",
        posted_at=datetime(2024, 3, 1, 10, 0, 0, 300, tzinfo=UTC),
        parent_id=f"{COMPOST}/1709283600.000200",
        audience="slack:C0COMPOST",
        author_id="slack:T0GARDEN/U0BEN",
    )


def test_ids_links_and_entities_become_what_readers_see(found: Found) -> None:
    assert by_id(found)[f"{COMPOST}/1709283600.000200"].text == (
        "Does @Ben Okafor turn the heap on Saturday? See the heap guide (https://example.org/heap)"
        " & https://example.org in #bees."
    )


def test_the_root_of_a_thread_is_a_post_of_its_own(found: Found) -> None:
    assert by_id(found)[f"{COMPOST}/1709283600.000200"].parent_id is None


def test_a_reply_that_was_also_sent_to_the_channel_is_one_reply(found: Found) -> None:
    reply = by_id(found)[f"{COMPOST}/1709290800.000400"]

    assert (reply.author, reply.parent_id) == ("Zoé Lambert", f"{COMPOST}/1709283600.000200")


def test_titles_of_files_are_part_of_the_message_and_pages_behind_links_are_not(
    found: Found,
) -> None:
    posts = by_id(found)

    assert posts[f"{COMPOST}/1709370000.000100"].text == "Plan of the three heaps"
    sent = posts[f"{COMPOST}/1709370060.000200"]
    page, forwarded = posts[f"{sent.id}~page"], posts[f"{sent.id}~forwarded"]
    assert sent.text == "This https://example.org/worms"
    assert (page.text, page.title, page.author) == ("They need shade.", "Worms at work", None)
    assert (page.url, page.parent_id) == ("https://example.org/worms", sent.id)
    assert (forwarded.text, forwarded.author) == ("A secret from elsewhere.", None)


def test_a_snippet_is_part_of_the_message_if_the_message_has_all_of_it(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    snippet = {"mode": "snippet", "name": "a.cpp", "title": "a.cpp", "preview": "<std::size> &amp;"}
    message = {"user": "U0ADA", "text": "See:", "ts": "1709283600.000200"}
    files["bees/2024-03-01.json"] = as_json(
        [
            message | {"files": [snippet]},
            message | {"ts": "1709283601.000200", "files": [snippet | {"lines_more": 9}]},
        ]
    )
    found = read_paths(zipped(tmp_path / "export.zip", files))

    assert [post.text for post in found.posts if post.source == "#bees"] == [
        "See:\n\n<std::size> &amp;", "See:",
    ]  # fmt: skip


def test_bots_notices_empty_messages_and_those_their_author_excludes_are_no_posts(
    found: Found,
) -> None:
    assert [post.text for post in found.posts if post.source == "#compost"][1:] == [
        "Yes, with straw between the layers.",
        "The straw is behind the shed.",
        "Plan of the three heaps",
        "This https://example.org/worms",
        "They need shade.",
        "A secret from elsewhere.",
        "A guest says hello.",
    ]


def test_an_author_who_is_in_no_list_is_named_by_the_message(found: Found) -> None:
    assert by_id(found)[f"{COMPOST}/1709370180.000400"].author == "Guest of Ours"


def test_a_channel_is_its_own_audience_and_a_private_one_s_name_stays_inside(found: Found) -> None:
    [board] = [post for post in found.posts if post.source == "#board"]
    [bees] = [post for post in found.posts if post.source == "#bees"]

    assert board.audience == "slack:G0BOARD"
    assert board.text == "The rent of #board rises to 300 euros."
    assert bees.audience == "slack:C0BEES"
    assert bees.text == "The bees in #private-channel swarm in May <3"


def test_direct_messages_are_never_read(found: Found) -> None:
    assert not [post for post in found.posts if "private word" in post.text]
    assert found.left_out["direct_messages"] == 2


def test_what_a_list_of_channels_calls_private_or_direct_is_that(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    files["channels.json"] = as_json(
        [
            {"id": "C0COMPOST", "name": "compost"},
            {"id": "C0BEES", "name": "bees", "is_private": True},
            {"id": "C0MPIM", "name": "mpdm-ada--ben--zoe-1", "is_mpim": True},
        ]
    )
    del files["mpims.json"]
    found = read_paths(zipped(tmp_path / "a.zip", files))

    assert found.errors == []
    assert {post.audience for post in found.posts if post.source == "#bees"} == {"slack:C0BEES"}
    assert "#bees" not in by_id(found)[f"{COMPOST}/1709283600.000200"].text
    assert not [post for post in found.posts if "private word" in post.text]


@pytest.mark.parametrize("root", ["", "Garden Slack export/"])
def test_a_folder_gives_the_same_posts_as_its_zip(
    tmp_path: Path, files: dict[str, bytes], found: Found, root: str, read_paths: ReadPaths
) -> None:
    folder = unpacked(tmp_path / "unpacked", {root + name: data for name, data in files.items()})

    assert read_paths(folder) == found
    assert read_paths(zipped(tmp_path / "nested.zip", files, root)) == found


def test_the_origin_is_the_archive_and_the_position_reaches_its_size(
    tmp_path: Path, files: dict[str, bytes]
) -> None:
    path = zipped(tmp_path / "export.zip", files)
    [source] = sources([str(path)])
    assert not isinstance(source, PostFormatError)

    assert (source.origin, source.position) == (str(path), 0)
    assert list(source.posts())
    assert 0 < source.position <= source.size == sum(map(len, files.values()))


def test_without_a_workspace_link_no_link_is_made_up(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    del files["compost/2024-03-02.json"]

    found = read_paths(zipped(tmp_path / "export.zip", files))
    assert {post.url for post in found.posts} == {None}


def test_a_day_that_is_broken_is_named_and_the_others_are_read(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    files["compost/2024-03-01.json"] = b'[{"type": "message", '
    message = '[{"type": "message", "user": "U1", "ts": "1709280000.000100", "text": "é"}]'
    files["bees/2024-03-01.json"] = message.encode("cp1252")
    path = zipped(tmp_path / "export.zip", files)
    found = read_paths(path)

    assert len(found.posts) == 6
    bees, compost = map(str, found.errors)
    assert bees == (
        f"{path}/bees/2024-03-01.json: text: \\udce9 is half a character and cannot be stored:"
        " write the whole one"
    )
    assert compost == (
        f"{path}/compost/2024-03-01.json: it is not valid JSON (expecting property name enclosed"
        " in double quotes, in line 1): get it again, or leave it out"
    )


def test_a_day_that_is_no_list_is_named(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    files["bees/2024-03-01.json"] = b'{"ok": false}'

    assert "no list of messages" in read_paths(zipped(tmp_path / "a.zip", files)).error.problem


def test_a_channel_that_no_readable_list_names_is_left_out_and_told(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    files["groups.json"] = b"[{"
    path = zipped(tmp_path / "export.zip", files)
    found = read_paths(path)

    assert not [post for post in found.posts if post.source == "#board"]
    assert [error.file for error in found.errors] == [f"{path}/groups.json", f"{path}/board"]


def test_an_export_without_members_names_authors_by_their_messages(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    files["users.json"] = b"nothing"
    found = read_paths(zipped(tmp_path / "export.zip", files))

    assert found.error.file.endswith("users.json")
    assert {post.author for post in found.posts if post.source == "#compost"} >= {"ada.q", None}


def test_a_message_written_twice_counts_as_it_was_last(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    before = {"type": "message", "user": "U0ADA", "text": "before", "ts": "1709283600.000200"}
    files["bees/2024-03-01.json"] = as_json([before, before | {"text": "after"}])
    found = read_paths(zipped(tmp_path / "export.zip", files))

    assert [post.text for post in found.posts if post.source == "#bees"] == ["after"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [('"x"', "x"), ("1e999", "1e999"), ("1709283600.25", "1709283600.25"), ("null", "null")],
)
def test_a_message_without_a_moment_is_named(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths, written: str, shown: str
) -> None:
    message = f'{{"user": "U0ADA", "text": "When?", "ts": {written}}}'
    files["bees/2024-03-01.json"] = f"[{message}]".encode()
    path = zipped(tmp_path / "export.zip", files)

    assert str(read_paths(path).error) == (
        f"{path}/bees/2024-03-01.json: its ts '{shown}' is no moment: get the export again"
    )


def test_the_source_and_audience_that_a_person_names_win(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    path = zipped(tmp_path / "export.zip", files)
    posts = read_paths(path, source="garden", audience="slack:X").posts

    assert {(post.source, post.audience) for post in posts} == {("garden", "slack:X")}
    assert f"{COMPOST}/1709283600.000200" in {post.id for post in posts}


def test_a_kind_of_block_that_is_not_known_is_named(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    blocks = [{"type": "hologram", "text": "It turns."}, {"type": "divider"}]
    message = {"user": "U0ADA", "text": "Look.", "ts": "1709283600.000200", "blocks": blocks}
    files["bees/2024-03-01.json"] = as_json([message])
    found = read_paths(zipped(tmp_path / "export.zip", files))

    [post] = [post for post in found.posts if post.source == "#bees"]
    assert post.text == "Look.\n\nIt turns."
    assert [kind for kind in found.left_out if "hologram" in kind] == [
        "unknown_fields:Slack's exports of 2016 to 2026: 'blocks.hologram'"
    ]


def test_a_kind_of_message_that_is_not_known_is_named_and_no_notice(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    message = {"user": "U0ADA", "text": "x", "ts": "1709283600.000200"}
    kinds = ("hologram", "channel_join")
    messages = [{**message, "ts": f"{at}.0", "subtype": kind} for at, kind in enumerate(kinds)]
    before = read_paths(zipped(tmp_path / "a.zip", files)).left_out
    files["bees/2024-03-09.json"] = as_json(messages)

    assert read_paths(zipped(tmp_path / "b.zip", files)).left_out - before == {
        "notices": 1, "other_records": 1,
        "unknown_fields:Slack's exports of 2016 to 2026: 'subtype: hologram'": 1,
    }  # fmt: skip
