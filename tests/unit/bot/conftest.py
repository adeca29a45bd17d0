"""A library without a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.posts.library import Library
from tests.fakes.bot.libraries import Files, shelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the posts are."""
    return tmp_path / "data"


@pytest.fixture
def files() -> Files:
    """The files that can be imported."""
    return Files()


@pytest.fixture
def library(folder: Path, files: Files) -> Iterator[Library]:
    """A library with nothing in it."""
    opened = Library(shelf(folder, files))
    yield opened
    opened.close()
