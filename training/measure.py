"""Measures a model on the development sets by meaning alone: no words, no fusion."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from rich.console import Console
from rich.table import Table
from sentence_transformers import SentenceTransformer

if TYPE_CHECKING:
    from numpy.typing import NDArray

Encode = Callable[[list[str]], "NDArray[np.float32]"]
"""Texts to unit vectors."""

BUNDLED: Final = Path(__file__).parents[1] / "index" / "embedding" / "model"
WINDOW: Final = 80  # words
STRIDE: Final = 40  # words


@dataclass(frozen=True, slots=True)
class Score:
    """How often the right text came first, and among the first five."""

    name: str
    questions: int
    first: float
    five: float


def measure(data: Path, encode_question: Encode, encode_passage: Encode) -> list[Score]:
    """Return the scores on every development set.

    Args:
        data: The data folder.
        encode_question: Texts to unit vectors, for what is asked.
        encode_passage: The same, for what is searched.
    """
    dev = data / "dev"
    scores = []
    for name, questions, posts in (
        ("English questions, English posts", "en_questions", "en_posts"),
        ("French questions, French posts", "fr_questions", "fr_posts"),
        ("English questions, French posts", "cross_questions", "fr_posts"),
    ):
        asked, searched = _rows(dev / f"{questions}.jsonl"), _rows(dev / f"{posts}.jsonl")
        right = [row["post_id"] for row in asked]
        texts = {row["id"]: _windows(row["text"], row.get("title", "")) for row in searched}
        vectors = encode_question([row["question"] for row in asked])
        scores.append(_score(name, vectors, right, texts, encode_passage))
    return scores + _sections(dev, encode_question, encode_passage) + _bitext(dev, encode_passage)


def _sections(dev: Path, encode_question: Encode, encode_passage: Encode) -> list[Score]:
    rows = _rows(dev / "cross_sections.jsonl")
    scores = []
    for name, title, text in (
        ("English title, French text", "title_en", "text_fr"),
        ("French title, English text", "title_fr", "text_en"),
    ):
        vectors = encode_question([row[title] for row in rows])
        texts = {row["id"]: _windows(row[text], "") for row in rows}
        scores.append(_score(name, vectors, [row["id"] for row in rows], texts, encode_passage))
    return scores


def _bitext(dev: Path, encode: Encode) -> list[Score]:
    lines = (dev / "bitext.tsv").read_text(encoding="utf-8").splitlines()
    english, french = (
        encode(list(side)) for side in zip(*(line.split("\t") for line in lines), strict=True)
    )
    right = np.arange(len(lines))
    return [
        _ranked("bitext, English to French", english @ french.T, right),
        _ranked("bitext, French to English", french @ english.T, right),
    ]


def _score(
    name: str,
    questions: NDArray[np.float32],
    right: list[str],
    texts: dict[str, list[str]],
    encode: Encode,
) -> Score:
    passages = encode([window for windows in texts.values() for window in windows])
    ends = np.cumsum([len(windows) for windows in texts.values()])
    best = np.maximum.reduceat(questions @ passages.T, np.concatenate([[0], ends[:-1]]), axis=1)
    numbers = {id_: number for number, id_ in enumerate(texts)}
    return _ranked(name, best, np.array([numbers[id_] for id_ in right]))


def _ranked(name: str, scores: NDArray[np.float32], right: NDArray[np.int64]) -> Score:
    own = scores[np.arange(len(right)), right]
    better = (scores > own[:, None]).sum(axis=1)
    return Score(name, len(right), float((better < 1).mean()), float((better < 5).mean()))  # noqa: PLR2004


def _windows(text: str, title: str) -> list[str]:
    words = text.split()
    last = max(len(words) - WINDOW + STRIDE, 1)
    return [
        f"{title} {' '.join(words[start : start + WINDOW])}".strip()
        for start in range(0, last, STRIDE)
    ]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main() -> None:
    """Print the table for a model in a folder."""
    parser = argparse.ArgumentParser(prog="python -m training.measure", description=__doc__)
    parser.add_argument("data", type=Path, help="the data folder, with dev/ in it")
    parser.add_argument("--model", type=Path, default=BUNDLED, help="default: the bundled model")
    arguments = parser.parse_args()
    model = SentenceTransformer(str(arguments.model), device="cpu", local_files_only=True)
    scores = measure(
        arguments.data,
        lambda texts: model.encode_query(texts, normalize_embeddings=True),
        lambda texts: model.encode_document(texts, normalize_embeddings=True),
    )
    table = Table("set", "questions", "first", "first five", title=str(arguments.model))
    for score in scores:
        table.add_row(score.name, str(score.questions), f"{score.first:.3f}", f"{score.five:.3f}")
    Console().print(table)


if __name__ == "__main__":
    main()
