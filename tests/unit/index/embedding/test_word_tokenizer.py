"""A text read word by word has the tokens that the library's tokenizer gives it as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from index.embedding import word_tokenizer
from index.embedding.encoder import BUNDLED_FOLDER
from index.embedding.word_tokenizer import WordTokenizer

LIBRARY = Tokenizer.from_file(str(BUNDLED_FOLDER / "tokenizer.json"))

# Signs that words end at or not, marks that stand behind a letter or a blank, and letters that
# fold to several or to none of their own.
SIGNS = "cCfF#+ aZ09_'-\n\t\r\x1c\x85\xa0\u2028\u3000\u0301\u0308éÉœŒßİǅΣςﬁ½²日本\x00🎉[]"


class Counting:
    """The library's tokenizer, with what it was asked to read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def token_to_id(self, token: str) -> int | None:
        id_: int | None = LIBRARY.token_to_id(token)
        return id_

    def encode(self, text: str, **how: bool) -> object:
        self.read.append(text)
        return LIBRARY.encode(text, **how)


@pytest.fixture
def library() -> Counting:
    return Counting()


@pytest.fixture
def reader(library: Counting) -> WordTokenizer:
    return WordTokenizer(library)  # type: ignore[arg-type]


@given(st.lists(st.text(SIGNS) | st.text() | st.from_regex(r"[cf+# a-zé]*", fullmatch=True)))
def test_every_text_has_the_tokens_of_the_library(texts: list[str]) -> None:
    whole = [each.ids for each in LIBRARY.encode_batch_fast(texts, add_special_tokens=False)]
    assert WordTokenizer(LIBRARY).ids(texts) == whole


def test_a_word_of_the_vocabulary_is_never_read_and_another_only_once(
    reader: WordTokenizer, library: Counting
) -> None:
    text = "The OVEN was lit; xyzzyq lit it. Déjà vu, xyzzyq."
    once, twice = reader.ids([text, text])
    assert library.read.count("xyzzyq") == 1
    assert set(library.read) == {"xyzzyq", "Déjà"}
    assert reader.ids([text]) == [once] == [twice]
    assert len(library.read) == 2


def test_no_more_words_are_remembered_than_so_many(
    reader: WordTokenizer, library: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_tokenizer, "MOST", 3)
    first = reader.ids(["xyzzyq one two three four"])
    assert reader.ids(["five"]) != first
    assert reader.ids(["xyzzyq one two three four"]) == first
    assert library.read == ["xyzzyq", "xyzzyq"]
