from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.sources.linkedin.tables import table_rows
from tests.fakes.archives import payload, unpacked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadFile, ReadPaths

LINK = "https://www.linkedin.com/feed/update/urn:li:activity:"
COMMENTS = "Date,Link,Message\n"
SHARES = "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"


def comment(number: int, text: str) -> str:
    return f"2024-03-0{number} 09:00:00,{LINK}{number},{text}\n"


def texts(read_file: ReadFile, table: str | bytes, name: str = "Comments.csv") -> list[str]:
    found = read_file(table, name)
    assert found.errors == []
    return [post.text for post in found.posts]


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_an_archive_of_2018_is_read(tmp_path: Path, read_paths: ReadPaths, mark: bytes) -> None:
    head = (
        '"Date"\t"Share Title"\t"Share Description"\t"Share Link"\t"Share Commentary"\t"Shared URL"'
        '\t"Media URL"\t"Type"\t"Visibility"\r\n'
    )
    row = (
        f'"2017/06/08 08:15:44 UTC"\t"A bridge"\t"It reopens"\t"{LINK}62"\t"At last: été, ""no""."'
    )
    encoding = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    tables = {"Shares.csv": f'{head}{row}\t""\t""\t"ARTICLE"\t"PUBLIC"\r\n',
              "Profile.csv": '"First Name"\t"Last Name"\r\n"Zoé"\t"Holt"\r\n'}  # fmt: skip
    files = {name: mark + table.encode(encoding) for name, table in tables.items()}
    found = read_paths(unpacked(tmp_path / "li", files))
    assert (found.only.text, found.only.author) == ('At last: été, "no".', "Zoé Holt")
    assert str(found.only.posted_at) == "2017-06-08 08:15:44+00:00"
    assert found.left_out == {"link_previews": 1}


def test_a_text_of_several_lines_without_quotes_is_one(read_file: ReadFile) -> None:
    table = (
        COMMENTS + comment(1, "One.\nTwo, and more.\n\n2023 was dry.\nSee it") + comment(2, "Bye")
    )
    said = "One.\nTwo, and more.\n\n2023 was dry.\nSee it"
    assert texts(read_file, table) == [said, "Bye"]


@pytest.mark.parametrize("begun", ['"A quote at the start', '"A quote" and "', '\\"A quote'])
def test_a_quote_that_is_never_closed_takes_no_other_row(read_file: ReadFile, begun: str) -> None:
    others = comment(2, "Oil it.") + comment(3, '"Not me, he\nsaid ""no""."') + comment(4, "So?")
    for table in (comment(1, begun) + others, others.replace("4", "5", 1) + comment(1, begun)):
        found = read_file(COMMENTS + table, "Comments.csv")
        assert {each.text for each in found.posts} >= {"Oil it.", 'Not me, he\nsaid "no".'}
        assert len(found.posts) == 4


def test_the_lines_below_such_a_quote_are_of_its_row(read_file: ReadFile) -> None:
    table = (
        COMMENTS + comment(1, '"A quote at the start\n"and its next line') + comment(2, "Oil it.")
    )
    assert texts(read_file, table) == ['"A quote at the start\n"and its next line', "Oil it."]


def test_a_text_of_ever_so_many_lines_without_quotes_stays_whole(read_file: ReadFile) -> None:
    table = COMMENTS + comment(1, "x" * 100_000 + "\ny" * 200_000)
    assert len(texts(read_file, table)[0]) == 500_000


def test_a_share_of_several_lines_without_quotes_keeps_its_other_cells(read_file: ReadFile) -> None:
    rows = f"2024-03-01 09:00:00,{LINK}1,One.\nTwo, three.,,,CONNECTIONS\n"
    post = read_file(SHARES + rows, "Shares.csv").only
    assert (post.text, post.audience) == ("One.\nTwo, three.", "linkedin:connections")


def test_whether_quotes_are_doubled_is_decided_per_table(read_file: ReadFile) -> None:
    doubled = COMMENTS + comment(1, r'"A path is ""C:\dir\"", it ends so: \"') + comment(2, "Bye.")
    assert texts(read_file, doubled) == [r'A path is "C:\dir\", it ends so: ' + "\\", "Bye."]
    escaped = COMMENTS + comment(1, r'"He calls it \"gold\", twice."') + comment(2, "Bye.")
    assert texts(read_file, escaped) == ['He calls it "gold", twice.', "Bye."]


def test_quotes_around_line_ends_are_the_writer_s_where_not_all_have_them(
    read_file: ReadFile,
) -> None:
    quoted = '"""Bees swarm.""\n""Goats graze."""'
    assert texts(read_file, COMMENTS + comment(1, quoted) + comment(2, '"One.\nTwo."')) == [
        '"Bees swarm."\n"Goats graze."', "One.\nTwo.",
    ]  # fmt: skip


def test_posts_of_one_group_and_what_answers_them_are_told_apart(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    group = "https://www.linkedin.com/feed/update/urn%3Ali%3AgroupPost%3A40-"
    shares = "".join(f"2024-03-0{n} 09:00:00,{group}7{n},Post {n}.,,,\n" for n in (1, 2))
    comments = "".join(f"2024-03-0{n} 10:00:00,{group}7{n},Answer {n}.\n" for n in (1, 2))
    files = {"Shares.csv": SHARES + shares, "Comments.csv": COMMENTS + comments}
    folder = unpacked(tmp_path / "li", {name: table.encode() for name, table in files.items()})
    found = read_paths(folder)
    assert found.errors == []
    assert {post.text: post.parent_id or post.id for post in found.posts} == {
        "Post 1.": "linkedin:groupPost/40-71", "Post 2.": "linkedin:groupPost/40-72",
        "Answer 1.": "linkedin:groupPost/40-71", "Answer 2.": "linkedin:groupPost/40-72",
    }  # fmt: skip


def test_two_posts_with_one_link_are_both_kept(read_file: ReadFile) -> None:
    rows = (
        f"2024-03-01,{LINK}1,Bees.,,,\n2024-03-02,{LINK}1,Goats.,,,\n2024-03-02,{LINK}2,Oak.,,,\n"
    )
    found = read_file(SHARES + rows, "Shares.csv")
    assert [post.text for post in found.posts] == ["Bees.", "Goats.", "Oak."]
    assert found.posts[2].id == "linkedin:activity/2"


def test_every_row_is_a_post_or_counted(tmp_path: Path, read_paths: ReadPaths) -> None:
    files = payload("linkedin")
    files["Invitations.csv"] = b"From,To,Message\nAda,Ben,Let us meet.\nAda,Zoe,\n"
    found = read_paths(unpacked(tmp_path / "li", files))
    assert found.left_out == {
        "wordless": 1, "drafts": 1, "direct_messages": 1, "invitations": 1, "profile_texts": 1,
    }  # fmt: skip


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0\\"))


@settings(deadline=None)
@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1), st.sampled_from("\t,;"))
def test_any_rows_come_back_from_a_table(rows: list[list[str]], delimiter: str) -> None:
    table = io.StringIO(newline="")
    csv.writer(table, delimiter=delimiter).writerows([["Date", "Link", "Message"], *rows])
    assert table_rows(table.getvalue())[1:] == rows
