from __future__ import annotations

import json
import logging
import sqlite3
from typing import TYPE_CHECKING

import pytest

from bot import logs
from bot.errors import UnavailableError
from index.error_sentences import Told

if TYPE_CHECKING:
    from collections.abc import Callable

WRITTEN = "canarytext sings on Fridays"
log = logging.getLogger("some.library")


def number() -> None:
    int(WRITTEN)


def below() -> None:
    try:
        number()
    except ValueError as error:
        raise KeyError(WRITTEN) from error


def while_handled() -> None:
    try:
        number()
    except ValueError:
        raise TypeError(WRITTEN)  # noqa: B904 - as it happens


def group() -> None:
    raise ExceptionGroup(WRITTEN, [ValueError(WRITTEN), ExceptionGroup(WRITTEN, [KeyError()])])


def database() -> None:
    sqlite3.connect(":memory:").execute("SELECT canarytext")


RAISES = {
    number: "ValueError: [", below: "ValueError: [", while_handled: "TypeError: [",
    group: "KeyError: [", database: "sqlite3.OperationalError: sqlite_errorname=SQLITE_ERROR [",
}  # fmt: skip


@pytest.mark.parametrize("shape", ["text", "json"])
@pytest.mark.parametrize("raises", RAISES)
def test_what_an_error_quotes_is_in_no_log_and_where_it_was_raised_is(
    capsys: pytest.CaptureFixture[str], raises: Callable[[], None], shape: str
) -> None:
    logs.configure("INFO", shape)
    try:
        raises()
    except Exception as error:
        log.exception("failed")
        log.warning(f"failed (error: {error}): {error!r}")  # noqa: G004 - as libraries write it
        log.warning("failed: %s", error)
    said = capsys.readouterr().err
    assert "canarytext" not in said.replace("SELECT canarytext", "")
    assert RAISES[raises] in said
    assert raises.__name__ in said


def test_at_debug_all_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("DEBUG")
    try:
        number()
    except ValueError as error:
        log.exception("failed: %s", error)  # noqa: TRY401 - as libraries write it
    assert capsys.readouterr().err.count(WRITTEN) == 2


def test_what_we_say_ourselves_and_what_the_system_says_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logs.configure("INFO", "json")
    log.error("failed", exc_info=UnavailableError(Told("the disk is full")))
    try:
        open("/nowhere/at/all")  # noqa: PTH123, SIM115 - it cannot be opened
    except OSError:
        log.exception("failed")
    ours, system = [json.loads(line)["error"] for line in capsys.readouterr().err.splitlines()]
    assert ours.endswith("UnavailableError: the disk is full")
    assert system.endswith("FileNotFoundError: [Errno 2] No such file or directory")


def test_errors_that_lead_to_each_other_end(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("INFO")
    first, second = ValueError(WRITTEN), KeyError(WRITTEN)
    first.__context__, second.__context__ = second, first
    log.error("failed", exc_info=first)
    said = capsys.readouterr().err
    assert said.count("ValueError") == said.count("KeyError") == 1
