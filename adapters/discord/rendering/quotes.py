"""Shows what somebody wrote in a chat as a quotation that looks as it did there; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.discord.rendering.escaping import as_quote, escaped, in_quotation
from adapters.discord.rendering.lengths import cut, size
from adapters.markup.styled import Code, Emoji, Styled, markup_of, styled
from bot.text import plain

if TYPE_CHECKING:
    from adapters.chat.quotes import Quote
    from adapters.markup.styled import Node, Style


_MARKS: Final[dict[Style, str]] = {
    "bold": "**",
    "italic": "*",
    "underline": "__",
    "strike": "~~",
    "spoiler": "||",
}
SHORTEST: Final = 8
"""Characters of a quote that are always tried."""

# As `escaped` leaves them: a list is a list again, but nothing else that a line begins with.
_LIST: Final = re.compile(r"(?m)^([ \t]*)(?:\\(-)|(\d+)\\([.)]))(?= )")


def quotation(quote: Quote, longest: float) -> str:
    """Return a quote, or as much of it as fits: every line after a bar, styled as it was written.

    Args:
        quote: The quote.
        longest: How long it may be, as `size` measures it.
    """
    if not markup_of(quote.post_id):
        return cut(as_quote(quote.text), longest)
    shown, most = _styled(quote, quote.text), min(len(quote.text), longest)
    # What is cut after it was laid out would leave a style open, and all that follows in it.
    while size(shown) > longest and most > SHORTEST:
        most *= 0.8
        shown = _styled(quote, cut(quote.text, most))
    return shown if size(shown) <= longest else in_quotation("…")


def _styled(quote: Quote, text: str) -> str:
    covered = [each for each in quote.covered if each.start < len(text)]
    shown = "".join(_shown(each) for each in styled(text, markup_of(quote.post_id), covered))
    return in_quotation(shown)


def _shown(node: Node, parent: Style | None = None) -> str:
    if isinstance(node, Styled):
        # Three stars in a row would be read otherwise.
        mark = "_" if node.style == "italic" and parent == "bold" else _MARKS[node.style]
        return f"{mark}{''.join(_shown(each, node.style) for each in node.inside)}{mark}"
    if isinstance(node, Code):
        return _code(node)
    if isinstance(node, Emoji):
        return escaped(f":{node.name}:")
    return _LIST.sub(r"\1\2\3\4", escaped(node.text))


def _code(code: Code) -> str:
    text = plain(code.text)
    if code.is_block:
        return f"```\n{text}\n```"
    if "`" not in text:
        return f"`{text}`"
    return f"``{text}``" if not (text.startswith("`") or text.endswith("`")) else escaped(text)
