"""Shows what somebody wrote as a quotation that looks as it did where it was written; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from adapters.markup.styled import Code, Emoji, Styled, markup_of, styled
from bot.text import plain
from index.text.parts.spoilers import COVER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.chat.quotes import Quote
    from adapters.markup.styled import Node

Block = dict[str, Any]


def quotation(quote: Quote, most: int) -> Block:
    """Return a quote as a block that nothing is read into, styled as it was written.

    Slack has nothing that is clicked to be read: what is covered stays so, and is read at its
    link. Code of several lines stands between two quotations.

    Args:
        quote: The quote.
        most: How many characters of it are shown.
    """
    text = shortened(quote.text, most)
    covered = [each for each in quote.covered if each.start < len(text)]
    parts: list[Block] = []
    for node in styled(text, markup_of(quote.post_id), covered):
        if isinstance(node, Code) and node.is_block:
            parts.append({"type": "rich_text_preformatted", "elements": _words(node.text)})
            continue
        if not parts or parts[-1]["type"] != "rich_text_quote":
            parts.append({"type": "rich_text_quote", "elements": []})
        parts[-1]["elements"] += _elements(node)
    filled = [each for each in parts if each["elements"]]
    if not filled:
        filled = [{"type": "rich_text_quote", "elements": _words("…")}]
    return {"type": "rich_text", "elements": filled}


def shortened(text: str, most: int) -> str:
    """Return a text of at most so many characters, with "…" where the rest was."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _elements(node: Node, style: tuple[str, ...] = ()) -> Iterator[Block]:
    if isinstance(node, Emoji):
        yield {"type": "emoji", "name": node.name}
    elif not isinstance(node, Styled):
        yield from _words(node.text, *(("code",) if isinstance(node, Code) else ()), *style)
    elif node.style == "spoiler":
        yield from _words(COVER)
    else:
        # Slack underlines nothing.
        own = () if node.style == "underline" else (node.style,)
        for each in node.inside:
            yield from _elements(each, (*style, *own))


def _words(text: str, *style: str) -> list[Block]:
    """Return a stretch of words; none for one that Slack would not take."""
    words = plain(text)
    if not words:
        return []
    block: Block = {"type": "text", "text": words}
    return [block | {"style": dict.fromkeys(style, True)}] if style else [block]
