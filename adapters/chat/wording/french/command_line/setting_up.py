"""What `pullquote setup` says, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SETUP: Final[Mapping[str, str]] = {
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
