"""What `pullquote setup` says, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH_SETUP: Final[Mapping[str, str]] = {
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
