"""Makes of the rows of a table what is said of each post: the text, the date, the id."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from adapters.sources.bylines import author_in
from adapters.sources.file_defaults import printable, text_mark
from adapters.sources.tables.columns.cells import Row
from adapters.sources.tables.columns.dates import moment
from adapters.sources.tables.columns.heads import is_sub_head
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from adapters.sources.file_defaults import Labels
    from adapters.sources.tables.columns.layout import Layout
    from bot.ports import Order

Numbered = tuple[int, Row | PostFormatError]
"""The line a row begins on, with its cells or what is wrong with it."""

_REMEMBERED: Final = 300_000
"""So many rows without ids are remembered, to tell those that come again."""
_MAIL_BEHIND: Final = re.compile(r"\s*<[^<>\s]+@[^<>\s]+>$")
"""Nobody wants an address quoted beside the name."""
_BLANK: Final = (None, "")
_TELLING: Final = ("text", "author", "posted_at", "url", "title")
"""What tells rows without ids apart."""


class PostRows:
    """Turns the rows of a table into what is said of each post.

    Args:
        layout: What its columns are.
        order: Which number of its dates is the day; None where none needs an order.
        labels: Takes the counts of what is left out.
        sheet: The name of its sheet, where there are several; else "".
    """

    def __init__(self, layout: Layout, order: Order | None, labels: Labels, sheet: str) -> None:
        self._layout = layout
        self._order = order
        self._labels = labels
        self._prefix = f"{sheet}/" if sheet else ""
        self._met: set[int] = set()
        self._is_first = True
        # What answers a question says little without it.
        self._asks = layout.is_headed and layout.texts[0].strip().endswith("?")
        self._is_strict = layout.is_own and order is None
        is_named = all(role == head for role, head in layout.roles.items())
        self._has_own_names = is_named and not layout.ignored

    def fields(
        self, rows: Iterable[Numbered]
    ) -> Iterator[tuple[int, Mapping[str, object] | PostFormatError]]:
        """Yield the rows, by the names of what they say of a post."""
        used, marks = self._layout.used, self._layout.marks
        make = self._of_own if self._layout.is_own else self._of_any
        unused: Counter[str] = Counter()
        try:
            for line, row in rows:
                if isinstance(row, PostFormatError):
                    yield line, row
                    continue
                if any(is_for_few(row.get(at)) for at, is_for_few in marks.items()):
                    self._labels.leave_out("private_posts")
                    continue
                if not row.keys() <= used:
                    unused.update([at for at in row if at not in used and row[at] not in _BLANK])
                fields = make(row)
                if fields is not None:
                    yield line, fields
        finally:
            for head, count in unused.items():
                self._labels.leave_out_named("columns", "other_columns", head, count)

    def _of_own(self, row: Row) -> Mapping[str, object]:
        [text] = self._layout.texts
        if self._has_own_names and text == "text" and self._is_strict and not self._prefix:
            return row
        if text not in row:
            return row  # what is wrong with it is told with its own columns
        return {"text": row[text], **self._said(row)}

    def _of_any(self, row: Row) -> Mapping[str, object] | None:
        text = self._text(row)
        fields = {"text": text, **self._said(row)}
        if not text or self._is_line_of_heads(row):
            self._labels.leave_out("rows_without_text")
            return None
        if fields.get("id") in (None, ""):
            said = "\0".join([str(fields.get(each) or "") for each in _TELLING])
            mark = hash(said)
            if mark in self._met:
                self._labels.leave_out("repeated_rows")
                return None
            if len(self._met) < _REMEMBERED:
                self._met.add(mark)
            fields["id"] = self._prefix + text_mark(printable(said), 16)
        return fields

    def _text(self, row: Row) -> str:
        """Return the words of a row: of several columns, and of one that asks, under its head."""
        texts = self._layout.texts
        if len(texts) == 1 and not self._asks:
            return self._words(row, texts[0])
        said = {head: self._words(row, head) for head in texts}
        if not self._layout.is_headed:
            return "\n\n".join(filter(None, said.values()))
        return "\n\n".join(f"{head.strip()}\n{words}" for head, words in said.items() if words)

    def _words(self, row: Row, head: str) -> str:
        words = _written(row.get(head)).strip()
        seen = self._layout.readers.get(head)
        return seen(words).strip() if seen and words else words

    def _is_line_of_heads(self, row: Row) -> bool:
        said = [*filter(None, (_written(row.get(head)).strip() for head in self._layout.texts))]
        is_first, self._is_first = self._is_first, False
        # Beside what such a line always says may stand the choices of a question.
        are_heads = any if is_first else all
        return are_heads(map(is_sub_head, said)) and not any(self._said(row).values())

    def _said(self, row: Row) -> dict[str, object]:
        """Return what a row says of a post beside its text."""
        said: dict[str, object] = {}
        for role, head in self._layout.roles.items():
            value = row.get(head)
            if value is None or value == "":
                continue
            if role == "posted_at" and not (self._is_strict and head.lower() == role):
                said[role] = self._date(value)
            elif role == head.lower() and self._layout.is_own:
                said[role] = value
            elif not isinstance(value, list | dict):
                said[role] = _author(value) if role == "author" else _written(value)
        if not said.get("author"):
            said.update(self._by_other_names(row))
        return said | self._of_sheet(said) if self._prefix else said

    def _of_sheet(self, said: Mapping[str, object]) -> dict[str, object]:
        return {role: f"{self._prefix}{said[role]}" for role in said.keys() & {"id", "parent_id"}}

    def _by_other_names(self, row: Row) -> dict[str, object]:
        """Return the author by a first and a last name, or by the name of an account."""
        if names := [_written(row.get(head)).strip() for head in self._layout.names]:
            return {"author": " ".join(filter(None, names))}
        if handle := self._layout.handle:
            return {"author": _author(row.get(handle))}
        return {}

    def _date(self, value: object) -> str | None:
        found = moment(value, self._order) if str(value).strip() else None
        if found is None and str(value).strip():
            self._labels.leave_out("dates")
        return found.isoformat() if found else None


def _author(value: object) -> str:
    return author_in(_MAIL_BEHIND.sub("", _written(value).strip()))


def _written(value: object) -> str:
    """Return a cell as a person would write it."""
    if type(value) is str:
        return value
    if value is None or isinstance(value, list | dict):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
