"""Tells which columns of a table are Pullquote's own, and which are only called so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.rows import COLUMNS
from adapters.sources.tables.columns.cells import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.sources.tables.columns.cells import Row

_AGE_OF_PEOPLE: Final = re.compile(r"\s*(?:[<>]\s?)?\d{1,3}(?:[.,]\d+)?\s?(?:[-–+]\s?\d{0,3})?\s*")
"""As "33", "25-34", "65+"; how old a post was has a word with it: "2 mois", "3w"."""
_LABEL: Final = re.compile(r"everyone|[\w.-]+:\S+")


def own_columns(heads: Sequence[str], sample: Sequence[Row]) -> tuple[dict[str, str], set[str]]:
    """Return the columns that are Pullquote's own, by their names, and those only called so.

    Others' tables have a "Source", an "Age" and an "Audience" of another kind.
    """
    own: dict[str, str] = {}
    ignored: set[str] = set()
    is_ours = any(head.lower() == "text" for head in heads)
    for head in heads:
        name = head.lower()
        if name not in COLUMNS or name in own:
            continue
        if _is_own(head, sample, is_ours=is_ours):
            own[name] = head
        elif name in _AMBIGUOUS:
            ignored.add(head)
    return own, ignored


_AMBIGUOUS: Final = frozenset({"age", "audience", "source", "scope", "author_id"})


def _is_own(head: str, sample: Sequence[Row], *, is_ours: bool) -> bool:
    name = head.lower()
    if is_ours and name != "age":
        return name not in {"source", "scope", "author_id"} or head == name
    if name == "audience":
        # Nothing is opened that was meant for a few: what is written as ours stays ours.
        cells = Column(head, sample).cells
        return head == name or any(_LABEL.fullmatch(each) for each in cells)
    if name == "age":
        cells = Column(head, sample).cells
        return is_ours and not any(_AGE_OF_PEOPLE.fullmatch(each) for each in cells)
    if name in {"source", "scope", "author_id"}:
        return False
    # Of several links "html_url" is surer, and an author may be a number: that is looked at later.
    return name not in {"url", "author"} and (name != "id" or Column(head, sample).fits("id"))
