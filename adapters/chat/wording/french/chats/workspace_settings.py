"""What is said of the settings of a server or workspace, and of its digest, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SETTINGS: Final[Mapping[str, str]] = {
    "title": "Réglages ici",
    "answers_in": "Je réponds en public : {value}",
    "quiet_in": "Salons silencieux : {value}",
    "goes_on": "Les fils se poursuivent : {value}",
    "language": "Ma langue : {value}",
    "admins": "Entretenu par les admins d’ici, et par : {value}",
    "keep_days": "Les questions sont gardées : {value}",
    "digest_in": "Bilan hebdomadaire des questions sans réponse : {value}",
    "trusted": "Disent ce qui a répondu : {value}",
    "helps_in": "Salons où je propose des réponses sans demande : {value}",
    "trust.now": (
        "Désormais de confiance : {value}. Leur ✅ sur une réponse et {menu}"
        " disent ce qui a répondu."
    ),
    "trust.stopped": (
        "N’est plus de confiance : {value}. Ce qui a été marqué à ce titre est annulé."
    ),
    "trust.how": (
        "/posts trust @groupe @personne leur fait confiance, /posts trust off @groupe ne le"
        " fait plus."
    ),
    "trust.unknown": (
        "« {value} » n’est ici personne à qui faire confiance : nommez un rôle, un groupe ou"
        " une personne."
    ),
    "everywhere": "dans tous les salons",
    "none": "aucun",
    "nobody": "personne d’autre",
    "without_mention": "sans mention",
    "with_mention": "seulement avec une mention",
    "reader": "celle de qui lit ou demande",
    "days": "{count:jour|jours}",
    "kept_as_all": "aussi longtemps que le veut la personne qui me fait tourner",
    "hidden": "un salon que vous ne lisez pas",
    "saved": "C’est réglé à partir de maintenant.",
    "all": "tout",
    "how": "Changez-en un par les options de /posts settings ; son option reset en rétablit un.",
    "how_form": (
        "Changez-les par le formulaire de /posts settings ; /posts settings reset rétablit tout."
    ),
    "unknown": "« {value} » n’est ici ni un salon ni une personne : écrivez #salon ou @personne.",
    "not_written": "Je ne peux pas écrire dans {channel} : laissez-m’y entrer, puis rechoisissez.",
    "shown_by_owner": (
        "Qui vous avez nommé voit /posts, dès que le propriétaire le lui montre : Paramètres du"
        " serveur, Intégrations."
    ),
    "no_member": (
        "{person} n’est pas membre à part entière de cet espace de travail : les invités,"
        " les personnes de l’extérieur et les bots ne peuvent pas s’occuper des messages."
    ),
    "unknown_name": "Il n’y a pas de réglage « {value} » : nommez-en un parmi {known}.",
    "no_days": (
        "« {value} » n’est pas un nombre de jours de 1 à {most} : écrivez-en un, comme 30, ou"
        " laissez le champ vide pour les garder aussi longtemps que le veut cette installation."
    ),
    "quiet": (
        "Je ne réponds pas dans ce salon : demandez-moi en privé, ou par /ask, pour vous seul."
    ),
    "digest_lost": (
        "je ne peux pas y publier le bilan hebdomadaire : "
        "choisissez un autre salon par /posts settings, ou laissez-moi y écrire."
    ),
    "digest_lost_in": "Le salon du bilan hebdomadaire – {lost}",
    "digest": "Demandé depuis le dernier bilan, et sans réponse :",
    "digest_more": "Autres questions de ce genre que tous peuvent voir ici : {count}.",
    "digest_how": "Un admin y répond par /posts unanswered.",
}

SETTINGS_COMMANDS: Final[Mapping[str, str]] = {
    "posts.settings": "Mon comportement ici : où je réponds, langue, admins, bilan",
    "posts.pinned": "Les réponses que des admins ont épinglées à des questions, et leur retrait",
    "posts.trust": "De qui le ✅ dit quel message a répondu : un rôle ou une personne",
    "trust.who": "Le rôle ou la personne",
    "trust.stop": "Ne plus leur faire confiance, et annuler ce qui a été marqué à ce titre",
    "settings.answers_in": "Répondre en public seulement dans ces salons : #un #deux",
    "settings.quiet_in": "Rester silencieux dans ces salons : #un #deux",
    "settings.goes_on": "Prendre les questions dans mes fils sans mention",
    "settings.language": "La langue de mes propres mots",
    "settings.admins": "Qui s’occupe des messages à côté des admins : @un @deux",
    "settings.keep_days": "Combien de jours les questions sont gardées",
    "settings.digest_in": "Où dire chaque semaine ce qui est resté sans réponse",
    "settings.reset": "Rétablir l’un d’eux, ou tout",
}
