"""What admins are told of open questions that several of them answer, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

OPEN_QUESTIONS: Final[Mapping[str, str]] = {
    "answering": "{name} y répond aussi en ce moment.",
    "settled": "Cette question n’est plus ouverte : {name} y a répondu ou l’a écartée.",
    "closed": "Cette question n’est plus ouverte.",
    "draft": "Vos mots, pour qu’ils ne soient pas perdus :",
    "no_posts": (
        "Sans messages, je ne peux répondre à aucune question : /posts watch ou /posts import en"
        " apporte. Ce à quoi ils ne répondent pas sera listé ici."
    ),
    "none_asked": (
        "Je ne connais aucune question posée ici : mentionnez-moi avec une question, ou"
        " utilisez /ask. Ce à quoi rien ne répond sera listé ici."
    ),
    "as_table": "En tableau",
    "table": "Ce à quoi rien ne répond ici : {count:question|questions}.",
    "in_direct": "Le tableau est dans nos messages directs.",
}
