"""Makes text that others wrote fit to be shown on one line, or in a terminal; pure."""

from __future__ import annotations

import json
import re
import unicodedata
from ipaddress import ip_address
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

# What has no width makes two of one name, hides words in a line, and moves others to elsewhere.
_UNSEEN: Final = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2060-\u2065"
    r"\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a]"
)
_BLANK: Final = re.compile(r"[\u2800\U0001d159]")
"""Signs of Braille and music that look like a space, and are none to a program."""
_JOINERS: Final = re.compile(
    r"(?<![^\x00-\x7f\s\u2000-\u206f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f\s\u2000-\u206f])"
    r"|(?<![^\s\u2000-\u200f\u2028-\u202f\u205f-\u206f])[\u180b-\u180d\u180f\ufe00-\ufe0f]+"
)
"""Joiners that join nothing, and variants of nothing: between two letters or signs of other
scripts, and behind a sign, they may be spelling."""

_NOT_IN_JSON: Final = re.compile(
    r"[\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff"
    r"\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a"
    r"\U000e0000-\U000e0fff]"
)
_LABEL: Final = re.compile(r"(?!-)(?=.*[^\W_])[\w-]{1,63}")
_NUMBER: Final = re.compile(r"\d+|0x[\da-f]*", re.ASCII)
"""What makes a browser take a whole host for a number, where it is the last of its labels."""
_PUNYCODE: Final = "xn--"
_LONGEST_HOST: Final = 253


def readable(text: str) -> str:
    """Return the text with bytes that are no text, as a path may hold them, written out."""
    return text.encode(errors="backslashreplace").decode()


def plain(text: str) -> str:
    """Return the text without tags and control characters, but for tabs and line ends."""
    return _CONTROL.sub(lambda found: found[1] or "", text)


def without_halves(text: str) -> str:
    """Return the text without halves of characters, which nobody could store or send."""
    return text.encode(errors="ignore").decode()


def shown(text: str) -> str:
    """Return the text as a terminal may show it: `plain`, and without what nobody sees."""
    return _JOINERS.sub("", _UNSEEN.sub("", _BLANK.sub(" ", plain(text))))


def web_link(url: str | None) -> str | None:
    """Return an address that may be shown and opened, None for any other.

    It is one of a web page (http or https) with a host that can be (see `_is_host`) and no name or
    password before it, and nothing in it is unseen.
    """
    if not url or " " in url or one_line(url) != url:
        return None
    try:
        parts = urlsplit(url)
        has_port = parts.port is None or parts.port > 0
    except ValueError:
        return None
    host = parts.hostname or ""
    # In brackets stands an address of IPv6, whatever else may stand there one day.
    is_named = "@" not in parts.netloc and ("[" in parts.netloc) == (":" in host) and _is_host(host)
    return url if parts.scheme in {"http", "https"} and is_named and has_port else None


def _is_host(host: str) -> bool:
    """Return whether something may be called so: a name, with or without dots, or an IP address.

    A name of the own network (`wiki`) is one, and so is one with `_` in it, or in any script.
    What a browser takes for a number is none but as an address is usually written: nobody sees
    where `http://1` leads.
    """
    if ":" in host:
        return _is_address(host)
    labels = host.removesuffix(".").split(".")
    if _NUMBER.fullmatch(unicodedata.normalize("NFKC", labels[-1])):
        return _is_address(host)
    return len(host) <= _LONGEST_HOST and all(map(_is_label, labels))


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return "%" not in host


def _is_label(label: str) -> bool:
    if not _LABEL.fullmatch(label):
        return False
    if not label.startswith(_PUNYCODE):
        return True
    try:
        meant = label.removeprefix(_PUNYCODE).encode("ascii").decode("punycode")
    except UnicodeError:
        return False
    return not meant.isascii() and one_line(meant) == meant


def one_line(text: str) -> str:
    """Return the text on one line, without control characters and what has no width."""
    return " ".join(shown(text).split())


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
