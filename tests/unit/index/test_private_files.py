from __future__ import annotations

import os
from typing import TYPE_CHECKING

from index.private_files import mode_of
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from index.search.search import Search


def test_the_cache_is_its_owner_s_alone(
    search: Search, save: Callable[..., None], tmp_path: Path
) -> None:

    save(post("Bees swarm."))
    before = os.umask(0)
    try:
        search.warm_up()
        search.save()
    finally:
        os.umask(before)
    assert mode_of(tmp_path / "data" / "pullquote.cache") == 0o600


def test_what_is_gone_has_no_rights(tmp_path: Path) -> None:
    assert mode_of(tmp_path / "gone") == 0
