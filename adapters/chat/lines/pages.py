"""Lines that one message does not hold, in pages; pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from adapters.chat.wording import Wording

    Size = Callable[[str], float]
    """How long a text is for a platform."""

LONGEST_PAGE: Final = 3_400
"""The size of a page, which leaves room in a message for what stands above and below."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some of many lines.

    Attributes:
        lines: They.
        number: Which page it is.
        of: How many pages there are.
    """

    lines: Sequence[str]
    number: int
    of: int


def page_of(parts: Iterable[Iterable[str]], number: int, size: Size) -> Page:
    """Return a page of lines; the last one where there are fewer by now.

    Args:
        parts: The lines, as shown: each part begins a page.
        number: Which page.
        size: How long a text is for the platform.
    """
    pages = [page for part in parts for page in _filled(part, size)] or [[]]
    number = min(max(1, number), len(pages))
    return Page(pages[number - 1], number, len(pages))


def headed(heading: str, page: Page, wording: Wording) -> str:
    """Return what stands above a page, with its number where there are several."""
    if page.of == 1:
        return heading
    return f"{heading} {wording.page.format(page=page.number, pages=page.of)}"


def status_page(lines: Sequence[str], number: int, size: Size, wording: Wording) -> Page:
    """Return a page of a status; its number stands above it where there are several."""
    page = page_of([lines], number, size)
    if page.of == 1:
        return page
    return Page([headed("/posts status:", page, wording), *page.lines], page.number, page.of)


def _filled(lines: Iterable[str], size: Size) -> Iterator[list[str]]:
    page: list[str] = []
    left = float(LONGEST_PAGE)
    for line in lines:
        for piece in _pieces(line, size):
            needed = size(f"{piece}\n")
            if page and needed > left:
                yield page
                page, left = [], float(LONGEST_PAGE)
            page.append(piece)
            left -= needed
    if page:
        yield page


def _pieces(line: str, size: Size) -> Iterator[str]:
    """Cut a line that no page holds, where it has a space, and behind no sign that escapes."""
    while size(f"{line}\n") > LONGEST_PAGE:
        end = LONGEST_PAGE - 1
        while size(f"{line[:end]}\n") > LONGEST_PAGE:
            end = end * 9 // 10
        end = line.rfind(" ", end // 2, end) + 1 or end
        end -= (end - len(line[:end].rstrip("\\"))) % 2
        yield line[:end].rstrip()
        line = line[end:]
    yield line
