"""Measures the whole search, and fits the confidence that decides what is found.

    python -m training.calibrate DATA_FOLDER [--refining e5] [--every N]

Questions with an answer are those of a development set, asked of its own posts; questions
without one are asked of the posts of another set. The example posts of this repository and
their questions are a set as well. Beside the whole search stand its halves: words alone, and
meaning alone.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final
from zlib import crc32

import numpy as np
from rich.console import Console
from rich.table import Table
from sklearn.linear_model import LogisticRegression

from adapters.sources.discovery import sources
from bot.questions.thresholds import CONFIDENT
from index.clock import utc_now
from index.embedding.encoder import BUNDLED, model_name, open_encoder
from index.errors import PostFormatError
from index.ingest.context import encoded, stored_searched
from index.ingest.indexer import Indexer
from index.ingest.refinement import Refiner
from index.scope import Scope
from index.search import keywords
from index.search.search import Search
from index.sqlite.store import Store
from training.progress import progress

if TYPE_CHECKING:
    from index.ports import Encoder


EXAMPLES: Final = Path(__file__).parents[1] / "examples"
ASIDE: Final = 3  # questions in ten on which nothing is fitted, the same ones each time
FEW: Final = 100  # a set of fewer questions is always asked whole
EVERY: Final = 2  # one question in two of a set is asked of another's posts


@dataclass(frozen=True, slots=True)
class Asked:
    """What became of one question.

    Attributes:
        set: The posts it was asked of and the questions it is from.
        is_answerable: Whether the posts hold its answer.
        place: The place of the right post among the hits, from 0; None if it is not there.
        by_words: The same by words alone.
        by_meaning: The same by the meaning of passages alone.
        confidence: That of the first hit.
        score: The first hit's.
        is_aside: Whether it is one of those that no fit has seen.
    """

    set: str
    is_answerable: bool
    place: int | None
    by_words: int | None
    by_meaning: int | None
    confidence: float
    score: float
    is_aside: bool


class Collection:
    """The posts of one set, indexed in a folder of its own."""

    def __init__(
        self, posts: Path, name: str, folder: Path, encoder: Encoder, second: Encoder | None
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
            Refiner(self._store, second).refine()
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

    def ask(self, question: str, right: str | None, asked_set: str) -> Asked:
        """Ask one question; `right` is the id of the post that answers, None for no such."""
        hits = self._search.search(question, Scope(), 10)
        matches = keywords.matches(self._store, question, Scope(), 200)
        vector = self._encoder.encode_question(question)
        nearest = np.argsort(-(self._vectors @ vector), kind="stable")[:200]
        places = (
            _place([hit.post.id for hit in hits], right),
            _place([self._owners[id_] for id_ in matches.scores], right),
            _place([self._owners[self._ids[at]] for at in nearest], right),
        )
        name = f"{asked_set} questions, {self.name} posts"
        confidence, score = (hits[0].confidence, hits[0].score) if hits else (0.0, 0.0)
        is_aside = crc32(question.encode()) % 10 < ASIDE
        return Asked(name, right is not None, *places, confidence, score, is_aside)


def _place(ids: list[str], right: str | None) -> int | None:
    different = list(dict.fromkeys(ids))
    return different.index(right) if right in different else None


def main() -> None:
    """Print what the whole search finds, what it refuses, and the fitted confidence."""
    parser = argparse.ArgumentParser(description="Measure the search and fit its confidence.")
    parser.add_argument("data", type=Path, help="the data folder")
    parser.add_argument("--refining", help="the second model, such as e5; default: none")
    parser.add_argument("--every", type=int, default=1, help="one question in so many; default: 1")
    arguments = parser.parse_args()
    dev = arguments.data / "dev"
    second = open_encoder(arguments.refining) if arguments.refining else None
    questions = {
        "en": _questions(dev / "en_questions.jsonl", "en"),
        "fr": _questions(dev / "fr_questions.jsonl", "fr"),
        "cross": _questions(dev / "cross_questions.jsonl", "fr"),
        "examples": _questions(EXAMPLES / "questions.jsonl", "examples"),
    }
    questions = {of: _some(own, arguments.every) for of, own in questions.items()}
    posts = {"en": dev / "en_posts.jsonl", "fr": dev / "fr_posts.jsonl"}
    posts |= {"examples": EXAMPLES / "posts"}
    encoder = open_encoder(BUNDLED)
    asked: list[Asked] = []
    with TemporaryDirectory() as folder, progress() as bar:
        for language, other in (("en", "fr"), ("fr", "en")):
            path, titles = _sections(dev / "cross_sections.jsonl", Path(folder), language, other)
            collection = Collection(path, f"sections_{other}", Path(folder), encoder, second)
            some = _some(titles, arguments.every)
            asked += [collection.ask(text, right, f"titles_{language}") for text, right in some]
        for name, path in bar.track(posts.items(), description="Asking", total=len(posts)):
            collection = Collection(path, name, Path(folder), encoder, second)
            for of, pairs in questions.items():
                asked += _all(collection, pairs, of)
    _print(asked)


def _questions(path: Path, source: str) -> list[tuple[str, str]]:
    """Return questions with the id of the post that answers, "" for none."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    # A question that a comment answers names no post: it is left out.
    return [
        (row["question"], post_id and f"{source}:{post_id.removeprefix('posts:')}")
        for row in rows
        if (post_id := row["post_id"]) is not None
    ]


def _some(questions: list[tuple[str, str]], every: int) -> list[tuple[str, str]]:
    return questions if len(questions) < FEW else questions[::every]


def _sections(
    path: Path, folder: Path, language: str, other: str
) -> tuple[Path, list[tuple[str, str]]]:
    """Return the texts of one language as a file of posts, and the titles of the other."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    posts = folder / f"sections_{other}.jsonl"
    lines = [json.dumps({"id": row["id"], "text": row[f"text_{other}"]}) for row in rows]
    posts.write_text("\n".join(lines), encoding="utf-8")
    return posts, [(row[f"title_{language}"], f"sections_{other}:{row['id']}") for row in rows]


def _all(collection: Collection, questions: list[tuple[str, str]], of: str) -> list[Asked]:
    own = [pair for pair in questions if pair[1].startswith(f"{collection.name}:")]
    others = questions if own == [] else [pair for pair in questions if not pair[1]]
    step = EVERY if own == [] else 1
    return [collection.ask(text, right, of) for text, right in own] + [
        collection.ask(text, None, of) for text, _ in others[::step]
    ]


def _print(asked: list[Asked]) -> None:
    table = Table("set", "questions", "words alone", "meaning alone", "both", "decided rightly")
    for name, has_answer in product(sorted({each.set for each in asked}), (True, False)):
        rows = [each for each in asked if each.set == name and each.is_answerable == has_answer]
        if not rows:
            continue
        right = np.mean([(row.confidence >= CONFIDENT) == has_answer for row in rows])
        places = [
            _recalls([getattr(row, by) for row in rows]) if has_answer else ""
            for by in ("by_words", "by_meaning", "place")
        ]
        of = name if has_answer else f"{name}, no answer"
        table.add_row(of, f"{len(rows):,}", *places, f"{right:.3f}")
    # Wide enough for a row a line, where it is written into a file.
    console = Console(width=max(Console().width, 120))
    console.print(table)
    aside = [each for each in asked if each.is_aside]
    for of, rows in (("all", asked), ("kept aside", aside)):
        answerable = np.array([each.is_answerable for each in rows])
        found = np.array([each.confidence >= CONFIDENT for each in rows])
        console.print(f"answerable found, {of}: {found[answerable].mean():.3f}")
        console.print(f"unanswerable refused, {of}: {1 - found[~answerable].mean():.3f}")
    known = [each for each in asked if not each.is_aside]
    sure, doubt = _fitted(known, np.array([each.is_answerable for each in known]))
    console.print(f"fitted by the score alone: sure {sure:.2f}, doubt {doubt:.2f}")


def _recalls(places: list[int | None]) -> str:
    """Return how often the right post came first / among the first five."""
    first, five = (np.mean([at is not None and at < most for at in places]) for most in (1, 5))
    return f"{first:.3f} / {five:.3f}"


def _fitted(asked: list[Asked], answerable: np.ndarray) -> tuple[float, float]:
    """Return the weight of the score and the doubt; every set counts alike."""
    scores = np.array([[each.score] for each in asked])
    keys = [(each.set, each.is_answerable) for each in asked]
    weights = np.array([1_000 / keys.count(key) for key in keys])
    for side in (answerable, ~answerable):
        weights[side] /= weights[side].sum() / 1_000
    model = LogisticRegression(C=100).fit(scores, answerable, sample_weight=weights)
    return float(model.coef_[0][0]), -float(model.intercept_[0])


if __name__ == "__main__":
    main()
