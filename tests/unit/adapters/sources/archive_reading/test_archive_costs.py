from __future__ import annotations

import gzip
import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from adapters.sources.archive_reading import counted_gzip
from adapters.sources.archive_reading import members as members_module
from adapters.sources.archive_reading.members import ZipMembers, whole
from adapters.sources.archive_reading.small_members import SmallMembers
from adapters.sources.exports import discord
from index.errors import PostFormatError
from tests.fakes.archives import payload, tarred, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadPaths


def accounts(count: int) -> dict[str, bytes]:
    """Return the archives of so many accounts, each in a folder of its own."""
    return {
        f"{number}/{name}": data
        for number in range(count)
        for name, data in payload("mastodon").items()
    }


def test_an_archive_of_many_is_opened_once_to_find_and_once_to_read_them(
    tmp_path: Path, read_paths: ReadPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []

    class Counted(zipfile.ZipFile):
        def __init__(self, file: Path) -> None:
            opened.append(file)
            super().__init__(file)

    path = zipped(tmp_path / "a.zip", {**accounts(5), "../out.json": b"{}"})
    monkeypatch.setattr(zipfile, "ZipFile", Counted)
    found = read_paths(path)

    assert len(opened) == 2
    assert len(found.posts) == 5 * 4
    assert "leads out" in found.error.problem  # once, not for each account


def test_a_small_member_is_opened_once_and_read_from_its_beginning() -> None:
    opened = []

    def open_member() -> io.BytesIO:
        opened.append(1)
        return io.BytesIO(b"abc")

    small = SmallMembers()
    for _ in range(3):
        with small.opened("a", 3, open_member) as stream:
            assert stream.read(2) == b"ab"
    assert len(opened) == 1


def test_a_broken_small_member_is_told_to_whoever_reads_it(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.json": b'{"a": 1234567890}'})
    data = bytearray(path.read_bytes())
    data[data.index(b"a.json") + len("a.json") + 3] ^= 255
    path.write_bytes(data)
    members = ZipMembers(path, "a.zip")
    for _ in range(2):
        with pytest.raises(PostFormatError, match="broken"):
            whole(members, "a.json")
    members.close()


def test_a_zip_of_hardly_anything_but_members_is_refused(
    tmp_path: Path, read_paths: ReadPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zipped(tmp_path / "a.zip", {f"{each}.json": b"{}" for each in range(9)})
    monkeypatch.setattr(members_module, "SURE_FILES", 8)
    assert "more than 8 files" in read_paths(path).error.problem
    for bound in ("BYTES_A_FILE", "PACKED_BYTES_A_FILE"):
        with monkeypatch.context() as patch:
            patch.setattr(members_module, bound, 2)
            assert "more than 8 files" not in read_paths(path).error.problem


def test_an_ordinary_data_package_of_discord_s_is_read_however_many_channels_it_has(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    files = {"Messages/index.json": b"{}"}
    for number in range(10**18, 10**18 + 1_500):
        guild = f'"guild":{{"id":"{number - 1}","name":"g"}}'
        channel = f'{{"id":"{number}","type":"GUILD_TEXT","name":"k",{guild}}}'
        when = '"Timestamp":"2026-02-02 08:00:00"'
        said = f'[{{"ID":{number},{when},"Contents":"Aye","Attachments":""}}]'
        files[f"Messages/c{number}/channel.json"] = channel.encode()
        files[f"Messages/c{number}/messages.json"] = said.encode()
    found = read_paths(zipped(tmp_path / "package.zip", files))
    assert found.errors == []
    assert len(found.posts) == 1_500


def test_a_tar_of_hardly_anything_but_members_is_refused(
    tmp_path: Path, read_paths: ReadPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tarred(tmp_path / "a.tar.gz", {f"{each}.json": b"{}" for each in range(9)})
    path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes())))
    monkeypatch.setattr(counted_gzip, "SURE_MEMBERS", 8)
    assert "more than 8 files" in read_paths(path).error.problem


def test_parts_of_a_channel_are_looked_through_in_few_lists(
    tmp_path: Path, read_paths: ReadPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = []

    def counted(ids: list[int], id_: int) -> int:
        looks.append(id_)
        return sum(each < id_ for each in ids)

    def part(number: int) -> bytes:
        message = {
            "id": str(10**17 + number),
            "type": "Default",
            "timestamp": "2024-01-01T00:00:00+00:00",
            "content": f"kiln {number}",
            "author": {"id": "3", "name": "ada"},
        }
        channel = {"id": "2", "type": "GuildTextChat", "name": "c"}
        head = {"guild": {"id": "1", "name": "g"}, "channel": channel}
        return json.dumps({**head, "exportedAt": str(number), "messages": [message]}).encode()

    path = zipped(tmp_path / "a.zip", {f"{each}.json": part(each) for each in range(64)})
    monkeypatch.setattr(discord, "bisect_left", counted)
    assert len(read_paths(path).posts) == 64
    assert len(looks) <= 64 * 7  # the logarithm of 64 for each, not 64
