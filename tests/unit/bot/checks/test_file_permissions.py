from __future__ import annotations

import logging
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from adapters.chat.wording import ENGLISH
from bot.checks.file_permissions import findings, narrow_all
from bot.composition import app
from bot.settings.loading import load
from index.private_files import make_folder, mode_of, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.settings.values import Settings

OURS = (
    "pullquote.db", "pullquote.db-wal", "pullquote.db-wal.former", "pullquote.cache", "ledger.db",
    "ledger.db-shm",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _open_to_all() -> Iterator[None]:
    """Let new files be everybody's, unless their maker says otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.fixture
def settings() -> Settings:
    """A data folder as an older version left it."""
    found = load(Path(".env"), {"PULLQUOTE_DATA": "data"})
    uploads = found.imports / "157"
    uploads.mkdir(parents=True)
    for path in (*(found.data / name for name in OURS), uploads / "posts.zip"):
        path.write_bytes(b"private")
        path.chmod(0o644)
    for folder in (found.data, found.imports, uploads):
        folder.chmod(0o755)
    return found


def wide(settings: Settings) -> list[str]:
    found = (settings.data, *settings.data.rglob("*"))
    return sorted(each.name for each in found if mode_of(each) & 0o077)


def test_what_an_older_version_left_open_is_closed_and_that_is_said_once(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    assert len(wide(settings)) == len(OURS) + 4
    with caplog.at_level(logging.WARNING):
        narrow_all(settings)
        narrow_all(settings)
    assert wide(settings) == []
    assert (mode_of(settings.data), mode_of(settings.database)) == (0o700, 0o600)
    (said,) = caplog.messages
    assert "data/pullquote.db-wal" in said


def test_a_folder_with_other_things_in_it_is_left_alone_but_our_files_are_not(
    settings: Settings,
) -> None:
    (settings.data / "thesis.tex").touch(0o644)
    narrow_all(settings)
    assert wide(settings) == ["data", "thesis.tex"]
    (line,) = findings(settings, ENGLISH.upkeep)
    assert not line.is_fine
    assert line.text == (
        "others have rights to data (mode 755): give PULLQUOTE_DATA a folder of its own, or, if"
        " others need it not, `chmod 700 data`"
    )


def test_what_only_begins_like_our_files_is_left_alone(settings: Settings) -> None:
    for name in ("pullquote.service", "ledger.journal", "pullquote.db.old"):
        (settings.data / name).touch(0o644)
    narrow_all(settings)
    assert wide(settings) == ["data", "ledger.journal", "pullquote.db.old", "pullquote.service"]


def test_where_one_of_our_names_leads_elsewhere_nothing_is_changed_there(
    settings: Settings,
) -> None:
    elsewhere = Path("elsewhere")
    elsewhere.touch(0o644)
    settings.cache.unlink()
    settings.cache.symlink_to(elsewhere.absolute())
    narrow_all(settings)
    assert mode_of(elsewhere) == 0o644
    assert [line.is_fine for line in findings(settings, ENGLISH.upkeep)] == [True]


def test_what_a_kill_left_half_written_is_closed_too(settings: Settings) -> None:
    (settings.data / "pullquote.cache.42.tmp").touch(0o644)
    narrow_all(settings)
    assert wide(settings) == []


def test_a_copy_of_a_database_that_others_may_read_is_named_and_left_as_it_is(
    settings: Settings,
) -> None:
    for path in settings.data.glob("pullquote.db*"):
        path.unlink()
    with app.opened_index(settings, create=True):
        copy = settings.data / "backup.db"
        copy.write_bytes(settings.database.read_bytes())
    copy.chmod(0o644)
    settings.data.chmod(0o700)
    narrow_all(settings)
    (line,) = findings(settings, ENGLISH.upkeep)
    assert line.text == (
        "others have rights to data/backup.db (mode 644): `chmod 600 data/backup.db`"
    )


def test_where_an_upload_leads_elsewhere_nothing_is_changed_there(settings: Settings) -> None:
    elsewhere = Path("elsewhere")
    elsewhere.touch(0o644)
    (settings.imports / "link").symlink_to(elsewhere.absolute())
    narrow_all(settings)
    assert mode_of(elsewhere) == 0o644
    assert [line.is_fine for line in findings(settings, ENGLISH.upkeep)] == [True]


def test_each_path_that_others_have_rights_to_is_named_with_the_remedy(settings: Settings) -> None:
    settings = replace(settings, data=settings.data.rename("my data"))
    narrow_all(settings)
    settings.database.chmod(0o640)
    (settings.imports / "157").chmod(0o750)
    assert [line.text for line in findings(settings, ENGLISH.upkeep)] == [
        "others have rights to my data/pullquote.db (mode 640): `chmod 600 'my data/pullquote.db'`",
        "others have rights to my data/imports/157 (mode 750): `chmod 700 'my data/imports/157'`",
    ]


def test_what_cannot_be_narrowed_stops_nothing_and_is_still_told(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "chmod", refuse)  # as where another account owns them
    narrow_all(settings)
    assert caplog.messages == []
    assert len(findings(settings, ENGLISH.upkeep)) == len(OURS) + 4


def test_nothing_is_said_of_a_folder_that_is_not_there_yet() -> None:
    settings = load(Path(".env"), {"PULLQUOTE_DATA": "data"})
    narrow_all(settings)
    assert [line.is_fine for line in findings(settings, ENGLISH.upkeep)] == [True]


def test_where_modes_mean_nothing_nothing_is_said_of_them(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.checks.file_permissions.HAS_RIGHTS", False)
    assert findings(settings, ENGLISH.upkeep) == []


def test_opening_the_index_closes_it_to_others(settings: Settings) -> None:
    for path in settings.data.glob("pullquote.*"):
        path.unlink()
    with app.opened_index(settings, create=True):
        assert wide(settings) == []


def test_an_upload_is_its_owner_s_alone_down_to_its_folders() -> None:
    write(Path("data/imports/157/posts.zip"), b"private")
    assert Path("data/imports/157/posts.zip").read_bytes() == b"private"
    assert [mode_of(each) for each in (Path("data"), *sorted(Path("data").rglob("*")))] == [
        0o700, 0o700, 0o700, 0o600,
    ]  # fmt: skip


def test_a_file_in_a_folder_s_place_is_an_error() -> None:
    Path("data").touch()
    with pytest.raises(FileExistsError):
        make_folder(Path("data"))
