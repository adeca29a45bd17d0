"""What becomes of each kind of message that DiscordChatExporter writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from adapters.sources.discovery import sources
from index.errors import PostFormatError
from index.posts import Post
from tests.fakes.archives import as_json

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


AUTHOR = {"id": "12", "name": "ben", "discriminator": "0000", "isBot": False}
WEBHOOK = {"id": "90", "name": "Rin (tide)", "discriminator": "0000", "isBot": True, "roles": []}
APP, ROLED = WEBHOOK | {"discriminator": "4417"}, WEBHOOK | {"roles": [{"id": "9"}]}
OF_APPS = {"channels_of_apps:'#compost'": 1}
ALERT = {"title": "Disk", "description": "Full.", "fields": []}


@pytest.mark.parametrize(
    ("message", "posts", "left_out"),
    [
        ({"content": "Hi."}, [("601", "ben", "Hi.")], {}),
        ({"content": "Hi.", "author": WEBHOOK}, [("601", "Rin (tide)", "Hi.")], {}),
        ({"embeds": [ALERT], "author": WEBHOOK}, [], OF_APPS),
        ({"content": "Hi.", "author": APP}, [], OF_APPS),
        ({"content": "Hi.", "author": ROLED}, [], OF_APPS),
        ({"content": "Ben joined.", "type": "GuildMemberJoin"}, [], {"notices": 1}),
        ({"content": " "}, [], {"wordless": 1}),
        ({"attachments": [{"fileName": "a.png"}]}, [], {"wordless": 1}),
        (
            {"attachments": [{"fileName": "a.txt"}, {"fileName": "b.pdf"}, {"fileName": "c.png"}]},
            [], {"wordless": 1, "file_contents": 2},
        ),
        (
            {"content": "Hi.", "reactions": [{"emoji": {"name": "🚫"}, "users": [{"id": "12"}]}]},
            [], {"kept_out": 1},
        ),
        (
            {"forwardedMessage": {"content": "Passed on.", "stickers": [{"name": "Wave"}],
                                  "attachments": [{"fileName": "notes.txt"}]}},
            [("601~forwarded", None, "Passed on.\n\n:Wave:")], {"file_contents": 1, "dates": 1},
        ),
        (
            {"poll": {"question": {"text": "Which?"},
                      "answers": [{"answer_id": 1, "poll_media": {"text": "North"}},
                                  {"answer_id": 2, "poll_media": {"text": "South"}}],
                      "results": {"is_finalized": True, "answer_counts": [{"id": 1, "count": 3}]}}},
            [("601", "ben", "Which?\n• North: 3\n• South: 0")], {},
        ),
    ],
)  # fmt: skip
def test_each_message_is_its_person_s_or_left_out_and_counted(
    tmp_path: Path, message: dict[str, Any], posts: list[tuple[str, str | None, str]],
    left_out: dict[str, int],
) -> None:  # fmt: skip
    found, counted = read(tmp_path, message)
    assert [(each.id.rpartition("/")[2], each.author, each.text) for each in found] == posts
    assert counted == left_out


def read(tmp_path: Path, message: dict[str, Any]) -> tuple[list[Post], Mapping[str, int]]:
    """Return the posts of an export of one message, and what is left out of it."""
    whole = {"id": "601", "type": "Default", "timestamp": "2024-03-01T09:00:00+00:00",
             "author": AUTHOR} | message  # fmt: skip
    export = {
        "guild": {"id": "500"},
        "channel": {"id": "600", "type": "GuildTextChat", "name": "compost"},
        "exportedAt": "2024-06-01T10:00:00+00:00",
        "messages": [whole],
    }
    path = tmp_path / "compost.json"
    path.write_bytes(as_json(export))
    [source] = sources([str(path)])
    assert not isinstance(source, PostFormatError)
    found = [each for each in source.posts() if isinstance(each, Post)]
    return found, source.left_out


def test_what_was_passed_on_and_a_page_keep_the_day_they_were_written(tmp_path: Path) -> None:
    passed_on = {"content": "Old.", "timestamp": "2022-05-05T10:00:00+02:00", "embeds": [ALERT]}
    page = ALERT | {"timestamp": "2023-05-05T10:00:00+00:00"}
    found, counted = read(tmp_path, {"embeds": [page], "forwardedMessage": passed_on})
    days = [post.posted_at and post.posted_at.isoformat() for post in found]
    assert days == [
        "2023-05-05T10:00:00+00:00", "2022-05-05T08:00:00+00:00", "2022-05-05T08:00:00+00:00",
    ]  # fmt: skip
    assert not counted


def test_what_was_passed_on_without_a_day_is_never_of_the_day_it_was_passed_on(
    tmp_path: Path,
) -> None:
    found, counted = read(tmp_path, {"content": "Look.", "forwardedMessage": {"content": "Old."}})
    assert [post.posted_at is None for post in found] == [False, True]
    assert counted == {"dates": 1}


@pytest.mark.parametrize("written", ["soon", 3, {"a": 1}, "9999-12-31T23:59:59-10:00"])
def test_a_day_of_a_part_that_is_none_is_counted(tmp_path: Path, written: object) -> None:
    passed_on = {
        "content": "Old.",
        "timestamp": written,
        "embeds": [ALERT | {"timestamp": written}],
    }
    found, counted = read(
        tmp_path, {"embeds": [{"timestamp": written}], "forwardedMessage": passed_on}
    )
    assert len(found) == 2
    assert counted == {"dates": 3}
