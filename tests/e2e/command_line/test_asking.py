"""`ask` and `search`: what is found, and how it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.command_line.conftest import write

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]


EXCERPT = {
    "number", "text", "post_id", "title", "start", "end", "author", "posted_at", "url", "source",
    "kind", "score", "asked", "answered_by",
}  # fmt: skip


@pytest.mark.story
def test_the_example_posts_answer_the_first_question_with_a_citation(
    examples: Result, pullquote: Pullquote
) -> None:
    answer = pullquote("ask", "why did Ilya Sutskever leave?")

    assert examples.code == answer.code == 0
    first = answer.out.split("\n2  ")[0]
    assert "Ilya Sutskever" in first
    assert "parce qu’il" in first
    assert "posts · post" in first


def test_a_question_may_stand_without_quotes(pullquote: Pullquote) -> None:
    post = {"text": "Clara sells the kiln.", "author": "Mira Lopez", "posted_at": "2024-05-07"}
    write("hive.jsonl", {"id": "1", **post})
    pullquote("import", "hive.jsonl")

    asked = pullquote("ask", "who", "sells", "the", "kiln", "from:Mira Lopez", "--json").json
    of_month = pullquote("search", "kiln", "since:2024-05", "until:2024-05", "--json").json
    of_yesterday = pullquote("search", "kiln", "--since", "yesterday", "--json").json

    assert (asked["question"], asked["found"]) == ("who sells the kiln", True)
    assert (len(of_month["hits"]), of_yesterday["hits"]) == (1, [])


@pytest.mark.usefixtures("examples")
def test_ask_json_is_exactly_as_promised(pullquote: Pullquote) -> None:
    answer = pullquote("ask", "Which company did Jan Leike join?", "--json", "--limit", "2").json
    exported = {
        f"{record['source']}:{record['id']}": record["text"] for record in pullquote("export").lines
    }

    assert set(answer) == {
        "question", "found", "confidence", "excerpts", "unsure", "newer", "narrowed",
        "elapsed_seconds",
    }  # fmt: skip
    assert 0.5 <= answer["confidence"] <= 1
    assert answer["question"] == "Which company did Jan Leike join?"
    assert answer["found"] is True
    assert 1 <= len(answer["excerpts"]) <= 2
    for number, excerpt in enumerate(answer["excerpts"], start=1):
        assert set(excerpt) == EXCERPT
        assert excerpt["number"] == number
        assert excerpt["kind"] in {"post", "comment"}
        text = exported[excerpt["post_id"]]
        assert excerpt["text"] == text[excerpt["start"] : excerpt["end"]]


@pytest.mark.usefixtures("examples")
def test_search_json_is_exactly_as_promised(pullquote: Pullquote) -> None:
    found = pullquote("search", "slugs in the salad", "--json", "--limit", "4").json

    assert set(found) == {"question", "hits", "elapsed_seconds"}
    assert len(found["hits"]) == 4
    for hit in found["hits"]:
        assert set(hit) == {"post_id", "title", "start", "end", "text", "score", "found_by"}
        assert set(hit["found_by"]) <= {"words", "meaning", "post"}
    scores = [hit["score"] for hit in found["hits"]]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.usefixtures("examples")
def test_questions_from_standard_input_are_answered_a_line_each_in_order(
    pullquote: Pullquote,
) -> None:
    questions = "who left?\n\nslugs since:never\nWas hilft gegen Schnecken?\n"

    for command in ("ask", "search"):
        lines = pullquote(command, "-", stdin=questions).lines
        assert [line["question"] for line in lines] == [
            "who left?", "", "slugs since:never", "Was hilft gegen Schnecken?",
        ]  # fmt: skip
        assert "error" in lines[1]
        assert "write it as since:2024-09-26" in lines[2]["error"]


def test_what_posts_hold_never_reaches_the_screen_as_a_control_character(
    pullquote: Pullquote,
) -> None:
    write("hive.jsonl", {"id": "1", "text": "The bees \x1b[2J swarm :smile: [bold]in[/bold] May."})
    pullquote("import", "hive.jsonl")

    for command in ("ask", "search"):
        shown = " ".join(pullquote(command, "when do the bees swarm?").out.split())
        assert "The bees [2J swarm :smile: [bold]in[/bold] May." in shown


def test_filters_work_typed_and_as_options(pullquote: Pullquote) -> None:
    write(
        "hive.jsonl",
        {"id": "1", "text": "The bees swarm in May.", "author": "Zoé", "posted_at": "2024-05-01"},
        {"id": "2", "text": "The bees sleep.", "author": "Max", "parent_id": "1"},
    )
    pullquote("import", "hive.jsonl")

    def ids(*arguments: str) -> list[str]:
        hits = pullquote("search", *arguments, "--json").json["hits"]
        return [hit["post_id"] for hit in hits]

    assert ids("the bees from:zoe") == ids("the bees", "--from", "ZOE") == ["hive:1"]
    assert ids("the bees kind:comment") == ids("the bees", "--kind", "comment") == ["hive:2"]
    assert ids("the bees since:2024-05-01 until:2024-05-01") == ["hive:1"]
    assert ids("the bees", "--since", "2024-05-02") == []
    assert ids("the bees in:hive", "--until", "2024-04-30") == []


@pytest.mark.usefixtures("examples")
@pytest.mark.story
def test_a_chat_answers_each_line_until_an_empty_one(pullquote: Pullquote) -> None:
    result = pullquote("chat", stdin="why did Ilya Sutskever leave?\nslugs since:x\n\nmore\n")

    assert result.code == 0
    assert "parce qu’il" in result.out
    assert "write it as since:2024-09-26" in result.out


def test_in_a_chat_a_name_that_no_author_has_is_refused_at_once(pullquote: Pullquote) -> None:
    write("village.jsonl", {"id": "1", "text": "The bees swarm in May.", "author": "Ada Moss"})
    pullquote("import", "village.jsonl")

    said = pullquote("chat", stdin="/from Nobody\n/from Ada Mos\n/from moss\n\n").out

    assert "from:Nobody – nothing here has that name." in said
    assert 'nothing here has that name: did you mean from:"Ada Moss"?' in said
    assert "Only what moss wrote" in said
    assert said.count("Only what") == 1


def test_an_option_takes_back_what_would_be_read_from_the_question(pullquote: Pullquote) -> None:
    swarm = {"id": "1", "text": "The bees swarm in May.", "author": "Ada Moss"}
    write("village.jsonl", swarm, {"id": "2", "text": "The oven is lit.", "author": "Max Reed"})
    pullquote("import", "village.jsonl")
    asked = "what did Ada say about the bees?"

    assert pullquote("ask", asked, "--json").json["narrowed"] == {"author": "Ada Moss"}
    assert pullquote("ask", asked, "--json", "--from", "anyone").json["narrowed"] == {}


@pytest.mark.parametrize("command", ["ask", "search"])
def test_what_nobody_sees_is_printed_by_no_question_and_a_blank_name_is_unknown(
    pullquote: Pullquote, command: str
) -> None:
    hidden = "\u200b\u2060\ufeff\u3164"
    text = f"Clara{hidden} sells the{hidden} kiln."
    write("hive.jsonl", {"id": "1", "text": text, "author": "\u2800", "title": f"\u2800{hidden}"})
    pullquote("import", "hive.jsonl")
    said = pullquote(command, "who sells the kiln?").out
    assert "Clara sells the kiln." in said
    assert not {*hidden, "\u2800"} & {*said}
    if command == "ask":
        assert "unknown author · hive" in said


@pytest.mark.parametrize("said", ["thanks!", "hello", "merci beaucoup", "gracias", "?"])
def test_what_asks_nothing_is_answered_with_no_post(
    pullquote: Pullquote, examples: Result, said: str
) -> None:
    assert examples.code == 0
    result = pullquote("ask", said)

    assert (result.code, result.out) == (2, "")
    assert "Ask me something that the posts may answer." in result.err


def test_of_several_questions_one_that_asks_nothing_has_its_own_line(
    pullquote: Pullquote, examples: Result
) -> None:
    assert examples.code == 0
    first, second = pullquote("ask", "-", stdin="thanks!\nWhat is the CNIL?\n").lines

    assert first["error"] == "Ask me something that the posts may answer."
    assert second["question"] == "What is the CNIL?"
