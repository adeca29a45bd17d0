"""A model in a process of its own."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from index.embedding.encoder import BUNDLED_FOLDER
from index.embedding.model_process import ModelProcess
from index.embedding.process_encoder import MANY, ProcessEncoder
from index.embedding.worker import YIELDING
from index.errors import EncoderError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np

    from index.ports import Encoder

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[4]
FEW, LOTS = ["the oven is lit"], ["the oven is lit", "goats graze"] * MANY


@pytest.fixture(scope="module")
def process() -> Iterator[ModelProcess]:
    with closing(ModelProcess(str(BUNDLED_FOLDER))) as opened:
        yield opened


@pytest.fixture(scope="module")
def apart() -> Iterator[ProcessEncoder]:
    with closing(ProcessEncoder(str(BUNDLED_FOLDER), "name")) as opened:
        yield opened


def dimension(process: ModelProcess) -> object:
    return process.ask(do="describe").says["dimension"]


def priorities(process_id: int) -> set[int]:
    """Return the priorities of a process's threads."""
    threads = [int(each.name) for each in Path(f"/proc/{process_id}/task").iterdir()]
    assert len(threads) > 1
    return {os.getpriority(os.PRIO_PROCESS, each) for each in threads}


def wait_for(process_id: int) -> None:
    """Wait until a process, be it ours or not, have ended."""
    handle = os.pidfd_open(process_id)
    try:
        os.waitid(os.P_PIDFD, handle, os.WEXITED | os.WNOWAIT)
    finally:
        os.close(handle)


def test_many_texts_are_read_by_a_process_that_steps_back_behind_the_one_that_is_asked(
    apart: ProcessEncoder,
) -> None:
    opened = apart._spare  # noqa: SLF001 -- which process does what is not to be seen outside
    apart.encode_passages(LOTS)
    apart.encode_question("oven")
    many, asked = apart._many, apart._asked  # noqa: SLF001 -- the same
    assert many is opened  # an import and nothing else has one process
    assert many is not None
    assert asked is not None
    assert many.id is not None
    assert asked.id is not None
    ours = os.getpriority(os.PRIO_PROCESS, 0)
    assert priorities(many.id) == {max(ours, YIELDING)}
    assert priorities(asked.id) == {ours}


def test_it_encodes_as_the_same_model_does_in_our_own_process(
    apart: ProcessEncoder, encoder: Encoder
) -> None:
    assert (apart.name, apart.dimension) == ("name", encoder.dimension)
    question = encoder.encode_question("ovens")
    assert apart.encode_question("ovens") == pytest.approx(question, abs=1e-5)
    for texts in ([], FEW, LOTS):
        rows = apart.encode_passages(texts)
        assert rows == pytest.approx(encoder.encode_passages(texts), abs=1e-5)
        assert rows.flags.writeable
    ours, theirs = (each.encode_tokens(["ovens", ""], asked=True) for each in (encoder, apart))
    assert ours is not None
    assert theirs is not None
    assert theirs.vectors == pytest.approx(ours.vectors, abs=1e-5)
    assert [each.tolist() for each in theirs.texts] == [each.tolist() for each in ours.texts]


def test_a_process_that_was_idle_ends_and_the_next_call_starts_another() -> None:
    with closing(ModelProcess(str(BUNDLED_FOLDER), idle_seconds=0.01)) as process:
        dimension(process)
        before = process.id
        assert before is not None
        wait_for(before)
        assert dimension(process) == 384
        assert process.id != before


def test_a_crash_is_one_clear_error_and_the_next_call_starts_another(process: ModelProcess) -> None:
    dimension(process)
    before = process.id
    assert before is not None
    os.kill(before, signal.SIGKILL)
    with pytest.raises(EncoderError, match=r"model '.*/model' ended with status -9: try again"):
        dimension(process)
    assert process.id is None
    assert dimension(process) == 384


def test_what_the_model_fails_of_is_told_and_the_next_call_works(process: ModelProcess) -> None:
    with pytest.raises(EncoderError, match=r"the embedding model '.*' failed \(KeyError: 'text'\)"):
        process.ask(do="question")
    assert dimension(process) == 384


def test_a_call_that_is_interrupted_leaves_no_answer_to_the_next(
    process: ModelProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    dimension(process)

    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("index.embedding.model_process.read", interrupted)
        with pytest.raises(KeyboardInterrupt):
            process.ask(do="question", text="bread")
    assert process.id is None
    assert dimension(process) == 384


def test_callers_at_once_each_get_their_own_answer(process: ModelProcess, encoder: Encoder) -> None:
    words = ["bread", "oven", "goat", "school"]
    got: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.float32]]] = {}

    def ask(word: str) -> None:
        (got[word],) = process.ask(do="question", text=word).arrays

    threads = [Thread(target=ask, args=[word]) for word in words]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    for word in words:
        assert got[word] == pytest.approx(encoder.encode_question(word), abs=1e-5)


def test_the_process_ends_with_ours_even_when_that_is_killed_and_ours_has_no_library() -> None:
    code = (
        "import sys, time; from index.embedding.model_process import ModelProcess;"
        "process = ModelProcess(sys.argv[1]); process.ask(do='describe');"
        "print(process.id, *{'torch', 'transformers'} & {*sys.modules}, flush=True);"
        "time.sleep(600)"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code, str(BUNDLED_FOLDER)], stdout=subprocess.PIPE, cwd=ROOT
    )
    assert parent.stdout is not None
    handle = os.pidfd_open(int(parent.stdout.readline()))
    try:
        parent.kill()
        parent.wait()
        # A handle of a process can be read once it has ended.
        with select.epoll() as poll:
            poll.register(handle, select.EPOLLIN)
            assert poll.poll(60)
    finally:
        parent.stdout.close()
        os.close(handle)


def test_the_process_gets_no_token_but_that_of_the_hub(
    process: ModelProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-secret")
    monkeypatch.setenv("HF_TOKEN", "hf-mine")
    process.close()
    dimension(process)
    given = Path(f"/proc/{process.id}/environ").read_bytes()
    assert b"xoxb-secret" not in given
    assert b"HF_TOKEN=hf-mine" in given
