from __future__ import annotations

import re
import string
from dataclasses import asdict
from pathlib import Path
from typing import get_args

import pytest

from adapters.chat.wording import ENGLISH, FRENCH, GERMAN, SPANISH, WORDINGS, Wording, wording_for
from bot.settings.loading import load
from index.posts import FoundBy
from index.text.language import Spoken

ALIKE = {
    "fr": {
        "usage.by_question",
        "usage.metavar_options",
        "usage.metavar_question",
        "usage.metavar_source",
        "usage.unit_messages",
        "usage.unit_passages",
        "usage.unit_questions",
    },
    "es": set[str](),
    "de": {"usage.metavar_link", "usage.metavar_name", "usage.type_str"},
}
"""What is the same word as in English."""

GAP = re.compile(r"\{[^{}]*\}")


@pytest.mark.parametrize("locale", ["fr", "fr_FR.UTF-8", "fr-CA", "FR", "fr_BE@euro"])
def test_french_is_spoken_where_french_is_spoken(locale: str) -> None:
    assert wording_for(locale) is FRENCH


@pytest.mark.parametrize("locale", ["es", "es_MX.UTF-8", "es-419", "de", "de_AT", "de-CH"])
def test_spanish_and_german_are_spoken_where_they_are_spoken(locale: str) -> None:
    assert wording_for(locale) is {"es": SPANISH, "de": GERMAN}[locale[:2]]


@pytest.mark.parametrize(
    "locale", ["en", "en_GB.UTF-8", "it_IT", "est", "den", "C", "C.UTF-8", "POSIX", ""]
)
def test_everywhere_else_english_is_spoken(locale: str) -> None:
    assert wording_for(locale) is ENGLISH


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.language)
def test_a_language_is_spoken_where_its_locale_or_the_setting_says_so(wording: Wording) -> None:
    assert wording_for(wording.language) is wording
    settings = load(Path("absent.env"), {"PULLQUOTE_LANGUAGE": wording.language})
    assert settings.language == wording.language


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.language)
def test_a_quote_in_any_language_that_is_told_apart_has_its_name(wording: Wording) -> None:
    assert set(wording.languages) == set(get_args(Spoken))


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.language)
def test_nothing_is_left_unsaid_in_a_language(wording: Wording) -> None:
    said = sentences(wording)
    assert [name for name, sentence in said.items() if not sentence.strip()] == []
    padded = {name for name, sentence in said.items() if sentence.strip() != sentence}
    joined = {"remaining", "chat_checks.and", "usage.and", "usage.usage"}
    heads = {"usage.options", "usage.arguments", "usage.commands"}  # before a colon, in French
    assert padded - (heads if wording.language == "fr" else set()) == joined


@pytest.mark.parametrize("wording", WORDINGS[1:], ids=lambda wording: wording.language)
def test_every_sentence_is_translated(wording: Wording) -> None:
    english, translated = sentences(ENGLISH), sentences(wording)
    assert english.keys() == translated.keys()
    same = {name: words for name, words in english.items() if words == translated[name]}
    said_alike = {name for name, words in same.items() if GAP.sub("", words).strip(" :–.?")}
    assert said_alike <= ALIKE[wording.language]


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.language)
def test_however_a_post_was_found_has_its_word(wording: Wording) -> None:
    ways = {*get_args(FoundBy)}
    assert {f"by_{each}" for each in ways} <= wording.usage.keys()
    assert ways <= wording.found_by.keys()


def test_the_same_is_put_into_the_sentences_of_every_language() -> None:
    assert [gaps(each) for each in WORDINGS[1:]] == [gaps(ENGLISH)] * (len(WORDINGS) - 1)
    assert ("failed", "error_id") in gaps(ENGLISH)


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.language)
def test_what_stands_on_buttons_and_forms_fits_on_every_platform(wording: Wording) -> None:
    buttons = "open_post more back share only_me why cancel answer dismiss forget".split()
    assert all(len(sentences(wording)[name]) <= 75 for name in buttons)
    assert all(len(title) <= 24 for title in (wording.wrong_title, wording.answer_title))
    assert all(len(label) <= 45 for label in (wording.wrong_label, wording.answer_label))
    assert all(len(description) <= 100 for description in wording.commands.values())


def sentences(wording: Wording) -> dict[str, str]:
    """Return every sentence by its name; those of a mapping are named `mapping.key`."""
    said: dict[str, str] = {}
    for name, value in asdict(wording).items():
        if isinstance(value, dict):
            said |= {f"{name}.{key}": each for key, each in value.items()}
        else:
            said[name] = value
    # What libraries say needs words only where it is not said as they do; a sign is no sentence,
    # and the English help and what goes wrong stand in the code.
    return {
        name: each
        for name, each in said.items()
        if not name.startswith(("library_words", "help_texts", "problems")) and name != "thousands"
    }


def gaps(wording: Wording) -> set[tuple[str, str]]:
    """Return the names of what is put in, each with its sentence's."""
    return {
        (name, gap)
        for name, sentence in sentences(wording).items()
        for _, gap, _, _ in string.Formatter().parse(sentence)
        if gap is not None
    }
