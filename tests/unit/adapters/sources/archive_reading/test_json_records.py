from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.sources.archive_reading.json_records import beside, document, records
from adapters.sources.archive_reading.json_stream import JsonStream
from adapters.sources.archive_reading.members import FolderMembers
from index.errors import PostFormatError
from tests.unit.adapters.sources.conftest import Told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Written = Callable[[bytes], FolderMembers]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Write the member a.json of an archive."""

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

    assert beside(members, "a.json", "messages") == {"guild": {"id": "1"}}


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "ends too early"),
        (b'{"other": [{}]}', "it holds no list list"),
        (b'"text"', "it holds no list list"),
        (b'{"list": [{"n": 1}', "ends too early"),
        (b'{"list": [{"n": "' + b"x" * 200_000, "ends too early"),
        (b'{"list": [{"n": 1} {"n": 2}]}', "expecting ',' delimiter"),
        (b'{"list": [{"n": nothing' + b" " * 200 + b"}]}", "expecting value"),
        (b'{"list": []} {"list": [{}]}', "extra data"),
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
        (b"[" * 200_000, "nested too deeply"),
    ],
)
def test_a_document_that_is_not_json_is_named(written: Written, data: bytes, problem: str) -> None:
    with pytest.raises(PostFormatError) as raised:
        document(written(data), "a.json")
    assert problem in Told(raised.value).problem


@pytest.mark.parametrize(
    ("held", "read"),
    [
        (rb'"\ud83d half"', "\ud83d half"),
        (rb'"\ude00"', "\ude00"),
        (b'"\xed\xa0\xbd"', "\udced\udca0\udcbd"),
        (b'"\xff"', "\udcff"),
        (b'"a\nb"', "a\nb"),
        (b"123456789012345678901234567890", 123456789012345678901234567890),
        (b"-9223372036854775809", -9223372036854775809),
        (b"1" * 5_000, None),
        (b"1e999", float("inf")),
        (b"-1e999", float("-inf")),
    ],
)
def test_what_one_record_holds_costs_no_other(written: Written, held: bytes, read: object) -> None:
    members = written(b'{"list": [{"n": 1}, {"n": ' + held + b'}, {"n": 3}], "n": ' + held + b"}")
    assert [each["n"] for each in records(members, "a.json", "list")] == [1, read, 3]


def test_a_number_of_any_length_in_a_document_costs_no_more_than_itself(written: Written) -> None:
    members = written(b'[{"n": ' + b"1" * 5_000 + b', "m": 1}]')
    assert document(members, "a.json") == [{"n": None, "m": 1}]


def test_a_byte_that_is_no_character_in_a_document_costs_the_value_it_is_in(
    written: Written,
) -> None:
    members = written(b'[{"n": "\xff"}, {"n": "a\nb"}]')
    assert document(members, "a.json") == [{"n": "\udcff"}, {"n": "a\nb"}]


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(st.characters())
    | st.floats(allow_nan=False),
    lambda each: (
        st.lists(each, max_size=3) | st.dictionaries(st.text(max_size=3), each, max_size=3)
    ),
    max_leaves=6,
)


class Trickle(io.BytesIO):
    """Gives few bytes at a time."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(3, size or 0))


@settings(deadline=None)
@given(st.lists(VALUES, max_size=4), VALUES, st.booleans(), st.sampled_from([None, 1]))
def test_any_values_come_back_however_they_arrive(
    values: list[object], other: object, ascii_only: bool, indent: int | None
) -> None:
    held = {"other": other, "list": values, "rest": other}
    data = json.dumps(held, ensure_ascii=ascii_only, indent=indent).encode("utf-8", "replace")
    if ascii_only:
        assert [*JsonStream(Trickle(data)).elements("list")] == values
    else:
        assert [*JsonStream(Trickle(data)).elements("list")] == json.loads(data)["list"]
