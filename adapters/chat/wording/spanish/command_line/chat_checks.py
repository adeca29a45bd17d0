"""What `pullquote check` says of the chats, in Spanish; names of pages stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

CHAT_CHECKS: Final[Mapping[str, str]] = {
    "token_refused": "DISCORD_TOKEN no se acepta: cópialo de la página Bot de tu aplicación en el"
    " portal de desarrolladores",
    "invitation": "token de {name}; para invitarlo: {link}",
    "content": "se puede leer el contenido de los mensajes",
    "no_content": "activa Message Content Intent en la página Bot de tu aplicación en el portal de"
    " desarrolladores",
    "gateway": "el gateway se abre",
    "commands_unseen": "no se pueden consultar las órdenes ({reason}): inténtalo más tarde",
    "commands": "{count} órdenes están registradas",
    "commands_later": "las órdenes se registran cuando `pullquote run` arranca por primera vez",
    "commands_gone": "aún sin registrar: {names}: `pullquote run` las registra",
    "server_closed": "{channel}: no se puede leer su servidor ({reason}): invítame de nuevo con el"
    " enlace de arriba",
    "server_away": "{channel}: no se puede leer su servidor ({reason}): inténtalo más tarde",
    "gone": "{channel}: desapareció o está oculto: /posts unwatch, o déjame entrar",
    "rights": "{channel}: deme {names} ahí",
    "readable": "se puede leer {channel}",
    "not_installed": "aún no está instalada en ningún sitio: cuando `pullquote run` esté en marcha,"
    " abre /slack/install en un navegador",
    "scopes": "{name}: el token se acepta, con todos los permisos necesarios",
    "no_scope": "{name}: falta el permiso {scope} ({what}): añádelo en «OAuth & Permissions» e"
    " instala la aplicación de nuevo",
    "scope.app_mentions:read": "responder a menciones",
    "scope.assistant:write": "preguntas sugeridas, y «busca…»",
    "scope.channels:history": "seguir preguntando y seguir canales públicos",
    "scope.channels:join": "seguir canales públicos",
    "scope.channels:read": "responder en canales públicos",
    "scope.chat:write": "responder en absoluto",
    "scope.commands": "/ask, /posts, /forget-me y los atajos de mensajes",
    "scope.files:read": "importar archivos",
    "scope.files:write": "enviar el informe",
    "scope.groups:history": "seguir preguntando y seguir canales privados",
    "scope.groups:read": "responder en canales privados",
    "scope.im:history": "mensajes directos",
    "scope.im:read": "mensajes directos",
    "scope.im:write": "mostrar trabajos largos, y responder a quien no se puede responder en un"
    " canal",
    "scope.mpim:history": "menciones en mensajes de grupo",
    "scope.mpim:read": "menciones en mensajes de grupo",
    "scope.reactions:read": "dejar fuera un mensaje, y decir qué respondió, con una reacción",
    "scope.usergroups:read": "confiar en un grupo para decir qué respondió",
    "scope.users:read": "nombres, idiomas, y quién lee también",
    "socket": "Socket Mode se abre",
    "socket_fails": "Slack no abre Socket Mode en este momento: inténtalo más tarde",
    "no_socket": "SLACK_APP_TOKEN no abre Socket Mode ({reason}): haz uno con el permiso"
    " connections:write en «Basic Information», y activa Socket Mode",
    "no_slack": "no se puede contactar con Slack ({reason}): inténtalo más tarde",
    "unseen_now": "no se puede consultar {channel}: Slack falla, inténtalo más tarde",
    "unreadable.access": "no se puede leer {channel} ({reason}): invítame ahí, o /posts unwatch",
    "unreadable.right": "no se puede leer {channel} ({reason}): añade el permiso que pide Slack"
    " y vuelve a instalar la aplicación",
    "unreadable.token": "no se puede leer {channel} ({reason}): renueva SLACK_BOT_TOKEN, o"
    " vuelve a instalar la aplicación",
    "unreadable.passing": "no se puede leer {channel} ({reason}): inténtalo más tarde",
    "archived": "{channel} está archivado: no llega nada nuevo de él; /posts unwatch deja de"
    " seguirlo",
    "unseen": "no se puede consultar {channel} ({reason}): inténtalo más tarde",
    "no_member": "{channel}: no soy miembro: invítame, o /posts unwatch",
    "digest": "{name}: el resumen semanal se puede publicar en {channel}",
    "digest_lost": "{name}: el resumen semanal no se puede publicar en {channel}: déjame"
    " escribir ahí, o elige"
    " otro canal con /posts settings",
    "digest_unseen": "{name}: no se puede mirar el canal del resumen semanal ({reason}): prueba"
    " más tarde",
    "and": " y ",
}
