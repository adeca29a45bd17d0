"""Reads the text of a PDF, as far as it has one: a scan is a picture of words.

The library is in C++ and cannot be interrupted, and what little a PDF may hold can say any number
of things to be drawn. So it runs in a process of its own, which the system ends after a time.
"""

from __future__ import annotations

import json
import os
import signal
from contextlib import suppress
from importlib.util import find_spec
from threading import Event, Timer
from typing import TYPE_CHECKING, Any, Final

from adapters.sources.left_out_fields import Known
from index.errors import PostFormatError
from index.workers import Worker

if TYPE_CHECKING:
    from adapters.sources.file_defaults import Labels

_SECONDS_A_BYTE: Final = 0.9e-6
_LEAST_SECONDS: Final = 0.9
"""Processor time for a PDF, however small: what is written for people takes a sixth, or less."""
_MOST_SECONDS: Final = 30.0
_TIMES_AS_LONG: Final = 60
"""So many times as long a PDF may take by the clock, on a machine that has much else to do."""
_MOST_MEMORY: Final = 2_000_000_000
_TIME_IS_UP: Final = -getattr(signal, "SIGPROF", 0)
_INHERITED: Final = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "TMPDIR")
_MEMORY_IS_KEPT: Final = {"MALLOC_TRIM_THRESHOLD_": "500000000", "MALLOC_TOP_PAD_": "16000000"}
"""To give memory back after each page, and ask for it again, takes a third of the time (glibc)."""

KNOWN: Final = Known(
    "PDF",
    "PDF 1.0 to 2.0",
    {
        "page": "text",
        "annotation": "margin_comments",
        "field": "form_fields",
        "page without text": "wordless_pages",
    },
)
"""What a person can write into a PDF, whose pages may be pictures."""


def pdf_text(data: bytes, labels: Labels) -> str:
    """Return what its pages say.

    Pages of which no text can be read, comments and fields that were filled in are counted.

    Raises:
        ImportError: The reader is not installed.
        PostFormatError: It is locked, or takes too long.
        ValueError: It cannot be read.
    """
    if find_spec("pypdfium2") is None:
        raise ImportError("pypdfium2")
    told = _told(data, labels.file)
    if problem := told.get("problem"):
        raise ValueError(problem)
    if told.get("is_locked"):
        raise PostFormatError(labels.file, "locked_document")
    for kind in ("margin_comments", "form_fields"):
        labels.leave_out(kind, told[kind])
    pages = [_as_text(page) for page in told["pages"]]
    labels.leave_out("wordless_pages", sum(not page for page in pages))
    return "\n\n".join(filter(None, pages))


def _told(data: bytes, file: str) -> dict[str, Any]:
    seconds = min(max(_LEAST_SECONDS, _SECONDS_A_BYTE * len(data)), _MOST_SECONDS)
    environment = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    environment |= _MEMORY_IS_KEPT
    task = {"seconds": seconds, "most_memory": _MOST_MEMORY}
    worker = Worker("adapters.sources.documents.pdf_process", task, environment)
    is_late = Event()
    deadline = Timer(seconds * _TIMES_AS_LONG, _end_late, [worker, is_late])
    deadline.daemon = True
    deadline.start()
    try:
        with suppress(BrokenPipeError):  # it ended before
            worker.input.write(data)
            worker.input.close()
        answer = worker.output.read()
        status = worker.status()
    finally:
        deadline.cancel()
        worker.end()
    if is_late.is_set() or status == _TIME_IS_UP:
        raise PostFormatError(file, "slow_document", most=round(seconds))
    if status:
        raise ValueError(f"its reader ended with status {status}")
    found: dict[str, Any] = json.loads(answer)
    return found


def _end_late(worker: Worker, is_late: Event) -> None:
    is_late.set()
    worker.kill()


def _as_text(page: str) -> str:
    # The library leaves out the end of a line after a hyphen, and puts a mark of its own there.
    return page.replace("\ufffe", "-\n").replace("\r\n", "\n").replace("\0", "").strip()
