"""What `pullquote setup` says, in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SETUP: Final[Mapping[str, str]] = {
    "unread": "{name} en {file} no es ninguna opción, y nada la lee.",
    "unread_near": "{name} en {file} no es ninguna opción, y nada la lee: ¿querías decir {near}?",
    "no_terminal": "Aquí no hay nadie a quien preguntar: escribe los ajustes en un archivo, una"
    " línea como DISCORD_TOKEN=… para cada uno, y usa `pullquote setup --answers ARCHIVO`.",
    "serve": "¿Servir {chat}?",
    "replace": "{chat} ya está configurado. ¿Dar otros tokens?",
    "discord": "1. Abre https://discord.com/developers/applications y elige New Application.\n"
    "2. En la página Bot, activa Message Content Intent, elige Reset Token y copia el token.",
    "slack": "1. Abre https://api.slack.com/apps, elige Create New App, From a manifest, y pega el"
    " manifiesto que está abajo.\n"
    "2. Elige Install to Workspace y copia el token en OAuth & Permissions (xoxb-…).\n"
    "3. En Basic Information, crea un token de aplicación con el permiso connections:write"
    " (xapp-…).",
    "token": "{name} (lo que escribes o pegas no se muestra)",
    "written": "Escrito en {file}, que solo tú puedes leer: {names}.",
    "nothing_new": "No hay nada nuevo que escribir en {file}.",
}
