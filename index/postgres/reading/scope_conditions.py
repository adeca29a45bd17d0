"""The scope of a question as SQL; user text is only ever a bound value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from index.postgres.server.texts import bounded
from index.posts import CHATS, PART
from index.text.names import name_key

if TYPE_CHECKING:
    from index.postgres.server.database import Database
    from index.search_scope import Filters, Scope

_EVERYTHING: Final = "TRUE"

LONGEST_KEY: Final = 500
"""So many characters of a name are stored as they are compared."""


class Condition(NamedTuple):
    """A condition on the table `posts`, and the values for its placeholders."""

    sql: str
    values: tuple[Any, ...]


def condition(database: Database, scope: Scope) -> Condition:
    """Return the scope as SQL.

    Args:
        database: Knows the numbers of labels.
        scope: Which posts are meant.
    """
    found = [*_seen_by(database, scope.audience), *_filtered(scope.filters)]
    sql = " AND ".join(part for part, _ in found)
    return Condition(sql or _EVERYTHING, tuple(value for _, own in found for value in own))


def came_from(place: str) -> str:
    """Return the condition that a post came from a file or folder, as SQL that uses an index.

    Args:
        place: The SQL of its path, a parameter or a column.
    """
    # "0" is the sign after the stroke: the end of what lies in a folder.
    below = f"posts.origin >= {place} || '/' AND posts.origin < {place} || '0'"
    return f"(posts.origin = {place} OR {below})"


def bounded_key(name: str | None) -> str:
    """Return a name as it is compared and stored."""
    return bounded(name_key(name), LONGEST_KEY)


def _seen_by(
    database: Database, audience: frozenset[str] | None
) -> list[tuple[str, tuple[Any, ...]]]:
    if audience is None:
        return []
    return [("posts.label = ANY(%s::int4[])", (database.labels(audience),))]


def _filtered(filters: Filters) -> list[tuple[str, tuple[Any, ...]]]:
    found = _named(filters)
    if filters.since is not None:
        found.append(("posts.posted_at >= %s::date", (filters.since,)))
    if filters.until is not None:
        found.append(("posts.posted_at < %s::date + 1", (filters.until,)))
    if filters.kind is not None:
        absent = "IS NULL" if filters.kind == "post" else "IS NOT NULL"
        found.append((f"posts.parent_id {absent}", ()))
    return found


def _named(filters: Filters) -> list[tuple[str, tuple[Any, ...]]]:
    """Return the conditions on who wrote a post and where: by id where one was mentioned."""
    found: list[tuple[str, tuple[Any, ...]]] = []
    author = bounded_key(filters.author)
    if filters.author_id is not None:
        found.append((_BY_ACCOUNT, (filters.author_id, author)))
    elif filters.author is not None:
        found.append(("strpos(posts.author_key, %s) > 0", (author,)))
    if filters.channel is not None:
        platform, _, place = filters.channel.partition(":")
        # "0" is the sign after the stroke: the end of what stands in a channel.
        within = (f"{filters.channel}/", f"{filters.channel}0")
        label = f"{platform}:{place.rpartition('/')[2]}"
        found.append((_IN_CHANNEL, (*within, *within, label, bounded_key(filters.source))))
    elif filters.source is not None:
        found.append(("posts.source_key = %s", (bounded_key(filters.source),)))
    return found


_BY_ACCOUNT: Final = (
    "posts.number IN (SELECT number FROM posts WHERE author_id = %s"
    f" AND strpos(id, '{PART}') = 0"
    " UNION ALL SELECT number FROM posts WHERE author_key = %s AND author_id IS NULL)"
)
"""An account wrote a post, and did not only pass it on; or no account is known, but the name is."""

_OF_NO_CHAT: Final = " AND ".join(f"NOT starts_with(id, '{chat}')" for chat in CHATS)

_IN_CHANNEL: Final = (
    "posts.number IN (SELECT number FROM posts WHERE id >= %s AND id < %s"
    " UNION ALL SELECT number FROM posts WHERE parent_id >= %s AND parent_id < %s"
    " UNION ALL SELECT number FROM posts"
    " WHERE label = (SELECT labels.number FROM labels WHERE labels.label = %s)"
    " UNION ALL SELECT number FROM posts WHERE source_key = %s"
    f" AND {_OF_NO_CHAT})"
)
"""A post stands in a channel, in a thread that began there, or is for its readers; or it stands
in no chat, and its source is called like the channel."""
