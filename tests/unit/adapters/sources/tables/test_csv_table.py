from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.sources.bytes.reader import LONGEST_LINE
from adapters.sources.tables import csv_table as tables

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["a.csv", "a.dat"])
def test_any_usual_delimiter_is_recognised(read_file: ReadFile, delimiter: str, name: str) -> None:
    rows = [["ID", "Text", "author", "likes"], ["1", "Compost: air, water; time.", "Ada", "3"]]
    table = "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    post = read_file(table, name).only

    assert (post.id, post.author, post.text) == ("a:1", "Ada", "Compost: air, water; time.")


def test_a_mark_windows_lines_and_quoted_newlines_are_fine(read_file: ReadFile) -> None:
    table = '\ufeffid;text\r\n1;"First\r\nsecond; ""third"""\r\n\r\n2;plain\r\n'
    found = read_file(table, "a.csv")

    assert [post.text for post in found.posts] == ['First\r\nsecond; "third"', "plain"]
    assert found.errors == []


def test_an_empty_cell_names_no_audience(read_file: ReadFile) -> None:
    found = read_file("text,audience\na,slack:C1\nb,\nc, \n", "a.csv")

    assert [post.audience for post in found.posts] == ["slack:C1", "everyone", "everyone"]
    assert found.errors == []


def test_rows_are_told_by_the_line_they_begin_on(read_file: ReadFile) -> None:
    table = 'id,text,posted_at\n1,"a\nb",\n2,"c\nd",never\n3,e,soon\n'
    found = read_file(table, "a.csv")

    assert [error.line for error in found.errors] == [4, 6]
    assert len(found.posts) == 1


def test_a_table_without_a_text_column_names_the_columns_found(read_file: ReadFile) -> None:
    error = read_file("id;Zahl;Preis\n1;2;3\n", "a.csv").error

    assert error.line == 1
    assert error.problem == (
        "there is no column 'text', only 'id', 'Zahl', 'Preis': name the one that holds it 'text',"
        " or on the command line give `--column text=NAME`"
    )


def test_a_table_with_two_text_columns_is_refused(read_file: ReadFile) -> None:
    assert "two columns 'text'" in read_file("id,text,Text\n1,a,b\n", "a.csv").error.problem


def test_one_column_is_a_table_where_the_ending_says_so(read_file: ReadFile) -> None:
    assert [post.text for post in read_file("text\nhello\n", "a.csv").posts] == ["hello"]


def test_rows_of_empty_cells_are_passed_over_and_short_rows_are_fine(read_file: ReadFile) -> None:
    found = read_file("id,text,author\n1,hello\n,,\n", "a.csv")

    assert (found.only.text, found.only.author) == ("hello", None)


def test_a_row_without_a_text_is_refused(read_file: ReadFile) -> None:
    found = read_file("id,text,author\n1,,Ada\n2\n", "a.csv")

    assert [error.line for error in found.errors] == [2, 3]


def test_a_row_with_too_many_cells_is_refused_and_not_cut(read_file: ReadFile) -> None:
    found = read_file("id,text\n1,Yes, but no\n2,fine\n", "a.csv")

    assert [post.text for post in found.posts] == ["fine"]
    assert "this row has 3 cells, but the header has 2" in found.error.problem


def test_a_quote_out_of_place_is_refused_and_not_guessed(read_file: ReadFile) -> None:
    found = read_file('id,text\n1,"He said "no" to me"\n2,fine\n', "a.csv")

    assert [post.text for post in found.posts] == ["fine"]
    assert found.error.line == 2
    assert "double the quotes within it" in found.error.problem


def test_a_quote_that_is_not_closed_is_told_by_its_line(read_file: ReadFile) -> None:
    found = read_file('id,text\n1,fine\n2,"open\n3,lost\n', "a.csv")

    assert [post.text for post in found.posts] == ["fine"]
    assert found.error.line == 3
    assert "opened here and not closed" in found.error.problem


def test_a_quote_open_for_megabytes_ends_and_the_rest_goes_on(read_file: ReadFile) -> None:
    filler = ("x" * 999 + "\n") * (LONGEST_LINE // 1000 + 1)
    found = read_file(f'id,text\n1,"{filler}2,fine\n', "a.csv")

    assert [post.text for post in found.posts] == ["fine"]
    assert found.errors[0].line == 2


def test_a_text_longer_than_the_csv_default_is_read(read_file: ReadFile) -> None:
    assert len(read_file(f"id,text\n1,{'x' * 200_000}\n", "a.csv").only.text) == 200_000


def test_a_line_in_another_encoding_costs_its_row_only(read_file: ReadFile) -> None:
    found = read_file(b'id,text\n1,"a\nb\xe9\n2,fine\n', "a.csv")

    assert [post.text for post in found.posts] == ["fine"]
    assert found.error.line == 3


def test_a_header_in_another_encoding_refuses_the_table(read_file: ReadFile) -> None:
    found = read_file(b"id,text,r\xe9gion\n1,a,b\n", "a.csv")

    assert found.error.line == 1
    assert "Windows-1252" in found.error.problem


def test_a_header_that_is_no_row_is_refused(read_file: ReadFile) -> None:
    assert "there is no column 'text'" in read_file('"id","te"xt\n1,a\n', "a.csv").error.problem


def test_a_repeated_id_is_refused_naming_the_first(read_file: ReadFile) -> None:
    found = read_file("id,text\n1,a\n1,b\n", "a.csv")

    assert (found.error.line, "taken by line 2" in found.error.problem) == (3, True)


@pytest.mark.parametrize("first", ["sep=;", "SEP=;\r", '"sep=;"', "\ufeffsep=;"])
def test_the_line_in_which_excel_tells_the_delimiter_is_passed_over(
    first: str, read_file: ReadFile
) -> None:
    found = read_file(f"{first}\nid;text;author\n1;Oak, or elm;Ilse\n", "oak.csv")

    assert (found.only.text, found.only.author) == ("Oak, or elm", "Ilse")


def test_the_delimiter_that_excel_tells_counts_whatever_the_header_looks_like(
    read_file: ReadFile,
) -> None:
    found = read_file("sep=|\nid|text|a,b,c,title\n1|Oak|x\n", "oak.txt")

    assert found.only.text == "Oak"


def test_a_table_of_hardly_anything_but_rows_is_left_out_from_some_row_on(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 10)
    rows = "".join(f"{number}\n" for number in range(100, 130))
    found = read_file("text,id\n" + rows, "a.csv")
    assert len(found.posts) == 10
    assert found.error.line == 12
    assert found.error.problem == (
        "more than 10 rows hold hardly anything, so from here on the file is left out: split it"
    )
    whole = rows.replace("\n", " and some words\n")
    assert len(read_file("text,id\n" + whole, "a.csv").posts) == 30


@pytest.mark.parametrize("title", ["Rapport;;\n;;\n", "Rapport\n\n", "Rapport;;\nde mars;;\n"])
def test_lines_above_the_heads_are_counted_and_no_heads(read_file: ReadFile, title: str) -> None:
    found = read_file(f"{title}Nom;Avis;Date\nInès;Très bien.;2026-03-03\n", "avis.csv")
    assert found.only.author == "Inès"
    assert found.only.text == "Très bien."
    assert found.left_out == {"lines_above_heads": title.count("a")}


def test_what_stands_alone_above_other_words_may_be_a_head(read_file: ReadFile) -> None:
    found = read_file("comment\nNice, really.\nOn a date, by name.\n", "c.csv")
    assert "lines_above_heads" not in found.left_out
