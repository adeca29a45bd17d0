"""Removes posts, down to the bytes on the disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.documents import name_mark
from index.error_sentences import Told, reason_of
from index.errors import IndexLocked, IndexMismatch, RemovalOwed
from index.ingest.addresses import forget_addresses
from index.ingest.joint_authors import written_together
from index.ingest.marks import take_back_all_by

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from index.engine import Engine
    from index.ingest.indexer import Indexer


@dataclass(frozen=True, slots=True)
class ErasureSelection:
    """What is asked to be removed.

    Attributes:
        ids: The posts.
        titles: The threads whose title goes, too.
        names: Names of which nothing without an account is to be stored again.
        candidates: Where several people bear the name, their accounts, with how many posts: then
            nobody is meant yet.
        together: The lists of authors that name the person beside others, with how many posts:
            these stay, for they are the others' as well.
    """

    ids: Sequence[str] = ()
    titles: Sequence[str] = ()
    names: Sequence[str] = ()
    candidates: Mapping[str, int] = field(default_factory=dict)
    together: Mapping[str, int] = field(default_factory=dict)

    @property
    def never_again(self) -> list[str]:
        """What is not stored again where it is not to come back: posts, titles, and names."""
        return [*self.ids, *self.titles, *map(name_mark, self.names)]


def select_posts_of_person(
    engine: Engine, person: str, audience: frozenset[str] | None = None
) -> ErasureSelection:
    """Return what somebody wrote and titled.

    Args:
        engine: The posts.
        person: Their account, or their name where it is no account's.
        audience: The labels of the posts that may be meant; None for all.
    """
    ids, accounts = engine.posts_by(author_id=person, audience=audience), {person: 0}
    names: tuple[str, ...] = ()
    together: Mapping[str, int] = {}
    if not ids:
        accounts = engine.accounts_called(person, audience) or accounts
        if len(accounts) > 1:
            return ErasureSelection(candidates=accounts)
        ids = engine.posts_by(author=person, audience=audience)
        # A name is the whole installation's: who looks after a part of it may not close it.
        names = (person,) if ids and audience is None else ()
        together = written_together(engine, person, audience)
    titles = engine.titled_by(accounts, audience)
    return ErasureSelection(ids, titles, names, together=together)


def erase(store: Engine, indexer: Indexer, ids: Sequence[str], cache_file: Path) -> None:
    """Remove these posts, titles and marks of suppressed accounts, and every trace of them.

    Raises:
        RemovalOwed: The posts are removed, but `finish` is still owed.
    """
    store.owe_erasure()
    indexer.remove(store.with_parts(ids))
    indexer.untitle()
    with store.writing():
        take_back_all_by(store, store.every_suppressed())
    forget_addresses(store)
    finish_erasure(store, cache_file)


def finish_erasure(store: Engine, cache_file: Path) -> bool:
    """Take what was forgotten out of the files; return whether there was anything to do.

    Raises:
        RemovalOwed: Another process still reads the old state, or there is no room to rewrite the
            files; the next call does the rest.
    """
    if not store.owes_erasure:
        return False
    try:
        store.leave_no_trace(cache_file)
    except IndexLocked as error:
        raise RemovalOwed(
            Told(
                "the posts are removed, but another process still uses {place}: give the same"
                " command again later, to take them out of the files too",
                place=store.place,
            )
        ) from error
    except IndexMismatch as error:
        raise RemovalOwed(
            Told(
                "the posts are removed, but {place} cannot be rewritten without them at the moment"
                " ({reason}): make room for one more copy there, and give the same command again",
                place=store.place,
                reason=reason_of(error.__cause__ or error),
            )
        ) from error
    return True
