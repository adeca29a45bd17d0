"""Tells, line by line, what the site of a copied page says from what people wrote.

In English, French, German and Spanish. A phrase stands here without signs around it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from adapters.sources.copied_pages.appeals import is_appeal
from adapters.sources.copied_pages.menu_phrases import LINKS, NAVIGATION, SECTIONS
from adapters.sources.copied_pages.phrases import (
    CLOSING,
    ENDS,
    EVERYDAY,
    LANGUAGE_OF_BUTTONS,
    NEVER_WRITTEN,
    RELATED,
    RELATED_AT_END,
    SITES,
    SURE,
)
from adapters.sources.dates.in_lines import AGE

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal[
    "never",
    "mark",
    "sure",
    "link",
    "closing",
    "related",
    "heading",
    "everyday",
    "navigation",
    "count",
    "appeal",
    "ends",
    "text",
]
"""What a line is: `never` is what nobody writes, `mark` what hardly anybody does.

`link` is one that every site has, `closing` stands below an article, and `related` above others'
titles, as `heading` does where no more of the article follows; `everyday` and `navigation` are
words that people write, too, `count` is a number, `appeal` a sentence that asks to subscribe, to
sign in or the like, and `ends` begins what is no longer of the page.
`text` is none of these.
"""

# What stands in several lists is what the last of them says.
_KINDS: Final[tuple[tuple[frozenset[str], Kind], ...]] = (
    (EVERYDAY, "everyday"),
    (NAVIGATION, "navigation"),
    (RELATED_AT_END, "heading"),
    (RELATED, "related"),
    (CLOSING, "closing"),
    (LINKS, "link"),
    (SURE, "sure"),
    (ENDS, "ends"),
    (NEVER_WRITTEN, "never"),
)
_PHRASES: Final[Mapping[str, Kind]] = {
    phrase: kind for phrases, kind in _KINDS for phrase in phrases
}
_PEOPLES: Final = frozenset({"everyday", "navigation", "link"})
"""With a full stop, such a line is somebody's."""
LONGEST: Final = 400
"""Characters; no line of a site is longer."""

_SITE: Final = rf"(?:{'|'.join(SITES)})"
_COOKIES: Final = (
    r"(?:we|we and our .{1,40}|this (?:web)?site|our (?:web)?site|nous|ce site|notre site"
    r"|nos partenaires et nous|wir|diese (?:web)?seite|diese website|unsere website|este sitio"
    r"(?: web)?|esta web|nuestro sitio(?: web)?|utilizamos|usamos)"
    r"\b.{0,60}\bcookies\b.{0,300}"
)
_MARK: Final = re.compile(
    r"(?:skip to|aller au|passer au|accéder au|zum|saltar al|ir al)"
    r" (?:main |home|content|contenu|navigation|inhalt|hauptinhalt|contenido).{0,40}"
    r"|(?:accept|reject|allow|manage|decline|tout accepter|accepter|refuser|gérer|paramétrer"
    r"|aceptar|rechazar|configurar)\b.{0,20}\bcookies\b.{0,20}"
    r"|(?:alle )?cookies (?:akzeptieren|ablehnen|zulassen|verwalten)"
    rf"|(?=.*\b(?:use|uses|utilise|utilisons|utilisent|verwendet|verwenden|nutzt|nutzen|utiliza"
    rf"|utilizamos|usa|usamos)\b){_COOKIES}"
    r"|(?:copyright )?(?:©|\(c\)) ?(?:19|20)\d\d.{0,80}|.{1,40} © ?(?:19|20)\d\d.{0,40}"
    r"|by (?:signing up|subscribing|continuing), (?:I|you) agree .{0,200}"
    r"|en (?:continuant|vous (?:abonnant|inscrivant)), vous acceptez .{0,200}"
    r"|mit (?:der anmeldung|dem abonnieren) .{0,40}stimm\w+ .{0,200}"
    r"|al (?:suscribirte|registrarte|continuar), aceptas .{0,200}"
    r"|don['’]t miss what['’]s happening|people on (?:x|twitter) are the first to know\.?"
    r"|(?:to view keyboard shortcuts, press question mark|view keyboard shortcuts)"
    r"|powered by \w+(?: (?:&|and) \w+)?|propulsé (?:fièrement )?par \w+",
    re.IGNORECASE,
)
_NEVER: Final = re.compile(
    rf"(?:click to|cliquez? pour|klick(?:en)?,? um|haz clic para|hacer clic para) .{{0,60}}"
    rf"(?:{_SITE}|friend|ami|freund\w*|amigo|print|imprimer|drucken|imprimir).{{0,60}}"
    r"|(?:thanks for reading\b.{0,80}[.!] )?subscribe (?:now )?(?:for free )?"
    r"to receive new posts\b.{0,80}"
    r"|.{1,80} is a reader-supported publication\b.{0,160}"
    r"|this post is public so feel free to share it"
    r"|.{1,60} is part of the decentralized social network powered by mastodon"
    r"|.{1,60} (?:is one of the many independent|ist einer von vielen unabhängigen|est l['’]un des"
    r" nombreux serveurs|es uno de los muchos servidores)\b.{0,40}\bmastodon\b.{0,120}"
    r"|mastodon (?:is|ist|est|es) (?:the best|der beste|le meilleur|la mejor) .{0,80}"
    r"|(?=.*\bf[eé]div\w+)(?=.*\bc(?:h?ronolog|ronológ)\w+).{0,200}"
    r"|.{0,60}(?:powered by|con la tecnología de|fourni par|bereitgestellt von) blogger"
    r"|(?:posted by|publicado por|publié par|eingestellt von|gepostet von) .{1,40}"
    r" (?:at|en|à|um) \d{1,2}[:.h]\d\d.{0,8}"
    r"|(?:subscribe to|suscribirse a|inscription à|abonnieren) ?: .{1,60}\(atom\)"
    r"|press enter or click to view image in full size"
    r"|il vous reste \d+(?:[.,]\d+)? ?% de cet article à lire\b.{0,80}"
    r"|si tienes cuenta en .{1,30}, puedes utilizarla para identificarte"
    r"|(?:merci (?:de lire|d['’]avoir lu)\b.{0,80}[.!] )?abonnez-vous (?:gratuitement )?"
    r"pour recevoir (?:de nouveaux|les nouveaux|mes) (?:posts|articles)\b.{0,80}"
    r"|(?:danke fürs lesen\b.{0,80}[.!] )?(?:abonnieren sie|abonniere) (?:kostenlos,? )?um neue"
    r" (?:posts|beiträge) zu erhalten\b.{0,80}"
    r"|(?:¡?gracias por leer\b.{0,80}[.!] )?suscríbete (?:gratis )?para recibir nuev[oa]s"
    r" (?:posts|publicaciones|entradas)\b.{0,80}"
    r"|.{0,60}\((?:opens in new window|ouvre dans une nouvelle fenêtre"
    r"|wird in neuem fenster geöffnet|se abre en una ventana nueva)\)"
    rf"|(?:{_SITE}\s*){{3,}}",
    re.IGNORECASE,
)
_GLUED: Final = (
    r"(?:(?:share|tweet|pin|email|print|save|like|partager|tweeter|épingler|teilen|twittern|merken"
    r"|compartir|tuitear|pinear)\s*){2,}"
)
_ONE_WORD: Final = re.compile(rf"{_GLUED}|(?:{_SITE}){{3,}}")
_SURE: Final = re.compile(
    r"this article is more than .{1,12} (?:years?|months?) old|share full article|leer en español"
    r"|(?:original sound|son original|originalton|sonido original) [-–] .{1,60}"
    r"|read in english|\d+ repl(?:y|ies) by .{1,40}|(?:skip )?advertisement"
    r"|(?:the )?(?:story|article) continues (?:below|after)"
    r"(?: (?:the |this )?(?:advertisement|ad|promotion))?"
    r"|la suite après (?:la|cette) publicité|(?:nach der anzeige weiterlesen|artikel wird nach der"
    r" anzeige fortgesetzt)|(?:el artículo|la noticia) continúa (?:después de|tras) la publicidad"
    r"|read [\d,]+ comments?|see more on: .{1,80}"
    r"|(?=.{10,300}$).*\bcredit\.{3}.{1,80}|\d\d?:\d\d ?/ ?\d\d?:\d\d|artikel zum hören.{0,20}"
    r"|voir les contributions|services le monde|aus dem spiegel \d.{0,12}|type your email.{0,3}"
    r"|recibe cada (?:día|mañana|semana) .{3,40}"
    r"|get .{1,40} stories in your inbox|"
    r"\d+[- ](?:min|minutes?|minuten|minutos)[. ]*(?:read|listen|de lecture|lesezeit|de lectura)|"
    r"[\d.,]+ ?[km]? (?:views|vues|aufrufe|visualizaciones)\s+.{4,20}|"
    r"vorlesen .{1,40}|(?:\d+ )?kommentare lesen.{0,8}"
    r"|(?:mastodon|[\w.-]+\.\w+)\s?: (?:about|über|à propos|acerca de)\b.{1,100}"
    r"|(?:not available on|nicht verfügbar auf|non disponible sur|no disponible en) [\w.-]+\.\w+"
    r"|.{0,20}(?:video|inhalte?) (?:jetzt|immer) laden"
    r"|ich bin damit einverstanden, dass mir externe inhalte\b.{0,240}"
    r"|keine news verpassen\b.{0,120}|"
    r"(?:subscribe|sign in|sign up|log in|s['’]abonner|se connecter|abonnieren|anmelden"
    r"|suscríbete|inicia sesión){2,}|.{1,40} [-–] back to home"
    r"|(?:shared with|partagé avec|mit) [\"„“«]? ?(?:public|öffentlich|your friends|tout le monde)"
    r"[\"“”»]?(?: geteilt)?|compartido con: público"
    r"|(?:see more|voir plus|mehr|ver más) (?:from|de|von) .{1,60}"
    r"(?: on facebook| sur facebook| auf facebook ansehen| en facebook)?"
    r"|(?:view|afficher|ver) \d+ (?:more )?(?:comments|repl(?:y|ies)|answers|commentaires|réponses"
    r"|comentarios|respuestas)|\d+ of \d+|\d+ sur \d+|\d+ von \d+|\d+ de \d+"
    r"|(?:entry|post) navigation|(?:previous|next) (?:previous|next) post: .{1,120}"
    r"|tagged .{1,120}|(?:photo|foto|image|bild) (?:by|par|von|de) .{1,40} (?:on|sur|auf|en)"
    r" (?:unsplash|pexels|flickr)|photo by .{1,60}"
    r"|(?:article )?réservé à nos abonnés|(?:le monde |.{1,30} )?avec (?:afp|reuters|ap)"
    r"|(?:mit|con) (?:material von |información de )?(?:dpa|afp|reuters|efe)"
    r"|[a-z]{2,4}/(?:dpa|afp|reuters|ap|kna|epd)"
    r"|\((?:bild|foto|photo|image|imagen|crédits?|credit|quelle|source|fuente) ?: .{1,80}\)"
    r"|\([a-zäöü]{2,4}(?:/[a-zäöü]{2,4})?\)|artikel anhören.{0,20}"
    r"|(?:empfohlener redaktioneller|externer) inhalt|recommended editorial content"
    r"|contenu (?:éditorial )?externe|contenido (?:editorial )?externo"
    r"|(?:mit ihrer zustimmung|with your consent|avec votre accord|con (?:tu|su) consentimiento)"
    r"\b.{0,60}\b(?:extern\w*|external|externe|externo)\b.{0,120}"
    r"|(?:listen to|écouter) (?:this article|cet article|l['’]article).{0,20}"
    r"|give a gift subscription|share .{1,40} (?:newsletter|substack)"
    r"|this (?:post|article|story) is for (?:paid |paying )?(?:subscribers|members)(?: only)?"
    r"|(?:prefer|follow|add) .{1,40} on google|recommended from .{1,30}|responses \(\d+\)|"
    rf"(?:share|post|pin|save|partager|teilen|compartir|publicar)(?: (?:this|it|cet article))?"
    rf" (?:on|via|by|to|sur|par|auf|über|en|por|con|in) {_SITE}"
    rf"|(?:auf|über|per|via) {_SITE} teilen|(?:follow|find) (?:us|me) on {_SITE}"
    rf"|suivez-(?:nous|moi) sur {_SITE}|folgt? uns auf {_SITE}|síguenos en {_SITE}"
    rf"|{_GLUED}"
    r"|(?:written by|écrit par|geschrieben von|escrito por) .{1,60}"
    r"|share this \w+(?: with .{1,30})?"
    r"|(?:temps de lecture|lesezeit|reading time|tiempo de lectura)\s*:? ?\d+ ?min\w*"
    r"|image (?:caption|source),? .{1,120}"
    r"|(?:get|receive) (?:our|the|all our) (?:best|latest|top|new) .{1,40}"
    r"(?:(?:every|each) (?:day|week|month)|inbox)"
    r"|recevez (?:nos|toutes nos|le meilleur de) .{1,50}"
    r"(?:chaque (?:jour|semaine|mois)|(?:tous|toutes) les \w+|boîte (?:mail|de réception))"
    r"|(?:erhalten sie|erhalte) (?:unsere|die) .{1,50}(?:jeden? \w+|posteingang|postfach)"
    r"|recibe (?:nuestr[oa]s|l[oa]s) .{1,50}(?:cada \w+|correo|bandeja de entrada)"
    r"|discover more from .{1,60}|join [\d.,]+[km]? other (?:subscribers|followers)"
    r"|(?:over )?[\d.,]+[km]? (?:subscribers|abonnés|abonnenten|suscriptores)"
    r"|already (?:have an account|a subscriber)\b.{0,20}|view all posts by .{1,60}"
    r"|(?:filed under|posted in|tagged(?: with)?|publié dans|classé dans|étiquett?es?|tags"
    r"|mots-clés|kategorien?|schlagwörter|verschlagwortet mit|categorías?|etiquetas"
    r"|archivado en)\s*:\s*.{1,160}"
    r"|(?:see |read |lire |à lire |à lire |lesen sie |lies |lea |lee )"
    r"(?:also|more|aussi|également|auch|también)\s*[:.|]\s*.{1,160}",
    re.IGNORECASE,
)
_ARCHIVE: Final = re.compile(r"[▼►▶▾▸] ?.{1,40} \(\d{1,5}\)")
"""A year or a month with the number of its posts, below an arrow that opens it."""
_RELATED: Final = re.compile(
    r"trending in .{3,40}|(?:more (?:from|by)|plus de|autres articles de|mehr von|más de) .{1,60}",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    rf"{AGE}"
    r"|(?:like|j['’]aime|gefällt mir|me gusta) \(\d{1,6}\)"
    r"|\d{1,2}\.? (?:de )?[^\W\d_]{3,10} (?:at|um|à|a las) \d{1,2}[:.h]\d\d(?: uhr)?"
    r"|[^\W\d_]{3,10} \d{1,2} at \d{1,2}:\d\d ?[ap]m"
    r"|\d{1,4} (?:mal geteilt|veces compartido|following|abonnements|gefolgt|seguidos)|"
    rf"[\d.,]+ ?[km]?(?: (?:{LANGUAGE_OF_BUTTONS}))?|\d+[- ](?:min|minutes?|minuten|minutos)"
    r"(?:[. ]*(?:read|listen|de lecture|lesezeit|de lectura))?",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(r"[^\w©(]+")
_AFTER: Final = re.compile(r"[^\w)]+")
_PARTS: Final = re.compile(r"[|·•∙›»>/\t]|\s{2,}|\s[-–—]\s")
_HOMES: Final = frozenset({"accueil", "home", "startseite", "inicio", "portada"})
_PATH: Final = re.compile(r"[›»>/]")
_FEWEST: Final = 3
_MOST_WAY: Final = 4
"""Words; the way from the first page to a part of the site, in one line, has no more."""
_MOST_MENU_WORDS: Final = 12
_MOST_LINKS: Final = 24


def is_section(line: str) -> bool:
    """Return whether a line may be a link to a part of a newspaper: many are people's words."""
    return _without_signs(line).lower().replace("’", "'") in SECTIONS


@lru_cache(maxsize=4_096)
def kind_of_line(line: str) -> Kind:
    """Return what a line is, seen by itself.

    Args:
        line: Without the space around it; not empty.
    """
    if len(line) > LONGEST:
        return "text"
    bare = _without_signs(line).lower().replace("’", "'")
    if not bare:
        return "everyday"
    known = _PHRASES.get(bare)
    if known is None and bare.isalpha():  # most short lines are one word
        return "sure" if _ONE_WORD.fullmatch(bare) else "text"
    if known in _PEOPLES and line.endswith(".") and not line.endswith("..."):
        return "text"
    return known or _pattern(line, bare) or ("sure" if _is_menu(line) else "text")


def _pattern(line: str, bare: str) -> Kind | None:
    if _NEVER.fullmatch(bare) or _NEVER.fullmatch(line):
        return "never"
    if _MARK.fullmatch(line) or _MARK.fullmatch(bare):
        return "mark"
    if _SURE.fullmatch(bare) or _ARCHIVE.fullmatch(line):
        return "sure"
    if _RELATED.fullmatch(bare) and line[:1].isupper() and not line.endswith("."):
        return "related"
    if _COUNTED.fullmatch(bare):
        return "count"
    return "appeal" if is_appeal(line) else None


def _is_menu(line: str) -> bool:
    """Return whether several links stand in one line: `Home | About | Kilns`, or words of menus."""
    parts = [each.strip() for each in _PARTS.split(line) if each.strip()]
    if 1 < len(parts) <= _MOST_LINKS:
        if _without_signs(parts[0]).lower() in _HOMES and _PATH.search(line):
            return True  # the way from the first page to this one
        kinds = [_of_part(each) for each in parts]
        links = sum(kind in {"navigation", "link", "sure"} for kind in kinds)
        return links > 1 or (len(parts) >= _FEWEST and not {"text", "count"} & {*kinds})
    words = line.lower().split()
    if len(words) > 1 and words[0] in _HOMES and len(words) <= _MOST_WAY:
        return all(each[0].isupper() for each in line.split())
    return _FEWEST <= len(words) <= _MOST_MENU_WORDS and all(
        _PHRASES.get(each) in {"navigation", "link"} or each in SITES for each in words
    )


def _of_part(part: str) -> Kind:
    bare = _without_signs(part).lower().replace("’", "'")
    return _PHRASES.get(bare) or _pattern(part, bare) or "text"


def _without_signs(line: str) -> str:
    """Return a line without what stands around its words; looking for the last is quadratic."""
    begin, end = _BEFORE.match(line), _AFTER.match(line[::-1])
    return line[begin.end() if begin else 0 : len(line) - (end.end() if end else 0)]
