"""A chat in a terminal begins, goes on and ends."""

from __future__ import annotations

import errno
from contextlib import closing
from io import StringIO

import pytest
from rich.console import Console

from adapters.chat.wording import ENGLISH, FRENCH
from adapters.terminal import Terminal
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.index.hits import hit
from tests.fakes.rooms import TerminalRoom, any_author, no_statistics


async def test_a_chat_begins_with_how_to_end_it() -> None:
    with closing(TerminalRoom(FRENCH)) as room:
        room.ask("")
        await room.adapter.run(ScriptedCore().ask)
    assert room.said == f"{FRENCH.welcome}\n"


@pytest.mark.parametrize("keys", [b"\n", b"  \t \n", b"\r\n"])
async def test_a_chat_ends_at_an_empty_line(keys: bytes) -> None:
    core = ScriptedCore()
    with closing(TerminalRoom()) as room:
        room.ask("the oven")
        room.type(keys)
        room.ask("never read")
        await room.adapter.run(core.ask)
    assert [asked.text for asked in core.asked] == ["the oven"]


@pytest.mark.parametrize("last", [b"", b"and the nets"])
async def test_a_chat_ends_at_the_end_of_the_input_after_its_last_line(last: bytes) -> None:
    core = ScriptedCore()
    with closing(TerminalRoom()) as room:
        room.ask("the oven")
        room.type(last)
        room.end()
        await room.adapter.run(core.ask)
    assert [asked.text for asked in core.asked] == ["the oven", *filter(None, [last.decode()])]


async def test_a_line_in_another_encoding_is_read_as_far_as_it_can_be() -> None:
    core = ScriptedCore()
    with closing(TerminalRoom()) as room:
        room.type("le café ouvre\n".encode("latin-1"))
        room.ask("le café")
        room.end()
        await room.adapter.run(core.ask)
    assert [asked.text for asked in core.asked] == ["le caf� ouvre", "le café"]


@pytest.mark.parametrize("said", ["hola", "thanks!", "help", "?"])
async def test_a_greeting_is_told_how_to_ask_and_is_no_question(said: str) -> None:
    core, shown = ScriptedCore(), StringIO()
    await Terminal(
        Console(file=shown), ENGLISH, StringIO(f"{said}\nthe oven\n"), no_statistics, any_author
    ).run(core.ask)
    assert [each.text for each in core.asked] == ["the oven"]
    assert "Ask me something that the posts may answer." in shown.getvalue()


async def test_questions_can_come_from_any_stream() -> None:
    core = ScriptedCore()
    terminal = Terminal(
        Console(file=StringIO()),
        ENGLISH,
        StringIO("the oven\nthe nets\n"),
        no_statistics,
        any_author,
    )
    await terminal.run(core.ask)
    assert [asked.text for asked in core.asked] == ["the oven", "the nets"]


async def test_in_a_pipe_no_line_of_a_chat_is_folded() -> None:
    shown = StringIO()
    lines = "/help\nthe oven\n/why\noven since:never\n/from Ada\n"
    terminal = Terminal(
        Console(file=shown, width=40), ENGLISH, StringIO(lines), no_statistics, any_author
    )
    await terminal.run(ScriptedCore().ask)

    said = shown.getvalue().split("\n")
    assert [line for line in said if line != line.rstrip()] == []
    for own in (ENGLISH.prompt["help"], ENGLISH.prompt["from"].format(name="Ada")):
        assert {*own.split("\n")} <= {*said}
    assert any(line.startswith("since:never is not a day") and len(line) > 40 for line in said)


async def test_a_terminal_that_goes_away_ends_the_chat() -> None:
    core = ScriptedCore()
    await Terminal(
        Console(file=StringIO()), ENGLISH, HungUp("the oven\n"), no_statistics, any_author
    ).run(core.ask)
    assert [asked.text for asked in core.asked] == ["the oven"]


class HungUp(StringIO):
    """A terminal whose line is cut after what was typed so far."""

    def __next__(self) -> str:  # type: ignore[override]  # as TextIO has it
        if line := self.readline():
            return line
        raise OSError(errno.EIO, "Input/output error")


async def test_a_refused_line_is_not_echoed_with_its_control_characters() -> None:
    with closing(TerminalRoom()) as room:
        room.ask("oven since:\x1b[31mnever")
        room.end()
        await room.adapter.run(ScriptedCore().ask)
    assert "since:[31mnever is not a day" in room.said


async def conversed(*lines: str) -> tuple[ScriptedCore, str]:
    """Return what was asked and said where these lines come from a pipe."""
    core = ScriptedCore([hit(("The oven is lit on Fridays.", 0.9), url="https://example.org/1")])
    shown, typed = StringIO(), StringIO("".join(f"{line}\n" for line in lines))
    await Terminal(Console(file=shown, width=200), ENGLISH, typed, no_statistics, any_author).run(
        core.ask
    )
    return core, shown.getvalue()


async def test_commands_from_a_pipe_are_obeyed_and_not_searched() -> None:
    core, said = await conversed(
        "/open 1", "which oven?", "/from Ada", "which oven?", "/why", "/open x", "/open", "/more",
        "/bake", "/help", "/quit", "never asked",
    )  # fmt: skip

    assert [(each.text, each.filters.author) for each in core.asked] == [
        ("which oven?", None),
        ("which oven?", "Ada"),
    ]
    for told in ("no_answer", "no_more", "help"):
        assert ENGLISH.prompt[told] in said
    assert ENGLISH.prompt["no_excerpt"].format(number="x") in said
    assert ENGLISH.prompt["unknown"].format(typed="/bake") in said
    assert "\nhttps://example.org/1\n" in said


async def test_in_a_pipe_each_answer_is_whole_and_no_browser_opens(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    _, said = await conversed("which oven?", "/open 1")

    assert said.count("The oven is lit on Fridays.") == 1
    assert opened == []
