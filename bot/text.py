"""Makes text that others wrote fit to be shown on one line, or in a terminal; pure."""

from __future__ import annotations

import re
from typing import Final

# A control character could move the cursor, clear or recolour the screen, or turn the reading
# direction around. Half of a character can be neither stored nor sent.
_CONTROL: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def plain(text: str) -> str:
    """Return the text without control characters other than tabs and line ends."""
    return _CONTROL.sub("", text)


def is_web_link(url: str) -> bool:
    """Return whether a browser shows what an untrusted link leads to, and nothing else opens it."""
    return url.startswith(("https://", "http://"))


def one_line(text: str) -> str:
    """Return the text on one line, without control characters."""
    return " ".join(plain(text).split())


class Count(int):
    """A number that brings its noun: `{posts:post|posts}` is "1 post" or "1,200 posts".

    A language that says none as it says one names three forms: `{posts:message|message|messages}`.
    """

    def __format__(self, spec: str) -> str:
        """Return the number with thousands apart, and the form of the noun that goes with it."""
        if "|" not in spec:
            return super().__format__(spec or ",")
        *none, one, many = spec.split("|")
        if not self and none:
            return f"{0} {none[0]}"
        return f"{super().__format__(',')} {one if self == 1 else many}"
