"""What is said of where posts may be quoted, and of answers that go, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

QUOTING: Final[Mapping[str, str]] = {
    "cited": "« {words} »",
    "together": (
        "D’autres messages nomment {name} avec d’autres auteurs, et restent : {authors}."
        " Pour les supprimer aussi, donnez tous leurs noms comme personne."
    ),
    "nothing_by": "Je ne trouve rien de {name} qui réponde à cela.",
    "none_readable": "Pas encore de messages que vous puissiez lire.",
    "withheld.guests": (
        "Des messages répondent à « {question} », mais je ne peux pas les citer ici, car des"
        " invités lisent aussi : appuyez sur « {button} »."
    ),
    "withheld.outsiders": (
        "Des messages répondent à « {question} », mais je ne peux pas les citer ici, car des"
        " personnes d’autres espaces de travail lisent aussi : appuyez sur « {button} »."
    ),
    "withheld.others": (
        "Des messages répondent à « {question} », mais je ne peux pas les citer ici, car tout le"
        " monde ici n’a pas le droit de les lire : appuyez sur « {button} »."
    ),
    "withheld.elsewhere": (
        "Des messages répondent à « {question} », mais je ne peux pas les citer dans {channel}, car"
        " tout le monde là-bas n’a pas le droit de les lire : appuyez sur « {button} »."
    ),
    "withheld.age": (
        "Des messages répondent à « {question} », mais je ne peux pas les citer ici, car ils sont"
        " réservés aux adultes : posez-moi la question en message privé."
    ),
    "withheld.age_elsewhere": (
        "Des messages répondent à « {question} », mais je ne peux pas les citer dans {channel}, car"
        " ils sont réservés aux adultes : appuyez sur « {button} »."
    ),
    "nothing_stored": "Rien de {channel} n’est conservé : /posts watch s’en charge.",
    "nothing_yet": "{channel} est suivi, mais rien n’en est encore conservé.",
    "open": "Qui lit ici peut lire {channel} : ses messages sont cités ici.",
    "closed": "Ce qui est écrit dans {channel} n’est pas cité ici :",
    "everyone": "• les membres sans rôle voient ce salon, mais il leur manque « {needed} » là-bas.",
    "role": "• qui a le rôle {names} voit ce salon, mais il lui manque « {needed} » là-bas.",
    "pair": "• qui a les deux rôles {names} voit ce salon, mais il lui manque « {needed} » là-bas.",
    "member": "• {names} : voit ce salon, mais il lui manque « {needed} » là-bas.",
    "history": "• qui le voit n’a pas toujours le droit d’en lire l’historique.",
    "age_restricted": "• il est réservé aux adultes, et ce salon ne l’est pas.",
    "private": "• il est privé : il n’est cité que là-bas, et pour ses membres seuls.",
    "guests": "• des invités lisent ici aussi : {names}.",
    "outsiders": "• des personnes d’autres espaces de travail lisent ici aussi.",
    "unknown": "• je ne peux pas savoir qui lit ici.",
    "more": "{names} et {count} de plus",
    "remedy": "Ces personnes doivent pouvoir lire {channel}, ou ne pas voir ce salon.",
    "needed.view_channel": "Voir le salon",
    "needed.read_message_history": "Voir les anciens messages",
    "needed.connect": "Se connecter",
    "why_searched": (
        "Cherché dans {posts:message|message|messages} que tout le monde ici peut lire"
        " ({passages:passage|passage|passages}), dernier changement {when}."
    ),
    "take_away": "Retirer",
    "not_yours": "Seule la personne qui a posé la question peut retirer cette réponse.",
    "correcting": (
        "Mes réponses concernées sont en cours de correction : {count}. Je dirai quand c’est fini."
    ),
    "corrected": "Toutes mes réponses concernées sont corrigées.",
    "what_of": "{title} ?",
}
