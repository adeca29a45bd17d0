"""Tells a page that a site shows instead of the one that was asked for: a check, or a sign-in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.formats.pages.html_text import tree_text
from index.errors import PostFormatError

if TYPE_CHECKING:
    import lxml.html

_MOST_WORDS: Final = 120
"""Words; such a page has fewer."""
_CHECK: Final = re.compile(
    r"just a moment\b|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human"
    r"|enable javascript and cookies to continue|attention required! \| cloudflare"
    r"|ddos-guard|are you a robot\?|please complete the security check"
    r"|un instant(?:…|\.\.\.)|vérifi\w+ que vous êtes (?:un )?humain"
    r"|nur einen moment|bestätigen sie, dass sie ein mensch sind|un momento(?:…|\.\.\.)"
    r"|verific\w+ que (?:eres|es usted) (?:un )?humano",
    re.IGNORECASE,
)
_OF_CHECKS: Final = re.compile(
    r"challenge-platform|_cf_chl_opt|cf-chl-|challenges\.cloudflare\.com|captcha-delivery\.com"
    r"|px-captcha|_Incapsula_Resource|awswaf\.com|ddos-guard\.net|g-recaptcha|h-captcha"
)
"""What the page of a check holds for programs."""
_SIGN_IN: Final = re.compile(
    r"(?:please )?(?:sign|log) ?in\b.{0,60}|login\b.{0,40}|.{0,40}[-–|·] (?:sign|log) ?in"
    r"|(?:se connecter|connexion|identifiez-vous|connectez-vous)\b.{0,60}"
    r"|(?:anmelden|anmeldung|einloggen)\b.{0,60}"
    r"|(?:iniciar sesión|inicia sesión|acceder)\b.{0,60}",
    re.IGNORECASE,
)


def check_gate(tree: lxml.html.HtmlElement, html: str, file: str) -> None:
    """Refuse what a site shows before the page that was asked for.

    Args:
        tree: The page.
        html: The same as it was written.
        file: Its path or address as the person gave it.

    Raises:
        PostFormatError: It is a check whether a person is there, or a form to sign in.
    """
    is_check = _OF_CHECKS.search(html) is not None
    is_asking = any(each.get("type", "").lower() == "password" for each in tree.iter("input"))
    if not is_check and not is_asking and _CHECK.search(html) is None:
        return
    text = tree_text(tree)
    if len(text.split()) > _MOST_WORDS:
        return
    heads = [" ".join(each.text_content().split()) for each in tree.iter("title", "h1", "h2")]
    if any(map(_CHECK.match, heads)) and (is_check or _CHECK.search(text)):
        raise PostFormatError(file, "page_checks")
    if is_asking and any(map(_SIGN_IN.fullmatch, heads)):
        raise PostFormatError(file, "page_signs_in")
