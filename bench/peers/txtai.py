"""txtai: `Embeddings` with `hybrid` and `content`, its own index of words beside Faiss.

By itself it takes an approximate index (IVF) from some 5,000 texts on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from txtai import Embeddings

from bench.peers import HITS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bench.peers import Ask
    from bench.peers.minilm import MiniLM


def _transform(model: MiniLM) -> Callable[[Sequence[str]], Any]:
    # It must be a plain function: a bound method would be called without arguments.
    def transform(texts: Sequence[str]) -> Any:
        return model.encode(texts)

    return transform


def build(folder: Path, texts: Sequence[str], model: MiniLM) -> None:
    """Store texts in a folder."""
    embeddings = Embeddings(
        method="external", transform=_transform(model), content=True, hybrid=True
    )
    embeddings.index(texts)
    embeddings.config.pop("transform")  # a function cannot be saved
    embeddings.save(str(folder))


def open_index(folder: Path, model: MiniLM) -> Ask:
    """Load the texts of a folder, and return what answers."""
    embeddings = Embeddings()
    embeddings.load(str(folder), config={"transform": _transform(model)})
    return lambda question: [hit["text"] for hit in embeddings.search(question, HITS)]
