"""Tells whether the first row of a table holds its heads, or data already."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from adapters.sources.rows import COLUMNS
from adapters.sources.tables.columns.dates import is_date
from adapters.sources.tables.columns.heads import is_question, role_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_HEADS: Final = 200
"""So many heads are looked at to tell what a first line is."""
_LONGEST_HEAD: Final = 150
"""So long may the head of a column be to be looked at as one, in characters."""
_PROSE_WORDS: Final = 4
_FEW_WORDS: Final = 3
_PROSE_LENGTH: Final = 20
_NUMBER: Final = re.compile(r"[-+]?\d+(?:[.,]\d+)*\s?[%€$£]?")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_IS: Final = re.compile(
    r"\b(?:is|are|was|were|has|had|isn't|wasn't|est|sont|était|étaient|ist|sind|war|waren|hat|hatte"
    r"|es|son|era|fue|está|están)\b",
    re.IGNORECASE,
)
"""With one of these, words are a sentence, and seldom the head of a column."""
_ENDED: Final = re.compile(r"[.!…。！]['\"”’»)]?$|[.!?…] ")
_ITEM: Final = re.compile(r"(?:[QqFfP]\W?)?(\d{1,3})\s?[.):–-]\s*(?=[^\W\d])")
"""How the heads of forms are numbered: "1. What did you like?"."""
_ASKING: Final = re.compile(
    r"(?:please|tell|describe|explain|list|indicate|share|rate|any|other|if you|which|what|how|why"
    r"|who|where|when|do you|did you|would you|veuillez|merci de|dites|décrivez|expliquez|indiquez"
    r"|donnez|partagez|si vous|bitte|wenn|falls|por favor|cuéntanos|cuéntenos)\b"
    r"|(?:beschreib|erzähl|nenn|erklär|describ|expliqu|explic|indiqu)",
    re.IGNORECASE,
)
"""How heads of forms begin that are as long as sentences."""


def known_heads(columns: Sequence[str]) -> tuple[int, int]:
    """Return how many cells of a row are heads of Pullquote's own, and how many any known ones."""
    own = sum(column.lower() in COLUMNS for column in columns)
    looked_at = columns[:_MOST_HEADS]
    roles = [
        role_of(column)
        for column in looked_at
        if 0 < len(column) < _LONGEST_HEAD and not _is_sentence(column)
    ]
    return own, sum(role is not None for role in roles)


def is_data(columns: Sequence[str], below: Sequence[Sequence[str]] = ()) -> bool:
    """Return whether a first row holds data: dates, links or sentences, and no known head.

    A number beside words is data, too. What asks for something is a head, however long, unless
    it stands alone: that a head is read as a post does less harm than that a post is lost.

    Args:
        columns: Its cells.
        below: Some rows below it: where they are alike, it is one of them.
    """
    columns = columns[:_MOST_HEADS]
    if sum(known_heads(columns)) or any(map(is_question, columns)) or _are_items(columns):
        return False
    if any(
        len(each) > _LONGEST_HEAD or is_date(each) or each.startswith(("http://", "https://"))
        for each in columns
    ):
        return True
    telling = [each for each in columns if len(columns) == 1 or not _asks(each)]
    has_number = any(_NUMBER.fullmatch(each) for each in columns)
    is_ended = any(_ENDED.search(each) and len(each.split()) >= _FEW_WORDS for each in telling)
    if (has_number or is_ended) and any(map(_is_prose, telling)):
        return True
    rows = [row for row in below if len(row) == len(columns)]
    return bool(rows) and len(columns) > 1 and (_has_score(columns, rows) or _tells(telling, rows))


def _has_score(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Return whether one cell is a number, as those below it are, beside sentences below."""
    numbers = [at for at, each in enumerate(columns) if _NUMBER.fullmatch(each)]
    if len(numbers) != 1 or _YEAR.fullmatch(columns[numbers[0]]):
        return False
    are_scores = all(_NUMBER.fullmatch(row[numbers[0]]) for row in rows)
    return are_scores and any(map(_is_prose, chain(*rows)))


def _tells(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Return whether a sentence without an end stands beside a word, as in the rows below."""
    prose = [_is_prose(each) for each in columns]
    are_alike = all([_is_prose(each) for each in row] == prose for row in rows)
    is_told = any(_IS.search(each) for each in columns if _is_prose(each))
    return are_alike and is_told and sum(prose) == 1


def _are_items(columns: Sequence[str]) -> bool:
    """Return whether several cells are numbered on from each other, as the heads of forms are."""
    numbers = [int(found[1]) for each in columns if (found := _ITEM.match(each))]
    return len(numbers) > 1 and numbers == [*range(numbers[0], numbers[0] + len(numbers))]


def _is_prose(cell: str) -> bool:
    return len(cell) >= _PROSE_LENGTH and len(cell.split()) >= _PROSE_WORDS


def _asks(cell: str) -> bool:
    return _ASKING.match(_ITEM.sub("", cell, count=1)) is not None


def _is_sentence(cell: str) -> bool:
    return _is_prose(cell) and _ENDED.search(cell) is not None and not _asks(cell)
