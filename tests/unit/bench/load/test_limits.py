from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bench.load.limits import passed

if TYPE_CHECKING:
    from collections.abc import Mapping

WARM = {"tasks": 10.0, "descriptors": 25.0, "megabytes": 200.0}


def wrong(**changed: Any) -> list[str]:
    """Return what is wrong with a load that is as it must be but for this."""
    after = {**WARM, **changed.pop("after", {})}
    found: dict[str, Mapping[str, Any]] = {
        "became": {"answered once": 639, "told to wait": 401},
        "works": {"import ended with 0": 40, "reindex ended with 0": 39},
        "shares": {"channel": [0.53, 0.63], "person": [0.22, 1.0]},
    }
    return list(passed(**{**found, **changed}, warm=WARM, after=after))


def test_a_load_that_came_to_nothing_bad_passes() -> None:
    assert wrong() == []
    assert wrong(after={"megabytes": 195.0, "tasks": 8.0, "descriptors": 24.0}) == []
    assert wrong(after={"megabytes": 209.0, "tasks": 15.0, "descriptors": 35.0}) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"became": {"lost": 1}}, "1 lost"),
        ({"became": {"answered more than once": 2}}, "2 answered more than once"),
        ({"became": {"answered to nobody": 3}}, "3 answered to nobody"),
        ({"works": {"import ended with 4": 1}}, "1 times import ended with 4"),
        ({"works": {"reindex ended with -9": 1}}, "1 times reindex ended with -9"),
        ({"after": {"megabytes": 210.0}}, "memory grew by 5.0%"),
        ({"after": {"tasks": 16.0}}, "6 more tasks"),
        ({"after": {"descriptors": 36.0}}, "11 more descriptors"),
        (
            {"shares": {"channel": [0.3, 0.6], "person": [0.5]}},
            "a channel had 30% answered, another 60%",
        ),
        ({"shares": {"channel": [0.6], "person": [0.5, 0.0]}}, "a person had no answer"),
    ],
)
def test_each_limit_that_is_passed_is_named(changed: dict[str, Any], said: str) -> None:
    assert wrong(**changed) == [said]
