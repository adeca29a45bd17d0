from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from adapters.chat.error_text import noted, recalled, sentence
from adapters.chat.wording import ENGLISH, FRENCH
from bot.errors import (
    AskError,
    BadFilter,
    BotError,
    ChannelClosed,
    DeliveryError,
    FileElsewhere,
    LedgerBusy,
    NotWatched,
    TooManyQuestions,
    UnavailableError,
)
from index.error_sentences import Told, verbatim
from index.errors import IndexingError, IndexLocked, IndexMismatch, IndexMissing, PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from adapters.chat.wording import Wording


both_languages = pytest.mark.parametrize(
    "wording", [ENGLISH, FRENCH], ids=lambda wording: wording.language
)


@pytest.mark.parametrize("error", [TooManyQuestions(12.2), BadFilter("write x")])
def test_what_people_can_mend_is_told_as_it_is_and_not_logged(
    error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    assert sentence(error, ENGLISH) == str(error)
    assert caplog.records == []


@both_languages
@pytest.mark.parametrize("error", [ZeroDivisionError("hidden"), DeliveryError(Told("hidden"))])
def test_a_fault_of_ours_is_told_by_an_id_under_which_the_log_has_all_of_it(
    error: Exception, wording: Wording, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        told = sentence(error, wording)
    (record,) = caplog.records
    error_id = record.getMessage().removeprefix("error ")
    assert told == wording.failed.format(error_id=error_id)
    assert "hidden" not in told
    assert record.exc_info
    assert record.exc_info[1] is error


@both_languages
def test_no_error_of_ours_tells_a_path_of_the_host_in_a_chat(
    wording: Wording, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for error in errors(tmp_path):
        caplog.clear()
        told = sentence(error, wording)
        assert str(tmp_path) not in told, type(error)
        other = FRENCH if wording is ENGLISH else ENGLISH
        assert told != sentence(error, other).partition("(error")[0], type(error)
        records = caplog.records
        hidden = [each for each in records if each.exc_info or str(tmp_path) in each.getMessage()]
        # Whoever runs the bot finds in the log what the chat does not say.
        assert bool(hidden) == ("error " in told or "erreur " in told), type(error)


def errors(folder: Path) -> Iterator[Exception]:
    """Yield an error of every kind that the index and the bot have, with a path in it."""
    said = f"{folder}/pullquote.db cannot be used: run `pullquote import {folder}`"
    for below in kinds(IndexingError):
        cause = below(said, said) if below is PostFormatError else below(said)
        error = UnavailableError(verbatim(str(cause)))
        error.__cause__ = cause
        yield error
        yield cause
    for kind in kinds(BotError):
        is_plain = kind.__init__ in {each.__init__ for each in (BotError, UnavailableError)}
        if is_plain and not issubclass(kind, AskError):  # whose sentences are told as they are
            yield kind(said)


def kinds(base: type[Exception]) -> list[type[Exception]]:
    """Return a class with all below it."""
    return [base, *(each for below in base.__subclasses__() for each in kinds(below))]


@pytest.mark.parametrize(
    ("cause", "english", "french"),
    [
        (IndexMissing("no posts in /srv"), "There are no posts yet", "Pas encore de messages"),
        (IndexLocked(Told("/srv is locked")), "try again later", "réessayez plus tard"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_the_index_says_is_told_with_what_can_be_done_about_it(
    cause: IndexingError, english: str, french: str
) -> None:
    error = UnavailableError(verbatim(str(cause)))
    error.__cause__ = cause
    assert english in sentence(error, ENGLISH)
    assert french in sentence(error, FRENCH)
    assert ("/posts watch" in sentence(error, FRENCH)) == isinstance(cause, IndexMissing)


def test_what_may_be_named_is_named_in_the_reader_s_language() -> None:
    assert "notes.zip est conservé" in sentence(FileElsewhere("Slack", "notes.zip"), FRENCH)
    assert "Discord ne me laisse pas" in sentence(ChannelClosed("Discord", "no"), FRENCH)
    assert "/posts watch" in sentence(NotWatched(), FRENCH)
    assert "plus tard" in sentence(LedgerBusy(Told("/srv/ledger.db")), FRENCH)


@both_languages
def test_what_is_remembered_of_an_error_is_told_later_without_a_path(wording: Wording) -> None:
    locked = UnavailableError(Told("another process is using /srv/pullquote.db"))
    locked.__cause__ = IndexLocked(verbatim(str(locked)))
    unknown = UnavailableError(Told("/srv/ledger.db is gone"))
    unknown.__cause__ = IndexMismatch(verbatim(str(unknown)))
    assert recalled(noted(locked), wording) == wording.unavailable["IndexLocked"]
    assert recalled(noted(unknown), wording) == wording.not_readable
    assert recalled(str(locked), wording) == wording.not_readable  # as it was remembered once
    assert noted(OSError("/srv")) == ""
