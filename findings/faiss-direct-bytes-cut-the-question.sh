#!/usr/bin/env bash
# faiss-cpu 1.15.1: an IndexScalarQuantizer of type QT_8bit_direct_signed (and QT_8bit_direct) holds
# whole numbers as bytes, so one scales one's vectors before adding them. What is easily taken for
# free is the question: it is cut to whole numbers as well. A question of length 1, right for every
# other inner-product index, becomes all zeros: each score is 0 and the first rows are returned, with
# no error. The question must be scaled like the rows.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet faiss-cpu==1.15.1 numpy==2.4.3

"$folder/env/bin/python" - <<'PYTHON'
import sys

import faiss
import numpy as np

rows = np.random.default_rng(0).normal(size=(2000, 64)).astype(np.float32)
rows /= np.linalg.norm(rows, axis=1, keepdims=True)
kind = faiss.ScalarQuantizer.QT_8bit_direct_signed
index = faiss.IndexScalarQuantizer(64, kind, faiss.METRIC_INNER_PRODUCT)
index.train(np.rint(rows * 127))
index.add(np.rint(rows * 127))


def found_itself(scale: float) -> float:
    """Return which share of 50 rows, given as questions, come first."""
    _, ids = index.search(rows[:50] * scale, 1)
    return float((ids[:, 0] == np.arange(50)).mean())


scores, _ = index.search(rows[:50], 5)
print("faiss", faiss.__version__)
print("questions of length 1:", found_itself(1.0), "find their row; scores", np.unique(scores))
print("questions of length 127:", found_itself(127.0), "find their row")
if scores.any() or found_itself(1.0) > 0.1 or found_itself(127.0) < 1.0:
    sys.exit("faiss has changed")
PYTHON
