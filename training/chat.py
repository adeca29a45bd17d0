"""Writes the chat of the data folder as posts, in its order, each with what it replies to.

python -m training.chat DATA_FOLDER > chat.jsonl
"""

from __future__ import annotations

import argparse
import json
import lzma
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY: Final = 10
"""A log is called by its day, and by what else tells it from others."""


def posts(path: Path) -> Iterator[dict[str, Any]]:
    """Yield a row for each message, at most one reply link in each."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            file, line = row["file"], row["line"]
            hour, _, minute = row["time"].partition(":")
            at = datetime.fromisoformat(file[:DAY]).replace(tzinfo=UTC) + timedelta(
                hours=int(hour or 0), minutes=int(minute or 0), microseconds=line
            )
            parent = next((f"{file}#{each}" for each in row["reply_to_lines"]), None)
            yield {
                "id": f"{file}#{line}",
                "text": row["text"],
                "author": row["user"],
                "parent_id": parent,
                "posted_at": at.isoformat(),
            }


def main() -> None:
    """Write them to standard output."""
    parser = argparse.ArgumentParser(description="Write the chat as posts.")
    parser.add_argument("data", type=Path, help="the data folder")
    data: Path = parser.parse_args().data
    for each in posts(data / "train" / "ubuntu_irc.jsonl.xz"):
        sys.stdout.write(f"{json.dumps(each)}\n")


if __name__ == "__main__":
    main()
