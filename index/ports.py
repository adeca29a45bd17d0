"""What the index needs from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from index.errors import PostFormatError
    from index.posts import Post

CANDIDATES: Final = 200
"""How many passages each half may bring."""


class Tokens(NamedTuple):
    """Texts as the tokens of a model that keeps a vector for each.

    Attributes:
        vectors: A row for each different token, float32[n, dimension]; the longer, the more
            the token weighs in the meaning of a text.
        texts: For each text, which rows are its own.
    """

    vectors: NDArray[np.float32]
    texts: Sequence[NDArray[np.int64]]


class Encoder(Protocol):
    """Turns texts into unit vectors whose inner product is their likeness in meaning."""

    @property
    def name(self) -> str:
        """Names the model; vectors of two names are never compared."""
        ...

    @property
    def dimension(self) -> int:
        """Is the length of every vector."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit rows, float32[len(texts), dimension]."""
        ...

    def encode_question(self, text: str) -> NDArray[np.float32]:
        """Return one unit vector, float32[dimension]."""
        ...

    def encode_tokens(self, texts: Sequence[str], *, asked: bool = False) -> Tokens | None:
        """Return the tokens of these texts; None where the model has no vector for a token.

        Args:
            texts: What is read.
            asked: Reads them as a question, for `encode_question` and for what is like it.
        """
        ...


class PostSource(Protocol):
    """Yields the posts of one file, archive or stream."""

    @property
    def origin(self) -> str:
        """Is the file's absolute path, "" for a stream, or `FOLLOWED` for what channels tell of."""
        ...

    @property
    def size(self) -> int:
        """Is how much there is to read, in the unit of `position`; 0 when it is not known."""
        ...

    @property
    def position(self) -> int:
        """Is how much of it the posts yielded so far have used up."""
        ...

    @property
    def left_out(self) -> Mapping[str, int]:
        """Counts by its kind what the posts yielded so far leave out on purpose."""
        ...

    def posts(self) -> Iterator[Post | PostFormatError]:
        """Yield the posts in order.

        What cannot be read comes as an error in its place, as a value, so that one bad line
        costs one line and not the rest of the file.
        """
        ...


class Totals(NamedTuple):
    """How many passages an audience may see, and how many there are."""

    visible: int
    all: int
