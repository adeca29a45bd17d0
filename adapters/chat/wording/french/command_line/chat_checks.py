"""What `pullquote check` says of the chats, in French; names of pages stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

CHAT_CHECKS: Final[Mapping[str, str]] = {
    "token_refused": "DISCORD_TOKEN n’est pas accepté : copiez-le de la page Bot de votre"
    " application, dans le portail des développeurs",
    "invitation": "jeton de {name} ; pour l’inviter : {link}",
    "content": "le contenu des messages peut être lu",
    "no_content": "activez Message Content Intent à la page Bot de votre application, dans le"
    " portail des développeurs",
    "gateway": "la passerelle s’ouvre",
    "commands_unseen": "les commandes ne peuvent être consultées ({reason}) : réessayez plus tard",
    "commands": "{count} commandes sont enregistrées",
    "commands_later": "les commandes sont enregistrées au premier démarrage de `pullquote run`",
    "commands_gone": "pas encore enregistrées : {names} : `pullquote run` les enregistre",
    "server_closed": "{channel} : son serveur ne peut être lu ({reason}) : invitez-moi de nouveau"
    " par le lien ci-dessus",
    "server_away": "{channel} : son serveur ne peut être lu ({reason}) : réessayez plus tard",
    "gone": "{channel} : disparu ou caché : /posts unwatch, ou laissez-moi entrer",
    "rights": "{channel} : donnez-moi {names} là-bas",
    "readable": "{channel} peut être lu",
    "not_installed": "installée nulle part encore : quand `pullquote run` tourne, ouvrez "
    "/slack/install dans un navigateur",
    "scopes": "{name} : le jeton est accepté, avec toutes les autorisations nécessaires",
    "no_scope": "{name} : l’autorisation {scope} manque ({what}) : ajoutez-la sous « OAuth &"
    " Permissions » et installez l’application de nouveau",
    "scope.app_mentions:read": "répondre aux mentions",
    "scope.assistant:write": "les questions suggérées, et « cherche… »",
    "scope.channels:history": "les suites et le suivi dans les salons publics",
    "scope.channels:join": "suivre les salons publics",
    "scope.channels:read": "répondre dans les salons publics",
    "scope.chat:write": "répondre du tout",
    "scope.commands": "/ask, /posts, /forget-me et les raccourcis de messages",
    "scope.files:read": "importer des fichiers",
    "scope.files:write": "envoyer le rapport",
    "scope.groups:history": "les suites et le suivi dans les salons privés",
    "scope.groups:read": "répondre dans les salons privés",
    "scope.im:history": "les messages privés",
    "scope.im:read": "les messages privés",
    "scope.im:write": "montrer les longs travaux, et répondre à qui ne peut l’être dans un salon",
    "scope.mpim:history": "les mentions dans les messages de groupe",
    "scope.mpim:read": "les mentions dans les messages de groupe",
    "scope.reactions:read": "écarter un message, et dire ce qui a répondu, par une réaction",
    "scope.usergroups:read": "faire confiance à un groupe pour dire ce qui a répondu",
    "scope.users:read": "les noms, les langues, et qui lit aussi",
    "socket": "Socket Mode s’ouvre",
    "socket_fails": "Slack n’ouvre pas Socket Mode en ce moment : réessayez plus tard",
    "no_socket": "SLACK_APP_TOKEN n’ouvre pas Socket Mode ({reason}) : faites-en un avec"
    " l’autorisation connections:write sous « Basic Information », et activez Socket Mode",
    "no_slack": "Slack est injoignable ({reason}) : réessayez plus tard",
    "unseen_now": "{channel} ne peut être consulté : Slack a une panne, réessayez plus tard",
    "unreadable.access": "{channel} ne peut être lu ({reason}) : invitez-moi là-bas, ou /posts"
    " unwatch",
    "unreadable.right": "{channel} ne peut être lu ({reason}) : ajoutez l’autorisation que Slack"
    " demande, et réinstallez l’application",
    "unreadable.token": "{channel} ne peut être lu ({reason}) : renouvelez SLACK_BOT_TOKEN, ou"
    " réinstallez l’application",
    "unreadable.passing": "{channel} ne peut être lu ({reason}) : réessayez plus tard",
    "archived": "{channel} est archivé : rien de nouveau n’en vient ; /posts unwatch met fin au"
    " suivi",
    "unseen": "{channel} ne peut être consulté ({reason}) : réessayez plus tard",
    "no_member": "{channel} : je n’en suis pas membre : invitez-moi, ou /posts unwatch",
    "digest": "{name} : le bilan hebdomadaire peut être publié dans {channel}",
    "digest_lost": "{name} : le bilan hebdomadaire ne peut pas être publié dans {channel} :"
    " laissez-moi y"
    " écrire, ou choisissez un autre salon par /posts settings",
    "digest_unseen": "{name} : le salon du bilan hebdomadaire ne peut pas être regardé"
    " ({reason}) : réessayez"
    " plus tard",
    "and": " et ",
}
