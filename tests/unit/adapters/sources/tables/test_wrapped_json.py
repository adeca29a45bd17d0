"""Lists of records that stand within an object, as forms and web services give them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.discovery import sources
from bot.ports import GivenColumns
from index.posts import Post

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadFile

ROWS: Final = [
    {"name": "Ada", "comment": "The kiln was hot and lovely.", "id": 1},
    {"name": "Bob", "comment": "The oven was too cold for us.", "id": 2},
]
PEOPLE: Final = [{"name": "Ada", "mail": "ada@example.org"}]
WRAPPED: Final = {
    "a list": {"responses": ROWS},
    "a list within": {"data": {"items": ROWS}},
    "beside others": {"meta": {"pages": 1}, "people": PEOPLE, "results": ROWS, "tags": ["a", "b"]},
    "below words": {"title": "Feedback", "description": "Asked in May.", "form": {"rows": ROWS}},
    "after an empty one": {"errors": [], "rows": ROWS},
}


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("name", WRAPPED)
def test_the_list_of_records_is_found(name: str, indent: int | None, read_file: ReadFile) -> None:
    found = read_file(json.dumps(WRAPPED[name], indent=indent), "form.json")

    assert not found.errors
    assert [(post.author, post.text) for post in found.posts] == [
        (row["name"], row["comment"]) for row in ROWS
    ]


def test_what_stands_beside_it_is_counted(read_file: ReadFile) -> None:
    held = {"title": "Feedback", "pages": 1, "people": PEOPLE * 3, "form": {"rows": ROWS}}
    found = read_file(json.dumps(held), "form.json")

    assert {
        each: found.left_out[each] for each in found.left_out if not each.startswith("columns:")
    } == {
        "beside_the_list:'title'": 1,
        "beside_the_list:'people'": 3,
    }


def test_it_is_found_in_the_standard_input(tmp_path: Path) -> None:
    path = tmp_path / "form.json"
    path.write_text(json.dumps({"data": {"items": ROWS}}))
    with path.open("rb") as stream:
        [source] = sources(["-"], stdin=stream)
        posts = [*source.posts()] if not isinstance(source, Exception) else []

    assert [post.text for post in posts if isinstance(post, Post)] == [
        row["comment"] for row in ROWS
    ]


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (
            {"a": ROWS, "b": {"c": ROWS}},
            "several of its lists may hold the posts ('a', 'b.c'): on the command line give",
        ),
        (
            {"a": PEOPLE, "b": {"c": PEOPLE}},
            "none of the lists in it ('a', 'b.c') is known to hold words: on the command line",
        ),
        ({"a": PEOPLE}, "there is no column 'text', only 'name', 'mail': name the one that"),
        ({"a": {"b": 1}}, "it is one JSON document: write a list of objects, or one object per"),
    ],
)
def test_where_it_is_not_sure_one_sentence_names_the_lists(
    held: dict[str, object], said: str, read_file: ReadFile
) -> None:
    assert said in read_file(json.dumps(held, indent=1), "form.json").error.problem


def test_a_column_that_only_one_list_has_tells_which(tmp_path: Path) -> None:
    others = [{"said": "The saw is sharp again, at last.", "comment": "It is in the corner."}]
    path = tmp_path / "form.json"
    path.write_text(json.dumps({"a": ROWS, "b": others}))

    [source] = sources([str(path)], columns=GivenColumns((("text", "said"),)))
    assert not isinstance(source, Exception)
    assert [getattr(each, "text", each) for each in source.posts()] == [others[0]["said"]]


@pytest.mark.parametrize(
    "held",
    [
        {
            "participants": [{"name": "Ada"}, {"name": "Bob"}],
            "messages": [{"sender_name": "Ada", "timestamp_ms": 1, "content": "Psst."}],
        },
        {"messages": [{"creator": {"name": "Ada"}, "text": "Psst.", "topic_id": "x"}]},
        {"Direct Messages": {"ChatHistory": {"with Bob": [{"From": "Ada", "Content": "Psst."}]}}},
        {"Chat History": {"Bob": [{"Date": "2025-05-01", "Who": "Ada", "Content": "Psst."}]}},
    ],
)
def test_what_people_wrote_to_each_other_is_not_read(
    held: dict[str, object], read_file: ReadFile
) -> None:
    for indent in (None, 2):
        found = read_file(json.dumps(held, indent=indent), "export.json")
        assert found.error.error.kind == "direct_messages"


def test_the_first_of_many_long_lines_is_no_document(read_file: ReadFile) -> None:
    lines = [
        json.dumps({"reactions": [{"name": "fire"}], "text": letter * 70_000}) for letter in "xy"
    ]

    assert len(read_file("\n".join(lines), "a.jsonl").posts) == 2


def test_what_came_before_the_end_of_a_broken_object_is_read(read_file: ReadFile) -> None:
    found = read_file(json.dumps({"rows": ROWS}, indent=1)[:-30], "form.json")

    assert "it ends too early" in found.error.problem
    assert [post.text for post in found.posts] == [ROWS[0]["comment"]]
