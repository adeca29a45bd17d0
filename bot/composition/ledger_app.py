"""Chooses where the ledger is: in a file of the data folder, or where the posts are on a server."""

from __future__ import annotations

import os
from contextlib import closing, contextmanager
from pathlib import Path
from socket import gethostname
from typing import TYPE_CHECKING
from uuid import uuid4

from bot.composition import engine_app
from bot.settings.values import LEDGER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.ledger.database import LedgerStorage
    from bot.ledger.ledger import Ledger
    from bot.running.standby import Standby
    from bot.services import Services
    from bot.settings.values import Settings
    from index.clock import Clock


def storage(settings: Settings) -> LedgerStorage:
    """Return where the ledger is.

    Raises:
        ConfigError: The packages for a server are not installed, or there is no such address.
    """
    return storage_at(settings.address or str(settings.data))


def storage_at(where: str) -> LedgerStorage:
    """Return where the ledger is at the address of a server, or in a data folder.

    Raises:
        ConfigError: The packages for a server are not installed, or that is no such address.
    """
    if "://" not in where:
        from bot.ledger.sqlite.storage import LedgerFile

        return LedgerFile(Path(where) / LEDGER)
    with engine_app.settings_errors():
        from bot.ledger.postgres.storage import LedgerOnServer

        return LedgerOnServer(where)


def opened(settings: Settings, clock: Clock, *, is_for_reading: bool = False) -> Ledger:
    """Open the ledger, make it where there is none, and delete what is old in it.

    Args:
        settings: Where it is.
        clock: Tells what is old.
        is_for_reading: Whether one that cannot be written is opened all the same.

    Raises:
        UnavailableError: It cannot be used.
    """
    from bot.ledger.ledger import Ledger

    # Over a file, one process serves: a lease would only hold up a restart after a kill.
    # Whoever looks into the database sees which machine serves.
    holder = f"{gethostname()}:{os.getpid()}:{uuid4().hex[:8]}" if settings.address else ""
    database = storage(settings).open()
    return Ledger.over(database, settings.keep, clock, holder, is_for_reading=is_for_reading)


@contextmanager
def moving(settings: Settings, to: str, *, goes_on: bool) -> Iterator[int]:
    """Copy the ledger to the address of a server or a data folder; give how many rows it has.

    It is finished with what is done inside; until then another call copies it again.

    Args:
        settings: Where it is.
        to: Where it is to be.
        goes_on: Whether the posts there are known to be half copied, and so may the ledger be.

    Raises:
        UnavailableError: The ledger there remembers other things, or one cannot be used.
    """
    from bot.ledger import moving as ledgers

    if not storage(settings).is_there():
        yield 0
        return
    with closing(storage(settings).open()) as source, closing(storage_at(to).open()) as target:
        yield ledgers.copy(source, target, goes_on=goes_on)
        ledgers.finish(target)


@contextmanager
def opened_if_there(settings: Settings, clock: Clock) -> Iterator[Ledger | None]:
    """Open the ledger, to be read at least, and give None where no chat was served yet.

    Raises:
        UnavailableError: It cannot be used.
    """
    if not storage(settings).is_there():
        yield None
        return
    with closing(opened(settings, clock, is_for_reading=True)) as ledger:
        yield ledger


def standby(ledger: Ledger) -> Standby | None:
    """Return what shares the work with other processes; None where there can be no others."""
    from bot.running.standby import Standby

    return Standby(ledger.leases, ledger.holder) if ledger.holder else None


async def hear(settings: Settings, services: Services) -> None:
    """Hear what other processes tell, and hand it on, until cancelled."""
    from bot.corrections.corrector import LOOK
    from index.engine.storage import POSTS_CHANGED

    signals, corrections = services.signals, services.corrections
    signals.on(POSTS_CHANGED, lambda _: corrections.changed())
    signals.on(LOOK, lambda _: corrections.asked_to_look())
    signals.on_missed(corrections.changed)
    await storage(settings).hear(signals.told, signals.missed)
