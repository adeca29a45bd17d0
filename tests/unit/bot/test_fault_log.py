from __future__ import annotations

import logging

import pytest

from bot.fault_log import MOST_PLACES, FaultLog
from bot.logs import FORMAT

MAST, KEEL = "the mast is of ash", "the keel is of oak"


def raised(fault: Exception, cause: Exception | None = None) -> Exception:
    with pytest.raises(type(fault)) as found:
        raise fault from cause
    return found.value


def test_the_words_of_a_fault_and_of_its_cause_are_in_no_line(
    caplog: pytest.LogCaptureFixture,
) -> None:
    cause = raised(ValueError(MAST))
    FaultLog().note("error", raised(KeyError(KEEL), cause))

    [record] = caplog.records
    said = logging.Formatter(FORMAT, defaults={"question_id": "-"}).format(record)
    assert "ValueError" in said
    assert "KeyError" in said
    assert "in raised" in said
    assert MAST not in said
    assert KEEL not in said


def test_kinds_are_told_apart_by_their_type_and_place(caplog: pytest.LogCaptureFixture) -> None:
    log = FaultLog()
    ids = [log.note("error", raised(kind("a"))) for kind in (KeyError, ValueError, KeyError)]

    assert ids[0] == ids[2] != ids[1]
    assert len(caplog.records) == 2


def test_each_tenfold_is_told_and_the_rest_at_the_end(caplog: pytest.LogCaptureFixture) -> None:
    log = FaultLog()
    for _ in range(123):
        log.note("error", raised(KeyError("a")))
    log.tell("error")
    log.tell("error")

    _, *counts = [each.getMessage().partition(": ")[2] for each in caplog.records]
    assert counts == ["10 times by now", "100 times by now", "123 times in all"]


def test_what_is_always_of_another_kind_is_counted_as_one(caplog: pytest.LogCaptureFixture) -> None:
    log, kinds = FaultLog(), MOST_PLACES + 15
    for number in range(kinds):
        log.note("error", raised(type(f"Fault{number}", (Exception,), {})("a")))
    log.tell("error")

    assert caplog.text.count("Traceback") == MOST_PLACES + 1
    assert "15 times in all" in caplog.text
