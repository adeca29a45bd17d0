from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from index.system_errors import rights, sqlite_refusal, system_refusal


@pytest.mark.parametrize(
    ("number", "helps"),
    [
        (errno.EACCES, "run the command as the account that owns it"),
        (errno.EROFS, "is mounted read-only: name another folder"),
        (errno.ENOSPC, "make room there"),
        (errno.EDQUOT, "make room there"),
        (errno.EFBIG, "the limits of the process (`ulimit -a`)"),
        (errno.EMFILE, "the limits of the process (`ulimit -a`)"),
    ],
)
def test_what_the_system_refuses_names_the_file_and_what_helps(number: int, helps: str) -> None:
    said = system_refusal(OSError(number, os.strerror(number), "/srv/posts"))
    assert "/srv/posts" in said
    assert helps in said
    assert len(said.splitlines()) == 1


def test_a_file_is_named_as_a_person_named_it() -> None:
    error = OSError(errno.EACCES, os.strerror(errno.EACCES), "/srv/x.tmp")
    assert "/srv/x.tmp" not in system_refusal(error, Path("saved"))
    assert system_refusal(error, Path("saved")).startswith("saved may not be used so")


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        OSError("x.so: failed to map segment from shared object"),
        OSError(errno.ENOMEM, "Cannot allocate memory"),
        RuntimeError("can't start new thread"),
        ImportError("x.so: failed to map segment from shared object"),
    ],
)
def test_a_lack_of_memory_is_told_in_whatever_words_it_comes(error: Exception) -> None:
    assert system_refusal(error).startswith("there is not enough memory")


def test_a_file_on_a_disk_that_is_mounted_to_be_read_is_not_another_account_s(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "new"  # which is not there: its file system is that of those above it
    assert "run the command as the account" in rights(folder)
    mounted = os.statvfs_result((1,) * 8 + (os.ST_RDONLY, 255))

    def look(path: Path) -> os.statvfs_result:
        if path != tmp_path:
            raise FileNotFoundError
        return mounted

    monkeypatch.setattr(os, "statvfs", look)
    assert "is mounted read-only: name another folder" in rights(folder)


@pytest.mark.parametrize(
    "error", [ValueError("no"), FileNotFoundError(errno.ENOENT, "no such file"), RuntimeError("no")]
)
def test_other_errors_are_not_explained_away(error: Exception) -> None:
    assert system_refusal(error) == ""
    assert sqlite_refusal(Path("x"), error) == ""
