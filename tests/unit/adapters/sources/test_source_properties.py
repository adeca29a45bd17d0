from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.sources.discovery import sources
from adapters.sources.file_defaults import Labels
from adapters.sources.linkedin.pasted_page import linkedin_posts
from index.errors import PostFormatError
from index.posts import Post

# Whatever can be stored: no lone surrogates.
CHARACTERS = st.characters(exclude_categories=["Cs"])
TEXTS = st.text(CHARACTERS, min_size=1).filter(lambda text: bool(text.strip()))
WORDS = st.text(CHARACTERS, max_size=12).map(str.strip)
MOMENTS = st.datetimes(min_value=datetime(1990, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@st.composite
def rows(draw: st.DrawFn) -> list[dict[str, str]]:
    ids = draw(st.lists(st.from_regex(r"[a-z0-9:/.-]{1,9}", fullmatch=True), unique_by=name))
    return [
        {
            "id": id_,
            "text": draw(TEXTS),
            "title": draw(WORDS),
            "author": draw(WORDS),
            "posted_at": draw(MOMENTS).isoformat(),
            "parent_id": draw(st.sampled_from(["", "top"])),
            "audience": draw(st.sampled_from(["everyone", "slack:C1"])),
            "age": draw(st.sampled_from(["", "2 mois"])),
            "author_id": draw(st.sampled_from(["", "slack:T1/U1"])),
        }
        for id_ in ids
        if name(id_) not in {"", "top"}
    ]


def name(id_: str) -> str:
    """Return an id without its scope, which is added where it is missing."""
    return id_.removeprefix("s:")


def expected(row: dict[str, str]) -> dict[str, object]:
    return {
        "id": "s:" + name(row["id"]),
        "source": "s",
        "text": row["text"],
        "title": row["title"],
        "author": row["author"] or None,
        "url": None,
        "posted_at": datetime.fromisoformat(row["posted_at"]),
        "parent_id": "s:top" if row["parent_id"] else None,
        "audience": row["audience"],
        "age": row["age"],
        "author_id": row["author_id"] or None,
        "titled_by": None,
        "is_accepted": None,
        "is_solved": None,
    }


def everything_in(data: bytes) -> list[Post | PostFormatError]:
    [source] = sources(["-"], source="s", stdin=io.BytesIO(data))
    assert not isinstance(source, PostFormatError)
    return list(source.posts())


def posts_in(data: bytes) -> list[dict[str, object]]:
    found = everything_in(data)
    assert not [each for each in found if isinstance(each, PostFormatError)]
    return [asdict(each) for each in found if isinstance(each, Post)]


@settings(deadline=None)
@given(rows(), st.booleans())
def test_any_records_come_back_from_json_lines(
    records: list[dict[str, str]], ascii_only: bool
) -> None:
    lines = [json.dumps(record, ensure_ascii=ascii_only) for record in records]
    if records:
        assert posts_in("\n".join(lines).encode()) == [expected(record) for record in records]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@settings(deadline=None)
@given(rows())
def test_any_records_come_back_from_a_table(delimiter: str, records: list[dict[str, str]]) -> None:
    table = io.StringIO(newline="")
    columns = "id text title author posted_at parent_id audience age author_id".split()
    writer = csv.DictWriter(table, columns, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(records)
    # A zero byte is what a binary file is told by.
    if "\0" not in table.getvalue():
        assert posts_in(table.getvalue().encode()) == [expected(record) for record in records]


@settings(deadline=None)
@given(st.binary())
def test_no_bytes_raise(data: bytes) -> None:
    assert everything_in(data)


@settings(deadline=None)
@given(
    st.sampled_from(["id,text\n", '{"text": "a"}\n', "---\ntitle: a\n---\n", "3wBravo\n", "["]),
    st.text() | st.binary(),
)
def test_no_content_of_any_format_raises(start: str, rest: str | bytes) -> None:
    tail = rest if isinstance(rest, bytes) else rest.encode("utf-8", "surrogatepass")

    for each in everything_in(start.encode() + tail):
        assert isinstance(each, Post) or str(each).encode()


LINES = st.sampled_from(
    "Like|Reply|Comment|3w|2 moisBravo|• 2nd|Ada Quill|Poet at Home||12|3 comments|Some words."
    "|Poet | Baker | Cook|hashtag#bees|…voir plus|Ada Quill • 3rd+ • 2mo|Edited".split("|")
)


@settings(deadline=None)
@given(st.lists(LINES | st.text(CHARACTERS, max_size=20)))
def test_no_page_raises_and_every_comment_belongs_to_its_post(lines: list[str]) -> None:
    found = list(linkedin_posts("\n".join(lines), Labels("a", "a", "s")))
    posts = [each for each in found if isinstance(each, Post)]

    assert [each for each in found if isinstance(each, PostFormatError)] == found[len(posts) :]
    assert {post.parent_id for post in posts[1:]} <= {"s:a"}
    assert len({post.id for post in posts}) == len(posts)
