from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from index.posts import Post
from tests.fakes.archives import as_json, payload, tarred, unpacked, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import Found, ReadPaths


STATUSES = "https://social.example/users/ada/statuses"


@pytest.fixture
def files() -> dict[str, bytes]:
    return payload("mastodon")


@pytest.fixture
def found(tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths) -> Found:
    """The recorded archive, read from a packed tar."""
    return read_paths(tarred(tmp_path / "archive.tar.gz", files))


def test_a_note_is_a_post_with_its_author_moment_and_link(found: Found) -> None:
    assert found.errors == []
    assert found.posts[0] == Post(
        id=f"mastodon:{STATUSES}/1",
        source="Mastodon",
        text="The heap sleeps in winter. https://example.org/heap\n\nCover it!",
        author="Ada Quill",
        url="https://social.example/@ada/1",
        posted_at=datetime(2024, 3, 1, 9, tzinfo=UTC),
    )


def test_a_reply_belongs_to_what_it_answers_and_its_warning_is_its_title(found: Found) -> None:
    reply = found.posts[1]

    assert (reply.text, reply.title) == ("@ben With straw.", "garden")
    assert reply.parent_id == f"mastodon:{STATUSES}/1"


def test_what_only_followers_see_is_for_them_and_direct_messages_are_never_read(
    found: Found,
) -> None:
    assert [(post.text[:8], post.audience) for post in found.posts[2:]] == [
        ("Only my ", "mastodon:followers"), ("Unlisted", "everyone"),
    ]  # fmt: skip


def test_a_zip_and_a_folder_give_the_same_posts(
    tmp_path: Path, files: dict[str, bytes], found: Found, read_paths: ReadPaths
) -> None:
    assert read_paths(zipped(tmp_path / "a.zip", files)) == found
    assert read_paths(unpacked(tmp_path / "a", files)) == found
    assert read_paths(tarred(tmp_path / "b.tgz", files, "./export/")) == found


def test_an_outbox_alone_has_no_author(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    path = tmp_path / "outbox.json"
    path.write_bytes(files["outbox.json"])

    assert {post.author for post in read_paths(path).posts} == {None}


def test_a_broken_actor_is_told_and_the_notes_are_read(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    files["actor.json"] = b"{"
    found = read_paths(zipped(tmp_path / "a.zip", files))

    assert len(found.posts) == 4
    assert found.error.file.endswith("a.zip/actor.json")


def test_an_outbox_that_breaks_off_gives_what_came_before(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    files["outbox.json"] = files["outbox.json"][: files["outbox.json"].index(b"statuses/3/")]
    found = read_paths(zipped(tmp_path / "a.zip", files))

    assert len(found.posts) == 2
    assert "not valid JSON" in found.error.problem


def test_what_the_account_says_of_itself_is_counted(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    said = {"name": "Ada", "summary": "<p>I garden.</p>", "attachment": [{"value": "Lyon"}]}
    files["actor.json"] = as_json(said)
    found = read_paths(zipped(tmp_path / "a.zip", files))

    assert found.left_out["profile_texts"] == 2


def test_an_article_has_its_name_and_the_date_of_its_activity(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    note = {
        "id": f"{STATUSES}/9", "type": "Article", "name": "On oak", "content": "<p>Oak.</p>",
        "to": ["as:Public"],
    }  # fmt: skip
    warned = {
        **note,
        "id": f"{STATUSES}/10",
        "summary": "wood",
        "published": "2024-03-02T09:00:00Z",
    }
    items = [
        {"type": "Create", "published": "2024-03-01T09:00:00Z", "object": each}
        for each in (note, warned)
    ]
    outbox = {"type": "OrderedCollection", "orderedItems": items}
    found = read_paths(unpacked(tmp_path / "a", {"outbox.json": as_json(outbox)}))

    assert found.errors == []
    assert [(post.title, post.posted_at) for post in found.posts] == [
        ("On oak", datetime(2024, 3, 1, 9, tzinfo=UTC)),
        ("wood: On oak", datetime(2024, 3, 2, 9, tzinfo=UTC)),
    ]
