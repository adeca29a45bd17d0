"""What `restore` makes of what lies where a database is to be, and is none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.cli.exit_codes import Exit
from bot.ledger.ledger import Ledger
from bot.settings.loading import load
from index.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.settings.values import Settings
    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]


@pytest.fixture
def settings() -> Settings:
    """The settings that the commands read."""
    return load(Path(".env"), {"PULLQUOTE_DATA": "data"})


@pytest.mark.parametrize("force", [(), ("--force",)])
@pytest.mark.parametrize("name", ["pullquote.db", "ledger.db"])
def test_nothing_is_restored_over_what_is_no_file(
    pullquote: Pullquote, settings: Settings, name: str, force: tuple[str, ...]
) -> None:
    pullquote("import", "-", "--source", "notes", stdin="The oven is lit on Fridays.")
    Ledger.open(settings.ledger, settings.keep, utc_now).close()
    assert pullquote("backup", "sound").code == Exit.DONE
    for ending in ("-wal", "-shm", "-journal", ""):
        in_the_way = settings.data / f"{name}{ending}"
        in_the_way.unlink(missing_ok=True)
        (in_the_way / "kept").mkdir(parents=True)
        before = {each.name: _content(each) for each in settings.data.iterdir()}

        result = pullquote("restore", "sound", *force)

        assert result.code == Exit.INDEX, ending
        assert result.err.startswith(f"{in_the_way} is no file, but a folder or a device: move it")
        assert len(result.err.splitlines()) == 1
        assert (in_the_way / "kept").is_dir()
        assert {each.name: _content(each) for each in settings.data.iterdir()} == before, ending
        (in_the_way / "kept").rmdir()
        in_the_way.rmdir()
    assert pullquote("restore", "sound").code == Exit.DONE
    assert pullquote("check").code == Exit.DONE


@pytest.mark.parametrize("ending", ["-wal", "-shm"])
def test_what_has_the_name_of_a_journal_and_is_no_file_is_named_by_every_command(
    pullquote: Pullquote, settings: Settings, ending: str
) -> None:
    pullquote("import", "-", "--source", "notes", stdin="The oven is lit on Fridays.")
    in_the_way = settings.data / f"pullquote.db{ending}"
    in_the_way.unlink(missing_ok=True)
    in_the_way.mkdir()
    said = f"{in_the_way} is no file, but a folder or a device: move it away"

    checked = pullquote("check")
    refused = pullquote("import", "-", "--source", "notes", stdin="The goats are out on Mondays.")

    assert f"FAIL  database  {said}" in checked.out
    assert (refused.code, said in refused.err) == (Exit.INDEX, True)
    in_the_way.rmdir()
    assert pullquote("ask", "when is the oven lit?").code == Exit.DONE


def _content(path: Path) -> bytes | None:
    """Return what a file holds; None for a folder."""
    return path.read_bytes() if path.is_file() else None


@pytest.mark.parametrize("ending", ["-wal", "-journal"])
@pytest.mark.parametrize("name", ["pullquote.db", "ledger.db"])
def test_a_journal_without_its_database_is_named_and_deleted_only_by_force(
    pullquote: Pullquote, settings: Settings, name: str, ending: str
) -> None:
    pullquote("import", "-", "--source", "notes", stdin="The oven is lit on Fridays.")
    Ledger.open(settings.ledger, settings.keep, utc_now).close()
    assert pullquote("backup", "sound").code == Exit.DONE
    for each in settings.data.glob(f"{name}*"):
        each.unlink()
    journal = settings.data / f"{name}{ending}"
    journal.write_bytes(b"what was written last")

    refused = pullquote("restore", "sound")

    assert refused.code == Exit.INDEX
    assert refused.err.startswith(f"data/{name} is gone, but {journal.name} is still there, and")
    assert "move it elsewhere" in refused.err
    assert journal.read_bytes() == b"what was written last"
    assert not (settings.data / name).exists()
    journal.rename("elsewhere")
    assert pullquote("restore", "sound").code == Exit.DONE
    assert pullquote("check").code == Exit.DONE
