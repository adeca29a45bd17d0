"""Why an archive, or a part of one, is refused, in Spanish."""

from __future__ import annotations

from typing import Final

ARCHIVES: Final = {
    # Archives.
    "unknown_archive": (
        "está comprimido, pero no es ningún archivo que conozcamos (de Slack, Discord, LinkedIn,"
        " Mastodon, X, WhatsApp, Zulip o Mattermost): descomprímelo o déjalo fuera"
    ),
    "unknown_member": (
        "no forma parte de ningún archivo que conozcamos: obtenlo de nuevo o déjalo fuera"
    ),
    "broken": "está dañado ({reason}): obtenlo de nuevo o déjalo fuera",
    "ends_early": "está dañado (acaba demasiado pronto): obtenlo de nuevo o déjalo fuera",
    "endless_header": "está dañado (una cabecera sin fin): obtenlo de nuevo",
    "encrypted": "está cifrado: descomprímelo con su contraseña y nombra la carpeta",
    "packed_twice": "está comprimido dos veces: descomprímelo una vez e importa lo que salga",
    "bomb": ("se descomprime a más de {most} veces su tamaño, como hacen las bombas: déjalo fuera"),
    "bomb_within": (
        "se descomprime a más de {most} veces su tamaño, como hacen las bombas: se deja fuera"
    ),
    "leads_out": "su nombre lleva fuera del archivo: se deja fuera",
    "more_lead_out": "{more:,} nombres más llevan fuera de él: se dejan fuera",
    "not_regular_member": "no es un archivo normal: se deja fuera",
    "too_large_piece": (
        "él, o un registro en él, ocupa más de {most:,} MB: divídelo o déjalo fuera"
    ),
    "too_large_member": "ocupa más de {most:,} MB: divídelo",
    "too_large_archive": "con él el archivo ocupa más de {most:,} MB: divídelo",
    "too_many_members": "contiene más de {most:,} archivos: descomprímelo y nombra sus carpetas",
    "too_many_headers": "tiene más de {most:,} cabeceras: descomprímelo y nombra sus carpetas",
    # The JSON in archives.
    "member_not_utf8": "su byte {byte} no es UTF-8: obtenlo de nuevo o déjalo fuera",
    "member_not_json": (
        "no es JSON válido ({reason}, en la línea {at}): obtenlo de nuevo o déjalo fuera"
    ),
    "member_too_deep": "está anidado a demasiada profundidad: obtenlo de nuevo o déjalo fuera",
    "json_breaks": "desde algún punto no es JSON válido ({reason}): se conserva lo anterior",
    "json_ends_early": (
        "desde algún punto no es JSON válido (acaba demasiado pronto): se conserva lo anterior"
    ),
    "json_too_deep": (
        "desde algún punto no es JSON válido (está anidado a demasiada profundidad): se conserva"
        " lo anterior"
    ),
    "json_no_list": (
        "desde algún punto no es JSON válido (no contiene ninguna lista): se conserva lo anterior"
    ),
    "json_no_list_named": (
        "desde algún punto no es JSON válido (no contiene ninguna lista {key}): se conserva lo"
        " anterior"
    ),
    # What platforms export.
    "direct_messages": "contiene mensajes directos, que nunca se leen: déjalo fuera",
    "unlisted_folder": (
        "ninguna lista de canales dice quién puede leer esta carpeta: se deja fuera"
    ),
    "no_messages": "no es una lista de mensajes: obtenlo de nuevo o déjalo fuera",
    "not_a_moment": "su ts {ts!r} no es un momento: obtén la exportación de nuevo",
    "unknown_table": (
        "no es una tabla de mensajes o comentarios que conozcamos: obtenla de nuevo o déjala fuera"
    ),
    "broken_table": "no es una tabla legible ({reason}): obtenla de nuevo o déjala fuera",
    "unread_dates": (
        "{count:,} de sus fechas no se pueden leer ({date!r}): esos mensajes no tienen ninguna"
    ),
    "open_quote_in_row": (
        "la fila {row} tiene {cells} celdas, pero la cabecera tiene {width}: unas comillas de su"
        " texto no se cierran"
    ),
}
