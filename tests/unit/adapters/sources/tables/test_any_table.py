"""Tables that nobody wrote for Pullquote."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from adapters.sources.discovery import sources
from adapters.sources.post_file import PostFile
from bot.ports import GivenColumns
from index.errors import PostFormatError
from index.posts import Post

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import Found, ReadFile

FEEDBACK = (
    "respondent,what did you like?,what was missing?,date,score\n"
    'Ada,"The kiln, of course",A second kiln.,12/05/2025 14:33,5\n'
    "Ben,Everything,,25/05/2025 09:10,4\n"
    "Cy,,,26/05/2025 10:00,3\n"
)


def days(found: Found) -> list[str]:
    return [each.posted_at.date().isoformat() if each.posted_at else "" for each in found.posts]


def with_columns(path: Path, given: GivenColumns) -> list[Post | PostFormatError]:
    [source] = sources([str(path)], columns=given)
    assert isinstance(source, PostFile)
    return list(source.posts())


def test_the_answers_of_a_form_are_joined_with_their_questions(read_file: ReadFile) -> None:
    found = read_file(FEEDBACK, "feedback.csv")

    assert found.errors == []
    assert [post.text for post in found.posts] == [
        "what did you like?\nThe kiln, of course\n\nwhat was missing?\nA second kiln.",
        "what did you like?\nEverything",
    ]
    assert [post.author for post in found.posts] == ["Ada", "Ben"]
    assert days(found) == ["2025-05-12", "2025-05-25"]
    assert found.left_out == {"columns:'score'": 3, "rows_without_text": 1}


@pytest.mark.parametrize("name", ["notes.csv", "notes.txt"])
@pytest.mark.parametrize(
    "table",
    [
        "Datum;Name;Nachricht\n12.05.2025;Jörg;Die Säge ist stumpf.\n",
        "Horodateur|Auteur|Commentaire\n2025/05/12 2:33 PM UTC+2|Jörg|Die Säge ist stumpf.\n",
        "Fecha,Autor,Mensaje\n12 de mayo de 2025,Jörg,Die Säge ist stumpf.\n",
    ],
)
def test_columns_are_recognised_by_their_heads(read_file: ReadFile, table: str, name: str) -> None:
    found = read_file(table, name)

    assert (found.only.author, found.only.text) == ("Jörg", "Die Säge ist stumpf.")
    assert days(found) == ["2025-05-12"]


def test_columns_without_telling_heads_are_recognised_by_what_they_hold(
    read_file: ReadFile,
) -> None:
    table = (
        "k1,k2,k3,k4\n"
        "7,https://example.org/1,2025-05-12,The kiln is far too hot for small cups.\n"
        "8,https://example.org/2,2025-05-13,We would like a second wheel.\n"
    )
    found = read_file(table, "a.csv")

    assert found.posts[1].text == "We would like a second wheel."
    assert found.posts[0].url == "https://example.org/1"
    assert days(found) == ["2025-05-12", "2025-05-13"]
    assert found.left_out == {"columns:'k1'": 2}


def test_a_table_without_heads_loses_no_row(read_file: ReadFile) -> None:
    table = "12.05.2025;The kiln is far too hot for cups\n13.05.2025;We want a second wheel soon\n"
    found = read_file(table, "a.csv")

    assert [post.text for post in found.posts] == [
        "The kiln is far too hot for cups",
        "We want a second wheel soon",
    ]
    assert days(found) == ["2025-05-12", "2025-05-13"]


def test_one_later_date_tells_the_order_of_all(read_file: ReadFile) -> None:
    rows = "".join(f"A{n},Text number {n},0{n % 9 + 1}/02/2025\n" for n in range(2_000))
    found = read_file(f"author,comment,date\n{rows}Z,Last,02/13/2025\n", "a.csv")

    assert days(found)[0] == "2025-01-02"
    assert found.errors == []


def test_where_both_orders_fit_the_table_is_refused_with_the_remedy(read_file: ReadFile) -> None:
    table = "author,comment,date\nAda,Good,12/05/2025\nBen,Bad,03/04/2025\n"
    found = read_file(table, "a.csv")

    assert found.posts == []
    assert "'12/05/2025' begins with the day or the month" in found.error.problem
    assert "`--dates day-first` or `--dates month-first`" in found.error.problem
    told = read_file(table.replace("date", "date (mm/dd)"), "a.csv")
    assert days(told) == ["2025-12-05", "2025-03-04"]


def test_a_date_that_is_none_costs_no_post(read_file: ReadFile) -> None:
    found = read_file("author,comment,date\nA,a,1.2.2025\nB,b,soon\nC,c,3.2.2025\n", "a.csv")

    assert days(found) == ["2025-02-01", "", "2025-02-03"]
    assert found.left_out == {"dates": 1}


def test_where_no_column_is_surely_the_text_nothing_is_guessed(
    read_file: ReadFile, tmp_path: Path
) -> None:
    found = read_file("a,b,c\nfoo bar,x y,1\nzip zap,u v,2\n", "a.csv")

    assert found.posts == []
    assert "it is not sure that the text stands in 'a', 'b'" in found.error.problem
    assert '`--column text="a"`' in found.error.problem
    given = GivenColumns((("text", "B"), ("author", "1")))
    first, _ = with_columns(tmp_path / "a.csv", given)
    assert not isinstance(first, PostFormatError)
    assert (first.text, first.author) == ("x y", "foo bar")


def test_a_column_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(FEEDBACK)
    [error] = with_columns(path, GivenColumns((("text", "what did you hate?"),)))

    assert isinstance(error, PostFormatError)
    assert (error.kind, error.values["column"]) == ("no_such_column", "what did you hate?")


def test_two_who_say_the_same_are_two_posts_and_a_row_twice_is_one(read_file: ReadFile) -> None:
    found = read_file("name,comment\nAda,Good\nBen,Good\nAda,Good\n", "a.csv")

    assert [post.author for post in found.posts] == ["Ada", "Ben"]
    assert found.left_out == {"repeated_rows": 1}


def test_objects_are_rows_in_a_list_and_in_lines(read_file: ReadFile) -> None:
    rows = [
        {"created_at": 1747060380, "user": "kim", "body": "Oil the chain.", "tags": ["a"]},
        {"created_at": 1747060381, "user": "lee", "body": "No oil.", "stars": 3},
    ]
    lines = read_file("\n".join(map(json.dumps, rows)), "a.jsonl")
    listed = read_file(json.dumps(rows, indent=1), "a.json")

    assert listed == lines
    assert [(post.author, post.text) for post in lines.posts] == [
        ("kim", "Oil the chain."),
        ("lee", "No oil."),
    ]
    assert days(lines) == ["2025-05-12", "2025-05-12"]
    assert lines.left_out == {"columns:'tags'": 1, "columns:'stars'": 1}


@pytest.mark.parametrize("first", [{"id": "1", "text": "a"}, {"text": "a", "id": "1", "likes": 3}])
def test_a_later_row_may_say_more_than_the_first(
    read_file: ReadFile, first: dict[str, object]
) -> None:
    rows = [first] * 3_000 + [{"id": "2", "text": "b", "parent_id": "1", "author": "Ada"}]
    found = read_file("\n".join(map(json.dumps, rows)), "a.jsonl")

    assert (found.posts[-1].parent_id, found.posts[-1].author) == ("a:1", "Ada")


def test_half_a_character_costs_its_row_only(read_file: ReadFile) -> None:
    found = read_file(b'[{"comment": "d\xe7d"}, {"comment": "did"}]', "a.json")

    assert [post.text for post in found.posts] == ["did"]
    assert "half a character" in found.error.problem


def test_what_is_no_object_in_a_list_is_told_by_its_number(read_file: ReadFile) -> None:
    found = read_file('[{"text": "a"}, 3, {"text": "b"}', "a.json")

    assert [post.text for post in found.posts] == ["a", "b"]
    assert [error.line for error in found.errors] == [2, None]
    assert "entry 2" in str(found.errors[0])
    assert "it ends too early" in found.errors[1].problem


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ('[{"type":"message","user":"U1","text":"secret","ts":"1.2"}]', "2024-01-01.json"),
        ("ID,Timestamp,Contents,Attachments\n1,2024-01-01,secret,\n", "messages.csv"),
        ("From,To,Date,Message\nAda,Ben,2024-01-01,secret\n", "mail.csv"),
        ("Von;An;Nachricht\nAda;Ben;secret\n", "mail.csv"),
    ],
)
def test_what_does_not_tell_who_may_read_it_is_refused(
    read_file: ReadFile, content: str, name: str
) -> None:
    found = read_file(content, name)

    assert found.posts == []
    assert found.error.error.kind in {"part_of_export", "direct_messages"}


def test_a_table_of_ours_takes_its_one_text_and_counts_the_rest(read_file: ReadFile) -> None:
    found = read_file("id,text,likes,date\n1,Oak,3,2025-05-12\n2,Elm,4,never\n", "a.csv")

    assert [post.text for post in found.posts] == ["Oak", "Elm"]
    assert found.left_out["columns:'likes'"] == 2


def test_dates_of_a_table_of_ours_are_read_to_the_letter_unless_their_order_is_given(
    read_file: ReadFile, tmp_path: Path
) -> None:
    found = read_file("text,posted_at\nOak,12/05/2025\n", "a.csv")
    [post] = with_columns(tmp_path / "a.csv", GivenColumns(order="day-first"))

    assert "'12/05/2025' is not a date" in found.error.problem
    assert not isinstance(post, PostFormatError)
    assert post.posted_at is not None
    assert post.posted_at.month == 5
    other = read_file("comment,posted_at\nOak,13/05/2025\n", "b.csv")
    assert days(other) == ["2025-05-13"]


def test_the_columns_that_became_author_date_and_title_are_noted(read_file: ReadFile) -> None:
    rows = [{"user": {"login": "octo"}, "body": "Oil the chain.", "created_at": "2025-05-12"}]
    table = read_file("First name,Last name,Datum,Comment\nAda,Lee,1.2.2025,Good\n", "a.csv")

    assert table.columns == {"author_column:'First name + Last name'", "date_column:'Datum'"}
    told = read_file(json.dumps(rows), "a.json")
    assert told.only.author == "octo"
    assert told.columns == {"author_column:'user'", "date_column:'created_at'"}
    assert read_file("author,posted_at,text\nAda,2025-02-01,Good\n", "b.csv").columns == set()
    named = read_file("Name,Price,Description\nKiln,400,It is hot.\n", "c.csv")
    assert (named.only.title, named.columns) == ("Kiln", {"title_column:'Name'"})


def test_only_ten_columns_are_named(read_file: ReadFile) -> None:
    heads = ",".join(f"n{n}" for n in range(14))
    found = read_file(f"comment,{heads}\nGood{',1' * 14}\n", "a.csv")

    assert found.left_out["other_columns"] == 4
    assert sum(each.startswith("columns:") for each in found.left_out) == 10


def test_a_wide_table_is_read(read_file: ReadFile) -> None:
    heads = ",".join(f"n{n}" for n in range(16_000))
    found = read_file(f"text,{heads}\nGood{',1' * 16_000}\n", "a.csv")

    assert found.only.text == "Good"


def test_a_lone_post_with_a_list_beside_its_text_is_a_post(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text('{"text": "The kiln is hot.", "reactions": [{"name": "fire"}]}\n')

    [post] = with_columns(path, GivenColumns())
    assert isinstance(post, Post)


def test_a_question_of_a_form_is_one_whatever_word_it_begins_with(read_file: ReadFile) -> None:
    rows = "Nom,Comment avez-vous connu le club ?\nInès,Par un ami\nPaul,Sur internet\n"
    found = read_file(rows, "club.csv")
    asked = "Comment avez-vous connu le club ?"
    assert [post.text for post in found.posts] == [f"{asked}\nPar un ami", f"{asked}\nSur internet"]


def test_one_column_that_asks_is_joined_with_its_question(read_file: ReadFile) -> None:
    posts = read_file("Name,What did you like?\nAda,The kiln.\nBob,The bread.\n", "a.csv").posts
    assert [(post.author, post.text) for post in posts] == [
        ("Ada", "What did you like?\nThe kiln."),
        ("Bob", "What did you like?\nThe bread."),
    ]
