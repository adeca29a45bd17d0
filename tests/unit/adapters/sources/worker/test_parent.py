from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.sources.discovery import sources
from adapters.sources.worker.child import Telling, tell_all
from adapters.sources.worker.parent import LIMITS, Limits, sources_apart
from adapters.sources.worker.protocol import packed, unpacked
from index.errors import PostFormatError, Unit
from index.posts import Post
from tests.fakes.archives import payload, zipped
from tests.fakes.patience import PATIENCE_SECONDS
from tests.fakes.workbooks import excel
from tests.unit.adapters.sources.conftest import Told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from index.ports import PostSource


ROWS = 'id,text,posted_at\n1,The bees swarm.,2024-05-01\n2,Straw lets the damp through.,\n3,"torn\n'
SHORT = Limits(seconds=0.1)


class Cancelled(Exception):
    """Somebody wants no more of it."""


class Recorded(subprocess.Popen[bytes]):
    """A process that is remembered."""

    all: list[Recorded]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.env: dict[str, str] = options["env"]
        self.all.append(self)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Recorded]:
    """The processes that were started."""
    Recorded.all = []
    monkeypatch.setattr(subprocess, "Popen", Recorded)
    return Recorded.all


@pytest.fixture
def silent(tmp_path: Path) -> Path:
    """A file that nobody ever writes to, so that reading it takes for ever."""
    path = tmp_path / "silent.jsonl"
    os.mkfifo(path)
    return path


def read_apart(
    file: Path, limits: Limits = LIMITS, waiting: Callable[[], None] = lambda: None
) -> list[str]:
    """Return all that comes of a file that another process reads."""
    with sources_apart(file, None, waiting, limits) as found:
        return said(found)


def said(found: Sequence[PostSource | PostFormatError]) -> list[str]:
    """Return sources with their posts, and errors, as they print."""
    lines = []
    for each in found:
        if isinstance(each, PostFormatError):
            lines.append(str(Told(each)))
        else:
            lines += [f"{each.origin}: {each.size}", *map(shown, each.posts()), str(each.position)]
    return lines


def shown(each: Post | PostFormatError) -> str:
    """Return a post, or an error, as it prints."""
    return str(Told(each) if isinstance(each, PostFormatError) else each)


@pytest.mark.parametrize(
    "name",
    [
        "a.csv", "export.zip", "linkedin.zip", "none.csv", "broken.zip", "form.csv", "form.xlsx",
        "unclear.csv",
    ],
)  # fmt: skip
def test_what_another_process_reads_is_what_we_would_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.csv").write_text(ROWS)
    zipped(tmp_path / "export.zip", payload("slack") | {"../out.json": b"[]"})
    zipped(tmp_path / "linkedin.zip", payload("linkedin") | payload("mastodon"))
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04")
    rows = [["Name", "What did you like?", "Date"], ["Ada", "The kiln.", "12/05/2025"]]
    (tmp_path / "form.xlsx").write_bytes(excel({"A": [*rows, ["Ben", "All.", "13/05/2025"]]}))
    table = "\n".join(map(",".join, rows))
    (tmp_path / "form.csv").write_text(f"{table}\nBen,All.,13/05/2025\n")
    (tmp_path / "unclear.csv").write_text(table)
    path = tmp_path / name
    assert read_apart(path) == said(sources([str(path)]))


def test_a_file_that_takes_too_long_is_refused_and_its_process_ended(
    silent: Path, started: list[Recorded]
) -> None:
    assert f"{silent}: it could not be read within 0.1 seconds: split it, or leave it out" in (
        read_apart(silent, SHORT)
    )
    # It is ended from outside, or by its own alarm where this side was slower.
    assert [each.returncode in {-signal.SIGKILL, -signal.SIGALRM} for each in started] == [True]


def test_a_reader_that_its_own_alarm_ends_took_too_long(
    silent: Path, started: list[Recorded]
) -> None:
    with sources_apart(silent, None, lambda: None) as found:
        started[0].send_signal(signal.SIGALRM)
        problem = "it could not be read within 60 seconds: split it, or leave it out"
        assert said(found) == [": 0", f"{silent}: {problem}", "0"]


def test_what_takes_too_long_at_first_is_refused_as_a_whole(silent: Path) -> None:
    with sources_apart(silent, None, lambda: None, Limits(seconds=0.0)) as found:
        assert [each.partition(": ")[2] for each in said(found)] == [
            "it could not be read within 0 seconds: split it, or leave it out"
        ]


def test_a_file_that_takes_too_much_memory_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "large.html"
    page.write_bytes(b"<html><body><p>" + b"word " * 8_000_000)
    assert read_apart(page, Limits(memory=200_000_000))[1] == (
        f"{page}: reading it takes more than 200 MB of memory: split it, or leave it out"
    )


def test_a_reader_that_breaks_down_is_told(silent: Path, started: list[Recorded]) -> None:
    problem = f"{silent}: reading it failed (with status -9): get it again, or leave it out"
    with sources_apart(silent, None, lambda: None) as found:
        started[0].kill()
        assert said(found) == [": 0", problem, "0"]
        assert said(found) == [": 0", problem, "0"]  # and never waited for again


def test_whoever_is_made_to_wait_can_end_it(silent: Path, started: list[Recorded]) -> None:
    def cancel() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_apart(silent, waiting=cancel)
    assert [each.returncode for each in started] == [-9]


def test_what_is_not_read_to_its_end_is_ended(tmp_path: Path, started: list[Recorded]) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"text": "The bees swarm."}\n' * 50_000)
    with sources_apart(path, None, lambda: None):
        pass
    assert [each.returncode for each in started] == [-9]


def test_the_process_gets_no_secrets(
    tmp_path: Path, started: list[Recorded], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "secret")
    (tmp_path / "a.csv").write_text(ROWS)
    assert read_apart(tmp_path / "a.csv")
    assert "secret" not in started[0].env.values()


def test_the_process_ends_with_the_one_that_began_it(silent: Path) -> None:
    program = (
        "from pathlib import Path; from adapters.sources.worker.parent import sources_apart\n"
        f"with sources_apart(Path({str(silent)!r}), None, lambda: None) as found:\n"
        "    next(found[0].posts(), print('reading', flush=True))\n"
    )
    starter = subprocess.Popen(
        [sys.executable, "-P", "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert starter.stdout is not None
    assert starter.stdout.readline() == b"reading\n"
    starter.kill()
    # The process has its errors from its parent: only when both are gone do they end.
    assert starter.communicate(timeout=PATIENCE_SECONDS)[1] == b""


def test_the_process_loads_no_model() -> None:
    program = (
        "import sys, adapters.sources.worker.child;"
        "print({'torch', 'faiss', 'numpy'} & {*sys.modules})"
    )
    found = subprocess.run(
        [sys.executable, "-P", "-c", program],
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert found.stdout == b"set()\n"


def test_what_is_left_out_is_counted_across(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", payload("linkedin"))
    [here] = sources([str(archive)])
    with sources_apart(archive, None, lambda: None) as [there]:
        assert not isinstance(here, PostFormatError)
        assert not isinstance(there, PostFormatError)
        assert len([*there.posts()]) == len([*here.posts()])
        assert there.left_out == here.left_out
    assert here.left_out["drafts"] == 1


def test_what_is_told_is_told_in_lines(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(ROWS)
    told = io.StringIO()
    tell_all(Telling(told, 0), str(tmp_path / "a.csv"), "Notes")
    lines = [json.loads(line) for line in told.getvalue().splitlines()]
    assert lines[0] == {"sources": [{"origin": str(tmp_path / "a.csv"), "size": len(ROWS)}]}
    assert [len(each.get("posts", ())) for each in lines] == [0, 3, 0]
    assert lines[-1] == {"position": len(ROWS), "left_out": {}}


texts = st.text(st.characters(codec="utf-8"))
moments = st.datetimes(timezones=st.just(UTC)) | st.none()


@given(texts, texts | st.none(), moments)
def test_a_post_crosses_as_it_is(text: str, author: str | None, moment: datetime | None) -> None:
    post = Post("a:1", "a", f"Bees {text}", text, author, posted_at=moment, titled_by=author)
    crossed = unpacked(json.loads(json.dumps(packed(post))))
    assert crossed == post
    assert isinstance(crossed, Post)
    assert crossed.titled_by == author


@given(texts, st.integers(1) | st.none(), st.sampled_from(get_args(Unit)))
def test_an_error_crosses_as_it_is(text: str, line: int | None, unit: Unit) -> None:
    error = PostFormatError("a.csv", "taken", line, unit, id=text, first=3)
    crossed = unpacked(json.loads(json.dumps(packed(error))))
    assert isinstance(crossed, PostFormatError)
    assert vars(crossed) == vars(error)
    assert str(crossed) == str(error)
