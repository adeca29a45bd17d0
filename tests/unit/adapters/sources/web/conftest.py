"""A site on loopback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes.sites import Site

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def site() -> Iterator[Site]:
    """Serve pages on loopback."""
    with Site() as opened:
        yield opened
