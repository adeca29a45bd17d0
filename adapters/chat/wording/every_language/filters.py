"""Why a filter cannot be used, and what to write instead, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH_FILTERS: Final[Mapping[str, str]] = {
    "NotAName": '{name}: needs a name, as in {name}:maria or {name}:"Maria Lopez".',
    "NotADay": "{name}:{value} is not a day: write it as {name}:2024-09-26.",
    "NotStored": "{name}:{value} – nothing here has that name.",
    "Misspelt": "{name}:{value} – nothing here has that name: did you mean {name}:{near}?",
    "NotAKind": "kind:{value} is not known: write kind:post or kind:comment.",
    "NotAFilter": "{name}: is no filter here. Leave it out, or say it in words; there are {known}.",
    "NoNegation": "-{name}: leaves nothing out here: name what you want, or leave it out.",
    "NoAsker": "from:{value} is only known in a chat: write from:NAME.",
}

FRENCH_FILTERS: Final[Mapping[str, str]] = {
    "NotAName": '{name}: attend un nom, comme {name}:maria ou {name}:"Maria Lopez".',
    "NotADay": "{name}:{value} n’est pas un jour : écrivez {name}:2024-09-26.",
    "NotStored": "{name}:{value} : rien ici ne porte ce nom.",
    "Misspelt": "{name}:{value} : rien ici ne porte ce nom. Vouliez-vous dire {name}:{near} ?",
    "NotAKind": "kind:{value} n’existe pas : écrivez kind:post ou kind:comment.",
    "NotAFilter": (
        "{name}: n’est pas un filtre ici. Enlevez-le, ou dites-le en mots ; il y a {known}."
    ),
    "NoNegation": "-{name}: n’exclut rien ici : nommez ce que vous voulez, ou enlevez-le.",
    "NoAsker": "from:{value} n’est connu que dans un chat : écrivez from:NOM.",
}

SPANISH_FILTERS: Final[Mapping[str, str]] = {
    "NotAName": '{name}: necesita un nombre, como {name}:maria o {name}:"Maria Lopez".',
    "NotADay": "{name}:{value} no es un día: escribe {name}:2024-09-26.",
    "NotStored": "{name}:{value}: aquí nada tiene ese nombre.",
    "Misspelt": "{name}:{value}: aquí nada tiene ese nombre. ¿Querías decir {name}:{near}?",
    "NotAKind": "kind:{value} no existe: escribe kind:post o kind:comment.",
    "NotAFilter": "{name}: no es un filtro aquí. Quítalo, o dilo con palabras; hay {known}.",
    "NoNegation": "-{name}: aquí no excluye nada: nombra lo que quieres, o quítalo.",
    "NoAsker": "from:{value} solo se conoce en un chat: escribe from:NOMBRE.",
}

GERMAN_FILTERS: Final[Mapping[str, str]] = {
    "NotAName": '{name}: braucht einen Namen, wie {name}:maria oder {name}:"Maria Lopez".',
    "NotADay": "{name}:{value} ist kein Tag: schreibe {name}:2024-09-26.",
    "NotStored": "{name}:{value} – so heißt hier nichts.",
    "Misspelt": "{name}:{value} – so heißt hier nichts: meinst du {name}:{near}?",
    "NotAKind": "kind:{value} gibt es nicht: schreibe kind:post oder kind:comment.",
    "NotAFilter": (
        "{name}: ist hier kein Filter. Lass es weg oder sag es in Worten; es gibt {known}."
    ),
    "NoNegation": "-{name}: schließt hier nichts aus: nenne, was du willst, oder lass es weg.",
    "NoAsker": "from:{value} ist nur in einem Chat bekannt: schreibe from:NAME.",
}
