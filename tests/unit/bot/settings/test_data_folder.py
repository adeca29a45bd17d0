from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings.data_folder import default_data_folder

HOME = Path.home()


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("linux", {}, HOME / ".local/share/pullquote"),
        ("linux", {"XDG_DATA_HOME": "/srv/mine"}, Path("/srv/mine/pullquote")),
        ("linux", {"XDG_DATA_HOME": "mine"}, HOME / ".local/share/pullquote"),
        ("darwin", {}, HOME / "Library/Application Support/pullquote"),
        ("win32", {"LOCALAPPDATA": "/c/Local"}, Path("/c/Local/pullquote")),
    ],
)
def test_the_data_lies_where_the_system_keeps_a_user_s(
    platform: str, environ: dict[str, str], folder: Path
) -> None:
    assert default_data_folder(environ, platform) == folder


@pytest.mark.parametrize("name", ["pullquote.db", "ledger.db"])
def test_data_that_an_older_version_made_in_this_folder_is_still_found(name: str) -> None:
    Path("data").mkdir()
    assert default_data_folder({}) != Path("data")
    Path("data", name).touch()
    assert default_data_folder({}) == Path("data")
