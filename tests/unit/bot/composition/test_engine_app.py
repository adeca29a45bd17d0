"""Which engine keeps the posts, and what is said where it cannot."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.composition import engine_app
from bot.errors import ConfigError
from bot.settings.loading import load
from index.sqlite.storage import SqliteStorage

NO_FILE = Path(os.devnull)
ROOT = Path(__file__).parents[3]
ADDRESS = "postgresql://ada:secret@host/posts"


def test_without_an_address_a_file_keeps_the_posts() -> None:
    settings = load(NO_FILE, {"PULLQUOTE_DATA": "data"})
    assert isinstance(engine_app.storage(settings), SqliteStorage)
    assert engine_app.home(settings) == str(Path("data").resolve())
    assert engine_app.storage_at("elsewhere").home == "elsewhere"


def test_an_address_is_a_server_s_and_asked_for_only_when_it_is_opened() -> None:
    settings = load(NO_FILE, {"PULLQUOTE_DATABASE": ADDRESS})
    assert engine_app.storage(settings) is engine_app.storage_at(ADDRESS)
    assert engine_app.home(settings) == "postgresql://host/posts"


def test_what_is_not_installed_is_told_with_the_remedy() -> None:
    # In a process of its own: what was imported here without it would stay half imported.
    missing = f"""
import sys
sys.modules["psycopg"] = None
from bot.composition import engine_app
engine_app.storage_at({ADDRESS!r})
"""
    command = [sys.executable, "-c", missing]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    assert ended.stderr.strip().endswith(
        "psycopg is not installed: `pip install 'pullquote[postgres]'` brings it"
    )


def test_what_is_no_address_is_refused() -> None:
    with pytest.raises(ConfigError, match="is no address of a database"):
        engine_app.storage_at(f"{ADDRESS}?nonsense")
