"""What is not stored, whatever brings it: who was forgotten, what was taken back, an older state.

Each call costs a query by primary keys for a batch, however much is refused in all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.documents import name_mark, place_of, untitled, words_mark
from index.posts import FOLLOWED, whole_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from index.documents import Batch
    from index.engine import Engine
    from index.posts import Post

_BATCH: Final = 500
"""So many posts are looked up at once."""


def not_suppressed(store: Engine, batch: Batch) -> dict[str, tuple[Post, str]]:
    """Return those posts of a batch that may be stored, without titles that may not."""
    accounts = {name for post, _ in batch.values() for name in (post.author_id, post.titled_by)}
    marks = {id_: _mark(post) for id_, (post, _) in batch.items()}
    places = {place_of(id_) for id_ in batch}
    wholes = set(map(whole_of, batch))
    copies = _copies(batch)
    names = accounts.union(batch, wholes, places, marks.values(), copies.values())
    barred = store.suppressed_among(names)
    of_copies = [id_ for id_, mark in copies.items() if mark in barred]
    # What is stored under its own name says the same by itself: it is no copy.
    copied = set(of_copies).difference(store.known(of_copies)) if of_copies else set()
    untitled_places = barred | store.suppressed_places(places)
    archived = [id_ for id_, (_, origin) in batch.items() if origin != FOLLOWED]
    refused = barred | store.deleted_at_source({*archived, *map(whole_of, archived)})
    return {
        id_: (untitled(post, untitled_places), origin)
        for id_, (post, origin) in batch.items()
        if refused.isdisjoint({id_, whole_of(id_)})
        and not barred & {post.author_id, marks[id_]}
        and id_ not in copied
    }


def marks_of_words(store: Engine, ids: Collection[str]) -> list[str]:
    """Return what stands for the words of these posts, by which copies in other files are known."""
    every = store.with_parts(ids)
    batches = (every[start : start + _BATCH] for start in range(0, len(every), _BATCH))
    return [words_mark(post) for batch in batches for post in store.posts(batch).values()]


def not_outdated(store: Engine, batch: Batch) -> dict[str, tuple[Post, str]]:
    """Return those posts of a batch that do not come from a file while a channel tells of them."""
    known = store.known(batch)
    return {
        id_: (post, origin)
        for id_, (post, origin) in batch.items()
        if origin == FOLLOWED or id_ not in known or known[id_].origin != FOLLOWED
    }


def _copies(batch: Batch) -> dict[str, str]:
    # What a channel tells of is said there again, whoever said the same in a file before.
    return {id_: words_mark(post) for id_, (post, origin) in batch.items() if origin != FOLLOWED}


def _mark(post: Post) -> str | None:
    # Where an account is known, that says who it was: others may bear the name.
    return name_mark(post.author) if post.author and post.author_id is None else None
