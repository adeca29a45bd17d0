"""LlamaIndex: Faiss and BM25 (bm25s), joined by a `QueryFusionRetriever`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import faiss
from llama_index.core import StorageContext, VectorStoreIndex, load_index_from_storage
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.llms import MockLLM
from llama_index.core.retrievers import QueryFusionRetriever
from llama_index.core.schema import TextNode
from llama_index.retrievers.bm25 import BM25Retriever
from llama_index.vector_stores.faiss import FaissVectorStore

from bench.peers import HITS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bench.peers import Ask
    from bench.peers.minilm import MiniLM

WORDS, DIMENSION = "words", 384


class _Embedding(BaseEmbedding):
    model: Any

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = self.model.encode(texts).tolist()
        return vectors

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)


def build(folder: Path, texts: Sequence[str], model: MiniLM) -> None:
    """Store texts in a folder."""
    nodes = [TextNode(text=text) for text in texts]
    vectors = FaissVectorStore(faiss.IndexFlatIP(DIMENSION))
    context = StorageContext.from_defaults(vector_store=vectors)
    VectorStoreIndex(nodes, storage_context=context, embed_model=_Embedding(model=model))
    context.persist(str(folder))
    words = BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=HITS)
    words.persist(str(folder / WORDS))


def open_index(folder: Path, model: MiniLM) -> Ask:
    """Load the texts of a folder, and return what answers."""
    vectors = FaissVectorStore.from_persist_dir(str(folder))
    context = StorageContext.from_defaults(vector_store=vectors, persist_dir=str(folder))
    index = load_index_from_storage(context, embed_model=_Embedding(model=model))
    both = QueryFusionRetriever(
        [
            index.as_retriever(similarity_top_k=HITS),
            BM25Retriever.from_persist_dir(str(folder / WORDS)),
        ],
        llm=MockLLM(),  # asked for nothing, and yet looked for
        mode="reciprocal_rerank",
        similarity_top_k=HITS,
        num_queries=1,
        use_async=False,
    )
    return lambda question: [hit.get_content() for hit in both.retrieve(question)]
