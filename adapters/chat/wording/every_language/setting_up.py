"""What `pullquote setup` says, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH_SETUP: Final[Mapping[str, str]] = {
    "unread": "{name} in {file} is no setting, and nothing reads it.",
    "unread_near": "{name} in {file} is no setting, and nothing reads it: did you mean {near}?",
    "no_terminal": "There is nobody here to ask: write the settings into a file, a line like"
    " DISCORD_TOKEN=… for each, and use `pullquote setup --answers FILE`.",
    "serve": "Serve {chat}?",
    "replace": "{chat} is set up. Give other tokens?",
    "discord": "1. Open https://discord.com/developers/applications and choose New Application.\n"
    "2. On the page Bot, turn on Message Content Intent, choose Reset Token, and copy the token.",
    "slack": "1. Open https://api.slack.com/apps, choose Create New App, From a manifest, and paste"
    " the manifest that stands below.\n"
    "2. Choose Install to Workspace, and copy the token under OAuth & Permissions (xoxb-…).\n"
    "3. Under Basic Information, make an app-level token with the scope connections:write"
    " (xapp-…).",
    "token": "{name} (what you type or paste is not shown)",
    "written": "Written to {file}, which only you can read: {names}.",
    "nothing_new": "There is nothing new to write to {file}.",
}

FRENCH_SETUP: Final[Mapping[str, str]] = {
    "unread": "{name} dans {file} n’est pas un réglage, et rien ne le lit.",
    "unread_near": "{name} dans {file} n’est pas un réglage, et rien ne le lit : vouliez-vous"
    " dire {near} ?",
    "no_terminal": "Il n’y a personne ici à qui demander : écrivez les réglages dans un fichier,"
    " une ligne comme DISCORD_TOKEN=… pour chacun, et lancez `pullquote setup --answers FICHIER`.",
    "serve": "Servir {chat} ?",
    "replace": "{chat} est déjà réglé. Donner d’autres jetons ?",
    "discord": "1. Ouvrez https://discord.com/developers/applications et choisissez New"
    " Application.\n"
    "2. Sur la page Bot, activez Message Content Intent, choisissez Reset Token et copiez le"
    " jeton.",
    "slack": "1. Ouvrez https://api.slack.com/apps, choisissez Create New App, From a manifest, et"
    " collez le manifeste ci-dessous.\n"
    "2. Choisissez Install to Workspace, et copiez le jeton sous OAuth & Permissions (xoxb-…).\n"
    "3. Sous Basic Information, créez un jeton d’application avec la portée connections:write"
    " (xapp-…).",
    "token": "{name} (rien ne s’affiche pendant la saisie)",
    "written": "Écrit dans {file}, que vous seul pouvez lire : {names}.",
    "nothing_new": "Il n’y a rien de nouveau à écrire dans {file}.",
}

SPANISH_SETUP: Final[Mapping[str, str]] = {
    "unread": "{name} en {file} no es ninguna opción, y nada la lee.",
    "unread_near": "{name} en {file} no es ninguna opción, y nada la lee: ¿quiso decir {near}?",
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

GERMAN_SETUP: Final[Mapping[str, str]] = {
    "unread": "{name} in {file} ist keine Einstellung, und nichts liest es.",
    "unread_near": "{name} in {file} ist keine Einstellung, und nichts liest es: Ist {near}"
    " gemeint?",
    "no_terminal": "Hier ist niemand, den man fragen kann: schreibe die Einstellungen in eine"
    " Datei, eine Zeile wie DISCORD_TOKEN=… für jede, und nutze `pullquote setup --answers DATEI`.",
    "serve": "{chat} bedienen?",
    "replace": "{chat} ist eingerichtet. Andere Tokens angeben?",
    "discord": "1. Öffne https://discord.com/developers/applications und wähle New Application.\n"
    "2. Schalte auf der Seite Bot Message Content Intent ein, wähle Reset Token und kopiere das"
    " Token.",
    "slack": "1. Öffne https://api.slack.com/apps, wähle Create New App, From a manifest, und füge"
    " das Manifest von unten ein.\n"
    "2. Wähle Install to Workspace und kopiere das Token unter OAuth & Permissions (xoxb-…).\n"
    "3. Lege unter Basic Information ein App-Token mit dem Recht connections:write an (xapp-…).",
    "token": "{name} (was du tippst oder einfügst, wird nicht gezeigt)",
    "written": "In {file} geschrieben, was nur du lesen kannst: {names}.",
    "nothing_new": "Für {file} gibt es nichts Neues.",
}
