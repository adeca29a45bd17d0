from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

import index
from index.embedding.encoder import BUNDLED, model_name, open_encoder, open_stored
from index.embedding.token_table import unit
from index.errors import EncoderError, IndexMismatch

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.ports import Encoder


@given(arrays(np.float32, (5, 4), elements=st.floats(-1000, 1000, width=32)))
def test_rows_get_a_length_of_one_and_zeros_stay_zeros(rows: NDArray[np.float32]) -> None:
    lengths = np.linalg.norm(unit(rows), axis=1)
    assert all(length == pytest.approx(1, abs=1e-4) or length == 0 for length in lengths)
    assert unit(rows).dtype == np.float32


def test_the_bundled_model_is_named_with_a_hash_of_its_files() -> None:
    setting, _, digest = model_name(BUNDLED).rpartition("@")
    assert setting == BUNDLED
    assert len(digest) == 12


def test_a_model_on_a_hub_is_called_by_its_name() -> None:
    assert model_name("somebody/some-model") == "somebody/some-model"


def test_a_model_that_was_trained_again_gets_another_name(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    before = model_name(str(tmp_path))
    (tmp_path / "README.md").write_text("not part of the model")
    assert model_name(str(tmp_path)) == before
    (tmp_path / "config.json").write_text("{ }")
    assert model_name(str(tmp_path)) != before
    assert model_name(str(tmp_path)).startswith(f"{tmp_path}@")


@pytest.mark.slow
def test_a_folder_without_a_model_is_named_in_the_error(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=rf"the embedding model '{tmp_path}' cannot be loaded"):
        open_encoder(str(tmp_path))


def test_a_stored_model_is_opened_by_its_name(encoder: Encoder) -> None:
    again = open_stored(model_name(BUNDLED))
    assert again.name == encoder.name
    assert (again.encode_question("bread") == encoder.encode_question("bread")).all()


def test_a_stored_model_whose_files_changed_is_not_used(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(Path(index.__file__).parent / "embedding" / "model", folder)
    name = model_name(str(folder))
    (folder / "modules.json").write_text("[]")
    with pytest.raises(IndexMismatch, match=r"was changed since .* run `pullquote reindex`"):
        open_stored(name)
    shutil.rmtree(folder)
    with pytest.raises(IndexMismatch, match=r"is gone since .* run `pullquote reindex`"):
        open_stored(name)
