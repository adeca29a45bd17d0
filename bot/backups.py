"""Backs the data folder up, and restores it: the stored posts and the ledger."""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.errors import UnavailableError
from bot.ledger.sqlite import errors
from bot.ledger.sqlite.copies import LedgerCopies
from bot.outputs import written
from index.error_sentences import Told, worded
from index.errors import IndexMissing
from index.private_files import make_folder, sync_folder, temporary_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.settings.values import Settings
    from index.engine.copies import Copies, Loss
    from index.engine.storage import FileStorage

ANOTHER: Final = Told("nothing was restored, take another backup")

_NEWER: Final = worded(
    "{path} holds what the backup does not: make a copy of it if you want to keep it, then give"
    " --force"
)
_DAMAGED_POSTS: Final = worded(
    "{path} is damaged, and may hold posts that the backup does not: save what can still be read"
    " with `pullquote export`, or make a copy of it, then give --force"
)
_DAMAGED_LEDGER: Final = worded(
    "{path} is damaged, and may hold what the backup does not: make a copy of it if you want to"
    " keep it, then give --force"
)
_UNREADABLE: Final = worded(
    "{path} is damaged or no database, and may hold what the backup does not: make a copy of it if"
    " you want to keep it, then give --force"
)
_LEFT: Final = worded(
    "{path} is gone, but {journal} is still there, and may hold what the backup does not: move it"
    " elsewhere if you want to keep it, and try again, or give --force to have it deleted"
)


class _Kept(NamedTuple):
    """One of the databases: how it is copied, where it lies, and what helps if it is damaged.

    Attributes:
        damaged: What is said of a damaged one that a backup is to replace.
    """

    copies: Copies
    path: Path
    remedy: Told
    damaged: str


def back_up(storage: FileStorage, settings: Settings, folder: Path) -> list[str]:
    """Copy posts and ledger into a new folder that only its owner may look into.

    Each copy is of one moment, and looked through. The folder gets its name when all of it is on
    the disk; before that, it is called `NAME.….tmp`.

    Args:
        storage: What keeps the posts.
        settings: Where they are.
        folder: Where the copies are to be; nothing may be there.

    Returns:
        The names of the files.

    Raises:
        IndexMissing: There is nothing to copy.
        IndexingError: The posts cannot be read, or are damaged.
        UnavailableError: The ledger cannot be read, or the folder cannot be made: see `written`.
    """
    there = [each for each in _kept(storage, settings) if each.copies.is_there(each.path)]
    if not there:
        raise IndexMissing(settings.data)
    folder = folder.absolute()
    with written(folder):
        if folder.exists() or folder.is_symlink():
            raise UnavailableError(
                Told("{folder} is already there, and nothing is written over", folder=folder)
            )
        make_folder(folder.parent)
        made = Path(mkdtemp(prefix=f"{folder.name}.", suffix=".tmp", dir=folder.parent))
        try:
            for copies, path, remedy, _ in there:
                copies.make(path, made / path.name, remedy=remedy)
            made.rename(folder)
            sync_folder(folder.parent)
        finally:
            rmtree(made, ignore_errors=True)
    return [each.path.name for each in there]


def restore(
    storage: FileStorage, settings: Settings, folder: Path, *, force: bool = False
) -> list[str]:
    """Put the files of a backup in the place of those of the data folder.

    All is copied, looked through and renewed beside them first. Then each takes its place in one
    step, the ledger before the posts, so that it never knows of a message that they lack.

    Args:
        storage: What keeps the posts.
        settings: Where they are.
        folder: What `back_up` made, or copies of the files with their journals.
        force: Also where what is in place is newer, or damaged.

    Returns:
        The names of the files that were restored.

    Raises:
        IndexingError: Posts cannot be read, are damaged, or not Pullquote's.
        UnavailableError: The same of the ledger; there is no backup; what is in place is newer,
            damaged, another program's, or open in another process.
    """
    _must_be_another(folder, settings)
    found = [each for each in _kept(storage, settings) if (folder / each.path.name).is_file()]
    if not found:
        raise _no_backup(folder, settings)
    with written(settings.data):
        make_folder(settings.data)
        with temporary_folder(settings.database) as made:
            for copies, path, *_ in found:
                copies.make(folder / path.name, made / path.name, remedy=ANOTHER)
                copies.renew(made / path.name)
            # Nothing is written to what is refused, not even what stands in its journal.
            _refuse_loss(found, made, force=force)
            _release(_kept(storage, settings))
            # What a bot that was about to end still wrote is compared, too.
            _refuse_loss(found, made, force=force)
            for copies, path, *_ in found:
                copies.put_in_place(path, made / path.name)
    return [each.path.name for each in found]


def _no_backup(folder: Path, settings: Settings) -> UnavailableError:
    return UnavailableError(
        Told(
            "{folder} holds no {posts} or {ledger}: name a folder that a backup made",
            folder=folder,
            posts=settings.database.name,
            ledger=settings.ledger.name,
        )
    )


def _kept(storage: FileStorage, settings: Settings) -> Sequence[_Kept]:
    """Return the databases in the order in which they are copied: the ledger is behind, if at all.

    A ledger that is older than the posts has messages read again; a newer one would leave out
    what was said in between.
    """
    return (
        _Kept(LedgerCopies(), settings.ledger, errors.REMEDY, _DAMAGED_LEDGER),
        _Kept(storage.copies, settings.database, storage.remedy, _DAMAGED_POSTS),
    )


def _must_be_another(folder: Path, settings: Settings) -> None:
    if folder.exists() and settings.data.exists() and folder.samefile(settings.data):
        raise UnavailableError(
            Told("{folder} is the data folder itself: name the folder of a backup", folder=folder)
        )


def _refuse_loss(found: Sequence[_Kept], made: Path, *, force: bool) -> None:
    """Refuse what is another program's in any case, and what would be lost but for `force`."""
    for copies, path, _, damaged in found:
        if foreign := copies.foreign(path):
            raise UnavailableError(foreign)
        if not force and (loss := copies.loss(path, made / path.name)):
            raise UnavailableError(_told(loss, copies, path, damaged))


def _told(loss: Loss, copies: Copies, path: Path, damaged: str) -> Told:
    if loss == "left":
        return Told(_LEFT, path=path, journal=copies.left(path))
    said = {"damaged": damaged, "unreadable": _UNREADABLE}
    return Told(said.get(loss, _NEWER), path=path)


def _release(kept: Sequence[_Kept]) -> None:
    for copies, path, *_ in kept:
        if not copies.release(path):
            raise UnavailableError(
                Told(
                    "another process has {path} open, and nothing was restored: stop the bot and"
                    " every other command, then try again",
                    path=path,
                )
            )
