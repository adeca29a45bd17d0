"""Collections of posts that questions are asked of: indexed, and read by a second model."""

from __future__ import annotations

import argparse
import json
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np

from adapters.sources.discovery import sources
from index.clock import utc_now
from index.embedding.encoder import BUNDLED, model_name, open_encoder
from index.errors import PostFormatError
from index.ingest.context import encoded, stored_searched
from index.ingest.indexer import Indexer
from index.ingest.refinement import BEGINNING, Refiner
from index.search import keywords
from index.search.search import Search
from index.search_scope import Scope
from index.sqlite.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.ports import Encoder
    from index.posts import Hit, Post


class Collection:
    """The posts of one set, indexed in a folder; what stands there already is used.

    Args:
        posts: The file or folder with the posts.
        name: Their source.
        folder: Where the database is, or is made.
        encoder: The first model.
        second: The second model; None for none.
        whole: Whether the second model reads all, and not only the beginning of each post.
    """

    def __init__(
        self,
        posts: Path,
        name: str,
        folder: Path,
        encoder: Encoder,
        second: Encoder | None,
        *,
        whole: bool = True,
    ) -> None:
        self.name, self._encoder = name, encoder
        self._store = Store.open(folder / f"{name}.db", create=True, clock=utc_now)
        found = [
            each
            for each in sources([str(posts)], source=name)
            if not isinstance(each, PostFormatError)
        ]
        Indexer(self._store, lambda _: encoder, model_name(BUNDLED)).import_posts(found)
        if second is not None:
            self._refine(second, whole=whole)
        self._search = Search(
            self._store,
            lambda stored: second if second and stored == second.name else encoder,
            folder / f"{name}.cache",
            second.name if second else None,
        )
        rows = self._store.connection.execute("SELECT id FROM passages ORDER BY id").fetchall()
        texts = stored_searched(self._store, [row[0] for row in rows])
        self._owners = {
            id_: each.post_id for id_, each in self._store.passages(list(texts)).items()
        }
        self._ids = list(texts)
        self._vectors = encoded(list(texts.values()), encoder)

    def hits(self, question: str) -> list[Hit]:
        """Return the ten best posts."""
        return self._search.search(question, Scope(), 10)

    def by_words(self, question: str) -> list[str]:
        """Return the ids of posts by words alone, one for each passage, best first."""
        matches = keywords.matches(self._store, question, Scope(), 200)
        return [self._owners[id_] for id_ in matches.scores]

    def by_meaning(self, question: str) -> list[str]:
        """Return the ids of posts by the first model alone, one for each passage, best first."""
        vector = self._encoder.encode_question(question)
        nearest = np.argsort(-(self._vectors @ vector), kind="stable")[:200]
        return [self._owners[self._ids[at]] for at in nearest]

    def post(self, id_: str) -> Post:
        """Return one of the posts."""
        return self._store.posts([id_])[id_]

    def close(self) -> None:
        """Close the database."""
        self._search.close()

    def _refine(self, second: Encoder, *, whole: bool) -> None:
        refiner = Refiner(self._store, second)
        model = self._store.refining_model()

        def may_go_on() -> bool:
            return whole or bool(model and self._store.unrefined(model, 1, first=BEGINNING))

        refiner.refine(may_go_on=may_go_on)


class Collections:
    """Opens collections in one folder, with the models that were asked for."""

    def __init__(self, folder: Path, refining: str | None, *, whole: bool) -> None:
        self.folder = folder
        self._encoder = open_encoder(BUNDLED)
        self._second = open_encoder(refining) if refining else None
        self._whole = whole

    def __call__(self, posts: Path, name: str) -> Collection:
        """Return the posts of a file or folder as the source of this name."""
        return Collection(posts, name, self.folder, self._encoder, self._second, whole=self._whole)


def collection_arguments(what: str) -> argparse.ArgumentParser:
    """Return a parser for what `collections` wants to know."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("data", type=Path, help="the data folder")
    parser.add_argument("--refining", help="the second model, such as e5; default: none")
    parser.add_argument(
        "--beginnings", action="store_true", help="it reads two passages of each post, not all"
    )
    parser.add_argument("--keep", type=Path, help="a folder for what was read; default: nowhere")
    return parser


@contextmanager
def collections(arguments: argparse.Namespace) -> Iterator[Collections]:
    """Give what opens collections, where they are to be kept."""
    with TemporaryDirectory() as elsewhere:
        folder: Path = arguments.keep or Path(elsewhere)
        folder.mkdir(parents=True, exist_ok=True)
        yield Collections(folder, arguments.refining, whole=not arguments.beginnings)


def sections(
    path: Path, folder: Path, language: str, other: str
) -> tuple[Path, list[tuple[str, str]]]:
    """Return the texts of one language as a file of posts, and the titles of the other."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    posts = folder / f"sections_{other}.jsonl"
    lines = [json.dumps({"id": row["id"], "text": row[f"text_{other}"]}) for row in rows]
    posts.write_text("\n".join(lines), encoding="utf-8")
    return posts, [(row[f"title_{language}"], f"sections_{other}:{row['id']}") for row in rows]
