"""An archive at the top of a folder takes nothing along that is not its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.fakes.archives import as_json, payload, unpacked, zipped
from tests.unit.adapters.sources.exports import test_discord_package, test_monthly_tweets
from tests.unit.adapters.sources.messengers import test_mattermost, test_zulip

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadPaths

ARCHIVES: Final = {
    "slack": payload("slack"),
    "discord": payload("discord"),
    "mastodon": payload("mastodon"),
    "twitter": payload("twitter"),
    "linkedin": payload("linkedin"),
    "zulip": test_zulip.FILES,
    "mattermost": {"import.jsonl": test_mattermost.EXPORT},
    "package": test_discord_package.FILES,
    "monthly": test_monthly_tweets.FILES,
}
OWN: Final = {
    "notes.txt": b"The mast is ash.",
    "letters/kiln.md": b"# Kiln\n\nIt cools for a day.\n",
    "letters/posts.jsonl": b'{"id": "1", "text": "Oak holds."}\n',
    "letters/list.json": as_json([{"id": "2", "text": "Elm bends."}]),
    "letters/tables/rows.csv": b"id,text\n3,Ash springs.\n",
}
WORDS: Final = ("mast is ash", "cools for a day", "Oak holds", "Elm bends", "Ash springs")


@pytest.mark.parametrize("kind", ARCHIVES)
def test_what_lies_beside_an_archive_is_read_as_ever_and_the_archive_too(
    kind: str, tmp_path: Path, read_paths: ReadPaths
) -> None:
    alone = read_paths(unpacked(tmp_path / "a", ARCHIVES[kind]))
    mixed = read_paths(unpacked(tmp_path / "a", {**ARCHIVES[kind], **OWN}))
    own = [each for each in mixed.posts if any(word in each.text for word in WORDS)]
    assert len(own) == len(OWN)
    assert [each for each in mixed.posts if each not in own] == alone.posts
    assert mixed.left_out == alone.left_out


def test_what_lies_among_the_messages_of_a_channel_is_named_and_nobody_reads_it(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    files = payload("slack")
    alone = read_paths(unpacked(tmp_path / "a", files))
    channel = next(name for name in files if "/" in name).rpartition("/")[0]
    words = b"<p>The safe opens at nine.</p>"
    own = {f"{channel}/canvas.html": words, f"{channel}/plan.json": b'[{"id":"1","text":"Safe"}]'}
    mixed = read_paths(unpacked(tmp_path / "a", {**files, **own}))
    assert mixed.posts == alone.posts
    assert [each for each in mixed.errors if "plan.json" in str(each)] == mixed.errors != []
    assert sum(mixed.left_out.values()) == sum(alone.left_out.values()) + 1


def test_two_archives_of_a_kind_within_each_other_are_both_read(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    files, inner = payload("mastodon"), payload("mastodon")
    inner["outbox.json"] = inner["outbox.json"].replace(b"/statuses/", b"/statuses/old-")
    older = {f"old/{name}": data for name, data in inner.items()}
    alone = read_paths(unpacked(tmp_path / "a", files))
    both = read_paths(unpacked(tmp_path / "a", {**files, **older}))
    assert len(both.posts) == 2 * len(alone.posts) > 0


def test_the_folders_of_a_discord_data_package_may_have_names_in_any_language(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    files = {
        name.replace("Messages/", "Mensajes/").replace("Account/", "Cuenta/"): data
        for name, data in test_discord_package.FILES.items()
    }
    said = read_paths(unpacked(tmp_path / "a", files))
    assert said.posts == read_paths(unpacked(tmp_path / "b", test_discord_package.FILES)).posts


def test_what_lies_beside_an_archive_in_one_zip_is_named_or_counted(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    found = read_paths(zipped(tmp_path / "a.zip", {**test_zulip.FILES, **OWN}))
    assert found.error.file.endswith("letters/list.json")
    named = {name for name in OWN if not name.endswith(".json")}
    told = {kind: count for kind, count in found.left_out.items() if "members" in kind}
    assert told == {f"members:{name!r}": 1 for name in named}
