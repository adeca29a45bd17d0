"""Measures the whole search, and fits the confidence that decides what is found.

    python -m training.calibrate DATA_FOLDER [--refining e5] [--beginnings] [--every N] [--keep F]

Questions with an answer are those of a development set, asked of its own posts; questions
without one are asked of the posts of another set. The example posts of this repository and
their questions are a set as well. Beside the whole search stand its halves: words alone, and
meaning alone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zlib import crc32

import numpy as np
from rich.console import Console
from rich.table import Table
from sklearn.linear_model import LogisticRegression

from bot.questions.quoting.thresholds import CONFIDENT
from training.collection import collection_arguments, collections, sections
from training.progress import progress

if TYPE_CHECKING:
    from training.collection import Collection

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


def ask(collection: Collection, question: str, right: str | None, asked_set: str) -> Asked:
    """Ask one question; `right` is the id of the post that answers, None for no such."""
    hits = collection.hits(question)
    places = (
        _place([hit.post.id for hit in hits], right),
        _place(collection.by_words(question), right),
        _place(collection.by_meaning(question), right),
    )
    name = f"{asked_set} questions, {collection.name} posts"
    confidence, score = (hits[0].confidence, hits[0].score) if hits else (0.0, 0.0)
    return Asked(name, right is not None, *places, confidence, score, is_aside(question))


def is_aside(question: str) -> bool:
    """Say whether a question is one of those on which nothing is fitted."""
    return crc32(question.encode()) % 10 < ASIDE


def _place(ids: list[str], right: str | None) -> int | None:
    different = list(dict.fromkeys(ids))
    return different.index(right) if right in different else None


def main() -> None:
    """Print what the whole search finds, what it refuses, and the fitted confidence."""
    parser = collection_arguments("Measure the search and fit its confidence.")
    parser.add_argument("--every", type=int, default=1, help="one question in so many; default: 1")
    arguments = parser.parse_args()
    dev = arguments.data / "dev"
    questions = {
        "en": _questions(dev / "en_questions.jsonl", "en"),
        "fr": _questions(dev / "fr_questions.jsonl", "fr"),
        "cross": _questions(dev / "cross_questions.jsonl", "fr"),
        "examples": _questions(EXAMPLES / "questions.jsonl", "examples"),
    }
    questions = {of: _some(own, arguments.every) for of, own in questions.items()}
    posts = {"en": dev / "en_posts.jsonl", "fr": dev / "fr_posts.jsonl"}
    posts |= {"examples": EXAMPLES / "posts"}
    asked: list[Asked] = []
    with collections(arguments) as opened, progress() as bar:
        for language, other in (("en", "fr"), ("fr", "en")):
            path, titles = sections(dev / "cross_sections.jsonl", opened.folder, language, other)
            collection = opened(path, f"sections_{other}")
            some = _some(titles, arguments.every)
            asked += [ask(collection, text, right, f"titles_{language}") for text, right in some]
        for name, path in bar.track(posts.items(), description="Asking", total=len(posts)):
            collection = opened(path, name)
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


def _all(collection: Collection, questions: list[tuple[str, str]], of: str) -> list[Asked]:
    own = [pair for pair in questions if pair[1].startswith(f"{collection.name}:")]
    others = questions if own == [] else [pair for pair in questions if not pair[1]]
    step = EVERY if own == [] else 1
    return [ask(collection, text, right, of) for text, right in own] + [
        ask(collection, text, None, of) for text, _ in others[::step]
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
