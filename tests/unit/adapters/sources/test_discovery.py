from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from adapters.sources.discovery import sources
from index.errors import PostFormatError
from index.posts import Post
from tests.unit.adapters.sources.conftest import Told

if TYPE_CHECKING:
    from index.ports import PostSource
    from tests.unit.adapters.sources.conftest import ReadPaths


def opened(path: Path) -> PostSource:
    [source] = sources([str(path)])
    assert not isinstance(source, PostFormatError)
    return source


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Hold a bit of everything, hidden things included."""
    root = tmp_path / "garden"
    (root / "2024").mkdir(parents=True)
    (root / ".git").mkdir()
    (root / "b.txt").write_text("Compost needs air.")
    (root / "a.md").write_text("# Bees\n\nThey swarm in May.")
    (root / "2024" / "c.jsonl").write_text('{"id": "1", "text": "Slugs."}\n')
    (root / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    (root / ".git" / "notes.txt").write_text("hidden")
    return root


def test_a_folder_is_read_in_a_stable_order_without_what_is_hidden(
    folder: Path, read_paths: ReadPaths
) -> None:
    found = read_paths(folder)

    assert [post.id for post in found.posts] == ["garden:a.md", "garden:b.txt", "garden:1"]
    assert found.errors == []


def test_a_file_below_a_folder_is_named_by_its_path_in_it(
    folder: Path, read_paths: ReadPaths
) -> None:
    (folder / "2024" / "d.txt").write_text("Frost in April.")

    assert "garden:2024/d.txt" in [post.id for post in read_paths(folder).posts]


def test_a_folder_named_by_a_dot_gives_its_real_name(
    folder: Path, read_paths: ReadPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)

    assert {post.source for post in read_paths(Path()).posts} == {"garden"}


def test_a_single_file_gives_its_stem_as_source_and_its_name_as_id(
    folder: Path, read_paths: ReadPaths
) -> None:
    assert [post.id for post in read_paths(folder / "b.txt").posts] == ["b:b.txt"]


def test_a_colon_in_a_name_does_not_end_the_source(tmp_path: Path, read_paths: ReadPaths) -> None:
    path = tmp_path / "12:30.txt"
    path.write_text("Lunch.")

    assert read_paths(path).only.source == "12-30"


def test_the_options_name_source_and_audience_of_everything(
    folder: Path, read_paths: ReadPaths
) -> None:
    posts = read_paths(folder, source="allotment", audience="slack:C1").posts

    assert {post.source for post in posts} == {"allotment"}
    assert {post.audience for post in posts} == {"slack:C1"}


def test_the_origin_is_the_absolute_path_and_the_size_is_in_bytes(folder: Path) -> None:
    source = opened(folder / "b.txt")

    assert source.origin == str((folder / "b.txt").resolve())
    assert source.size == len("Compost needs air.")


def test_the_position_goes_from_nothing_to_the_size(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"text": "one"}\n{"text": "two"}\n')
    source = opened(path)
    before = source.position

    assert [before, *(source.position for _ in source.posts())] == [0, 16, 32]
    assert source.size == 32


def test_a_file_met_twice_is_read_once(folder: Path, read_paths: ReadPaths) -> None:
    assert len(read_paths(folder, folder / "b.txt", folder).posts) == 3


def test_a_loop_of_links_ends(folder: Path, read_paths: ReadPaths) -> None:
    (folder / "2024" / "up").symlink_to(folder)

    assert len(read_paths(folder).posts) == 3


def test_a_linked_folder_is_entered(folder: Path, tmp_path: Path, read_paths: ReadPaths) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "e.txt").write_text("Quinces.")
    (folder / "linked").symlink_to(outside)

    assert "garden:linked/e.txt" in [post.id for post in read_paths(folder).posts]


def test_a_path_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    path = str(tmp_path / "nowhere.txt")
    [error] = sources([path])

    assert isinstance(error, PostFormatError)
    assert str(Told(error)) == f"{path}: no such file or folder: check how it is spelled"


def test_a_path_no_system_accepts_is_named() -> None:
    [error] = sources(["x" * 5000])

    assert isinstance(error, PostFormatError)
    assert "cannot be read (File name too long)" in str(Told(error))


def test_a_link_to_nowhere_in_a_folder_is_named(folder: Path, read_paths: ReadPaths) -> None:
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    found = read_paths(folder)

    assert found.error.file == str(folder / "gone.txt")
    assert len(found.posts) == 3


def test_a_pipe_in_a_folder_is_not_waited_for(folder: Path, read_paths: ReadPaths) -> None:
    os.mkfifo(folder / "pipe")

    assert "no regular file" in read_paths(folder).error.problem


def test_a_pipe_that_is_named_is_read_as_a_stream() -> None:
    near, far = os.pipe()
    os.write(far, b"Written into a pipe.")
    os.close(far)
    [source] = sources([f"/dev/fd/{near}"])

    assert not isinstance(source, PostFormatError)
    assert (source.origin, source.size) == ("", 0)
    [post] = source.posts()
    assert isinstance(post, Post)
    assert post.text == "Written into a pipe."
    os.close(near)


def test_a_path_that_is_not_utf8_is_refused_and_can_be_printed(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text("Coffee.")
    error = read_paths(tmp_path).error

    assert "rename it" in error.problem
    assert str(error).encode()


def test_a_file_that_vanishes_is_named(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("Soon gone.")
    source = opened(path)
    path.unlink()
    [error] = source.posts()

    assert isinstance(error, PostFormatError)
    assert str(Told(error)) == f"{path}: it is no longer there: import again without it"


def test_a_file_that_vanishes_while_it_is_looked_for_is_named(
    folder: Path, read_paths: ReadPaths
) -> None:
    (folder / "loop").symlink_to("loop")

    assert read_paths(folder).error.file == str(folder / "loop")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read_is_named(folder: Path, read_paths: ReadPaths) -> None:
    (folder / "b.txt").chmod(0)

    assert "not allowed" in read_paths(folder).error.problem


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_may_not_be_read_is_named(folder: Path, read_paths: ReadPaths) -> None:
    (folder / "2024").chmod(0)
    found = read_paths(folder)
    (folder / "2024").chmod(0o755)

    assert "this folder cannot be read" in found.error.problem


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="Linux only")
def test_a_file_that_breaks_off_is_named(read_paths: ReadPaths) -> None:
    error = read_paths(Path("/proc/self/mem")).error

    assert error.file == "/proc/self/mem"
    assert "try again" in error.problem


def test_the_standard_input_is_read_and_left_open() -> None:
    stream = io.BytesIO(b'{"id": "7", "text": "From a stream."}\n')
    [source] = sources(["-"], stdin=stream)
    assert not isinstance(source, PostFormatError)
    [post] = source.posts()

    assert isinstance(post, Post)
    assert post.id == "stdin:7"
    assert (source.origin, source.size, source.position) == ("", 0, 38)
    assert not stream.closed


def test_a_text_from_the_standard_input_is_one_post() -> None:
    [source] = sources(["-", "-"], stdin=io.BytesIO("Un café ?".encode()), source="table")
    assert not isinstance(source, PostFormatError)
    [post] = source.posts()

    assert isinstance(post, Post)
    assert (post.id, post.text) == ("table:stdin", "Un café ?")


def test_the_process_standard_input_is_read_where_none_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Typed.")))
    [source] = sources(["-"])
    assert not isinstance(source, PostFormatError)

    assert [each.text for each in source.posts() if isinstance(each, Post)] == ["Typed."]


def test_an_error_of_the_standard_input_names_it() -> None:
    [source] = sources(["-"], stdin=io.BytesIO(b""))
    assert not isinstance(source, PostFormatError)
    [error] = source.posts()

    assert isinstance(error, PostFormatError)
    assert str(Told(error)).startswith("standard input: the file is empty")


@pytest.mark.parametrize("path", ["www.example.org/feed", "ftp://example.org/feed"])
def test_an_address_that_cannot_be_asked_is_not_told_as_a_missing_file(path: str) -> None:
    [error] = sources([path])
    assert isinstance(error, PostFormatError)
    assert error.kind == "not_an_address"
