"""What is wrong with a setting or a port, in Spanish, by the English."""

from __future__ import annotations

from typing import Final

SETTINGS: Final = {
    "{name}: found {found}, expected {expected}": (
        "{name}: se encontró {found}, se esperaba {expected}"
    ),
    "{name}: not a setting: did you mean {near}?": (
        "{name}: no es un ajuste: ¿querías decir {near}?"
    ),
    "{name}: not a setting: leave it out": "{name}: no es un ajuste: quítalo",
    "{file}: is a device or a pipe, which keeps no settings: remove it": (
        "{file}: es un dispositivo o una tubería, que no guarda ningún ajuste: quítalo"
    ),
    "{name}: found bytes that are no text in UTF-8: write it again": (
        "{name}: contiene bytes que no son texto en UTF-8: escríbelo de nuevo"
    ),
    "{file}: there is no such file": "{file}: no hay ningún archivo con ese nombre",
    "{file}: cannot be read ({reason}): save it as UTF-8": (
        "{file}: no se puede leer ({reason}): guárdalo como UTF-8"
    ),
    "{name}: found a value that no .env file can hold,"
    " expected one without {sign} and control characters": (
        "{name}: un valor que ningún archivo .env puede contener;"
        " se espera uno sin {sign} ni caracteres de control"
    ),
    "{name}: there is no value: write {name}=VALUE": "{name}: falta el valor: escribe {name}=VALOR",
    "nothing": "nada",
    "something else": "otra cosa",
    "something else than a token": "algo que no es un token",
    "a token": "un token",
    "a folder": "una carpeta",
    "{count} characters": "{count} caracteres",
    "at least {least} characters: `openssl rand -hex 32` makes some": (
        "al menos {least} caracteres: `openssl rand -hex 32` los genera"
    ),
    "`bundled`, a folder or a hub name": "`bundled`, una carpeta o un nombre de modelo en línea",
    "`e5`, `off`, a folder or a hub name": (
        "`e5`, `off`, una carpeta o un nombre de modelo en línea"
    ),
    "none beside SLACK_CLIENT_ID": "ninguno junto a SLACK_CLIENT_ID",
    "http beside SLACK_CLIENT_ID": "http junto a SLACK_CLIENT_ID",
    "one beside SLACK_CLIENT_ID": "uno junto a SLACK_CLIENT_ID",
    "one beside the app token": "uno junto al token de la app",
    "one beside the bot token": "uno junto al token del bot",
    "the one under “Basic Information”": "el que está en «Basic Information»",
    "{first} or {last}": "{first} o {last}",
    "a whole number from 1 to {most}": "un número entero de 1 a {most}",
    "auto, auto and how many shards there are, like auto/8, or some of them, like 0-3/8": (
        "auto, auto y el número de shards, como auto/8, o algunos de ellos, como 0-3/8"
    ),
    "an address that begins with {start}": "una dirección que empieza por {start}",
    "an address that begins with {start}, without a password": (
        "una dirección que empieza por {start}, sin contraseña"
    ),
    "one that begins with {start}": "uno que empieza por {start}",
    "one without spaces": "uno sin espacios",
    "{package} is not installed: `pip install 'pullquote[mcp]'` brings it": (
        "{package} no está instalado: `pip install 'pullquote[mcp]'` lo trae"
    ),
    "port {port} cannot be used ({reason}): name another, or 0 for a free one": (
        "el puerto {port} no se puede usar ({reason}): indica otro, o 0 para uno libre"
    ),
    "PULLQUOTE_MONITORING_PORT: found {port}, where nothing can listen ({reason}): set another": (
        "PULLQUOTE_MONITORING_PORT: se encontró {port}, donde nada puede escuchar ({reason}): pon"
        " otro"
    ),
}
