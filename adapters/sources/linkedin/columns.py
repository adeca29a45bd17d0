"""Tells what the columns of a LinkedIn table hold: by their names, or else by their content."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from adapters.sources.linkedin.dates import archive_date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Kind = Literal["share", "comment"]

_DATES: Final = frozenset({"date", "dateheure", "datedecreation", "datedepublication"})
_LINKS: Final = frozenset(
    {"link", "sharelink", "lien", "liendepartage", "liendupartage", "liendelapublication"}
)
_SHARES: Final = frozenset(
    {
        "sharecommentary", "commentairedepartage", "commentairedupartage", "textedupartage",
        "textedelapublication",
    }
)  # fmt: skip
_COMMENTS: Final = frozenset({"message", "commentaire", "comment", "textducommentaire"})
_VISIBILITY: Final = frozenset({"visibility", "visibilite"})
# Tables of clicks: they have a date and a link as well, but nobody wrote their texts.
_CLICKS: Final = frozenset({"type", "optiontext", "typedereaction"})
_FRENCH: Final = re.compile(r"lien|commentaire|visibilit|partage")
POST_LINK: Final = re.compile(
    r"linkedin\.com/(?:feed/update|posts|pulse|groups)/|urn(?::|%3A)li", re.IGNORECASE
)
"""What a link to a post looks like."""
_VISIBLE_TO: Final = re.compile(r"(?:[A-Z]+_)*[A-Z]+")
_LOOKED_AT: Final = 50
_SENTENCE: Final = 20


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table keeps what a post needs.

    Attributes:
        kind: Whether its rows are posts or comments on posts.
        text: The column of the text.
        date: The column of the date, or None.
        link: The column of the link, or None.
        visibility: The column that says who may see it, or None.
        width: How many columns there are.
        is_french: Whether its names are French.
    """

    kind: Kind
    text: int
    date: int | None
    link: int | None
    visibility: int | None
    width: int
    is_french: bool

    @property
    def read(self) -> frozenset[int]:
        """The columns of which posts are made."""
        places = (self.text, self.date, self.link, self.visibility)
        return frozenset(place for place in places if place is not None)


def columns_of(name: str, rows: Sequence[Sequence[str]]) -> Columns | None:
    """Return what a table's columns hold, or None where it is no table of posts or comments.

    Args:
        name: The file's name.
        rows: Its first rows, the header included.
    """
    names = [_plain(each) for each in rows[0]] if rows else []
    if by_name := _by_name(names):
        return by_name
    if not rows or _CLICKS.intersection(names):
        return None
    return _by_content(name, names, rows[1 : _LOOKED_AT + 1])


@lru_cache(maxsize=1024)
def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.lower())
    return "".join(each for each in letters if each.isalnum())


def _by_name(names: Sequence[str]) -> Columns | None:
    share, comment = _place(names, _SHARES), _place(names, _COMMENTS)
    date, link = _place(names, _DATES), _place(names, _LINKS)
    text = share if share is not None else comment
    if text is None or link is None:
        return None
    kind: Kind = "share" if share is not None else "comment"
    visibility = _place(names, _VISIBILITY)
    return Columns(kind, text, date, link, visibility, len(names), _is_french(names))


def _place(names: Sequence[str], known: frozenset[str]) -> int | None:
    return next((place for place, name in enumerate(names) if name in known), None)


def _is_french(names: Sequence[str]) -> bool:
    return any(_FRENCH.search(name) for name in names)


def _by_content(name: str, names: Sequence[str], rows: Sequence[Sequence[str]]) -> Columns | None:
    cells = [[row[place] for row in rows if len(row) > place] for place in range(len(names))]
    link = _mostly(cells, lambda cell: POST_LINK.search(cell) is not None)
    date = _mostly(cells, lambda cell: archive_date(cell, day_first=True) is not None)
    rest = [place for place in range(len(names)) if place not in {link, date}]
    words = [place for place in rest if " " in "".join(cells[place]).strip()]
    if link is None or date is None or not words:
        return None
    text = max(words, key=lambda place: sum(map(len, cells[place])))
    filled = [cell for cell in cells[text] if cell.strip()]
    if sum(map(len, filled)) < _SENTENCE * len(filled):
        return None
    visibility = _mostly(cells, lambda cell: _VISIBLE_TO.fullmatch(cell) is not None)
    is_comment = re.search(r"comment|coment|kommentar", name, re.IGNORECASE) or len(names) <= 3  # noqa: PLR2004
    kind: Kind = "comment" if is_comment else "share"
    return Columns(kind, text, date, link, visibility, len(names), _is_french(names))


def _mostly(cells: Sequence[Sequence[str]], holds: Callable[[str], bool]) -> int | None:
    """Return the first column of which most cells are of a kind; empty ones do not count."""
    for place, column in enumerate(cells):
        filled = [cell for cell in column if cell.strip()]
        if filled and sum(map(holds, filled)) * 2 > len(filled):
            return place
    return None
