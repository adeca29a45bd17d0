from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from index.private_files import mode_of, write

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_gone_has_no_rights(tmp_path: Path) -> None:
    assert mode_of(tmp_path / "gone") == 0


def test_a_file_for_which_there_is_no_room_is_named_and_nothing_is_left_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match=r"bundle\.json"):
        write(tmp_path / "bundle.json", b"{}")
    assert not [*tmp_path.iterdir()]
