"""What is wrong with the databases in files, or with the machine, in Spanish, by the English."""

from __future__ import annotations

from typing import Final

DATABASES: Final = {
    "there are no posts in {place} yet: bring some in with `pullquote import PATH`": (
        "todavía no hay mensajes en {place}: `pullquote import RUTA` los trae"
    ),
    "another process is using {path}: try again later": (
        "otro proceso usa {path}: inténtalo más tarde"
    ),
    "the posts are removed, but {place} cannot be rewritten without them at the moment ({reason}):"
    " make room for one more copy there, and give the same command again": (
        "los mensajes están eliminados, pero {place} no se puede reescribir sin ellos por ahora"
        " ({reason}): haz sitio allí para una copia más y repite la misma orden"
    ),
    "the posts are removed, but another process still uses {place}: give the same command again"
    " later, to take them out of the files too": (
        "los mensajes están borrados, pero otro proceso usa todavía {place}: repite la misma orden"
        " más tarde, para quitarlos también de los archivos"
    ),
    "{path} is damaged ({reason}): {remedy}": "{path} está dañado ({reason}): {remedy}",
    "{path} is damaged ({problems}): {remedy}": "{path} está dañado ({problems}): {remedy}",
    "{path} is damaged (a text is not UTF-8): {remedy}": (
        "{path} está dañado (un texto no es UTF-8): {remedy}"
    ),
    "{path} is damaged (a value is not as it was stored: {kind}): {remedy}": (
        "{path} está dañado (un valor no está como se guardó: {kind}): {remedy}"
    ),
    "{path} is damaged or not a database ({reason}): {remedy}": (
        "{path} está dañado o no es una base de datos ({reason}): {remedy}"
    ),
    "{path} cannot be used ({reason})": "{path} no se puede usar ({reason})",
    "{path} cannot be used ({reason}): {remedy}": "{path} no se puede usar ({reason}): {remedy}",
    "{path} cannot be used ({reason}): see that its folder exists and can be written": (
        "{path} no se puede usar ({reason}): comprueba que su carpeta existe y que se puede"
        " escribir en ella"
    ),
    "{path} cannot be used ({reason}): see that it can be written, or move it away": (
        "{path} no se puede usar ({reason}): comprueba que se puede escribir en él, o llévalo a"
        " otro sitio"
    ),
    "{path} cannot be read or written ({reason}): {remedy}": (
        "{path} no se puede leer ni escribir ({reason}): {remedy}"
    ),
    "{path} cannot be copied ({reason}): {remedy}": (
        "{path} no se puede copiar ({reason}): {remedy}"
    ),
    "{path} cannot be written ({reason})": "{path} no se puede escribir ({reason})",
    "{path} may not be written or read by this account: {remedy}": (
        "esta cuenta no puede escribir ni leer {path}: {remedy}"
    ),
    "{path} may not be used so by this account ({reason}): {remedy}": (
        "esta cuenta no puede usar así {path} ({reason}): {remedy}"
    ),
    "the disk of {path} is full: {remedy}": "el disco de {path} está lleno: {remedy}",
    "{path} is no file, but a folder or a device: move it away, or set PULLQUOTE_DATA elsewhere": (
        "{path} no es un archivo, sino una carpeta o un dispositivo: muévelo, o haz que"
        " PULLQUOTE_DATA apunte a otro lugar"
    ),
    "{path} is empty: {remedy}": "{path} está vacío: {remedy}",
    "{path} is gone, but {journal} is still there: {remedy}": (
        "{path} ya no existe, pero {journal} sigue ahí: {remedy}"
    ),
    "{path} is a link that leads nowhere: put back what it leads to, or remove it": (
        "{path} es un enlace que no lleva a ninguna parte: devuelva a su sitio aquello a lo que"
        " lleva, o bórralo"
    ),
    "{path} is a link: set PULLQUOTE_DATA to where it leads": (
        "{path} es un enlace: pon en PULLQUOTE_DATA el lugar al que lleva"
    ),
    "{path} is being written to all the time: check it again later": (
        "{path} cambia sin parar: compruébalo más tarde"
    ),
    "{path} was overwritten while it was in use, or is damaged: {remedy}": (
        "{path} fue sobrescrito mientras se usaba, o está dañado: {remedy}"
    ),
    "{path} was overwritten while it was in use: restart this process": (
        "{path} fue sobrescrito mientras se usaba: reinicia este proceso"
    ),
    "{path} was overwritten while it was in use: restart this process (what was not yet in the"
    " file is kept in {kept})": (
        "{path} fue sobrescrito mientras se usaba: reinicia este proceso (lo que aún no estaba en"
        " el archivo se guarda en {kept})"
    ),
    "{path} was replaced, overwritten or taken away while it was in use: this was not stored": (
        "{path} fue reemplazado, sobrescrito o retirado mientras se usaba: esto no se ha guardado"
    ),
    "{path} is gone while it is in use: put it, or a copy of it, back": (
        "{path} ha desaparecido mientras se usaba: devuélvalo a su sitio, o una copia"
    ),
    "{path} was replaced while it was in use, without its journal: restart this process": (
        "{path} fue reemplazado mientras se usaba, sin su diario: reinicia este proceso"
    ),
    "{path} was replaced while it was in use: from now on the new file is used": (
        "{path} fue reemplazado mientras se usaba: desde ahora se usa el archivo nuevo"
    ),
    "was not made by Pullquote: move it away, or set PULLQUOTE_DATA elsewhere": (
        "no es de Pullquote: llévalo a otro sitio, o pon otra carpeta en PULLQUOTE_DATA"
    ),
    "was not made by Pullquote: {remedy}": "no es de Pullquote: {remedy}",
    "was made by a newer Pullquote: update this one": (
        "es de un Pullquote más nuevo: actualiza este"
    ),
    "was made by an older Pullquote and cannot be brought up to date here: give a command once"
    " where it may be written": (
        "es de un Pullquote más antiguo y aquí no se puede poner al día: da una vez una orden donde"
        " se pueda escribir en él"
    ),
    "put a backup in its place with `pullquote restore`, or move it away and import again": (
        "pon una copia de seguridad en su lugar con `pullquote restore`, o llévalo a otro sitio e"
        " importa de nuevo"
    ),
    "{remedy}; `pullquote export` prints what can still be read": (
        "{remedy}; `pullquote export` muestra lo que aún se puede leer"
    ),
    "`pullquote check` says more; put a backup in its place with `pullquote restore`": (
        "`pullquote check` dice más; pon una copia de seguridad en su lugar con `pullquote restore`"
    ),
    "put a backup in its place, or move it away, and what was asked, rated and watched with it": (
        "pon una copia de seguridad en su lugar, o llévalo a otro sitio, y con él lo preguntado,"
        " valorado y seguido"
    ),
    "nothing was restored, take another backup": "no se ha restaurado nada, tome otra copia",
    "{path} holds what the backup does not: make a copy of it if you want to keep it, then give"
    " --force": (
        "{path} contiene lo que la copia no tiene: haz una copia si quieres conservarlo, y luego"
        " añade --force"
    ),
    "{path} is damaged, and may hold posts that the backup does not: save what can still be read"
    " with `pullquote export`, or make a copy of it, then give --force": (
        "{path} está dañado, y puede contener mensajes que la copia no tiene: guarda lo "
        "que aún se pueda leer con `pullquote export`, o haz una copia, y luego añade --force"
    ),
    "{path} is damaged, and may hold what the backup does not: make a copy of it if you want to"
    " keep it, then give --force": (
        "{path} está dañado, y puede contener lo que la copia no tiene: haz una copia si "
        "quieres conservarlo, y luego añade --force"
    ),
    "{path} is damaged or no database, and may hold what the backup does not: make a copy of it if"
    " you want to keep it, then give --force": (
        "{path} está dañado o no es una base de datos, y puede contener lo que la copia no tiene:"
        " haz una copia si quieres conservarlo, y luego añade --force"
    ),
    "{path} is gone, but {journal} is still there, and may hold what the backup does not: move it"
    " elsewhere if you want to keep it, and try again, or give --force to have it deleted": (
        "{path} ya no existe, pero {journal} sigue ahí, y puede contener lo que la copia no tiene:"
        " muévelo a otro lugar si quieres conservarlo, y prueba otra vez, o añade --force para"
        " borrarlo"
    ),
    "{path} was overwritten while it was in use: stop this process, then put a backup"
    " in its place with `pullquote restore`, or move it away with its journal": (
        "{path} se sobrescribió mientras estaba en uso: detén este proceso, y luego pon una copia"
        " en su lugar con `pullquote restore`, o muévelo a otro lugar con su diario"
    ),
    "{path} was replaced or taken away while it was in use: put the same file back, or"
    " stop this process, then put a backup in its place with `pullquote restore`": (
        "{path} se sustituyó o se quitó mientras estaba en uso: devuelve el mismo archivo a su"
        " lugar, o detén este proceso, y luego pon una copia en su lugar con `pullquote restore`"
    ),
    "another `pullquote run` serves from {folder}: stop it first, or set PULLQUOTE_DATA to another"
    " folder": (
        "otro `pullquote run` sirve desde {folder}: detenlo antes, o pon otra carpeta en "
        "PULLQUOTE_DATA"
    ),
    "{folder} holds no {posts} or {ledger}: name a folder that a backup made": (
        "{folder} no contiene ni {posts} ni {ledger}: indica una carpeta hecha por una copia de"
        " seguridad"
    ),
    "{folder} is the data folder itself: name the folder of a backup": (
        "{folder} es la propia carpeta de datos: indica la de una copia de seguridad"
    ),
    "{folder} is already there, and nothing is written over": (
        "{folder} ya existe, y no se sobrescribe nada"
    ),
    "another process has {path} open, and nothing was restored: stop the bot and every other"
    " command, then try again": (
        "otro proceso tiene abierto {path}, y no se ha restaurado nada: para el bot y cualquier"
        " otra orden, e inténtalo de nuevo"
    ),
    "run the command as the account that owns it, or give this one rights to the file and its"
    " folder": (
        "da la orden con la cuenta a la que pertenece, o da a esta permisos sobre el archivo y su"
        " carpeta"
    ),
    "{path} lies on a file system that is mounted read-only: {remedy}": (
        "{path} está en un sistema de archivos montado solo para lectura: {remedy}"
    ),
    "name another folder, or have it mounted for writing": (
        "nombra otra carpeta, o haz que se monte para escritura"
    ),
    "give another name, or look at what its folders are": (
        "da otro nombre, o mira qué son sus carpetas"
    ),
    "look at the disk, and at the limits of the process (`ulimit -a`)": (
        "mira el disco, y los límites del proceso (`ulimit -a`)"
    ),
    "make room there and give the command again: nothing is half stored": (
        "haz sitio allí y repite la orden: nada queda guardado a medias"
    ),
    "there is not enough memory: a question needs some 700 MB of address space with both"
    " models, so allow the process more (`ulimit -v`), or end others": (
        "no hay memoria suficiente: una pregunta necesita unos 700 MB de espacio de direcciones con"
        " ambos modelos, así que permite más al proceso (`ulimit -v`), o termina otros"
    ),
    "a file": "un archivo",
    "{count:,} of its {pages:,} pages are not in the file": (
        "{count:,} de sus {pages:,} páginas no están en el archivo"
    ),
    "1 of its {pages:,} pages is not in the file": (
        "1 de sus {pages:,} páginas no está en el archivo"
    ),
    "its identity is missing": "falta su identidad",
    "its numbers are none": "sus números no lo son",
    "its stamps are missing": "faltan sus marcas",
    "it is a link that leads nowhere": "es un enlace que no lleva a ninguna parte",
    "the file is empty": "el archivo está vacío",
    "it is gone, but {journal} is still there": "ya no existe, pero {journal} sigue ahí",
    "it has no tables": "no tiene tablas",
    "the -wal file beside it was begun on another content than this": (
        "el archivo -wal que está a su lado se empezó sobre otro contenido que este"
    ),
    "a name or a text in it is not UTF-8": "un nombre o un texto en él no es UTF-8",
    "a value in it is not as it was stored: {kind}": (
        "un valor en él no está como se guardó: {kind}"
    ),
    "row {row} of {table} belongs to nothing in {parent}": (
        "la fila {row} de {table} no pertenece a nada en {parent}"
    ),
    "{count:,} posts have no passages": "{count:,} mensajes sin pasajes",
    "{count:,} posts have passages out of order": "{count:,} mensajes con pasajes en desorden",
    "{count:,} passages begin behind their end": "{count:,} pasajes empiezan después de su final",
    "{count:,} passages have no vector": "{count:,} pasajes sin vector",
    "{count:,} vectors have not the length of their model": (
        "{count:,} vectores no tienen la longitud de su modelo"
    ),
    "{count:,} vectors are none that a model makes": "{count:,} vectores no son de ningún modelo",
    "{count:,} stamps are missing": "faltan {count:,} marcas",
    "{count:,} identities are missing": "faltan {count:,} identidades",
    "{count:,} tables may give numbers out again": "{count:,} tablas podrían repetir números",
    "{name} is missing": "falta {name}",
    "{name} is not as it was made": "{name} no está como se hizo",
    "a post is not as it was stored": "un mensaje no está como se guardó",
    "the post {id!r} is not as it was stored": "el mensaje {id!r} no está como se guardó",
    "passages of posts for {audience} are labelled for others": (
        "hay pasajes de mensajes para {audience} marcados para otros"
    ),
    "the words are not those of the passages ({reason})": (
        "las palabras no son las de los pasajes ({reason})"
    ),
}
