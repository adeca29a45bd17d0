"""What `eval` says, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

EVALUATION: Final[Mapping[str, str]] = {
    "asked": "Questions : {questions}, dont {none} sans réponse",
    "right_first": "bon message en premier",
    "right_among": "bon message parmi les {most} premiers",
    "reciprocal_rank": "rang réciproque moyen",
    "first_excerpt": "le premier extrait a les mots qui répondent",
    "first_quote": "la première citation, sûre ou non, a les mots qui répondent",
    "answered": "de celles qui ont une réponse, répondues",
    "refused": "de celles qui ont une réponse, rien de cité, sûr ou non",
    "offered_right": "de celles qui ont une réponse et rien de cité, le bon message nommé proche",
    "not_found_recall": "de celles sans réponse, sans réponse sûre",
    "offered_in_vain": "de celles sans réponse et rien de cité, des messages nommés comme proches",
    "not_found_precision": "de celles refusées, sans réponse",
    "calibration_error": "erreur de calibration : la confiance face à ce qui était vrai",
    "calibration": "confiance, questions, part qui a une réponse",
    "slowest": "les plus lentes",
    "failed": "manquées : {count}",
    "expected": "attendu",
    "got": "obtenu",
    "expected_nothing": "rien : aucun message ne répond",
    "unsure": "incertain : {text}",
    "nothing_at": "rien : refusé, bon message à la place {place}",
    "nothing_found": "rien : refusé, bon message introuvable",
    "replayed": "{messages} messages, dont {repeats} questions auxquelles on avait déjà répondu",
    "replay.known": "avec ce dont on sait que cela a répondu",
    "replay.alone": "par le seul classement",
    "replay.first": "un message qui avait répondu vient en premier",
    "replay.among": "un tel message est parmi les cinq premiers",
    "replay.quoted": "quelque chose est cité avec certitude",
    "replay.right": "de celles-là, citée d’abord d’un tel message",
    "no_source": "rien de {source!r} n’est conservé : `pullquote status` nomme les sources",
    "replay.unasked": (
        "Sans demande, {offered:réponse aurait été proposée|réponses auraient été proposées}"
        " : de {right} les messages disent qu’elle répond, de {wrong} qu’une autre répond, de"
        " {untold} rien."
    ),
}
