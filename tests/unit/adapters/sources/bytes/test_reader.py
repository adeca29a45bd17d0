from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO, cast

import pytest

from adapters.sources.bytes.reader import HEAD, ByteReader, Lines, not_utf8
from adapters.sources.discovery import sources
from index.errors import PostFormatError
from tests.unit.adapters.sources.conftest import Told

if TYPE_CHECKING:
    from collections.abc import Callable


class Endless(io.BufferedIOBase):
    """A stream without an end, which counts what was taken from it."""

    taken = 0

    def read(self, size: int | None = -1, /) -> bytes:
        line = b'{"text": "again and again"}\n'
        data = line * ((size or 0) // len(line))
        self.taken += len(data)
        return data

    def readline(self, size: int | None = -1, /) -> bytes:
        return self.read(28 if size else 0)


class Failing(io.BytesIO):
    """A stream that cannot be read, for a reason."""

    def __init__(self, reason: OSError) -> None:
        super().__init__()
        self._reason = reason

    def read(self, _size: int | None = -1, /) -> bytes:
        raise self._reason


@pytest.mark.parametrize("length", [HEAD - 3, HEAD, HEAD + 1, 3 * HEAD])
def test_a_line_across_the_end_of_the_head_is_whole(length: int) -> None:
    data = b"x" * length + b"\nnext\n"
    lines = Lines(ByteReader(io.BytesIO(data)), "a")

    assert [len(line) for line in lines] == [length + 1, 5]


@pytest.mark.parametrize("length", [0, 5, HEAD, HEAD + 7])
def test_reading_everything_gives_the_head_too(length: int) -> None:
    reader = ByteReader(io.BytesIO(b"x" * length))

    assert len(reader.read(10 * HEAD)) == length
    assert reader.position == length


def test_a_stream_without_an_end_is_read_as_it_is_needed() -> None:
    endless = Endless()
    [source] = sources(["-"], stdin=cast("BinaryIO", endless))
    assert not isinstance(source, PostFormatError)
    next(source.posts())

    assert endless.taken < 3 * HEAD


@pytest.mark.parametrize(
    ("reason", "problem"),
    [
        (lambda: PermissionError(13, "no"), "reading it is not allowed: change its permissions"),
        (lambda: OSError(5, "Input/output error"), "it cannot be read (Input/output error)"),
        (lambda: OSError("odd"), "it cannot be read (odd): try again, or leave it out"),
    ],
)
def test_a_stream_that_fails_is_an_error_and_no_exception(
    reason: Callable[[], OSError], problem: str
) -> None:
    [source] = sources(["-"], stdin=Failing(reason()))
    assert not isinstance(source, PostFormatError)
    [error] = source.posts()

    assert isinstance(error, PostFormatError)
    assert problem in str(Told(error))


@pytest.mark.parametrize(
    ("text", "encoding", "looks"),
    [
        ("déjà vu à Paris", "cp1252", "western"),
        ("été", "cp1252", "western"),
        ("L’été où l’œuvre naquit, « 20°C »", "cp1252", "western"),
        ("Große Äpfel über Straßen", "cp1252", "western"),
        ("привет мир", "cp1251", "other"),
        ("Да", "cp1251", "other"),
        ("Привет, как дела", "koi8-r", "other"),
        ("Привет, как дела", "cp866", "other"),
        ("Zażółć gęślą jaźń", "cp1250", "other"),
        ("καλημέρα", "cp1253", "other"),
        ("图书馆九点开门", "gbk", "other"),
        ("déjà vu à la bibliothèque", "mac-roman", "other"),
    ],
)
def test_an_encoding_is_named_only_where_its_words_look_like_words(
    text: str, encoding: str, looks: str
) -> None:
    data = f"id,text\n1,{text}\n".encode(encoding)
    with pytest.raises(UnicodeDecodeError) as caught:
        data.decode()
    assert not_utf8(data, caught.value, "file", "a.csv").values["encoding"] == looks
