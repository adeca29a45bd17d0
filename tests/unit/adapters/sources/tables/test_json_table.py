from __future__ import annotations

import hashlib
import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from adapters.chat.error_text import refusal
from adapters.chat.wording import FRENCH
from adapters.sources import rows
from adapters.sources.bytes.reader import LONGEST_LINE
from adapters.sources.rows import MOST_REFUSED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.sources.file_defaults import Labels
    from tests.unit.adapters.sources.conftest import ReadFile


def test_every_column_reaches_the_post(read_file: ReadFile) -> None:
    row = {
        "id": "9",
        "title": " Bees ",
        "text": " They swarm.\n",
        "author": "Ada",
        "url": "https://example.org/9",
        "posted_at": "2024-05-01T10:00:00Z",
        "parent_id": "3",
        "audience": "slack:C1",
        "age": "2 mois",
        "likes": 12,
    }
    post = read_file(json.dumps(row), "hive.jsonl").only

    assert (post.id, post.source, post.parent_id) == ("hive:9", "hive", "hive:3")
    assert (post.title, post.author, post.url) == ("Bees", "Ada", "https://example.org/9")
    assert post.text == " They swarm.\n"
    assert post.posted_at == datetime(2024, 5, 1, 10, tzinfo=UTC)
    assert (post.audience, post.age) == ("slack:C1", "2 mois")


def test_a_row_without_an_id_is_named_by_its_text(read_file: ReadFile) -> None:
    mark = hashlib.sha256("Été".encode()).hexdigest()[:16]

    assert read_file('{"text": "Été"}', "a.jsonl").only.id == f"a:{mark}"


def test_blank_values_are_none(read_file: ReadFile) -> None:
    row = '{"text": "x", "id": "", "author": " ", "url": null, "parent_id": "", "posted_at": " "}'
    post = read_file(row, "a.jsonl").only

    assert (post.author, post.url, post.parent_id, post.posted_at) == (None, None, None, None)
    assert (post.audience, post.title, post.age) == ("everyone", "", "")


@pytest.mark.parametrize("column", ["id", "author", "url", "source", "parent_id", "age"])
def test_an_endless_name_is_refused_and_an_endless_title_is_not(
    read_file: ReadFile, column: str
) -> None:
    row = {"text": "They swarm.", "title": "Bees " * 5_000, column: "a" * 10_001}
    problem = f"{column}: it is longer than 10,000 characters: shorten it"
    assert read_file(json.dumps(row), "a.jsonl").error.problem == problem
    assert read_file(json.dumps(row | {column: "a" * 10_000}), "a.jsonl").only


def test_a_number_may_be_an_id(read_file: ReadFile) -> None:
    post = read_file('{"id": 12, "parent_id": 0, "text": "x"}', "a.jsonl").only

    assert (post.id, post.parent_id) == ("a:12", "a:0")


def test_an_exported_id_is_not_scoped_twice(read_file: ReadFile) -> None:
    row = '{"id": "hive:9", "parent_id": "hive:3", "source": "hive", "text": "x"}'
    post = read_file(row, "export.jsonl").only

    assert (post.source, post.id, post.parent_id) == ("hive", "hive:9", "hive:3")


def test_the_source_option_renames_exported_rows(read_file: ReadFile) -> None:
    row = '{"id": "hive:9", "parent_id": "hive:3", "source": "hive", "text": "x"}'
    post = read_file(row, "export.jsonl", source="bees").only

    assert (post.source, post.id, post.parent_id) == ("bees", "bees:9", "bees:3")


def test_the_audience_option_overrides_the_row(read_file: ReadFile) -> None:
    row = '{"text": "x", "audience": "slack:C1"}'

    assert read_file(row, "a.jsonl", audience="discord:42").only.audience == "discord:42"


def test_the_lines_of_windows_and_blank_lines_are_fine(read_file: ReadFile) -> None:
    found = read_file('\ufeff{"text": "a"}\r\n\r\n{"text": "b"}\r\n', "a.jsonl")

    assert [post.text for post in found.posts] == ["a", "b"]
    assert found.errors == []


@pytest.mark.parametrize("broken", ['{"text": "x', '"text": "x"}', "what?", '{"text" "x"}'])
def test_a_broken_first_line_costs_that_line_only(read_file: ReadFile, broken: str) -> None:
    found = read_file(f'{broken}\n{{"text": "a"}}\n{{"text": "b"}}\n', "a.dat")

    assert [post.text for post in found.posts] == ["a", "b"]
    assert found.error.line == 1
    assert "this is not valid JSON" in found.error.problem


def test_a_truncated_last_line_costs_that_line_only(read_file: ReadFile) -> None:
    found = read_file('{"text": "a"}\n{"text": "b"}\n{"text": "c', "a.jsonl")

    assert len(found.posts) == 2
    assert str(found.error).endswith(
        "a.jsonl, line 3: this is not valid JSON (unterminated string starting at,"
        " at character 10): correct it or leave it out"
    )


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("[1, 2]", "this is not an object: write"),
        ('"text"', "this is not an object: write"),
        ("{}", "there is no 'text' here, only nothing: add one"),
        ('{"id": "1", "texte": "é"}', "there is no 'text' here, only 'id', 'texte': add one"),
        ('{"text": 5}', "text: 5 is a number: write it as a text in quotes"),
        ('{"text": 0}', "text: 0 is a number"),
        ('{"text": true}', "text: True is true or false"),
        ('{"text": "x", "id": true}', "id: True is true or false"),
        ('{"text": "x", "title": ["a"]}', "title: ['a'] is a list"),
        ('{"text": "x", "author": {"name": "a"}}', "author: {'name': 'a'} is an object"),
        ('{"text": "x", "audience": ""}', "audience: it is empty: name an audience, or leave the"),
        ('{"text": "x", "audience": " "}', "audience: it is empty"),
        ('{"text": ""}', "the text is empty: write one, or leave this post out"),
        ('{"text": null}', "the text is empty"),
        ('{"text": " \\n\\u00a0"}', "the text is empty"),
        ('{"text": "x", "posted_at": "2024-13-01"}', "posted_at: '2024-13-01' is not a date"),
        ('{"text": "x", "posted_at": 1712345678}', "posted_at: '1712345678' is not a date"),
        ('{"text": "a\\ud83d"}', "text: \\ud83d is half a character and cannot be stored"),
        ('{"text": "x", "id": "\\udc00"}', "id: \\udc00 is half a character"),
        ('{"text": "x", "id": "1", "parent_id": "1"}', "cannot be a comment on itself"),
        ('{"text": "x", "n": ' + "9" * 5000 + "}", "a number with too many digits"),
        ('{"text": ' + "[" * 200_000, "this line is nested too deeply"),
        ('{"\\ud800": 1}', "only '\\\\ud800': add one"),
    ],
)
def test_a_wrong_line_is_told_by_its_number_and_the_rest_goes_on(
    read_file: ReadFile, line: str, problem: str
) -> None:
    found = read_file(f'{{"text": "a"}}\n{line}\n{{"text": "b"}}\n', "a.jsonl")

    assert [post.text for post in found.posts] == ["a", "b"]
    assert found.error.line == 2
    assert problem in found.error.problem
    assert str(found.error).encode()


def test_many_unknown_columns_are_not_all_named(read_file: ReadFile) -> None:
    error = read_file(json.dumps({f"c{n}": n for n in range(14)}), "a.jsonl").error

    assert "'c9', 4 more: name the one that holds it" in error.problem


def test_a_line_in_another_encoding_costs_that_line_only(read_file: ReadFile) -> None:
    found = read_file(b'{"text": "a"}\n{"text": "\xe9t\xe9"}\n{"text": "b"}\n', "a.jsonl")

    assert len(found.posts) == 2
    assert str(found.error).endswith(
        "a.jsonl, line 2: byte 11 of this line is not UTF-8 (it looks like Windows-1252"
        " encoding): save the file as UTF-8"
    )


def test_a_line_that_is_too_long_costs_that_line_only(read_file: ReadFile) -> None:
    long = json.dumps({"text": "x" * LONGEST_LINE * 2})
    found = read_file(f'{{"text": "a"}}\n{long}\n{{"text": "b"}}\n{long}', "a.jsonl")

    assert [post.text for post in found.posts] == ["a", "b"]
    assert [error.line for error in found.errors] == [2, 4]
    assert "longer than 5 MB" in found.errors[0].problem


def test_a_line_of_just_the_longest_length_is_read(read_file: ReadFile) -> None:
    line = '{"text": "' + "x" * (LONGEST_LINE - 12) + '"}'

    assert len(read_file(line, "a.jsonl").only.text) == LONGEST_LINE - 12


def test_the_same_post_twice_is_one_post(read_file: ReadFile) -> None:
    found = read_file('{"id": "1", "text": "a"}\n{"text": "a", "id": "1"}\n', "a.jsonl")

    assert len(found.posts) == 1
    assert found.errors == []


def test_an_id_with_another_content_is_refused_naming_the_first(read_file: ReadFile) -> None:
    found = read_file('{"id": "1", "text": "a"}\n\n{"id": "1", "text": "b"}\n', "a.jsonl")

    assert [post.text for post in found.posts] == ["a"]
    assert found.error.line == 3
    assert found.error.problem == "its id 'a:1' is already taken by line 1: give it another"


@pytest.mark.parametrize(
    "line",
    [
        '{"text": }',
        '{"text": "a", }',
        "{text: 1}",
        '{"text" "a"}',
        '{"text": "a" "b"}',
        '{"text": "a',
        '{"text": "a\tb"}',
        '{"text": "a"} more',
    ],
)
def test_what_is_wrong_with_a_line_of_json_is_said_in_french_too(
    read_file: ReadFile, line: str
) -> None:
    error = read_file(f'{{"text": "fine"}}\n{line}\n', "a.jsonl").error.error
    assert error.kind == "line_not_json"
    at = error.values["at"]
    assert re.search(rf"\(\w[^()]+, au caractère {at}\)", refusal(error, FRENCH))


def test_an_id_that_is_only_a_scope_is_refused(read_file: ReadFile) -> None:
    found = read_file('{"id": "a:", "text": "a"}\n{"id": "1", "text": "b"}\n', "a.jsonl")

    assert [post.text for post in found.posts] == ["b"]
    assert found.error.problem == "the id 'a:' is not a scope, a colon and a name"


def test_two_who_write_the_same_are_two_posts_and_a_row_that_comes_again_is_counted(
    read_file: ReadFile,
) -> None:
    rows = ['{"text": "a", "author": "A"}', *2 * ['{"text": "a", "author": "B"}']]
    found = read_file("\n".join(rows), "a.jsonl")
    assert [post.author for post in found.posts] == ["A", "B"]
    assert len({post.id for post in found.posts}) == 2
    assert (found.errors, found.left_out) == ([], {"repeated_rows": 1})


def test_a_scope_begins_the_ids_in_the_place_of_the_source(read_file: ReadFile) -> None:
    row = '{"scope": "slack", "id": "T1/C1/2", "source": "#bees", "text": "a"'
    row += ', "parent_id": "T1/C1/1"}'
    post = read_file(row + "\n", "a.jsonl").only

    assert (post.id, post.source, post.parent_id) == ("slack:T1/C1/2", "#bees", "slack:T1/C1/1")
    assert read_file(row + "\n", "a.jsonl", source="b").only.id == "slack:T1/C1/2"


def test_the_rest_is_left_out_after_very_many_refusals_in_a_row(read_file: ReadFile) -> None:
    found = read_file('{"text":"a"}\n' + "1\n" * MOST_REFUSED + '{"text":"b"}\n', "a.jsonl")
    assert [post.text for post in found.posts] == ["a"]
    assert len(found.errors) == MOST_REFUSED + 1
    last = found.errors[-1]
    assert last.line == MOST_REFUSED + 2
    assert (
        last.problem
        == "10,000 in a row were refused, so from here on the file is left out: correct it"
    )


def test_as_many_refusals_between_posts_leave_nothing_out(read_file: ReadFile) -> None:
    broken = "1\n" * (MOST_REFUSED - 1)
    found = read_file(f'{broken}{{"text":"a"}}\n{broken}{{"text":"b"}}\n', "a.jsonl")
    assert [post.text for post in found.posts] == ["a", "b"]
    assert len(found.errors) == 2 * (MOST_REFUSED - 1)


def test_a_row_that_comes_again_is_made_a_post_once(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int | None] = []

    def to_post(row: Mapping[str, object], labels: Labels, line: int | None) -> object:
        made.append(line)
        return real(row, labels, line)

    real = rows.to_post
    monkeypatch.setattr(rows, "to_post", to_post)
    a, b = '{"text":"a","tags":"x"}\n', '{"text":"b","tags":["x"]}\n'
    found = read_file(f"{a}{b}" * 50, "a.jsonl")
    assert [post.text for post in found.posts] == ["a", "b"]
    assert made.count(1) == 1
    assert [line for line in made if line and line % 2] == [1]


def test_a_number_is_not_taken_for_an_equal_one_that_came_before(read_file: ReadFile) -> None:
    found = read_file('{"text":"a","id":1}\n{"text":"a","id":1.0}\n', "a.jsonl")
    assert [post.text for post in found.posts] == ["a"]
    assert found.error.line == 2
