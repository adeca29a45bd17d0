"""The example posts, and posts in files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]


POSTS = Path(__file__).parents[3] / "examples" / "posts"


@pytest.fixture
def examples(pullquote: Pullquote) -> Result:
    """The example posts, imported."""
    return pullquote("import", str(POSTS))


def write(path: str, *records: dict[str, Any]) -> None:
    Path(path).write_text("".join(json.dumps(record) + "\n" for record in records))


def counts(new: int = 0, changed: int = 0, unchanged: int = 0, removed: int = 0) -> str:
    return f"{new} new, {changed} changed, {unchanged} unchanged, {removed} removed, 0 refused\n"
