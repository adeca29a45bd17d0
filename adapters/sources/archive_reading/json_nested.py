"""Reads arrays that lie deeper in a member's JSON, in every object of another array."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.sources.archive_reading.json_stream import JsonStream
from adapters.sources.archive_reading.members import member_error
from adapters.sources.wrong_value import WrongValue

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from adapters.sources.archive_reading.json_records import Record
    from adapters.sources.archive_reading.members import Members
    from adapters.sources.file_defaults import Labels

_ENTERED: Final = ("{", "[", "")
_EMPTY: Final = ("{}", "[]")
_DEEPEST: Final = 50
"""So deep arrays may stand in arrays."""


def records_within(
    members: Members, name: str, path: Sequence[str], key: str, labels: Labels | None = None
) -> Iterator[tuple[Record, Record]]:
    """Yield the objects of an array that stands in several objects, with what is before it there.

    Args:
        members: The archive.
        name: The member.
        path: The keys that lead to the array of those objects; none where the member's own
            object holds it.
        key: What the array is called in each of them.
        labels: Takes the count of what in it is no object; None where that is counted elsewhere.

    Raises:
        PostFormatError: The member breaks off, or is not JSON from here on.
    """
    with members.opened(name) as stream:
        try:
            for beside, record in NestedJson(stream).within(path, key):
                stream.next_piece()
                if isinstance(record, dict):
                    yield beside, record
                elif labels is not None:
                    labels.leave_out("no_records")
        except WrongValue as error:
            raise member_error(members.file, name, error.kind, **error.values) from error


def records_among(
    members: Members,
    name: str,
    tops: Collection[str],
    path: Sequence[str],
    key: str,
    *,
    tell: Callable[[str, object], None],
    labels: Labels | None = None,
) -> Iterator[tuple[Record, Record]]:
    """Yield what `records_within` does below several keys of the member's own object, in its order.

    Args:
        members: The archive.
        name: The member.
        tops: These keys.
        path: The keys that lead from there to the array of objects.
        key: What the array is called in each of them.
        tell: Called with the name and the value of everything else in the member's own object.
        labels: Takes the count of what in the arrays is no object, as above.

    Raises:
        PostFormatError: The member breaks off, or is not JSON from here on.
    """
    with members.opened(name) as stream:
        try:
            for beside, record in NestedJson(stream).among(tops, path, key, tell):
                stream.next_piece()
                if isinstance(record, dict):
                    yield beside, record
                elif labels is not None:
                    labels.leave_out("no_records")
        except WrongValue as error:
            raise member_error(members.file, name, error.kind, **error.values) from error


class NestedJson(JsonStream):
    """JSON whose objects are entered instead of being read at once."""

    def among(
        self,
        tops: Collection[str],
        path: Sequence[str],
        key: str,
        tell: Callable[[str, object], None],
    ) -> Iterator[tuple[Record, object]]:
        """Yield the elements of the arrays below these keys, and tell what else there is.

        Raises:
            WrongValue: What comes is not JSON, or nested too deeply.
        """
        for name in self._names(key):
            if name in tops:
                yield from self.within(path, key)
            else:
                tell(str(name), self.value())

    def within(
        self, path: Sequence[str], key: str, depth: int = 0
    ) -> Iterator[tuple[Record, object]]:
        """Yield the elements of the arrays.

        Raises:
            WrongValue: What comes is not JSON, or nested too deeply.
        """
        if not path and self._next() == "[":
            if depth > _DEEPEST:
                raise WrongValue("json_too_deep")
            yield from self._within_each(key, depth + 1)
            return
        beside: Record = {}
        wanted = path[0] if path else key
        for name in self._names(wanted):
            if name != wanted:
                beside[str(name)] = self.value()
            elif path:
                yield from self.within(path[1:], key)
            elif self._next() == "[":
                for each in self._array():
                    yield beside, each
            else:
                self.value()

    def _within_each(self, key: str, depth: int) -> Iterator[tuple[Record, object]]:
        for _ in self._entered("[", "]"):
            # What cannot hold the array is passed over without being entered.
            if self._next() in _ENTERED and self._text[self._at : self._at + 2] not in _EMPTY:
                yield from self.within((), key, depth)
            else:
                self.value()

    def _entered(self, first: str, last: str) -> Iterator[None]:
        """Yield before each of what stands between two marks, which is then to be read."""
        self._take(first)
        if self._next() == last:
            self._take(last)
            return
        while True:
            yield
            if self._takes_comma():
                continue
            if self._next() == last:
                self._take(last)
                return
            self._take(",")
