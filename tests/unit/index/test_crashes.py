from __future__ import annotations

import asyncio

import pytest

from index.crashes import LibraryCrash, crashes_as_errors
from tests.fakes.crashes import Crash


def test_what_a_library_raises_outside_of_errors_comes_out_as_one() -> None:
    crash = Crash("inner workings")
    with pytest.raises(LibraryCrash, match=r"^Crash$") as caught, crashes_as_errors():
        raise crash
    assert caught.value.__cause__ is crash


@pytest.mark.parametrize(
    "raised",
    [ValueError(), KeyboardInterrupt(), SystemExit(), asyncio.CancelledError(), GeneratorExit()],
    ids=lambda raised: type(raised).__name__,
)
def test_errors_and_what_ends_the_work_on_purpose_come_out_as_they_are(
    raised: BaseException,
) -> None:
    with pytest.raises(type(raised)) as caught, crashes_as_errors():
        raise raised
    assert caught.value is raised
