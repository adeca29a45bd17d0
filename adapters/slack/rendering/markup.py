"""Reads what users type in Slack: mentions, links, names in place of ids; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.markup.slack import unescaped
from bot.text import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOKEN: Final = re.compile(r"<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>")
_NAMED: Final = re.compile(r"<([@#])([A-Z0-9]+)(?:\|[^<>]*)?>")
_FILTER: Final = re.compile(r"(?:^|\s)(?:from|in):$", re.IGNORECASE)


def without_code(text: str) -> str:
    """Returns words of ours for where Slack reads no markup and would show the backticks."""
    return text.replace("`", "")


def mentions(text: str, user_id: str) -> bool:
    """Says whether somebody is mentioned."""
    return any(match[1] == "@" and match[2] == user_id for match in _TOKEN.finditer(text))


def addressed(text: str) -> str | None:
    """Returns the id of whom a text is addressed to by its first word, if it is anybody."""
    match = _NAMED.match(text.strip())
    return match[2] if match and match[1] == "@" else None


def without_mention(text: str, user_id: str) -> str:
    """Returns a text without the mentions of one account."""
    return re.sub(rf"<@{re.escape(user_id)}(?:\|[^<>]*)?>", " ", text).strip()


def named_ids(text: str) -> frozenset[str]:
    """Returns the ids of the accounts and channels that are named in a text."""
    return frozenset(match[2] for match in _NAMED.finditer(text))


def readable(text: str, names: Mapping[str, str]) -> str:
    """Returns a text as a reader sees it: names in place of ids, no entities.

    Args:
        text: The text as Slack sends it.
        names: The names of accounts and channels by their ids, without signs before them.
    """

    def shown(match: re.Match[str]) -> str:
        sign, target, label = match.groups()
        name = _name(sign, target, label, names)
        # A filter takes one word, or several in quotes: `from:<@U1>` names one person.
        if sign in {"@", "#"} and " " in name and _FILTER.search(text[: match.start()]):
            return f'"{name}"'
        return name

    return plain(unescaped(_TOKEN.sub(shown, text)))


def link_target(text: str) -> str:
    """Returns what was typed, without the brackets that Slack puts around a link."""
    match = re.fullmatch(r"<([^@#!<>|][^<>|]*)(?:\|[^<>]*)?>", text.strip())
    return unescaped(match[1] if match else text.strip())


def _name(sign: str, target: str, label: str | None, names: Mapping[str, str]) -> str:
    match sign:
        case "@":
            return f"@{names.get(target) or label or 'somebody'}"
        case "#":
            return f"#{names.get(target) or label or 'private'}"
        case "!":
            return label or f"@{target.partition('^')[0]}"
        case _:
            return label or target
