"""Reads a page that was copied whole from some site as one post, without the site around it.

X, Facebook, Substack, blogs and newspapers: cookie banners, buttons, counters and footers, in
English and French.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.sources.rows import to_post

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.file_defaults import Labels
    from index.errors import PostFormatError
    from index.posts import Post

# Each is a whole line that nobody writes as such; one of these must be among them.
_UNMISTAKABLE: Final = re.compile(
    r"(?:skip to|aller au|passer au|accéder au) (?:main |home|content|contenu|navigation).{0,40}"
    r"|(?:accept|reject|allow|manage|tout accepter|accepter|refuser|gérer|paramétrer)\b.{0,20}"
    r"\bcookies\b.{0,20}"
    r"|(?:we|we and our .{1,40}|this (?:web)?site|nous|ce site|notre site|nos partenaires et nous)"
    r"\b.{0,40}\b(?:uses?|utilis\w+)\b.{0,40}\bcookies\b.{0,300}"
    r"|(?:copyright )?© ?20\d\d.{0,80}|.{1,40} © ?20\d\d.{0,40}"
    r"|by (?:signing up|subscribing|continuing), (?:I|you) agree .{0,200}"
    r"|en (?:continuant|vous (?:abonnant|inscrivant)), vous acceptez .{0,200}"
    r"|don['’]t miss what['’]s happening|people on (?:x|twitter) are the first to know\.?"
    r"|to view keyboard shortcuts, press question mark|view keyboard shortcuts",
    re.IGNORECASE,
)
_SURE: Final = re.compile(
    r"(?:sign in|log in|sign up|log out|create (?:an )?account|join now|register)"
    r"(?:\s*/\s*(?:sign up|register))?|already (?:have an account|a subscriber)\?.{0,20}"
    r"|(?:se connecter|connexion|s['’]identifier|s['’]inscrire|inscription|créer un compte"
    r"|mot de passe oublié ?\?|forgot(?:ten)? password\?)"
    r"|(?:terms(?: of (?:service|use))?|privacy(?: policy)?|cookies?(?: policy)?|ads info"
    r"|accessibility|imprint|legal notice|collection notice|contact us|about us"
    r"|do not sell my personal information)(?:\s*[|·∙]\s*.{0,80})?"
    r"|(?:conditions (?:générales|d['’]utilisation)(?: d['’]utilisation)?|mentions légales"
    r"|politique de confidentialité|confidentialité|gestion des cookies|accessibilité"
    r"|nous contacter)(?:\s*[|·∙]\s*.{0,80})?"
    r"|subscribe(?: now)?|s['’]abonner|type your email…|share this post|partager cet article"
    r"|discover more from .{1,60}|start your substack|get the app|new to (?:x|twitter)\?"
    r"|sign up now to get your own personalized timeline!|post your reply|see new posts"
    r"|toutes les réactions :|all reactions:|write a (?:public )?comment…"
    r"|écrivez un commentaire(?: public)?…|voir plus de commentaires|view more comments"
    r"|advertisement|publicité|leave a comment|laisser un commentaire|restack",
    re.IGNORECASE,
)
_EVERYDAY: Final = re.compile(
    r"home|explore|notifications|messages|bookmarks|lists|profile|premium|grok|communities|jobs"
    r"|more|menu|search|share|like|reply|comment|repost|retweet|quote|copy link|copy|email"
    r"|facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|follow|following|views?|post"
    r"|conversation|save|print|listen|close|next|previous|read more|show more|translate post"
    r"|accueil|explorer|rechercher|recherche|partager|j['’]aime|répondre|commenter|suivre"
    r"|copier le lien|enregistrer|imprimer|fermer|suivant|précédent|lire la suite|voir plus"
    r"|[\d.,]+ ?[kKM]?(?: (?:comments?|commentaires?|likes?|shares?|partages?|views?|vues"
    r"|reposts?|quotes?|bookmarks?|subscribers?|abonnés|réactions?|reactions?))?"
    r"|\d+ (?:min|minutes?)(?: read| de lecture)|[·|∙•]",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(
    r"relevant people|trends for you|what['’]s happening|trending now|live on x|ready for more\?"
    r"|tendances pour vous|discussion about this (?:post|video|podcast)",
    re.IGNORECASE,
)
_LONGEST: Final = 400
_SIGNS: Final = 3
"""So many different lines of a site tell that its page was copied."""


def is_copied_page(lines: Sequence[str]) -> bool:
    """Return whether a text is a page with the site around it.

    Args:
        lines: Its first lines, without the space around them.
    """
    sure = {line.lower() for line in lines if _is(_UNMISTAKABLE, line)}
    return bool(sure) and len(sure | {each.lower() for each in lines if _is(_SURE, each)}) >= _SIGNS


def copied_page_posts(text: str, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the page as one post; the lines of the site are left out and counted."""
    lines = text.split("\n")
    stripped = [line.strip(" \t\u00a0\u200e") for line in lines]
    end = next((at for at, line in enumerate(stripped) if _is(_ENDS, line)), len(lines))
    kept = [line for line, bare in zip(lines[:end], stripped, strict=False) if not _is_site(bare)]
    labels.leave_out("page_furniture", _filled(lines) - _filled(kept))
    words = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
    yield to_post({"id": labels.name, "text": words}, labels, None)


def _is_site(line: str) -> bool:
    return any(_is(each, line) for each in (_UNMISTAKABLE, _SURE, _EVERYDAY))


def _is(kind: re.Pattern[str], line: str) -> bool:
    return 0 < len(line) <= _LONGEST and kind.fullmatch(line) is not None


def _filled(lines: Sequence[str]) -> int:
    return sum(bool(line.strip()) for line in lines)
