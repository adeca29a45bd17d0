from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.fakes.archives import zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadFile, ReadPaths

ANDROID = """\
31/01/2026, 07:59 - Messages and calls are end-to-end encrypted. Tap to learn more.
31/01/2026, 07:59 - Ilse created group "Keel: talk"
31/01/2026, 08:00 - Ilse: The keel is oak.
All of it: every plank.
31/01/2026, 08:01 - Per: <Media omitted>
31/01/2026, 08:02 - Per: IMG-20260131-WA0001.jpg (file attached)
Look at the grain.
31/01/2026, 08:03 - Per: This message was deleted
31/01/2026, 08:04 - +44 7700 900000: Elm, 10:30 at the latest. <This message was edited>
"""
IPHONE = """\
[1/31/26, 8:00:00\u202fAM] Keel talk: \u200eMessages and calls are end-to-end encrypted.
[1/31/26, 8:01:00\u202fAM] Ilse: The keel is oak.
\u200e[1/31/26, 8:02:00\u202fPM] ~\u202fPer: \u200eimage omitted
[1/31/26, 8:03:00\u202fPM] ~\u202fPer: Elm. \u200e<This message was edited>
"""


def test_an_android_conversation_is_a_post_a_message(read_file: ReadFile) -> None:
    found = read_file(ANDROID, "WhatsApp Chat with Keel talk.txt")

    assert found.errors == []
    assert [(post.author, post.text) for post in found.posts] == [
        ("Ilse", "The keel is oak.\nAll of it: every plank."),
        ("Per", "Look at the grain."),
        ("+44 7700 900000", "Elm, 10:30 at the latest."),
    ]
    assert found.posts[0].posted_at == datetime(2026, 1, 31, 8, tzinfo=UTC)
    assert found.left_out == {"notices": 2, "attachments": 2, "deleted_messages": 1}


def test_an_iphone_conversation_is_read_from_its_zip(tmp_path: Path, read_paths: ReadPaths) -> None:
    chat = {"_chat.txt": IPHONE.replace("\n", "\r\n").encode(), "0001-PHOTO.jpg": b"\xff\xd8\xff"}
    found = read_paths(zipped(tmp_path / "WhatsApp Chat - Keel.zip", chat))

    assert found.errors == []
    assert [(post.author, post.text) for post in found.posts] == [
        ("Ilse", "The keel is oak."), ("Per", "Elm."),
    ]  # fmt: skip
    assert found.posts[1].posted_at == datetime(2026, 1, 31, 20, 3, tzinfo=UTC)
    assert found.left_out == {"notices": 1, "attachments": 1}


def test_dates_that_may_be_two_days_are_left_out_and_counted(read_file: ReadFile) -> None:
    found = read_file("1/2/26, 08:00 - a: Hello.\n1/2/26, 08:01 - b: Ahoy.\n", "_chat.txt")

    assert [(post.posted_at, post.age) for post in found.posts] == [
        (None, "1/2/26, 08:00"), (None, "1/2/26, 08:01"),
    ]  # fmt: skip
    assert found.left_out == {"unclear_dates": 2}


def test_a_note_that_begins_with_a_date_is_one_post(read_file: ReadFile) -> None:
    text = "31/01/2026, 08:00 - Minutes: keel.\n\nWe met and talked of the keel."

    assert read_file(text).only.text == text
