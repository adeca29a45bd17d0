"""The bundled table, read directly, is the model that sentence-transformers reads."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.embedding.encoder import BUNDLED_FOLDER

if TYPE_CHECKING:
    from index.embedding.sentence_encoder import SentenceEncoder
    from index.ports import Encoder

EXAMPLES = Path(__file__).parents[4] / "examples"

TEXTS = [
    *("", " \n\t", "?", "…", "\x00", "🎉", "👩‍👩‍👧 #bread", "[UNK]", "[UNK] bread", "##s"),
    "Why did he leave? He left to found a company of his own.",
    "Pourquoi est-il parti ? Il est parti fonder sa propre entreprise, où l’œuvre s’achève.",
    "Warum ist er gegangen? Die Straße war gesperrt. ¿Por qué se fue el niño?",
    "Почему он ушёл? Γιατί έφυγε; למה הוא עזב? لماذا غادر؟ क्यों? 왜 떠났나요? 日本語 中文 ไทย",
    "ﬁne ﬂour, 𝐛𝐨𝐥𝐝 𝓼𝓬𝓻𝓲𝓹𝓽 ½ ² Ⅷ e\u0301te\u0301 İstanbul ǅ ß ﬅ",
    "xyzzy qwrtpsdf Donaudampfschifffahrtsgesellschaft antidisestablishmentarianism",
    "a" * 59 + " " + "b" * 60 + " " + "c" * 61,
    "the oven is lit on fridays " * 500,
    "日本 " * 500,
]


@pytest.fixture(scope="module")
def library() -> SentenceEncoder:
    from index.embedding.sentence_encoder import load  # noqa: PLC0415 -- takes seconds

    return load(str(BUNDLED_FOLDER))


@pytest.fixture(scope="module")
def texts() -> list[str]:
    files = sorted(chain(EXAMPLES.rglob("*.md"), EXAMPLES.rglob("*.txt"), EXAMPLES.rglob("*.csv")))
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    assert len(lines) > 250
    return TEXTS + lines


@pytest.mark.slow
def test_passages_have_the_vectors_of_the_library(
    encoder: Encoder, library: SentenceEncoder, texts: list[str]
) -> None:
    ours, theirs = encoder.encode_passages(texts), library.encode_passages(texts)
    assert ours.dtype == theirs.dtype
    assert np.abs(ours - theirs).max() < 1e-5
    assert np.count_nonzero(ours.any(axis=1)) > 200


@pytest.mark.slow
def test_questions_have_the_vectors_of_the_library(
    encoder: Encoder, library: SentenceEncoder, texts: list[str]
) -> None:
    for text in texts[:100]:
        ours, theirs = encoder.encode_question(text), library.encode_question(text)
        assert np.abs(ours - theirs).max() < 1e-5


@pytest.mark.slow
@pytest.mark.parametrize("asked", [False, True])
def test_tokens_are_those_of_the_library(
    encoder: Encoder, library: SentenceEncoder, texts: list[str], *, asked: bool
) -> None:
    ours, theirs = (each.encode_tokens(texts, asked=asked) for each in (encoder, library))
    assert ours is not None
    assert theirs is not None
    assert np.abs(ours.vectors - theirs.vectors).max() < 1e-5
    assert all((a == b).all() for a, b in zip(ours.texts, theirs.texts, strict=True))


@pytest.mark.slow
def test_a_token_that_stands_for_the_unknown_counts_as_the_library_counts_it(
    encoder: Encoder, library: SentenceEncoder
) -> None:
    mixed = [f"{word} 日本 {word}s 中文" for word in ("bread", "oven", "goat")]
    assert np.abs(encoder.encode_passages(mixed) - library.encode_passages(mixed)).max() < 1e-5


def test_the_words_of_the_same_question_are_read_once(encoder: Encoder) -> None:
    first, other, same = (
        encoder.encode_tokens([*words], asked=True)
        for words in (["who", "lit"], ["who", "ran"], ["who", "ran"])
    )
    assert other is same
    assert first is not other


def test_the_table_is_not_copied_into_memory(encoder: Encoder) -> None:
    rows = encoder._table._rows._embeddings  # type: ignore[attr-defined]  # noqa: SLF001 -- where it lies
    owner = rows
    while isinstance(owner.base, np.ndarray):
        owner = owner.base
    assert isinstance(owner, np.memmap)
    assert rows.dtype == np.int8
