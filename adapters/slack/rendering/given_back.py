"""Gives back what somebody wrote and what came to nothing; pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from adapters.slack.rendering.blocks import LONGEST_QUOTE, quoted

if TYPE_CHECKING:
    from adapters.slack.rendering.blocks import Outgoing


def with_words(message: Outgoing, text: str) -> Outgoing:
    """Return a message with all that somebody wrote below it, so that they can copy it."""
    parts = range(0, len(text), LONGEST_QUOTE)
    quotes = (quoted(text[start : start + LONGEST_QUOTE]) for start in parts)
    return replace(message, blocks=(*message.blocks, *quotes))
