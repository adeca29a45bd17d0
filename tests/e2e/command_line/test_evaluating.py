from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

POSTS: list[dict[str, Any]] = [
    {"id": "oven", "text": "The oven is lit on Fridays at noon."},
    {"id": "goats", "text": "Goats graze behind the school all summer."},
]
QUESTIONS: list[dict[str, Any]] = [
    {"question": "When is the oven lit?", "post_id": "oven", "gold": "lit on Fridays"},
    {"question": "Where do the goats graze?", "gold": "behind the school"},
    {"question": "Who repairs violins in Vienna?", "post_id": None, "gold": ""},
]


def write(name: str, *lines: object) -> str:
    Path(name).write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return name


@pytest.fixture
def imported(pullquote: Pullquote) -> None:
    """Two posts."""
    pullquote("import", write("posts.jsonl", *POSTS))


@pytest.mark.usefixtures("imported")
def test_eval_json_is_exactly_as_promised(pullquote: Pullquote) -> None:
    done = pullquote("eval", write("questions.jsonl", *QUESTIONS), "--json")
    figures = done.json

    assert done.code == 0
    assert figures.pop("calibration_error") < 0.5
    assert sum(each["questions"] for each in figures.pop("calibration")) == 3
    assert {each["question"] for each in figures.pop("slowest")} == {
        each["question"] for each in QUESTIONS
    }
    assert figures == {
        "questions": 3,
        "answerable": 2,
        "recall_at_1": 1.0,
        "recall_at_5": 1.0,
        "recall_at_10": 1.0,
        "reciprocal_rank": 1.0,
        "first_excerpt": 1.0,
        "first_quote": 1.0,
        "answered": 1.0,
        "refused": 0.0,
        "offered_right": None,
        "offered_in_vain": 0.0,
        "not_found_precision": 1.0,
        "not_found_recall": 1.0,
        "failed": [],
    }


@pytest.mark.usefixtures("imported")
def test_eval_lists_what_failed_with_the_excerpt_it_got(pullquote: Pullquote) -> None:
    wrong = [
        {"question": "When is the oven lit?", "gold": "behind the school"},
        {"question": "Who repairs violins in Vienna?", "post_id": "goats"},
        {"question": "Where do the goats graze?"},
    ]
    file = write("questions.jsonl", *QUESTIONS[:1], *wrong)

    said = pullquote("eval", file).out.split("\nfailed: ")[1].splitlines()
    told = pullquote("eval", file, "--json").json["failed"]

    assert said[:7] == [
        "3",
        "• When is the oven lit?",
        "    expected  behind the school",
        "    got       The oven is lit on Fridays at noon.",
        "• Who repairs violins in Vienna?",
        "    expected  goats",
        f"    got       nothing: refused, right post at place {told[1]['place']}",
    ]
    assert said[7:] == [
        "• Where do the goats graze?",
        "    expected  nothing: no post answers",
        "    got       Goats graze behind the school all summer.",
    ]
    assert [each["got"] for each in told] == [
        "The oven is lit on Fridays at noon.", "", "Goats graze behind the school all summer.",
    ]  # fmt: skip


@pytest.mark.usefixtures("imported")
def test_eval_shows_the_figures_and_a_dash_where_nothing_was_measured(pullquote: Pullquote) -> None:
    shown = pullquote("eval", write("questions.jsonl", *QUESTIONS[:1])).out
    assert "1 question, 0 that no post answers" in shown
    assert "1.000  right post first" in shown
    assert "–    of those without an answer, not surely answered" in shown


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "not valid JSON"),
        ("[1]", "not an object"),
        ('{"question": 3}', "`question` is not text"),
        ('{"question": "x", "gold": ["y"]}', "`gold` is not text"),
        ('{"post_id": "oven"}', "There is no question"),
        ('{"question": "x", "answer": "y"}', "`answer` is not read: name the post"),
        ('{"question": "x", "post_ids": ["y"]}', "`post_ids` is not read"),
        ('{"question": "since:soon what?"}', "soon"),
    ],
)
def test_a_bad_line_is_told_in_one_sentence_with_its_number(
    pullquote: Pullquote, line: str, problem: str
) -> None:
    Path("questions.jsonl").write_text(f'{{"question": "fine"}}\n\n{line}\n', encoding="utf-8")
    done = pullquote("eval", "questions.jsonl")
    assert done.code == 2
    assert done.err.startswith("questions.jsonl, line 3: ")
    assert problem in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(("content", "problem"), [(b"\n", "no question"), (b"\xff", "UTF-8")])
def test_a_file_without_questions_is_told_in_one_sentence(
    pullquote: Pullquote, content: bytes, problem: str
) -> None:
    Path("questions.jsonl").write_bytes(content)
    done = pullquote("eval", "questions.jsonl")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert problem in done.err


def test_a_missing_file_is_told_in_one_sentence(pullquote: Pullquote) -> None:
    done = pullquote("eval", "nowhere.jsonl")
    assert (done.code, done.err.count("\n")) == (2, 1)


THREAD: list[dict[str, Any]] = [
    {"id": "ask", "text": "When is the village oven lit?", "author": "Ada"},
    {"id": "bob", "text": "It is lit on Fridays at noon.", "author": "Bob", "parent_id": "ask"},
    {"id": "vote", "title": "New rules of the oven", "text": "Everybody voted for Friday."},
]


def test_drafted_questions_are_what_eval_reads(pullquote: Pullquote) -> None:
    pullquote("import", write("posts.jsonl", *THREAD))
    done = pullquote("eval", "--draft", "2")
    lines = [json.loads(line) for line in done.out.splitlines()]

    assert done.code == 0
    assert lines == [
        {
            "question": "When is the village oven lit?",
            "post_id": "posts:bob",
            "gold": "It is lit on Fridays at noon.",
            "drafted_from": "reply",
        },
        {
            "question": "New rules of the oven",
            "post_id": "posts:vote",
            "gold": "",
            "drafted_from": "title",
        },
    ]
    assert "2 questions drafted" in done.err
    assert pullquote("eval", write("drafted.jsonl", *lines), "--json").json["answerable"] == 2


def test_fewer_drafts_than_asked_for_are_told(pullquote: Pullquote) -> None:
    pullquote("import", write("posts.jsonl", *THREAD))
    assert "Of 7 questions, the posts gave 2" in pullquote("eval", "--draft", "7").err


@pytest.mark.parametrize("given", [(), ("questions.jsonl", "--draft", "3")])
def test_eval_wants_questions_or_a_number_of_drafts(
    pullquote: Pullquote, given: tuple[str, ...]
) -> None:
    done = pullquote("eval", *given)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "--draft" in done.err


def test_a_chat_is_replayed_message_by_message(pullquote: Pullquote) -> None:
    said = [
        ("How do I restart the xorg server?", "Ada", None),
        ("Press all of the keys at once, and hold them.", "Ben", 0),
        ("The goats graze behind the school.", "Cleo", None),
        ("how can I restart my xorg server -now?", "Dan", None),  # no filter: nobody asks the bot
    ]
    rows = [
        {
            "id": f"{at}",
            "text": text,
            "author": author,
            "parent_id": None if parent is None else f"{parent}",
            "posted_at": f"2026-03-03T12:0{at}:00Z",
        }
        for at, (text, author, parent) in enumerate(said)
    ]
    pullquote("import", write("chat.jsonl", *rows), "--source", "chat")
    figures = pullquote("eval", "--replay", "chat", "--json").json
    shares = {"first": 1.0, "among": 1.0}
    assert (figures["messages"], figures["repeats"]) == (4, 1)
    assert {name: figures["known"][name] for name in shares} == shares
    shown = pullquote("eval", "--replay", "chat", "--messages", "3").out
    assert "3 messages, 0 questions that had been answered before" in shown


def test_a_replay_counts_what_would_have_been_offered_unasked(pullquote: Pullquote) -> None:
    said = [
        ("How do I restart the xorg server of my laptop?", "Ada", None),
        ("Press control, alt and backspace at once, and hold them.", "Ben", 0),
        ("Thanks Ben, that worked!", "Ada", 1),
        ("Where do the goats graze in the winter?", "Cleo", None),
        ("How do I restart the xorg server?", "Dan", None),
    ]
    rows = [
        {
            "id": f"{at}",
            "text": text,
            "author": author,
            "parent_id": None if parent is None else f"{parent}",
            "posted_at": f"2026-03-03T12:0{at}:00Z",
        }
        for at, (text, author, parent) in enumerate(said)
    ]
    pullquote("import", write("chat.jsonl", *rows), "--source", "chat")
    figures = pullquote("eval", "--replay", "chat", "--json").json
    assert figures["unasked"] == {"offered": 1, "right": 1, "wrong": 0, "untold": 0}
    shown = pullquote("eval", "--replay", "chat").out
    assert "Unasked, 1 answer would have been offered: of 1 the replies tell" in " ".join(
        shown.split()
    )


def test_a_source_without_messages_is_not_replayed(pullquote: Pullquote) -> None:
    pullquote("import", write("posts.jsonl", *POSTS))
    done = pullquote("eval", "--replay", "nowhere")
    assert done.code != 0
    assert "nothing of 'nowhere' is stored: `pullquote status` names the sources" in done.err
