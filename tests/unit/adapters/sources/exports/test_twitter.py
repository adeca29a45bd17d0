from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from index.posts import Post
from tests.fakes.archives import as_json, payload, unpacked, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import Found, ReadPaths


@pytest.fixture
def files() -> dict[str, bytes]:
    return payload("twitter")


@pytest.fixture
def found(tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths) -> Found:
    """The recorded archive, read from a zip."""
    return read_paths(zipped(tmp_path / "twitter.zip", files))


def by_id(found: Found) -> dict[str, Post]:
    return {post.id: post for post in found.posts}


def test_a_tweet_is_a_post_with_the_addresses_that_were_meant(found: Found) -> None:
    assert found.errors == []
    assert by_id(found)["x:9001"] == Post(
        id="x:9001",
        source="X",
        text="The heap sleeps & waits: https://example.org/heap?a=1",
        author="Ada Quill",
        url="https://x.com/adaquill/status/9001",
        posted_at=datetime(2024, 3, 1, 9, tzinfo=UTC),
    )


def test_a_reply_belongs_to_what_it_answers(found: Found) -> None:
    assert by_id(found)["x:9002"].parent_id == "x:9001"


def test_a_long_tweet_is_whole(found: Found) -> None:
    assert by_id(found)["x:9004"].text.endswith("And that is why worms matter.")


def test_what_was_passed_on_pictures_alone_and_messages_are_no_posts(found: Found) -> None:
    assert {*by_id(found)} == {"x:9001", "x:9002", "x:9004", "x:9010"}


def test_a_folder_gives_the_same_posts(
    tmp_path: Path, files: dict[str, bytes], found: Found, read_paths: ReadPaths
) -> None:
    files["Your archive.html"] = b"<html><body><p>See your tweets here.</p></body></html>"
    files["assets/js/main.js"] = b"show(everything)"

    assert read_paths(unpacked(tmp_path / "twitter", files)) == found


@pytest.mark.parametrize(
    ("last", "audience"), [("Protect", "x:followers"), ("Unprotect", "everyone")]
)
def test_tweets_of_a_protected_account_are_for_its_followers(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths, last: str, audience: str
) -> None:
    history = [
        {"protectedHistory": {"protectedAt": year, "action": action}}
        for year, action in [("2023", last), ("2020", "Protect"), ("2021", "Unprotect")]
    ]
    files["data/protected-history.js"] = b"window.YTD.protected_history.part0 = " + as_json(history)
    found = read_paths(zipped(tmp_path / "a.zip", files))

    assert {post.audience for post in found.posts} == {audience}


def test_a_part_that_is_broken_is_told_and_the_others_are_read(
    tmp_path: Path, files: dict[str, bytes], read_paths: ReadPaths
) -> None:
    files["data/tweets-part1.js"] = b"nothing of that kind"
    files["data/account.js"] = b""
    found = read_paths(zipped(tmp_path / "a.zip", files))

    assert len(found.posts) == 3
    assert {error.file.rpartition("/")[2] for error in found.errors} == {
        "account.js", "tweets-part1.js",
    }  # fmt: skip


def test_a_member_that_is_not_known_is_named(tmp_path: Path, read_paths: ReadPaths) -> None:
    files = payload("twitter")
    before = read_paths(unpacked(tmp_path / "a", files))
    words = [{"essay": {"text": "We grind the chisels."}}]
    for name in ("essay", "verified"):
        files[f"data/{name}.js"] = b"window.YTD.x.part0 = " + as_json(words)
    found = read_paths(unpacked(tmp_path / "b", files))
    assert found.posts == before.posts
    assert found.left_out - before.left_out == {
        "unknown_fields:X's archives of 2019 to 2026: 'essay.js'": 1
    }


@pytest.mark.parametrize(
    ("name", "record", "kind"),
    [
        ("deleted-note-tweet", {"noteTweet": {"core": {"text": "Gone."}}}, "deleted"),
        ("twitter-circle-tweet", {"twitterCircleTweet": {"full_text": "Few."}}, "other_records"),
        ("profile", {"profile": {"description": {"bio": "I grind."}}}, "profile_texts"),
    ],
)
def test_what_else_a_person_wrote_is_counted(
    tmp_path: Path, read_paths: ReadPaths, name: str, record: object, kind: str
) -> None:
    files = payload("twitter")
    before = read_paths(unpacked(tmp_path / "a", files))
    files[f"data/{name}.js"] = b"window.YTD.x.part0 = " + as_json([record])
    found = read_paths(unpacked(tmp_path / "b", files))
    assert found.left_out - before.left_out == {kind: 1}
