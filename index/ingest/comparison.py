"""Compares what an import reads with what is stored: new, changed, unchanged, gone."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from index.documents import place_of
from index.errors import PostFormatError
from index.ingest.counts import TOLD, Counts
from index.ingest.suppression import not_suppressed
from index.posts import EVERYONE, FOLLOWED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from index.documents import Known
    from index.engine import Engine
    from index.ingest.current_names import CurrentNames
    from index.ports import PostSource
    from index.posts import Post


BATCH: Final = 500
"""Posts a transaction: what a kill in mid-import can cost, to be done again."""

_STREAM: Final = "standard input"


class Comparison:
    """What one import reads, beside what is stored.

    What it has met is in the engine, but for the last batch: it may be millions of posts, and is
    mostly one message. A batch costs a few queries, for what is known of it and what is
    refused of it.

    Attributes:
        titles: The accounts that gave titles, by the place that a title is of.
        tally: The counts so far, by name.
    """

    def __init__(
        self,
        store: Engine,
        refuse: Callable[[PostFormatError], None],
        within: Sequence[str],
        names: CurrentNames,
        *,
        opens: bool,
        audience: str,
    ) -> None:
        """Begin with nothing met; `names` calls what is read, others: `Indexer.import_posts`."""
        self._store = store
        self._names = names
        self._session = store.import_session()
        self._opens = opens
        self._audience = audience
        self._audiences = {place: self._session.audience_of(place) for place in within}
        self._refuse = refuse
        self._torn: set[str] = set()
        self._problems: list[PostFormatError] = []
        self.titles: dict[str, str] = {}
        self.tally: Counter[str] = Counter()
        self._left_out: Counter[str] = Counter()
        self._last: dict[str, tuple[str, str]] = {}

    def counts(self) -> Counts:
        """Return what was done so far."""
        left_out, problems = Counter(self._left_out), tuple(self._problems)
        return Counts(**self.tally, left_out_of_files=left_out, problems=problems, examples=())

    def batches(
        self, sources: Iterable[PostSource]
    ) -> Iterator[tuple[dict[str, tuple[Post, str]], int]]:
        """Yield posts by id with their origin, and how far the sources were read."""
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
            self._left_out.update(source.left_out)
        if batch:
            yield batch, before

    def compared(
        self, batch: dict[str, tuple[Post, str]]
    ) -> tuple[dict[str, tuple[Post, str]], dict[str, str]]:
        """Count the batch.

        Returns:
            What is new or changed in it, and by id the file where an unchanged post now stands,
            if that is another than before.
        """
        all_read, batch = len(batch), not_suppressed(self._store, batch)
        self.tally["left_out"] += all_read - len(batch)
        known = self._store.known(batch)
        changed, moved = {}, {}
        for id_, (read, origin) in self._names.renamed(batch).items():
            stored = known.get(id_)
            if stored is not None and stored.origin == FOLLOWED != origin:
                self.tally["unchanged"] += 1  # its channel knows better
                continue
            post = self._as_narrow(read, origin, stored)
            if stored is not None and _is_as_stored(post, stored):
                self.tally["unchanged"] += 1
                if origin and stored.origin != origin:
                    moved[id_] = origin
                continue
            self.tally["new" if stored is None else "changed"] += 1
            changed[id_] = (post, origin or (stored.origin if stored else ""))
        if self._last:
            self._session.meet(self._last)
        self._last = {id_: (post.fingerprint, origin) for id_, (post, origin) in batch.items()}
        return changed, moved

    def _as_narrow(self, post: Post, origin: str, stored: Known | None) -> Post:
        """Return the post with the audience it or its file had, lest it be opened unasked.

        A link that is known is kept, too: not every archive tells it.
        """
        if stored is not None and post.url is None and stored.url is not None:
            post = replace(post, url=stored.url)
        if post.audience != EVERYONE or self._opens:
            return post
        if stored is not None:
            label = stored.audience
        else:
            places = [place for place in self._audiences if f"{origin}/".startswith(f"{place}/")]
            label = self._audiences[places[0]] if places else EVERYONE
        label = self._audience if label == EVERYONE else label
        return post if label == EVERYONE else replace(post, audience=label)

    def gone(self, within: Sequence[str]) -> list[str]:
        """Counts and returns the posts that came from these places before and were not met now."""
        if not within:
            return []
        self._session.meet(self._last)
        ids = self._session.not_met(within, self._torn)
        self.tally["removed"] = len(ids)
        return ids

    def _meet(
        self, each: Post | PostFormatError, origin: str, batch: dict[str, tuple[Post, str]]
    ) -> None:
        if isinstance(each, PostFormatError):
            self._turn_away(each, origin)
            return
        if each.titled_by:
            self.titles[place_of(each.id)] = each.titled_by
        taken = self._taken(each.id, batch)
        if taken is None:
            batch[each.id] = (each, origin)
        elif taken[0] != each.fingerprint:
            where = taken[1] or _STREAM
            error = PostFormatError(origin or _STREAM, "taken_elsewhere", id=each.id, where=where)
            self._turn_away(error, origin)

    def _turn_away(self, error: PostFormatError, origin: str) -> None:
        self._torn.add(origin)
        if len(self._problems) < TOLD:
            self._problems.append(error)
        self.tally["refused"] += 1
        self._refuse(error)

    def _taken(self, id_: str, batch: dict[str, tuple[Post, str]]) -> tuple[str, str] | None:
        if id_ in batch:
            return batch[id_][0].fingerprint, batch[id_][1]
        return self._last.get(id_) or self._session.met(id_)


def _is_as_stored(post: Post, stored: Known) -> bool:
    is_accepted_still = post.is_accepted in {None, stored.is_accepted}
    is_solved_still = post.is_solved in {None, stored.is_solved}
    return stored.fingerprint == post.fingerprint and is_accepted_still and is_solved_still
