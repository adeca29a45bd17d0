"""Puts together what has to do with the web: pages that are read, the report, the monitoring."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from bot.composition import app, ledger_app

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from bot.admin.report import Report
    from bot.ports import ChatAdapter, FoundSources
    from bot.services import Services
    from bot.settings.values import Settings
    from index.ingest.addresses import WebAddress


def find_posts_at(asked: Sequence[WebAddress], *, allow_private: bool) -> FoundSources:
    """Ask addresses, and return what they hold.

    Args:
        asked: The addresses, with what is known of them.
        allow_private: Also asks this machine and those of its own network.
    """
    from adapters.sources.web.web_files import ANYWHERE, PUBLIC, found_at

    return found_at(asked, ANYWHERE if allow_private else PUBLIC)


def make_report(settings: Settings) -> Report:
    """Return what a report shows.

    Raises:
        IndexingError: The posts cannot be read.
        UnavailableError: The ledger cannot be used.
    """
    from bot.admin.report import make_report as made
    from index.clock import utc_now

    with ExitStack() as stack:
        index = stack.enter_context(app.opened_index(settings))
        ledger = stack.enter_context(ledger_app.opened_if_there(settings, utc_now))
        return made(index, ledger, utc_now())


def report_page(report: Report, settings: Settings) -> bytes:
    """Return a report as a page, in the reader's language."""
    from adapters.report.page import report_page as page

    return page(report, app.wording(settings), settings.keep.days)


def is_report(path: Path) -> bool:
    """Return whether a file is a page that was made of a report.

    Raises:
        OSError: It cannot be read.
    """
    from adapters.report.page import HEAD
    from adapters.report.page import is_report as is_one

    with path.open("rb") as file:
        return is_one(file.read(HEAD))


def report_lines(report: Report, settings: Settings) -> Iterable[str]:
    """Return a report as lines for a terminal, in the reader's language."""
    from adapters.report.summary import report_lines as lines

    return lines(report, app.wording(settings))


def report_sentences(settings: Settings) -> Mapping[str, str]:
    """Return what a report says, in the reader's language, by its name."""
    return app.wording(settings).report


async def watch_over(
    services: Services,
    platforms: Sequence[ChatAdapter],
    settings: Settings,
    problem: Callable[[], Awaitable[str]],
) -> None:
    """Tell loopback how the bot is until it is cancelled, where the settings name a port.

    Raises:
        ConfigError: Nothing can listen there.
    """
    if settings.monitoring_port is not None:
        from adapters.monitoring.server import Monitoring

        await Monitoring(services, platforms, settings.monitoring_port, problem).run()
