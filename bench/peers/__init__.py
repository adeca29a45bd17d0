"""What people would use instead of Pullquote, each used the way its documentation says.

Each module has two functions. `build(folder, texts, model)` stores texts, and
`open_index(folder, model)` returns what answers a question with the ten best texts. They run in
an environment of their own (`bench/requirements.txt`), which has nothing of Pullquote.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

Ask = Callable[[str], Sequence[str]]
"""Answers a question with the texts that fit best."""

HITS: Final = 10

HYBRID: Final[Mapping[str, bool]] = {
    "txtai": True,
    "llama_index": True,
    "langchain": True,
    "chroma": False,
}
"""The peers, and whether they search by words and by meaning without a server."""
