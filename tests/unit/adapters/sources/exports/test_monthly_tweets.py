from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from index.posts import Post
from tests.fakes.archives import as_json, unpacked, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadPaths

USER = {"name": "The yard", "screen_name": "yard", "protected": False, "id_str": "11", "id": 11}


def tweet(id_: str, text: str, **fields: Any) -> dict[str, Any]:
    return {
        "source": "web", "entities": {"urls": [], "media": []}, "id_str": id_, "id": int(id_),
        "text": text, "created_at": "2013-05-03 17:22:11 +0200", "user": USER, **fields,
    }  # fmt: skip


LINKED = {
    "urls": [{"url": "http://t.co/1", "expanded_url": "http://yard.example/oak"}],
    "media": [{"url": "http://t.co/2"}],
}
MAY = [
    tweet("1801", "The crane &amp; its hook: http://t.co/1 http://t.co/2", entities=LINKED),
    tweet("1802", "@per Sold.", in_reply_to_status_id_str="1801"),
    tweet("1803", "RT @per: Sold!", retweeted_status={"id_str": "1790"}),
]
OLDER = [tweet("17", "First.", created_at="Tue Apr 30 08:00:00 +0000 2013")]


def grailbird(name: str, tweets: list[dict[str, Any]]) -> bytes:
    return f"Grailbird.data.tweets_{name} = \n ".encode() + as_json(tweets)


FILES = {
    "README.txt": b"Open index.html.",
    "index.html": b"<html><body>Your archive</body></html>",
    "tweets.csv": b'"tweet_id","timestamp","text"\n"1801","2013-05-03","The crane"\n',
    "data/js/user_details.js": b'var user_details =  {"screen_name":"yard","full_name":"Yard"}',
    "data/js/payload_details.js": b'var payload_details =  {"tweets":4}',
    "data/js/tweets/2013_04.js": grailbird("2013_04", OLDER),
    "data/js/tweets/2013_05.js": grailbird("2013_05", MAY),
}


@pytest.mark.parametrize("root", ["", "yard/"])
@pytest.mark.parametrize("packed", [True, False])
def test_the_months_are_posts_and_what_shows_them_is_none(
    packed: bool, root: str, tmp_path: Path, read_paths: ReadPaths
) -> None:
    files = {root + name: data for name, data in FILES.items()}
    place = zipped(tmp_path / "a.zip", files) if packed else unpacked(tmp_path / "a", files)
    found = read_paths(place)

    assert found.errors == []
    assert [post.text for post in found.posts] == [
        "First.", "The crane & its hook: http://yard.example/oak", "@per Sold.",
    ]  # fmt: skip
    assert found.posts[0].posted_at == datetime(2013, 4, 30, 8, tzinfo=UTC)
    assert found.posts[2] == Post(
        id="x:1802",
        source="X",
        text="@per Sold.",
        author="The yard",
        url="https://x.com/yard/status/1802",
        posted_at=datetime(2013, 5, 3, 15, 22, 11, tzinfo=UTC),
        parent_id="x:1801",
    )
    assert found.left_out == {"reposts": 1, "attachments": 1}


def test_beside_an_archive_other_files_of_a_folder_are_still_read(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    found = read_paths(unpacked(tmp_path / "a", {**FILES, "notes.txt": b"The mast is ash."}))

    assert "The mast is ash." in [post.text for post in found.posts]


def test_what_only_followers_saw_is_for_them(tmp_path: Path, read_paths: ReadPaths) -> None:
    mine = tweet("1", "Psst.", user={**USER, "protected": True})
    files = {"data/js/tweets/2013_05.js": grailbird("2013_05", [mine])}

    assert read_paths(zipped(tmp_path / "a.zip", files)).only.audience == "x:followers"
