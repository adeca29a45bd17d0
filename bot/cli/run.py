"""`run`: serves every configured platform."""

from __future__ import annotations

import asyncio
import gc
import signal
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Protocol

import typer

from bot.cli import console
from bot.cli.exit_codes import Exit
from bot.composition import app, chat_app, ledger_app, web_app, words_app
from bot.outages import Outage
from bot.running import freed_memory, serving
from bot.sync import retention

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

    from bot.ports import Ask, ChatAdapter
    from bot.questions.answerer import Answerer
    from bot.services import Services
    from bot.settings.values import Settings


class Serve(Protocol):
    """Begins some work that one process alone does."""

    def __call__(
        self, name: str, work: Callable[[], Coroutine[None, None, None]], *, tells: str = ""
    ) -> None:
        """Begin it.

        Args:
            name: What it is called.
            work: Begins it.
            tells: Of what people are told that another process does it; "" for nothing.
        """
        ...


def run() -> None:
    """Start every platform that has a token, until it ends or is interrupted."""
    settings = console.service_settings()
    if not chat_app.names_set(settings):
        console.aside().tell(words_app.usage_words()["no_platform"], style="yellow")
        raise typer.Exit(Exit.SETTINGS)
    freed_memory.limit_arenas()
    with suppress(asyncio.CancelledError):
        asyncio.run(_serve(settings))


async def _serve(settings: Settings) -> None:
    """Run all platforms; one that cannot be served from the start ends them all."""
    # Supervisors ask with SIGTERM: answers in flight are finished, as after Ctrl-C.
    task = asyncio.current_task()
    if task is not None:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    with app.answering(settings) as answerer:
        async with chat_app.serving(settings) as services:
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(_warm_up(answerer, settings), name="warming up")
                    group.create_task(freed_memory.return_regularly(), name="freed memory")
                    ask: Ask = answerer.ask
                    serve = _alone_in(group, services)
                    group.create_task(ledger_app.hear(settings, services), name="hearing")
                    if services.refining is not None:
                        serve("refining", services.refining.run)
                        ask = services.refining.told_by(ask)
                    platforms = chat_app.platforms(settings, services)
                    # Another process may serve some of them for as long as this one runs.
                    is_alone = services.sharing is None
                    for told in [platforms] if is_alone else [[one] for one in platforms]:
                        group.create_task(_tell(told), name="telling")
                    serve("retention", partial(retention.delete_daily, services.ledger))
                    monitoring = web_app.watch_over(services, platforms, settings, answerer.problem)
                    group.create_task(monitoring, name="monitoring")
                    for platform in platforms:
                        again = is_alone or platform.is_shared
                        work = partial(_run, platform, ask, serves_again=again)
                        serve(
                            chat_app.lease_of(platform, settings, services),
                            work,
                            tells=platform.name,
                        )
            except ExceptionGroup as failures:
                raise failures.exceptions[0] from failures


def _alone_in(group: asyncio.TaskGroup, services: Services) -> Serve:
    """Return what begins some work in a group: at once, or when no other process does it."""

    def serve(
        name: str, work: Callable[[], Coroutine[None, None, None]], *, tells: str = ""
    ) -> None:
        def waits() -> None:
            if tells:
                said = words_app.usage_words()["standing_by"].format(name=tells)
                console.aside().tell(said, style="dim")

        sharing = services.sharing
        doing = work() if sharing is None else sharing.serve(name, work, waits)
        group.create_task(doing, name=name)

    return serve


async def _run(platform: ChatAdapter, ask: Ask, *, serves_again: bool) -> None:
    """Serve a platform; it is open no longer than that.

    Args:
        platform: The platform.
        ask: Answers a question.
        serves_again: Where it fails, no other process is to take it over, so that it is served
            again.
    """
    if serves_again:
        await serving.serve(platform, ask, Outage(platform.name))
    try:
        await platform.run(ask)
    finally:
        platform.opened.clear()


async def _tell(platforms: Sequence[ChatAdapter]) -> None:
    """Say what is served, once it is."""
    for each in platforms:
        await each.opened.wait()
    say = words_app.usage_words()
    names = say["and"].join(each.name for each in platforms)
    console.aside().tell(say["serving"].format(names=names), style="dim")


async def _warm_up(answerer: Answerer, settings: Settings) -> None:
    """Load what the first question, and the first post of all, would have to wait for."""
    await answerer.warm_up()
    await asyncio.to_thread(app.load_model, settings)
    # What is loaded stays: no question is to wait until all of it was looked through for garbage.
    gc.collect()
    gc.freeze()
