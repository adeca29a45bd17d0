"""Turns cells into the words that people see, where a service writes them in HTML or in JSON."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

_HTML: Final = re.compile(
    r"\s*<(?:p|div|ul|ol|blockquote|pre|h[1-6]|section|article|aside|figure)\b[^<>]*>",
    re.IGNORECASE,
)
_RUNS: Final = re.compile(r'\s*\{\s*"text"\s*:')
_HACKER_NEWS: Final = frozenset({"objectID", "_tags"})
"""What stands beside its comments, whose first paragraph has no mark."""


def reader_of(
    head: str, heads: AbstractSet[str], cells: Sequence[str], html: Callable[[str], str]
) -> Callable[[str], str] | None:
    """Return what turns the cells of a column of words into what people see; None for nothing.

    It is judged by the whole column: who writes of `<p>` in one post wrote no HTML.

    Args:
        head: The head of the column.
        heads: The heads of all of them.
        cells: The first cells of the column, which may be cut.
        html: Turns HTML into what people see.
    """
    if cells and sum(_HTML.match(each) is not None for each in cells) * 2 > len(cells):
        return partial(_of_html, html)
    if heads >= _HACKER_NEWS and head.endswith("_text"):
        return partial(_of_html, html)
    if cells and sum(_RUNS.match(each) is not None for each in cells) * 2 > len(cells):
        return _of_runs
    return None


def _of_html(html: Callable[[str], str], cell: str) -> str:
    try:
        cell.encode()
    except UnicodeEncodeError:
        return cell  # half a character costs the row, and is not to be replaced
    return html(cell)


def _of_runs(cell: str) -> str:
    """Return the words of a cell as YouTube Takeout writes it: `{"text":"…"},{"text":"…"}`."""
    try:
        runs = json.loads(f"[{cell}]")
    except ValueError:
        return cell
    said = [each.get("text") if isinstance(each, dict) else None for each in runs]
    return "".join(each for each in said if isinstance(each, str)) or cell
