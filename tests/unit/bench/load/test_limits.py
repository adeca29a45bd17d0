from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE
from typing import TYPE_CHECKING, Any

import pytest

from bench.load.commands import ended
from bench.load.limits import MOST_MEGABYTES, Share, passed

if TYPE_CHECKING:
    from collections.abc import Mapping

ALL = Share(5, 5)
ENDED = {"import ended with 0": 40, "reindex ended with 0": 39}
WARM = {"tasks": 10.0, "descriptors": 25.0, "objects": 600_000.0, "megabytes": 190.0}
WARM[MOST_MEGABYTES] = 200.0


def wrong(**changed: Any) -> list[str]:
    """Return what is wrong with a load that is as it must be but for this."""
    after = {**WARM, **changed.pop("after", {})}
    found: dict[str, Mapping[str, Any]] = {
        "became": {"answered once": 639, "told to wait": 401},
        "works": ENDED,
        "shares": {"channel": [Share(66, 125), Share(79, 125)], "person": [Share(9, 40), ALL]},
    }
    return list(passed(**{**found, **changed}, warm=WARM, after=after))


def test_a_load_that_came_to_nothing_bad_passes() -> None:
    assert wrong() == []
    assert wrong(after={"megabytes": 195.0, "tasks": 8.0, "descriptors": 24.0}) == []
    assert wrong(after={"megabytes": 209.0, "tasks": 15.0, "descriptors": 35.0}) == []
    assert wrong(after={"objects": 659_000.0}) == []


@pytest.mark.parametrize("few", [Share(1, 3), Share(2, 5), Share(0, 1), Share(3, 6)])
def test_of_few_questions_an_answer_more_or_less_is_chance(few: Share) -> None:
    assert wrong(shares={"channel": [few, Share(6, 6)], "person": [ALL]}) == []


async def test_a_command_that_never_ends_is_said_to_and_is_not_left_behind() -> None:
    wait = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    for process, said in (
        (await asyncio.create_subprocess_exec(*wait, stdin=PIPE), "never ended"),
        (await asyncio.create_subprocess_exec(*wait, stdin=DEVNULL), "ended with 0"),
    ):
        assert await ended(process, 0.5 if said == "never ended" else 60.0) == said
        assert process.returncode is not None


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"became": {"lost": 1}}, "1 lost"),
        ({"became": {"answered more than once": 2}}, "2 answered more than once"),
        ({"became": {"answered to nobody": 3}}, "3 answered to nobody"),
        ({"works": {**ENDED, "import ended with 4": 1}}, "1 times import ended with 4"),
        ({"works": {**ENDED, "reindex ended with -9": 1}}, "1 times reindex ended with -9"),
        ({"works": {**ENDED, "import never ended": 1}}, "1 times import never ended"),
        ({"works": {"import ended with 0": 1}}, "no reindex ended well"),
        ({"works": {"reindex ended with 0": 1}}, "no import ended well"),
        ({"after": {"megabytes": 210.0}}, "memory grew by 5.0%"),
        ({"after": {"objects": 660_000.0}}, "10.0% more objects"),
        ({"after": {"tasks": 16.0}}, "6 more tasks"),
        ({"after": {"descriptors": 36.0}}, "11 more descriptors"),
        (
            {"shares": {"channel": [Share(36, 120), Share(72, 120)], "person": [ALL]}},
            "a channel had 30% answered, another 60%",
        ),
        (
            {"shares": {"channel": [Share(0, 5), Share(6, 6)], "person": [ALL]}},
            "a channel had 0% answered, another 100%",
        ),
        ({"shares": {"channel": [ALL], "person": [ALL, Share(0, 5)]}}, "1 people had no answer"),
    ],
)
def test_each_limit_that_is_passed_is_named(changed: dict[str, Any], said: str) -> None:
    assert wrong(**changed) == [said]
