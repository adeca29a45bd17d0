"""Each target of `make fuzz`, for as long as a run of all tests may take."""

from __future__ import annotations

import pytest

from tests.fuzz.targets import TARGETS


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_nothing_that_is_fed_is_a_fault(name: str) -> None:
    TARGETS[name]()
    assert TARGETS[name].hypothesis.fuzz_one_input  # type: ignore[attr-defined] # for `make fuzz`
