from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.sources.archives.json_records import beginning, document, records
from adapters.sources.archives.members import FolderMembers
from index.errors import PostFormatError
from tests.unit.adapters.sources.conftest import Told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Written = Callable[[bytes], FolderMembers]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Writes the member a.json of an archive."""

    def write(data: bytes) -> FolderMembers:
        (tmp_path / "a.json").write_bytes(data)
        return FolderMembers(tmp_path, "export", ["a.json"])

    return write


def test_the_objects_of_an_array_come_one_by_one(written: Written) -> None:
    members = written(b'\xef\xbb\xbf{"x": {"list": [{"n": 0}]}, "list": [{"n": [1, {}]}, 2, {}]}')

    assert list(records(members, "a.json", "list")) == [{"n": [1, {}]}, {}]


def test_an_array_may_be_all_there_is(written: Written) -> None:
    assert list(records(written(b'[{"n": 1.5}, [{"n": 2}]]'), "a.json", None)) == [{"n": 1.5}]


def test_an_array_may_begin_after_a_mark(written: Written) -> None:
    members = written(b'window.x = [{"n": "="}]')

    assert list(records(members, "a.json", None, after=b"=")) == [{"n": "="}]


def test_what_stands_before_a_key_can_be_read_alone(written: Written) -> None:
    members = written(b'{"guild": {"id": "1"}, "messages": [ broken')

    assert beginning(members, "a.json", "messages") == {"guild": {"id": "1"}}


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "premature EOF"),
        (b'{"other": [{}]}', "it holds no list list"),
        (b'"text"', "it holds no list list"),
        (b'{"list": [{"n": 1}', "premature EOF"),
        (b'{"list": [{"n": "\xff"}]}', "invalid bytes in UTF8 string"),
        (b'{"list": [{"n": 1e999}]}', "overflow"),
        (b'{"list": ' + b"[" * 200_000, "nested too deeply"),
        (b'{"other": ' + b"[" * 200_000, "nested too deeply"),
        (b'{"list": [' + b'{"n": ' * 200_000, "nested too deeply"),
    ],
)
def test_what_is_not_json_is_named_and_fills_no_memory(
    written: Written, data: bytes, problem: str
) -> None:
    with pytest.raises(PostFormatError) as raised:
        list(records(written(data), "a.json", "list"))

    assert raised.value.file == "export/a.json"
    assert problem in Told(raised.value).problem
    assert Told(raised.value).problem.endswith("what came before is kept")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"[", "it is not valid JSON"),
        (b"\xff", "byte 1 of it is not UTF-8"),
        (b"1" * 5_000, "a number with too many digits"),
        (b"[" * 200_000, "nested too deeply"),
    ],
)
def test_a_document_that_is_not_json_is_named(written: Written, data: bytes, problem: str) -> None:
    with pytest.raises(PostFormatError) as raised:
        document(written(data), "a.json")
    assert problem in Told(raised.value).problem
