"""`setup`: asks what is missing, writes it to `.env`, and checks it."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads it
from typing import TYPE_CHECKING, Annotated, Final

import typer

from bot.cli import console
from bot.cli.exit_codes import Exit
from bot.cli.upkeep.status import check
from bot.composition import app, chat_app, words_app
from bot.settings import env_file
from bot.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping


TOKENS: Final[Mapping[str, tuple[str, ...]]] = {
    "discord": ("DISCORD_TOKEN",),
    "slack": ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"),
}
"""What each chat cannot be served without."""


def setup(
    *,
    answers: Annotated[
        Path | None, typer.Option(help="Take the settings from this file, and ask nothing.")
    ] = None,
) -> None:
    """Set the bot up: ask for what is missing, write it to .env, and check it."""
    env_file.must_be_a_file()
    say = app.wording_of_reader().setting_up
    if answers is None and not console.can_ask():
        console.aside().tell(say["no_terminal"], style="yellow")
        raise typer.Exit(Exit.USAGE)
    _name_unread(say)
    given = _asked(say) if answers is None else env_file.answers_in(answers)
    names = env_file.write(given)
    told = say["written"] if names else say["nothing_new"]
    console.out().tell(told.format(file=env_file.ENV_FILE, names=", ".join(names)))
    check()


def _name_unread(say: Mapping[str, str]) -> None:
    """Name what stands in the file already and is no setting: nothing reads it."""
    for name, near in env_file.unread(env_file.ENV_FILE).items():
        said = say["unread_near" if near else "unread"]
        told = said.format(file=env_file.ENV_FILE, name=one_line(name), near=near)
        console.aside().tell(told, style="yellow")


def _asked(say: Mapping[str, str]) -> dict[str, str]:
    """Ask for the tokens of each chat that is to be served; what is left blank stays."""
    given: dict[str, str] = {}
    known = env_file.values_in(env_file.ENV_FILE)
    for chat, names in TOKENS.items():
        is_set = all(known.get(name) for name in names)
        question = say["replace" if is_set else "serve"].format(chat=chat.capitalize())
        if not console.agrees(question):
            continue
        console.out().tell(say[chat])
        if chat == "slack":
            console.out().print(f"\n{chat_app.slack_manifest()}", soft_wrap=True)
        given |= {name: value for name in names if (value := _token(name, say))}
    return given


def _token(name: str, say: Mapping[str, str]) -> str:
    """Ask for a token, again where it is none; "" where it is left blank."""
    while True:
        question = say["token"].format(name=name)
        value = console.typed(question, is_hidden=True)
        if not (wrong := env_file.problems_of(name, value)):
            return value
        for each in wrong:
            console.aside().tell(words_app.problem(each), style="red")
