"""LangChain: FAISS and BM25, joined by an `EnsembleRetriever`."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

from langchain_classic.retrievers import EnsembleRetriever
from langchain_community.retrievers import BM25Retriever
from langchain_community.vectorstores import FAISS
from langchain_core.embeddings import Embeddings

from bench.peers import HITS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bench.peers import Ask
    from bench.peers.minilm import MiniLM

WORDS = "words.pickle"
"""BM25 has no way of its own to be saved; it is pickled, as people do."""


class _Embeddings(Embeddings):
    def __init__(self, model: MiniLM) -> None:
        self._model = model

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = self._model.encode(texts).tolist()
        return vectors

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]


def build(folder: Path, texts: Sequence[str], model: MiniLM) -> None:
    """Store texts in a folder."""
    FAISS.from_texts(list(texts), _Embeddings(model)).save_local(str(folder))
    words = BM25Retriever.from_texts(list(texts), k=HITS)
    (folder / WORDS).write_bytes(pickle.dumps(words))


def open_index(folder: Path, model: MiniLM) -> Ask:
    """Load the texts of a folder, and return what answers."""
    # Both files were written by `build`.
    meaning = FAISS.load_local(
        str(folder), _Embeddings(model), allow_dangerous_deserialization=True
    )
    words = pickle.loads((folder / WORDS).read_bytes())  # noqa: S301 -- the same
    both = EnsembleRetriever(
        retrievers=[words, meaning.as_retriever(search_kwargs={"k": HITS})], weights=[0.5, 0.5]
    )
    return lambda question: [hit.page_content for hit in both.invoke(question)[:HITS]]
