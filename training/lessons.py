"""What is read in one step of training: which texts side by side, and what is asked of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import torch
from torch.nn.functional import embedding_bag, normalize

from training.losses import distance, likeness, matching
from training.texts.bags import Reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from training.texts.corpus import Corpus, Pair
    from training.texts.vocabulary import Vocabulary


PASSAGE: Final = 100  # words
EXTRACT: Final = 12  # words
_PAIR_WEIGHTS: Final = {"justice_canada": 0.4, "tatoeba": 0.5}


@dataclass(frozen=True, slots=True)
class Library:
    """All training texts, tokenized, with what is known of them.

    `taught_pairs` and `taught_texts` number the texts that the teacher has read; the vectors
    beside them are the teacher's, in the same order.
    """

    english: Reader
    french: Reader
    pair_chances: NDArray[np.float64]
    titles: tuple[Reader, Reader]
    texts: tuple[Reader, Reader]
    questions: Reader
    answers: Reader
    taught_pairs: NDArray[np.int64]
    pair_vectors: torch.Tensor
    other: Reader
    other_vectors: torch.Tensor


def library(
    corpus: Corpus, vocabulary: Vocabulary, taught: dict[str, NDArray[np.float32]]
) -> Library:
    """Return the corpus, ready to be read in batches."""
    pairs, sections = corpus.pairs, corpus.sections
    numbers = [number for number, pair in enumerate(pairs) if pair.english in taught]
    spoken = {pairs[number].english for number in numbers}
    other = [text for text in taught if text not in spoken]

    def read(texts: list[str]) -> Reader:
        return Reader(texts, vocabulary)

    return Library(
        english=read([pair.english for pair in pairs]),
        french=read([pair.french for pair in pairs]),
        pair_chances=_chances(pairs),
        titles=(
            read([section.title.english for section in sections]),
            read([section.title.french for section in sections]),
        ),
        texts=(
            read([section.text.english for section in sections]),
            read([section.text.french for section in sections]),
        ),
        questions=read([reply.question for reply in corpus.replies]),
        answers=read([reply.answer for reply in corpus.replies]),
        taught_pairs=np.array(numbers, dtype=np.int64),
        pair_vectors=_stacked([taught[pairs[number].english] for number in numbers]),
        other=read(other),
        other_vectors=_stacked([taught[text] for text in other]),
    )


def _chances(pairs: list[Pair]) -> NDArray[np.float64]:
    weights = np.array([_PAIR_WEIGHTS.get(pair.source, 1.0) for pair in pairs])
    chances: NDArray[np.float64] = weights.cumsum() / weights.sum()
    return chances


def _stacked(vectors: list[NDArray[np.float32]]) -> torch.Tensor:
    return torch.from_numpy(np.stack(vectors))


@dataclass(frozen=True, slots=True)
class Exercise:
    """Groups of texts, the words read of each text, and how the groups' vectors are marked."""

    texts: list[tuple[Reader, NDArray[np.int64], int]]
    mark: Callable[..., torch.Tensor]
    weight: float = 1.0


def lesson(shelf: Library, chance: np.random.Generator) -> list[Exercise]:
    """Return the exercises of one step."""
    return [
        translations(shelf, 768, chance),
        taught_translations(shelf, 768, chance),
        taught_texts(shelf, 512, chance),
        sections(shelf, 384, chance),
        extracts(shelf, 384, chance),
        replies(shelf, 384, chance),
    ]


def translations(shelf: Library, count: int, chance: np.random.Generator) -> Exercise:
    """Ask for the translation of each sentence among those of the others."""
    texts = np.searchsorted(shelf.pair_chances, chance.random(count))
    return Exercise([(shelf.english, texts, PASSAGE), (shelf.french, texts, PASSAGE)], matching)


def taught_translations(shelf: Library, count: int, chance: np.random.Generator) -> Exercise:
    """Ask both languages for the teacher's vector, and for its view of who is near."""
    drawn = chance.integers(len(shelf.taught_pairs), size=count)
    texts, taught = shelf.taught_pairs[drawn], shelf.pair_vectors[drawn]

    def mark(english: torch.Tensor, french: torch.Tensor) -> torch.Tensor:
        far = distance(english, taught) + distance(french, taught)
        return 2 * likeness(english, french, taught) + 2 * far

    return Exercise([(shelf.english, texts, PASSAGE), (shelf.french, texts, PASSAGE)], mark)


def taught_texts(shelf: Library, count: int, chance: np.random.Generator) -> Exercise:
    """Ask for the teacher's vectors of English texts that have no translation."""
    drawn = chance.integers(len(shelf.other), size=count)
    taught = shelf.other_vectors[drawn]

    def mark(once: torch.Tensor, again: torch.Tensor) -> torch.Tensor:
        return likeness(once, again, taught) + distance(once, taught) + distance(again, taught)

    # Read twice, because other words are left out each time.
    return Exercise(
        [(shelf.other, drawn, PASSAGE), (shelf.other, drawn, PASSAGE)], mark, weight=0.5
    )


def sections(shelf: Library, count: int, chance: np.random.Generator) -> Exercise:
    """Ask for the text under each title, in the same language or the other."""
    drawn = chance.integers(len(shelf.titles[0]), size=count)
    title, text = chance.integers(2, size=2)
    return Exercise(
        [(shelf.titles[title], drawn, PASSAGE), (shelf.texts[text], drawn, PASSAGE)],
        matching,
        weight=0.5,
    )


def extracts(shelf: Library, count: int, chance: np.random.Generator) -> Exercise:
    """Ask for the text that a few words were taken from, in the same language or the other."""
    drawn = chance.integers(len(shelf.titles[0]), size=count)
    part, text = chance.integers(2, size=2)
    sides = [(shelf.texts[part], drawn, EXTRACT), (shelf.texts[text], drawn, PASSAGE)]
    return Exercise(sides, matching, weight=0.4)


def replies(shelf: Library, count: int, chance: np.random.Generator) -> Exercise:
    """Ask for the answer to each chat message."""
    drawn = chance.integers(len(shelf.questions), size=count)
    return Exercise(
        [(shelf.questions, drawn, PASSAGE), (shelf.answers, drawn, PASSAGE)], matching, weight=0.4
    )


def loss(
    exercises: list[Exercise], rows: torch.Tensor, chance: np.random.Generator
) -> torch.Tensor:
    """Return the weighted sum of the marks; the less the better.

    All texts go through the matrix at once: its gradient is as large as itself, and one of
    it in a step is enough.
    """
    read = [
        reader.read(texts, longest, chance)
        for exercise in exercises
        for reader, texts, longest in exercise.texts
    ]
    shifts = np.cumsum([0, *(len(part) for part, _ in read[:-1])])
    starts = torch.cat([begin + int(shift) for (_, begin), shift in zip(read, shifts, strict=True)])
    vectors = normalize(embedding_bag(torch.cat([part for part, _ in read]), rows, starts))
    groups = iter(torch.split(vectors, [len(begin) for _, begin in read]))
    return torch.stack(
        [
            exercise.weight * exercise.mark(*(next(groups) for _ in exercise.texts))
            for exercise in exercises
        ]
    ).sum()
