"""The process that keeps a model: `python -m index.embedding.worker`.

Its argument is JSON: which model, and after how many idle seconds it ends. It answers each message
on its standard input with one on its standard output, the first as soon as the model is there. It
ends when its standard input is closed, and with an error in place of the answer where it fails.
"""

from __future__ import annotations

import json
import os
import sys
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from index.embedding.worker_protocol import Message, read, write
from index.error_sentences import Told
from index.errors import EncoderError
from index.workers import own_output

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.ports import Encoder

REMEDY: Final = Told("`pip install 'pullquote[models]'` brings it")

YIELDING: Final = 10
"""How much a process that reads many texts steps back behind those that answer questions."""


def main() -> None:
    """Load the model that the argument names, and encode with it."""
    said, task = own_output(), json.loads(sys.argv[1])
    requests: SimpleQueue[dict[str, Any]] = SimpleQueue()
    # Even while the main thread loads or encodes, the process ends when its input is closed.
    Thread(target=_listen, args=[requests], daemon=True).start()
    try:
        answer = _answers(task["model"])
        while True:
            write(said, answer(requests.get(timeout=task["idle_seconds"])))
    except EncoderError as error:
        write(said, Message({"error": error.sentence.record()}, []))
    except Empty:
        pass
    os._exit(0)  # the other thread waits in a read that nothing else would end


def _listen(requests: SimpleQueue[dict[str, Any]]) -> None:
    while message := read(sys.stdin.buffer):
        requests.put(message.says)
    os._exit(0)


def _answers(setting: str) -> Callable[[dict[str, Any]], Message]:
    """Load a model, and return what answers with it.

    Raises:
        EncoderError: It cannot be loaded.
    """
    try:
        from index.embedding.sentence_encoder import load  # noqa: PLC0415 -- takes seconds
    except ModuleNotFoundError as error:
        raise EncoderError(
            Told(
                "the embedding model {model!r} needs {package}: {remedy}",
                model=setting,
                package=error.name,
                remedy=REMEDY,
            )
        ) from error
    encoder = load(setting)

    def answer(request: dict[str, Any]) -> Message:
        try:
            return _ANSWERS[request["do"]](encoder, request)
        except Exception as error:
            # A model may fail of anything; its process has nothing else to do.
            raise EncoderError(
                Told(
                    "the embedding model {model!r} failed ({reason})",
                    model=setting,
                    reason=f"{type(error).__name__}: {error}",
                )
            ) from error

    return answer


def _describe(encoder: Encoder, _: dict[str, Any]) -> Message:
    is_table = encoder.encode_tokens([]) is not None
    return Message({"dimension": encoder.dimension, "is_table": is_table}, [])


def _passages(encoder: Encoder, request: dict[str, Any]) -> Message:
    if request["steps_back"] and hasattr(os, "setpriority"):
        # Of the group, since each thread of the model's has a priority of its own.
        now = os.getpriority(os.PRIO_PGRP, 0)
        os.setpriority(os.PRIO_PGRP, 0, max(now, YIELDING))
    return Message({}, [encoder.encode_passages(request["texts"])])


def _question(encoder: Encoder, request: dict[str, Any]) -> Message:
    return Message({}, [encoder.encode_question(request["text"])])


def _tokens(encoder: Encoder, request: dict[str, Any]) -> Message:
    tokens = encoder.encode_tokens(request["texts"], asked=request["asked"])
    if tokens is None:
        return Message({}, [])
    return Message({}, [tokens.vectors, *(np.asarray(each, np.int64) for each in tokens.texts)])


_ANSWERS: Final = {
    "describe": _describe,
    "passages": _passages,
    "question": _question,
    "tokens": _tokens,
}


if __name__ == "__main__":
    main()
