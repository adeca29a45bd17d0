"""What the commands say that look after the posts and at them, in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

UPKEEP: Final[Mapping[str, str]] = {
    "source": "fuente",
    "posts": "mensajes",
    "comments": "comentarios",
    "newest": "el más reciente",
    "oldest": "el más antiguo",
    "read_by": "segundo modelo {name}, ha leído {done} de {total} pasajes",
    "refined": "Leídos por {name}: {done} de {total} pasajes.",
    "refine_more": (
        "Para mejores respuestas hay que leer {count} pasajes más: `pullquote refine` sigue."
    ),
    "refine_failed": (
        "El segundo modelo no ha leído nada más ({reason}): ejecuta `pullquote refine`."
    ),
    "no_post": "Aquí no hay ningún mensaje {id}: `pullquote search` muestra los identificadores.",
    "no_link": "El mensaje {id} no tiene un enlace que abra un navegador.",
    "no_browser": "No se pudo abrir ningún navegador: abre {url} tú mismo.",
    "may_see": "{name} puede ver:",
    "nobody": (
        "No se conoce a nadie como {id}: pon el token de su plataforma, y mira si el bot puede "
        "verlo."
    ),
    "total": "{posts:mensaje o comentario|mensajes y comentarios}",
    "loading": "Cargando el modelo…",
    "looking": "Revisando los mensajes…",
    "ok": "bien",
    "fail": "FALLO",
    "settings": "ajustes",
    "model": "modelo",
    "refining": "segundo modelo",
    "database": "base de datos",
    "disk": "disco",
    "ledger": "registro",
    "rights": "permisos",
    "chats": "los chats",
    "settings_fine": "datos en {folder}, modelo {model}",
    "model_fine": "{name}, de {dimension} dimensiones",
    "model_wrong": "{problem}: corrige {variable}",
    "refining_none": "ninguno: {reason}",
    "database_none": "todavía no hay mensajes: `pullquote import RUTA` los trae",
    "database_older": (
        "entera, de una versión anterior: la próxima orden que la abra la pondrá al día; un "
        "Pullquote anterior ya no podrá leerla, así que haz antes una copia"
    ),
    "database_other": "hecha con {model}, no con EMBEDDING_MODEL: ejecuta `pullquote reindex`",
    "ledger_fine": "entero",
    "ledger_none": "todavía no se ha preguntado nada en un chat",
    "chats_not_yet": "no se miran hasta que el registro esté entero otra vez",
    "chats_not": "no se han mirado: {problem}",
    "disk_free": "{free} MB libres",
    "disk_full": "{free} MB libres: haz sitio, hacen falta al menos {least} MB",
    "backing_up": "Copiando y comprobando…",
    "backed_up": (
        "{files}: copiado en {folder} y comprobado. Lo que se olvide a partir de ahora sigue en "
        "esta copia."
    ),
    "restoring": "Comprobando y restaurando…",
    "restored": (
        "{files}: restaurado desde {folder}. Lo que se olvidó desde entonces ha vuelto: olvídalo "
        "de nuevo."
    ),
    "bundle_written": "{path}: versiones, ajustes, tamaños; ni mensajes, nombres ni tokens. Léelo.",
    "not_in_backup": "{files}: no está en la copia, se deja como estaba.",
    "rights_fine": "{folder} y lo que contiene son solo de su dueño",
    "rights_open": "otros tienen permisos sobre {path} (modo {mode}): {command}",
    "rights_shared": (
        "da a PULLQUOTE_DATA una carpeta propia o, si otros no la necesitan, {command}"
    ),
}
