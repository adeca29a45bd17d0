"""Calls accounts and channels as their newest messages do, whatever files bring them in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from index.posts import FOLLOWED, is_of_a_chat, whole_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from index.documents import Batch, NameSince
    from index.engine import Engine
    from index.posts import Post

_FIRST: Final = datetime.min.replace(tzinfo=UTC)
_PLACES: Final = 3
"""The parts of a message's id: its workspace or server, its channel, its own name."""


@dataclass(frozen=True, slots=True)
class _Named:
    """An account, or a channel, within what its messages' ids begin with.

    Attributes:
        beginning: How the ids begin.
        account: The account; "" for a channel.
        label: The readers of the channel, by which its threads are known; "" where they have
            others.
    """

    beginning: str
    account: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    since: datetime
    is_followed: bool = False


class CurrentNames:
    """What accounts and channels are called by now.

    The account decides, and a channel's id: of several names that of the newest message holds. Of
    an account or a channel that is followed, what was heard of it holds.

    Args:
        store: The posts as they are.
        may_change: Says of an audience whether its posts have a say, and may get another name.
    """

    def __init__(self, store: Engine, may_change: Callable[[str], bool]) -> None:
        self._store = store
        self._may_change = may_change
        self._names: dict[_Named, _Name] = {}
        self._outdated: set[_Named] = set()

    def renamed(self, batch: Batch) -> dict[str, tuple[Post, str]]:
        """Return posts of files under the names that hold by now."""
        of_files = [post for post, origin in batch.values() if origin != FOLLOWED]
        named = {key for post in of_files for key, _ in _names_in(post)}
        self._learn(named - self._names.keys())
        for post in of_files:
            for key, name in _names_in(post):
                self._hear(key, name, post.posted_at)
        return {
            id_: (post if origin == FOLLOWED else self._under_name(post), origin)
            for id_, (post, origin) in batch.items()
        }

    def outdated(self) -> Iterator[tuple[list[str], Callable[[Post], Post]]]:
        """Yield the ids of stored posts under names of before, with what names each by now."""
        for key in self._outdated:
            if key.account:
                ids = self._store.posts_by(author_id=key.account)
            elif key.label:
                ids = self._store.ids_outside(frozenset({key.label}), key.beginning, ())
            else:
                ids = self._store.ids_under(key.beginning)
            yield [each for each in ids if each.startswith(key.beginning)], self._under_name

    def is_outdated(self, post: Post, origin: str) -> bool:
        """Return whether a stored post is to get another name."""
        is_ours = origin != FOLLOWED and self._may_change(post.audience)
        return is_ours and self._under_name(post) != post

    def _learn(self, keys: set[_Named]) -> None:
        accounts: dict[str, list[str]] = defaultdict(list)
        for key in keys:
            if key.account:
                accounts[key.beginning].append(key.account)
            else:
                for each in self._store.source_names(key.beginning, key.label or None):
                    if _is_channel(each.name):
                        self._take(key, each)
        for beginning, names in accounts.items():
            for each in self._store.author_names(names, beginning):
                self._take(_Named(beginning, each.account), each)

    def _take(self, key: _Named, stored: NameSince) -> None:
        if not self._may_change(stored.audience):
            return
        name = _Name(stored.name, stored.newest or _FIRST, stored.is_followed)
        known = self._names.setdefault(key, name)
        if known.text != name.text:
            self._outdated.add(key)
        if (name.is_followed, name.since) > (known.is_followed, known.since):
            self._names[key] = name

    def _hear(self, key: _Named, text: str, moment: datetime | None) -> None:
        name = _Name(text, moment or _FIRST)
        known = self._names.setdefault(key, name)
        is_newer = moment is not None and moment >= known.since and not known.is_followed
        if is_newer:
            self._names[key] = name
            if known.text != text:
                self._outdated.add(key)

    def _under_name(self, post: Post) -> Post:
        author, source = self._names.get(_author(post)), self._names.get(_channel(post))
        if author is not None and post.author and author.text != post.author:
            post = replace(post, author=author.text)
        if source is not None and _is_channel(post.source) and source.text != post.source:
            post = replace(post, source=source.text)
        return post


def _names_in(post: Post) -> Iterator[tuple[_Named, str]]:
    """Yield what a post calls its author and its channel."""
    author, channel = _author(post), _channel(post)
    if author.account and post.author:
        yield author, post.author
    if channel.beginning and _is_channel(post.source):
        yield channel, post.source


def _is_channel(source: str) -> bool:
    return source.startswith("#")


def _author(post: Post) -> _Named:
    """Return the account of a post, within its server or workspace; none for what is passed on."""
    scope, _, name = post.id.partition(":")
    if not post.author_id or whole_of(post.id) != post.id:
        return _Named("")
    place = f"{name.partition('/')[0]}/" if is_of_a_chat(post.id) else ""
    return _Named(f"{scope}:{place}", post.author_id)


def _channel(post: Post) -> _Named:
    """Return the channel of a message: that whose readers a public thread has, where it is told."""
    scope, _, name = post.id.partition(":")
    parts = name.split("/")
    if not is_of_a_chat(post.id) or len(parts) != _PLACES:
        return _Named("")
    label = post.audience if post.audience.startswith(f"{scope}:") else ""
    if label and label != f"{scope}:{parts[0]}":
        return _Named(f"{scope}:{parts[0]}/", label=label)
    return _Named(f"{scope}:{parts[0]}/{parts[1]}/")
