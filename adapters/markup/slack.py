"""Turns the markup of a Slack message into the text that its readers see."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

HIDDEN_CHANNEL: Final = "#private-channel"
"""What stands for a channel whose name its readers may not know."""

_MARK: Final = re.compile(r"<([@#!][^<>\n]*|[A-Za-z][\w+.-]*:[^<>\n]*)>")
_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


def escaped(text: str) -> str:
    """Return text that stays what it is where Slack reads its markup: no ping, no link."""
    for entity, character in reversed(_ENTITIES):
        text = text.replace(character, entity)
    return text


def unescaped(text: str) -> str:
    """Return what a reader sees of escaped text."""
    # The ampersand last, lest "&amp;lt;" be decoded twice.
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text


def plain_text(text: str, people: Mapping[str, str], channels: Mapping[str, str]) -> str:
    """Returns the text with names for ids, links as `label (address)`, and entities decoded.

    Args:
        text: What the message carries.
        people: The shown names by user id.
        channels: The names of channels that every reader may know, by id.
    """
    pieces = _MARK.split(text)
    # Every second piece is what stood in angle brackets.
    pieces[1::2] = [_named(mark, people, channels) for mark in pieces[1::2]]
    return unescaped("".join(pieces))


def _named(mark: str, people: Mapping[str, str], channels: Mapping[str, str]) -> str:
    target, _, label = mark.partition("|")
    kind, name = target[:1], target[1:]
    if kind == "@":
        return f"@{people.get(name) or label or name}"
    if kind == "#":
        return f"#{channels[name]}" if name in channels else HIDDEN_CHANNEL
    if kind == "!":
        return _special(name, label)
    return _link(target, label)


def _special(name: str, label: str) -> str:
    if name.startswith("subteam^"):
        return label if label.startswith("@") else f"@{label or 'group'}"
    if name.startswith("date^"):
        return label
    return f"@{name.partition('^')[0]}"


def _link(target: str, label: str) -> str:
    address = target.removeprefix("mailto:").removeprefix("tel:")
    bare = re.sub(r"^https?://", "", address).rstrip("/")
    if not label or re.sub(r"^https?://", "", label).rstrip("/") == bare:
        return label or address
    return f"{label} ({address})"
