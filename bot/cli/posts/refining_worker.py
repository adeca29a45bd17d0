"""The process that reads the posts by the second model: `python -m bot.cli.posts.refining_worker`.

Its arguments are the file of the posts and the model's stored name; where a server keeps them, a
variable of its environment names it. A line of its standard input names
posts that come first, as JSON; it ends when its input is closed. A line of its standard output
tells how many passages are read, and of how many. Whatever it stored stays, however it ends.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import closing
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Final, TextIO

from bot.composition import app, engine_app
from bot.posts.refining import ADDRESS
from index.errors import IndexingError

if TYPE_CHECKING:
    from collections.abc import Callable

LEAST: Final = 19
"""How far everything else goes first, as `nice` counts."""


class Requests:
    """What the other side wants: posts that come first, and at last that nothing more is read."""

    def __init__(self, heard: TextIO) -> None:
        self.ended = Event()
        self._asked: list[str] = []
        self._heard = heard
        Thread(target=self._listen, daemon=True).start()

    def asked(self) -> list[str]:
        """Return the posts that come first, the last ones asked for before others."""
        return self._asked

    def _listen(self) -> None:
        for line in self._heard:
            self._asked = json.loads(line) + self._asked[:MOST]
        self.ended.set()


MOST: Final = 100
"""So many posts that were asked for are remembered."""


def main(heard: TextIO = sys.stdin, say: Callable[[str], None] = print) -> None:
    """Read what no second vector stands for."""
    if hasattr(os, "nice"):
        os.nice(LEAST)
    requests = Requests(heard)
    database, name = sys.argv[1:]
    address = os.environ.get(ADDRESS)
    storage = engine_app.storage_at(address) if address else engine_app.file_at(Path(database))
    with closing(storage.open()) as store, store.guarded():
        app.refiner(store, name).refine(
            asked=requests.asked,
            may_go_on=lambda: not requests.ended.is_set(),
            progress=lambda done, total: say(json.dumps([done, total])),
        )


if __name__ == "__main__":
    try:
        main(say=lambda line: print(line, flush=True))  # noqa: T201 - its output is read by the bot
    except IndexingError as error:
        sys.exit(str(error))
