from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.e2e.conftest import Result


POSTS = Path(__file__).parents[2] / "examples" / "posts"


@pytest.fixture(autouse=True)
def _open_to_all() -> Iterator[None]:
    """Let new files be everybody's, unless their maker says otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


def rights() -> dict[str, str]:
    found = (Path("data"), *Path("data").rglob("*"))
    return {each.name: f"{each.stat().st_mode & 0o777:o}" for each in found}


def test_all_that_the_commands_make_is_its_owner_s_alone(pullquote: Callable[..., Result]) -> None:
    pullquote("import", str(POSTS))
    assert pullquote("ask", "why did Ilya Sutskever leave?").code == 0

    assert rights() == {"data": "700", "pullquote.db": "600"}
    assert "ok    rights" in pullquote("check").out


def test_check_says_what_others_may_read_and_the_next_import_closes_it(
    pullquote: Callable[..., Result],
) -> None:
    pullquote("import", str(POSTS))
    Path("data").chmod(0o755)
    Path("data/pullquote.db").chmod(0o644)

    checked = pullquote("check")
    again = pullquote("import", str(POSTS))

    assert checked.code == 1
    assert "FAIL  rights    others have rights to data (mode 755): `chmod 700 data`" in checked.out
    assert "data/pullquote.db (mode 644): `chmod 600 data/pullquote.db`" in checked.out
    assert "only their owner has rights to these from now on: data/pullquote.db, data" in again.err
    assert pullquote("check").code == 0
