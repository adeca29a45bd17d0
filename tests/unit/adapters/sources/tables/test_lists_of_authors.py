"""A list of authors in JSON names all of them, as in front matter; other lists name nobody."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile


@pytest.mark.parametrize(
    ("field", "author"),
    [
        ({"authors": ["Ada Moss", "Bob Reed"]}, "Ada Moss, Bob Reed"),
        ({"authors": [{"name": "Ada Moss"}, {"name": "Bob Reed"}]}, "Ada Moss, Bob Reed"),
        ({"authors": ["Ada Moss"]}, "Ada Moss"),
        ({"author": ["Ada Moss", "Bob Reed"]}, "Ada Moss, Bob Reed"),
        ({"authors": ["Ada Moss", 3]}, None),
        ({"authors": [{"id": 1}, {"id": 2}]}, None),
        ({"authors": []}, None),
        ({"tags": ["Ada Moss", "Bob Reed"]}, None),
    ],
)
@pytest.mark.parametrize("ending", ["json", "jsonl"])
def test_a_list_of_authors_names_all_of_them(
    field: dict[str, object], author: str | None, ending: str, read_file: ReadFile
) -> None:
    rows = [
        {"title": f"Rules {n}", "date": "2025-03-04", "content": f"Stir the glaze {n} times."}
        for n in (1, 2)
    ]
    told = [row | field for row in rows]
    lines = json.dumps(told) if ending == "json" else "\n".join(map(json.dumps, told))

    posts = read_file(lines, f"posts.{ending}").posts

    assert [each.author for each in posts] == [author, author]
