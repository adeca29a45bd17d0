from __future__ import annotations

from index.search.fusion import Joined
from index.search.reply_placement import FoundPost, in_place
from tests.fakes.index.posts import post

TROUBLE = "Mine peeled off after one season, and the tin promised three."


def found(text: str, name: str, score: float, parent: str | None = None) -> FoundPost:
    return FoundPost(post(text, name, parent=parent), Joined(0, score, 0.4, 0.2, 0.4), [])


def test_a_question_that_is_answered_is_told_from_one_that_is_not() -> None:
    asked = found(f"Which paint do you use? {TROUBLE}", "1", 0.6)
    answer = found("Hard epoxy with copper, two coats.", "2", 0.4, parent="1")
    placed = in_place([asked, answer], [False, False])
    assert [each.found.post.id for each in placed] == ["notes:2", "notes:1"]
    assert [each.is_answered for each in placed] == [False, True]
    thanks = found("Same here!", "3", 0.4, parent="1")
    assert not any(each.is_answered for each in in_place([asked, thanks], [False, True]))
