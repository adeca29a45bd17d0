"""What `pullquote check` says of the chats, in every language; names of pages stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH_CHAT_CHECKS: Final[Mapping[str, str]] = {
    "token_refused": "DISCORD_TOKEN is not accepted: copy it from the Bot page of your application"
    " in the developer portal",
    "no_discord": "Discord cannot be reached ({reason}): try again later",
    "invitation": "token of {name}; to invite it: {link}",
    "content": "message content may be read",
    "no_content": "turn on Message Content Intent on the Bot page of your application in the"
    " developer portal",
    "commands_unseen": "the commands cannot be looked at ({reason}): try again later",
    "commands": "{count} commands are registered",
    "commands_later": "the commands are registered when `pullquote run` starts for the first time",
    "commands_gone": "not registered yet: {names}: `pullquote run` registers them",
    "server_closed": "{channel}: its server cannot be read ({reason}): invite me again by the link"
    " above",
    "server_away": "{channel}: its server cannot be read ({reason}): try again later",
    "gone": "{channel}: gone or hidden: /posts unwatch it, or let me in",
    "rights": "{channel}: give me {names} there",
    "readable": "{channel} can be read",
    "not_installed": "installed nowhere yet: open /slack/install in a browser",
    "scopes": "{name}: the token is accepted, with every scope that is needed",
    "no_scope": "{name}: the scope {scope} is missing, so there is no {what}: add it under “OAuth &"
    " Permissions” and install the app again",
    "socket": "Socket Mode opens",
    "socket_fails": "Slack fails to open Socket Mode at the moment: try again later",
    "no_socket": "SLACK_APP_TOKEN does not open Socket Mode ({reason}): make one with the scope"
    " connections:write under “Basic Information”, and switch Socket Mode on",
    "no_slack": "Slack cannot be reached ({reason}): try again later",
    "unseen_now": "{channel} cannot be looked at: Slack fails, try again later",
    "unreadable": "{channel} cannot be read ({reason}): invite me there, or /posts unwatch it",
    "unseen": "{channel} cannot be looked at ({reason}): try again later",
    "no_member": "{channel}: I am no member: invite me, or /posts unwatch it",
    "and": " and ",
}

FRENCH_CHAT_CHECKS: Final[Mapping[str, str]] = {
    "token_refused": "DISCORD_TOKEN n’est pas accepté : copiez-le de la page Bot de votre"
    " application, dans le portail des développeurs",
    "no_discord": "Discord est injoignable ({reason}) : réessayez plus tard",
    "invitation": "jeton de {name} ; pour l’inviter : {link}",
    "content": "le contenu des messages peut être lu",
    "no_content": "activez Message Content Intent à la page Bot de votre application, dans le"
    " portail des développeurs",
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
    "not_installed": "installé nulle part encore : ouvrez /slack/install dans un navigateur",
    "scopes": "{name} : le jeton est accepté, avec toutes les autorisations nécessaires",
    "no_scope": "{name} : l’autorisation {scope} manque ({what}) : ajoutez-la sous « OAuth &"
    " Permissions » et installez l’application de nouveau",
    "socket": "Socket Mode s’ouvre",
    "socket_fails": "Slack n’ouvre pas Socket Mode en ce moment : réessayez plus tard",
    "no_socket": "SLACK_APP_TOKEN n’ouvre pas Socket Mode ({reason}) : faites-en un avec"
    " l’autorisation connections:write sous « Basic Information », et activez Socket Mode",
    "no_slack": "Slack est injoignable ({reason}) : réessayez plus tard",
    "unseen_now": "{channel} ne peut être consulté : Slack a une panne, réessayez plus tard",
    "unreadable": "{channel} ne peut être lu ({reason}) : invitez-moi là-bas, ou /posts unwatch",
    "unseen": "{channel} ne peut être consulté ({reason}) : réessayez plus tard",
    "no_member": "{channel} : je n’en suis pas membre : invitez-moi, ou /posts unwatch",
    "and": " et ",
}

GERMAN_CHAT_CHECKS: Final[Mapping[str, str]] = {
    "token_refused": "DISCORD_TOKEN wird nicht angenommen: von der Seite „Bot“ der Anwendung im"
    " Developer Portal kopieren",
    "no_discord": "Discord ist nicht erreichbar ({reason}): später noch einmal versuchen",
    "invitation": "Token von {name}; zum Einladen: {link}",
    "content": "der Inhalt von Nachrichten darf gelesen werden",
    "no_content": "Message Content Intent auf der Seite „Bot“ der Anwendung im Developer Portal"
    " einschalten",
    "commands_unseen": "die Befehle lassen sich nicht ansehen ({reason}): später noch einmal"
    " versuchen",
    "commands": "{count} Befehle sind angemeldet",
    "commands_later": "die Befehle werden beim ersten Start von `pullquote run` angemeldet",
    "commands_gone": "noch nicht angemeldet: {names}: `pullquote run` meldet sie an",
    "server_closed": "{channel}: der Server lässt sich nicht lesen ({reason}): mich über den Link"
    " oben noch einmal einladen",
    "server_away": "{channel}: der Server lässt sich nicht lesen ({reason}): später noch einmal"
    " versuchen",
    "gone": "{channel}: verschwunden oder verborgen: /posts unwatch, oder mich hineinlassen",
    "rights": "{channel}: mir dort {names} geben",
    "readable": "{channel} ist lesbar",
    "not_installed": "noch nirgends installiert: /slack/install in einem Browser öffnen",
    "scopes": "{name}: das Token wird angenommen, mit allen nötigen Scopes",
    "no_scope": "{name}: der Scope {scope} fehlt ({what}): unter „OAuth & Permissions“ hinzufügen"
    " und die App neu installieren",
    "socket": "Socket Mode öffnet sich",
    "socket_fails": "Slack öffnet Socket Mode gerade nicht: später noch einmal versuchen",
    "no_socket": "SLACK_APP_TOKEN öffnet Socket Mode nicht ({reason}): unter „Basic Information“"
    " eines mit dem Scope connections:write anlegen und Socket Mode einschalten",
    "no_slack": "Slack ist nicht erreichbar ({reason}): später noch einmal versuchen",
    "unseen_now": "{channel} lässt sich nicht ansehen: Slack hat eine Störung, später noch einmal"
    " versuchen",
    "unreadable": "{channel} ist nicht lesbar ({reason}): mich dort einladen, oder /posts unwatch",
    "unseen": "{channel} lässt sich nicht ansehen ({reason}): später noch einmal versuchen",
    "no_member": "{channel}: ich bin kein Mitglied: mich einladen, oder /posts unwatch",
    "and": " und ",
}

SPANISH_CHAT_CHECKS: Final[Mapping[str, str]] = {
    "token_refused": "DISCORD_TOKEN no se acepta: cópielo de la página Bot de su aplicación en el"
    " portal de desarrolladores",
    "no_discord": "no se puede contactar con Discord ({reason}): inténtelo más tarde",
    "invitation": "token de {name}; para invitarlo: {link}",
    "content": "se puede leer el contenido de los mensajes",
    "no_content": "active Message Content Intent en la página Bot de su aplicación en el portal de"
    " desarrolladores",
    "commands_unseen": "no se pueden consultar las órdenes ({reason}): inténtelo más tarde",
    "commands": "{count} órdenes están registradas",
    "commands_later": "las órdenes se registran cuando `pullquote run` arranca por primera vez",
    "commands_gone": "aún sin registrar: {names}: `pullquote run` las registra",
    "server_closed": "{channel}: no se puede leer su servidor ({reason}): invíteme de nuevo con el"
    " enlace de arriba",
    "server_away": "{channel}: no se puede leer su servidor ({reason}): inténtelo más tarde",
    "gone": "{channel}: desapareció o está oculto: /posts unwatch, o déjeme entrar",
    "rights": "{channel}: deme {names} ahí",
    "readable": "se puede leer {channel}",
    "not_installed": "aún no instalado en ningún sitio: abra /slack/install en un navegador",
    "scopes": "{name}: el token se acepta, con todos los permisos necesarios",
    "no_scope": "{name}: falta el permiso {scope} ({what}): añádalo en «OAuth & Permissions» e"
    " instale la aplicación de nuevo",
    "socket": "Socket Mode se abre",
    "socket_fails": "Slack no abre Socket Mode en este momento: inténtelo más tarde",
    "no_socket": "SLACK_APP_TOKEN no abre Socket Mode ({reason}): haga uno con el permiso"
    " connections:write en «Basic Information», y active Socket Mode",
    "no_slack": "no se puede contactar con Slack ({reason}): inténtelo más tarde",
    "unseen_now": "no se puede consultar {channel}: Slack falla, inténtelo más tarde",
    "unreadable": "no se puede leer {channel} ({reason}): invíteme ahí, o /posts unwatch",
    "unseen": "no se puede consultar {channel} ({reason}): inténtelo más tarde",
    "no_member": "{channel}: no soy miembro: invíteme, o /posts unwatch",
    "and": " y ",
}
