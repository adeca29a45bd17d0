"""Looks at the cells of one column of a table: dates, links, names or sentences."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Final

from adapters.sources.tables.columns.dates import is_date
from adapters.sources.tables.columns.people import can_be_authors, look_like_people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.sources.tables.columns.heads import Role

Row = dict[str, object]
"""A row's cells by the heads of their columns."""

_LINK: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NO_WORDS: Final = re.compile(
    r"[\W\d_]*|\S+@\S+\.\w+|true|false|/\S+|\w+://\S+|[\w.-]+(?:/[\w.-]+){2,}", re.IGNORECASE
)
_WORD: Final = re.compile(r"\w[\w'’-]*")
_LOOKED_AT: Final = 100
_CELL: Final = 1_000
_PROSE_WORDS: Final = 4
_PROSE_LENGTH: Final = 25


class Column:
    """One column, as far as it was looked at."""

    def __init__(self, head: str, rows: Sequence[Row]) -> None:
        self.head = head
        self._rows = rows
        values = [row.get(head) for row in rows[:_LOOKED_AT]]
        self.is_flat = not any(isinstance(each, list | dict) for each in values)
        self._values = [each for each in values if each is not None and str(each).strip()]
        self.cells = [str(each)[:_CELL].strip() for each in self._values]
        self._words = [len(_WORD.findall(each)) for each in self.cells]

    @cached_property
    def are_dates(self) -> bool:
        """Whether most cells are dates."""
        return self._mostly([is_date(each) for each in self._values])

    @property
    def have_dates(self) -> bool:
        """Whether at least half of the cells are dates: enough where the head says so."""
        return self.is_flat and sum(map(is_date, self._values)) * 2 >= len(self._values)

    @cached_property
    def are_links(self) -> bool:
        """Whether most cells are links."""
        return self._mostly([_LINK.fullmatch(each) is not None for each in self.cells])

    @cached_property
    def are_names(self) -> bool:
        """Whether the cells, of all rows that are known, can name authors."""
        no_dates = not (self.are_dates or self.are_links)
        return self.is_flat and no_dates and can_be_authors(self._all)

    def are_people(self, *, in_small: bool) -> bool:
        """Return whether most of them look like names of people, and not of things."""
        return self.are_names and look_like_people(self._all, in_small=in_small)

    @property
    def _all(self) -> list[str]:
        values = (row.get(self.head) for row in self._rows)
        cells = (str(each)[:_CELL].strip() for each in values if each is not None)
        return [each for each in cells if each]

    @cached_property
    def have_words(self) -> bool:
        """Whether some cells say something: in letters, and not as a link or a date."""
        worded = any(_NO_WORDS.fullmatch(each) is None for each in self.cells)
        return self.is_flat and worded and not (self.are_dates or self.are_links)

    @property
    def are_prose(self) -> bool:
        """Whether most cells are sentences, mostly different ones."""
        cells = zip(self.cells, self._words, strict=True)
        long = [len(cell) >= _PROSE_LENGTH and words >= _PROSE_WORDS for cell, words in cells]
        varied = len({*self.cells}) * 2 > len(self.cells)
        return varied and self._mostly(long) and self.have_words

    @property
    def mean_words(self) -> float:
        """Is how many words a filled cell has."""
        return sum(self._words) / len(self._words) if self._words else 0.0

    @property
    def most_words(self) -> int:
        """Is how many words the longest cell has."""
        return max(self._words, default=0)

    def _mostly(self, are: Sequence[bool]) -> bool:
        return self.is_flat and sum(are) * 2 > len(are)

    @property
    def is_varied(self) -> bool:
        """Whether no one cell comes again in half of the rows."""
        most = Counter(self.cells).most_common(1)
        return bool(most) and (most[0][1] == 1 or most[0][1] * 2 < len(self.cells))

    def fits(self, role: Role) -> bool:
        """Return whether the cells do not contradict that this is what the column is."""
        if not self.cells:
            return False
        if role == "posted_at":
            return self.have_dates
        if role == "url":
            return self.are_links
        if role in {"id", "parent_id"}:
            is_one_each = len({*self.cells}) == len(self.cells)
            return self.is_flat and (role == "parent_id" or is_one_each)
        return self.are_names if role == "author" else self.have_words
