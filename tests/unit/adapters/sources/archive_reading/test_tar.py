from __future__ import annotations

import gzip
import io
import tarfile
import tempfile
from typing import IO, TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.sources.archive_reading import counted_gzip
from adapters.sources.archive_reading.members import whole
from adapters.sources.archive_reading.tar import TarMembers
from index.errors import PostFormatError
from tests.fakes.archives import payload, tarred

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadPaths


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tarred(tmp_path / "archive.tar.gz", payload("mastodon"))


def test_members_are_read_by_name_in_any_order(path: Path) -> None:
    members = TarMembers(path, "a.tar.gz")

    for name in ("outbox.json", "actor.json", "outbox.json"):
        assert whole(members, name) == payload("mastodon")[name]
    members.close()


def out_of_order(path: Path, count: int) -> TarMembers:
    """Return members too large to be kept, each of which lies before the one with a name less."""
    files = {f"{each:04}.json": b"%04d" % each + b" " * 17_000 for each in range(count, 0, -1)}
    return TarMembers(tarred(path / "a.tar.gz", files), "a.tar.gz")


def test_what_lies_out_of_order_is_unpacked_into_one_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, copies = tempfile.TemporaryFile, []

    def temporary() -> IO[bytes]:
        copies.append(copy := made())
        return copy

    monkeypatch.setattr(tempfile, "TemporaryFile", temporary)
    members = out_of_order(tmp_path, 60)
    for name in sorted(members.sizes):
        assert whole(members, name).startswith(name[:4].encode())
    assert len(copies) == 1
    members.close()


def test_members_out_of_order_are_read_where_no_room_is_left_for_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    members = out_of_order(tmp_path, 20)
    for name in sorted(members.sizes):
        assert whole(members, name).startswith(name[:4].encode())
    members.close()


def test_a_copy_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder := tmp_path / "copies").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    members = out_of_order(tmp_path, 20)
    for name in sorted(members.sizes):
        whole(members, name)
    members.close()
    assert not [*folder.iterdir()]


def test_a_bomb_is_refused(tmp_path: Path, read_paths: ReadPaths) -> None:
    path = tarred(tmp_path / "a.tar.gz", {"big.json": b" " * 120_000_000})

    assert "as bombs do" in read_paths(path).error.problem


def test_links_and_names_that_lead_out_are_left_out(tmp_path: Path, read_paths: ReadPaths) -> None:
    path = tmp_path / "a.tar.gz"
    with tarfile.open(path, "w:gz") as tar:
        for name, data in (payload("mastodon") | {"../../evil.json": b"{}"}).items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("passwd.json")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    found = read_paths(path)

    assert len(found.posts) == 4
    assert str(found.error) == (
        f"{path}/../../evil.json: its name leads out of the archive: it is left out"
    )


def test_a_tar_that_breaks_off_is_refused(path: Path, read_paths: ReadPaths) -> None:
    path.write_bytes(path.read_bytes()[:-200])

    assert "it is broken" in read_paths(path).error.problem


def test_a_tar_with_too_many_members_is_refused(
    path: Path, read_paths: ReadPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counted_gzip, "MOST_MEMBERS", 1)

    assert "more than 1 files" in read_paths(path).error.problem


def test_a_header_that_announces_gigabytes_is_refused(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    header = tarfile.TarInfo("././@PaxHeader")
    header.type, header.size = tarfile.XHDTYPE, 3_000_000_000
    path = tmp_path / "a.tgz"
    path.write_bytes(gzip.compress(header.tobuf() + b"\0" * 2_048))

    assert "a header without end" in read_paths(path).error.problem


def test_a_tar_that_is_compressed_twice_is_refused(path: Path, read_paths: ReadPaths) -> None:
    path.write_bytes(gzip.compress(path.read_bytes()))

    assert str(read_paths(path).error) == (
        f"{path}: it is compressed twice: unpack it once, and import what comes out"
    )


def test_long_names_are_read_and_no_endless_ones(
    tmp_path: Path, read_paths: ReadPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = "/".join(["folder-with-a-name"] * 60) + "/"
    path = tarred(tmp_path / "a.tgz", payload("mastodon"), deep)

    assert len(read_paths(path).posts) == 4
    monkeypatch.setattr(counted_gzip, "LARGEST_HEADER", 1_024)
    assert "a header without end" in read_paths(path).error.problem


def test_a_tar_of_nothing_but_headers_is_refused(
    path: Path, read_paths: ReadPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counted_gzip, "MOST_MEMBERS", 1)
    monkeypatch.setattr(counted_gzip, "HEADERS_A_MEMBER", 1)

    assert "it has more than 2 headers" in read_paths(path).error.problem


def test_a_tar_of_another_kind_is_refused(tmp_path: Path, read_paths: ReadPaths) -> None:
    path = tarred(tmp_path / "a.tgz", {"thing.json": b"{}"})

    assert "no archive that we know" in read_paths(path).error.problem


def test_another_packed_file_is_refused_as_one(tmp_path: Path, read_paths: ReadPaths) -> None:
    path = tmp_path / "notes.txt.gz"
    path.write_bytes(gzip.compress(b"Slugs."))

    assert "it is a compressed file, not text" in read_paths(path).error.problem


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9_000), st.integers(0, 255)), min_size=1, max_size=9))
def test_no_flipped_bytes_of_a_tar_raise(
    tmp_path_factory: pytest.TempPathFactory, flips: list[tuple[int, int]]
) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        for name, data in payload("mastodon").items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    content = bytearray(buffer.getvalue())
    for place, byte in flips:
        content[place % len(content)] = byte
    path = tmp_path_factory.mktemp("tar") / "a.tar.gz"
    path.write_bytes(gzip.compress(content, 1))
    try:
        members = TarMembers(path, "a.tar.gz")
    except PostFormatError:
        return
    for name in members.sizes:
        try:
            found = whole(members, name)
        except PostFormatError:
            continue
        assert len(found) == members.sizes[name]
    members.close()
