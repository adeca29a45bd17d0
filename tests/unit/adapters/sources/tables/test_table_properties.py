from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.sources.byte_reader import ByteReader, Lines
from adapters.sources.file_defaults import Labels
from adapters.sources.tables.csv_table import open_table
from adapters.sources.tables.json_table import open_json
from adapters.sources.tables.reading import table_posts
from bot.ports import GivenColumns
from index.posts import Post

if TYPE_CHECKING:
    from adapters.sources.tables.reading import Table
    from index.errors import PostFormatError

ODD: Final = (
    "name", "date", "text", "comment", "audience", "What did you like?", "1/2/2025", "13/5/2025",
    "99/99/9999", "0/0/0000", "31/12/99 25:61", "2025-13-45", "1747060380", "1" * 30,
    "https://example.org", "The kiln is hot today.", "", "é",
)  # fmt: skip
CELLS: Final = st.one_of(st.sampled_from(ODD), st.text(max_size=12))
HALF: Final = st.just("\ud800")  # a CSV that holds one is no UTF-8
VALUES: Final = st.one_of(
    CELLS, HALF, st.none(), st.booleans(), st.integers(), st.floats(), st.just([])
)
GIVEN: Final = GivenColumns(is_confirmed=True, order="day-first")


def read(table: Table) -> list[Post | PostFormatError]:
    return list(table_posts(table, Labels("a", "a", "a", columns=GIVEN)))


@settings(deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=6))
def test_no_rows_of_a_table_raise(rows: list[list[str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    data = b"\n" + written.getvalue().encode() + b"end\n"

    for each in read(open_table(Lines(ByteReader(io.BytesIO(data)), "a"), None)):
        assert not isinstance(each, Post) or each.text.strip()


@settings(deadline=None)
@given(st.lists(st.dictionaries(CELLS | HALF, VALUES, max_size=5), max_size=6), st.booleans())
def test_no_objects_of_a_list_raise(rows: list[dict[str, object]], plain: bool) -> None:
    data = json.dumps(rows, ensure_ascii=not plain).encode("utf-8", "surrogatepass")

    for each in read(open_json(ByteReader(io.BytesIO(data)), "a", None)):
        assert not isinstance(each, Post) or each.text.strip()
