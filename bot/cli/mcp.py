"""`mcp`: answers other assistants."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Annotated

import typer

from bot.cli import console
from bot.cli.ask import refuse_wrong_names
from bot.cli.validation import non_blank_audiences
from bot.composition import app, mcp_app, words_app
from index.posts import EVERYONE

Audience = Annotated[
    list[str] | None,
    typer.Option(
        help="Also what readers with this label may see; may be repeated.",
        callback=non_blank_audiences,
    ),
]
Port = Annotated[
    int | None,
    typer.Option(
        min=0, max=65_535, help="Over HTTP on this port of this machine; 0 is a free one."
    ),
]


def mcp(*, audience: Audience = None, http: Port = None) -> None:
    """Answer other assistants by the Model Context Protocol, over standard input and output.

    Without --audience they find only what is for everyone.
    """
    settings = console.service_settings()
    if http is None:
        console.given_input()
    with app.answering(settings) as answerer:
        explain = partial(refuse_wrong_names, settings)
        found = frozenset([EVERYONE, *(audience or ())])
        assistants = mcp_app.assistants(answerer, explain, found)
        asyncio.run(
            assistants.serve_stdio() if http is None else assistants.serve_http(http, _tell)
        )


def _tell(address: str) -> None:
    """Say at which address it is served."""
    said = words_app.usage_words()["serving"].format(names=address)
    console.aside().tell(said)
