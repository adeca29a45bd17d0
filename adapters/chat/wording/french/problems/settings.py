"""What is wrong with a setting or a port, in French, by the English."""

from __future__ import annotations

from typing import Final

SETTINGS: Final = {
    "{name}: found {found}, expected {expected}": "{name} : trouvé {found}, attendu {expected}",
    "{name}: not a setting: did you mean {near}?": (
        "{name} : ce n’est pas un réglage : vouliez-vous dire {near} ?"
    ),
    "{name}: not a setting: leave it out": "{name} : ce n’est pas un réglage : retirez-le",
    "{file}: is a device or a pipe, which keeps no settings: remove it": (
        "{file} : c’est un périphérique ou un tube, qui ne garde aucun réglage : ôtez-le"
    ),
    "{name}: found bytes that are no text in UTF-8: write it again": (
        "{name} : contient des octets qui ne sont pas du texte en UTF-8 : écrivez-le de nouveau"
    ),
    "{file}: there is no such file": "{file} : aucun fichier de ce nom",
    "{file}: cannot be read ({reason}): save it as UTF-8": (
        "{file} : illisible ({reason}) : enregistrez-le en UTF-8"
    ),
    "{name}: found a value that no .env file can hold,"
    " expected one without {sign} and control characters": (
        "{name} : valeur qu’aucun fichier .env ne peut contenir ;"
        " il en faut une sans {sign} ni caractère de contrôle"
    ),
    "{name}: there is no value: write {name}=VALUE": (
        "{name} : la valeur manque : écrivez {name}=VALEUR"
    ),
    "nothing": "rien",
    "something else": "autre chose",
    "something else than a token": "autre chose qu’un jeton",
    "a token": "un jeton",
    "a folder": "un dossier",
    "{count} characters": "{count} caractères",
    "at least {least} characters: `openssl rand -hex 32` makes some": (
        "au moins {least} caractères : `openssl rand -hex 32` en produit"
    ),
    "`bundled`, a folder or a hub name": "`bundled`, un dossier ou un nom de modèle en ligne",
    "`e5`, `off`, a folder or a hub name": "`e5`, `off`, un dossier ou un nom de modèle en ligne",
    "none beside SLACK_CLIENT_ID": "aucun à côté de SLACK_CLIENT_ID",
    "http beside SLACK_CLIENT_ID": "http à côté de SLACK_CLIENT_ID",
    "one beside SLACK_CLIENT_ID": "un à côté de SLACK_CLIENT_ID",
    "one beside the app token": "un à côté du jeton de l’app",
    "one beside the bot token": "un à côté du jeton du bot",
    "the one under “Basic Information”": "celui sous « Basic Information »",
    "{first} or {last}": "{first} ou {last}",
    "a whole number from 1 to {most}": "un nombre entier de 1 à {most}",
    "auto, auto and how many shards there are, like auto/8, or some of them, like 0-3/8": (
        "auto, auto et le nombre de shards, comme auto/8, ou certains d’entre eux, comme 0-3/8"
    ),
    "an address that begins with {start}": "une adresse qui commence par {start}",
    "an address that begins with {start}, without a password": (
        "une adresse qui commence par {start}, sans mot de passe"
    ),
    "one that begins with {start}": "un qui commence par {start}",
    "one without spaces": "un sans espaces",
    "{package} is not installed: `pip install 'pullquote[mcp]'` brings it": (
        "{package} n’est pas installé : `pip install 'pullquote[mcp]'` l’apporte"
    ),
    "port {port} cannot be used ({reason}): name another, or 0 for a free one": (
        "le port {port} ne peut pas servir ({reason}) : nommez-en un autre, ou 0 pour un port libre"
    ),
    "PULLQUOTE_MONITORING_PORT: found {port}, where nothing can listen ({reason}): set another": (
        "PULLQUOTE_MONITORING_PORT : trouvé {port}, où rien ne peut écouter ({reason}) :"
        " choisissez-en un autre"
    ),
}
