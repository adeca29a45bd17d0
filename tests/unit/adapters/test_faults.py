from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from adapters.faults import sentence
from adapters.wording import ENGLISH, FRENCH
from bot.errors import BadFilter, DeliveryError, TooManyQuestions, UnavailableError

if TYPE_CHECKING:
    from adapters.wording import Wording


@pytest.mark.parametrize(
    "error", [TooManyQuestions(12.2), UnavailableError("try again later"), BadFilter("write x")]
)
def test_what_people_can_mend_is_told_as_it_is_and_not_logged(
    error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    assert sentence(error, ENGLISH) == str(error)
    assert caplog.records == []


@pytest.mark.parametrize("wording", [ENGLISH, FRENCH], ids=lambda wording: wording.language)
@pytest.mark.parametrize("error", [ZeroDivisionError("hidden"), DeliveryError("hidden")])
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
