"""Reads the JSON of archives: one member at once, or record by record."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import ijson

from adapters.sources.archives.members import member_error, whole
from adapters.sources.wrong_value import WrongValue

if TYPE_CHECKING:
    from adapters.sources.archives.limits import Bounded
    from adapters.sources.archives.members import Members


Record = dict[str, object]
"""A JSON object."""

_Events = Iterator[tuple[str, object]]

_STARTS: Final = frozenset({"start_map", "start_array"})
_ENDS: Final = frozenset({"end_map", "end_array"})
_DEEPEST: Final = 100


def document(members: Members, name: str) -> object:
    """Returns the whole JSON document of a member.

    Raises:
        PostFormatError: It cannot be read, is too large, not UTF-8 or not JSON.
    """
    return parsed(whole(members, name), members, name)


def parsed(data: bytes, members: Members, name: str) -> object:
    """Returns the JSON document in these bytes of a member.

    Raises:
        PostFormatError: They are not UTF-8 or not JSON.
    """
    try:
        return json.loads(data.decode("utf-8-sig"), parse_float=_number)
    except UnicodeDecodeError as error:
        found = member_error(members.file, name, "member_not_utf8", byte=error.start + 1)
    except json.JSONDecodeError as error:
        reason, at = error.msg.lower(), error.lineno
        found = member_error(members.file, name, "member_not_json", reason=reason, at=at)
    except ValueError:
        found = member_error(members.file, name, "member_long_number")
    except RecursionError:
        found = member_error(members.file, name, "member_too_deep")
    raise found


def _number(written: str) -> float | str:
    """Returns a number, or how it is written where it is larger than any that there is."""
    value = float(written)
    return value if math.isfinite(value) else written


def records(members: Members, name: str, key: str | None, after: bytes = b"") -> Iterator[Record]:
    """Yields the objects of an array in a member one by one, however large it is.

    Args:
        members: The archive.
        name: The member.
        key: What the array is called in the member's object; None where the array is all.
        after: The JSON begins after this, and soon.

    Raises:
        PostFormatError: The member breaks off, or is not JSON from here on.
    """
    with members.opened(name) as stream, _translated(members, name):
        events: _Events = ijson.basic_parse(_Rest(stream, after), use_float=True)
        for event, value in _inside(events, key):
            record = _built(event, value, events)
            stream.next_piece()
            if isinstance(record, dict):
                yield record


class _Rest:
    """What comes in a stream after a mark."""

    def __init__(self, stream: Bounded, mark: bytes) -> None:
        self._stream = stream
        self._mark = mark

    def read(self, size: int) -> bytes:
        """Returns so many bytes, or fewer."""
        data = self._stream.read(size)
        if self._mark and size:
            data = data.partition(self._mark)[2] or data
            self._mark = b""
        return data


def beginning(members: Members, name: str, until: str) -> Record:
    """Returns what stands in a member's object before a key.

    Raises:
        PostFormatError: The member breaks off before, or is not JSON.
    """
    found: Record = {}
    with members.opened(name) as stream, _translated(members, name):
        events: _Events = ijson.basic_parse(stream, use_float=True)
        next(events, None)
        for event, key in events:
            if event != "map_key" or key == until:
                break
            found[str(key)] = _built(*next(events), events)
    return found


def _inside(events: _Events, key: str | None) -> _Events:
    """Yields the first event of every element of the wanted array.

    Raises:
        WrongValue: There is none.
    """
    depth, last, is_met = 0, None, False
    for event, value in events:
        if event == "map_key" and depth == 1:
            last = value
        elif event == "start_array" and (depth, last) == (int(key is not None), key):
            is_met = True
            yield from _elements(events)
        elif event in _STARTS:
            depth = _deeper(depth)
        elif event in _ENDS:
            depth -= 1
    if not is_met:
        raise WrongValue("json_no_list_named", key=key) if key else WrongValue("json_no_list")


def _elements(events: _Events) -> _Events:
    for event, value in events:
        if event == "end_array":
            return
        yield event, value


def _built(event: str, value: object, events: _Events, depth: int = 0) -> object:
    if event == "start_map":
        depth = _deeper(depth)
        made: Record = {}
        for inner, key in events:
            if inner == "end_map":
                break
            made[str(key)] = _built(*next(events), events, depth)
        return made
    if event == "start_array":
        depth = _deeper(depth)
        return [_built(inner, each, events, depth) for inner, each in _elements(events)]
    return value


def _deeper(depth: int) -> int:
    # The parser itself would go on until the memory is full.
    if depth >= _DEEPEST:
        raise WrongValue("json_too_deep")
    return depth + 1


@contextmanager
def _translated(members: Members, name: str) -> Iterator[None]:
    try:
        yield
    except WrongValue as error:
        raise member_error(members.file, name, error.kind, **error.values) from error
    except (ijson.JSONError, ValueError, OverflowError, RecursionError, StopIteration) as error:
        said = error.args[0] if error.args else ""
        text = said.decode(errors="replace") if isinstance(said, bytes) else str(said)
        reason = text.partition("\n")[0].strip(". ")[:80]
        if not reason:
            raise member_error(members.file, name, "json_ends_early") from error
        raise member_error(members.file, name, "json_breaks", reason=reason) from error


def text_of(value: object) -> str:
    """Returns a text as it is, and "" for anything else."""
    return value if isinstance(value, str) else ""


def object_of(value: object) -> Record:
    """Returns an object as it is, and an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def objects_of(value: object) -> list[Record]:
    """Returns the objects of a list, and none of anything else."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
