"""Reads posts from JSON Lines: one object a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from adapters.sources.rows import to_posts
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.sources.byte_reader import Lines
    from adapters.sources.file_defaults import Labels
    from index.posts import Post


def jsonl_posts(lines: Lines, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the posts of one-object lines; blank lines are passed over."""
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
        reason, at = error.msg.lower(), error.colno
        return PostFormatError(lines.file, "line_not_json", lines.number, reason=reason, at=at)
    except ValueError:
        return PostFormatError(lines.file, "line_long_number", lines.number)
    except RecursionError:
        return PostFormatError(lines.file, "line_too_deep", lines.number)
    if isinstance(row, dict):
        return row
    return PostFormatError(lines.file, "not_an_object", lines.number)
