"""Tables as survey tools and web services write them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

SAID: Final = "The wheel in the corner does not wobble any more."
RECORDS: Final = {
    "fields": {"id": "r1", "createdTime": "2025-05-12", "fields": {"Name": "Ada", "Comment": SAID}},
    "fields with a status": {
        "id": "r1",
        "fields": {"Name": "Ada Lee", "Feedback": SAID, "Status": "Done"},
    },
    "data": {"kind": "t1", "data": {"author": "Ada", "body": SAID}},
    "node": {"node": {"user": "Ada", "message": SAID, "likes": 3}},
    "author": {"author": {"name": "Ada", "id": 4}, "content": SAID},
}


@pytest.mark.parametrize("name", RECORDS)
@pytest.mark.parametrize("form", ["list", "wrapped", "lines"])
def test_what_a_service_wraps_in_an_object_is_read(
    name: str, form: str, read_file: ReadFile
) -> None:
    record = RECORDS[name]
    content = {
        "list": json.dumps([record]),
        "wrapped": json.dumps({"data": {"children": [record]}}, indent=1),
        "lines": json.dumps(record),
    }
    found = read_file(content[form], "a.jsonl" if form == "lines" else "a.json")

    assert (found.only.text, found.only.author) in [(SAID, "Ada"), (SAID, "Ada Lee")]


def test_a_post_with_a_text_keeps_its_objects_to_itself(read_file: ReadFile) -> None:
    row = {"text": "Hot.", "fields": {"comment": SAID}}
    assert read_file(json.dumps([row]), "a.json").only.text == "Hot."


@pytest.mark.parametrize(
    ("first", "last"),
    [("First Name", "Last Name"), ("Prénom", "Nom"), ("Vorname", "Name"), ("Nombre", "Apellidos")],
)
def test_first_and_last_names_are_the_author(first: str, last: str, read_file: ReadFile) -> None:
    rows = f"{last},{first},What was good?\nQuist,Ada,{SAID}\n,Bob,The tea was hot and good.\n"
    found = read_file(rows, "a.csv")

    assert [post.author for post in found.posts] == ["Ada Quist", "Bob"]
    assert not found.left_out


def test_a_second_line_of_heads_is_no_post(read_file: ReadFile) -> None:
    rows = (
        "ID,Date,What was good?,What was bad?\n,,Open-Ended Response,Open-Ended Response\n"
        f"1,2025-05-12,{SAID},Response\n2,2025-05-13,Response,\n"
    )
    found = read_file(rows, "a.csv")

    assert len(found.posts) == 2
    assert found.left_out["rows_without_text"] == 1


def test_a_blank_head_behind_a_question_belongs_to_it(read_file: ReadFile) -> None:
    table = (
        "Respondent ID,What did you like?,,Score,\n"
        ",Open-Ended Response,Other (please specify),Response,x\n"
        "114,The kiln demonstration by Jonas.,And the tea,5,\n"
    )
    found = read_file(table, "a.csv")

    assert found.only.text == (
        "What did you like?\nThe kiln demonstration by Jonas.\n\n"
        "What did you like? (2)\nAnd the tea"
    )
    assert found.left_out["rows_without_text"] == 1
    assert "columns:'5'" in found.left_out
