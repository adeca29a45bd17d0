"""Takes off a page that was copied from some site what the site puts around its text.

X, Facebook, Substack, blogs and newspapers: menus, cookie banners, buttons, counters, other
articles and footers. What is a site's shows in single lines (`page_furniture`) and in where they
stand: words that people write, too, are a site's only beside its other lines.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from adapters.sources.copied_pages.below import of_foot
from adapters.sources.copied_pages.cards import cards
from adapters.sources.copied_pages.holders import without_holders
from adapters.sources.copied_pages.insets import insets
from adapters.sources.copied_pages.line_kinds import is_section, kind_of_line
from adapters.sources.copied_pages.newspaper import way_to_article
from adapters.sources.copied_pages.statuses import talk
from adapters.sources.copied_pages.teasers import beyond_insets, dated_teasers, teasers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from adapters.sources.copied_pages.line_kinds import Kind

_SURE: Final[frozenset[Kind]] = frozenset({"never", "mark", "sure", "closing", "related"})
_SIGNS_OF_SITE: Final[frozenset[Kind]] = _SURE | {"link"}
_MENU_KINDS: Final[frozenset[Kind]] = frozenset({"navigation", "link"})
_FOOTER: Final[frozenset[Kind]] = frozenset({"navigation", "mark", "never", "sure", "link"})
_BELOW: Final[frozenset[Kind]] = frozenset({"closing", "related"})
_SIGNS: Final = 3
"""So many different lines of a site tell that its page was copied."""
_SURE_SIGNS: Final = 4
"""So many do where none of them is unmistakable."""
_PROSE: Final = 60
"""Characters; a line of so many is what the page is about, no title and no link."""
_LINK: Final = 40
"""Characters; the words of a link in a menu are fewer."""
_MENU: Final = 3
"""So many known links are a menu, and the unknown ones between them are its too."""
_BAR: Final = 3
"""So many lines of a button and of what it and others count are a site's."""
_GAP: Final = 5
"""Lines; known links that stand further from each other are of no menu."""
_MASTHEAD: Final = 5
"""Lines; the name of a site and what it says of itself are fewer."""
_LONG_MENU: Final = 6
"""So many known links near each other are a menu in which more unknown ones may stand."""
_SAY_SO: Final = (
    r"(?:comments?|replies|reply|responses?|kommentare?|antwort(?:en)?|commentaires?|réponses?"
    r"|comentarios?|respuestas?)"
)
_COMMENTED: Final = re.compile(
    rf"(?:\d[\d.,]{{0,8}}|no|keine?|aucune?|sin|ningún) {_SAY_SO}(?: ?[»›→↓])?"
    rf"|{_SAY_SO} ?[:(] ?\d[\d.,]{{0,8}}\)?",
    re.IGNORECASE,
)
"""What a page's button to its comments says: nobody else writes that on a line of its own."""
MOST_LINES: Final = 20_000
"""A text of more lines is no copied page; to look at each of them would take long."""
_PROMOTION: Final = 20
"""Lines; what a site offers between two paragraphs has fewer."""
_SKIP_PAST: Final = re.compile(r"skip past (?P<what>.{3,60})", re.IGNORECASE)
SPACE: Final = " \t\u00a0\u200e"
"""What may stand around the words of a line."""


def without_boilerplate(text: str, *, is_page: bool = False) -> tuple[str, int]:
    """Return a text without the lines of the site that it was copied from, and their number.

    Args:
        text: The text; one that was copied from nowhere stays as it is.
        is_page: It is known to be of a page, of which the menus and all that stands below were
            taken off already as far as they could be told.
    """
    lines, site = divided(text, is_page=is_page)
    return (joined(lines, site), len(site)) if site else (text, 0)


def joined(lines: Sequence[str], without: AbstractSet[int]) -> str:
    """Return the lines of a page but for some, with no more than one blank line in a row."""
    words = "\n".join(line for at, line in enumerate(lines) if at not in without)
    return re.sub(r"\n{3,}", "\n\n", words).strip()


def divided(
    text: str, *, is_page: bool = False, is_copied: bool = False
) -> tuple[list[str], set[int]]:
    """Return the lines of a text, and which of them are of the site that it was copied from.

    Args:
        text: The text; one that was copied from nowhere stays as it is.
        is_page: It is known to be of a page, without what stands around its words.
        is_copied: It is known to be copied, whatever is left of the site in it.
    """
    lines = text.split("\n")
    filled = [at for at, line in enumerate(lines) if line.strip(SPACE)]
    if len(filled) > MOST_LINES:
        return lines, set()
    bare = [lines[at].strip(SPACE) for at in filled]
    kinds = [kind_of_line(line) for line in bare]
    if is_page:
        kinds = ["text" if each == "ends" else each for each in kinds]
    elif not is_copied and not is_furnished(bare, kinds):
        return lines, set()
    written = _written(bare, kinds, is_page=is_page)
    site = {at for at, is_written in zip(filled, written, strict=True) if not is_written}
    if is_page:  # it tells nothing of the lines beside it
        site |= {at for at, line in zip(filled, bare, strict=True) if _COMMENTED.fullmatch(line)}
    return lines, site if len(site) < len(filled) else set()


def is_furnished(lines: Sequence[str], kinds: Sequence[Kind]) -> bool:
    """Return whether a text has so much of a site around it that it was surely copied from one.

    Args:
        lines: Its lines, without the space around them, and no empty ones.
        kinds: What each is, seen by itself.
    """
    kinds = without_holders(lines, kinds)
    if "never" in kinds:
        return True
    signs = {
        line.lower() for line, kind in zip(lines, kinds, strict=True) if kind in _SIGNS_OF_SITE
    }
    if "mark" in kinds and (len(signs) >= _SIGNS or talk(lines, kinds)):
        return True
    prose = _prose(lines, kinds)
    if not prose:
        return False
    has_menu = len(_links(kinds, range(prose[0]), _MENU_KINDS)) >= _MENU
    if has_menu or len(signs) >= _SURE_SIGNS or _is_framed(kinds):
        return True
    return bool(way_to_article(lines, kinds))


def _prose(lines: Sequence[str], kinds: Sequence[Kind]) -> list[int]:
    return [at for at, kind in enumerate(kinds) if kind == "text" and len(lines[at]) >= _PROSE]


def _is_framed(kinds: Sequence[Kind]) -> bool:
    """Return whether a text begins or ends with lines of a site: two, or a last one that tells."""
    if kinds[-1] in _BELOW:
        return True
    for run in _runs(kinds):
        inside = [kinds[at] for at in run]
        is_edge = run.start == 0 or run.stop == len(kinds)
        if is_edge and len(inside) > 1 and _SIGNS_OF_SITE.intersection(inside):
            return True
    return False


def _runs(kinds: Sequence[Kind]) -> Iterator[range]:
    """Yield where lines of a site stand together."""
    start = 0
    for at, kind in enumerate([*kinds, "text"]):
        if kind == "text":
            if start < at:
                yield range(start, at)
            start = at + 1


def _written(lines: Sequence[str], told: Sequence[Kind], *, is_page: bool) -> list[bool]:
    """Return of each line whether people wrote it."""
    end = told.index("ends") if "ends" in told else len(told)
    kinds = _known_by_place(lines[:end], told[:end], is_page=is_page)
    written = [kind == "text" for kind in kinds] + [False] * (len(lines) - end)
    for run in _runs(kinds):
        buttons = [kind for at in run if (kind := kinds[at]) != "count"]
        is_last = buttons == ["everyday"] and run.stop == end
        is_bar = len(buttons) == 1 and len(run) >= _BAR
        if not (_SURE.intersection(buttons) or len(buttons) > 1 or is_last or is_bar):
            for at in run:
                written[at] = True
    return written


def _known_by_place(lines: Sequence[str], told: Sequence[Kind], *, is_page: bool) -> list[Kind]:
    """Return what each line is, seen beside the others."""
    kinds, end = list(told), len(told)
    way = way_to_article(lines, kinds)
    others = [*cards(lines, kinds), *dated_teasers(lines, kinds)]
    for at in [*others, *_promotion(lines), *way, *insets(lines, kinds)]:
        kinds[at] = "sure"
    prose = _prose(lines, kinds) or [end]
    last = beyond_insets(lines, kinds, prose[-1])
    for at in [at for at, kind in enumerate(kinds) if kind == "heading"]:
        kinds[at] = "related" if at > last else "text"
    for at in range(prose[0]):
        beside = range(max(0, at - 1), min(at + 2, end))
        if kinds[at] == "related" and any(_is_of_menu(lines[by], kinds[by]) for by in beside):
            kinds[at] = "navigation"
    menu = _menu(lines, kinds[: prose[0]])
    of_site = [
        *_heads_of_links(lines, kinds),
        *teasers(lines, kinds),
        *_masthead(lines, kinds, menu),
        *menu,
        *_unknown_links(lines, menu),
        *_unknown_links(lines, _links(kinds, range(last + 1, end), _FOOTER)),
    ]
    if not is_page:
        of_site += of_foot(lines, kinds, last)
    for at in of_site:
        kinds[at] = "sure"
    return kinds


def _promotion(lines: Sequence[str]) -> Iterator[int]:
    """Yield what stands between a link to skip what a site offers and the end of that."""
    for at, line in enumerate(lines):
        skipped = _SKIP_PAST.fullmatch(line)
        near = lines[at + 1 : at + 1 + _PROMOTION]
        if skipped and (ends := f"after {skipped['what']}".lower()) in map(str.lower, near):
            yield from range(at, at + 2 + [each.lower() for each in near].index(ends))


def _heads_of_links(lines: Sequence[str], kinds: Sequence[Kind]) -> Iterator[int]:
    """Yield what stands with a colon above lines that nobody writes: "Share this:"."""
    for at, (above, below) in enumerate(pairwise(kinds)):
        is_head = lines[at].endswith(":") and len(lines[at]) <= _LINK
        if is_head and above == "text" and below == "never":
            yield at


def _masthead(lines: Sequence[str], kinds: Sequence[Kind], menu: Sequence[int]) -> Iterator[int]:
    """Yield what stands above a menu: the name of the site, and what it says of itself."""
    above = range(menu[0] if menu else 0)
    is_sure = _gap(menu) > _GAP or not _SURE.isdisjoint(kinds[: len(above)])
    if len(above) < _MASTHEAD and is_sure and all(_is_link(lines[at]) for at in above):
        yield from above


def _links(kinds: Sequence[Kind], within: range, known: AbstractSet[Kind]) -> list[int]:
    """Return where known links of a menu or footer stand, near each other."""
    places = [at for at in within if kinds[at] in known]
    near = [at for above, at in pairwise(places) if at - above <= _GAP]
    return places if len(near) >= _MENU - 1 else []


def _menu(lines: Sequence[str], kinds: Sequence[Kind]) -> list[int]:
    """Return where the known links of a copied page's menu stand, those to sections among them."""
    menu = [at for at, kind in enumerate(kinds) if _is_of_menu(lines[at], kind)]
    if not _MENU_KINDS.intersection(kinds):
        return []
    return menu if sum(at - above <= _GAP for above, at in pairwise(menu)) >= _MENU - 1 else []


def _is_of_menu(line: str, kind: Kind) -> bool:
    return kind in _MENU_KINDS or is_section(line)


def _gap(links: Sequence[int]) -> int:
    near = sum(at - above <= _GAP for above, at in pairwise(links))
    return 2 * _GAP if near >= _LONG_MENU else _GAP


def _unknown_links(lines: Sequence[str], links: Sequence[int]) -> Iterator[int]:
    """Yield the other links of a menu: short lines between known ones."""
    gap = _gap(links)
    for above, below in pairwise(links):
        between = range(above + 1, below)
        if len(between) < gap and all(_is_link(lines[at]) for at in between):
            yield from between


def _is_link(line: str) -> bool:
    return len(line) <= _LINK and not line.endswith((".", "!", "?", ":", "…"))
