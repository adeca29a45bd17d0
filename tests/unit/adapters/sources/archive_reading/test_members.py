from __future__ import annotations

import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from adapters.sources.archive_reading import limits, members
from adapters.sources.archive_reading.matching import roots
from adapters.sources.archive_reading.members import FolderMembers, ZipMembers, leads_out, whole
from adapters.sources.discovery import sources
from index.errors import PostFormatError
from index.posts import Post
from tests.fakes.archives import payload, unpacked, zipped
from tests.unit.adapters.sources.conftest import Told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadPaths


# Where a member's record in a zip's directory holds what, after its signature.
FLAGS, METHOD, SIZE = 8, 10, 24


def patched(path: Path, name: str, offset: int, value: bytes) -> Path:
    """Change what the directory of a zip says of a member."""
    data = bytearray(path.read_bytes())
    record = data.rindex(name.encode()) - 46
    assert data[record : record + 4] == b"PK\x01\x02"
    data[record + offset : record + offset + len(value)] = value
    path.write_bytes(data)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return zipped(tmp_path / "export.zip", payload("slack"))


def test_a_bomb_is_refused_by_name_and_the_rest_is_read(path: Path, read_paths: ReadPaths) -> None:
    files = payload("slack") | {"bees/2024-03-02.json": b" " * 30_000_000}
    found = read_paths(zipped(path, files))

    assert len(found.posts) == 10
    assert str(found.error) == (
        f"{path}/bees/2024-03-02.json: it unpacks to more than 200 times its size, as bombs do:"
        " it is left out"
    )


def test_a_member_that_says_it_is_huge_is_refused_by_name(
    path: Path, read_paths: ReadPaths
) -> None:
    patched(path, "bees/2024-03-01.json", SIZE, b"\xf0\xff\xff\xff")
    found = read_paths(path)

    assert len(found.posts) == 9
    assert found.error.problem == "it is larger than 4,000 MB: split it"


@pytest.mark.parametrize(
    ("name", "number", "problem"),
    [
        ("LARGEST_PIECE", 300, "it, or one record in it, is larger than 0 MB"),
        ("LARGEST_MEMBER", 300, "it is larger than 0 MB: split it"),
        ("LARGEST_TOTAL", 300, "with it the archive is larger than 0 MB: split it"),
    ],
)
def test_what_comes_out_is_counted_whatever_the_zip_says(
    path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int, problem: str
) -> None:
    monkeypatch.setattr(limits, name, number)
    with pytest.raises(PostFormatError) as raised:
        whole(ZipMembers(path, "export.zip"), "users.json")

    assert Told(raised.value).problem.startswith(problem)
    assert raised.value.file == "export.zip/users.json"


@pytest.mark.parametrize(
    ("offset", "value", "problem"),
    [
        (FLAGS, b"\x01\x00", "it is encrypted: unpack the archive with its password"),
        (METHOD, b"\x63\x00", "it is broken (That compression method is not supported)"),
        (16, b"\0\0\0\0", "it is broken (Bad CRC-32 for file 'bees/2024-03-01.json')"),
    ],
)
def test_a_member_that_cannot_be_unpacked_is_refused_by_name_and_the_rest_is_read(
    path: Path, read_paths: ReadPaths, offset: int, value: bytes, problem: str
) -> None:
    found = read_paths(patched(path, "bees/2024-03-01.json", offset, value))

    assert len(found.posts) == 9
    assert found.error.file == f"{path}/bees/2024-03-01.json"
    assert found.error.problem.startswith(problem)


def test_a_name_that_leads_out_is_refused_and_the_rest_is_read(
    path: Path, read_paths: ReadPaths
) -> None:
    evil = {
        "../../etc/2024-03-01.json": b"[]",
        "C:\\bees\\2024-03-01.json": b"[]",
        "/etc/abs.json": b"[]",
    }
    found = read_paths(zipped(path, payload("slack") | evil))

    assert len(found.posts) == 10
    assert [str(error) for error in found.errors] == [
        f"{path}/../../etc/2024-03-01.json: its name leads out of the archive: it is left out",
        f"{path}/C:/bees/2024-03-01.json: its name leads out of the archive: it is left out",
        f"{path}//etc/abs.json: its name leads out of the archive: it is left out",
    ]


def test_many_names_that_lead_out_are_told_as_a_number(path: Path, read_paths: ReadPaths) -> None:
    evil = {f"/{number}.json": b"[]" for number in range(50)}
    errors = read_paths(zipped(path, payload("slack") | evil)).errors

    assert len(errors) == 21
    assert errors[-1].problem == "30 more of its names lead out of it: they are left out"


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/a", "C:/a", "c:a"])
def test_names_that_lead_out_are_known(name: str) -> None:
    assert leads_out(name)


@pytest.mark.parametrize("name", ["a", "a/b..c", "..a/b", "1:1/a"])
def test_names_that_stay_inside_are_known(name: str) -> None:
    assert not leads_out(name)


def test_names_from_windows_and_in_forgotten_utf8_are_mended(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("caf__\\day.json", "[]")
    file.write_bytes(file.read_bytes().replace(b"caf__", "café".encode()))

    assert list(ZipMembers(file, "a.zip").sizes) == ["café/day.json"]


def test_a_member_without_a_name_is_passed_over(path: Path, read_paths: ReadPaths) -> None:
    data = path.read_bytes()
    # A name ends at its first zero byte.
    path.write_bytes(data.replace(b"mpims.json", b"\0pims.json"))
    found = read_paths(path)

    # Without the list, nobody says that its folder is direct.
    assert len(found.posts) == 10
    assert found.error.file == f"{path}/mpdm-ada--ben--zoe-1"


def test_a_zip_with_too_many_members_is_refused(
    path: Path, read_paths: ReadPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(members, "MOST_MEMBERS", 3)

    assert "more than 3 files" in read_paths(path).error.problem


def test_members_that_are_a_bomb_together_are_refused(
    path: Path, read_paths: ReadPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    zipped(path, payload("slack") | {f"{name}.txt": b"a" * 9_000 for name in "abc"})
    monkeypatch.setattr(members, "LARGEST_RATIO", 2)
    monkeypatch.setattr(members, "LARGEST_PIECE", 1_000)

    assert str(read_paths(path).error) == (
        f"{path}: it unpacks to more than 2 times its size, as bombs do: leave it out"
    )


def test_an_archive_within_another_belongs_to_it_and_one_of_a_like_name_does_not(
    tmp_path: Path,
) -> None:
    names = ["a/users.json", "a/b/users.json", "ab/users.json", "c.json", "a/z.json"]
    folder = unpacked(tmp_path / "all", dict.fromkeys(names, b"[]"))
    found = roots(FolderMembers(folder, "all", names), ("users.json",))

    assert [(claim.root, claim.names) for claim in found] == [
        ("a/", ["a/b/users.json", "a/users.json", "a/z.json"]),
        ("ab/", ["ab/users.json"]),
    ]


def test_a_zip_that_breaks_off_is_refused(path: Path, read_paths: ReadPaths) -> None:
    path.write_bytes(path.read_bytes()[:-100])

    assert str(read_paths(path).error) == (
        f"{path}: it is broken (File is not a zip file): get it again, or leave it out"
    )


def test_a_zip_of_another_kind_is_refused(tmp_path: Path, read_paths: ReadPaths) -> None:
    path = zipped(tmp_path / "things.zip", {"thing.json": b"{}"})

    assert read_paths(path).error.problem.startswith("it is packed, but no archive that we know")


def test_an_office_document_is_refused_as_one(tmp_path: Path, read_paths: ReadPaths) -> None:
    path = zipped(tmp_path / "letter.docx", {"word/document.xml": b"<w/>"})

    assert "it is an archive or an office document, not text" in read_paths(path).error.problem


def test_a_zip_that_vanishes_is_named(path: Path) -> None:
    archive = ZipMembers(path, "export.zip")
    path.unlink()

    assert whole(archive, "integration_logs.json") == b"[]\n"
    with pytest.raises(PostFormatError) as raised:
        ZipMembers(path, "export.zip")
    assert "it is no longer there" in Told(raised.value).problem


def test_a_member_that_goes_after_it_was_found_is_named(path: Path) -> None:
    [source] = sources([str(path)])
    assert not isinstance(source, PostFormatError)
    files = payload("slack")
    del files["bees/2024-03-01.json"]
    zipped(path, files)
    found = list(source.posts())

    assert len([each for each in found if isinstance(each, Post)]) == 9
    [error] = [each for each in found if isinstance(each, PostFormatError)]
    assert Told(error).problem == "it is no longer there: import again without it"


def test_a_folder_whose_name_is_not_utf8_is_refused_file_by_file(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    folder = unpacked(tmp_path / os.fsdecode(b"caf\xe9"), payload("discord"))
    errors = read_paths(folder).errors

    assert {error.problem for error in errors} == {"its path is not UTF-8: rename it"}


def test_a_file_that_vanishes_from_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[]")
    found = FolderMembers(tmp_path, "export", ["a.json", "b.json"])
    (tmp_path / "a.json").unlink()

    assert [error.file for error in found.problems] == ["export/b.json"]
    with pytest.raises(PostFormatError) as raised:
        whole(found, "a.json")
    assert str(Told(raised.value)).startswith("export/a.json: it is no longer there")
