"""Times the bundled model read directly against sentence-transformers: `python -m bench.embedding`.

Processor time, of all threads, in milliseconds for 1,000 texts; and how far the vectors are apart.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import numpy as np

from bench.asking import posts
from index.embedding.encoder import BUNDLED, BUNDLED_FOLDER, open_encoder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray


def timed(
    encode: Callable[[Sequence[str]], NDArray[np.float32]], texts: Sequence[str]
) -> tuple[NDArray[np.float32], float]:
    """Return the vectors, and the milliseconds that 1,000 of the texts took."""
    encode(texts[:100])
    begun = process_time()
    vectors = encode(texts)
    return vectors, 1e6 * (process_time() - begun) / len(texts)


def main() -> None:
    """Print what both take to load and to encode."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=20_000)
    parser.add_argument("--file", type=Path, help="JSONL with a text in each line")
    given = parser.parse_args()
    if given.file:
        lines = given.file.read_text("utf-8").splitlines()[: given.posts]
        texts = [json.loads(line)["text"] for line in lines]
    else:
        texts = [post.text for post in posts(given.posts)]
    begun = process_time()
    direct = open_encoder(BUNDLED)
    opened = process_time() - begun
    ours, directly = timed(direct.encode_passages, texts)
    begun = process_time()
    from index.embedding.sentence_encoder import load  # noqa: PLC0415 -- its import is measured

    library = load(str(BUNDLED_FOLDER))
    loaded = process_time() - begun
    theirs, by_library = timed(library.encode_passages, texts)
    print(f"{len(texts):,} texts, in batches; milliseconds of processor time")
    print(f"  directly                {1000 * opened:6.0f} to load {directly:6.0f} for 1,000 texts")
    print(f"  sentence-transformers   {1000 * loaded:6.0f} to load {by_library:6.0f}")
    print(f"  the vectors are at most {np.abs(ours - theirs).max():.1e} apart")
    if np.abs(ours - theirs).max() >= 1e-5:  # noqa: PLR2004 -- what the tests hold it to
        sys.exit(1)


if __name__ == "__main__":
    main()
