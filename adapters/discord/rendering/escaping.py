"""Makes text that somebody else wrote harmless in a Discord message; pure."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from bot.text import one_line, plain, web_link

# Anywhere: marks of style and code, links with a text, mentions, custom emoji, timestamps.
_MARKS: Final = re.compile(r"([\\*_~`|<>\[\]@])")
# Only at the beginning of a line: headings, lists, small print.
_LINE_MARKS: Final = re.compile(r"(?m)^([ \t]*)([#+-]|\d+(?=[.)]))")
# An address becomes a link of its own; without its colon it does not.
_SCHEME: Final = re.compile(r"(?<=[A-Za-z])://")


def escaped(text: str) -> str:
    """Return the text so that Discord shows exactly its characters, and no more happens.

    Discord takes a backslash before any sign as "show the sign". No ping can come of it, for
    messages are sent with no allowed mentions; escaped, it does not look like one either.
    """
    marked = _MARKS.sub(r"\\\1", plain(text))
    return _SCHEME.sub(r"\\://", _LINE_MARKS.sub(_escape_line, marked))


def escaped_line(text: str) -> str:
    """Return the text on one line, as `escaped` does."""
    return escaped(one_line(text))


def as_quote(text: str) -> str:
    """Return the text as a quotation: every line after a bar."""
    return in_quotation(escaped(text))


def in_quotation(text: str) -> str:
    """Return what is safe to show as a quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def web_address(url: str | None, longest: int) -> str | None:
    """Return the address, if it is one of a web page and not longer than this; else None."""
    shown = web_link(url)
    return shown if shown and len(shown) <= longest else None


def link(title: str, url: str) -> str:
    """Return a title that links to a web address."""
    return f"[{escaped_line(title)}]({address(url)})"


def address(url: str) -> str:
    """Return a web address in which nothing is markup."""
    return quote(url, safe=":/?#@!$&+,;=%-._").replace("~", "%7E")  # which quote() always leaves


def _escape_line(match: re.Match[str]) -> str:
    indent, mark = match.groups()
    # A number is escaped at its dot: a backslash before a digit would be shown.
    return f"{indent}{mark}\\" if mark.isdecimal() else f"{indent}\\{mark}"
