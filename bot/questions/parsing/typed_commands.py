"""Recognises a command that is typed into a message, where a platform takes it for text; pure."""

from __future__ import annotations

import re
from typing import Final

from bot.questions.parsing.talk.small_talk import is_small_talk

_COMMAND: Final = re.compile(
    r"[\s`'\"“‘]*(?:</(?P<chosen>ask|posts|forget-me)\b[^<>:]{0,60}:\d+>"
    r"|/(?P<typed>ask|posts|forget-me)(?![\w/.-]))[`'\"”’]*\s*",
    re.IGNORECASE,
)
"""A command as it is typed, or as Discord names it where it was chosen (`</posts status:42>`)."""

_FIELD: Final = re.compile(r"(?:question|pregunta|frage) ?: ?", re.IGNORECASE)
"""What the field of `/ask` is called, where that is typed, too."""


def is_typed_command(text: str) -> bool:
    """Return whether a message begins with a command that does not ask."""
    found = _found(text)
    return found is not None and _name(found) != "ask"


def without_ask(text: str) -> str:
    """Return what `/ask` asks where that is typed in a message; any other text as it is."""
    found = _found(text)
    if found is None or _name(found) != "ask":
        return text
    rest = text[found.end() :]
    field = _FIELD.match(rest)
    return rest[field.end() :] if field else rest


def _found(text: str) -> re.Match[str] | None:
    """Return the command with which a message begins, or that stands after a greeting."""
    found = _COMMAND.search(text)
    before = text[: found.start()].strip() if found else ""
    return found if not before or is_small_talk(before) else None


def _name(found: re.Match[str]) -> str:
    return (found["chosen"] or found["typed"]).lower()
