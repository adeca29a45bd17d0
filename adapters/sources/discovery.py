"""Finds the files that hold posts, and opens each as a source of posts."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from adapters.sources.archive_source import Archive, in_file, in_folder
from adapters.sources.file_defaults import Labels, printable, source_name
from adapters.sources.post_file import PostFile
from bot.fault_log import FaultLog
from bot.ports import NOTHING_GIVEN, FoundSources
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.ports import GivenColumns
    from index.ports import PostSource


STDIN: Final = "-"

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]*://|www\.", re.IGNORECASE)
"""How an address begins that is none of the web, or lacks its beginning."""

_Source = PostFile | Archive | PostFormatError


@dataclass(frozen=True, slots=True)
class _Options:
    source: str | None
    audience: str | None
    columns: GivenColumns
    faults: FaultLog
    with_apps: bool

    def labels(self, file: str, name: str, source: str) -> Labels:
        return Labels(
            file=printable(file),
            name=name,
            source=source_name(self.source or source),
            keeps_sources=self.source is None,
            audience=self.audience,
            columns=self.columns,
            faults=self.faults,
            with_apps=self.with_apps,
        )


def sources(
    paths: Sequence[str],
    *,
    source: str | None = None,
    audience: str | None = None,
    stdin: BinaryIO | None = None,
    columns: GivenColumns = NOTHING_GIVEN,
    faults: FaultLog | None = None,
    with_apps: bool = False,
) -> list[PostSource | PostFormatError]:
    """Return a source of posts for every file named, and every file in a folder named.

    They come in the order of the paths, and sorted within a folder; what is hidden in a folder
    is passed over, and a file that is met twice is read once.

    Args:
        paths: Files, folders, or `-` for the standard input.
        source: Names the source of all posts, instead of the file or folder and the rows.
        audience: Names the audience of all posts, instead of the rows.
        stdin: What `-` reads; the process's standard input where nothing is given.
        columns: What is known of the columns of tables.
        faults: Tells the log of faults of ours; None for one of its own.
        with_apps: Whether what apps wrote in the exports of chats is wanted.

    Returns:
        Sources, and an error in the place of each path that leads nowhere.
    """
    options = _Options(source, audience, columns, faults or FaultLog(), with_apps)
    found: list[PostSource | PostFormatError] = []
    met: set[str] = set()
    for path in dict.fromkeys(paths):
        for each in _at(path, options, stdin):
            if not isinstance(each, PostFormatError) and each.identity:
                if each.identity in met:
                    continue
                met.add(each.identity)
            found.append(each)
    return found


def found_under(
    paths: Sequence[str],
    *,
    source: str | None = None,
    audience: str | None = None,
    stdin: BinaryIO | None = None,
    columns: GivenColumns = NOTHING_GIVEN,
    with_apps: bool = False,
) -> FoundSources:
    """Return what an import of these paths is to read: see `sources`."""
    found, faults = FoundSources([], [], [], [], []), FaultLog()
    options = partial(sources, source=source, audience=audience, columns=columns)
    find = partial(options, faults=faults, with_apps=with_apps)
    for path in paths:
        items = find([path], stdin=stdin)
        readable = [item for item in items if not isinstance(item, PostFormatError)]
        found.sources.extend(readable)
        found.refused.extend(item for item in items if isinstance(item, PostFormatError))
        if readable and path != STDIN:
            place = str(Path(path).resolve())
            found.within.append(place)
            if len(readable) < len(items):
                # What lies in a folder that is locked, say, is not gone.
                found.partial.append(place)
        elif not items:
            # A folder that lost all its files at once is more likely a disk that is not there.
            found.refused.append(PostFormatError(path, "no_files"))
    return found


def _at(path: str, options: _Options, stdin: BinaryIO | None) -> Iterator[_Source]:
    if path == STDIN:
        labels = options.labels("standard input", "stdin", "stdin")
        yield PostFile(stdin or sys.stdin.buffer, labels)
        return
    place = Path(path)
    try:
        is_folder, is_there = place.is_dir(), place.exists()
    except OSError as error:
        yield PostFormatError(printable(path), "path_not_readable", reason=str(error.strerror))
        return
    if is_folder:
        yield from _under(place, options)
    elif is_there:
        yield from _opened(place, options.labels(path, place.name, place.stem))
    elif _ADDRESS.match(path):
        yield PostFormatError(printable(path), "not_an_address")
    else:
        yield PostFormatError(printable(path), "no_such_file")


def _under(folder: Path, options: _Options) -> Iterator[_Source]:
    source = folder.resolve().name
    found = list(_walk(folder))
    files = {
        each.relative_to(folder).as_posix(): each
        for each in found
        if not isinstance(each, PostFormatError) and each.is_file()
    }
    archives = in_folder(folder, tuple(files), options.labels(str(folder), source, source))
    yield from archives
    taken = {
        files[name]
        for archive in archives
        if not isinstance(archive, PostFormatError)
        for name in (*archive.names, *archive.unread, *archive.others)
    }
    for each in found:
        if isinstance(each, PostFormatError):
            yield each
        elif each in taken:
            continue
        elif each.is_file():
            name = each.relative_to(folder).as_posix()
            yield from _opened(each, options.labels(str(each), name, source))
        else:
            yield PostFormatError(printable(str(each)), "not_regular_file")


def _walk(folder: Path) -> Iterator[Path | PostFormatError]:
    """Yield the files under a folder in a stable order; each real folder is entered once."""
    entered: set[str] = set()
    unreadable: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=unreadable.append, followlinks=True):
        real = os.path.realpath(place)
        if real in entered:
            folders.clear()
            continue
        entered.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(files) if not name.startswith("."))
    for error in unreadable:
        file = printable(str(error.filename))
        yield PostFormatError(file, "folder_not_readable", reason=str(error.strerror))


def _opened(path: Path, labels: Labels) -> Iterator[_Source]:
    archives = in_file(path, labels)
    yield from archives
    if not archives:
        yield _plain(path, labels)


def _plain(path: Path, labels: Labels) -> PostFile | PostFormatError:
    try:
        origin = str(path.resolve())
        f"{path}{origin}".encode()
        size = path.stat().st_size
    except UnicodeEncodeError:
        return PostFormatError(labels.file, "path_not_utf8")
    except OSError as error:
        return PostFormatError(labels.file, "not_readable", reason=str(error.strerror))
    # What is no regular file, such as a pipe, cannot be read a second time.
    return PostFile(path, labels, origin if path.is_file() else "", size)
