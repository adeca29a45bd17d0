"""The real process, the real model."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from adapters.chat.lines.status import status_lines
from adapters.chat.wording.english.sentences import ENGLISH
from adapters.chat.wording.french.sentences import FRENCH
from bot.posts import refining
from bot.posts.refining import Reading, Refining, command
from index.clock import utc_now
from index.given_posts import GivenPosts
from index.ingest.indexer import Indexer
from index.sqlite.store import Store
from index.statistics import SourceCount, Statistics
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.bot.questions import question
from tests.fakes.index.hits import hit
from tests.fakes.index.posts import post
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from adapters.chat.wording import Wording
    from bot.posts.library import Library
    from index.ports import Encoder

ROOT = Path(refining.__file__).parents[2]
SOMETHING = Statistics((SourceCount("notes", 1, 0, None),), 1, "bundled", None, 1)
LINES = [post(f"Goats graze behind school number {each}.", str(each)) for each in range(40)]


def read_so_far(database: Path) -> tuple[int, int]:
    with closing(Store.open(database, clock=utc_now)) as store:
        model = store.refining_model()
        return (0, 0) if model is None else store.embedded(model)


@asynccontextmanager
async def running(refiner: Refining) -> AsyncIterator[None]:
    task = asyncio.create_task(refiner.run())
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
def stored(folder: Path, encoder: Encoder) -> Path:
    """A database with posts in it."""
    with closing(Store.open(folder / "pullquote.db", create=True, clock=utc_now)) as store:
        Indexer(store, lambda _: encoder, encoder.name).import_posts([GivenPosts(LINES)])
    return folder / "pullquote.db"


async def until(is_so: Callable[[], bool]) -> None:
    """Wait for what another process does."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not is_so():  # noqa: ASYNC110 - nothing of ours hears of what it writes
            await asyncio.sleep(0.05)


@pytest.mark.slow
async def test_all_posts_are_read_and_those_that_come_are_too(
    stored: Path, library: Library, e5: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refining, "LOOK_SECONDS", 0.1)
    refiner = Refining(stored, e5.name, library)
    async with running(refiner):
        await until(lambda: read_so_far(stored) == (40, 40))
        await until(lambda: refiner.reading is None)
        await library.save([post("The oven is lit on Fridays.", "new")])
        await until(lambda: read_so_far(stored) == (41, 41))
    assert read_so_far(stored) == (41, 41)


@pytest.mark.slow
async def test_a_process_that_is_killed_is_gone_on_with(
    stored: Path, library: Library, e5: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refining, "AFTER_FAILURE_SECONDS", 0.1)
    refiner = Refining(stored, e5.name, library)
    async with running(refiner):
        await until(lambda: refiner.reading is not None)
        process = refiner._process  # noqa: SLF001 - killed from outside
        assert process is not None
        process.kill()
        await until(lambda: read_so_far(stored) == (40, 40))
    assert process.returncode == -signal.SIGKILL


@pytest.mark.slow
@pytest.mark.parametrize(
    "broken", [["there-is-no-such-program"], [sys.executable, "-c", "print('no JSON')"]]
)
async def test_a_reading_that_goes_wrong_is_begun_again_and_ends_nothing(
    stored: Path,
    library: Library,
    e5: Encoder,
    monkeypatch: pytest.MonkeyPatch,
    broken: list[str],
) -> None:
    monkeypatch.setattr(refining, "AFTER_FAILURE_SECONDS", 0.1)
    commands = [broken]
    monkeypatch.setattr(
        refining, "command", lambda *given: commands.pop() if commands else command(*given)
    )
    async with running(Refining(stored, e5.name, library)):
        await until(lambda: read_so_far(stored) == (40, 40))
    assert commands == []


@pytest.mark.slow
async def test_it_is_told_how_far_the_reading_is(
    stored: Path, library: Library, e5: Encoder
) -> None:
    refiner = Refining(stored, e5.name, library)
    async with running(refiner):
        await until(lambda: refiner.reading is not None)
        reading = refiner.reading
        assert reading is not None
        assert 0 < reading.share <= 1
        # What was asked for is read next, and a question does not wait for it.
        asking = refiner.told_by(ScriptedCore([hit((LINES[0].text, 0.9), name="0")]).ask)
        answer = await asking(question("where do goats graze?", datetime(2026, 1, 1, tzinfo=UTC)))
        assert answer.excerpts or answer.nearest


@pytest.mark.slow
def test_the_process_ends_with_its_input_and_reads_what_is_asked_for_first(
    stored: Path, e5: Encoder
) -> None:
    process = subprocess.Popen(
        command(stored, e5.name), stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b'["notes:0"]\n')
    process.stdin.flush()
    told = process.stdout.readline()
    assert json.loads(told)[1] == 40
    process.stdin.close()
    assert process.wait(PATIENCE_SECONDS) == 0
    process.stdout.close()
    assert 0 < read_so_far(stored)[0] <= 40


def test_a_status_tells_how_far_the_second_model_is(library: Library) -> None:
    refiner = Refining(Path("x"), "e5", library)
    assert said_of(refiner, ENGLISH) == []
    refiner.reading = Reading(0.429, 600.0)
    assert said_of(refiner, ENGLISH) == [
        "Answers are getting better: 42 % of the passages are read again · 10 min left."
    ]
    assert said_of(refiner, FRENCH) == [
        "Les réponses s’améliorent : 42 % des passages sont relus · encore 10 min."
    ]
    refiner.reading = Reading(0.0, None)
    (line,) = said_of(refiner, ENGLISH)
    assert line.endswith("0 % of the passages are read again.")
    missing = Refining(Path("x"), None, library, is_missing=True)
    for wording in (ENGLISH, FRENCH):
        assert "pip install 'pullquote[e5]'" in said_of(missing, wording)[0]


async def test_without_a_second_model_nothing_is_begun(library: Library) -> None:
    refiner = Refining(Path("not-there.db"), None, library)
    await refiner.run()
    refiner.prefer(["notes:1"])
    assert refiner.reading is None


def said_of(refiner: Refining, wording: Wording) -> list[str]:
    return status_lines(SOMETHING, [], wording, str, str, refining=refiner)[:-1]
