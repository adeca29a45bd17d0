"""What `pullquote setup` says, in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SETUP: Final[Mapping[str, str]] = {
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
