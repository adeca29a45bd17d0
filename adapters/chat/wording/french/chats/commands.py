"""What commands and their options are described as in chats, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.chat.wording.french.chats.offers import OFFER_COMMANDS
from adapters.chat.wording.french.chats.workspace_settings import SETTINGS_COMMANDS

if TYPE_CHECKING:
    from collections.abc import Mapping

SLASH_COMMANDS: Final[Mapping[str, str]] = {
    "ask": "Répondre à une question par les mots mêmes des messages conservés",
    "ask.question": "Que voulez-vous savoir ?",
    "ask.person": "Seulement ce que ce membre a écrit",
    "ask.channel": "Seulement ce qui a été écrit dans ce salon",
    "ask.from": "Seulement ce que cette personne a écrit",
    "ask.in": "Seulement de cette source",
    "ask.since": "Pas avant ce jour : 2024-09-26",
    "ask.until": "Pas après ce jour : 2024-09-26",
    "ask.kind": "Seulement les messages, ou les commentaires",
    "ask.twice": "{name}: est dit deux fois ici : laissez l’un des deux.",
    "ask.private": "Ne montrer la réponse qu’à moi",
    "help": "Ce que je sais faire, et comment",
    "menu.related": "Trouver des messages proches",
    "menu.earlier": "Réponses déjà données à ceci",
    "menu.answer": "Marquer comme la réponse",
    "menu.pin": "Épingler comme réponse",
    "menu.fate": "Est-ce conservé ?",
    "menu.person": "Messages de cette personne",
    "forget-me": "Supprimer mes messages et ne plus jamais les conserver",
    "posts": "S’occuper des messages conservés",
    "posts.watch": "Conserver les messages d’un salon, anciens et nouveaux",
    "posts.unwatch": "Ne plus suivre un salon",
    "posts.import": "Importer des messages d’un fichier ou d’une archive",
    "posts.reindex": "Recalculer les vecteurs après un changement de modèle",
    "posts.status": "Ce qui est conservé, et jusqu’à quand",
    "posts.report": "Ce qui est demandé et trouvé, en une page de graphiques pour vous seul",
    "posts.unanswered": "Les questions restées sans réponse",
    "posts.ratings": "Les notes des réponses, les mots sous 👎 et ce qui était cité",
    "posts.why": "Pourquoi un salon n’est pas cité ici, et qui s’y oppose",
    **SETTINGS_COMMANDS,
    **OFFER_COMMANDS,
    "posts.forget": "Supprimer les messages d’une personne, une source ou un message",
    "watch.channel": "Quel salon, ou quelle catégorie",
    "watch.more": "D’autres salons, par mention : #un #deux",
    "watch.public": "Tous les salons publics",
    "watch.later": "Ceux créés plus tard aussi",
    "watch.bots": "Garder aussi ce qu’écrivent bots, webhooks et workflows",
    "unwatch.channel": "Quel salon : un nom, une mention ou un id",
    "unwatch.all": "Tous les salons suivis ici",
    "why.channel": "Le salon qui n’est pas cité ici",
    "import.file": "Texte, Markdown, JSONL, CSV, ou une archive",
    "import.source": "Comment appeler la source",
    "import.dry_run": "Montrer seulement ce qui changerait",
    "forget.person": "Tout ce que cet auteur a écrit : un nom ou une mention",
    "forget.source": "Tout ce qui vient de cette source",
    "forget.post": "Le lien ou l’identifiant d’un message",
}
