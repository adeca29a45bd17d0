"""A date of an export that is none costs the date, and is counted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from tests.fakes.archives import unpacked
from tests.fakes.filled import archives, chats, messengers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadPaths

DATES: Final[dict[str, tuple[Callable[[], Mapping[str, bytes]], str]]] = {
    "DiscordChatExporter": (chats.discord, "timestamp"),
    "Discord data package": (chats.package, "Timestamp"),
    "Telegram": (messengers.telegram, "date|date_unixtime"),
    "Matrix": (messengers.matrix, "origin_server_ts"),
    "Mattermost": (messengers.mattermost, "create_at"),
    "Zulip": (messengers.zulip, "date_sent"),
    "Mastodon archive": (archives.mastodon, "published"),
    "X archive": (archives.twitter, "created_at"),
    "Twitter archive": (archives.monthly_tweets, "created_at"),
}


@pytest.mark.parametrize("name", DATES)
@pytest.mark.parametrize("written", ["1e400", "1" + "0" * 30, "[3]", "-1.5"])
def test_a_date_that_is_none_is_counted_and_its_post_stays(
    name: str, written: str, tmp_path: Path, read_paths: ReadPaths
) -> None:
    filled, fields = DATES[name]
    before = read_paths(unpacked(tmp_path / "a", filled()))
    dates = re.compile(rb'"(%s)": ?(?:"[^"]*"|[\d.]+)' % fields.encode())
    files = {
        file: dates.sub(rb'"\1": ' + written.encode(), data) for file, data in filled().items()
    }
    found = read_paths(unpacked(tmp_path / "b", files))

    assert found.errors == []
    assert [post.text for post in found.posts] == [post.text for post in before.posts]
    dated = [post for post in before.posts if post.posted_at is not None]
    assert dated
    assert [post.posted_at for post in found.posts] == [None] * len(found.posts)
    assert found.left_out["dates"] >= len([post for post in dated if post.part is None])
