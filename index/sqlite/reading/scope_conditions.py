"""The scope of a question as SQL; user text is only ever a bound value."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from index.posts import CHATS, PART
from index.text.names import name_key

if TYPE_CHECKING:
    from index.search_scope import Filters, Scope

_EVERYTHING: Final = "TRUE"


class Condition(NamedTuple):
    """A condition on the table `posts`, and the values for its question marks."""

    sql: str
    values: tuple[str, ...]

    @property
    def of_passages(self) -> str:
        """Joins the posts of passages to a statement that ends with these, where it asks for any.

        No passage is without a post, so that every one meets what every post does.
        """
        if self.sql == _EVERYTHING:
            return ""
        return f" CROSS JOIN posts ON posts.number = passages.post WHERE {self.sql}"


EVERYTHING: Final = Condition(_EVERYTHING, ())
"""What every post meets."""


def condition(scope: Scope, *, leads: bool = False) -> Condition:
    """Return the scope as SQL; user text is only ever a bound value.

    Args:
        scope: Which posts are meant.
        leads: Lets SQLite go through the posts of the audience, mostly nearly all, to find the
            others' conditions met. Otherwise what else is asked for leads to the posts.
    """
    parts: list[str] = []
    values: list[str] = []
    for sql, value in _conditions(scope, "" if leads else "+"):
        parts.append(sql)
        values += value
    return Condition(" AND ".join(parts) or _EVERYTHING, tuple(values))


def came_from(place: str) -> str:
    """Return the condition that a post came from a file or folder, as SQL that uses an index.

    Args:
        place: The SQL of its path, a parameter or a column.
    """
    # "0" is the sign after the stroke: the end of what lies in a folder.
    below = f"posts.origin >= {place} || '/' AND posts.origin < {place} || '0'"
    return f"(posts.origin = {place} OR {below})"


def audience_key(label: str) -> str:
    """Return a label as one word of the full-text index, which folds the case of words."""
    return label.encode().hex()


def _conditions(scope: Scope, sign: str) -> list[tuple[str, tuple[str, ...]]]:
    filters = scope.filters
    found: list[tuple[str, tuple[str, ...]]] = []
    if scope.audience is not None:
        labels = json.dumps(sorted(scope.audience))
        # To SQLite, a column with a plus has no index.
        found.append((f"{sign}posts.audience IN (SELECT value FROM json_each(?))", (labels,)))
    found += _named(filters)
    if filters.since is not None:
        found.append(("posts.posted_at >= ?", (filters.since.isoformat(),)))
    if filters.until is not None:
        # "T~" sorts after every time of that day.
        found.append(("posts.posted_at <= ?", (f"{filters.until.isoformat()}T~",)))
    if filters.kind is not None:
        absent = "IS NULL" if filters.kind == "post" else "IS NOT NULL"
        found.append((f"posts.parent_id {absent}", ()))
    return found


def _named(filters: Filters) -> list[tuple[str, tuple[str, ...]]]:
    """Return the conditions on who wrote a post and where: by id where one was mentioned."""
    found: list[tuple[str, tuple[str, ...]]] = []
    if filters.author_id is not None:
        found.append((_BY_ACCOUNT, (filters.author_id, name_key(filters.author))))
    elif filters.author is not None:
        found.append(("instr(posts.author_key, ?)", (name_key(filters.author),)))
    if filters.channel is not None:
        platform, _, place = filters.channel.partition(":")
        # "0" is the sign after the stroke: the end of what stands in a channel.
        within = (f"{filters.channel}/", f"{filters.channel}0")
        label = f"{platform}:{place.rpartition('/')[2]}"
        named = name_key(filters.source)
        found.append((_IN_CHANNEL, (*within, *within, label, named)))
    elif filters.source is not None:
        found.append(("posts.source_key = ?", (name_key(filters.source),)))
    return found


_BY_ACCOUNT: Final = (
    "posts.number IN (SELECT number FROM posts WHERE author_id = ?"
    f" AND instr(id, '{PART}') = 0"
    " UNION ALL SELECT number FROM posts WHERE author_key = ? AND author_id IS NULL)"
)
"""An account wrote a post, and did not only pass it on; or no account is known, but the name is."""

_OF_NO_CHAT: Final = " AND ".join(f"id NOT GLOB '{chat}*'" for chat in CHATS)

_IN_CHANNEL: Final = (
    "posts.number IN (SELECT number FROM posts WHERE id >= ? AND id < ?"
    " UNION ALL SELECT number FROM posts WHERE parent_id >= ? AND parent_id < ?"
    " UNION ALL SELECT number FROM posts WHERE audience = ?"
    " UNION ALL SELECT number FROM posts WHERE source_key = ?"
    f" AND {_OF_NO_CHAT})"
)
"""A post stands in a channel, in a thread that began there, or is for its readers; or it stands
in no chat, and its source is called like the channel."""


@lru_cache(maxsize=64)
def audience_keys(audience: frozenset[str] | None) -> frozenset[str] | None:
    """Return the keys of an audience's labels; None, which is everybody's, for None."""
    return None if audience is None else frozenset(map(audience_key, audience))
