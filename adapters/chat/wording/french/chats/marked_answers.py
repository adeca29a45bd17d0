"""What is said of the message that answered a question, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ANSWERING: Final[Mapping[str, str]] = {
    "asked": "Question de {name}, {when} : {question}",
    "asked.undated": "Question de {name} : {question}",
    "why": "{number} : répond à une question trouvée ; {how}.",
    "marked": "marqué comme la réponse",
    "checked": "un ✅ de qui a demandé, ou de confiance",
    "accepted": "accepté comme la réponse",
    "solved": "le fil est étiqueté résolu, et qui a demandé a remercié",
    "thanked": "la personne qui a posé la question a remercié",
    "replied": "quelqu’un répond à la personne qui a posé la question",
    "below": "il se trouve sous la question",
    "around": "Autour",
    "around.quote": "Autour de {number}",
    "around.title": "Ce qui s’est dit autour de la citation {number} :",
    "around.none": "Rien de ce que vous pouvez lire ne s’est dit autour de la citation {number}.",
    "newer": "{count:message plus récent|messages plus récents} à ce sujet. Le dernier :",
    "newer.still": "Plus récent à ce sujet :",
    "why.pinned": "{number} : un admin l’a épinglé à cette question.",
    "pin.title": "Épingler comme réponse",
    "pin.label": "La question à laquelle il répond",
    "pin.done": (
        "Épinglé : il vient en premier quand quelqu’un demande « {question} ». /posts pinned"
        " l’énumère."
    ),
    "pin.full": (
        "Il y a déjà 50 réponses épinglées : retirez-en une avec /posts pinned, puis épinglez"
        " « {question} » à nouveau."
    ),
    "pinned.none": ("Rien n’est épinglé : choisissez {menu} dans le menu d’un message."),
    "pinned.title": "Réponses épinglées, la plus récente d’abord :",
    "pinned.line": "{number}. « {question} » – {title} ({author}, {when})",
    "pinned.gone": "{number}. « {question} » – son message n’est plus conservé et n’est pas cité.",
    "pinned.hidden": "{number}. « {question} » – un message que vous ne lisez pas.",
    "unpin": "Retirer {number}",
    "mark.done": (
        "Marqué comme la réponse à « {question} ». Choisissez-le encore une fois pour l’annuler."
    ),
    "mark.undone": "N’est plus marqué comme la réponse à « {question} ».",
    "mark.checked": (
        "N’est plus marqué comme la réponse à « {question} », mais un ✅ le dit encore."
    ),
    "mark.no_question": (
        "Ce message ne répond à aucune question conservée : marquez une réponse à la question, ou"
        " un message de son fil."
    ),
    "mark.not_stored": "Ce message n’est pas conservé : /posts watch se charge de son salon.",
    "mark.not_yours": (
        "Seul qui a demandé, qui est de confiance, ou un admin, peut marquer la réponse."
    ),
}
