"""Shows what was recognised of a table, where somebody is to be asked before it is read."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from adapters.sources.file_defaults import shortened
from adapters.sources.rows import to_posts
from adapters.sources.tables.columns.dates import moment
from adapters.sources.tables.post_rows import PostRows
from adapters.sources.tables.reading import recognised
from bot.ports import TablePreview
from index.errors import PostFormatError
from index.posts import Post

if TYPE_CHECKING:
    from adapters.sources.file_defaults import Labels
    from adapters.sources.tables.reading import Recognised, Table
    from bot.ports import Order

ENDINGS: Final = ("csv", "tsv", "tab", "json", "jsonl", "ndjson", "xlsx", "xlsm", "ods")
"""How files end in which a table is looked for before it is read."""
_SHOWN: Final = 3
_LOOKED_AT: Final = 50


def preview_of(table: Table, labels: Labels) -> TablePreview | None:
    """Return what is to be asked of a table; None for nothing."""
    try:
        found = recognised(table, labels)
    except PostFormatError:
        return None  # who reads it says what is wrong
    doubt = found.doubt(is_confirmed=labels.columns.is_confirmed)
    if doubt is None:
        return None
    layout = found.layout
    return TablePreview(
        labels.file,
        doubt,
        {"text": _shown(layout.texts)}
        | ({"author": _shown(layout.names)} if layout.names else {})
        | {role: _shown([at]) for role, at in layout.roles.items()},
        _shown([head for head in found.heads if head not in layout.used]),
        _first_posts(found, labels, table.sheet),
        (found.doubtful, _day(found.doubtful, "day-first"), _day(found.doubtful, "month-first")),
    )


def _first_posts(found: Recognised, labels: Labels, sheet: str) -> list[Post]:
    # Where it is the order of dates that is asked, they are shown in neither.
    rows = PostRows(found.layout, found.order, labels, sheet).fields(islice(found.rows, _LOOKED_AT))
    posts = (each for each in to_posts(rows, labels) if isinstance(each, Post))
    return list(islice(posts, _SHOWN))


def _shown(heads: list[str] | tuple[str, ...]) -> list[str]:
    return [shortened(head) for head in heads]


def _day(date: str, order: Order) -> str:
    found = moment(date, order) if date else None
    return found.date().isoformat() if found else ""
