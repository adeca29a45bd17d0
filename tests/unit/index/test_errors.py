from __future__ import annotations

import pytest

from index import errors
from index.errors import IndexingError, PostFormatError


def test_a_format_error_says_where_and_what() -> None:
    assert str(PostFormatError("a.csv", "taken", 3, first=1)) == "a.csv, line 3: taken(first=1)"
    assert str(PostFormatError("a.xml", "taken", 3, "entry")) == "a.xml, entry 3: taken()"
    assert str(PostFormatError("a.csv", "empty_file")) == "a.csv: empty_file()"


@pytest.mark.parametrize(
    "name", ["IndexMissing", "IndexMismatch", "IndexLocked", "EncoderError", "PostFormatError"]
)
def test_every_error_of_the_index_can_be_caught_as_one(name: str) -> None:
    assert issubclass(getattr(errors, name), IndexingError)
