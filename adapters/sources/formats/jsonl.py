"""Reads posts from JSON Lines: one object a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from adapters.sources.rows import to_posts
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.sources.byte_reader import Lines
    from adapters.sources.labels import Labels
    from index.posts import Post


def jsonl_posts(lines: Lines, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yields the posts of one-object lines; blank lines are passed over."""
    return to_posts(_rows(lines), labels)


def _rows(lines: Lines) -> Iterator[tuple[int, dict[str, object] | PostFormatError]]:
    while True:
        try:
            line = next(lines)
        except StopIteration:
            return
        except PostFormatError as error:
            yield lines.number, error
            continue
        if not line.isspace():
            yield lines.number, _row(line, lines)


def _row(line: str, lines: Lines) -> dict[str, object] | PostFormatError:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        problem = f"this is not valid JSON ({error.msg.lower()}, at character {error.colno})"
    except ValueError:
        problem = "this line holds a number with too many digits"
    except RecursionError:
        problem = "this line is nested too deeply"
    else:
        if isinstance(row, dict):
            return row
        problem = 'this is not an object: write {"text": "…"}, one object per line'
        return PostFormatError(lines.file, problem, lines.number)
    return PostFormatError(lines.file, f"{problem}: correct it or leave it out", lines.number)
