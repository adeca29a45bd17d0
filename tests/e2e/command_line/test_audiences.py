"""Posts that are not for everyone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e.command_line.conftest import counts, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]


def test_only_what_the_audience_may_see_is_found(pullquote: Pullquote) -> None:
    write("open.jsonl", {"id": "1", "text": "The bees swarm in May."})
    write("board.jsonl", {"id": "1", "text": "The bees were sold in secret for 300 euros."})
    pullquote("import", "open.jsonl")
    pullquote("import", "board.jsonl", "--audience", "slack:BOARD")

    def sources(*options: str) -> set[str]:
        hits = pullquote("search", "the bees", "--json", *options).json["hits"]
        return {hit["post_id"] for hit in hits}

    assert sources() == {"open:1", "board:1"}
    assert sources("--audience", "everyone") == {"open:1"}
    assert sources("--audience", "slack:OTHER") == {"open:1"}
    assert sources("--audience", "slack:BOARD") == {"open:1", "board:1"}


def test_a_private_post_that_comes_again_without_an_audience_stays_private(
    pullquote: Pullquote,
) -> None:
    write("board.jsonl", {"id": "1", "text": "The bees were sold for 300 euros."})
    pullquote("import", "board.jsonl", "--audience", "slack:BOARD")

    again = pullquote("import", "board.jsonl")
    write("board.jsonl", {"id": "1", "text": "The bees were sold for 400 euros."})
    edited = pullquote("import", "board.jsonl")
    hidden = pullquote("search", "bees", "--json", "--audience", "everyone").json["hits"]
    opened = pullquote("import", "board.jsonl", "--audience", "everyone")

    assert again.out == counts(unchanged=1)
    assert edited.out == counts(changed=1)
    assert hidden == []
    assert opened.out == counts(changed=1)
    assert pullquote("search", "bees", "--json", "--audience", "everyone").json["hits"] != []


def test_a_new_post_in_a_private_file_or_folder_is_private_too(pullquote: Pullquote) -> None:
    Path("board").mkdir()
    write("board/a.jsonl", {"text": "The bees were sold for 300 euros."})
    pullquote("import", "board", "--audience", "slack:BOARD")
    write("board/a.jsonl", {"text": "The bees were sold for 400 euros."})
    Path("board/b.txt").write_text("The bees were bought by the mayor.")

    again = pullquote("import", "board")
    one = pullquote("import", "board/b.txt")

    assert again.out == counts(new=2, removed=1)
    assert one.code == 0
    assert pullquote("search", "bees", "--json", "--audience", "everyone").json["hits"] == []
    assert {post["audience"] for post in pullquote("export").lines} == {"slack:BOARD"}
