"""The engines of which the contract is asked."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final

import pytest

from index.sqlite.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from index.engine import Engine

ENGINES: Final[dict[str, Callable[[Path], Engine]]] = {
    "sqlite": lambda folder: Store.open(folder / "pullquote.db", create=True),
}
"""How each engine makes an empty database in a folder."""


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database of each engine."""
    with closing(ENGINES[request.param](tmp_path / "data")) as opened:
        yield opened
