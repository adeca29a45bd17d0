"""Which posts a search may look at, as a value: the audience, and the asker's filters.

The adapters tell the audience, in their `access/`; `narrowed_search.py` in
`bot/questions/quoting/` adds the filters; `reading/scope_conditions.py` and `vectors/` of each
engine keep to it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from datetime import date

    from index.posts import Kind

Named = Literal["author", "source"]

MOST_NAMES: Final = 25
"""How many names that a filter may hold are offered."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What the asker narrowed the question to; None leaves it open.

    Attributes:
        author: Words of the author's name; case and accents do not count.
        source: The whole name of a source; case and accents do not count.
        since: The first day, in UTC.
        until: The last day, in UTC.
        kind: Posts only, or comments only.
        is_read: What the question's own words say of whose and when narrows it, too.
        author_id: The account that was mentioned; the name then only counts for posts of which
            no account is known.
        channel: The channel that was mentioned, as its posts' ids begin (`slack:T1/C1`); the
            source's name then only counts for posts that stand in no chat.
    """

    author: str | None = None
    source: str | None = None
    since: date | None = None
    until: date | None = None
    kind: Kind | None = None
    is_read: bool = True
    author_id: str | None = None
    channel: str | None = None

    def __bool__(self) -> bool:
        """Return whether anything is filtered at all."""
        return replace(self, is_read=True) != _NO_FILTERS


_NO_FILTERS: Final = Filters()


@dataclass(frozen=True, slots=True)
class Scope:
    """What one question may find.

    Attributes:
        audience: The labels that every reader of the reply may see; None is everything, for
            whoever can read the database itself.
        filters: What the asker asked for on top.
    """

    audience: frozenset[str] | None = None
    filters: Filters = _NO_FILTERS
