from __future__ import annotations

import pytest

from index import errors
from index.errors import IndexingError, PostFormatError


def test_a_format_error_says_where_and_what() -> None:
    assert str(PostFormatError("a.csv", "no text", 3)) == "a.csv, line 3: no text"
    assert str(PostFormatError("a.csv", "no text")) == "a.csv: no text"


@pytest.mark.parametrize(
    "name", ["IndexMissing", "IndexMismatch", "IndexLocked", "EncoderError", "PostFormatError"]
)
def test_every_error_of_the_index_can_be_caught_as_one(name: str) -> None:
    assert issubclass(getattr(errors, name), IndexingError)
