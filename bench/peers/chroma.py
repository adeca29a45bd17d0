"""Chroma: a persistent client; on one machine it searches by meaning only, approximately (HNSW)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import chromadb

from bench.peers import HITS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bench.peers import Ask
    from bench.peers.minilm import MiniLM

POSTS = "posts"


class _Embedding(chromadb.EmbeddingFunction[list[str]]):
    def __init__(self, model: MiniLM) -> None:
        self._model = model

    def __call__(self, input: list[str]) -> Any:  # noqa: A002 -- Chroma checks the name
        return self._model.encode(input)

    @staticmethod
    def name() -> str:
        return "minilm"

    def get_config(self) -> dict[str, Any]:
        return {}

    @staticmethod
    def build_from_config(_: dict[str, Any]) -> chromadb.EmbeddingFunction[list[str]]:
        raise NotImplementedError  # it is given each time


def build(folder: Path, texts: Sequence[str], model: MiniLM) -> None:
    """Store texts in a folder."""
    client = chromadb.PersistentClient(path=str(folder))
    collection = client.create_collection(POSTS, embedding_function=_Embedding(model))
    most = client.get_max_batch_size()
    for start in range(0, len(texts), most):
        batch = list(texts[start : start + most])
        ids = [str(number) for number in range(start, start + len(batch))]
        collection.add(ids=ids, documents=batch)


def open_index(folder: Path, model: MiniLM) -> Ask:
    """Load the texts of a folder, and return what answers."""
    client = chromadb.PersistentClient(path=str(folder))
    collection = client.get_collection(POSTS, embedding_function=_Embedding(model))

    def ask(question: str) -> Sequence[str]:
        found = collection.query(query_texts=[question], n_results=HITS)
        return [str(text) for text in found["documents"][0]]

    return ask
