"""What is wrong with a model, in German, by the English."""

from __future__ import annotations

from typing import Final

MODELS: Final = {
    "{name} is not installed: {remedy}": "{name} ist nicht installiert: {remedy}",
    "it is {setting}, so that no second model reads the posts": (
        "es ist {setting}, sodass kein zweites Modell die Beiträge liest"
    ),
    "`pip install 'pullquote[e5]'` brings it": "`pip install 'pullquote[e5]'` holt es",
    "`pip install 'pullquote[models]'` brings it": "`pip install 'pullquote[models]'` holt es",
    "the model {model!r} is not installed: {remedy}": (
        "das Modell {model!r} ist nicht installiert: {remedy}"
    ),
    "the model {model!r} does not run here ({reason}): {remedy}": (
        "das Modell {model!r} läuft hier nicht ({reason}): {remedy}"
    ),
    "the model {model!r} is gone since the posts were indexed with it: run `pullquote reindex`": (
        "das Modell {model!r} ist weg, seit die Beiträge damit indiziert wurden: führe `pullquote"
        " reindex` aus"
    ),
    "the model {model!r} was changed since the posts were indexed with it: run `pullquote"
    " reindex`": (
        "das Modell {model!r} hat sich geändert, seit die Beiträge damit indiziert wurden: führe"
        " `pullquote reindex` aus"
    ),
    "the process of the embedding model {model!r} ended with status {status}: try again, and look"
    " whether there is enough memory for the model": (
        "der Prozess des Modells {model!r} endete mit dem Status {status}: versuche es noch einmal,"
        " und sieh nach, ob der Speicher für das Modell reicht"
    ),
    "the embedding model {model!r} cannot be loaded ({reason})": (
        "das Modell {model!r} kann nicht geladen werden ({reason})"
    ),
    "there is no such folder": "einen solchen Ordner gibt es nicht",
    "REFINING_MODEL: {problem}": "REFINING_MODEL: {problem}",
    "the embedding model {model!r} needs {package}: {remedy}": (
        "das Modell {model!r} braucht {package}: {remedy}"
    ),
    "the embedding model {model!r} failed ({reason})": (
        "das Modell {model!r} ist gescheitert ({reason})"
    ),
}
