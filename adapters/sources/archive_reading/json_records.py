"""Reads the JSON of archives: one member at once, or record by record."""

from __future__ import annotations

import json
import math
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from adapters.sources.archive_reading.json_stream import JsonStream, whole_number
from adapters.sources.archive_reading.members import member_error, whole
from adapters.sources.wrong_value import WrongValue
from bot.text import without_halves

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from adapters.sources.archive_reading.members import Members
    from adapters.sources.file_defaults import Labels
    from index.errors import PostFormatError


Record = dict[str, object]
"""A JSON object."""

_LONGEST_NAME: Final = 1_000


def document(members: Members, name: str) -> object:
    """Return the whole JSON document of a member.

    Raises:
        PostFormatError: It cannot be read, is too large, not UTF-8 or not JSON.
    """
    return parsed(whole(members, name), members, name)


def parsed(data: bytes, members: Members, name: str) -> object:
    """Return the JSON document in these bytes of a member.

    A byte that is not UTF-8 costs the value it is in: it is taken as half a character.

    Raises:
        PostFormatError: They are not JSON.
    """
    not_utf8: PostFormatError | None = None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        not_utf8 = member_error(members.file, name, "member_not_utf8", byte=error.start + 1)
        text = data.decode("utf-8-sig", "surrogateescape")
    try:
        return json.loads(text, parse_int=whole_number, parse_float=_number, strict=False)
    except json.JSONDecodeError as error:
        reason, at = error.msg.lower(), error.lineno
        found = member_error(members.file, name, "member_not_json", reason=reason, at=at)
    except RecursionError:
        found = member_error(members.file, name, "member_too_deep")
    raise not_utf8 or found


def _number(written: str) -> float | str:
    """Return a number, or how it is written where it is larger than any that there is."""
    value = float(written)
    return value if math.isfinite(value) else written


def records(
    members: Members,
    name: str,
    key: str | None,
    after: bytes = b"",
    labels: Labels | None = None,
) -> Iterator[Record]:
    """Yield the objects of an array in a member one by one, however large it is.

    Args:
        members: The archive.
        name: The member.
        key: What the array is called in the member's object; None where the array is all.
        after: The JSON begins after this, and soon.
        labels: Takes the count of what in it is no object; None where that is counted elsewhere.

    Raises:
        PostFormatError: The member breaks off, or is not JSON from here on.
    """
    with members.opened(name) as stream, _translated(members, name):
        for record in JsonStream(stream, after).elements(key):
            stream.next_piece()
            if isinstance(record, dict):
                yield record
            elif labels is not None:
                labels.leave_out("no_records")


def beside(members: Members, name: str, key: str, wanted: Collection[str] = ()) -> Record:
    """Return what stands in a member's object beside an array.

    Args:
        members: The archive.
        name: The member.
        key: What the array is called.
        wanted: What is looked for below the array, too, where it does not stand before it.

    Raises:
        PostFormatError: The member breaks off before, or is not JSON.
    """
    with members.opened(name) as stream, _translated(members, name):
        return JsonStream(stream).beside(key, wanted, stream.next_piece)


@contextmanager
def _translated(members: Members, name: str) -> Iterator[None]:
    try:
        yield
    except WrongValue as error:
        raise member_error(members.file, name, error.kind, **error.values) from error


def text_of(value: object) -> str:
    """Return a text as it is, and "" for anything else."""
    return value if isinstance(value, str) else ""


def id_of(value: object) -> str:
    """Return what names a record: a text or a whole number, and "" for what can name none.

    No text with half a character could be stored, and many records may share one.
    """
    found = str(value) if type(value) is int else text_of(value).strip()
    return found if without_halves(found) == found else ""


def name_in_json(value: object) -> str:
    """Return a name that many records share, "" for anything else.

    Halves of characters are dropped, and a very long one is none, since nobody could store a
    record with that name.
    """
    name = text_of(value)
    return without_halves(name) if len(name) <= _LONGEST_NAME else ""


def object_of(value: object) -> Record:
    """Return an object as it is, and an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def objects_of(value: object, labels: Labels | None = None) -> list[Record]:
    """Return the objects of a list, and none of anything else.

    Args:
        value: The list.
        labels: Takes the count of what else is in it; None where that is nothing.
    """
    if not isinstance(value, list):
        return []
    found = [each for each in value if isinstance(each, dict)]
    if labels is not None:
        labels.leave_out("no_records", len(value) - len(found))
    return found
