"""Brings posts in: what is new or changed is stored, what is gone from its file is dropped."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from index.counts import TOLD, Counts
from index.errors import PostFormatError
from index.examples import Examples
from index.lines import lines_after
from index.models import activate, add_model
from index.posts import EVERYONE
from index.preparing import rewrite

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from index.encoder import OpenEncoder
    from index.models import Model
    from index.ports import PostSource
    from index.posts import Post
    from index.store import Known, Store

BATCH: Final = 500
"""Posts a transaction: what a kill in mid-import can cost, to be done again."""

_STREAM: Final = "standard input"


class Builder:
    """Writes posts into one database; belongs to the thread of its store.

    A post that did not change costs one lookup of its hash. A new one costs its splitting,
    its share of one batch encoding, and the rows that `Store` tells of.
    """

    def __init__(self, store: Store, open_encoder: OpenEncoder, model_name: str) -> None:
        self._store = store
        self._open_encoder = open_encoder
        self._model_name = model_name

    def bring_in(
        self,
        sources: Sequence[PostSource],
        *,
        within: Sequence[str] = (),
        partial: Collection[str] = (),
        dry_run: bool = False,
        opens: bool = False,
        audience: str = EVERYONE,
        shows: Callable[[str], bool] = lambda _: True,
        refuse: Callable[[PostFormatError], None] = lambda _: None,
        progress: Callable[[int, Counts], None] = lambda *_: None,
    ) -> Counts:
        """Stores the posts of all sources, and drops what their files no longer hold.

        A kill at any moment leaves whole posts only, and the next call does the rest. Nothing
        of a file that could not be read to its end without a refusal is dropped.

        Args:
            sources: Where the posts come from.
            within: The files and folders named: what came from there and is not met is dropped.
            partial: Those of them that could not be read in all their parts: nothing is.
            dry_run: Counts only, and names a few that would change or go; nothing is written.
            opens: Lets a post without an audience be for everyone. Otherwise it keeps the one
                it had, and a new one gets that of its file or folder, if it has a single one.
            audience: Who may see those that would then be for everyone.
            shows: Says of an audience whether its posts may be named.
            refuse: Called with every refusal as it occurs.
            progress: Called after each batch with the sources' position and the counts.
        """
        run = _Run(self._store, refuse, within, opens=opens, audience=audience)
        named = Examples(self._store, shows)
        take, drop = (named.change, named.remove) if dry_run else (self._save, self.remove)
        for batch, position in run.batches(sources):
            take(*run.compared(batch))
            progress(position, run.counts())
        if gone := run.gone([place for place in within if place not in partial]):
            drop(gone)
        return replace(run.counts(), examples=named.lines)

    def remove(self, ids: Sequence[str]) -> None:
        """Removes these posts, and their words from what finds others."""
        rewrite(
            self._store,
            self._open_encoder,
            self._model,
            lambda: self._found_through(ids),
            without=ids,
        )

    def _save(self, posts: dict[str, tuple[Post, str]], moved: dict[str, str]) -> None:
        if posts:
            rewrite(
                self._store,
                self._open_encoder,
                self._model,
                lambda: self._found_through(posts) | self._wanted(posts),
            )
        if moved:
            with self._store.writing():
                self._store.move(moved)

    def _wanted(self, posts: dict[str, tuple[Post, str]]) -> dict[str, tuple[Post, str]]:
        # Asked anew under the lock: somebody may ask to be forgotten in the middle of an import.
        unwanted = _unwanted(self._store)
        return {id_: each for id_, each in posts.items() if not _names(each[0]) & unwanted}

    def _found_through(self, ids: Collection[str]) -> dict[str, tuple[Post, str]]:
        """Returns the comments on these posts and the lines after them, which change with them."""
        comments = {post.id: (post, origin) for post, origin in self._store.comments_on(ids)}
        found = lines_after(self._store, ids) | comments
        return {id_: found[id_] for id_ in found.keys() - set(ids)}

    def _model(self) -> Model:
        """Returns the active model; an empty database gets the one of the settings."""
        if model := self._store.active_model():
            return model
        dimension = self._open_encoder(self._model_name).dimension
        with self._store.writing():
            # Asked again under the lock: another process may just have done it.
            if model := self._store.active_model():
                return model
            model = add_model(self._store.connection, self._model_name, dimension)
            activate(self._store.connection, model)
        return model


class _Run:
    """Keeps what one import has met, in a temporary table: it may be millions of posts."""

    def __init__(
        self,
        store: Store,
        refuse: Callable[[PostFormatError], None],
        within: Sequence[str],
        *,
        opens: bool,
        audience: str,
    ) -> None:
        self._store = store
        self._opens = opens
        self._audience = audience
        self._audiences = {place: self._audience_of(place) for place in within}
        self._refuse = refuse
        self._torn: set[str] = set()
        self._problems: list[str] = []
        self._unwanted = _unwanted(store)
        self.tally: Counter[str] = Counter()
        store.connection.execute("DROP TABLE IF EXISTS temp.met")
        store.connection.execute(
            "CREATE TEMP TABLE met (id TEXT PRIMARY KEY, fingerprint TEXT, origin TEXT)"
            " WITHOUT ROWID"
        )

    def counts(self) -> Counts:
        return Counts(**self.tally, problems=tuple(self._problems), examples=())

    def batches(
        self, sources: Iterable[PostSource]
    ) -> Iterator[tuple[dict[str, tuple[Post, str]], int]]:
        """Yields posts by id with their origin, and how far the sources were read."""
        before = 0
        batch: dict[str, tuple[Post, str]] = {}
        for source in sources:
            posts = source.posts()
            while chunk := list(islice(posts, BATCH)):
                for each in chunk:
                    self._meet(each, source.origin, batch)
                if len(batch) >= BATCH:
                    yield batch, before + source.position
                    batch = {}
            before += source.size
        if batch:
            yield batch, before

    def compared(
        self, batch: dict[str, tuple[Post, str]]
    ) -> tuple[dict[str, tuple[Post, str]], dict[str, str]]:
        """Counts the batch.

        Returns:
            What is new or changed in it, and by id the file where an unchanged post now stands,
            if that is another than before.
        """
        known = self._store.known(batch)
        changed, moved = {}, {}
        for id_, (read, origin) in batch.items():
            stored = known.get(id_)
            post = self._as_narrow(read, origin, stored)
            if stored is not None and stored.fingerprint == post.fingerprint:
                self.tally["unchanged"] += 1
                if origin and stored.origin != origin:
                    moved[id_] = origin
                continue
            self.tally["new" if stored is None else "changed"] += 1
            changed[id_] = (post, origin or (stored.origin if stored else ""))
        self._store.connection.executemany(
            "INSERT OR IGNORE INTO temp.met VALUES (?, ?, ?)",
            [(id_, post.fingerprint, origin) for id_, (post, origin) in batch.items()],
        )
        return changed, moved

    def _as_narrow(self, post: Post, origin: str, stored: Known | None) -> Post:
        """Returns the post with the audience it or its file had, lest it be opened unasked.

        A link that is known is kept, too: not every archive tells it. So is the end of a text.
        """
        if stored is not None and post.is_part:
            text = self._store.posts([post.id])[post.id].text
            post = replace(post, text=text) if text.startswith(f"{post.text}\n\n") else post
        if stored is not None and post.url is None and stored.url is not None:
            post = replace(post, url=stored.url)
        if post.audience != EVERYONE or self._opens:
            return post
        if stored is not None:
            label = stored.audience
        else:
            places = [place for place in self._audiences if f"{origin}/".startswith(f"{place}/")]
            label = self._audiences[places[0]] if places else EVERYONE
        return replace(post, audience=self._audience if label == EVERYONE else label)

    def _audience_of(self, place: str) -> str:
        """Returns the one audience that all stored posts of a file or folder have."""
        rows = self._store.connection.execute(
            "SELECT DISTINCT audience FROM posts WHERE origin = ?1"
            " OR substr(origin, 1, length(?1) + 1) = ?1 || '/' LIMIT 2",
            (place,),
        ).fetchall()
        return rows[0][0] if len(rows) == 1 else EVERYONE

    def gone(self, within: Sequence[str]) -> list[str]:
        """Counts and returns the posts that came from these places before and were not met now."""
        rows = self._store.connection.execute(
            "SELECT DISTINCT posts.id FROM posts, json_each(?) AS place"
            " WHERE (origin = place.value"
            "   OR substr(origin, 1, length(place.value) + 1) = place.value || '/')"
            # A folder read as one archive is torn as well where a file below it is refused.
            " AND NOT EXISTS (SELECT 1 FROM json_each(?) AS torn WHERE"
            "   substr(torn.value || '/', 1, length(origin) + 1) = origin || '/')"
            " AND posts.id NOT IN (SELECT id FROM temp.met)",
            (json.dumps(list(within)), json.dumps(sorted(self._torn))),
        )
        ids = [row[0] for row in rows]
        self.tally["removed"] = len(ids)
        return ids

    def _meet(
        self, each: Post | PostFormatError, origin: str, batch: dict[str, tuple[Post, str]]
    ) -> None:
        if isinstance(each, PostFormatError):
            self._turn_away(each, origin)
            return
        if _names(each) & self._unwanted:
            return
        taken = self._taken(each.id, batch)
        if taken is None:
            batch[each.id] = (each, origin)
        elif taken[0] != each.fingerprint:
            where = taken[1] or _STREAM
            problem = f"its id {each.id!r} is already taken in {where}: give it another"
            self._turn_away(PostFormatError(origin or _STREAM, problem), origin)

    def _turn_away(self, error: PostFormatError, origin: str) -> None:
        self._torn.add(origin)
        if len(self._problems) < TOLD:
            self._problems.append(str(error))
        self.tally["refused"] += 1
        self._refuse(error)

    def _taken(self, id_: str, batch: dict[str, tuple[Post, str]]) -> tuple[str, str] | None:
        if id_ in batch:
            return batch[id_][0].fingerprint, batch[id_][1]
        row = self._store.connection.execute(
            "SELECT fingerprint, origin FROM temp.met WHERE id = ?", (id_,)
        ).fetchone()
        return row and (row[0], row[1])


def _unwanted(store: Store) -> set[str]:
    """Returns the accounts, and the ids of posts, of which nothing is ever stored."""
    return {row[0] for row in store.connection.execute("SELECT author_id FROM unwanted")}


def _names(post: Post) -> set[str | None]:
    return {post.id, post.author_id}
