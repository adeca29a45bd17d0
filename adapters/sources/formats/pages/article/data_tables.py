"""Keeps the tables of an article that the search for its main part would take for a layout."""

from __future__ import annotations

import re
from typing import Final

_TABLE: Final = re.compile(r"(</?table\b)", re.IGNORECASE)
_ROW: Final = re.compile(r"<tr\b", re.IGNORECASE)
_CELL: Final = re.compile(r"<t[dh]\b", re.IGNORECASE)
_LINK: Final = re.compile(r"<a\s", re.IGNORECASE)
_LAID_OUT: Final = re.compile(
    r"<(?:p|div|ul|ol|form|input|button|article|section|h[1-6]|img|iframe|nav)\b", re.IGNORECASE
)
_KEPT: Final = {"<table": "<figure", "</table": "</figure"}
"""A figure is kept, whatever is in it."""


def with_data_tables_kept(html: str) -> str:
    """Return a page whose tables of data are no tables any more; their rows stay.

    A table of data has two rows and two columns or more, no table or paragraph within it, and
    links in less than half of its cells. Readability drops those whose cells are short.
    """
    pieces = _TABLE.split(html)
    for at in range(1, len(pieces) - 2, 2):
        is_innermost = pieces[at].lower() == "<table" and pieces[at + 2].lower() == "</table"
        if is_innermost and _is_data(pieces[at + 1]):
            pieces[at] = _KEPT["<table"]
            pieces[at + 2] = _KEPT["</table"]
    return "".join(pieces)


def _is_data(inside: str) -> bool:
    rows, cells = len(_ROW.findall(inside)), len(_CELL.findall(inside))
    if rows < 2 or cells < rows * 2 or _LAID_OUT.search(inside):  # noqa: PLR2004 - as it says
        return False
    return len(_LINK.findall(inside)) * 2 < cells
