"""What an import leaves out of a file on purpose, in Spanish, with how much of it there is."""

from __future__ import annotations

from typing import Final

LEFT_OUT: Final = {
    "columns": ("la columna {name} ({count:,})"),
    "other_columns": ("otras columnas ({count:,})"),
    "fields": ("el campo {name} encima del texto ({count:,})"),
    "other_fields": ("otros campos encima del texto ({count:,})"),
    "rows_without_text": ("filas sin texto ({count:,})"),
    "lines_above_heads": "líneas encima de los encabezados ({count:,})",
    "repeated_rows": ("filas y correos repetidos ({count:,})"),
    "sheets": ("la hoja oculta {name} ({count:,})"),
    "wordless_sheets": "la hoja {name}, sin texto ({count:,})",
    "other_wordless_sheets": "otras hojas sin texto ({count:,})",
    "other_sheets": ("otras hojas ocultas ({count:,})"),
    "page_furniture": ("líneas de la página en torno a lo que se escribió ({count:,})"),
    "bot_messages": "mensajes de aplicaciones ({count:,})",
    "notices": "avisos del propio chat ({count:,})",
    "forgotten": "mensajes olvidados, o cuyo autor lo fue ({count:,})",
    "kept_out": "mensajes que sus autores dejan fuera ({count:,})",
    "message_links": "mensajes que otros enlazan ({count:,})",
    "file_contents": "archivos cuyas palabras no están aquí ({count:,})",
    "channel_bots": (
        "mensajes de aplicaciones ({count:,}; seguir el canal con bots:yes los conserva)"
    ),
    "channels_of_apps": (
        "todo {name}, escrito por aplicaciones ({count:,}; `pullquote import --apps` lo conserva)"
    ),
    "other_channels_of_apps": (
        "todo lo de otros canales, escrito por aplicaciones ({count:,}; `pullquote import --apps`"
        " lo conserva)"
    ),
    "reposts": "mensajes compartidos de otros ({count:,})",
    "wordless": "mensajes sin una palabra ({count:,})",
    "drafts": "borradores ({count:,})",
    "private_posts": "publicaciones privadas o protegidas con contraseña ({count:,})",
    "old_versions": "versiones anteriores ({count:,})",
    "direct_messages": "mensajes directos ({count:,})",
    "attachments": "archivos e imágenes ({count:,})",
    "polls": "encuestas ({count:,})",
    "forwards": "mensajes reenviados, que escribieron otros ({count:,})",
    "deleted_messages": "mensajes eliminados ({count:,})",
    "unreadable_messages": "mensajes cifrados o ilegibles ({count:,})",
    "unclear_dates": "fechas cuyo día y mes no se distinguen ({count:,})",
    "slackdump_names": (
        "los nombres de los autores ({count:,}), pues un volcado de slackdump no los tiene (pon al"
        " lado la lista que escribe `slackdump list users`)"
    ),
    "others_messages": (
        "lo que otros escribieron en {count:canal|canales}, pues un paquete de datos de Discord"
        " solo tiene tus mensajes (invita al bot y escribe allí `/posts watch`)"
    ),
    "unknown_fields": "campos más nuevos que el lector de {name} ({count:,})",
    "deleted": "publicaciones eliminadas ({count:,})",
    "articles": "artículos ({count:,})",
    "alt_texts": "descripciones de imágenes ({count:,})",
    "lone_notes": "textos largos cuyo mensaje se desconoce ({count:,})",
    "nameless": "registros sin id ({count:,})",
    "no_records": "entradas que no son registros ({count:,})",
    "list_records": "personas y canales de las listas sin id o sin nombre ({count:,})",
    "unlisted_channels": "mensajes de canales que no están en ninguna lista ({count:,})",
    "other_records": "otros registros con palabras ({count:,})",
    "members": "el archivo {name} del paquete ({count:,})",
    "other_members": "otros archivos del paquete ({count:,})",
    "wordless_pages": "páginas sin palabras legibles ({count:,})",
    "margin_comments": "comentarios al margen de documentos ({count:,})",
    "tracked_deletions": "palabras borradas con control de cambios ({count:,})",
    "headers_and_footers": "encabezados y pies de página de documentos ({count:,})",
    "hidden_text": "textos y diapositivas ocultos ({count:,})",
    "inserted_files": "archivos insertados enteros ({count:,})",
    "symbols": "signos desconocidos de fuentes de símbolos ({count:,})",
    "charts": "gráficos en documentos ({count:,})",
    "form_fields": "campos rellenados de formularios PDF ({count:,})",
    "links": "enlaces que no son direcciones web ({count:,})",
    "link_previews": "vistas previas de enlaces ({count:,})",
    "invitations": "mensajes con invitaciones ({count:,})",
    "recommendations": "recomendaciones ({count:,})",
    "profile_texts": "textos del perfil ({count:,})",
    "adverts": "anuncios, con los comentarios de debajo ({count:,})",
    "summaries": "resúmenes junto al texto entero ({count:,})",
    "dates": "fechas que no se pueden saber ({count:,})",
    "quotes": "palabras citadas de otros ({count:,})",
    "comments": "comentarios de otros que no se leen aquí ({count:,})",
    "passages": "párrafos de la página junto a los que son publicaciones ({count:,})",
    "signatures": "firmas bajo los mensajes ({count:,})",
    "list_notices": "lo que las listas de correo añaden a los correos ({count:,})",
    "beside_the_list": "{name} junto a la lista ({count:,})",
    "more_beside_the_list": "más datos junto a la lista ({count:,})",
    "tables_beside": (
        "la tabla {name}, que puede ser de LinkedIn ({count:,}; "
        "`pullquote import` con su ruta la lee)"
    ),
    "other_tables_beside": "otras tablas que pueden ser de LinkedIn ({count:,})",
}

IN_CHATS: Final = {
    "channels_of_apps": (
        "todo {name}, escrito por aplicaciones ({count:,}; solo quien administra este bot puede"
        " incorporarlo, con `pullquote import --apps`)"
    ),
    "other_channels_of_apps": (
        "todo lo de otros canales, escrito por aplicaciones ({count:,}; solo quien administra este"
        " bot puede incorporarlo, con `pullquote import --apps`)"
    ),
    "tables_beside": (
        "la tabla {name}, que puede ser de LinkedIn ({count:,}; enviada sola, se lee)"
    ),
}
"""What stands there in a chat, where nobody enters a command of the command line."""
