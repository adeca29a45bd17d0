"""Brings posts in: what is new or changed is stored, what is gone from its file is dropped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.ingest.comparison import BATCH, Comparison
from index.ingest.context import found_through
from index.ingest.current_names import CurrentNames
from index.ingest.preparation import rewrite
from index.ingest.preview import Examples
from index.ingest.suppression import not_outdated, not_suppressed
from index.posts import EVERYONE, FOLLOWED, whole_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from index.documents import Model
    from index.embedding.encoder import OpenEncoder
    from index.engine import Engine
    from index.errors import PostFormatError
    from index.ingest.counts import Counts
    from index.ports import PostSource
    from index.posts import Post

    Newer = Callable[[Collection[str]], Collection[str]]
    """Returns those of some posts that are not to be stored as they are given."""


class Indexer:
    """Writes posts into one database; belongs to the thread of its store.

    A post that did not change costs one lookup of its hash. A new one costs its splitting,
    its share of one batch encoding, and the rows that `Store` tells of.

    A kill leaves whole posts; the next import does the rest. A file with a refusal drops nothing.
    """

    def __init__(self, store: Engine, open_encoder: OpenEncoder, model_name: str) -> None:
        self._store = store
        self._open_encoder = open_encoder
        self._model_name = model_name
        self._newer: Newer = lambda _: ()

    def leaving(self, newer: Newer) -> Indexer:
        """Return one that leaves posts as they are stored.

        Args:
            newer: Returns those of some posts; asked again when no other process can write.
        """
        other = Indexer(self._store, self._open_encoder, self._model_name)
        other._newer = newer
        return other

    def import_posts(
        self,
        sources: Sequence[PostSource],
        *,
        within: Sequence[str] = (),
        partial: Collection[str] = (),
        dry_run: bool = False,
        opens: bool = False,
        audience: str = EVERYONE,
        shows: Callable[[str], bool] = lambda _: True,
        may_change: Callable[[str], bool] = lambda _: True,
        refuse: Callable[[PostFormatError], None] = lambda _: None,
        progress: Callable[[int, Counts], None] = lambda *_: None,
    ) -> Counts:
        """Store the posts of all sources, and drop what their files no longer hold.

        Args:
            sources: Where the posts come from.
            within: The files and folders named: what came from there and is not met is dropped.
            partial: Those of them that could not be read in all their parts: nothing is.
            dry_run: Counts only, and names a few that would change or go; nothing is written.
            opens: A post without an audience is for everyone. Else it keeps its own, and a new one
                gets that of its file or folder, if it has a single one.
            audience: Who may see those that would then be for everyone.
            shows: Says of an audience whether its posts may be named.
            may_change: Says of an audience whether its posts may be called by other names.
            refuse: Called with every refusal as it occurs.
            progress: Called after each batch with the sources' position and the counts.
        """
        names, named = CurrentNames(self._store, may_change), Examples(self._store, shows)
        run = Comparison(self._store, refuse, within, names, opens=opens, audience=audience)
        take = named.change if dry_run else self._save
        for batch, position in run.batches(sources):
            take(*run.compared(batch))
            progress(position, run.counts())
        if not dry_run:
            self._tidy(names, run.titles)
        if gone := run.gone([place for place in within if place not in partial]):
            (named.remove if dry_run else self._drop)(gone)
        return replace(run.counts(), examples=named.lines)

    def _call_by_current_names(self, names: CurrentNames) -> None:
        for ids, under_name in names.outdated():
            for start in range(0, len(ids), BATCH):
                stored = self._store.with_origins(ids[start : start + BATCH])
                outdated = [id_ for id_, each in stored.items() if names.is_outdated(*each)]
                self._put_again(outdated, under_name)

    def mark_deleted(self, ids: Sequence[str]) -> None:
        """Remove posts that are gone from their channel: only that can bring them back."""
        self._store.mark_deleted(ids)
        self.remove(ids)

    def rename(self, author_id: str, beginning: str, name: str) -> list[str]:
        """Put another name above an account's posts whose ids begin like this; return them."""
        known = self._store.account_names([author_id], beginning).get(author_id, name)
        if known == name:
            return []  # all of them stand under one name
        own = self._store.posts_by(author_id=author_id)
        ids = [id_ for id_ in own if id_.startswith(beginning) and whole_of(id_) == id_]
        self._put_again(ids, lambda post: replace(post, author=name))
        return ids

    def move_to_source(self, ids: Sequence[str], source: str) -> None:
        """Give these posts another source: what their channel is called by now."""
        self._put_again(ids, lambda post: replace(post, source=source))

    def _put_again(self, ids: Sequence[str], change: Callable[[Post], Post]) -> None:
        for start in range(0, len(ids), BATCH):
            batch = ids[start : start + BATCH]
            rewrite(
                self._store,
                self._open_encoder,
                self._model,
                lambda batch=batch: {  # type: ignore[misc]
                    id_: (change(post), origin)
                    for id_, (post, origin) in self._store.with_origins(batch).items()
                },
            )

    def remove(self, ids: Sequence[str]) -> None:
        """Remove these posts, and their words from what finds others."""
        self._without(ids, None)

    def _without(self, ids: Sequence[str], spares: str | None) -> None:
        rewrite(
            self._store,
            self._open_encoder,
            self._model,
            lambda: found_through(self._store, ids),
            without=ids,
            spares=spares,
        )

    def _drop(self, ids: Sequence[str]) -> None:
        self._without(ids, FOLLOWED)  # what a channel told of meanwhile is not the file's any more

    def _tidy(self, names: CurrentNames, titles: Mapping[str, str]) -> None:
        self._call_by_current_names(names)
        if self._store.note_titles(titles):
            self.untitle()
        self._store.merge_words()

    def untitle(self) -> None:
        """Take the titles away that somebody gave of whom nothing is ever stored."""
        if ids := self._store.suppressed_titles():
            rewrite(
                self._store,
                self._open_encoder,
                self._model,
                lambda: found_through(self._store, ids) | self._store.stored_untitled(ids),
            )

    def _save(
        self,
        posts: dict[str, tuple[Post, str]],
        moved: dict[str, str],
    ) -> None:
        if posts:
            outdated = self._newer(posts)
            posts = {id_: each for id_, each in posts.items() if id_ not in outdated}
            followed = [id_ for id_, (_, origin) in posts.items() if origin == FOLLOWED]
            self._store.unmark_deleted(followed)
            rewrite(
                self._store,
                self._open_encoder,
                self._model,
                lambda: found_through(self._store, posts) | self._wanted(posts),
            )
        if moved:
            with self._store.writing():
                self._store.move(moved)

    def _wanted(self, posts: dict[str, tuple[Post, str]]) -> dict[str, tuple[Post, str]]:
        # Asked again under the lock: somebody may ask to be forgotten in the middle of an import,
        # and a message may be edited or deleted.
        outdated = self._newer(posts)
        posts = {id_: each for id_, each in posts.items() if id_ not in outdated}
        return not_outdated(self._store, not_suppressed(self._store, posts))

    def _model(self) -> Model:
        """Return the active model; an empty database gets the one of the settings."""
        if model := self._store.active_model():
            return model
        dimension = self._open_encoder(self._model_name).dimension
        with self._store.writing():
            # Asked again under the lock: another process may just have done it.
            if model := self._store.active_model():
                return model
            model = self._store.add_model(self._model_name, dimension)
            self._store.activate(model)
        return model
