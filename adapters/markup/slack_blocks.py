"""Turns Slack's blocks into the markup of its messages: rich text, sections, tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from adapters.markup.slack import escaped, tells
from bot.text import without_halves

Block = Mapping[str, object]

_DEEPEST: Final = 50
"""So deep lists are read in lists, which Slack itself nests no deeper than eight."""
_LONGEST_TEXT: Final = 40_000
"""No text of Slack's own is longer: in one that is, nothing is looked for."""
_TEXTS: Final = ("title", "subtitle", "text", "body", "description", "details", "output")
"""Where a block that is no rich text or table has its words, in this order."""
_QUOTED: Final = "&gt; "
_MARKS: Final = {
    "user": ("user_id", "<@{}>"),
    "channel": ("channel_id", "<#{}>"),
    "usergroup": ("usergroup_id", "<!subteam^{}>"),
    "broadcast": ("range", "<!{}>"),
    "emoji": ("name", ":{}:"),
}
"""In rich text, what stands for whom and what: where its id is, and how it is marked up."""


def text_of(value: object) -> str:
    """Return a text, that of a text object, and "" for anything else; halves of characters go."""
    if isinstance(value, Mapping):
        value = value.get("text")
    return without_halves(value) if isinstance(value, str) else ""


def object_of(value: object) -> Block:
    """Return an object as it is, and an empty one for anything else."""
    return value if isinstance(value, Mapping) else {}


def objects_of(value: object) -> Iterator[Block]:
    """Yield the objects of a list, and none of anything else."""
    if isinstance(value, list):
        yield from (each for each in value if isinstance(each, Mapping))


def blocks_text(blocks: object) -> str:
    """Return what blocks say, a paragraph each."""
    return "\n\n".join(filter(None, map(block_text, objects_of(blocks))))


def text_beside(blocks: object, text: str) -> str:
    """Return what blocks say that a message's text does not: tables, pictures, newer kinds.

    Args:
        blocks: The blocks.
        text: The text of the message, in Slack's markup: mostly it says what rich text does.
    """
    told = " ".join(text.split()) if len(text) <= _LONGEST_TEXT else ""

    def is_more(block: Block, said: str) -> bool:
        if block.get("type") == "rich_text":
            return bool(told) and not tells(text, said)
        return " ".join(said.split()) not in told

    said = ((each, block_text(each)) for each in objects_of(blocks))
    return "\n\n".join(words for block, words in said if words and is_more(block, words))


def text_with(blocks: object, text: str) -> str:
    """Return what a text and the blocks beside it say, all of it once.

    Args:
        blocks: The blocks.
        text: The text of the message, in Slack's markup; it may only sum up its rich text.
    """
    beside = text_beside(blocks, text)
    first = "" if beside and tells(beside, text) else text
    return "\n\n".join(filter(None, [first, beside]))


def block_text(block: Block) -> str:
    """Return what one block says; of one whose type is not known, its texts."""
    return _READERS.get(str(block.get("type")), _section)(block).strip()


def _section(block: Block) -> str:
    parts = [_part(block.get(name)) for name in _TEXTS]
    parts += [text_of(each) for each in objects_of(block.get("fields"))]
    accessory = block.get("accessory")
    parts += [text_of(accessory.get("alt_text"))] if isinstance(accessory, Mapping) else []
    return "\n".join(filter(None, parts))


def _part(value: object) -> str:
    """Return a text, or what rich text says in its place."""
    is_rich = object_of(value).get("type") == "rich_text"
    return _rich_text(object_of(value)) if is_rich else text_of(value)


def _several(block: Block) -> str:
    """Return what a block of blocks says: a carousel of cards, a plan of tasks."""
    title, parts = text_of(block.get("title")), [block.get("elements"), block.get("tasks")]
    cards = (_section(each) for part in parts for each in objects_of(part))
    return "\n\n".join(filter(None, [title, *cards]))


def _input(block: Block) -> str:
    """Return what a form asks, and what can be chosen."""
    element = object_of(block.get("element"))
    groups = [element, *objects_of(element.get("option_groups"))]
    options = (
        text_of(each.get("text")) for part in groups for each in objects_of(part.get("options"))
    )
    asked = [text_of(block.get("label")), text_of(block.get("hint"))]
    return "\n".join(filter(None, [*asked, *(f"• {each}" for each in options if each)]))


def _context(block: Block) -> str:
    elements = objects_of(block.get("elements"))
    parts = (text_of(each) or text_of(each.get("alt_text")) for each in elements)
    return " ".join(filter(None, parts))


def _image(block: Block) -> str:
    parts = [text_of(block.get(name)) for name in ("title", "alt_text", "description")]
    return "\n".join(filter(None, parts))


def _nothing(_: Block) -> str:
    return ""


def _rich_text(block: Block) -> str:
    return "\n".join(filter(None, map(_passage, objects_of(block.get("elements")))))


def _passage(element: Block, depth: int = 0) -> str:
    if depth > _DEEPEST:
        return ""
    if element.get("type") != "rich_text_list":
        said = "".join(map(_inline, objects_of(element.get("elements"))))
        is_quote = element.get("type") == "rich_text_quote" and said.strip()
        if not is_quote:
            return said
        return "\n".join(f"{_QUOTED}{each}" for each in said.strip().split("\n"))
    is_ordered, first = element.get("style") == "ordered", element.get("offset")
    begin = first + 1 if isinstance(first, int) else 1
    indent = element.get("indent")
    margin = "    " * (min(indent, 8) if isinstance(indent, int) else 0)
    return "\n".join(
        f"{margin}{f'{number}.' if is_ordered else '•'} {_passage(item, depth + 1)}"
        for number, item in enumerate(objects_of(element.get("elements")), start=begin)
    )


def _inline(element: Block) -> str:
    kind, text = str(element.get("type")), text_of(element.get("text"))
    if kind == "link":
        url = text_of(element.get("url"))
        return f"<{url}|{escaped(text)}>" if text else f"<{url}>"
    if kind in _MARKS:
        name, mark = _MARKS[kind]
        return mark.format(text_of(element.get(name)))
    return escaped(text or text_of(element.get("fallback")) or text_of(element.get("value")))


def _table(block: Block) -> str:
    rows = block.get("rows")
    cells = (map(_cell, objects_of(row)) for row in rows) if isinstance(rows, list) else ()
    lines = map(" | ".join, cells)
    return "\n".join(line for line in lines if line.strip(" |"))


def _cell(cell: Block) -> str:
    text = _rich_text(cell) if cell.get("type") == "rich_text" else text_of(cell)
    value = cell.get("value")
    return " ".join((text or (str(value) if isinstance(value, int | float) else "")).split())


_READERS: Final[Mapping[str, Callable[[Block], str]]] = {
    "rich_text": _rich_text,
    "table": _table,
    "context": _context,
    "image": _image,
    "video": _image,
    "carousel": _several,
    "plan": _several,
    "input": _input,
    # Buttons are what one can do, and nothing that is said.
    "actions": _nothing,
    "context_actions": _nothing,
}
