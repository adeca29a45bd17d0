"""Tells which columns hold others' words."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from adapters.sources.tables.columns.heads import folded, is_question, role_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_REPLIES: Final = frozenset(
    "reply replies response responses answer answers reponse reponses antwort antworten"
    " respuesta respuestas stellungnahme stellungnahmen".split()
)
_OWN: Final = frozenset(
    "your my open ended free other survey votre vos ton ta mon libre ouverte autre ihr ihre dein"
    " deine offene freie su tu mi abierta".split()
)
"""With one of these, a reply is that of who fills in a form."""
_STAFF: Final = frozenset(
    "developer company owner business admin administrator support agent merchant seller staff team"
    " moderator manager host teammate assignee editor supervisor interviewer teacher tutor trainer"
    " developpeur entreprise proprietaire equipe moderateur vendeur hote administrateur"
    " gestionnaire enqueteur enqueteuse professeur formateur formatrice"
    " entwickler unternehmen inhaber verkaufer bearbeiter betreiber mitarbeiter gastgeber"
    " sachbearbeiter lehrer lehrerin entwicklers unternehmens inhabers verkaufers bearbeiters"
    " betreibers mitarbeiters gastgebers lehrers"
    " desarrollador empresa propietario equipo moderador vendedor anfitrion administrador gestor"
    " entrevistador entrevistadora profesor profesora".split()
)
"""Who speaks for the place that is written to, in replies and remarks."""
_NOTES: Final = frozenset(
    "note notes comment comments remark remarks feedback message messages commentaire commentaires"
    " remarque remarques retour notiz notizen kommentar kommentare anmerkung anmerkungen bemerkung"
    " bemerkungen ruckmeldung nachricht nota notas comentario comentarios mensaje".split()
)
"""What such people write beside what others wrote; a reviewer writes some beside a text, too."""
_SENT: Final = frozenset("feedback message messages retour ruckmeldung nachricht mensaje".split())
"""Where nothing else is said, these may be what is said to the staff."""
_ABOUT: Final = frozenset(
    "to for on about with zu an fur uber pour sur a au aux para sobre con al".split()
)
_FILL_IN: Final = frozenset(
    "respondent participant interviewee repondant repondante befragte befragter teilnehmer"
    " teilnehmerin encuestado encuestada".split()
)
"""Who answers questions, and is not answered."""
_SENTENCE: Final = re.compile(r"[.!?…。！？]['\"”’»)]*$")
_FILED: Final = re.compile(r"\d{1,4}[-/. ]\w{1,9}[-/. ]\d{2,4}[^;\n]{0,15};[^;\n]{1,60};")
"""How Jira writes a comment into a cell: its date, who made it, the words."""
_ANSWERED_BY: Final = frozenset(
    "answered by|replied by|responded by|answer by|reply by|response by|responder|repondu par"
    "|reponse de|reponse par|beantwortet von|antwort von|respondido por|contestado por"
    "|respuesta de".split("|")
)
_ASKED_BY: Final = frozenset(
    "asked by|asker|question by|questioner|requester|requested by|customer|customer name|client"
    "|pose par|posee par|question de|demandeur|demandeuse|gestellt von|gefragt von|frage von"
    "|kunde|kundin|preguntado por|pregunta de|solicitante|cliente|nombre del cliente".split("|")
)
_PLAIN_OF: Final[Mapping[str, str]] = {
    "cooked": "raw",
    "text display": "text original",
    "body html": "body",
    "html body": "body",
    "plain body": "body",
    "body": "body text",
    "description": "description text",
    "content html": "content",
    "description html": "description",
}


def others_columns(
    heads: Sequence[str], filled: Mapping[str, Sequence[str]], author: str
) -> set[str]:
    """Return the heads of columns in which others than the author wrote.

    Such are replies beside what they reply to, what those say who run the place, and comments with
    names of their own. The words of who fills in a form are none.

    Args:
        heads: The heads of the columns that may be a text.
        filled: The first cells of each.
        author: The head of the author; "" for none.
    """
    names = {head: [*folded(head).split()] for head in heads}
    replies = {head for head, words in names.items() if _is_reply(head, words)}
    is_form = any(map(is_question, heads))
    staffs = _of_staff(names, is_form=is_form)
    filed = {head for head in heads if _are_filed(filled.get(head, ()))}
    is_served = author != "" and _FILL_IN.isdisjoint(folded(author).split())
    spoken = [
        head
        for head in heads
        if head not in replies | staffs | filed
        and (_is_text(head) or (is_served and _are_sentences(filled.get(head, ()))))
    ]
    if not spoken:
        return filed if filed != {*heads} else set()
    return filed | staffs | (set() if is_form else replies)


def are_of_staff(heads: Sequence[str], author: str) -> bool:
    """Return whether all these heads are those of what staff wrote of the author.

    The notes of an interviewer are not those of a participant; those of an editor may be.
    """
    of = {*folded(author).split()}
    names = {head: {*folded(head).split()} - _SENT for head in heads}
    return all(
        _is_of_staff(head, [*words]) and of.isdisjoint(words) for head, words in names.items()
    )


def is_answer(head: str) -> bool:
    """Return whether a head is that of answers, and not of who fills in a form."""
    return _is_reply(head, folded(head).split())


def says_who_answered(head: str) -> bool:
    """Return whether a head is that of who answered: "Answered by"."""
    return folded(head) in _ANSWERED_BY


def says_who_asked(head: str) -> bool:
    """Return whether a head is that of who asked, or is served, and so did not answer."""
    return folded(head) in _ASKED_BY


def one_of_each(heads: Sequence[str]) -> list[str]:
    """Return the heads without those that a service writes in HTML beside the same as it is."""
    names = {*map(folded, heads)}
    return [head for head in heads if _PLAIN_OF.get(folded(head)) not in names]


def _is_text(head: str) -> bool:
    known = role_of(head)
    return (known is not None and known[0] == "text") or is_question(head)


def _is_reply(head: str, words: Sequence[str]) -> bool:
    if is_question(head) or not _OWN.isdisjoint(words) or any(map(str.isdecimal, words)):
        return False
    # "Reply text", "review_reply": what a column is stands at an end of its head.
    ends = {*words[:1], *words[-1:]} if not words or words[-1] != "text" else {*words}
    return not _REPLIES.isdisjoint(ends)


def _is_of_staff(head: str, words: Sequence[str]) -> bool:
    """Return whether a head is that of what staff wrote, and not of what others wrote to them."""
    if is_question(head):
        return False
    if not (_STAFF.isdisjoint(words) or _REPLIES.isdisjoint(words)):
        return True
    is_handled = not _STAFF.isdisjoint(words) or "reviewer" in words
    return is_handled and not _NOTES.isdisjoint(words) and _ABOUT.isdisjoint(words)


def _of_staff(names: Mapping[str, Sequence[str]], *, is_form: bool) -> set[str]:
    """Return which of these heads are those of what staff wrote, by their words.

    Forms ask what one thinks of the staff, with a question or among other topics: "Food comments",
    "Room comments", "Staff comments".
    """
    staffs = {head for head, words in names.items() if _is_of_staff(head, words)}
    topics = Counter(
        word
        for head, words in names.items()
        if head not in staffs
        for word in _NOTES.intersection(words)
    )
    several = {word for word, count in topics.items() if count > 1}
    asked = {head for head in staffs if is_form or not several.isdisjoint(names[head])}
    return {each for each in staffs if each not in asked or not _REPLIES.isdisjoint(names[each])}


def _are_filed(cells: Sequence[str]) -> bool:
    return bool(cells) and sum(_FILED.match(each) is not None for each in cells) * 2 > len(cells)


def _are_sentences(cells: Sequence[str]) -> bool:
    return bool(cells) and sum(_SENTENCE.search(each) is not None for each in cells) * 2 > len(
        cells
    )
