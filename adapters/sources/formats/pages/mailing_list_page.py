"""Reads the page of an e-mail in the archive of a mailing list, as Mailman makes it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from adapters.sources.dates.worded import worded_date
from adapters.sources.formats.pages.html_text import tree_text

if TYPE_CHECKING:
    import lxml.html


@dataclass(frozen=True, slots=True)
class ListedMail:
    """What such a page says of its e-mail.

    Attributes:
        author: The name; "" on another page.
        date: When it was sent, as it is written.
        text: What it says, with what it quotes behind ">".
    """

    author: str = ""
    date: str = ""
    text: str = ""


def listed_mail(tree: lxml.html.HtmlElement) -> ListedMail:
    """Return the e-mail of a page: below its heading a name, an address and a date; else nothing.

    Its words are the one text whose lines are kept as they are.
    """
    heading = tree.find(".//h1")
    below = [] if heading is None else [*islice(heading.itersiblings("b", "a", "i"), 3)]
    texts = [*islice(tree.iter("pre"), 2)]
    if [each.tag for each in below] != ["b", "a", "i"] or len(texts) != 1:
        return ListedMail()
    name, address, date = below
    written = " ".join(date.text_content().split())
    is_mail = (address.get("href") or "").startswith("mailto:") and worded_date(written)
    author = " ".join(name.text_content().split())
    said = tree_text(texts[0]).strip()
    return ListedMail(author, written, said) if is_mail else ListedMail()
