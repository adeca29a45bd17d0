from __future__ import annotations

from typing import TYPE_CHECKING

from index.given_posts import GivenPosts
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from index.ingest.indexer import Indexer


def test_what_files_leave_out_is_counted_over_all_of_them(indexer: Indexer) -> None:
    first = GivenPosts([post("The oven is lit", "1")], "/a.zip", left_out={"drafts": 2})
    second = GivenPosts([], "/b.zip", left_out={"drafts": 1, "reposts": 5})
    counts = indexer.import_posts([first, second])
    assert (counts.new, counts.left_out_of_files) == (1, {"drafts": 3, "reposts": 5})
