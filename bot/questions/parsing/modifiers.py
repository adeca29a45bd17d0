"""Refuses by name the search modifiers of chats that narrow nothing here; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.errors import NoNegation, NotAFilter

if TYPE_CHECKING:
    from collections.abc import Sequence

_OTHERS: Final = (
    "has", "hasmy", "is", "mentions", "pinned", "creator", "authortype",
)  # fmt: skip
"""What the search of Slack and that of Discord know beside our filters."""

_TO_SOMEBODY: Final = r"(?:with|to):(?=me\b|[@<\"])"
"""Slack's `with:@ada` and `to:me`; what else begins like them is an address or a setting."""

_EMOJI: Final = r":[\w+'-]+:(?!\S)"
"""As Slack types one: `has::eyes:`."""


def refuse(text: str, filters: Sequence[str]) -> None:
    """Refuse a modifier that would else be searched for as a word.

    A modifier stands at the beginning of a word and has its value right behind the colon; in
    quotation marks or between backticks it is a word like any other.

    Args:
        text: The question without its filters.
        filters: The names of our filters, of which none leaves anything out (`-from:ada`).

    Raises:
        BadFilter: A modifier that is none of our filters, or one with a minus.
    """
    names = "|".join((*filters, *_OTHERS))
    if match := re.search(rf"(?<!\S)[-–−]({names}|with|to):[^\s:/]", text, re.IGNORECASE):
        name = match[1].lower()
        sentence = f"-{name}: leaves nothing out here: name what you want, or leave it out."
        raise NoNegation(sentence, name=name)
    others = rf"(?<!\S)(?:((?:{'|'.join(_OTHERS)}):)(?:[^\s:/]|{_EMOJI})|({_TO_SOMEBODY}))"
    if match := re.search(others, text, re.IGNORECASE):
        name = (match[1] or match[2]).lower().rstrip(":")
        known = ", ".join(filters)
        sentence = (
            f"{name}: is no filter here. Leave it out, or say it in words; there are {known}."
        )
        raise NotAFilter(sentence, name=name, known=known)
