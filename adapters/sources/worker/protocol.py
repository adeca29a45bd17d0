"""How posts and errors cross from the process that reads a file to ours: as lines of JSON."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from index.errors import PostFormatError
from index.posts import Post

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMES: Final = tuple(each.name for each in fields(Post) if each.name != "posted_at")
_values: Final = attrgetter(*_NAMES)

OUT_OF_MEMORY: Final = 70
"""The exit status of a reader that needs more memory than it may have."""


def packed(each: Post | PostFormatError) -> dict[str, Any]:
    """Return a post or an error as JSON can hold it."""
    if isinstance(each, PostFormatError):
        return packed_error(each)
    return {"post": _values(each), "at": each.posted_at and each.posted_at.isoformat()}


def packed_error(error: PostFormatError) -> dict[str, Any]:
    """Return an error as JSON can hold it."""
    return {"error": [error.file, error.kind, error.line, error.unit], "values": error.values}


def unpacked_error(item: Mapping[str, Any]) -> PostFormatError:
    """Return the error that was packed."""
    return PostFormatError(*item["error"], **item["values"])


def unpacked(item: Mapping[str, Any]) -> Post | PostFormatError:
    """Return the post or error that was packed."""
    if "error" in item:
        return unpacked_error(item)
    moment = item["at"] and datetime.fromisoformat(item["at"])
    return Post(**dict(zip(_NAMES, item["post"], strict=True)), posted_at=moment)
