"""Reads how a stored message is styled, as its own platform shows it; pure.

Only what shows words in another way is read: nothing that links, names, pings or leads anywhere.
Marks that have no partner in the same text stay the signs that they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.text.parts.sentences import Span


Markup = Literal["discord", "slack", "file", ""]
"""Whose marks a text has: `file` are those that people also use in what no platform shows.

"" is none: every sign of it is itself.
"""

Style = Literal["bold", "italic", "underline", "strike", "spoiler"]

DEEPEST: Final = 5
"""So many styles in one another are read; what is within is plain."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words without any style of their own."""

    text: str


@dataclass(frozen=True, slots=True)
class Styled:
    """What is shown in a style."""

    style: Style
    inside: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Code, in a line or in lines of its own."""

    text: str
    is_block: bool = False


@dataclass(frozen=True, slots=True)
class Emoji:
    """An emoji by its name."""

    name: str


Node = Words | Styled | Code | Emoji

_BLOCK: Final = r"```(?:[\w+#-]{0,20}\n)?(?P<block>.+?)```"
_DISCORD: Final = re.compile(
    r"\\(?P<escaped>[\\*_~`|>#-])"
    rf"|{_BLOCK}"
    r"|``(?P<code>[^\n]+?)``(?!`)|`(?P<code_>[^`\n]+)`"
    r"|\*\*(?=\S)(?P<bold>[^\n]+?)(?<=\S)\*\*(?!\*)"
    r"|__(?=\S)(?P<underline>[^\n]+?)(?<=\S)__(?!_)"
    r"|~~(?=\S)(?P<strike>[^\n]+?)(?<=\S)~~"
    r"|\*(?=[^\s*])(?P<italic>[^*\n]+?)(?<=\S)\*(?!\*)"
    r"|(?<!\w)_(?=[^\s_])(?P<italic_>[^_\n]+?)(?<=\S)_(?!\w)",
    re.DOTALL,
)
_SLACK: Final = re.compile(
    rf"{_BLOCK}"
    r"|`(?P<code>[^`\n]+)`"
    r"|(?<![\w*])\*(?=[^\s*])(?P<bold>[^*\n]+?)(?<=\S)\*(?![\w*])"
    r"|(?<![\w_])_(?=[^\s_])(?P<italic>[^_\n]+?)(?<=\S)_(?![\w_])"
    r"|(?<![\w~])~(?=[^\s~])(?P<strike>[^~\n]+?)(?<=\S)~(?![\w~])"
    r"|(?<![\w:]):(?P<emoji>[a-z0-9_+'-]{1,100}):(?![\w:])",
    re.DOTALL,
)
# Without single underscores, those around one word, stars within words and backslashes: a name, a
# sum or a path has such, too.
_FILE: Final = re.compile(
    rf"{_BLOCK}"
    r"|``(?P<code>[^\n]+?)``(?!`)|`(?P<code_>[^`\n]+)`"
    r"|(?<![\w*])\*\*(?=[^\s*])(?P<bold>[^\n]+?)(?<=[^\s*])\*\*(?![\w*])"
    r"|(?<![\w*])\*\*\*(?=[^\s*])(?P<bold_>[^*\n]+)(?<=\S)\*\*\*(?![\w*])"
    r"|(?<![\w_])__(?=[^\s_])(?P<bold__>[^_\s]+ [^_\n]*)(?<=\S)__(?![\w_])"
    r"|(?<![\w~])~~(?=[^\s~])(?P<strike>[^\n]+?)(?<=[^\s~])~~(?![\w~])"
    r"|(?<![\w*])\*(?=[^\s*])(?P<italic>[^*\n]+?)(?<=[^\s*])\*(?![\w*])",
    re.DOTALL,
)
_PATTERNS: Final = {"discord": _DISCORD, "slack": _SLACK, "file": _FILE}


def markup_of(post_id: str) -> Markup:
    """Return whose marks the text of a post has, by its id."""
    platform = post_id.partition(":")[0]
    return "discord" if platform == "discord" else "slack" if platform == "slack" else ""


def styled(text: str, markup: Markup, covered: Sequence[Span] = ()) -> tuple[Node, ...]:
    """Return a text as its parts.

    Costs at worst the square of the length of a line: it is to be as short as what is shown.

    Args:
        text: It.
        markup: Whose marks it has.
        covered: The stretches that are covered, with the bars around them.
    """
    found: list[Node] = []
    done = 0
    for start, end in covered:
        found += _nodes(text[done:start], markup)
        # An excerpt may begin or end in the midst of what is covered.
        inside = text[start:end].removeprefix("||").removesuffix("||")
        found.append(Styled("spoiler", tuple(_nodes(inside, markup))))
        done = end
    return (*found, *_nodes(text[done:], markup))


def plain_words(text: str, markup: Markup) -> str:
    """Return a text without the marks of its styles: what covers and links stays as it is."""
    return "".join(_said(each) for each in styled(text, markup))


def title_words(title: str, post_id: str) -> str:
    """Return what a post is called without the marks of its styles, be it cut within a block."""
    return plain_words(title, markup_of(post_id)).replace("```", "")


def _said(node: Node) -> str:
    if isinstance(node, Styled):
        return "".join(map(_said, node.inside))
    return f":{node.name}:" if isinstance(node, Emoji) else node.text


def _nodes(text: str, markup: Markup, depth: int = 0) -> Iterator[Node]:
    pattern = _PATTERNS.get(markup)
    done = 0
    for match in pattern.finditer(text) if pattern and depth < DEEPEST else ():
        if match.start() > done:
            yield Words(text[done : match.start()])
        yield _node(match, markup, depth)
        done = match.end()
    if done < len(text):
        yield Words(text[done:])


def _node(match: re.Match[str], markup: Markup, depth: int) -> Node:
    name, said = str(match.lastgroup), match[str(match.lastgroup)]
    match name.rstrip("_"):
        case "escaped":
            return Words(said)
        case "block":
            return Code(said.strip("\n"), is_block=True)
        case "code":
            return Code(said)
        case "emoji":
            return Emoji(said)
        case "bold" | "italic" | "underline" | "strike" as style:
            return Styled(style, tuple(_nodes(said, markup, depth + 1)))
    raise AssertionError(name)
