"""What is wrong with a model, in Spanish, by the English."""

from __future__ import annotations

from typing import Final

MODELS: Final = {
    "{name} is not installed: {remedy}": "{name} no está instalado: {remedy}",
    "it is {setting}, so that no second model reads the posts": (
        "es {setting}, así que ningún segundo modelo lee los mensajes"
    ),
    "`pip install 'pullquote[e5]'` brings it": "`pip install 'pullquote[e5]'` lo trae",
    "`pip install 'pullquote[models]'` brings it": "`pip install 'pullquote[models]'` lo trae",
    "the model {model!r} is not installed: {remedy}": (
        "el modelo {model!r} no está instalado: {remedy}"
    ),
    "the model {model!r} does not run here ({reason}): {remedy}": (
        "el modelo {model!r} no funciona aquí ({reason}): {remedy}"
    ),
    "the model {model!r} is gone since the posts were indexed with it: run `pullquote reindex`": (
        "el modelo {model!r} ha desaparecido desde que se indexaron los mensajes con él: ejecuta"
        " `pullquote reindex`"
    ),
    "the model {model!r} was changed since the posts were indexed with it: run `pullquote"
    " reindex`": (
        "el modelo {model!r} ha cambiado desde que se indexaron los mensajes con él: ejecuta"
        " `pullquote reindex`"
    ),
    "the process of the embedding model {model!r} ended with status {status}: try again, and look"
    " whether there is enough memory for the model": (
        "el proceso del modelo {model!r} terminó con el código {status}: inténtalo de nuevo, y mira"
        " si hay memoria suficiente para el modelo"
    ),
    "the embedding model {model!r} cannot be loaded ({reason})": (
        "el modelo {model!r} no se puede cargar ({reason})"
    ),
    "there is no such folder": "no hay ninguna carpeta con ese nombre",
    "REFINING_MODEL: {problem}": "REFINING_MODEL: {problem}",
    "the embedding model {model!r} needs {package}: {remedy}": (
        "el modelo {model!r} necesita {package}: {remedy}"
    ),
    "the embedding model {model!r} failed ({reason})": "el modelo {model!r} ha fallado ({reason})",
}
