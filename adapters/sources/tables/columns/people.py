"""Tells which columns name who wrote a row, by their heads, and what names of people look like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_AUTHORS: Final = frozenset(
    "author authors respondent reviewer requester commenter commentator poster sender user writer"
    " submitter reporter speaker contributor username nickname"
    " auteur auteure autrice repondant repondante utilisateur utilisatrice expediteur expeditrice"
    " redacteur redactrice commentateur commentatrice demandeur demandeuse pseudo"
    " autor autorin autors befragte befragter befragten nutzer nutzerin nutzers benutzer"
    " benutzerin benutzers verfasser verfasserin verfassers absender absenderin absenders"
    " benutzername nutzername kundenname teilnehmername autorenname absendername mitgliedsname"
    " rezensent rezensentin rezensenten interviewee"
    " autora encuestado encuestada remitente usuario usuaria redactor redactora solicitante".split()
)
"""Who writes, whatever else a head says of the thing that is written."""
_PEOPLE: Final = frozenset(
    "customer client member participant person guest student attendee visitor buyer shopper"
    " membre participante invite eleve etudiant etudiante acheteur acheteuse visiteur"
    " kunde kunden kundin mitglied mitglieds teilnehmer teilnehmerin teilnehmers gast kaufer"
    " besucher cliente miembro invitado invitada alumno alumna comprador compradora".split()
)
"""Who may have written, where a head asks for the name."""
_NAMES: Final = frozenset("name names nom nombre screen display full real handle login".split())
_THINGS: Final = frozenset(
    "comment comments post posts message messages review reviews ticket issue tweet feedback entry"
    " survey form question answer response submission"
    " commentaire commentaires avis publication demande formulaire sondage"
    " kommentar kommentars beitrag beitrags nachricht bewertung anfrage umfrage"
    " comentario comentarios mensaje resena opinion encuesta publicacion".split()
)
_SMALL: Final = frozenset(
    "of the a your our optional required de du des d la le les l un une votre vos"
    " der die das dem den ihr ihre dein deine el los las del su tu"
    # As forms write both genders: "auteur·e", "Nutzer*in".
    " e s in innen rice trice ne".split()
)
_BY: Final = frozenset("by par von por".split())
_WRITTEN: Final = frozenset(
    "posted published written submitted sent created reported asked authored added contributed"
    " commented requested opened started raised logged entered said shared filed"
    " ecrit ecrite redige redigee envoye envoyee poste postee publie publiee cree creee soumis"
    " soumise propose proposee signale signalee depose deposee saisi saisie ajoute ajoutee partage"
    " partagee pose posee"
    " geschrieben verfasst eingereicht gesendet abgeschickt erstellt gemeldet veroffentlicht"
    " gepostet eingegeben ausgefullt angelegt hinzugefugt gestellt"
    " escrito escrita redactado redactada enviado enviada publicado publicada creado creada"
    " presentado presentada reportado reportada solicitado solicitada preguntado anadido".split()
)
"""What is done with one's own words; who approved, closed or passed them on did not write them."""
_ASKS_NAME: Final = re.compile(
    r"(?:(?:hi|hello|hey|hallo|bonjour|salut|hola|first|first of all|and|et|und|y) )*"
    r"(?:what(?: is| s|s) your (?:full |first |last )?name|who are you|your (?:full )?name"
    r"|quel est (?:votre|ton) (?:pre)?nom(?: complet)?|comment (?:vous appelez vous|t appelles tu)"
    r"|qui etes vous|wie heissen sie|wie heisst du|wie ist (?:ihr|dein) (?:vor)?name"
    r"|como (?:te llamas|se llama(?: usted)?)|cual es (?:tu|su) nombre(?: completo)?)"
    r"(?: (?:please|s il (?:vous|te) plait|bitte|por favor))?"
)
_ITEMS: Final = frozenset(
    each.strip()
    for each in (
        "price, preis, prix, precio, cost, sku, isbn, isbn13, stock, quantity, menge, assign,"
        " assignee, assignees, assigned to, due, due date, deadline, priority, task, parent task,"
        " section column, last edited time, last edited by, last modified, attachments,"
        " description, desc, beschreibung, descripcion, brand, marke, marque, marca"
    ).split(",")
)
"""Beside these a "Name" is that of a thing: a task, a product, a film."""
_YEARS: Final = frozenset("year jahr annee ano".split())
_PERHAPS_ITEMS: Final = _YEARS | frozenset("project projects tags status state host".split())
"""Things have these as people do: what people say of something outweighs them."""
_REVIEWS: Final = frozenset("review reviews rezension".split())
_OPINIONS: Final = _REVIEWS | frozenset(
    "comment comments feedback opinion message testimonial avis commentaire"
    " commentaires temoignage kommentar kommentare ruckmeldung bewertung meinung nachricht"
    " comentario comentarios resena mensaje testimonio sugerencia".split()
)
"""Beside these a "Name" is more likely that of who wrote them."""
_REACHED: Final = frozenset("email e mail courriel correo phone telephone telefon telefono".split())
_BOOKS: Final = frozenset(
    "isbn|isbn13|book|book id|book title|buch|buchtitel|livre|titre du livre|libro"
    "|titulo del libro|author l f|my rating|date read|item type|my review|mon avis|meine rezension"
    "|mi resena".split("|")
)
"""Beside these an "Author" is that of a book, which somebody else writes of."""
_BOOK_AUTHORS: Final = frozenset(
    "author authors auteur auteurs auteure autrice autor autoren autorin autora autores".split()
)
_PERSON: Final = frozenset("person personne persona".split())
_TEACHERS: Final = frozenset({"name", "teacher", "tutor", "trainer", "instructor", "supervisor"})
"""Beside these, a "Student" is whom a report is about, or what somebody is."""
_UNTIL: Final[Mapping[str, frozenset[str]]] = {
    "von": frozenset({"bis"}),
    "from": frozenset({"until", "till"}),
}
"""Beside these, where something begins is no author."""
_MAIL: Final = re.compile(r"[^\s<>]+@[^\s<>@]+\.\w+")
"""An address is no name, and nobody wants theirs quoted."""
_LETTER: Final = re.compile(r"[^\W\d_]")
_CHOICE: Final = frozenset(
    "true false yes no y n none oui non ja nein si verdadero falso vrai faux wahr falsch".split()
)
_LONGEST: Final = 60
_MOST_WORDS: Final = 8
_MOST_OF_A_PERSON: Final = 5
_MOST_IN_SMALL: Final = 3
_PARTICLES: Final = frozenset(
    "de del du des d von van der den la le las los da di dos al el bin y e und and et ten zu"
    " &".split()
)


def is_author(name: str) -> bool:
    """Return whether a folded head says that its column names who wrote the row.

    Each of its words has to fit: an author's language, rating or address is no author.
    """
    words = name.split()
    if words and words[-1] in _BY:
        rest = {*words[:-1]} - _SMALL - _THINGS
        return rest <= _WRITTEN and len(words) > 1
    core = [word for word in words if word not in _SMALL]
    if not {*core} <= _AUTHORS | _PEOPLE | _NAMES | _THINGS:
        return False
    has_name = not _NAMES.isdisjoint(core)
    if _AUTHORS.isdisjoint(core) and not (has_name and not _PEOPLE.isdisjoint(core)):
        return False
    # "Reviewer comments" are no reviewer; "Auteur du commentaire" is an author.
    is_of = len(core) < len(words) and core[0] not in _THINGS
    return core[-1] not in _THINGS or is_of


def asks_name(name: str) -> bool:
    """Return whether a folded head asks who somebody is, as those of forms do."""
    return _ASKS_NAME.fullmatch(name) is not None


def names_items(names: Collection[str], *, is_form: bool, are_full: bool) -> bool:
    """Return whether, beside these folded heads, a "Name" is that of a thing.

    Args:
        names: The heads.
        is_form: Whether one of them is a question.
        are_full: Whether the names have two words or more: "Ana Ruiz" is no "Kiln".
    """
    if not _ITEMS.isdisjoint(names):
        return True
    if not (_YEARS.isdisjoint(names) or _REVIEWS.isdisjoint(names)):
        return True  # of a film, a book, a game
    is_of_people = any(not _REACHED.isdisjoint(name.split()) for name in names)
    if is_of_people or is_form or (are_full and has_opinions(names)):
        return False
    return not _PERHAPS_ITEMS.isdisjoint(names)


def has_opinions(names: Collection[str]) -> bool:
    """Return whether one of these folded heads is that of what people say of something."""
    return any(name.split()[-1] in _OPINIONS for name in names if name)


def is_another(head: str, names: Collection[str]) -> bool:
    """Return whether a folded head, beside these, names somebody else than who wrote.

    Such are the author of a book that is reviewed, who does a task, where a journey begins.
    """
    if not _UNTIL.get(head, frozenset()).isdisjoint(names):
        return True
    if head == "student":
        return not _TEACHERS.isdisjoint(names)
    if head in _PERSON:
        return "name" in names or names_items(names, is_form=False, are_full=False)
    words = head.split()
    if _BOOK_AUTHORS.isdisjoint(words) or not _THINGS.isdisjoint(words):
        return False
    are_reviewed = "authors" in names and not _REVIEWS.isdisjoint(names)
    return are_reviewed or not _BOOKS.isdisjoint(names)


def can_be_authors(cells: Sequence[str]) -> bool:
    """Return whether cells can name authors: in a few words, and not as a number or a choice."""
    if any(len(each) > _LONGEST for each in cells):
        return False
    told = [
        _LETTER.search(each) is not None
        and each.casefold() not in _CHOICE
        and len(each.split()) <= _MOST_WORDS
        and _MAIL.fullmatch(each) is None
        for each in cells
    ]
    return sum(told) * 2 > len(told)


def look_like_people(cells: Sequence[str], *, in_small: bool = False) -> bool:
    """Return whether most cells look like names of people or accounts, and none like sentences.

    Args:
        cells: What they hold.
        in_small: Whether names written small, as "ana ruiz", are taken for some.
    """
    are_people = [_is_person(each, in_small=in_small) for each in cells]
    return can_be_authors(cells) and sum(are_people) * 5 >= len(are_people) * 4


def _is_person(cell: str, *, in_small: bool) -> bool:
    words = cell.replace(",", " ").split()
    if len(words) == 1:
        return True
    if len(words) > _MOST_OF_A_PERSON or cell.rstrip()[-1:] in "?!:":
        return False
    if any(each.isdigit() for each in cell):
        return False
    if in_small and cell.islower():
        return len(words) <= _MOST_IN_SMALL
    inner = [each for each in words[1:] if each.casefold() not in _PARTICLES]
    return bool(inner) and not any(each[:1].islower() for each in inner)
