from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.sources.file_defaults import Labels
from adapters.sources.post_file import PostFile
from bot.ports import GivenColumns
from index.posts import Post

if TYPE_CHECKING:
    from index.errors import PostFormatError

ODD: Final = (
    "name", "date", "text", "comment", "audience", "What did you like?", "1/2/2025", "13/5/2025",
    "99/99/9999", "0/0/0000", "31/12/99 25:61", "2025-13-45", "1747060380", "1" * 30,
    "https://example.org", "The kiln is hot today.", "", "é",
)  # fmt: skip
CELLS: Final = st.one_of(st.sampled_from(ODD), st.text(max_size=12))
HALF: Final = st.just("\ud800")
VALUES: Final = st.one_of(
    CELLS, HALF, st.none(), st.booleans(), st.integers(), st.floats(), st.just([])
)
GIVEN: Final = GivenColumns(is_confirmed=True, order="day-first")


def posts_in(data: bytes, name: str) -> list[Post | PostFormatError]:
    labels = Labels(name, name, "a", columns=GIVEN)
    return list(PostFile(data, labels, name, len(data)).posts())


@settings(deadline=None)
@given(st.lists(st.lists(CELLS | HALF, min_size=1, max_size=5), min_size=1, max_size=6))
def test_no_rows_of_a_table_raise(rows: list[list[str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)

    for each in posts_in(written.getvalue().encode("utf-8", "surrogatepass"), "a.csv"):
        assert not isinstance(each, Post) or each.text.strip()


@settings(deadline=None)
@given(st.lists(st.dictionaries(CELLS | HALF, VALUES, max_size=5), max_size=6), st.booleans())
def test_no_objects_of_a_list_raise(rows: list[dict[str, object]], plain: bool) -> None:
    data = json.dumps(rows, ensure_ascii=not plain).encode("utf-8", "surrogatepass")

    for each in posts_in(data, "a.json"):
        assert not isinstance(each, Post) or each.text.strip()
