"""Works that are done once, and the power cuts that could have come in between.

Run as `python -m tests.fakes.chaos.power FOLDER CUTS SEED`: all that the works do to files is noted
in its order, with what they say. The files that each cut leaves are then made beside, and what must
be so is looked at.
"""

from __future__ import annotations

import copy
import json
import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Final

from bot.settings.loading import load
from tests.fakes.chaos import files
from tests.fakes.chaos.disk import Disk
from tests.fakes.chaos.homes import Folder
from tests.fakes.chaos.promises import Promised
from tests.fakes.chaos.vfs import Operation
from tests.fakes.chaos.works import WORKS, Place, make_batches_small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.settings.values import Settings

ROUNDS: Final = 3
"""So often each work is done."""


def done(settings: Settings, dice: Random) -> list[Operation | dict[str, Any]]:
    """Do each work a few times; return what was done to files, and what was said, in its order."""
    noted: list[Operation | dict[str, Any]] = []
    promised = Promised()

    def tell(said: Any) -> None:
        noted.append(said)
        promised.hear(said)

    files.listen(settings.data, noted.append)
    names = [*WORKS] * ROUNDS
    dice.shuffle(names)
    for number, name in enumerate(names):
        with Folder(settings).storage() as storage:
            WORKS[name](Place(settings, storage, number, dict(promised.stored), tell))
    return noted


def cut(
    noted: Sequence[Operation | dict[str, Any]], settings: Settings, cuts: int, dice: Random
) -> int:
    """Look at what is left after each of so many cuts; return how many files were left in all."""
    moments = set(dice.sample(range(len(noted)), min(cuts, len(noted))))
    disk, promised, left = Disk(), Promised(), 0
    beside = replace(settings, data=settings.data.with_name("cut"))
    for at, each in enumerate(noted):
        if at in moments:
            found = disk.left(dice)
            left += len(found)
            _make(found, settings.data, beside.data)
            try:
                copy.deepcopy(promised).hold(Folder(beside), hasty=False)
            except Exception as error:
                raise AssertionError(f"the power is cut before {at}: {str(each)[:99]}") from error
        if isinstance(each, Operation):
            disk.take(each)
        else:
            promised.hear(each)
    return left


def _make(found: dict[str, bytes], home: Path, beside: Path) -> None:
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(mode=0o700)
    for path, content in found.items():
        made = beside / os.path.relpath(path, home.resolve())
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_bytes(content)


def main(folder: str, cuts: int, seed: int) -> None:
    """Work, cut, look, and say as JSON what was done."""
    make_batches_small()
    settings, dice = load(Path(".env"), {"PULLQUOTE_DATA": folder}), Random(seed)  # noqa: S311
    settings.data.mkdir(mode=0o700, parents=True)
    noted = done(settings, dice)[:]  # of which there will be more
    told = {"noted": len(noted), "left": cut(noted, settings, cuts, dice)}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
