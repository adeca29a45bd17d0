"""Takes off a LinkedIn page that was copied whole what the site puts around its post.

Signed in or not, in four languages: the navigation, the footer, others' posts below.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from adapters.sources.copied_pages.group_badges import is_badge
from adapters.sources.linkedin import words
from adapters.sources.linkedin.adverts import is_advert
from adapters.sources.linkedin.boilerplate import classify

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.linkedin.boilerplate import Kind

_SKIP: Final = re.compile(words.SKIP, re.IGNORECASE)
_FOOT: Final = re.compile(r"LinkedIn (?:Corporation )?© ?20\d\d", re.IGNORECASE)
_SITE: Final = frozenset(
    "home accueil jobs emplois messaging messagerie notifications people personnes games jeux"
    " sign~in join~now s'identifier s'inscrire inscrivez-vous~maintenant my~network mon~réseau"
    " réseau for~business pour~les~entreprises linkedin~learning top~content"
    " offres~d'emploi startseite ihr~netzwerk nachrichten mitteilungen sie einloggen spiele"
    " mitglied~werden jetzt~anmelden für~unternehmen personen inicio mi~red empleos mensajes"
    " notificaciones yo personas juegos inicia~sesión iniciar~sesión únete~ahora"
    " para~negocios".split()
)
_OWN: Final = frozenset(
    "messaging messagerie my~network mon~réseau réseau ihr~netzwerk mi~red personnes personen"
    " personas people offres~d'emploi".split()
)
"""Lines of a menu that few other sites have; the others stand on many."""
_FOOTER: Final = frozenset(
    "about à~propos accessibility accessibilité help~center assistance~clientèle"
    " user~agreement conditions~d'utilisation privacy~policy politique~de~confidentialité"
    " privacy~&~terms confidentialité~et~conditions~générales cookie~policy"
    " politique~relative~aux~cookies copyright~policy politique~de~copyright brand~policy"
    " politique~de~la~marque guest~controls contrôles~des~invités community~guidelines"
    " directives~de~la~communauté ad~choices préférences~pubs advertising publicité"
    " business~services solutions~professionnelles talent~solutions language langue"
    " get~the~linkedin~app télécharger~l'application~linkedin"
    " info barrierefreiheit hilfebereich hilfe-center nutzervereinbarung datenschutzrichtlinie"
    " cookie-richtlinie copyright-richtlinie markenrichtlinie community-richtlinien"
    " anzeigenauswahl werbung sprache acerca~de accesibilidad centro~de~ayuda"
    " condiciones~de~uso política~de~privacidad política~de~cookies política~de~copyright"
    " política~de~marca directrices~comunitarias preferencias~de~anuncios publicidad"
    " idioma".split()
)
_HEADING: Final = re.compile(words.POST_OF, re.IGNORECASE)
_FEED_POST: Final = re.compile(words.FEED_POST, re.IGNORECASE)
_END: Final = re.compile(rf"{words.BELOW_POST}|{_FOOT.pattern}", re.IGNORECASE)
_AROUND: Final = re.compile(words.AROUND, re.IGNORECASE)
_FACEBOOK: Final = re.compile(
    r"(?:all reactions|toutes les réactions|alle reaktionen|todas las reacciones)\s?:?",
    re.IGNORECASE,
)
"""So Facebook says in its dialog, and this page does not."""
_SHARING: Final = frozenset(
    {"copy", "copier", "kopieren", "copiar", "linkedin", "facebook", "twitter", "x"}
)
_REACTIONS: Final = re.compile(words.REACTION_ICONS, re.IGNORECASE)
_COUNT: Final = re.compile(r"[\d.,\s]+[kKM]?")
_SIGNS: Final = 3
"""A page was copied whole where so many lines of the site stand in it."""
_HEADER_WITHIN: Final = 120
_NEAR: Final = 6


class FeedPost(NamedTuple):
    """A post of a feed, as a page of its own.

    Attributes:
        page: Its lines.
        around: How many lines of the site it lost.
        is_advert: Whether somebody paid for it.
    """

    page: str
    around: int
    is_advert: bool = False


def without_site(text: str) -> tuple[str, int]:
    """Return a page without the site around its post, and how many lines that were.

    A text of which only a part was copied stays as it is.
    """
    lines = text.split("\n")
    if not is_whole(lines):
        return text, 0
    begin = _begin(lines)
    end = _next_post(lines, begin, _end(lines, begin))
    kept = list(_between(lines[begin:end]))
    return "\n".join(kept), _filled(lines) - _filled(kept)


def posts_of_feed(text: str) -> list[FeedPost]:
    """Return each post of a feed as a page of its own.

    A feed numbers its posts, for those who hear it; a text with fewer than two of them is none.
    """
    lines = text.split("\n")
    heads = [at for at, line in enumerate(lines) if _FEED_POST.fullmatch(line.strip())]
    if len(heads) < 2:  # noqa: PLR2004 -- one alone may be shown with its comments
        return []
    found = []
    for head, end in pairwise([*heads, len(lines)]):
        start = 0 if head == heads[0] else head
        own = lines[head + 1 : end]
        kept = [*_between(own[_begin_in_feed(own) : _next_post(own, 0, _end(own, 0))])]
        around = _filled(lines[start:end]) - _filled(kept)
        found.append(FeedPost("\n".join(kept), around, is_advert(own)))
    return found


def _begin_in_feed(lines: Sequence[str]) -> int:
    """Return where the name above the first mark begins: above it may stand who likes the post."""
    stripped = [line.strip() for line in lines[:_HEADER_WITHIN]]
    kinds = (classify(line).kind for line in stripped)
    mark = next((at for at, kind in enumerate(kinds) if kind == "mark"), 0)
    return _name_above(stripped, mark) if any(stripped[:mark]) else 0


def _filled(lines: Sequence[str]) -> int:
    return sum(map(bool, map(str.strip, lines)))


def is_whole(lines: Sequence[str]) -> bool:
    """Return whether the site around a post was copied, too."""
    plain = [_plain(line) for line in lines]
    signs = sum(line in _SITE or line in _FOOTER for line in plain)
    is_sure = any(_SKIP.fullmatch(line.strip()) or _FOOT.match(line.strip()) for line in lines)
    is_own = any(each in _OWN or "linkedin" in each for each in plain)
    return (is_sure and is_own and signs >= _SIGNS) or _has_named_heading(lines)


def _has_named_heading(lines: Sequence[str]) -> bool:
    """Return whether a page begins with a heading that names whose post follows, as here.

    Facebook has such a heading, too, and so have people's own notes: this page goes on with what
    only it says, or with what somebody is between a name and an age.
    """
    first = [line.strip() for line in lines[:_HEADER_WITHIN] if line.strip()]
    if any(map(_FACEBOOK.fullmatch, first)):
        return False
    for at, line in enumerate(first[: _NEAR * 2]):
        found = _HEADING.fullmatch(line)
        name = found and next(filter(None, found.groups()), "")
        if name and name in first[at + 1 : at + _NEAR]:
            below = first[at + 1 : at + 1 + _NEAR * 2]
            kinds = [classify(each).kind for each in below]
            if "mark" in kinds or any(map(_AROUND.fullmatch, below)):
                return True
            return _has_headline(below, kinds) and any(
                classify(each).kind in {"bar", "reply"} for each in first[at:]
            )
    return False


def _has_headline(lines: Sequence[str], kinds: Sequence[Kind]) -> bool:
    """Return whether what somebody is stands right above the first age, and a name above that."""
    age = next((at for at, kind in enumerate(kinds) if kind == "age"), 0)
    above = [at for at in range(age) if kinds[at] == "text"]
    if len(above) < 2 or above[-1] != age - 1:  # noqa: PLR2004 -- a name and a headline
        return False
    headline = lines[above[-1]]
    return headline[-1] not in ".!?:·" and not is_badge(headline)


def _begin(lines: Sequence[str]) -> int:
    """Return where the post's header begins: below its heading, or with the name above a mark."""
    stripped = [line.strip() for line in lines[:_HEADER_WITHIN]]
    for at, line in enumerate(stripped):
        if _HEADING.fullmatch(line):
            return at + 1
    kinds = (classify(line).kind for line in stripped)
    mark = next((at for at, kind in enumerate(kinds) if kind == "mark"), None)
    above = stripped[: _end(stripped, 0) if mark is None else mark]
    site = [at for at, line in enumerate(above) if _plain(line) in _SITE or _SKIP.fullmatch(line)]
    if not site:
        return 0
    return site[-1] + 1 if mark is None else _name_above(stripped, mark)


def _name_above(lines: Sequence[str], mark: int) -> int:
    """Return where the name above a mark begins, which a page may say twice."""
    above = [at for at in range(mark) if lines[at]]
    begin = above[-1]
    while len(above) > 1 and lines[above[-2]] == lines[above[-1]]:
        above.pop()
        begin = above[-1]
    return begin


def _end(lines: Sequence[str], begin: int) -> int:
    are_footers = [_plain(line) in _FOOTER for line in lines]
    for at in range(begin, len(lines)):
        if _END.fullmatch(lines[at].strip()):
            return _above_footer(lines, at, begin)
        if are_footers[at] and sum(are_footers[at : at + _NEAR]) >= _SIGNS:
            return at
    return len(lines)


def _above_footer(lines: Sequence[str], end: int, begin: int) -> int:
    """Return where the lines of a footer begin that stand right above its last."""
    while end > begin and (not lines[end - 1].strip() or _plain(lines[end - 1]) in _FOOTER):
        end -= 1
    return end


def _next_post(lines: Sequence[str], begin: int, end: int) -> int:
    """Return where another post begins below the comments, whatever its heading is called.

    A comment ends with "Reply", a post with "Comment": below the post's own, a page has such a
    button only below another post's words, which stand under a header of their own.
    """
    kinds = [classify(line).kind for line in lines[:end]]
    own = next((at for at in range(begin, end) if kinds[at] == "bar"), end)
    header, above = None, own
    for at in range(own, end):
        if kinds[at] == "reply" or (kinds[at] == "bar" and header is None):
            header, above = None, at
        elif kinds[at] in {"mark", "age"} and header is None:
            header = at
        elif kinds[at] == "bar" and header is not None:
            return _card(kinds, header, above)
    return end


def _card(kinds: Sequence[Kind], header: int, above: int) -> int:
    """Return where the name above a header begins, and a heading of the site above that."""
    used = [at for at in range(above + 1, header) if kinds[at] == "text"]
    return used[0] if used else header


def _between(lines: Sequence[str]) -> Iterator[str]:
    stripped = [line.strip() for line in lines]
    for at, line in enumerate(stripped):
        if _AROUND.fullmatch(line) or _is_sharing(stripped, at) or _are_reactions(stripped, at):
            continue
        half = line[: len(line) // 2]
        yield half if " " in half and line == half * 2 else lines[at]


def _is_sharing(lines: Sequence[str], at: int) -> bool:
    beside = lines[max(0, at - 1) : at + 2]
    return lines[at].lower() in _SHARING and sum(line.lower() in _SHARING for line in beside) > 1


def _are_reactions(lines: Sequence[str], at: int) -> bool:
    """Return whether a line is the names of icons, of which the number follows."""
    after = at
    while after < len(lines) and _REACTIONS.fullmatch(lines[after]):
        after += 1
    return at < after < len(lines) and _COUNT.fullmatch(lines[after]) is not None


def _plain(line: str) -> str:
    return line.strip().lower().replace("’", "'").replace(" ", "~")
