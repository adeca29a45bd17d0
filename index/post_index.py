"""The one facade of the stored posts: the command line and the bot both call it."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, TypedDict

from index.ingest.addresses import WebAddress, addresses, forget_address, note_addresses
from index.ingest.counts import Counts
from index.ingest.erasure import ErasureSelection, erase, finish_erasure, select_posts_of_person
from index.ingest.indexer import Indexer
from index.ingest.moving import move
from index.ingest.refinement import Refiner
from index.ingest.reindex import reindex
from index.ingest.suppression import marks_of_words
from index.search.similarity.model_calibration import fit_if_needed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Unpack

    from index.embedding.encoder import OpenEncoder
    from index.engine import Engine
    from index.errors import PostFormatError
    from index.ports import PostSource
    from index.posts import Post
    from index.statistics import Statistics


class ImportOptions(TypedDict, total=False):
    """How posts are imported: see `index.ingest.indexer.Indexer.import_posts`."""

    within: Sequence[str]
    partial: Collection[str]
    opens: bool
    audience: str
    shows: Callable[[str], bool]
    may_change: Callable[[str], bool]
    refuse: Callable[[PostFormatError], None]
    progress: Callable[[int, Counts], None]


class PostIndex:
    """The stored posts behind one connection: imported, previewed, erased, reindexed, counted.

    Args:
        engine: The connection.
        open_encoder: Loads a model by its stored name.
        model_name: The stored name of the model that the settings ask for.
        cache_file: Where an earlier version kept a copy of the vectors.
    """

    def __init__(
        self, engine: Engine, open_encoder: OpenEncoder, model_name: str, cache_file: Path
    ) -> None:
        self.engine = engine
        self._open_encoder = open_encoder
        self._model_name = model_name
        self._cache_file = cache_file
        self._indexer = Indexer(engine, open_encoder, model_name)

    def import_posts(
        self, sources: Sequence[PostSource], **options: Unpack[ImportOptions]
    ) -> Counts:
        """Store posts; a model that was not tested before is then tested on them."""
        counts = self._indexer.import_posts(sources, **options)
        fit_if_needed(self.engine, self._open_encoder)
        return counts

    def preview(self, sources: Sequence[PostSource], **options: Unpack[ImportOptions]) -> Counts:
        """Return what an import would do; nothing is written."""
        return self._indexer.import_posts(sources, dry_run=True, **options)

    def preview_drops(
        self, sources: Sequence[PostSource], *, within: Sequence[str], partial: Collection[str]
    ) -> Counts:
        """Return what an import would do, where it may drop posts; nothing where it cannot."""
        places = [place for place in within if place not in partial]
        if not self.engine.holds_any_of(places):
            return Counts()  # a first import need not be read twice
        return self.preview(sources, within=within, partial=partial)

    def select(
        self, *, author: str | None = None, source: str | None = None, post: str | None = None
    ) -> ErasureSelection:
        """Return what an author (a name or an account) wrote, a source holds, or one post."""
        if author is not None:
            return select_posts_of_person(self.engine, author)
        return ErasureSelection(self.engine.posts_by(source=source, post=post))

    def erase(self, selection: ErasureSelection, *, for_good: bool) -> None:
        """Delete posts and titles permanently, with every trace in the files.

        Args:
            selection: The posts and titles.
            for_good: Whether the posts, copies of them in other files, the titles and the names
                are never stored again.

        Raises:
            RemovalOwed: They are deleted, but `finish_erasure` is still owed.
        """
        if for_good:
            words = marks_of_words(self.engine, selection.ids)
            self.engine.suppress(*selection.never_again, *words)
        erase(self.engine, self._indexer, selection.ids, self._cache_file)

    def finish_erasure(self) -> bool:
        """Take what was deleted out of the files, if that is still owed, and return whether."""
        return finish_erasure(self.engine, self._cache_file)

    def reindex(
        self, *, full: bool = False, progress: Callable[[int, int], None] = lambda *_: None
    ) -> int:
        """Embed again what needs it, then test the model; return how many posts or passages."""
        done = reindex(
            self.engine, self._open_encoder, self._model_name, full=full, progress=progress
        )
        if done:
            self.engine.merge_words()
            fit_if_needed(self.engine, self._open_encoder, again=True)
        return done

    def refine(
        self,
        name: str,
        *,
        may_go_on: Callable[[], bool] = lambda: True,
        progress: Callable[[int, int], None] = lambda *_: None,
    ) -> bool:
        """Have a second model (a stored name) read what it has not; return whether all is read."""
        refiner = Refiner(self.engine, self._open_encoder(name))
        is_all = refiner.refine(may_go_on=may_go_on, progress=progress)
        if is_all:
            self.engine.merge_words()
        return is_all

    def refined(self, name: str) -> tuple[int, int]:
        """Return how many passages a second model has read, and how many there are."""
        model = self.engine.refining_model()
        if model is None or model.name != name:
            return 0, self.engine.totals(None).all
        return self.engine.embedded(model)

    def copy_to(
        self,
        target: Engine,
        *,
        progress: Callable[[int, int], None] = lambda *_: None,
        along: Callable[[bool], AbstractContextManager[object]] = nullcontext,
    ) -> int:
        """Copy everything to another database, and compare both; return how many posts.

        Args:
            target: An empty database, or one that such a copying began.
            progress: Called with how many posts are copied, and of how many.
            along: Copies what belongs to it; see `move`.
        """
        return move(self.engine, target, progress=progress, along=along)

    def addresses(self) -> list[WebAddress]:
        """Return the addresses that stored posts were read from."""
        return addresses(self.engine)

    def note_addresses(self, read: Iterable[WebAddress]) -> None:
        """Remember addresses of which all is stored, to ask them again."""
        note_addresses(self.engine, read)

    def forget_address(self, url: str) -> None:
        """Forget an address, to ask it no more; its posts stay."""
        forget_address(self.engine, url)

    def statistics(self) -> Statistics:
        """Return what is stored."""
        return self.engine.statistics()

    def every_post(self) -> Iterator[Post]:
        """Yield all posts in the order they were stored."""
        return self.engine.every_post()
