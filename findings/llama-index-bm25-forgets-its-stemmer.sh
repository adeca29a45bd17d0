#!/usr/bin/env bash
# LlamaIndex's BM25Retriever (llama-index-retrievers-bm25 0.8.0) keeps neither its stemmer nor
# `skip_stemming` nor its pattern of words when it is persisted. Read back, it stems questions in
# English, whatever the texts were read with: words that were found before are found no more, and
# nothing says so. Expected: the same hits before and after.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet \
    llama-index-core==0.14.25 llama-index-retrievers-bm25==0.8.0 bm25s==0.3.16 PyStemmer==2.2.0.3

cat > "$folder/try.py" <<'PYTHON'
import sys

from llama_index.core.schema import TextNode
from llama_index.retrievers.bm25 import BM25Retriever

TEXTS = ("The running club meets at eight.", "The library opens at nine.", "Bread is baked.")


def best(retriever: BM25Retriever) -> float:
    return max(hit.score for hit in retriever.retrieve("running"))


nodes = [TextNode(text=text) for text in TEXTS]
made = BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=1, skip_stemming=True)
made.persist(sys.argv[1])
back = BM25Retriever.from_persist_dir(sys.argv[1])
print(f"best score for 'running': {best(made):.3f} before, {best(back):.3f} read back")
print(f"skip_stemming: {made.skip_stemming} before, {back.skip_stemming} read back")
sys.exit(not (best(made) > 0 == best(back)))
PYTHON
"$folder/env/bin/python" "$folder/try.py" "$folder/words"
echo "still so: a persisted BM25Retriever forgets how it read its texts"
