"""What is wrong with a setting or a port, in German, by the English."""

from __future__ import annotations

from typing import Final

SETTINGS: Final = {
    "{name}: found {found}, expected {expected}": "{name}: gefunden {found}, erwartet {expected}",
    "{name}: not a setting: did you mean {near}?": "{name}: keine Einstellung: meintest du {near}?",
    "{name}: not a setting: leave it out": "{name}: keine Einstellung: lass es weg",
    "{file}: is a device or a pipe, which keeps no settings: remove it": (
        "{file}: ist ein Gerät oder eine Pipe und hält keine Einstellungen: entferne es"
    ),
    "{name}: found bytes that are no text in UTF-8: write it again": (
        "{name}: enthält Bytes, die kein Text in UTF-8 sind: schreib es noch einmal"
    ),
    "{file}: there is no such file": "{file}: eine solche Datei gibt es nicht",
    "{file}: cannot be read ({reason}): save it as UTF-8": (
        "{file}: nicht lesbar ({reason}): speichere es als UTF-8"
    ),
    "{name}: found a value that no .env file can hold,"
    " expected one without {sign} and control characters": (
        "{name}: ein Wert, den keine .env-Datei fassen kann;"
        " erwartet wird einer ohne {sign} und Steuerzeichen"
    ),
    "{name}: there is no value: write {name}=VALUE": "{name}: der Wert fehlt: schreibe {name}=WERT",
    "nothing": "nichts",
    "something else": "etwas anderes",
    "something else than a token": "etwas anderes als ein Token",
    "a token": "ein Token",
    "a folder": "ein Ordner",
    "{count} characters": "{count} Zeichen",
    "at least {least} characters: `openssl rand -hex 32` makes some": (
        "mindestens {least} Zeichen: `openssl rand -hex 32` macht welche"
    ),
    "`bundled`, a folder or a hub name": "`bundled`, ein Ordner oder ein Modellname im Netz",
    "`e5`, `off`, a folder or a hub name": "`e5`, `off`, ein Ordner oder ein Modellname im Netz",
    "none beside SLACK_CLIENT_ID": "keines neben SLACK_CLIENT_ID",
    "http beside SLACK_CLIENT_ID": "http neben SLACK_CLIENT_ID",
    "one beside SLACK_CLIENT_ID": "eines neben SLACK_CLIENT_ID",
    "one beside the app token": "eines neben dem Token der App",
    "one beside the bot token": "eines neben dem Token des Bots",
    "the one under “Basic Information”": "das unter „Basic Information“",
    "{first} or {last}": "{first} oder {last}",
    "a whole number from 1 to {most}": "eine ganze Zahl von 1 bis {most}",
    "auto, auto and how many shards there are, like auto/8, or some of them, like 0-3/8": (
        "auto, auto und die Zahl der Shards, wie auto/8, oder einige davon, wie 0-3/8"
    ),
    "an address that begins with {start}": "eine Adresse, die mit {start} beginnt",
    "an address that begins with {start}, without a password": (
        "eine Adresse, die mit {start} beginnt, ohne Passwort"
    ),
    "one that begins with {start}": "eines, das mit {start} beginnt",
    "one without spaces": "eines ohne Leerzeichen",
    "{package} is not installed: `pip install 'pullquote[mcp]'` brings it": (
        "{package} ist nicht installiert: `pip install 'pullquote[mcp]'` holt es"
    ),
    "port {port} cannot be used ({reason}): name another, or 0 for a free one": (
        "der Port {port} kann nicht benutzt werden ({reason}): nenne einen anderen, oder 0 für"
        " einen freien"
    ),
    "PULLQUOTE_MONITORING_PORT: found {port}, where nothing can listen ({reason}): set another": (
        "PULLQUOTE_MONITORING_PORT: gefunden {port}, wo nichts lauschen kann ({reason}): setze"
        " einen anderen"
    ),
}
