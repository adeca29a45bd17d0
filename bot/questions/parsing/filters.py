"""Reads the typed filters out of a question; pure."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, get_args

from bot.errors import NotADay, NotAKind, NotAName
from bot.questions.parsing.days import days
from index.posts import Kind
from index.scope import Filters
from index.text.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

NAMES: Final = ("from", "in", "since", "until", "kind")

EVERYBODY: Final = frozenset({"anyone", "tous"})
EVER: Final = frozenset({"ever", "toujours"})
"""Values by which a question's own words narrow it no longer."""

_TYPED: Final = re.compile(
    rf"""(?<!\S)({"|".join(NAMES)}):(?:"([^"]*)"|([^\s"]\S*))""", re.IGNORECASE
)


def parsed(text: str, today: date | None = None) -> tuple[str, Filters]:
    """Return a question without its typed filters, and the filters.

    `from:NAME in:SOURCE since:2024-09-01 until:2024-12 kind:post`; a name of several words
    stands in double quotes. `from:anyone` takes back what would be read from the question's words.

    Args:
        text: The question.
        today: What day it is, for `since:yesterday`.

    Raises:
        BadFilter: A value cannot be used.
    """
    text = _whole(text)
    values = {}
    for match in _TYPED.finditer(text):
        name, quoted, bare = match.groups()
        values[name.lower()] = quoted if bare is None else bare.rstrip("?!.,;")
    return " ".join(_TYPED.sub(" ", text).split()), filters(values, today)


def filters(values: Mapping[str, str], today: date | None = None) -> Filters:
    """Return filters from their names and typed values.

    Args:
        values: What was typed, by the name of the filter.
        today: What day it is, for `yesterday`.

    Raises:
        BadFilter: A value cannot be used.
    """
    found = Filters()
    for name, value in values.items():
        match name:
            case "from" if value.lower() in EVERYBODY:
                found = replace(found, is_read=False)
            case "since" if value.lower() in EVER:
                found = replace(found, is_read=False)
            case "from":
                found = replace(found, author=_name(name, value))
            case "in":
                found = replace(found, source=_name(name, value))
            case "since":
                found = replace(found, since=_days(name, value, today)[0])
            case "until":
                found = replace(found, until=_days(name, value, today)[1])
            case _:
                found = replace(found, kind=_kind(value))
    return found


def merged(first: Filters, then: Filters) -> Filters:
    """Return filters of which each value is the first's, or else the other's."""
    return Filters(
        author=first.author or then.author,
        source=first.source or then.source,
        since=first.since or then.since,
        until=first.until or then.until,
        kind=first.kind or then.kind,
        is_read=first.is_read and then.is_read,
    )


def narrowed_to(found: Filters, author_id: str, channel: str) -> Filters:
    """Return filters that go by account and channel where these were mentioned, not by name.

    Args:
        found: The filters, with the names that stand in place of the mentions.
        author_id: The account; "" where `from:` was followed by a name.
        channel: The channel, as its posts' ids begin; "" where `in:` was followed by a name.
    """
    return replace(found, author_id=author_id or None, channel=channel or None)


def _whole(text: str) -> str:
    # A terminal that is not set to UTF-8 leaves halves of characters, which nothing can store.
    return text.encode(errors="replace").decode()


def _name(name: str, value: str) -> str:
    value = _whole(value)
    if not words(value):
        needed = f'{name}: needs a name, as in {name}:maria or {name}:"Maria Lopez".'
        raise NotAName(needed, name=name)
    return value


def _days(name: str, value: str, today: date | None) -> tuple[date, date]:
    if found := days(value, today):
        return found
    sentence = f"{name}:{value} is not a day: write it as {name}:2024-09-26."
    raise NotADay(sentence, name=name, value=value)


def _kind(value: str) -> Kind:
    for kind in get_args(Kind):
        if value.lower() in {kind, f"{kind}s"}:
            return kind  # type: ignore[no-any-return]
    sentence = f"kind:{value} is not known: write kind:post or kind:comment."
    raise NotAKind(sentence, value=value)
