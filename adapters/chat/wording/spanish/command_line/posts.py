"""What the commands say that bring posts in, count them and remove them, in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

COMMANDS: Final[Mapping[str, str]] = {
    "counts": "{new:nuevo|nuevos}, {changed:cambiado|cambiados}, {unchanged} sin cambios,"
    " {removed:eliminado|eliminados}, {refused:rechazado|rechazados}",
    "would_be": "Sería: {counts}",
    "left_out": "{count:omitido|omitidos}: se olvidó o se eliminó antes",
    "refused": "rechazado: {problem}",
    "stored_in": "Guardado en {folder}.",
    "stopped": "Detenido. Guardado hasta ahora: {new:nuevo|nuevos}, {changed:cambiado|cambiados},"
    " nada eliminado. Repite la misma orden para seguir: nada se guarda dos veces.",
    "fetch": "¿Descargar {where} de la web?",
    "needs_yes": "{where} está en la web: da --yes para que se descargue",
    "fetching": "Descargando…",
    "addresses": "{asked:dirección consultada|direcciones consultadas}, {unchanged} sin cambios.",
    "no_addresses": "Aquí no se conoce ninguna dirección: `pullquote import https://…` las trae.",
    "not_known": "refresh no consulta {url}; consulta estas: {known}",
    "stopped_asking": "refresh ya no consulta {url}; sus mensajes se quedan.",
    "renamed": (
        "Esto es lo que era {place}: sus mensajes se quedan en la fuente {source}, y"
        " no se guardan dos veces. --source da otra."
    ),
    "column_is": ("{name}: {heads}"),
    "column_text": ("texto"),
    "column_title": ("título"),
    "column_author": ("autor"),
    "column_posted_at": ("fecha"),
    "column_url": ("enlace"),
    "column_id": ("identificador"),
    "column_parent_id": ("responde a"),
    "column_left_out": ("omitido"),
    "first_rows": ("Las primeras filas serían:"),
    "columns_right": ("¿Son correctas estas columnas?"),
    "columns_wrong": (
        'No se ha importado nada. Di qué son las columnas, como en --column text="¿Qué'
        ' te gustó?" --column date=Día'
    ),
    "which_order": ("¿{date} es (1) {day} o (2) {month}?"),
    "one_or_two": "Escribe 1 o 2; Ctrl-C lo detiene antes de guardar nada.",
    "comparing": "Comparando…",
    "searching": "Buscando…",
    "needs_yes_to_remove": ("Aquí no hay a quién preguntar: da --yes para eliminar sin preguntar."),
    "removing": "Eliminando…",
    "gone_one": "{count} mensaje ya no está en {where} y se eliminará. ¿Seguir?",
    "gone_many": "{count} mensajes ya no están en {where} y se eliminarán. ¿Seguir?",
    "one": "{count} mensaje",
    "many": "{count} mensajes",
    "embedded": "Vectores calculados de nuevo: {count}.",
    "stopped_embedding": "Interrumpido. Las preguntas se responden como antes."
    " Da la misma orden otra vez para terminar.",
    "up_to_date": "Todo está al día.",
    "remove": "¿Eliminar {posts} de {what} de la base y de todos sus archivos?",
    "remove_post": "¿Eliminar {what} ({posts}) de la base y de todos sus archivos?",
    "no_post": "{what}: este mensaje no está guardado aquí.",
    "removed": "Eliminados: {count}.",
    "nothing_of": "Aquí no hay nada de {what}.",
    "nothing_near": "Aquí no hay nada de {what}: ¿querías decir {near}?",
    "out_of_files": "Lo que se eliminó antes ha salido ahora también de los archivos.",
    "would_remove": "Eliminaría {posts}.",
    "and_more": "… y {count} más",
    "together": "También está lo que {what} escribió con otros, y se queda: {authors}. Para"
    " eliminarlo también, da a --author todos sus nombres:",
    "which": "Varias personas se llaman {what}: da a --author una de sus cuentas: {accounts}",
    "drafted": "{found:pregunta esbozada|preguntas esbozadas}. Corrige cada una, dila con tus"
    " propias palabras y añade algunas que ningún mensaje responda.",
    "draft_short": "De {wanted:pregunta|preguntas}, los mensajes dieron {found}: los títulos y las"
    " preguntas con respuestas dan más.",
    "total": "{posts:mensaje o comentario|mensajes y comentarios} en {passages:pasaje|pasajes}",
    "in": "en {folder}",
    "model": "modelo {name}",
    "no_model": "todavía ninguno",
    "changed": "último cambio {when}, {size} MB",
    "day_one": "hace {count} día",
    "day_many": "hace {count} días",
    "hour_one": "hace {count} hora",
    "hour_many": "hace {count} horas",
    "minute_one": "hace {count} minuto",
    "minute_many": "hace {count} minutos",
    "now": "ahora mismo",
    "old_place": (
        "Los datos están en {folder}, donde los puso una versión más antigua: llévalos a"
        " {better}, o pon esa carpeta en PULLQUOTE_DATA."
    ),
    "columns_left": (
        "`--column author=COLUMNA` (o title, date, text …) toma una columna dejada fuera;"
        " `--column author=` no toma ninguna."
    ),
}
