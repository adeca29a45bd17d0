from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from adapters.sources.discovery import sources
from index.errors import PostFormatError
from index.posts import Post
from tests.fakes.archives import as_json, payload, unpacked, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import Found, ReadPaths


COMPOST = "discord:500/600"
PART_1 = "Garden club - Outside - compost [600] [part 1].json"


@pytest.fixture
def files() -> dict[str, bytes]:
    return payload("discord")


@pytest.fixture
def found(tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths) -> Found:
    """The recorded exports, read from a folder."""
    return read_paths(unpacked(tmp_path / "exports", files))


def by_id(found: Found) -> dict[str, Post]:
    return {post.id: post for post in found.posts}


def test_a_message_is_a_post_with_its_author_moment_and_channel(found: Found) -> None:
    assert found.errors == []
    assert by_id(found)[f"{COMPOST}/703"] == Post(
        id=f"{COMPOST}/703",
        source="#compost",
        text="Yes, with straw between the layers.",
        author="ben",
        url="https://discord.com/channels/500/600/703",
        posted_at=datetime(2024, 3, 1, 9, 0, 0, 123_000, tzinfo=UTC),
        parent_id=f"{COMPOST}/701",
        audience="discord:600",
        author_id="discord:12",
    )


def test_ids_become_what_readers_see(found: Found) -> None:
    asked = by_id(found)[f"{COMPOST}/701"]

    assert asked.author == "Ada Quill"
    assert asked.text == (
        "Does @ben turn the heap with the :fork: on 2024-03-02 00:00 UTC?"
        " Ask in #compost, not in #channel."
    )


def test_a_reply_belongs_to_what_it_answers_whether_the_export_holds_that_or_not(
    found: Found,
) -> None:
    posts = by_id(found)

    assert posts[f"{COMPOST}/710"].parent_id == f"{COMPOST}/703"
    assert posts[f"{COMPOST}/711"].parent_id == f"{COMPOST}/650"


def test_a_thread_belongs_to_the_message_it_began_with(found: Found) -> None:
    posts = by_id(found)
    thread = [posts["discord:500/703/721"], posts["discord:500/703/722"]]

    assert {post.parent_id for post in thread} == {f"{COMPOST}/703"}
    assert {(post.source, post.title) for post in thread} == {("#compost", "Straw or leaves")}
    assert {post.audience for post in thread} == {"discord:600"}


def test_a_post_in_a_forum_is_one_unit_with_its_answers(found: Found) -> None:
    posts = by_id(found)
    opening, answer = posts["discord:500/800/800"], posts["discord:500/800/801"]

    assert (opening.parent_id, answer.parent_id) == (None, opening.id)
    assert opening.title == answer.title == "How to prune a quince?"
    assert (opening.source, opening.audience) == ("#questions", "discord:790")


def test_who_wrote_the_first_message_of_a_post_in_a_forum_gave_its_title(found: Found) -> None:
    posts = by_id(found)
    opening, answer = posts["discord:500/800/800"], posts["discord:500/800/801"]

    assert opening.titled_by == answer.titled_by == opening.author_id
    assert answer.author_id != opening.author_id
    # Elsewhere another may have begun the thread, and an export does not tell.
    assert posts["discord:500/703/721"].titled_by is None


def test_a_private_thread_is_its_own_audience(found: Found) -> None:
    assert by_id(found)["discord:500/830/831"].audience == "discord:830"


def test_a_thread_belongs_to_its_first_message_though_that_is_not_here(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    del files[PART_1]
    posts = by_id(read_paths(unpacked(tmp_path / "exports", files)))

    assert posts["discord:500/703/721"].parent_id == f"{COMPOST}/703"


def test_what_links_unfold_to_is_the_page_s_and_names_of_files_are_nobody_s(found: Found) -> None:
    sent, page = by_id(found)[f"{COMPOST}/705"], by_id(found)[f"{COMPOST}/705~page"]

    assert sent.text == "https://example.org/worms"
    assert (page.title, page.text) == ("Worms at work", "They need shade.\n\nPrice: 5 euros")
    assert (page.author, page.part, page.parent_id) == (None, "page", sent.id)


def test_bots_notices_empty_messages_and_those_their_author_excludes_are_no_posts(
    found: Found,
) -> None:
    numbers = {int(post.id.rpartition("/")[2]) for post in found.posts if not post.part}

    assert numbers == {701, 703, 705, 710, 711, 721, 722, 800, 801, 831}


def test_a_zip_gives_the_same_posts_as_its_folder(
    tmp_path: Path, files: dict[str, bytes], found: Found, read_paths: ReadPaths
) -> None:
    assert read_paths(zipped(tmp_path / "exports.zip", files)) == found
    assert read_paths(zipped(tmp_path / "nested.zip", files, "exports/")) == found


def test_a_single_export_is_read_as_a_file(tmp_path: Path, files: dict[str, bytes]) -> None:
    path = tmp_path / "compost.json"
    path.write_bytes(files[PART_1])
    [source] = sources([str(path)])
    assert not isinstance(source, PostFormatError)

    assert (source.origin, source.size) == (str(path), len(files[PART_1]))
    assert len([each for each in source.posts() if isinstance(each, Post)]) == 4
    assert 0 < source.position <= source.size


def test_other_files_beside_the_exports_are_read_as_ever_and_their_pictures_are_not(
    tmp_path: Path, files: dict[str, bytes], found: Found, read_paths: ReadPaths
) -> None:
    more = {"notes.txt": b"Slugs hide under boards.", f"{PART_1}_Files/x.png": b"\x89PNG\0"}
    both = read_paths(unpacked(tmp_path / "exports", files | more))

    assert both.errors == []
    assert [post.id for post in both.posts if post not in found.posts] == ["exports:notes.txt"]


def test_a_later_message_may_stand_first(
    tmp_path: Path, files: dict[str, bytes], found: Found, read_paths: ReadPaths
) -> None:
    turned = {}
    for name, data in files.items():
        export: dict[str, Any] = json.loads(data)
        export["messages"].reverse()
        turned[name] = as_json(export)

    assert by_id(read_paths(unpacked(tmp_path / "turned", turned))) == by_id(found)


def test_of_several_exports_of_a_channel_the_newest_counts(
    tmp_path: Path, files: dict[str, bytes], found: Found, read_paths: ReadPaths
) -> None:
    later: dict[str, Any] = json.loads(files[PART_1])
    later["exportedAt"] = "2024-06-01T10:00:00+00:00"
    later["messages"][1]["content"] = "Who turns the heap?"
    renamed = {**later["messages"][1]["author"], "nickname": "Ada the Great"}
    later["messages"][1]["author"] = renamed
    both = read_paths(unpacked(tmp_path / "exports", files | {"later.json": as_json(later)}))

    assert both.errors == []
    assert {*by_id(both)} == {*by_id(found)}
    assert len(both.posts) == len(found.posts)
    turned = by_id(both)[f"{COMPOST}/701"]
    assert (turned.text, turned.author) == ("Who turns the heap?", "Ada the Great")


def test_a_message_whose_id_is_no_number_answers_nothing(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    files[PART_1] = files[PART_1].replace(b'"messageId": "701"', b'"messageId": "x"')
    posts = by_id(read_paths(unpacked(tmp_path / "exports", files)))

    assert posts[f"{COMPOST}/703"].parent_id is None


def test_an_export_that_breaks_off_gives_what_came_before(
    tmp_path: Path, files: dict[str, bytes], found: Found, read_paths: ReadPaths
) -> None:
    files[PART_1] = files[PART_1][: files[PART_1].index(b'"705"')]
    path = unpacked(tmp_path / "exports", files)
    broken = read_paths(path)

    assert {*by_id(found)} - {*by_id(broken)} == {f"{COMPOST}/705", f"{COMPOST}/705~page"}
    assert str(broken.error) == (
        f"{path}/{PART_1}: it is not valid JSON from some place on (it ends too early):"
        " what came before is kept"
    )


def test_a_member_of_a_zip_that_is_no_export_any_more_is_told(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    hidden = {"__MACOSX/._a.json": b"\0", ".git/a.json": b"{}"}
    files[PART_1] = b"\0" * 500
    path = zipped(tmp_path / "exports.zip", files | hidden)

    assert str(read_paths(path).error) == (
        f"{path}/{PART_1}: it is no part of an archive that we know: get it again, or leave it out"
    )


def test_an_export_without_a_channel_is_named(tmp_path: Path, read_paths: ReadPaths) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b'{"guild": {"id": "1"}, "channel": ')

    assert "not valid JSON" in read_paths(path).error.problem


def test_direct_messages_are_refused(tmp_path: Path, read_paths: ReadPaths) -> None:
    direct = {
        "guild": {"id": "0", "name": "Direct Messages"},
        "channel": {"id": "1", "type": "DirectTextChat", "name": "ada"},
        "messages": [{"id": "2", "type": "Default", "content": "A private word."}],
    }
    path = tmp_path / "a.json"
    path.write_bytes(as_json(direct))

    assert str(read_paths(path).error) == (
        f"{path}: it holds direct messages, which are never read: leave it out"
    )


def test_an_audience_is_opened_on_purpose_only(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    folder = unpacked(tmp_path / "exports", files)

    assert "everyone" not in {post.audience for post in read_paths(folder).posts}
    assert {post.audience for post in read_paths(folder, audience="everyone").posts} == {"everyone"}


def test_a_json_file_that_is_no_export_is_read_as_ever(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Slugs.", "guild": {}}\n')

    assert read_paths(path).only.text == "Slugs."
