from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.questions.newer import newer_posts
from bot.questions.quoting.excerpts import choose
from index.posts import Answered, Hit
from tests.fakes.index.hits import hit
from tests.fakes.index.posts import post

NOON = datetime(2024, 3, 3, 12, tzinfo=UTC)


def said(text: str, name: str, days: float | None, score: float = 0.9, **more: Any) -> Hit:
    when = None if days is None else NOON + timedelta(days=days)
    return hit((text, score), name=name, posted_at=when, **more)


OLD = said("The oven is lit on Fridays, at six in the morning.", "old", 0)
NEW = said("Since May nobody has lit the oven any more.", "new", 90, 0.2)
NEWEST = said("Is the oven still cold, after all these years?", "newest", 400, 0.2, confidence=0.1)


def names(*hits: Hit, limit: int = 1) -> list[str]:
    found = newer_posts(choose(hits, limit), hits)
    assert [each.number for each in found] == [*range(limit + 1, limit + 1 + len(found))]
    return [each.post_id.removeprefix("notes:") for each in found]


def test_what_is_as_near_and_newer_is_told_the_newest_first() -> None:
    assert names(OLD, NEW, NEWEST) == ["newest", "new"]


def test_what_is_far_away_undated_or_of_the_same_day_is_not() -> None:
    far = replace(said("Goats are sold by now.", "far", 90, 0.2), score=0.2)
    doubtful = replace(said("Ovens are dear.", "doubt", 90, 0.2, confidence=0.1), score=0.4)
    undated = said("The oven is cold by now.", "undated", None, 0.2)
    same = said("At six, exactly, and not before.", "same", 0.5, 0.2)
    assert names(OLD, far, doubtful, undated, same, said("Thanks a lot!", "thanks", 9, 0.2)) == []
    assert newer_posts((), [OLD]) == ()
    assert newer_posts(choose([said("Bread is baked here.", "b", None)], 1), [NEW]) == ()


def test_what_is_quoted_or_asked_for_it_is_not_newer() -> None:
    second = said("A dough of one's own is brought along by everybody.", "second", 90, 0.8)
    assert names(OLD, second, limit=2) == []
    asked = post(NEWEST.post.text, "newest", posted_at=NEWEST.post.posted_at)
    assert names(replace(OLD, answered=Answered(asked, "replied")), NEWEST) == []


def test_what_is_about_the_question_that_was_answered_is_newer_though_it_scores_far_less() -> None:
    asked = post("On which days is the village oven lit?", "asked", posted_at=NOON)
    quoted = replace(OLD, answered=Answered(asked, "thanked"))
    about = replace(said("The village oven is lit no longer.", "about", 90, 0.2), score=0.3)
    other = replace(said("The village well is dry by now.", "other", 90, 0.2), score=0.3)
    unlikely = replace(about, confidence=0.1)
    assert names(quoted, about, other) == ["about"]
    assert names(quoted, unlikely) == []
    assert names(OLD, about) == []
