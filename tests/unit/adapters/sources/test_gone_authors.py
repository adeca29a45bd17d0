"""What stands in the place of an author who is gone is no name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes.archives import as_json

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile


@pytest.mark.parametrize(
    ("written", "author"),
    [
        *((gone, None) for gone in ("[deleted]", "[removed]", "Deleted Account", "deleted user")),
        *((name, name) for name in ("Ana Bell", "deleted", "Deleted Scenes", "[Ana]")),
    ],
)
def test_who_is_gone_has_no_name(written: str, author: str | None, read_file: ReadFile) -> None:
    rows = [{"text": "The keel is oak.", "author": written}]

    assert read_file(as_json(rows), "a.json").only.author == author
