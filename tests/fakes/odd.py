"""Payloads in which one part is another, or missing: each part in turn."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

INSTEAD: Final[tuple[Any, ...]] = (None, 5, "x", "\u202e\x1b]0;", [], {}, [None], True)
"""What stands there instead."""


CANARY: Final = "canarytext sings"
"""What stands in a payload and may be read nowhere else."""


def odd_ones(payload: Any) -> Iterator[Any]:
    """Yield a payload again and again, each time with one part replaced or taken out."""
    for path in _paths(payload):
        for value in INSTEAD:
            yield _changed(payload, path, value)
        yield _changed(payload, path)


def canaries_in(payload: Any) -> Iterator[Any]:
    """Yield a payload again and again, each time with a canary for one part."""
    for path in _paths(payload):
        yield _changed(payload, path, CANARY)


def _paths(value: Any) -> Iterator[tuple[Any, ...]]:
    inside = enumerate(value) if isinstance(value, list) else ()
    for key, inner in value.items() if isinstance(value, dict) else inside:
        yield (key,)
        yield from ((key, *rest) for rest in _paths(inner))


def _changed(payload: Any, path: tuple[Any, ...], *value: Any) -> Any:
    made = json.loads(json.dumps(payload))
    *way, last = path
    within = made
    for key in way:
        within = within[key]
    if value:
        within[last] = value[0]
    else:
        del within[last]
    return made
