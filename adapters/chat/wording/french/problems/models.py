"""What is wrong with a model, in French, by the English."""

from __future__ import annotations

from typing import Final

MODELS: Final = {
    "{name} is not installed: {remedy}": "{name} n’est pas installé : {remedy}",
    "it is {setting}, so that no second model reads the posts": (
        "il vaut {setting}, si bien qu’aucun second modèle ne lit les messages"
    ),
    "`pip install 'pullquote[e5]'` brings it": "`pip install 'pullquote[e5]'` l’apporte",
    "`pip install 'pullquote[models]'` brings it": "`pip install 'pullquote[models]'` l’apporte",
    "the model {model!r} is not installed: {remedy}": (
        "le modèle {model!r} n’est pas installé : {remedy}"
    ),
    "the model {model!r} does not run here ({reason}): {remedy}": (
        "le modèle {model!r} ne fonctionne pas ici ({reason}) : {remedy}"
    ),
    "the model {model!r} is gone since the posts were indexed with it: run `pullquote reindex`": (
        "le modèle {model!r} a disparu depuis que les messages ont été indexés avec lui : lancez"
        " `pullquote reindex`"
    ),
    "the model {model!r} was changed since the posts were indexed with it: run `pullquote"
    " reindex`": (
        "le modèle {model!r} a changé depuis que les messages ont été indexés avec lui : lancez"
        " `pullquote reindex`"
    ),
    "the process of the embedding model {model!r} ended with status {status}: try again, and look"
    " whether there is enough memory for the model": (
        "le processus du modèle {model!r} s’est terminé avec le code {status} : réessayez, et"
        " vérifiez que la mémoire suffit au modèle"
    ),
    "the embedding model {model!r} cannot be loaded ({reason})": (
        "le modèle {model!r} ne peut pas être chargé ({reason})"
    ),
    "there is no such folder": "aucun dossier de ce nom",
    "REFINING_MODEL: {problem}": "REFINING_MODEL : {problem}",
    "the embedding model {model!r} needs {package}: {remedy}": (
        "le modèle {model!r} a besoin de {package} : {remedy}"
    ),
    "the embedding model {model!r} failed ({reason})": "le modèle {model!r} a échoué ({reason})",
}
