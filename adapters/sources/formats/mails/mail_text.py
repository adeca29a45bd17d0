"""Tells what somebody wrote in an e-mail, without signatures and the words of others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import lxml.etree
import lxml.html

from adapters.sources.formats.mails.parts import words_of
from adapters.sources.formats.pages.article.pictures import descriptions_of
from adapters.sources.formats.pages.html_text import html_text
from index.text.parts.quoted import quoted_spans

if TYPE_CHECKING:
    from collections.abc import Sequence
    from email.message import Message

    from adapters.sources.file_defaults import Labels
    from adapters.sources.left_out_fields import LeftOut

_RUN: Final = re.compile(r"(?:^>[^\n]*(?:\n|\Z))+", re.MULTILINE)
_QUOTE_SIGN: Final = re.compile(r"^>+", re.MULTILINE)
_LESS_DEEP: Final = re.compile(r"^>>?(?!>)", re.MULTILINE)
_SIGNATURE: Final = re.compile(r"^-- $", re.MULTILINE)
_LIST: Final = re.compile(r"^(?:-- |_{40,})$", re.MULTILINE)
_SPEAKS_OF_LIST: Final = re.compile(
    r"mailing[ -]?list|google groups|unsubscribe|liste de diffusion|désabonner|désinscrire"
    r"|mailingliste|abbestellen|lista de (?:correo|distribución)|darse de baja",
    re.IGNORECASE,
)
_LONGEST_SIGNATURE: Final = 15
"""So many lines a signature has at most; what is longer is the text."""

# What mail programs put the answered mail and a signature into, or begin the former with.
_QUOTES: Final = frozenset({"gmail_quote", "gmail_attr", "moz-cite-prefix", "yahoo_quoted"})
_REPLY_BEGINS: Final = frozenset({"divRplyFwdMsg", "appendonsend"})
_SIGNATURES: Final = frozenset({"gmail_signature", "moz-signature"})
_SIGNED: Final = frozenset({"Signature", "AppleMailSignature"})
_DASHES: Final = re.compile(r"^--$", re.MULTILINE)
"""What begins a signature on a page, whose lines end with no blank."""


def text_of(parts: Sequence[Message], labels: Labels) -> str:
    """Return the words of an e-mail's parts, one after the other; files are counted.

    Args:
        parts: The e-mail's own parts.
        labels: Counts what is left out.
    """
    said = []
    for part in parts:
        kind = part.get_content_type()
        is_file = part.get_content_disposition() == "attachment" or part.get_filename()
        if is_file or kind not in {"text/plain", "text/html"}:
            labels.leave_out("attachments")
        elif kind == "text/plain":
            said.append(words_of(part))
        else:
            said.append(_page_text(words_of(part), labels))
    return "\n\n".join(filter(str.strip, said))


def own_text(text: str, labels: Labels) -> str:
    """Return a text without what it quotes, what a mailing list adds, and its signature."""
    own = _without_quotes(text, labels)
    own = _without_last(own, _LIST, _SPEAKS_OF_LIST, "list_notices", labels)
    return _without_last(own, _SIGNATURE, None, "signatures", labels).strip()


def _without_last(
    text: str, begins: re.Pattern[str], says: re.Pattern[str] | None, kind: LeftOut, labels: Labels
) -> str:
    """Return a text without what follows the last line of a kind, where that is short."""
    *_, last = [None, *begins.finditer(text)]
    below = text[last.end() :].strip() if last else ""
    if not last or below.count("\n") >= _LONGEST_SIGNATURE:
        return text
    if says and not says.search(below):
        return text
    labels.leave_out(kind, int(below != ""))
    return text[: last.start()]


def _without_quotes(text: str, labels: Labels) -> str:
    """Return a text without the lines of others that it answers, and who is said to have them."""
    text = _RUN.sub(_marked, text)
    quotes = quoted_spans(text)
    labels.leave_out("quotes", len(quotes))
    kept, at = [], 0
    for start, end in quotes:
        kept.append(text[at:start])
        at = max(at, end)
    return "".join([*kept, text[at:]])


def _marked(run: re.Match[str]) -> str:
    """Return lines behind ">" marked as quotes, which programs mark with no blank or several signs.

    Where all of them have three, they may be what somebody typed into Python.
    """
    lines = run.group()
    return _QUOTE_SIGN.sub("> ", lines) if _LESS_DEEP.search(lines) else lines


def _page_text(page: str, labels: Labels) -> str:
    """Return what a mail's page says, without its signature and the mail that it answers."""
    if not page.strip():
        return ""
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8")
        root = lxml.html.document_fromstring(page.encode(), parser=parser)
    except lxml.etree.LxmlError:
        return html_text(page)
    for kind, element in _apart(root):
        labels.leave_out(kind)
        element.clear(keep_tail=True)
    own = lxml.html.tostring(root, encoding="unicode")
    labels.leave_out("alt_texts", len(descriptions_of(own)))
    return _DASHES.sub("-- ", html_text(own))


def _apart(root: lxml.html.HtmlElement) -> list[tuple[LeftOut, lxml.html.HtmlElement]]:
    """Return the elements that hold the words of others or a signature, none within another."""
    found: list[tuple[LeftOut, lxml.html.HtmlElement]] = []
    walk = lxml.etree.iterwalk(root, events=("start",))
    for _, each in walk:
        if each.get("id") in _REPLY_BEGINS:
            return [*found, *(("quotes", other) for other in (each, *each.itersiblings()))]
        classes = frozenset((each.get("class") or "").split())
        if each.tag == "blockquote" or classes & _QUOTES:
            walk.skip_subtree()
            found.append(("quotes", each))
        elif classes & _SIGNATURES or each.get("id") in _SIGNED:
            walk.skip_subtree()
            found.append(("signatures", each))
    return found
