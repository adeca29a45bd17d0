from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

from adapters.sources.bytes.reader import HEAD
from adapters.sources.detection import format_of
from index.errors import PostFormatError
from tests.unit.adapters.sources.conftest import Told

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        ('{"text": "a"}\n', "a.txt", "jsonl"),
        ('\n\n{"text": "a"}\n', "a.csv", "jsonl"),
        ("{id: 1}\n", "a.jsonl", "jsonl"),
        ("{id: 1}\n", "a.txt", "plain"),
        ("broken\n" + '{"text": "a"}\n' * 3, "a.txt", "jsonl"),
        ('[{"text": "a"}]\n{"text": "b"}\n', "a.txt", "jsonl"),
        ("id,text\n1,a", "a.txt", "table"),
        ("title, text, url: what we store", "a.txt", "plain"),
        ("text\n", "a.txt", "plain"),
        ("Dear all,\nplease read the text.", "a.csv", "table"),
        ("---\ntitle: a\n---\nb", "a.txt", "markdown"),
        ("# Heading", "a.md", "markdown"),
        ("# Heading", "a.txt", "plain"),
        ("[link](x) first\n\nthen text", "a.txt", "plain"),
        ("Post\n3wCongrats\n", "a.md", "linkedin"),
        ("Post\nCongrats\n", "", "plain"),
        ("<!DOCTYPE html>\n<!-- saved -->\n<HTML lang='en'>", "a.txt", "page"),
        ("<p>A part of a page</p>", "a.html", "page"),
        ("<p>A part of a page</p>", "a.txt", "plain"),
        ('<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b">]><rss version="2.0">', "a", "feed"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", "a.xml", "feed"),
        ("<htmlish>", "a.txt", "plain"),
        ("<!-- a -->" * 5_000, "a.txt", "plain"),
        ("<!DOCTYPE [" + "]" * 50_000, "a.txt", "plain"),
        ("One\n\nTwo\x02\n\n\x0cThree, and so on\n", "a.txt", "plain"),
    ],
)
def test_the_content_tells_the_format_and_the_ending_breaks_ties(
    content: str, name: str, expected: str
) -> None:
    assert format_of(content.encode(), name, name) == expected


def test_a_character_cut_by_the_end_of_the_head_does_no_harm() -> None:
    head = ("x" * (HEAD - 1) + "é").encode()[:HEAD]

    assert format_of(head, "a.txt", "a.txt") == "plain"


@pytest.mark.parametrize(
    "content", ['[{"text": "a"}]', '[\n{"text": "a"},\n{"text": "a"}\n]', '[\n  {"text":\n"a"}]']
)
@pytest.mark.parametrize("name", ["a.json", "a.txt"])
def test_a_json_list_is_a_table(read_file: ReadFile, content: str, name: str) -> None:
    assert read_file(content, name).only.text == "a"


def test_a_json_object_over_several_lines_is_a_post_where_it_has_a_text(
    read_file: ReadFile,
) -> None:
    assert read_file('{\n  "text": "a"\n}\n', "a.json").only.text == "a"
    assert "one object per line" in read_file('{\n  "name": "a"\n}\n', "a.json").error.problem


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "an image"),
        (b"PK\x03\x04\x14\0", "an archive or an office document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document, or one with a password"),
        (gzip.compress(b"text", mtime=0), "a compressed file"),
        (b"\0\1\2\3\0\0\xff\xfe binary", "binary"),
        (b"\1\2\3\4\5abc", "binary"),
        (b"id,text\n1,a\0\n", "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_its_kind(
    read_file: ReadFile, content: bytes, kind: str
) -> None:
    error = read_file(content, "thing.csv").error

    assert f"it is {kind}, not text: save its text as UTF-8, or leave it out" == error.problem


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_without_its_mark_is_named(read_file: ReadFile, encoding: str) -> None:
    error = read_file("id,text\n1,hello everybody".encode(encoding), "a.csv").error

    assert error.problem == "it looks like UTF-16 and is not UTF-8: save it as UTF-8"


def test_a_table_all_in_another_encoding_is_refused_once(read_file: ReadFile) -> None:
    rows = "".join(f"{n};déjà vu\n" for n in range(9))
    error = read_file(f"id;text\n{rows}".encode("cp1252"), "a.csv").error

    assert error.line == 2
    assert error.problem == (
        "it is not UTF-8 from here on, but looks like Windows-1252: save it as UTF-8"
    )


def test_lines_in_utf8_keep_a_few_foreign_ones_from_refusing_the_file(
    read_file: ReadFile,
) -> None:
    foreign = "".join(f"{n},été\n" for n in range(9)).encode("cp1252")
    found = read_file(b"id,text\n" + foreign + "x,été\n".encode(), "a.csv")

    assert len(found.errors) == 9
    assert [post.text for post in found.posts] == ["été"]


def test_a_zero_byte_in_a_line_of_json_costs_that_line_only(read_file: ReadFile) -> None:
    found = read_file(b'{"text": "a"}\n\0\0\0\n{"text": "b"}\n', "a.jsonl")

    assert (len(found.posts), found.error.line) == (2, 2)


def test_an_error_is_raised_with_the_path_the_person_gave() -> None:
    with pytest.raises(PostFormatError) as raised:
        format_of(b"", "a.txt", "posts/a.txt")
    assert str(Told(raised.value)).startswith("posts/a.txt: the file is empty")


@pytest.mark.parametrize(
    ("head", "name", "problem"),
    [
        (b"bplist00\xd1\x01\x02_\x10\x0fWebMainResource", "a.webarchive",
         "it is a web archive of Safari: save the page there as page source instead"),
        (b"SQLite format 3\0", "slackdump.sqlite",
         "it is a database of slackdump: make an export of it (`slackdump convert -f export`)"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_named_with_a_remedy(
    head: bytes, name: str, problem: str, read_file: ReadFile
) -> None:
    assert (
        read_file(
            (head + b"\0" * 40 if b"\0" in head or head[:2] == b"bp" else head), name
        ).error.problem
        == problem
    )


def test_a_text_that_begins_as_a_letter_does_is_no_mail(read_file: ReadFile) -> None:
    (post,) = read_file("From: Ada\nDate: tomorrow\nSubject: Kiln\n\nIt is hot.", "a.txt").posts
    assert "It is hot." in post.text


@pytest.mark.parametrize("name", ["feed.json", "feed.txt", "items.jsonl"])
@pytest.mark.parametrize("indent", [None, 4])
@pytest.mark.parametrize("last", [False, True])
def test_a_json_feed_is_named_with_what_helps(
    read_file: ReadFile, name: str, indent: int | None, last: bool
) -> None:
    item = {"id": "1", "content_text": "They swarm in May."}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Bees", "items": [item, item]}
    feed = {"title": "Bees", **feed} if last else feed
    told = read_file(json.dumps(feed, indent=indent), name).error.problem
    assert told.startswith("it is a JSON Feed, which is not read: give the RSS or Atom feed")
