"""Finds what is written to be looked at, and not read on into: fenced code and tables; pure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_CODE: Final = re.compile(
    r"^[ \t]*(```|~~~)[^\n]*\n.*?(?:^[ \t]*\1[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_RULER: Final = re.compile(
    r"^[ \t]*+\|?(?:[ \t]*+:?-++:?[ \t]*+\|)++(?:[ \t]*+:?-++:?)?[ \t]*+$", re.MULTILINE
)
"""The line under the heads of a table in Markdown."""


@lru_cache(maxsize=8)
def code_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return where fenced code begins and ends, with its fences."""
    if "```" not in text and "~~~" not in text:
        return ()
    return tuple(_bare(text, *match.span()) for match in _CODE.finditer(text))


@lru_cache(maxsize=8)
def tables_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return where tables in Markdown begin and end, outside code, with their heads."""
    if "|" not in text or "-" not in text:
        return ()
    code, found, end = code_in(text), [], 0
    for ruler in _RULER.finditer(text):
        start = text.rfind("\n", 0, max(0, ruler.start() - 1)) + 1
        is_code = any(begin <= start < stop for begin, stop in code)
        if start < end or is_code or "|" not in text[start : ruler.start()]:
            continue
        end = ruler.end()
        while "|" in (row := text[end + 1 : _line_end(text, end + 1)]) and row.strip():
            end = _line_end(text, end + 1)
        found.append(_bare(text, start, end))
    return tuple(found)


def set_apart(text: str) -> list[tuple[int, int]]:
    """Return where code and tables begin and end, in order; none within another."""
    return sorted((*code_in(text), *tables_in(text)))


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    return start, start + len(text[start:end].rstrip())
