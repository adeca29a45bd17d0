"""All that a message of Slack's says, live as in an export: its words, its links', its files'."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from adapters.markup.slack import plain_text
from bot.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Said:
    """What a message says beside its own words.

    Attributes:
        unfolded: What its links unfold to, in Slack's markup.
        filed: Its files' titles, and the text of those that were typed into the chat.
    """

    unfolded: tuple[str, ...] = ()
    filed: tuple[str, ...] = ()


def said_beside(message: Mapping[str, object]) -> Said:
    """Returns what a message carries beside its text."""
    unfolded: list[str] = []
    for each in _objects(message.get("attachments")):
        # What another message said is not this author's, and may be from elsewhere.
        if not (each.get("is_msg_unfurl") or each.get("is_share")):
            unfolded += [_text(each.get("title")), _text(each.get("text"))]
    filed: list[str] = []
    for file in _objects(message.get("files")):
        filed += [_title(file), _snippet(file)]
    return Said(tuple(filter(None, unfolded)), tuple(filter(None, filed)))


def whole_text(
    text: str, beside: Said, people: Mapping[str, str], channels: Mapping[str, str]
) -> str:
    """Returns all of it as its readers see it.

    Args:
        text: The message's own, in Slack's markup.
        beside: What it carries beside that.
        people: The shown names by user id.
        channels: The names of channels that every reader may know, by id.
    """
    shown = [plain_text(part, people, channels) for part in (text, *beside.unfolded)]
    return "\n\n".join(filter(None, map(str.strip, map(plain, [*shown, *beside.filed]))))


def _title(file: Mapping[str, object]) -> str:
    """Returns the title that somebody gave to a file, or "" where it is only its name."""
    title, name = _text(file.get("title")), _text(file.get("name"))
    return "" if title in {name, name.rpartition(".")[0]} else title


def _snippet(file: Mapping[str, object]) -> str:
    """Returns the text of a file that was typed into the chat, if the message has all of it."""
    is_whole = not (file.get("preview_is_truncated") or file.get("lines_more"))
    return _text(file.get("preview")) if file.get("mode") == "snippet" and is_whole else ""


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _objects(value: object) -> Iterator[Mapping[str, object]]:
    if isinstance(value, list):
        yield from (each for each in value if isinstance(each, Mapping))
