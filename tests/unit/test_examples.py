"""The examples that questions are measured on are what their README says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

MAKERSPACE = Path(__file__).parents[2] / "examples" / "makerspace"


def rows(name: str) -> list[dict[str, Any]]:
    lines = (MAKERSPACE / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_what_a_newcomer_asks_is_answered_by_words_of_the_post_that_is_named_or_by_none() -> None:
    posts = {each["id"]: each["text"] for each in rows("posts.jsonl")}
    asked = rows("questions.jsonl") + rows("questions-aside.jsonl")
    answerable = [each for each in asked if each["gold"]]
    assert (len(posts), len(asked), len(answerable)) == (35, 60, 40)
    assert [
        each["question"] for each in answerable if each["gold"] not in posts[each["post_id"]]
    ] == []
    nothing = [each["topic"] for each in asked if not (each["gold"] or each["post_id"])]
    assert sorted(nothing) == ["off"] * 10 + ["on"] * 10


def test_of_every_kind_of_question_three_in_ten_are_kept_aside() -> None:
    aside = rows("questions-aside.jsonl")
    kinds = [each.get("topic", "answered") for each in aside]
    assert {kind: kinds.count(kind) for kind in kinds} == {"answered": 12, "on": 3, "off": 3}
    assert {each["lang"] for each in aside} == {"en", "fr"}


def test_the_harder_questions_are_answered_by_words_of_the_named_post_or_by_none() -> None:
    posts = {each["id"]: each["text"] for each in rows("posts.jsonl")}
    asked = rows("questions-across.jsonl")
    answerable = [each for each in asked if each["gold"]]
    assert (len(asked), len(answerable)) == (49, 20)
    assert [each for each in answerable if each["gold"] not in posts[each["post_id"]]] == []
    known = {each["question"] for each in rows("questions.jsonl") + rows("questions-aside.jsonl")}
    assert [each for each in asked if each["question"] in known] == []
