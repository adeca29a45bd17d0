"""Recognises a folder that was imported under another name before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from index.posts import EVERYONE, Post

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.ports import FoundSources
    from index.documents import Known
    from index.engine import Engine

_FILES: Final = 20
_POSTS: Final = 100
"""So many files and posts of a folder are compared with what is stored."""


@dataclass(frozen=True, slots=True)
class FormerFolder:
    """What a folder was when it was imported before.

    Attributes:
        source: What its posts call their source.
        place: Where it lay.
        audience: Who may see its posts, where that is one label for all that were compared.
    """

    source: str
    place: str
    audience: str


def former_folder(
    store: Engine, found: FoundSources, sources: Sequence[str], is_there: Callable[[str], bool]
) -> FormerFolder | None:
    """Return what a folder was before; None where nothing tells that it was imported before.

    It is the same folder if at least half of its first posts are stored under the same names,
    from here or from a folder that is no longer there. What was forgotten is not counted.

    Args:
        store: The stored posts.
        found: What the folder holds.
        sources: The names of the stored sources.
        is_there: Returns whether a path leads somewhere.
    """
    if len(found.within) != 1:
        return None
    place = found.within[0]
    posts = list(islice(_own_posts(found, place), _POSTS))
    if store.known([post.id for post, _ in posts]):
        return None  # it is stored under its own name
    for name in sources if posts else ():
        called = {_called(post, name).id: (_called(post, name), path) for post, path in posts}
        forgotten = store.suppressed_among(called)
        known = store.known(called)
        same = [
            (known[id_], path)
            for id_, (post, path) in called.items()
            if id_ in known and _is_same(post, known[id_])
        ]
        places = {stored.origin.removesuffix(path) for stored, path in same}
        is_alike = len(same) * 2 >= len(posts) - len(forgotten) and len(places) == 1
        if is_alike and (places == {place} or not is_there(min(places))):
            labels = {stored.audience for stored, _ in same}
            return FormerFolder(name, min(places), min(labels) if len(labels) == 1 else EVERYONE)
    return None


def _own_posts(found: FoundSources, place: str) -> Iterator[tuple[Post, str]]:
    """Yield posts whose ids begin with the folder's name, each with its file's path below it."""
    for source in found.sources[:_FILES]:
        if not source.origin.startswith(f"{place}/"):
            continue
        for each in islice(source.posts(), _POSTS):
            if isinstance(each, Post) and each.id.startswith(f"{each.source}:"):
                yield each, source.origin.removeprefix(place)


def _called(post: Post, source: str) -> Post:
    """Return a post as it would be in another source."""
    begins, becomes = f"{post.source}:", f"{source}:"
    parent = post.parent_id
    return replace(
        post,
        id=becomes + post.id.removeprefix(begins),
        source=source,
        parent_id=parent and becomes + parent.removeprefix(begins),
    )


def _is_same(post: Post, known: Known) -> bool:
    stored = replace(post, audience=known.audience, url=post.url or known.url)
    return stored.fingerprint == known.fingerprint
