"""Why a question cannot be taken, and what to write instead, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

MENDING: Final[Mapping[str, str]] = {
    "KeptTooLong": "{days:jour|jours} au plus ici : cette installation ne les garde pas plus.",
    "EmptyQuestion": "Il n’y a pas de question : écrivez ce que vous voulez savoir.",
    "EmptyAnswer": "Il n’y a pas de réponse : écrivez quelques mots.",
    "NotText": (
        "« {value} » contient des octets qui ne sont pas du texte en UTF-8 : réécrivez-le, "
        "ou donnez un autre nom au fichier."
    ),
    "QuestionTooLong": "Cette question est trop longue : {most} caractères au plus.",
    "TooManyQuestions": (
        "Beaucoup de questions à la fois : réessayez dans {seconds:seconde|secondes}."
    ),
    "TooBusy": (
        "Trop de questions arrivent en ce moment, {before:question|questions} avant la vôtre : "
        "réessayez dans {seconds:seconde|secondes}."
    ),
    "NotAName": '{name}: attend un nom, comme {name}:maria ou {name}:"Maria Lopez".',
    "NotADay": (
        "{name}:{value} n’est pas un jour : écrivez {name}:2024-09-26, ou {name}:2024-09 ou "
        "{name}:2024 pour tous les jours d’un mois ou d’une année."
    ),
    "NoDayLeft": "du {since} au {until}, il n’y a aucun jour : le premier vient après le dernier.",
    "NotStored": "{name}:{value} : rien ici ne porte ce nom.",
    "Misspelt": "{name}:{value} : rien ici ne porte ce nom. Vouliez-vous dire {name}:{near} ?",
    "OnlyOne": "{name}: n’en admet qu’un : gardez-en un, ou posez la question pour chacun.",
    "NotAKind": "kind:{value} n’existe pas : écrivez kind:post ou kind:comment.",
    "NotAFilter": (
        "{name}: n’est pas un filtre ici. Enlevez-le, ou dites-le en mots ; il y a {known}."
    ),
    "NoNegation": "-{name}: n’exclut rien ici : nommez ce que vous voulez, ou enlevez-le.",
    "NoWordLeftOut": (
        "-{word} n’exclut rien ici : nommez ce que vous voulez, ou mettez-le entre guillemets."
    ),
    "NoValue": "{name}: veut une valeur juste après les deux-points, ou enlevez-le.",
    "NoAsker": "from:{value} n’est connu que dans un chat : écrivez from:NOM.",
}
