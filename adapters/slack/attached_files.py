"""The files that come with Slack's messages, read out of its payloads; pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from adapters.markup.slack_blocks import text_of
from adapters.markup.slack_files import kept_apart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.markup.word_files import Kind


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that somebody shared.

    Attributes:
        id: Its id.
        name: Its name.
        url: Where Slack keeps it, or its words; "" where that is not told.
        size: How many bytes it has.
        kind: What it is, where it holds words that the message lacks.
    """

    id: str
    name: str
    url: str = ""
    size: int = 0
    kind: Kind | None = None


def attached(file: Mapping[str, Any], sender: str) -> Attached:
    """Return a file that came with a message of this account."""
    id_ = text_of(file.get("id"))
    url = text_of(file.get("url_private_download")) or text_of(file.get("url_private"))
    told, name = file.get("size"), text_of(file.get("name")) or id_
    size = told if isinstance(told, int) else 0
    if words := kept_apart(file, sender):
        kind, url, called = words
        size = 0 if kind == "transcript" else size  # that is the clip's
        return Attached(id_, called or id_, url, size, kind)
    return Attached(id_, name, url, size)
