"""Cursors: a list in pages, the next page named by an opaque word."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, TypeVar

from tests.fakes.slack.api.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.fakes.slack.site import Visit


T = TypeVar("T")


def page(
    visit: Visit, items: Sequence[T], name: Callable[[T], str], limit: int
) -> tuple[list[T], str]:
    """The page that the cursor asks for, and the cursor of the next one, empty at the end.

    The cursor names the first item of a page, so that what is added before it moves nothing.
    """
    start = 0
    if cursor := visit.text("cursor"):
        wanted = _decode(cursor)
        found = [place for place, item in enumerate(items) if name(item) == wanted]
        if not found:
            raise Refused("invalid_cursor")
        start = found[0]
    chosen = list(items[start : start + limit])
    rest = items[start + limit : start + limit + 1]
    return chosen, _encode(name(rest[0])) if rest else ""


def _encode(name: str) -> str:
    return base64.b64encode(f"next:{name}".encode()).decode()


def _decode(cursor: str) -> str:
    try:
        kind, _, name = base64.b64decode(cursor, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        raise Refused("invalid_cursor") from None
    if kind != "next":
        raise Refused("invalid_cursor")
    return name
