"""Tells which columns and rows of a table are for a few only."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final, TypeAlias

from adapters.sources.tables.columns.heads import folded, is_question

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from adapters.sources.tables.columns.cells import Row

Mark: TypeAlias = "Callable[[object], bool]"
"""Returns whether a cell says that its row is for a few."""

_LONGEST: Final = 60
_PRIVATE: Final = frozenset(
    "private privat prive prives privee privees privado privada privados privadas"
    " confidential confidentiel confidentiels confidentielle confidentielles vertraulich"
    " vertrauliche confidencial confidenciales internal interne internes intern interno interna"
    " internos internas".split()
)
_ENGLISH: Final = frozenset(
    "comment comments message messages review reviews answer answers response responses question"
    " notes what which how why your the".split()
)
"""Beside these an "Intern" is a person, and no German word for what is internal."""
_IN_TRADE: Final = frozenset(
    "gewerblich geschaftlich beruflich dienstlich commercial professional professionnel"
    " professionnelle profesional comercial".split()
)
"""Beside these, "Privat" says what somebody comes as."""
_SPOKEN: Final = frozenset(
    "message messages comment comments note notes post posts reply review feedback answer response"
    " entry commentaire commentaires reponse avis publication nachricht kommentar notiz beitrag"
    " antwort eintrag mensaje comentario nota respuesta publicacion resena".split()
)
"""What is said to be private, beside that word."""
_YOURS: Final = frozenset("your votre vos ihr ihre dein deine tu tus su sus".split())
_HIDDEN: Final = frozenset(
    "hidden masque masquee versteckt ausgeblendet verborgen oculto oculta draft brouillon entwurf"
    " borrador".split()
)
_PUBLIC: Final = frozenset(
    "public|published|published publicly|publique|publie|publiee|offentlich|veroffentlicht"
    "|publico|publica|publicado|publicada".split("|")
)
_SIGHT: Final = frozenset(
    "visibility|visibilite|sichtbarkeit|visibilidad|privacy|privacy status|privacy level"
    "|privacy setting|confidentialite|privacidad|post visibility|visible to|visible pour"
    "|visible a|sichtbar fur|visible para".split("|")
)
_OPEN: Final = _PUBLIC | frozenset(
    "publish|open|unlisted|everyone|everybody|anyone|anyone with the link|all|world|external|web"
    "|visible|tous|toutes|tout le monde|non repertorie|non repertoriee|ouvert|alle|fur alle|jeder"
    "|nicht gelistet|offen|sichtbar|extern|todos|todo el mundo|no listado|abierto|externo"
    # What says that somebody took note of a "Privacy" statement.
    "|accepted|agreed|i agree|accepte|akzeptiert|acepto|aceptado".split("|")
)
"""What is known to be for everybody where a column says for whom a row is."""
_VISIBLE: Final = frozenset("visible sichtbar to for on the fur pour a para".split())
_HOW_FAR: Final = re.compile(
    r"\d\s?(?:k?m|mi|miles?|ft|%)\b|\b(?:good|poor|bad|clear|moderate|excellent|fair|low|high|medium"
    r"|gut|schlecht|bonne|mauvaise|buena|mala)\b",
    re.IGNORECASE,
)
"""How far one sees is a visibility, too."""
_FEW: Final = frozenset(
    "direct|followers|followers only|friends|friends only|only me|restricted|secret|hidden"
    "|staff|staff only|moderators|members|members only|team|participants|self".split("|")
)
_IS: Final = frozenset("is est ist es".split())
_YES: Final = frozenset("true yes y 1 x oui vrai ja wahr si verdadero".split())
_NO: Final = frozenset("false no n 0 non faux nein falsch falso".split())
_STATES: Final = frozenset("status state statut estado zustand".split())
_KINDS: Final = frozenset("type kind typ art tipo".split())
_DIRECT: Final = frozenset({"direct", "direct message"})
_ACCESS: Final = frozenset("access acces zugriff acceso".split())
_PUBLISHED: Final = _PUBLIC | frozenset(
    "publish draft brouillon entwurf borrador trash unpublished".split()
)
"""Where one of these is the state of a row, the states are those of being published."""
_UNPUBLISHED: Final = (
    _FEW
    | _HIDDEN
    | frozenset(
        "pending|trash|trashed|hold|spam|unpublished|unapproved|auto draft|archived|deleted|future"
        "|scheduled|en attente|corbeille|ausstehend|papierkorb|geplant|pendiente|papelera".split(
            "|"
        )
    )
)
_MAY_WE: Final = re.compile(
    r"\b(?:may|can|could) (?:we|i) (?:publish|share|quote|use|show|print) (?:your?|this|these|it)\b"
    r"|\b(?:ok(?:ay)?|happy|agree|allow(?:ed)?|consent|permission)(?: \w+){0,4}"
    r" (?:publish|publishing|publication|published|quote|quoted)\b"
    r"|\b(?:pouvons nous|peut on|puis je|pourrions nous) (?:vous |te )?"
    r"(?:citer|(?:publier|partager|utiliser) (?:votre|vos|ton|ta|tes|ce|cette|ces))\b"
    r"|\b(?:accord|autorisez|acceptez|autorisation)(?: \w+){0,5}"
    r" (?:publier|publication|publiee?s?|cite|citer)\b"
    r"|\b(?:durfen|konnen) wir (?:ihren?|deinen?|diesen?|dies|sie|dich)(?: \w+){0,5}"
    r" (?:veroffentlichen|zitieren|teilen|verwenden|nutzen)\b"
    r"|\b(?:einverstanden|zustimmung)(?: \w+){0,6} (?:veroffentlicht|veroffentlichung|zitiert)\b"
    r"|\b(?:podemos|puedo|podriamos) (?:publicar|compartir|citar|usar)"
    r" (?:tus?|sus?|esta|este|estos|estas)\b"
    r"|\b(?:acuerdo|autorizas?|permiso)(?: \w+){0,5} (?:publicar|publique|publicacion|citar)\b"
)
"""Asks who fills in a form whether others may read it."""
_REFUSED: Final = frozenset(
    "false no n 0 non faux nein falsch falso never jamais nie nunca".split()
)
_MODERATED: Final = frozenset("approved hold spam trash unapproved".split())
"""The states of WordPress's comments."""


def private_columns(heads: Iterable[str]) -> set[str]:
    """Return the heads of columns whose words are for a few only: "Private notes"."""
    return {head for head in heads if not is_question(head) and _is_private(folded(head).split())}


def private_marks(heads: Sequence[str], rows: Sequence[Row]) -> dict[str, Mark]:
    """Return the heads of columns that may say that a row is private, with what tells it."""
    names = {head: folded(head) for head in heads}
    words = {word for name in names.values() for word in name.split()}
    private = _PRIVATE - ({"intern"} if _ENGLISH & words else set())
    is_of_trade = not _IN_TRADE.isdisjoint(names.values())
    marks: dict[str, Mark] = {}
    for head, name in names.items():
        if is_of_trade and name.startswith("priv"):
            continue
        if mark := _mark(head, name, private, rows):
            marks[head] = mark
    return marks


def _mark(head: str, name: str, private: frozenset[str], rows: Sequence[Row]) -> Mark | None:
    """Return what tells of a cell below this head that its row is for a few; None for nothing."""
    bare = " ".join(word for word in name.removeprefix("is").split() if word not in _IS)
    core = {*bare.split()}
    if not core:
        return None
    if name in _SIGHT:
        return _is_not_open
    if _MAY_WE.search(name):
        return _is_refused
    if core <= _HIDDEN or (core <= private | _SPOKEN and not core.isdisjoint(private)):
        return partial(_is_closed, _FEW | _YES)
    if bare in _PUBLIC:
        return partial(_is_closed, _FEW | _NO)
    return _mark_of_kind(head, name.split(), rows)


def _mark_of_kind(head: str, words: Sequence[str], rows: Sequence[Row]) -> Mark | None:
    """Return what tells that a row is for a few where a column says its kind or its state."""
    if words[-1] in _KINDS:
        is_spoken = not _SPOKEN.isdisjoint(words)
        return partial(_is_closed, _DIRECT) if is_spoken else _is_private_kind
    if words[0] in _ACCESS:
        return partial(_is_closed, _FEW) if {*words[1:]} <= {"level"} else None
    is_state = words[-1] in _STATES and _is_of_publishing({_said(row.get(head)) for row in rows})
    if is_state or words == ["comment", "approved"]:
        return partial(_is_closed, _UNPUBLISHED if is_state else _UNPUBLISHED | _NO)
    return None


def _is_of_publishing(states: Collection[str]) -> bool:
    """Return whether states say what is published, and not what is done or what somebody is."""
    said = {*states} - {""}
    are_sure = not _PUBLISHED.isdisjoint(said) or (said <= _MODERATED and "hold" in said)
    return are_sure or (bool(said) and all(map(_are_private, said)))


def _is_closed(closing: Collection[str], cell: object) -> bool:
    said = _said(cell)
    return said in closing or _are_private(said)


def _is_refused(cell: object) -> bool:
    return _said(cell).partition(" ")[0] in _REFUSED


def _is_private_kind(cell: object) -> bool:
    """Return whether a cell is "internal note" or the like; a "private" customer is none."""
    words = {*_said(cell).split()}
    return words <= _PRIVATE | _SPOKEN and not (words <= _PRIVATE or words <= _SPOKEN)


def _is_not_open(cell: object) -> bool:
    """Return whether a cell says for whom a row is, and it is not known to be everybody."""
    if isinstance(cell, dict):
        # As Facebook has it: {"value": "EVERYONE", "description": "Public", "friends": ""}.
        return any(map(_is_not_open, cell.values()))
    said = _said(cell)
    core = " ".join(word for word in said.split() if word not in _VISIBLE)
    return not ({said, core} & _OPEN or _HOW_FAR.search(str(cell)) or said == "")


def _said(cell: object) -> str:
    return _folded(str(cell)[:_LONGEST]) if cell is not None else ""


@lru_cache
def _folded(cell: str) -> str:
    return folded(cell)


def _are_private(said: str) -> bool:
    return said != "" and {*said.split()} <= _PRIVATE


def _is_private(words: Collection[str]) -> bool:
    # "Your private opinion" is asked for; a note or a message that is private stays so.
    is_asked = not _YOURS.isdisjoint(words) and _SPOKEN.isdisjoint(words)
    return not _PRIVATE.isdisjoint(words) and not is_asked
