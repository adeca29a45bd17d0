"""Every sentence of an answer that a person reads, in every language we speak."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Wording:
    """Our own words in one language; quotes stay as they were written.

    Attributes:
        language: Its code.
        nothing_found: Said when no post answers.
        nothing_in_filters: Said instead when the question was narrowed by filters.
        nearest: Introduces the posts that came nearest.
        unknown_author: Stands where an author is not known.
        age: Tells how old the page said a post was; `{age}` is put in.
        post: What a post of its own is called.
        comment: What a comment or a reply is called.
        welcome: Greets in the terminal, and tells how to leave.
        failed: Said when something broke; `{error_id}` finds it in the log.
    """

    language: str
    nothing_found: str
    nothing_in_filters: str
    nearest: str
    unknown_author: str
    age: str
    post: str
    comment: str
    welcome: str
    failed: str


ENGLISH: Final = Wording(
    language="en",
    nothing_found="Nothing in the posts answers that.",
    nothing_in_filters="Nothing answers that within these filters: try it without them.",
    nearest="The nearest posts:",
    unknown_author="unknown author",
    age="{age} when it was copied",
    post="post",
    comment="comment",
    welcome="Ask what the posts know. An empty line or Ctrl-D ends.",
    failed="Something went wrong on our side (error {error_id}).",
)

FRENCH: Final = Wording(
    language="fr",
    nothing_found="Rien dans les messages ne répond à cela.",
    nothing_in_filters="Rien n’y répond avec ces filtres : essayez sans eux.",
    nearest="Les plus proches :",
    unknown_author="auteur inconnu",
    age="{age} au moment de la copie",
    post="message",
    comment="commentaire",
    welcome="Demandez ce que savent les messages. Une ligne vide ou Ctrl-D pour finir.",
    failed="Quelque chose a échoué de notre côté (erreur {error_id}).",
)


def wording_for(locale: str) -> Wording:
    """Returns our words for a locale (`fr`, `fr_FR.UTF-8`, `en-US`); English for any other."""
    return FRENCH if locale.lower().startswith("fr") else ENGLISH
