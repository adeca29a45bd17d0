"""The transcripts in the documents are what the program says."""

from __future__ import annotations

import re
import shlex
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from adapters.chat.cards import answer_card
from adapters.chat.quotes import Quote
from adapters.chat.wording import ENGLISH
from bot.composition import app
from bot.excerpt_counts import IN_CHAT
from tests.fakes.documents import ROOT, blocks, read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from adapters.chat.cards import Card
    from tests.e2e.conftest import Result

PROMPT = "$ pullquote "


@pytest.fixture
def _demo_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example posts in a folder, and a terminal of the usual width that speaks English."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    terminal = {"COLUMNS": "80", "TTY_COMPATIBLE": "1", "TERM": "dumb", "LC_ALL": "en_US.UTF-8"}
    for name, value in terminal.items():
        monkeypatch.setenv(name, value)


def demo_commands() -> list[list[str]]:
    """The arguments of the commands that `make demo` runs."""
    recipe = read("Makefile").split("\ndemo: $(READY)\n")[1].split("\n\n")[0]
    words = [shlex.split(line.strip().removeprefix("-")) for line in recipe.splitlines()]
    assert [line[0] for line in words] == ["$(BIN)/pullquote"] * len(words)
    return [line[1:] for line in words]


def words_of(text: str) -> str:
    """A text without what only lays it out."""
    return " ".join(re.sub(r"^\s*│", "", text, flags=re.MULTILINE).split())


@pytest.mark.usefixtures("_demo_folder")
def test_the_readme_shows_what_make_demo_prints(pullquote: Callable[..., Result]) -> None:
    (block,) = (each for each in blocks(read("README.md")) if each.startswith(PROMPT))
    brings_in, reads, *asked = demo_commands()
    assert pullquote(*brings_in).code == 0
    assert reads == ["refine"]  # the same is printed with the second model, and without it
    printed = []
    for each in asked:
        printed += [PROMPT + shlex.join(each), *pullquote(*each).out.splitlines(), ""]
    shown = [
        PROMPT + shlex.join(shlex.split(line.removeprefix(PROMPT)))
        if line.startswith(PROMPT)
        else line
        for line in block.splitlines()
    ]
    assert [each.rstrip() for each in printed[:-1]] == shown


@pytest.mark.usefixtures("_demo_folder")
def test_every_key_of_json_is_in_the_documents(pullquote: Callable[..., Result]) -> None:
    brings_in, *_, (_, question) = demo_commands()
    pullquote(*brings_in)
    asked, found = (pullquote(command, question, "--json").json for command in ("ask", "search"))
    keys = {*asked, *asked["excerpts"][0], *found, *found["hits"][0]}
    told = read("docs/command-line.md").split("\n## JSON\n")[1]
    assert {key for key in keys if f'"{key}"' not in told} == set()


@pytest.fixture
async def card(_demo_folder: None, pullquote: Callable[..., Result]) -> Card:
    """The answer of `make demo`, as a chat shows its first page."""
    brings_in, *_, (_, question) = demo_commands()
    pullquote(*brings_in)
    with app.answering(app.load_settings()) as answerer:
        asked = app.question(question, frozenset({"everyone"}))
        return answer_card(await answerer.ask(replace(asked, limit=IN_CHAT)), ENGLISH)


@pytest.mark.parametrize("name", ["docs/discord.md", "docs/slack.md"])
async def test_a_chat_s_page_shows_the_same_answer_with_its_buttons(name: str, card: Card) -> None:
    shown = words_of(blocks(read(name))[0])
    quotes = [each for each in card.quotes if isinstance(each, Quote)]
    assert len(quotes) == 3
    for quote in quotes:
        assert words_of(quote.text) in shown
        assert quote.credit.author in shown
        assert f"{quote.credit.source} · {quote.credit.kind}" in shown
        assert (f"Open post {quote.number}" in shown) == bool(quote.credit.url)
    for note in (*card.notes, *(button.label for button in card.buttons)):
        assert note in shown
