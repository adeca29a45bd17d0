from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes.index.encoders import HashingEncoder
from tests.unit.bot.questions.conftest import opened_services

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.services import Services


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """What is watched over."""
    with opened_services(tmp_path, encoder=HashingEncoder()) as opened:
        yield opened
