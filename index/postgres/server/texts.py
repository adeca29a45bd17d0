"""Texts as the server can keep them: it refuses the sign U+0000, which posts may hold."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Final

from psycopg.adapt import Loader
from psycopg.pq import Format
from psycopg.types.string import StrDumperUnknown

if TYPE_CHECKING:
    from psycopg import Connection
    from psycopg.abc import Buffer

NUL: Final = "\0"
ESCAPE: Final = "\ufdd0"
"""A code point that is for ever no character: before "0" it stands for U+0000, before "1" for
itself."""


def bounded(text: str, longest: int) -> str:
    """Return a text as an index can hold it: a very long one by its beginning and its hash.

    Args:
        text: What is looked up.
        longest: So many characters are kept as they are; an index has room for some 600.
    """
    if len(text) <= longest:
        return text
    return f"{text[:longest]}{hashlib.sha256(text.encode()).hexdigest()}"


def kept(text: str) -> str:
    """Return a text without U+0000."""
    if NUL in text or ESCAPE in text:
        return text.replace(ESCAPE, f"{ESCAPE}1").replace(NUL, f"{ESCAPE}0")
    return text


def read(text: str) -> str:
    """Return what `kept` was given."""
    if ESCAPE in text:
        return text.replace(f"{ESCAPE}0", NUL).replace(f"{ESCAPE}1", ESCAPE)
    return text


class _KeptText(StrDumperUnknown):
    """Sends texts."""

    def dump(self, obj: str) -> Buffer | None:
        """Return the bytes that are sent."""
        return kept(obj).encode()


class _ReadText(Loader):
    """Takes texts that were asked for as text."""

    def load(self, data: Buffer) -> str:
        """Return the text of the bytes that came."""
        return read(str(data, "utf-8"))


class _ReadBinaryText(_ReadText):
    """Takes texts that were asked for in the binary format, which for texts is the same."""

    format = Format.BINARY


def register(connection: Connection[Any]) -> None:
    """Have a connection send and take texts in this way."""
    adapters = connection.adapters
    adapters.register_dumper(str, _KeptText)
    for loader in (_ReadText, _ReadBinaryText):
        adapters.register_loader("text", loader)
