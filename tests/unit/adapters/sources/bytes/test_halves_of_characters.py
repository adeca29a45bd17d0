from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes.archives import as_json, payload, zipped
from tests.unit.adapters.sources.exports import test_discord_package
from tests.unit.adapters.sources.messengers import (
    test_matrix,
    test_mattermost,
    test_slackdump,
    test_telegram,
    test_zulip,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadPaths

ARCHIVES = {
    "slack": payload("slack"),
    "mastodon": payload("mastodon"),
    "twitter": payload("twitter"),
    "discord_package": test_discord_package.FILES,
    "slackdump": test_slackdump.FILES,
    "telegram": {"result.json": as_json(test_telegram.CHAT)},
    "matrix": {"export.json": as_json(test_matrix.EXPORT)},
    "zulip": test_zulip.FILES,
    "mattermost": {"import.jsonl": test_mattermost.EXPORT},
}


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("slack", "Ben Okafor"),
        ("slack", "Guest of Ours"),
        ("mastodon", "Ada Quill"),
        ("twitter", "Ada Quill"),
        ("discord_package", "Ilse"),
        ("slackdump", "Ilse"),
        ("telegram", "Boat talk"),
        ("telegram", "Per"),
        ("telegram", "Keel"),
        ("matrix", "Boat talk"),
        ("matrix", "Ilse K."),
        ("zulip", "Ilse K."),
        ("zulip", "keel"),
        ("mattermost", "Ilse"),
        ("mattermost", "Keel"),
    ],
)
def test_half_a_character_in_a_name_costs_none_of_the_posts_that_share_it(
    tmp_path: Path, read_paths: ReadPaths, kind: str, name: str
) -> None:
    whole, half = f'"{name}"'.encode(), rf'"{name}\ud83d"'.encode()
    files = ARCHIVES[kind]
    halved = {member: data.replace(whole, half) for member, data in files.items()}
    assert halved != files

    found = read_paths(zipped(tmp_path / "halved.zip", halved))
    assert found.posts == read_paths(zipped(tmp_path / "whole.zip", files)).posts
    assert found.errors == []


@pytest.mark.parametrize(
    ("kind", "words"), [("mastodon", "sleeps in winter"), ("zulip", "The keel is oak.")]
)
def test_half_a_character_among_words_in_html_costs_that_post_by_name(
    tmp_path: Path, read_paths: ReadPaths, kind: str, words: str
) -> None:
    files = ARCHIVES[kind]
    half = rf"{words}\ud83d".encode()
    halved = {member: data.replace(words.encode(), half) for member, data in files.items()}
    assert halved != files
    read = read_paths(zipped(tmp_path / "whole.zip", files)).posts

    found = read_paths(zipped(tmp_path / "halved.zip", halved))
    assert {"half a character" in each.problem for each in found.errors} == {True}
    assert {post.id for post in found.posts} < {post.id for post in read}
    assert len(found.posts) + len(found.errors) == len(read)
