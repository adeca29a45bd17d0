from __future__ import annotations

from typing import TYPE_CHECKING

from index.private_files import mode_of

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_gone_has_no_rights(tmp_path: Path) -> None:
    assert mode_of(tmp_path / "gone") == 0
