"""Makes text that others wrote fit to be shown on one line, or in a terminal; pure."""

from __future__ import annotations

import json
import re
from typing import Final
from urllib.parse import urlsplit

# A control character could move the cursor, clear or recolour the screen, or turn the reading
# direction around. Half of a character can be neither stored nor sent. A tag is a letter that
# nobody sees and a program reads; some of them after a black flag make another flag.
_CONTROL: Final = re.compile(
    r"(\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f)"
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb"
    r"\U000e0000-\U000e0fff]"
)

# In a name, what has no width makes two of one, and marks of direction put it elsewhere.
_UNSEEN: Final = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2060-\u2065"
    r"\u206a-\u206f\u3164\ufeff\uffa0]"
)
_JOINERS: Final = re.compile(
    r"(?<![^\x00-\x7f\s\u2000-\u206f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f\s\u2000-\u206f])"
)
"""Joiners that join nothing: between two letters or signs of other scripts they may be spelling."""

_NOT_IN_JSON: Final = re.compile(
    r"[\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff"
    r"\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_HOST: Final = re.compile(r"[\w.-]*\w[\w.-]*|[0-9a-f:.]*:[0-9a-f:.]*")


def plain(text: str) -> str:
    """Return the text without tags and control characters, but for tabs and line ends."""
    return _CONTROL.sub(lambda found: found[1] or "", text)


def without_halves(text: str) -> str:
    """Return the text without halves of characters, which nobody could store or send."""
    return text.encode(errors="ignore").decode()


def web_link(url: str | None) -> str | None:
    """Return an address that may be shown and opened, None for any other.

    It is one of a web page (http or https) with a host and no name or password before it, and
    nothing in it is unseen.
    """
    if not url or " " in url or one_line(url) != url:
        return None
    try:
        parts = urlsplit(url)
        has_port = parts.port is None or parts.port > 0
    except ValueError:
        return None
    is_named = "@" not in parts.netloc and _HOST.fullmatch(parts.hostname or "")
    return url if parts.scheme in {"http", "https"} and is_named and has_port else None


def one_line(text: str) -> str:
    """Return the text on one line, without control characters and what has no width."""
    return " ".join(_JOINERS.sub("", _UNSEEN.sub("", plain(text))).split())


def json_line(record: object) -> str:
    """Return a record as JSON on one line; what a terminal does not show is escaped in it."""
    written = json.dumps(record, ensure_ascii=False)
    for unseen in (_NOT_IN_JSON, _JOINERS):
        written = unseen.sub(lambda found: json.dumps(found[0])[1:-1], written)
    return written


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
