"""What is wrong between a chat platform and the bot, in Spanish, by the English."""

from __future__ import annotations

from typing import Final

PLATFORMS: Final = {
    "Discord does not accept DISCORD_TOKEN: copy it again from the Bot page of your application"
    " in the developer portal.": (
        "Discord no acepta DISCORD_TOKEN: cópialo de nuevo de la página Bot de tu aplicación en el"
        " portal de desarrolladores."
    ),
    "Discord does not let the bot read messages: turn on Message Content Intent on the Bot page"
    " of your application in the developer portal.": (
        "Discord no deja que el bot lea los mensajes: activa Message Content Intent en la página"
        " Bot de tu aplicación en el portal de desarrolladores."
    ),
    "Discord cannot be reached or has ended the connection ({reason}): see that discord.com can"
    " be reached from here, and start again.": (
        "No se puede llegar a Discord o ha cortado la conexión ({reason}): comprueba que desde aquí"
        " se llega a discord.com, y empiece de nuevo."
    ),
    "DISCORD_TOKEN is not accepted: copy it from the Bot page": (
        "DISCORD_TOKEN no se acepta: cópialo de la página Bot"
    ),
    "{url} does not answer as Slack does: see what stands between (a proxy, a "
    "firewall, a page to sign in), and SLACK_API_URL": (
        "{url} no responde como Slack: mira qué hay en medio (un proxy, un "
        "cortafuegos, una página de acceso), y SLACK_API_URL"
    ),
    "what it says is no JSON of Discord’s": ("lo que dice no es JSON de Discord"),
    "the gateway {url} does not open ({reason}): see what stands between, and "
    "DISCORD_GATEWAY_URL": (
        "el gateway {url} no se abre ({reason}): mira qué hay en medio, y DISCORD_GATEWAY_URL"
    ),
    "Discord cannot be reached ({reason}): try again later": (
        "No se puede llegar a Discord ({reason}): inténtalo más tarde"
    ),
    "Discord does not let an answer be corrected ({reason})": (
        "Discord no deja corregir una respuesta ({reason})"
    ),
    "DISCORD_SHARDS is {own} here and {other} in another process: give each shard"
    " to one process, and all processes the same number of shards": (
        "DISCORD_SHARDS es {own} aquí y {other} en otro proceso: da cada shard a un solo proceso, y"
        " a todos el mismo número de shards"
    ),
    "a server is not available": "un servidor no está disponible",
    "the channel of the digest is gone": "el canal del resumen ya no existe",
    "the digest could not be posted ({reason})": "no se ha podido publicar el resumen ({reason})",
    "Slack does not tell who reads it ({reason})": "Slack no dice quién lo lee ({reason})",
    "Slack does not tell who reads an answer ({reason})": (
        "Slack no dice quién lee una respuesta ({reason})"
    ),
    "Slack does not tell where an answer is ({reason})": (
        "Slack no dice dónde está una respuesta ({reason})"
    ),
    "Slack does not tell: {reason}": "Slack no lo dice: {reason}",
    "cannot listen on {host}:{port} ({reason})": "no se puede escuchar en {host}:{port} ({reason})",
    "SLACK_ENCRYPTION_KEY does not open the stored tokens: set the key they were stored with, or"
    " install the app again": (
        "SLACK_ENCRYPTION_KEY no abre los tokens guardados: pon la clave con la que se guardaron,"
        " o instala la app de nuevo"
    ),
    "Slack lets us not write there ({reason})": "Slack no nos deja escribir ahí ({reason})",
    "the message was deleted": "el mensaje se ha borrado",
    "Slack took no message": "Slack no ha aceptado ningún mensaje",
    "Slack took no message ({reason})": "Slack no ha aceptado ningún mensaje ({reason})",
    "Slack took no reply ({reason})": "Slack no ha aceptado ninguna respuesta ({reason})",
    "Slack took no message away ({reason})": "Slack no ha quitado ningún mensaje ({reason})",
    "Slack took no file ({reason})": "Slack no ha aceptado ningún archivo ({reason})",
    "whether a message was stored is not known ({reason})": (
        "no se sabe si un mensaje se ha guardado ({reason})"
    ),
    "Slack does not open Socket Mode ({reason})": "Slack no abre Socket Mode ({reason})",
    "no answer": "ninguna respuesta",
    "Slack does not accept SLACK_APP_TOKEN ({reason}): make one with the scope connections:write"
    " under “Basic Information”, and switch Socket Mode on": (
        "Slack no acepta SLACK_APP_TOKEN ({reason}): haz uno con el permiso connections:write en"
        " «Basic Information», y activa Socket Mode"
    ),
    "Slack does not accept SLACK_BOT_TOKEN ({reason}): copy it again from “OAuth & Permissions”": (
        "Slack no acepta SLACK_BOT_TOKEN ({reason}): cópialo de nuevo de «OAuth & Permissions»"
    ),
    "Slack cannot be reached ({reason}): see that it can be reached from here, and try again": (
        "Slack no responde ({reason}): comprueba que se puede llegar a él desde "
        "aquí, e inténtalo de nuevo"
    ),
    "Slack cannot be reached at {url} ({reason}): {remedy}": (
        "Slack no responde en {url} ({reason}): {remedy}"
    ),
    "see that it can be reached from here, and try again": (
        "comprueba que se puede llegar a él desde aquí, e inténtalo de nuevo"
    ),
    "{url} does not answer as Discord does ({reason}): see what stands between (a "
    "proxy, a firewall, a page to sign in), and DISCORD_API_URL.": (
        "{url} no responde como Discord ({reason}): mira qué hay en medio (un proxy, "
        "un cortafuegos, una página de acceso), y DISCORD_API_URL."
    ),
    "Slack cannot be reached at {url}: it, or what stands between, answers with no word of"
    " Slack's; try again later": (
        "No se puede llegar a Slack en {url}: él, o lo que hay en medio, no responde como Slack;"
        " inténtalo más tarde"
    ),
    "the app is not installed in {team}": "la app no está instalada en {team}",
    "The app was removed from its Slack workspace: install it again, and set SLACK_BOT_TOKEN to"
    " the new token": (
        "La app se ha quitado de su espacio de Slack: instálala de nuevo, y pon el token nuevo en"
        " SLACK_BOT_TOKEN"
    ),
    "{name} is kept outside of {platform}: share the file itself": (
        "{name} está fuera de {platform}: comparta el propio archivo"
    ),
    "{platform} does not let me read {name}": "{platform} no me deja leer {name}",
    "{platform} does not let me read it ({reason})": "{platform} no me deja leerlo ({reason})",
    "{platform} takes no file from me without the right {right}": (
        "{platform} no acepta archivos míos sin el permiso {right}"
    ),
    "the channel is not watched any more, or cannot be seen": (
        "el canal ya no se sigue, o no se puede ver"
    ),
}
