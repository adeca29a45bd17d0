"""Finds what the author of a message covered until it is clicked, as on Discord; pure."""

from __future__ import annotations

import re
from typing import Final

from index.text.parts.sentences import Span

COVER: Final = "█████"
"""What stands for covered words where nothing can be clicked."""

_COVERED: Final = re.compile(r"```.*?```|``.+?``|`[^`\n]+`|(?P<covered>\|\|.+?\|\|)", re.DOTALL)
"""Bars in code cover nothing, so code is met first."""


def covered(text: str, post_id: str) -> tuple[Span, ...]:
    """Return the covered stretches of a post, with the bars around them; only Discord has any.

    Args:
        text: What it says.
        post_id: Its id.
    """
    if not post_id.startswith("discord:") or "||" not in text:
        return ()
    return tuple(Span(*found.span()) for found in _COVERED.finditer(text) if found["covered"])


def within(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """Return the parts of these stretches that lie in another one, counted from its beginning."""
    clipped = (Span(max(each.start, start), min(each.end, end)) for each in spans)
    return tuple(
        Span(each.start - start, each.end - start) for each in clipped if each.start < each.end
    )


def masked(text: str, spans: tuple[Span, ...]) -> str:
    """Return a text with a cover in place of these stretches."""
    for each in reversed(spans):
        text = f"{text[: each.start]}{COVER}{text[each.end :]}"
    return text
