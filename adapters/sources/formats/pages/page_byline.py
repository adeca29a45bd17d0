"""Finds the line of an article that says who wrote it, where the page tells that no program."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final

from adapters.sources.bylines import PEOPLE, Byline, byline_in
from adapters.sources.dates.in_lines import date_in
from adapters.sources.formats.pages.article.passages_beside import squeezed
from adapters.sources.formats.pages.html_text import classes_of, tree_text
from adapters.sources.formats.pages.linked_data import blocks_in, makers_in
from adapters.sources.formats.pages.works import names_maker
from adapters.sources.tables.columns.dates import moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    import lxml.html

_TAGS: Final = ("p", "div", "span", "address", "small", "h2", "h3", "h4", "h5", "h6", "header")
_CALLED: Final = re.compile(r"byline|author|submitted|posted-by")
"""How a page calls what names its author, whatever the name looks like."""
_NAMED: Final = re.compile(
    r"(?:(?:post|article|entry|story|blog|p|meta)[-_]{1,2})?(?:byline|author|submitted|posted-by)"
    r"(?:[-_]{1,2}(?:name|author|link))?"
)
"""How a page calls the name of its author alone."""
_NO_LETTERS: Final = re.compile(r"[\W\d_]+")
_WORDS: Final = re.compile(r"[^\W\d_]+")
_BY: Final = re.compile(r"\b(?:by|par|von|por)\b(?!.*:$)", re.IGNORECASE)
"""Who wrote, and says so, may be quoted below."""
_NEAR: Final = 4
"""So many elements beside its heading a byline stands at most."""
_ENTRIES: Final = frozenset({"hentry", "h-entry"})
_BESIDE: Final = frozenset({"aside", "nav", "footer", "li", "blockquote", "figure"})
_OF_OTHERS: Final = re.compile(r"comment|repl(?:y|ies)|related|teaser|sidebar|recommend|quote")
"""How a page calls what stands beside its article."""
_LONGEST: Final = 200
_MOST: Final = 2_000
"""So many elements are looked at."""
_MOST_PARTS: Final = 8
_MOST_LINES: Final = 3
_PEOPLE: Final = re.compile(PEOPLE)
_MOST_ABOVE: Final = 20
"""So many lines from the top such a line may stand: below a picture and its caption."""
_A_DAY: Final = timedelta(days=1)
_FEW_LETTERS: Final = 20
_READING: Final = re.compile(
    r"(?:lesezeit|reading time|temps de lecture|tiempo de lectura)\s*:?\s*\d+\s*min\w*\.?"
    r"|\d+[ -]min\w*\.? (?:read|de lecture|lesezeit|de lectura)|\d+ (?:words|mots|wörter|palabras)"
    r"|(?:posted|published|written|publié|écrit|veröffentlicht|publicado|escrito) (?:by|on|par|le"
    r"|von|am|por|el)",
    re.IGNORECASE,
)
"""What may stand beside a date and tells nothing of what was written."""


def byline_of(tree: lxml.html.HtmlElement) -> Byline:
    """Return who wrote the article of a page, and when, as it shows that; else nothing.

    The line stands in the one `<article>` of the page, or else in its one `<main>`, or else in the
    one entry of a page that names neither (hAtom).
    """
    found = [*_bylines(tree)]
    if len({each.author for each in found}) != 1:
        return Byline()
    return Byline(found[0].author, next((each.date for each in found if each.date), ""))


def _bylines(tree: lxml.html.HtmlElement) -> Iterator[Byline]:
    for each in islice(_lines_of_article(tree, *_TAGS), _MOST):
        said = "" if len(each) > _MOST_PARTS else " ".join(each.text_content().split())
        if not said or len(said) > _LONGEST or _is_of_others(each):
            continue
        is_called = any(map(_CALLED.search, classes_of(each)))
        if is_called and next(each.iterdescendants("li", "div", "p"), None) is not None:
            said = " ".join(tree_text(each).split())  # what stands below a name is no part of it
        told = byline_in(said, is_named=is_called)
        if told is None and is_called and _PEOPLE.fullmatch(said):
            told = Byline(said)
        if told is not None and told.author:
            yield told


def _lines_of_article(tree: lxml.html.HtmlElement, *tags: str) -> Iterator[lxml.html.HtmlElement]:
    own = (each for each in tree.iter("article") if not _is_of_others(each))
    parts = [*islice(own, 2)] or [*islice(tree.iter("main"), 2)]
    parts = parts or [*islice((each for each in tree.iter("div") if _is_entry(each)), 2)]
    return parts[0].iter(*tags) if len(parts) == 1 else iter(())


def names_another(tree: lxml.html.HtmlElement, author: str) -> bool:
    """Return whether the article of a page shows another as who wrote it, or a part of it.

    What only names somebody, without "by" or a date, may be a title or a button: it counts where
    nobody is named who may be the author. A line that says "by" and nothing else, far from the
    heading, may name who wrote a book.

    Args:
        tree: The page.
        author: Who wrote it, as the page tells programs.
    """
    names_author, others = False, False
    makers = makers_in(blocks_in(tree))  # of what it is about
    near = {each for head in tree.iter("h1") for each in _right_below(head)}
    for each in islice(_lines_of_article(tree, *_TAGS, "a"), _MOST):
        said = "" if len(each) > _MOST_PARTS else " ".join(each.text_content().split())
        if not said or len(said) > _LONGEST or _is_of_others(each):
            continue
        is_called = "author" in (each.get("rel") or "").split() or any(
            map(_NAMED.fullmatch, classes_of(each))
        )
        told = byline_in(said) if each.tag != "a" else None
        if (said if told is None else told.author) in makers:
            continue
        if told is not None and told.author:
            is_own = _may_be_one(told.author, author)
            is_sure = is_called or ((told.date or each in near) and _BY.search(said))
            if is_sure and not is_own:
                return True
            names_author |= is_own
        elif is_called and _PEOPLE.fullmatch(said):
            names_author |= _may_be_one(said, author)
            others |= not _may_be_one(said, author)
    return others and not names_author


def _right_below(heading: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """Yield what stands between a heading and the words below it."""
    for each in islice(heading.itersiblings(), _NEAR):
        if len(each.text_content()) > _LONGEST:
            return
        yield from (each, *each.iter("*"))


def _may_be_one(name: str, author: str) -> bool:
    """Return whether names may be of one: some write it in part, with initials or in one word."""
    short, long = sorted((_NO_LETTERS.sub("", each.lower()) for each in (name, author)), key=len)
    if short in long:
        return True
    words, others = sorted((_WORDS.findall(each.lower()) for each in (name, author)), key=len)
    return all(any(a.startswith(b) or b.startswith(a) for b in others) for a in words)


def _is_entry(element: lxml.html.HtmlElement) -> bool:
    return not _ENTRIES.isdisjoint(classes_of(element))


def _is_of_others(element: lxml.html.HtmlElement) -> bool:
    around = (element, *element.iterancestors())
    return names_maker(element) or any(
        each.tag in _BESIDE or any(map(_OF_OTHERS.search, classes_of(each))) for each in around
    )


def without_byline(text: str, byline: Byline) -> str:
    """Return a text without its first line that is this byline; a date alone is none."""
    if not byline.author:
        return text
    lines = text.split("\n")
    for at in [at for at, line in enumerate(lines) if line.strip()][:_MOST_LINES]:
        told = byline_in(lines[at]) or Byline(lines[at].strip())
        if told.author == byline.author:
            return "\n".join([*lines[:at], *lines[at + 1 :]]).strip()
    return text


def without_heading(text: str, title: str, author: str, date: str) -> str:
    """Return a text without the lines above its words that only repeat what the page says of it.

    Args:
        text: What was read of the page.
        title: What it is called.
        author: Who wrote it; "" where that is not known.
        date: When it was published, in ISO 8601; "" likewise. A line with the same day and a few
            more words ("2 min read", a section) says nothing else.
    """
    lines = text.split("\n")
    named = squeezed(title)
    kept = [
        line
        for at, line in enumerate(lines)
        if at >= _MOST_ABOVE
        or not (squeezed(line) == named or _repeats(line, author, date))
        or not line
    ]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip() or text


def _repeats(line: str, author: str, date: str) -> bool:
    """Return whether a line has the day that is known already, and hardly anything else."""
    found = date_in(line) if date and len(line) <= _LONGEST else None
    day = moment(found[0], "day-first") if found else None
    if found is None or day is None or abs(day - datetime.fromisoformat(date)) > _A_DAY:
        return False
    rest = _READING.sub("", f"{line[: found.start()]} {line[found.end() :]}".replace(author, ""))
    return len("".join(filter(str.isalpha, rest))) <= _FEW_LETTERS and not line.endswith(".")
