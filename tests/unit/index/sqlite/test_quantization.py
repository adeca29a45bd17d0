from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from index.embedding.token_table import unit
from index.sqlite.quantization import FINEST, in_8_bits, packed, table, unpacked
from index.sqlite.schema import APPLICATION, KIND, MIGRATIONS

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

matrices = arrays(np.float32, (3, 8), elements=st.floats(-1, 1, width=32))


@given(matrices, st.sampled_from([1.0, 0.5, 0.25, 0.125, 0.01]))
def test_a_number_is_kept_to_half_a_step_of_the_smallest_range_that_holds_its_row(
    matrix: NDArray[np.float32], size: float
) -> None:
    rows = matrix * np.float32(size)
    again = unpacked(table([row.tobytes() for row in packed(rows)], 8))
    largest = np.abs(rows).max(axis=1, keepdims=True)
    ranges = 0.5 ** np.clip(np.floor(-np.log2(np.maximum(largest, 1e-9))), 0, FINEST)
    assert (np.abs(again - rows) <= ranges / 127 / 2 + 1e-6).all()


def test_what_is_no_number_and_what_is_too_large_are_kept_within_bounds() -> None:
    again = unpacked(packed(np.array([[np.nan, 0.5], [4.0, -4.0]], np.float32)))
    assert again[1].tolist() == [1.0, -1.0]
    assert np.isfinite(again).all()


def test_a_torn_row_of_the_former_kind_stays_as_it_is() -> None:
    assert in_8_bits(b"\x01\x02\x03") == b"\x01\x02\x03"


def test_vectors_in_half_precision_are_brought_to_8_bits(tmp_path: Path) -> None:
    vectors = unit(np.random.default_rng(1).standard_normal((5, 64)).astype(np.float32))
    with closing(sqlite3.connect(tmp_path / "a.db", isolation_level=None)) as connection:
        at = next(at for at, script in enumerate(MIGRATIONS) if "in_8_bits" in script)
        connection.executescript("".join(MIGRATIONS[:at]))
        connection.execute(f"PRAGMA user_version = {at}")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.executemany(
            "INSERT INTO vectors VALUES (1, ?, ?)",
            [(at, row.astype(np.float16).tobytes()) for at, row in enumerate(vectors)],
        )
        KIND.migrate(connection)
        blobs = [
            row[0] for row in connection.execute("SELECT vector FROM vectors ORDER BY passage")
        ]
        again = unpacked(table(blobs, 64))
    assert np.abs(again - vectors).max() < 0.5 / 127
    assert (again * vectors).sum(axis=1).min() > 0.997
