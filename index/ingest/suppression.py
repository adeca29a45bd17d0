"""What is not stored, whatever brings it: who was forgotten, what was taken back, an older state.

Each call costs a query by primary keys for a batch, however much is refused in all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.documents import name_mark, place_of, untitled
from index.posts import FOLLOWED, whole_of

if TYPE_CHECKING:
    from index.documents import Batch
    from index.engine import Engine
    from index.posts import Post


def not_suppressed(store: Engine, batch: Batch) -> dict[str, tuple[Post, str]]:
    """Return those posts of a batch that may be stored, without titles that may not."""
    accounts = {name for post, _ in batch.values() for name in (post.author_id, post.titled_by)}
    marks = {id_: _mark(post) for id_, (post, _) in batch.items()}
    places = {place_of(id_) for id_ in batch}
    wholes = set(map(whole_of, batch))
    barred = store.suppressed_among(accounts.union(batch, wholes, places, marks.values()))
    untitled_places = barred | store.suppressed_places(places)
    archived = [id_ for id_, (_, origin) in batch.items() if origin != FOLLOWED]
    refused = barred | store.deleted_at_source({*archived, *map(whole_of, archived)})
    return {
        id_: (untitled(post, untitled_places), origin)
        for id_, (post, origin) in batch.items()
        if refused.isdisjoint({id_, whole_of(id_)}) and not barred & {post.author_id, marks[id_]}
    }


def not_outdated(store: Engine, batch: Batch) -> dict[str, tuple[Post, str]]:
    """Return those posts of a batch that do not come from a file while a channel tells of them."""
    known = store.known(batch)
    return {
        id_: (post, origin)
        for id_, (post, origin) in batch.items()
        if origin == FOLLOWED or id_ not in known or known[id_].origin != FOLLOWED
    }


def _mark(post: Post) -> str | None:
    # Where an account is known, that says who it was: others may bear the name.
    return name_mark(post.author) if post.author and post.author_id is None else None
