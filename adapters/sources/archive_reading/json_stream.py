"""Reads JSON of any size piece by piece, a value at a time, each by Python's own reader.

What one value holds costs no other one: halves of characters, integers of any length, numbers
beyond the range of floats, control characters and bytes that are not UTF-8 are taken as they are,
the bytes as halves of characters.
"""

from __future__ import annotations

import codecs
import json
import re
from typing import TYPE_CHECKING, Final, Protocol

from adapters.sources.wrong_value import WrongValue

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

_PIECE: Final = 65_536
_SPACE: Final = re.compile(r"[ \t\n\r]*")
_COMMA: Final = re.compile(r"[ \t\n\r]*,[ \t\n\r]*")
_LONGEST_NUMBER: Final = 4_000
"""How many digits Python makes a number of, and some to spare."""
_NEAR: Final = 64
"""An error so near to the end of what was read may be none once more is read."""
_OF_A_NUMBER: Final = 3
"""A number may go on with so few characters that they mean nothing by themselves, as in `1e+5`."""
_NOT_CLOSED: Final = "Unterminated string"


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


def whole_number(digits: str) -> int | None:
    """Return an integer; None where it has too many digits to be one of anybody's."""
    return int(digits) if len(digits) <= _LONGEST_NUMBER else None


class JsonStream:
    """The JSON in a stream, read value by value.

    Args:
        stream: What is read.
        after: The JSON begins after this, if it comes at all, and soon.
    """

    def __init__(self, stream: _Readable, after: bytes = b"") -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self._reader = json.JSONDecoder(parse_int=whole_number, strict=False)
        self._text, self._at, self._is_over = "", 0, False
        self._read_on()
        if after:
            self._at = self._text.find(after.decode()) + 1

    def elements(self, key: str | None) -> Iterator[object]:
        """Yield the elements of an array.

        Args:
            key: What it is called in the outermost object; None where it is all there is.

        Raises:
            WrongValue: There is no such array, or what comes is not JSON.
        """
        is_met = False
        for name in self._names(key):
            if name == key and self._next() == "[":
                is_met = True
                yield from self._array()
            else:
                self.value()
        if not is_met:
            raise WrongValue("json_no_list_named", key=key) if key else WrongValue("json_no_list")
        if self._next() not in {"", ";"}:
            raise WrongValue("json_breaks", reason="extra data")

    def beside(
        self, key: str, wanted: Collection[str], each: Callable[[], None]
    ) -> dict[str, object]:
        """Return what stands in the outermost object before an array, or, if need be, around it.

        Args:
            key: What the array is called.
            wanted: Names that may stand below it: the names of an object have no order.
            each: Called before each element that is passed over.

        Raises:
            WrongValue: What comes is not JSON.
        """
        found: dict[str, object] = {}
        for name in self._names(key):
            if name != key:
                found[str(name)] = self.value()
            elif found.keys() >= set(wanted) or self._next() != "[":
                break
            else:
                for _ in self._array():
                    each()
        return found

    def value(self) -> object:
        """Return the next value.

        Raises:
            WrongValue: It is not JSON, or nested too deeply.
        """
        if not self._text[self._at : self._at + 1].strip():
            self._next()
        while True:
            try:
                value, end = self._reader.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                self._doubt(error)
            except RecursionError:
                raise WrongValue("json_too_deep") from None
            else:
                if end + _OF_A_NUMBER <= len(self._text) or self._is_over:
                    self._at = end
                    return value
            self._read_on()

    def _names(self, key: str | None) -> Iterator[str | None]:
        """Yield the names in the outermost object, each before its value; None for no object."""
        if key is None or self._next() != "{":
            yield None
            return
        for name in self._listed("{", "}"):
            self._take(":")
            yield str(name)

    def _array(self) -> Iterator[object]:
        yield from self._listed("[", "]")

    def _listed(self, first: str, last: str) -> Iterator[object]:
        """Yield what stands between two marks, with commas in between."""
        self._take(first)
        if self._next() == last:
            self._take(last)
            return
        while True:
            yield self.value()
            if self._takes_comma():
                continue
            if self._next() == last:
                self._take(last)
                return
            self._take(",")

    def _takes_comma(self) -> bool:
        """Go on to what comes after a comma, where all of that was read: the common case."""
        comma = _COMMA.match(self._text, self._at)
        if comma is None or comma.end() == len(self._text):
            return False
        self._at = comma.end()
        return True

    def _take(self, mark: str) -> None:
        found = self._next()
        if found != mark:
            raise (
                _wrong(f"expecting {mark!r} delimiter") if found else WrongValue("json_ends_early")
            )
        self._at += 1

    def _next(self) -> str:
        """Return the character that comes next after white space; "" at the end."""
        while True:
            found = _SPACE.match(self._text, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._text) or self._is_over:
                return self._text[self._at : self._at + 1]
            self._read_on()

    def _doubt(self, error: json.JSONDecodeError) -> None:
        """Passes over an error that may come of what was not read yet.

        Raises:
            WrongValue: It does not.
        """
        is_open = error.msg.startswith(_NOT_CLOSED) or error.pos + _NEAR >= len(self._text)
        if self._is_over and is_open:
            raise WrongValue("json_ends_early")
        if not is_open:
            raise _wrong(error.msg.lower())

    def _read_on(self) -> None:
        # As much again as is still open: so no byte is looked at more than a few times.
        data = self._stream.read(max(_PIECE, len(self._text) - self._at))
        self._is_over = not data
        more = self._decoder.decode(data, final=self._is_over)
        self._text, self._at = self._text[self._at :] + more, 0


def _wrong(reason: str) -> WrongValue:
    return WrongValue("json_breaks", reason=reason)
