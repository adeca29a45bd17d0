"""Counts what linked data says that a thread has: comments, and what is shared in them."""

from __future__ import annotations

from typing import Final

from adapters.sources.formats.pages.linked_data import MOST, THREADS, below_in, kinds_of, objects_in

_COUNTS: Final = ("commentCount", "answerCount")
_ANSWERING: Final = frozenset({"CommentAction", "ReplyAction"})
_DIGITS: Final = 9


def shared_in(blocks: list[dict[str, object]]) -> int:
    """Return how many pages, pictures or posts of others linked data shows with posts."""
    heads = [each for each in blocks if kinds_of(each) & THREADS]
    main = [inner for each in heads for inner in objects_in(each.get("mainEntity"))]
    left, found = [*heads, *main], 0
    for _ in range(MOST):
        if not left:
            break
        node = left.pop()
        found += len(objects_in(node.get("sharedContent")))
        left += (below for _, below in below_in(node))
    return found


def told_comments(blocks: list[dict[str, object]]) -> int:
    """Return how many comments or answers a page says that there are; 0 where it does not say."""
    nodes = [*blocks, *(each for node in blocks for each in objects_in(node.get("mainEntity")))]
    counts = [node.get(key) for node in nodes for key in _COUNTS]
    for node in nodes:
        for each in objects_in(node.get("interactionStatistic")):
            kind = each.get("interactionType")
            kind = kind.get("@type") if isinstance(kind, dict) else kind
            if str(kind).rpartition("/")[2] in _ANSWERING:
                counts.append(each.get("userInteractionCount"))
    return max(map(_number, counts), default=0)


def _number(value: object) -> int:
    said = str(value).strip()
    return int(said) if said.isascii() and said.isdigit() and len(said) <= _DIGITS else 0
