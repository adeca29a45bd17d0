"""What a person says of the columns of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.sources.discovery import sources
from adapters.sources.post_file import PostFile
from bot.ports import GivenColumns
from index.posts import Post

if TYPE_CHECKING:
    from pathlib import Path

    from index.errors import PostFormatError
    from tests.unit.adapters.sources.conftest import ReadFile


def with_columns(path: Path, given: GivenColumns) -> list[Post | PostFormatError]:
    [source] = sources([str(path)], columns=given)
    assert isinstance(source, PostFile)
    return list(source.posts())


def test_no_column_may_be_the_author_or_the_date(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Name,Date,Comment\nAda,2025-05-12,Good\n")
    [post] = with_columns(path, GivenColumns((("author", ""), ("date", ""))))

    assert isinstance(post, Post)
    assert (post.author, post.posted_at, post.title, post.text) == (None, None, "", "Good")
    path.write_text("author,text\nAda,Good\n")
    [own] = with_columns(path, GivenColumns((("author", ""),)))
    assert isinstance(own, Post)
    assert own.author is None


def test_a_head_that_is_cut_says_so_and_is_known_as_it_is_told(
    read_file: ReadFile, tmp_path: Path
) -> None:
    head = "Which of the rooms of the house do you use most in winter"
    found = read_file(f"{head},Comment\nkiln,Good\n", "a.csv")

    cut = f"{head[:39]}…"
    assert found.left_out == {f"columns:'{cut}'": 1}
    [post] = with_columns(tmp_path / "a.csv", GivenColumns((("text", cut),)))
    assert isinstance(post, Post)
    assert post.text == "kiln"
