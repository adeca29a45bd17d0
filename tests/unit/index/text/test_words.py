from __future__ import annotations

import unicodedata
from typing import Literal
from unicodedata import normalize as real

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.text.words import folded, words


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Élève", "eleve"),
        ("CŒUR", "coeur"),
        ("Straße", "strasse"),
        ("Ærøskøbing", "aeroskobing"),
        ("Łódź", "lodz"),
        ("e\u0301te\u0301", "ete"),
        ("ﬁn", "fin"),
        ("𝗕𝗼𝗹𝗱 𝘪𝘵𝘢𝘭𝘪𝘤", "bold italic"),
        ("ＷＩＤＥ", "wide"),
    ],
)
def test_case_accents_ligatures_and_styled_letters_do_not_count(
    written: str, compared: str
) -> None:
    assert folded(written) == compared


accented = st.text("eé\u0301\u0323\u0345ǰ𝗕 ", min_size=20).map(lambda text: text * 90)


@given(accented)
def test_a_long_text_is_folded_in_pieces_as_it_would_be_as_a_whole(text: str) -> None:
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    whole = "".join(sign for sign in plain if not unicodedata.combining(sign))
    pieces: list[str] = []

    def normalize(form: Literal["NFKD"], piece: str) -> str:
        pieces.append(piece)
        return real(form, piece)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(unicodedata, "normalize", normalize)
        assert folded(text) == whole
    # The second time it comes decomposed, which makes more of a sign.
    assert max(map(len, pieces), default=0) <= 3_000  # a plain text needs none


@given(st.text(st.characters(max_codepoint=0x17F)))
def test_plain_letters_are_folded_as_all_others_are(text: str) -> None:
    for sign in text:
        assert folded(sign) == folded(f"{sign}\N{ZERO WIDTH SPACE}")[:-1]


@given(st.text())
@example("ǽ ſ ǰ ℡ ΐ")
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text())
def test_words_joined_by_spaces_are_the_same_words(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)


@given(st.text())
def test_no_word_holds_white_space_or_an_operator_of_full_text_queries(text: str) -> None:
    assert not any(set(word) & set(" \t\n\"*():^'-") for word in words(text))


def test_c_cplusplus_and_csharp_are_three_words() -> None:
    assert words("C, C++ or C#?") == ["c", "c++", "or", "c#"]


def test_words_keep_their_order_and_repetitions() -> None:
    assert words("What's new? What's old!") == ["what", "s", "new", "what", "s", "old"]


def test_a_text_of_signs_only_has_no_words() -> None:
    assert words("?! 👉 … -") == []


def test_signs_that_stand_for_a_phrase_are_unfolded_unless_there_is_nothing_else() -> None:
    sign = "\ufdfa"
    assert len(folded(sign)) == 18
    assert folded(sign * 1_000) == sign * 1_000
