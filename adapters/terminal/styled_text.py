"""Shows in a terminal how the words of a post are styled; in a pipe they are plain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from adapters.markup.styled import Code, Emoji, Words, markup_of, styled
from bot.text import plain

if TYPE_CHECKING:
    from adapters.markup.styled import Node

LONGEST_LINE: Final = 4_000
"""Characters; what has a longer line is shown as it was written, since reading it takes long."""


def styled_text(text: str, post_id: str, style: str = "") -> Text:
    """Return a text with its marks read: bold and italics.

    Code and what is struck out keep their marks, since a pipe and many terminals show no style.

    Args:
        text: What somebody wrote, or a part of it.
        post_id: Of which post, which tells whose marks it has.
        style: How all of it is shown.
    """
    said = plain(text)
    shown = Text(style=style)
    if max(map(len, said.split("\n"))) > LONGEST_LINE:
        return shown.append(said)
    for node in styled(said, markup_of(post_id) or "file"):
        _append(shown, node, "")
    return shown


def _append(shown: Text, node: Node, style: str) -> None:
    match node:
        case Words(text):
            shown.append(text, style or None)
        case Code(text, is_block):
            mark, end = ("```", "\n") if is_block else ("`", "")
            shown.append(f"{mark}{end}{text}{end}{mark}", style or None)
        case Emoji(name):
            shown.append(f":{name}:", style or None)
        case _:
            mark = "~~" if node.style == "strike" else ""
            shown.append(mark)
            for each in node.inside:
                _append(shown, each, f"{style} {node.style}".strip())
            shown.append(mark)
