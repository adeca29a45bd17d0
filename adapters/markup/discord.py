"""Turns the markup of a Discord message into the text that its readers see."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from adapters.markup.post_rules import LONGEST_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARK: Final = re.compile(
    r"<(?:(?P<kind>@!?|@&|\#)(?P<id>\d{1,20})|a?:(?P<emoji>\w{1,40}):\d{1,20}"
    r"|t:(?P<moment>\d{1,11})(?::\w)?)>"
)
_BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)


def plain_text(
    text: str,
    people: Mapping[str, str],
    channels: Mapping[str, str],
    roles: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Return the text with names for ids; moments are written out in UTC.

    Args:
        text: What the message carries.
        people: The shown names by user id.
        channels: The names of channels that every reader may know, by id.
        roles: The names of the server's roles, which all its members know, by id.
    """

    def named(mark: re.Match[str]) -> str:
        if mark["emoji"]:
            return f":{mark['emoji']}:"
        if mark["moment"]:
            moment = _BEGINNING + timedelta(seconds=int(mark["moment"]))
            return f"{moment:%Y-%m-%d %H:%M} UTC"
        if mark["kind"] == "#":
            return f"#{channels.get(mark['id'], 'channel')[:LONGEST_NAME]}"
        if mark["kind"] == "@&":
            return f"@{roles.get(mark['id'], 'role')[:LONGEST_NAME]}"
        return f"@{people.get(mark['id'], 'somebody')[:LONGEST_NAME]}"

    return _MARK.sub(named, text)
