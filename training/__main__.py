"""Trains the bundled model from a data folder, in one command that may be interrupted."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path
from typing import Final

import torch

from training import export, lessons, lexicon, start, teacher
from training.fitting import fit
from training.progress import progress
from training.texts import corpus, vocabulary

BUNDLED: Final = Path(__file__).parents[1] / "index" / "embedding" / "model"
WORK: Final = Path(os.environ.get("XDG_CACHE_HOME", tempfile.gettempdir())) / "pullquote-training"


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("data", type=Path, help="the data folder, with train/ in it")
    parser.add_argument("--out", type=Path, default=BUNDLED, help="default: the bundled model")
    parser.add_argument("--work", type=Path, default=WORK, help="default: %(default)s")
    parser.add_argument("--taught", type=int, default=94_208, help="texts for the teacher")
    parser.add_argument("--steps", type=int, default=1_200, help="steps of training")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    train(arguments)


def train(arguments: argparse.Namespace) -> None:
    """Go from the texts to the model folder; finished stages are read from the work folder."""
    work: Path = arguments.work
    work.mkdir(parents=True, exist_ok=True)
    with progress() as bars:
        bars.console.print("reading the texts")
        texts = corpus.read(arguments.data)
        bars.console.print("learning translations")
        lexicon.write(texts.pairs, arguments.out.with_name("lexicon.tsv"))
        words = _vocabulary(texts, work / "vocabulary")
        chosen = teacher.texts_to_teach(texts, arguments.taught)
        chosen += vocabulary.english_words(words, texts)
        vectors = teacher.teach(chosen, work / "teacher", bars)
        bars.console.print("tokenizing")
        shelf = lessons.library(texts, words, dict(zip(chosen, vectors, strict=True)))
        first = start.first_rows(shelf, words.row_count)
        rows = fit(shelf, first, arguments.steps, work / "checkpoint.pt", bars)
    export.write(rows.numpy(), words, arguments.out)


def _vocabulary(texts: corpus.Corpus, folder: Path) -> vocabulary.Vocabulary:
    if not (folder / vocabulary.LAST_FILE).exists():
        vocabulary.save(vocabulary.build(texts), folder)
    return vocabulary.load(folder)


if __name__ == "__main__":
    main()
