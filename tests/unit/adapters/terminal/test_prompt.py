from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from adapters.chat.wording import ENGLISH, FRENCH
from adapters.terminal.prompt import Prompt
from bot.errors import Misspelt, NotStored, TooBusy
from index.clock import utc_now
from index.statistics import SourceCount, Statistics
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.index.hits import hit
from tests.fakes.rooms import any_author

if TYPE_CHECKING:
    from collections.abc import Callable

    from adapters.chat.wording import Wording

CTRL_C, CTRL_D = "\x03", "\x04"
STATISTICS = Statistics((SourceCount("notes", 4, 0, None),), 5, "bundled", utc_now(), 1)


def oven(number: int, url: str | None = None) -> object:
    text = f"The oven number {number} is lit on Fridays, and everybody brings a dough."
    return hit((text, 0.9), name=str(number), url=url)


OVENS = [oven(1, "https://example.org/1"), oven(2, "file:///etc/hostname"), oven(3), oven(4)]


async def typed(
    *lines: str,
    core: ScriptedCore | None = None,
    wording: Wording = ENGLISH,
    refuse_author: Callable[[str], None] = any_author,
) -> str:
    """Return what is said while somebody types these lines, and Ctrl-D after them."""
    screen = StringIO()
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        keys.send_text("".join(f"{line}\r" for line in lines) + CTRL_D)
        console = Console(file=screen, width=200)
        prompt = Prompt(console, wording, lambda *_: [], lambda: STATISTICS, refuse_author)
        await prompt.run((core or ScriptedCore(OVENS)).ask)  # type: ignore[arg-type]
    said = screen.getvalue()
    assert said.startswith(wording.prompt["welcome"])
    return said.removeprefix(wording.prompt["welcome"]).strip()


async def test_an_answer_is_shown_three_excerpts_at_once_and_more_on_request() -> None:
    said = await typed("which oven?")
    assert "3  The oven number 3" in said
    assert "4  The oven" not in said
    assert said.endswith("1 more: /more")

    said = await typed("which oven?", "/more", "/more")
    assert said.count("4  The oven number 4") == 1
    assert said.endswith("That was all.")


async def test_small_talk_and_empty_lines_are_not_searched() -> None:
    core = ScriptedCore(OVENS)  # type: ignore[arg-type]
    assert await typed("hello!", "", core=core) == ENGLISH.prompt["small_talk"]
    assert core.asked == []


async def test_a_link_of_the_web_is_opened_and_no_other_is(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def browse(url: str) -> bool:
        opened.append(url)
        return len(opened) == 1

    monkeypatch.setattr("webbrowser.open", browse)

    said = await typed("which oven?", "/open 1", "/open", "/open 2", "/open 9")

    assert opened == ["https://example.org/1"] * 2
    assert said.splitlines()[-4:] == [
        "Opening https://example.org/1",
        "No browser could be started: open https://example.org/1 yourself.",
        "Excerpt 2 has no link that a browser opens; it stands in notes:2.",
        "The last answer has no excerpt 9.",
    ]


async def test_why_tells_what_was_searched_and_how_each_excerpt_was_found() -> None:
    said = await typed("which oven?", "/why")
    assert "Searched 4 posts that you may read (5 passages)" in said
    assert said.endswith("4: found by its words.")


async def test_from_narrows_what_follows_until_it_is_lifted() -> None:
    core = ScriptedCore(OVENS)  # type: ignore[arg-type]
    said = await typed(
        "/from Mira Lopez", "oven?", "oven from:ada", "/from", "oven?", "/from ;", core=core
    )
    assert [asked.filters.author for asked in core.asked] == ["Mira Lopez", "ada", None]
    assert "Only what Mira Lopez wrote; /from alone lifts that." in said
    assert said.endswith('from: needs a name, as in from:maria or from:"Maria Lopez".')


async def test_where_a_narrowing_finds_nobody_it_is_told_how_to_lift_it() -> None:
    core = ScriptedCore(OVENS, [NotStored("nothing here", name="from", value="nobody")])  # type: ignore[arg-type]
    said = await typed("/from nobody", "oven?", core=core)
    assert said.endswith("Only what nobody wrote is searched: /from alone lifts that.")


def only_ada(name: str) -> None:
    if name != "Ada":
        raise Misspelt("nobody has that name", name="from", value=name, near="Ada")


async def test_a_name_that_no_author_has_is_refused_at_once_and_narrows_nothing() -> None:
    core = ScriptedCore(OVENS)  # type: ignore[arg-type]

    said = await typed("/from Nobody", "which oven?", core=core, refuse_author=only_ada)

    assert said.startswith("from:Nobody – nothing here has that name: did you mean from:Ada?")
    assert [asked.filters.author for asked in core.asked] == [None]


async def test_who_was_asked_for_before_still_is_where_another_name_is_refused() -> None:
    core = ScriptedCore(OVENS)  # type: ignore[arg-type]

    said = await typed("/from Ada", "/from Nobody", "oven?", core=core, refuse_author=only_ada)

    assert ENGLISH.prompt["from_still"].format(name="Ada") in said
    assert [asked.filters.author for asked in core.asked] == ["Ada"]


async def test_help_and_mistakes_are_told() -> None:
    assert await typed("/help") == ENGLISH.prompt["help"].strip()
    assert await typed("/more") == "Ask something first."
    assert await typed("/dance") == "/dance is not known: /help tells what you can type."
    assert await typed("/dance", wording=FRENCH) == FRENCH.prompt["unknown"].format(typed="/dance")


async def test_what_goes_wrong_with_one_question_ends_nothing() -> None:
    core = ScriptedCore(OVENS, [TooBusy(3, 30)])  # type: ignore[arg-type]
    said = await typed("oven since:x", "which oven?", "which oven?", core=core)
    assert "write it as since:2024-09-26" in said
    assert "I am busy" in said
    assert "1  The oven number 1" in said


async def test_nothing_found_is_told_with_the_nearest() -> None:
    core = ScriptedCore([hit(("Nets hang in the harbour.", 0.9), confidence=0.1)])
    said = await typed("which oven?", "/more", core=core)
    assert said.startswith("Nothing in the posts answers that.")
    assert "Nets hang in the harbour." in said
    assert said.endswith("That was all.")


@pytest.mark.parametrize("end", ["/quit\r", CTRL_C, "which ov" + CTRL_C])
async def test_it_ends_at_once(end: str) -> None:
    core = ScriptedCore(OVENS)  # type: ignore[arg-type]
    await typed(end + "which oven?", core=core)
    assert core.asked == []
