from __future__ import annotations

import string
from dataclasses import asdict

import pytest

from adapters.wording import ENGLISH, FRENCH, Wording, wording_for


@pytest.mark.parametrize("locale", ["fr", "fr_FR.UTF-8", "fr-CA", "FR", "fr_BE@euro"])
def test_french_is_spoken_where_french_is_spoken(locale: str) -> None:
    assert wording_for(locale) is FRENCH


@pytest.mark.parametrize("locale", ["en", "en_GB.UTF-8", "de_DE", "C", "C.UTF-8", "POSIX", ""])
def test_everywhere_else_english_is_spoken(locale: str) -> None:
    assert wording_for(locale) is ENGLISH


@pytest.mark.parametrize("wording", [ENGLISH, FRENCH], ids=lambda wording: wording.language)
def test_nothing_is_left_unsaid_in_a_language(wording: Wording) -> None:
    assert all(sentence.strip() == sentence != "" for sentence in asdict(wording).values())


def test_every_sentence_is_translated() -> None:
    english, french = asdict(ENGLISH), asdict(FRENCH)
    assert {name for name, words in english.items() if words == french[name]} == set()


def test_the_same_is_put_into_the_sentences_of_every_language() -> None:
    assert gaps(FRENCH) == gaps(ENGLISH)
    assert gaps(ENGLISH) == {("age", "age"), ("failed", "error_id")}


def gaps(wording: Wording) -> set[tuple[str, str]]:
    """Returns the names of what is put in, each with its sentence's."""
    return {
        (name, gap)
        for name, sentence in asdict(wording).items()
        for _, gap, _, _ in string.Formatter().parse(sentence)
        if gap is not None
    }
