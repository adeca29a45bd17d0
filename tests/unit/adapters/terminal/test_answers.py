"""Lines become questions, and answers are shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from adapters.chat.wording import ENGLISH, FRENCH
from adapters.terminal import show, to_question
from bot.errors import BadFilter, EmptyQuestion, QuestionTooLong
from index.posts import Answered
from index.search_scope import Filters
from tests.fakes.bot.answers import answered
from tests.fakes.bot.questions import question
from tests.fakes.index.hits import hit
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable

    from adapters.chat.wording import Wording
    from index.posts import Hit
    from index.search.search import Search


OVEN = "The village oven is lit on Fridays, and everybody brings a dough of their own."
NETS = "Nets hang in the harbour because the boats stay in during the spring storms."
NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)


def shown(
    *hits: Hit, wording: Wording = ENGLISH, filters: Filters | None = None, width: int = 200
) -> str:
    """Return what stands on the screen."""
    screen = StringIO()
    asked = question("oven?", NOON, filters=filters or Filters())
    terminal = Console(file=screen, width=width, force_terminal=True, color_system=None)
    show(answered(asked, *hits), terminal, wording)
    return screen.getvalue()


def lines(*hits: Hit, **more: Any) -> list[str]:
    return [line.strip() for line in shown(*hits, **more).splitlines() if line.strip()]


def test_a_line_is_a_question_of_whoever_sits_here_who_may_see_everything() -> None:
    asked = to_question("when is the oven lit? in:notes\n")
    assert asked.text == "when is the oven lit?"
    assert asked.filters == Filters(source="notes")
    assert (asked.asker.platform, asked.conversation, asked.audience) == (
        "terminal",
        "terminal",
        None,
    )
    assert asked.asked_at.utcoffset() is not None


def test_an_audience_can_be_given() -> None:
    assert to_question("oven?", frozenset({"everyone"})).audience == frozenset({"everyone"})


def test_two_questions_have_two_ids() -> None:
    assert to_question("oven?").id != to_question("oven?").id


@pytest.mark.parametrize("line", ["", " \t\n", "from:jan", "in:notes kind:post"])
def test_a_line_with_nothing_to_look_for_is_no_question(line: str) -> None:
    with pytest.raises(EmptyQuestion):
        to_question(line)


def test_what_cannot_be_asked_is_refused_with_a_reason() -> None:
    with pytest.raises(BadFilter):
        to_question("oven since:never")
    with pytest.raises(QuestionTooLong):
        to_question("x" * 2001)


@pytest.mark.parametrize("line", ["the oven \ud83d", "\udce9t\udce9 oven from:ad\udce9"])
def test_half_a_character_from_a_broken_terminal_is_searched_like_any_other(
    save: Callable[..., None], search: Search, line: str
) -> None:
    save(post(OVEN, author="Ad?"))
    asked = to_question(line)
    assert [found.post.text for found in search.search(asked.text, asked.scope, 3)] == [OVEN]


def test_an_excerpt_is_shown_with_who_wrote_it_when_where_and_the_link() -> None:
    posted_at = datetime(2026, 1, 5, 23, 30, tzinfo=UTC)
    found = hit((OVEN, 0.9), author="Ada", posted_at=posted_at, url="https://example.org/1")
    assert lines(found) == [
        f"1  {OVEN}",
        "Ada · 2026-01-05 · notes · post",
        "pullquote show notes:1",
        "https://example.org/1",
    ]


def test_excerpts_are_shown_best_first_with_their_numbers() -> None:
    shown_lines = lines(hit((NETS, 0.7)), hit((OVEN, 0.9), name="2", parent="1"))
    assert shown_lines == [
        f"1  {OVEN}",
        "unknown author · notes · comment",
        "pullquote show notes:2",
        f"2  {NETS}",
        "unknown author · notes · post",
        "pullquote show notes:1",
    ]


def test_where_no_date_is_known_the_age_is_told_as_the_page_told_it() -> None:
    assert lines(hit((OVEN, 0.9), age="2 mois"))[1] == (
        "unknown author · 2 mois when it was copied · notes · post"
    )
    assert lines(hit((OVEN, 0.9), age="2 mois", posted_at=NOON))[1] == (
        "unknown author · 2026-01-15 · notes · post"
    )


def test_in_french_all_but_the_quotes_is_french() -> None:
    found = hit((OVEN, 0.9), age="2 mois")
    assert lines(found, wording=FRENCH) == [
        f"1  {OVEN}",
        "auteur inconnu · 2 mois au moment de la copie · notes · message",
        "pullquote show notes:1",
    ]
    near = hit((OVEN, 0.9), confidence=0.1, parent="0", author="Ada")
    assert lines(near, wording=FRENCH) == [
        "Rien dans les messages ne répond à cela.",
        "Les plus proches :",
        f"{OVEN} (Ada · notes · commentaire)",
    ]
    assert lines(wording=FRENCH, filters=Filters(author="jan")) == [
        "Rien n’y répond avec ces filtres : essayez sans eux."
    ]


def test_nothing_found_is_told_with_the_nearest_posts() -> None:
    near = hit((OVEN, 0.9), confidence=0.1, author="Ada", title="Bread", posted_at=NOON)
    assert lines(near, hit((NETS, 0.9), name="2", confidence=0.1)) == [
        "Nothing in the posts answers that.",
        "The nearest posts:",
        "Bread (Ada · 2026-01-15 · notes · post)",
        f"{NETS} (unknown author · notes · post)",
    ]


def test_where_nothing_is_near_nothing_is_offered() -> None:
    assert lines() == ["Nothing in the posts answers that."]


def test_nothing_found_within_filters_is_told_with_what_to_try() -> None:
    assert lines(filters=Filters(author="jan")) == [
        "Nothing answers that within these filters: try it without them."
    ]


@pytest.mark.parametrize("width", [20, 40, 80])
def test_a_link_stays_whole_on_one_line_on_the_narrowest_screen(width: int) -> None:
    url = f"https://example.org/{'long-' * 60}/end?a=[b]&c=:smile:"
    assert url in lines(hit((OVEN, 0.9), url=url), width=width)


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_word_of_a_quote_is_lost_on_the_narrowest_screen(width: int) -> None:
    unbroken = f"{'Donaudampfschifffahrt' * 9} goes to {NETS}"
    screen = shown(hit((unbroken, 0.9)), width=width)
    assert "".join(unbroken.split()) in "".join(screen.split())


def test_a_quote_keeps_its_own_lines() -> None:
    found = hit(("The first line of two,", 0.9), (NETS, 0.1), between="\n")
    assert [line.rstrip() for line in shown(found).splitlines()][1:3] == [
        "1  The first line of two,",
        NETS,
    ]


def test_an_excerpt_is_shown_under_the_title_of_its_post_and_an_id_fit_for_a_shell() -> None:
    found = hit((OVEN, 0.9), name="it's a file.txt", title="Our\nyear")
    assert lines(found) == [
        f"1  {OVEN}",
        "Our year",
        "unknown author · notes · post",
        """pullquote show 'notes:it'"'"'s a file.txt'""",
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "[bold]loud[/bold]",
        "[/]",
        "[red",
        "[link=https://evil.example]here[/link]",
        ":smile:",
        "\\[",
    ],
)
def test_what_looks_like_markup_in_a_post_is_text(markup: str) -> None:
    text, author = f"{markup} {OVEN}", f"Ada {markup}"
    found = hit((text, 0.9), author=author, url=f"https://example.org/{markup}")
    near = hit((text, 0.9), author=author, title=f"Title {markup}", confidence=0.1)
    assert lines(found) == [
        f"1  {text}",
        f"{author} · notes · post",
        "pullquote show notes:1",
        f"https://example.org/{markup}",
    ]
    assert lines(near)[-1] == f"Title {markup} ({author} · notes · post)"


CONTROLS = [chr(code) for code in (*range(9), *range(11, 32), *range(127, 160))]
CONTROLS += list("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(st.text(st.sampled_from([*CONTROLS, *"[31mHJ;?25l"]), max_size=30))
def test_no_control_character_of_a_post_reaches_the_screen(hostile: str) -> None:
    text = f"Begin{hostile}end of {OVEN}"
    more: dict[str, Any] = {"author": f"A{hostile}da", "age": f"2{hostile}"}
    found = hit((text, 0.9), url=f"https://example.org/{hostile}", **more)
    near = hit((text, 0.9), title=f"Tit{hostile}le", confidence=0.1, **more)
    screen = shown(found, width=500) + shown(near, width=500)
    assert not set(screen) & set(CONTROLS)
    assert "".join(sign for sign in text if sign not in CONTROLS) in screen


def test_an_author_or_a_title_of_several_lines_cannot_pretend_to_be_another_answer() -> None:
    forged = "Ada\n\n2  A second answer"
    found = hit((OVEN, 0.9), author=forged, url="https://example.org/\n3  A third")
    near = hit((OVEN, 0.9), title=forged, confidence=0.1)
    assert lines(found) == [
        f"1  {OVEN}",
        "Ada 2 A second answer · notes · post",
        "pullquote show notes:1",
    ]
    assert lines(near)[-1] == "Ada 2 A second answer (unknown author · notes · post)"


def test_the_question_that_a_post_answers_stands_above_its_quote() -> None:
    asked = post("Where do the nets\nhang?", "q", author="Bob", posted_at=NOON)
    answer = replace(hit((NETS, 0.9), author="Ada"), answered=Answered(asked, "thanked"))
    assert lines(answer)[:2] == ["Asked by Bob, 2026-01-15: Where do the nets hang?", f"1  {NETS}"]
    undated = replace(answer, answered=Answered(replace(asked, posted_at=None), "below"))
    assert lines(undated, wording=FRENCH)[0] == "Question de Bob : Where do the nets hang?"
