"""A model in a process of its own, seen from ours."""

from __future__ import annotations

import os
import re
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, NoReturn
from weakref import finalize

from index.embedding.worker_protocol import Message, read, write
from index.error_sentences import Told, recalled
from index.errors import EncoderError
from index.workers import Worker

if TYPE_CHECKING:
    from collections.abc import Callable

IDLE_SECONDS: Final = 600.0
"""A process that nobody asked anything for so long ends, and gives its memory back."""

_KEPT_BACK: Final = re.compile(r"(?!HF_).*(TOKEN|SECRET|KEY|PASSWORD)|OPENBLAS_NUM_THREADS")
"""Variables that the process does not get: secrets, but for `HF_TOKEN`, which opens models on the
hub; and our own limit of threads, since a large model gains by many."""


class ModelProcess:
    """The process: started when it is first asked, and again where it ended meanwhile.

    Args:
        setting: A folder, or the name of a model on a hub.
        idle_seconds: After how long it ends by itself.
    """

    def __init__(self, setting: str, idle_seconds: float = IDLE_SECONDS) -> None:
        self._setting = setting
        self._idle_seconds = idle_seconds
        self._lock = Lock()
        self._worker: Worker | None = None
        self._end: Callable[[], object] = lambda: None

    @property
    def id(self) -> int | None:
        """The id that the system gave the process; None while there is none."""
        return None if self._worker is None else self._worker.id

    def ask(self, **request: Any) -> Message:
        """Return what the process answers; a second caller waits meanwhile.

        Raises:
            EncoderError: The model cannot be loaded, or fails. The next call starts it again.
        """
        with self._lock:
            try:
                return self._answer(request)
            except BaseException:
                # An answer still to come would be taken for that to the next question.
                self.close()
                raise

    def close(self) -> None:
        """End the process, if there is one; the next call starts it again."""
        self._end()
        self._worker = None

    def _answer(self, request: dict[str, Any]) -> Message:
        worker = self._worker
        if worker is not None:
            answer = _exchange(worker, request)
            if answer is not None:
                return _checked(answer)
            if status := worker.status():
                self._fail(status)
            self.close()  # it had been idle for too long
        worker = self._begin()
        return _checked(_exchange(worker, request) or self._fail(worker.status()))

    def _begin(self) -> Worker:
        environment = {
            name: value for name, value in os.environ.items() if not _KEPT_BACK.fullmatch(name)
        }
        request = {"model": self._setting, "idle_seconds": self._idle_seconds}
        self._worker = worker = Worker("index.embedding.worker", request, environment)
        # However we end, and where this object is forgotten.
        self._end = finalize(self, worker.end)
        return worker

    def _fail(self, status: int) -> NoReturn:
        raise EncoderError(
            Told(
                "the process of the embedding model {model!r} ended with status {status}: try"
                " again, and look whether there is enough memory for the model",
                model=self._setting,
                status=status,
            )
        )


def _checked(answer: Message) -> Message:
    if "error" in answer.says:
        raise EncoderError(recalled(answer.says["error"]))
    return answer


def _exchange(worker: Worker, request: dict[str, Any]) -> Message | None:
    """Write a request, and return what comes back; None where the process is gone."""
    try:
        write(worker.input, Message(request, []))
        return read(worker.output)
    except (BrokenPipeError, ConnectionResetError):
        return None
