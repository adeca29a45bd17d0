"""Makes text that others wrote fit to be shown on one line, or in a terminal; pure."""

from __future__ import annotations

import re
from typing import Final

# A control character could move the cursor, clear or recolour the screen, or turn the reading
# direction around.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """Return the text without control characters other than tabs and line ends."""
    return _CONTROL.sub("", text)


def is_web_link(url: str) -> bool:
    """Return whether a browser shows what an untrusted link leads to, and nothing else opens it."""
    return url.startswith(("https://", "http://"))


def one_line(text: str) -> str:
    """Return the text on one line, without control characters."""
    return " ".join(plain(text).split())
