"""Knows what a column holds by its head, in English, French, German and Spanish."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from adapters.sources.tables.columns.people import asks_name, is_author

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Role = Literal["id", "title", "text", "author", "url", "posted_at", "parent_id"]
"""What a column may be to a post, where its head is not one of Pullquote's own."""

_HEADS: Final[dict[Role, str]] = {
    "text": (
        "text, text original, text content, message, comment, comments, post, body, content,"
        " contents, feedback, review, answer,"
        " response, reply, opinion, remark, remarks, suggestion, suggestions, note, notes, tweet,"
        " full text, description, desc, cooked, selftext, highlight, testimonial, quote, story,"
        " statement, details, idea, ideas,"
        " experience, messages, citation, temoignage, recit, idee, idees, zitat, idee, erfahrung,"
        " cita, historia, experiencia, commentaire, commentaires, texte, contenu,"
        " avis, remarque, remarques, reponse, retour, retours, temoignage, observation,"
        " observations, publication, nachricht, kommentar, kommentare, inhalt, beitrag, antwort,"
        " ruckmeldung, anmerkung, anmerkungen, bemerkung, bemerkungen, meinung, beschreibung,"
        " notiz, mensaje, comentario, comentarios, texto, contenido, respuesta, nota, notas,"
        " descripcion, sugerencia, sugerencias, observacion, observaciones, publicacion, resena"
    ),
    "title": (
        "title, headline, summary, subject, topic, thread, question, titre, objet, sujet, titel,"
        " betreff,"
        " card name, task name, issue title, page title, uberschrift, zusammenfassung, thema,"
        " frage, titulo, asunto, tema, pregunta, encabezado"
    ),
    "author": (
        "author, author name, posted by, written by, byline, respondent, respondent name, reviewer,"
        " reviewer name, requester, sender, from, from name, full name, display name,"
        " author display name, screen name, user name, username, user, nickname, reporter,"
        " created by, submitted by, sent by, creator, customer name, member, participant, customer,"
        " person, by, who, qui, wer, quien, speaker, auteur, autrice, auteure, repondant,"
        " repondante, expediteur, expeditrice, nom complet, pseudo, utilisateur, utilisatrice,"
        " nom d utilisateur, rapporteur, createur, participante, membre, client, personne, autor,"
        " autorin, verfasser, verfasserin, absender, absenderin, befragte, teilnehmer,"
        " teilnehmerin, vollstandiger name, benutzer, benutzername, nutzer, nutzername, ersteller,"
        " erstellerin, mitglied, kunde, von, autora, remitente, encuestado, encuestada,"
        " nombre completo, usuario, nombre de usuario, creador, informador, miembro, cliente,"
        " persona, nom et prenom, nom prenom, prenom et nom, prenom nom, noms et prenoms,"
        " vor und nachname, vorname und nachname, vorname nachname, name und vorname,"
        " nachname vorname, nombre y apellidos, nombre y apellido, nombre apellidos,"
        " apellidos y nombre, first and last name, name and surname, contact name, ownername,"
        " student"
    ),
    "posted_at": (
        "date, posted, posted at, posted on, date posted, published, published at, published on,"
        " publication date, sent, sent at, date sent, submitted, submitted at, submitted on,"
        " submission date, submit date, completion time, timestamp, datetime, date time, created,"
        " created at, created on, creation date, created time, time, start time, day,"
        " date de publication, date d envoi, date de creation, date et heure, publie le, envoye le,"
        " cree le, horodateur, horodatage, heure de fin, heure de debut, heure, jour, datum,"
        " veroffentlicht am, gesendet am, erstellt am, abgeschickt am, zeitstempel, datum uhrzeit,"
        " datum und uhrzeit, fertigstellungszeit, startzeit, zeit, zeitpunkt, tag, fecha,"
        " fecha de publicacion, fecha de envio, fecha y hora, publicado el, enviado el, creado el,"
        " marca temporal, hora de finalizacion, hora de inicio, hora"
    ),
    "url": (
        "permalink, html url, web url, card url, url, link, web address, address of the page, page,"
        " href, lien, adresse web,"
        " verknupfung, webadresse, enlace, vinculo, direccion web"
    ),
    "id": "post id, message id, comment id, response id, identifiant, kennung, identificador",
    "parent_id": "in reply to, reply to, in reply to id, reply to id, parent post, parent comment",
}
_RANKS: Final[dict[str, tuple[Role, int]]] = {
    head.strip(): (role, rank)
    for role, heads in _HEADS.items()
    for rank, head in enumerate(heads.split(","))
}
_FILLERS: Final = frozenset(
    "your the a an any other additional further please enter optional required our"
    " votre vos le la les l un une autre autres svp facultatif obligatoire"
    " ihr ihre dein deine der die das ein eine weitere sonstige bitte optional"
    " su sus tu tus el los las un una otro otros otra otras opcional".split()
)
_TELLING: Final = frozenset(
    "comment comments feedback message opinion remark remarks suggestion suggestions answer"
    " commentaire commentaires avis remarque remarques reponse retour"
    " nachricht kommentar kommentare antwort ruckmeldung anmerkung anmerkungen bemerkung"
    " mensaje comentario comentarios respuesta opinion sugerencia sugerencias".split()
)
_LATER: Final = frozenset(
    "modified updated edited changed approved reviewed checked assigned liked closed deleted solved"
    " handled sorted grouped modifie mis valide approuve verifie assigne traite cloture"
    " supprime trie geandert bearbeitet aktualisiert genehmigt gepruft zugewiesen geschlossen"
    " geloscht sortiert modificado actualizado editado aprobado revisado asignado cerrado borrado"
    " ordenado"
    " update last latest derniere dernier letzte letzter ultima ultimo reply antwort"
    " birth naissance geburtsdatum geburtstag nacimiento due echeance falligkeit falligkeitsdatum"
    " vencimiento expiry expires ablaufdatum".split()
)
"""When this was done to a post is not when it was written."""
_WEAK: Final = frozenset({"name", "nom", "nombre"})
"""These are heads of people as well as of things."""
_HANDLES: Final = frozenset(
    "screen name|user name|username|user|handle|nickname|login|pseudo|nom d utilisateur"
    "|benutzername|nutzername|nombre de usuario|author handle".split("|")
)
_WHOSE: Final = frozenset(
    "author user reviewer profile channel avatar image photo logo job reply".split()
)
"""A link or a title with one of these is that of a person, a picture, a reply: not the post's."""
_NO_PART: Final = frozenset(
    {"id", "count", "number", "email", "mail", "type", "status", "job", "slug"}
)
"""With one of these in it, a head means something else than its other words say."""
_WORD: Final = re.compile(r"[^\W_]+")
_ASIDE: Final = re.compile(r"\([^)]*\)|\[[^\]]*\]|\*")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DAY_FIRST: Final = re.compile(r"\b(?:dd?|jj?|tt?)\W{1,2}mm?\b|day.first|jour.d.abord|tag.zuerst")
_MONTH_FIRST: Final = re.compile(r"\bmm?\W{1,2}(?:dd?|jj?|tt?)\b(?!\W{1,2}\d)|month.first")
_SUB_HEADS: Final = frozenset(
    "open ended response|response|open ended responses|reponse libre|reponse ouverte|reponse"
    "|offene antwort|freie antwort|antwort|respuesta abierta|respuesta".split("|")
)
"""What survey tools write in a second line of heads."""
_LONGEST_SUB_HEAD: Final = 30
_FIRST_NAMES: Final = frozenset({"first name", "given name", "prenom", "vorname", "nombre"})
_LAST_NAMES: Final = frozenset(
    {"last name", "surname", "family name", "nom", "nom de famille", "nachname", "name"}
    | {"apellido", "apellidos"}
)
_LONGEST: Final = 1_000
UNRANKED: Final = 1_000
"""Comes after all heads that are known as a whole."""
_LAST: Final[dict[str, Role]] = {"date reviewed": "posted_at"}
"""Etsy's date of a review; beside another date, that of a check."""
WEAK: Final = UNRANKED + 2
"""Comes last: the cells and the other heads decide."""


def folded(head: str) -> str:
    """Return a head without case, accents, punctuation and what stands in brackets."""
    plain = _unaccented(_CAMEL.sub(" ", _ASIDE.sub(" ", head[:_LONGEST])))
    return " ".join(_WORD.findall(plain))


@lru_cache(1_000)
def role_of(head: str) -> tuple[Role, int] | None:
    """Return what a head says that its column is, and how surely: less is surer."""
    name = folded(head)
    if name in _WEAK:
        return "author", WEAK
    if known := _RANKS.get(name):
        return known
    if name in _LAST:
        return _LAST[name], UNRANKED + 1
    if is_author(name) or asks_name(name):
        return "author", UNRANKED
    words = [word for word in name.split() if word not in _FILLERS]
    if known := _RANKS.get(" ".join(words)):
        return known
    role = _by_words(head, words)
    return (role, UNRANKED) if role else None


def _by_words(head: str, words: Sequence[str]) -> Role | None:
    if _NO_PART.intersection(words):
        return None
    # "Review date" and "Date de l'avis": what a thing is stands at an end of its head.
    ends = [_RANKS[word][0] for word in (*words[-1:], *words[:1]) if word in _RANKS]
    other = next((role for role in ends if role in {"posted_at", "url", "title"}), None)
    if (other == "posted_at" and is_other_date(head)) or (
        other in {"url", "title"} and not _WHOSE.isdisjoint(words)
    ):
        return None
    if other is not None or not words:
        return other
    return "text" if "text" in ends or _TELLING.intersection(words) else None


def is_other_date(head: str) -> bool:
    """Return whether a head is that of another date than that of writing: of a birth, a change."""
    return not _LATER.isdisjoint(folded(head).split())


def is_handle(head: str) -> bool:
    """Return whether a head is that of accounts' names, beside which a fuller name may stand."""
    return folded(head) in _HANDLES


def surely(head: str) -> Role | None:
    """Return what a head says as a whole; None where only a word of it is known."""
    known = role_of(head)
    return known[0] if known is not None and known[1] < UNRANKED else None


def is_question(head: str) -> bool:
    """Return whether a head asks something, as those of forms do."""
    return _ASIDE.sub("", head).rstrip(" :").endswith(("?", "？", "؟"))


def is_sub_head(cell: str) -> bool:
    """Return whether a cell is what a survey tool writes in a second line of heads."""
    return len(cell) <= _LONGEST_SUB_HEAD and folded(cell) in _SUB_HEADS


def names_in(heads: Iterable[str]) -> tuple[str, ...]:
    """Return the heads of first and last names, in this order; none where one is missing."""
    by_name = {folded(head): head for head in heads}
    found = [
        next((head for name, head in by_name.items() if name in names), None)
        for names in (_FIRST_NAMES, _LAST_NAMES)
    ]
    return tuple(head for head in found if head is not None) if all(found) else ()


def day_first_by_head(head: str) -> bool | None:
    """Return whether a head says that the day comes first, as "date (dd/mm)"; None for nothing."""
    plain = _unaccented(head[:_LONGEST])
    if _DAY_FIRST.search(plain):
        return True
    return False if _MONTH_FIRST.search(plain) else None


def _unaccented(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).casefold()
    return "".join(each for each in letters if not unicodedata.combining(each))
