"""Reads the polls of tweets: what can be chosen, and how many did where that is final."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.archive_reading.json_records import object_of, objects_of, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.sources.archive_reading.json_records import Record
    from adapters.sources.left_out_fields import Fate

FIELDS: Final[Mapping[str, Fate]] = {
    "entities.polls.options.text": "text",
    "card.binding_values": "text",
}
"""What a person can write into a poll; another card shows the page behind a link."""

BESIDE: Final[Mapping[str, frozenset[str]]] = {
    "entities.polls": frozenset({"end_datetime", "duration_minutes"}),
    "entities.polls.options": frozenset({"position"}),
    "card": frozenset({"name", "url", "legacy", "rest_id", "users", "card_platform"}),
}
"""The other fields of one."""

_POLL: Final = re.compile(r"poll\dchoice_\w+")
_MOST: Final = 9
"""So many choices have numbers of one digit: a poll has four at most."""


def poll_text(tweet: Record) -> str:
    """Return the choices of a tweet's poll, one a line; "" where it has none."""
    polls = objects_of(object_of(tweet.get("entities")).get("polls"))
    options = [each for poll in polls for each in objects_of(poll.get("options"))]
    told = [text_of(each.get("text")).strip() for each in options]
    lines = [f"• {each}" for each in told if each] or _of_card(tweet)
    return "\n".join(lines)


def has_preview(tweet: Record) -> bool:
    """Return whether a tweet shows the page behind a link in a card."""
    card = object_of(tweet.get("card"))
    return bool(card) and not _is_poll(card)


def with_poll(text: str, tweet: Record) -> str:
    """Return what a tweet says with the choices of its poll below it."""
    return "\n".join(filter(None, (text, poll_text(tweet))))


def _is_poll(card: Record) -> bool:
    name = text_of(card.get("name")) or text_of(object_of(card.get("legacy")).get("name"))
    return _POLL.fullmatch(name.rpartition(":")[2]) is not None


def _of_card(tweet: Record) -> list[str]:
    card = object_of(tweet.get("card"))
    if not _is_poll(card):
        return []
    values = _values(card) or _values(object_of(card.get("legacy")))
    is_final = object_of(values.get("counts_are_final")).get("boolean_value") is True
    lines = []
    for number in range(1, _MOST + 1):
        label, count = (
            text_of(object_of(values.get(f"choice{number}_{what}")).get("string_value")).strip()
            for what in ("label", "count")
        )
        if label:
            lines.append(f"• {label}: {count}" if is_final and count.isdigit() else f"• {label}")
    return lines


def _values(card: Record) -> Record:
    """Return the values of a card by their names: an object, or a list of names and values."""
    bound = card.get("binding_values")
    listed = {text_of(each.get("key")): each.get("value") for each in objects_of(bound)}
    return object_of(bound) or listed
