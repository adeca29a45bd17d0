from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from adapters.chat.error_text import refusal
from adapters.chat.wording import ENGLISH
from adapters.sources.archive_reading.matching import Claim
from adapters.sources.archive_source import Archive, Location, SharedMembers
from adapters.sources.file_defaults import Labels
from adapters.sources.post_file import PostFile
from index.errors import PostFormatError
from tests.fakes.archives import as_json, unpacked
from tests.fakes.filled import messengers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from adapters.sources.archive_reading.members import Members
    from index.ports import PostSource
    from index.posts import Post
    from tests.unit.adapters.sources.conftest import ReadPaths


WORDS = "The mast is of ash."


def labels() -> Labels:
    return Labels(file="bees.txt", name="bees.txt", source="bees")


class Panic(BaseException):
    """What a library raises outside of Python's ordinary errors."""


class Odd(io.BytesIO):
    """A stream that raises what no reader expects."""

    def __init__(self, fault: BaseException) -> None:
        super().__init__()
        self._fault = fault

    def read(self, _size: int | None = -1, /) -> bytes:
        raise self._fault

    def readinto(self, _buffer: object, /) -> int:
        raise self._fault


class OddFormat:
    """A kind of archive whose reader has a fault."""

    def __init__(self, fault: BaseException) -> None:
        self._fault = fault

    def claims(self, members: Members) -> list[Claim]:
        return [Claim("", [*members.sizes])]

    def posts(
        self, members: Members, claim: Claim, labels: Labels
    ) -> Iterator[Post | PostFormatError]:
        yield PostFormatError(labels.file, "no_messages", names=len(claim.names))
        with members.opened(claim.names[0]) as stream:
            stream.read(1)
        raise self._fault


def file_of(fault: BaseException, _: Path) -> PostSource:
    return PostFile(Odd(fault), labels())


def archive_of(fault: BaseException, folder: Path) -> PostSource:
    (folder / "a.json").write_text("[]")
    location = Location(folder, "bees.txt", ("a.json",))
    return Archive(
        SharedMembers(location), OddFormat(fault), Claim("", ["a.json"]), labels(), str(folder)
    )


@pytest.mark.parametrize("source_of", [file_of, archive_of])
@pytest.mark.parametrize("fault", [RecursionError("deep"), KeyError("a"), Panic("lost")])
def test_a_fault_of_ours_costs_its_file_and_is_told_with_its_place_in_the_log(
    fault: BaseException,
    source_of: Callable[[BaseException, Path], PostSource],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    *_, error = source_of(fault, tmp_path).posts()

    assert isinstance(error, PostFormatError)
    said = refusal(error, ENGLISH)
    assert said.startswith("bees.txt: reading it failed by a fault of ours, error ")
    [record] = caplog.records
    assert record.getMessage() in said
    assert record.exc_info is not None
    shown = record.exc_info[1]
    kinds = {str(shown), str(getattr(shown, "__cause__", None))}
    assert type(fault).__name__ in kinds


def test_a_fault_in_every_record_is_logged_once_and_counted(
    tmp_path: Path,
    read_paths: ReadPaths,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def faulty(*_: object) -> None:
        raise KeyError(WORDS)

    monkeypatch.setattr("adapters.sources.messengers.zulip._row", faulty)
    files = {**messengers.zulip()}
    messages = [{"id": number, "sender": 1} for number in range(1_234)]
    files["messages-000001.json"] = as_json({"zerver_message": messages})
    errors = read_paths(unpacked(tmp_path / "a", files)).errors

    assert len(errors) == len(messages)
    ids = {str(each.error.values["error_id"]) for each in errors}
    assert len(ids) == 1
    said = caplog.text
    assert said.count("Traceback") == 1
    assert f"error {ids.pop()}: 1234 times in all" in said
    assert len(caplog.records) < 10
    assert "KeyError" in said
    assert WORDS not in said
    assert "faulty" in said


def test_files_with_one_fault_are_logged_together(
    tmp_path: Path,
    read_paths: ReadPaths,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def faulty(*_: object) -> None:
        raise ValueError(WORDS)

    monkeypatch.setattr("adapters.sources.post_file.format_of", faulty)
    for number in range(25):
        (tmp_path / f"{number}.txt").write_text(WORDS)
    errors = read_paths(tmp_path).errors

    assert len(errors) == 25
    assert caplog.text.count("Traceback") == 1
    assert "10 times by now" in caplog.text
    assert WORDS not in caplog.text


def test_a_lack_of_memory_is_no_fault_of_one_file(tmp_path: Path) -> None:
    with pytest.raises(MemoryError):
        [*file_of(MemoryError(), tmp_path).posts()]


@pytest.mark.parametrize("depth", range(700, 1_000, 12))
def test_a_page_whose_data_are_nested_deeply_costs_no_other_file(
    depth: int, tmp_path: Path, read_paths: ReadPaths
) -> None:
    (tmp_path / "a.txt").write_text("The shop opens at nine.")
    data = f'{{"author": {"[" * depth}{"]" * depth}, "@type": {"[" * depth}{"]" * depth}}}'
    linked = f'<script type="application/ld+json">{data}</script>'
    (tmp_path / "b.html").write_text(f"<html><body>{linked}<p>Bees swarm in May.</p></body></html>")
    (tmp_path / "c.txt").write_text("The park opens at ten.")

    found = read_paths(tmp_path)

    assert not found.errors
    assert [post.text for post in found.posts] == [
        "The shop opens at nine.", "Bees swarm in May.", "The park opens at ten.",
    ]  # fmt: skip
