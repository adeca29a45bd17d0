"""The storage port: what ingestion and search need of an engine, in their terms.

An engine keeps posts, their passages, the stems of their words and their vectors. Each object is
one connection and belongs to one thread. `index.sqlite` is the embedded engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from index.refinements import Refinements
from index.text.passages import SPLITTING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from index.documents import Known, Model, Prepared
    from index.ports import Totals
    from index.posts import Passage, Post
    from index.scope import Named, Scope
    from index.statistics import Statistics

    Audience = frozenset[str] | None
    Question = NDArray[np.float32]


class Candidates(Protocol):
    """Passages by their meaning; what is outside the scope is not even compared."""

    def catch_up(self, model: Model) -> None:
        """Apply what was written since the last question to the vectors in memory."""

    def nearest(
        self, question: Question, scope: Scope, model: Model, count: int
    ) -> dict[int, float]:
        """Return the nearest passages in scope with their cosine, at most so many."""

    def totals(self, audience: Audience) -> Totals:
        """Return how many passages an audience may see, and how many there are."""

    def cosines(self, question: Question, ids: Collection[int], model: Model) -> dict[int, float]:
        """Return the cosines of a question and these passages."""


class ImportSession(Protocol):
    """What one import has met, to be compared with what is stored."""

    def meet(self, posts: Mapping[str, tuple[str, str]]) -> None:
        """Note posts by id, each with its fingerprint and its origin."""

    def met(self, id_: str) -> tuple[str, str] | None:
        """Return the fingerprint and the origin of a post that was met; None for another."""

    def not_met(self, within: Sequence[str], torn: Collection[str]) -> list[str]:
        """Return the stored posts that came from these places and were not met."""

    def audience_of(self, place: str) -> str:
        """Return the one audience that all stored posts of a file or folder have."""


class Transactions(Protocol):
    """A connection of one thread: one write transaction at a time, and renewal."""

    path: Path

    def writing(self) -> AbstractContextManager[None]:
        """Make everything inside one transaction: all of it is stored, or nothing."""

    def reading(self) -> AbstractContextManager[None]:
        """Show everything inside one and the same state, whatever others write meanwhile."""

    def guarded(self) -> AbstractContextManager[None]:
        """Turn what goes wrong inside into errors of the index, with the remedy."""

    def version(self) -> tuple[int, ...]:
        """Return two counters that change with the posts, whoever changes them."""

    def renew(self) -> None:
        """Open what lies at the path by now, if that is another file; the log says so."""

    def close(self) -> None:
        """Close the connection; what was written through it stands in the file itself by then."""


class Posts(Protocol):
    """Posts and passages by id."""

    def known(self, ids: Collection[str]) -> dict[str, Known]:
        """Return what is stored of these posts; unknown ids are left out."""

    def posts(self, ids: Collection[str]) -> dict[str, Post]:
        """Return these posts by id; unknown ids are left out."""

    def with_origins(self, ids: Collection[str]) -> dict[str, tuple[Post, str]]:
        """Return these posts by id, each with its origin, in the order they were stored."""

    def comments_on(self, ids: Collection[str]) -> list[tuple[Post, str]]:
        """Return the stored comments on these posts, each with its origin."""

    def every_post(self) -> Iterator[Post]:
        """Yield all posts in the order they were stored."""

    def every_id(self) -> list[str]:
        """Return the ids of all posts in the order they were stored."""

    def passages(self, ids: Collection[int]) -> dict[int, Passage]:
        """Return these passages by id; those removed meanwhile are left out."""

    def within(self, ids: Collection[int], scope: Scope) -> set[int]:
        """Return those of these passages that are stored, of posts in the scope."""

    def put(self, prepared: Sequence[Prepared], model: Model) -> None:
        """Store these posts in place of what was stored of them; call inside `writing`."""

    def move(self, origins: Mapping[str, str]) -> None:
        """Note that these posts (by id) now come from there; what a channel tells of stays its."""

    def remove(self, ids: Iterable[str], *, spares: str | None = None) -> None:
        """Remove these posts with passages, words and vectors, but for those of an origin."""


class Vectors(Refinements, Protocol):
    """The models and their vectors."""

    def active_model(self) -> Model | None:
        """Return the model that answers questions, or None before the first post."""

    def add_model(self, name: str, dimension: int, splitting: int = SPLITTING) -> Model:
        """Note a model; it answers nothing until it is made active."""

    def unfinished_model(self, name: str) -> Model | None:
        """Return the model of this name whose vectors were being made when the process ended."""

    def activate(self, model: Model) -> None:
        """Make this the one that answers, and drop every other with its vectors."""

    def mark_split_as_now(self) -> None:
        """Note that every passage was made by the present splitting rules."""

    def put_vectors(self, model: Model, ids: Sequence[int], vectors: NDArray[np.float16]) -> None:
        """Store vectors of passages, but for those removed meanwhile; call inside `writing`."""

    def without_vector(self, model: Model, most: int) -> list[int]:
        """Return the next passages that have no vector of a model yet."""

    def embedded(self, model: Model) -> tuple[int, int]:
        """Return how many passages have a vector of a model, and how many there are."""

    def vectors_of(
        self, posts: Collection[str], model: Model, most: int
    ) -> tuple[dict[str, int], NDArray[np.float32]]:
        """Return the vectors of the first so many passages of each of these posts."""

    def candidates(self, cache_file: Path) -> Candidates:
        """Return what finds passages by their meaning; a file of that name is taken away."""


class Words(Protocol):
    """Passages by the stems of their words."""

    def totals(self, audience: Audience) -> Totals:
        """Return how many passages an audience may see, and how many there are."""

    def catch_up_words(self) -> None:
        """Bring what is held in memory of the passages up to date; a question does it, too."""

    def best_matches(
        self, words: Sequence[Mapping[str, float]], scope: Scope, count: int
    ) -> dict[int, float]:
        """Return the passages in scope that hold the most of some words, by BM25, best first."""

    def count_holding(self, stems: Collection[str]) -> dict[str, int]:
        """Return how many passages hold each stem."""

    def count_holding_within(
        self, everywhere: Mapping[str, int], audience: Audience
    ) -> dict[str, int]:
        """Return how many passages of an audience hold each stem, of which all have so many."""


class Suppression(Protocol):
    """What is never stored again, and titles that somebody gave."""

    def suppress(self, *names: str) -> None:
        """Notes of what nothing is ever to be stored again."""

    def mark_deleted(self, ids: Collection[str]) -> None:
        """Note messages that are gone from their channel: no archive is to bring them back."""

    def deleted_at_source(self, ids: Collection[str]) -> set[str]:
        """Return those of these messages that are gone from their channel."""

    def unmark_deleted(self, ids: Collection[str]) -> None:
        """Take it that these messages stand in their channel again."""

    def suppressed_among(self, names: Iterable[str | None]) -> set[str]:
        """Return those of these accounts, posts and titles of which nothing is ever stored."""

    def note_titles(self, authors: Mapping[str, str]) -> bool:
        """Remember who titled a place; return whether that was news of a suppressed account."""

    def suppressed_places(self, places: Collection[str]) -> set[str]:
        """Return those of these places whose title was given by somebody unwanted."""

    def suppressed_titles(self) -> list[str]:
        """Return the ids of the posts that still have such a title; a lookup for each place."""

    def stored_untitled(self, ids: Collection[str]) -> dict[str, tuple[Post, str]]:
        """Return these posts as they are to be stored, by id, each with its origin."""

    def titled_by(self, accounts: Collection[str], audience: Audience = None) -> list[str]:
        """Return the places that these accounts titled."""


class Lookups(Protocol):
    """What is found by anything but a question."""

    def names(self, what: Named, typed: str, audience: Audience) -> list[str]:
        """Return the names with these beginnings of words, the most frequent first."""

    def ids_under(self, beginning: str, first: str = "") -> list[str]:
        """Return the ids that begin like this, from the index of ids."""

    def with_parts(self, ids: Collection[str]) -> list[str]:
        """Return these ids, and those of the stored parts of these messages."""

    def ids_outside(
        self, audience: frozenset[str], beginning: str, places: Collection[str]
    ) -> list[str]:
        """Return the ids that begin like this, of posts with these labels, in other places."""

    def ids_before(
        self, beginning: str, id_: str, most: int, without: Collection[str]
    ) -> list[str]:
        """Return the last ids that begin like this before one of them, from the index of ids."""

    def ids_after(self, beginning: str, id_: str, most: int) -> list[str]:
        """Return the first ids that begin like this after one of them, from the index of ids."""

    def holds_any_of(self, places: Sequence[str]) -> bool:
        """Return whether posts of one of these files and folders are stored; a lookup each."""

    def audiences(self) -> list[str]:
        """Return the labels that stored posts have; costs a lookup for each of them."""

    def newest(self, audience: frozenset[str], most: int) -> list[Post]:
        """Return the newest posts that an audience may see, comments left out, newest first."""

    def newest_by(self, author_id: str, audience: Audience, most: int) -> list[Post]:
        """Return the newest posts of an account that the audience may see, the newest first."""

    def posts_by(
        self,
        *,
        author: str | None = None,
        source: str | None = None,
        post: str | None = None,
        author_id: str | None = None,
        audience: Audience = None,
    ) -> list[str]:
        """Return the ids of an author's posts, of a source's, of an account's, or of one post."""

    def account_names(self, accounts: Collection[str], beginning: str) -> dict[str, str]:
        """Return the names under which accounts have posts whose ids begin like this."""

    def accounts_called(self, author: str, audience: Audience = None) -> dict[str, int]:
        """Return the accounts with posts under this name, with how many, the most first."""

    def sample(self, most: int) -> list[Post]:
        """Return so many posts, spread over all: neighbours are of one author, day or subject."""

    def statistics(self, audience: Audience = None) -> Statistics:
        """Return what is stored for an audience, None for all; a pass over an index of them."""


class Upkeep(Protocol):
    """Erasure down to the bytes in the files, imports, and small things to remember."""

    @property
    def owes_erasure(self) -> bool:
        """Whether what was removed is still to be taken out of the files."""

    def owe_erasure(self) -> None:
        """Note that what is removed is to be taken out of the files as well."""

    def leave_no_trace(self, cache_file: Path) -> None:
        """Take what was removed out of the files."""

    def import_session(self) -> ImportSession:
        """Begin an import that has met nothing yet."""

    def noted(self, name: str) -> str | None:
        """Return what was noted under a name; None where nothing was."""

    def note(self, name: str, value: str) -> None:
        """Note something small under a name, in place of what was noted before."""


class Engine(Transactions, Posts, Vectors, Words, Suppression, Lookups, Upkeep, Protocol):
    """All that is asked of an engine; `tests/contract/test_engines.py` says how it must answer."""
