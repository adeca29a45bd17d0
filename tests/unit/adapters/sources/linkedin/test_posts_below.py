"""What others wrote below a post and its comments is left out of a page that was copied whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

OTHERS: Final = """Photo de profil de Marc Small
Marc Small
• 3e et +
Fondateur
2 j
Achetez ma formation pour devenir riche en trente jours.
J’aime
Commenter
"""

COMMENTED: Final = """Passer au contenu principal
Accueil
Mon réseau
Messagerie
Publication de Marie Dupont
Photo de profil de Marie Dupont
Marie Dupont
• 2e
1 sem.
Le four est réparé depuis mardi.
J’aime
Commenter
Republier
Envoyer
"""

REPLIED: Final = """Ajouter un commentaire…
Photo de profil de John Small
John Small
• 3e et +
6 j
Il nous a manqué.
J’aime
5
Répondre
Charger plus de commentaires
"""


@pytest.mark.parametrize("heading", ["Plus de publications pour vous", "Dans la même veine", ""])
@pytest.mark.parametrize("comments", [REPLIED, ""], ids=["commented", "not commented"])
def test_others_posts_below_are_no_comments_whatever_their_heading_is_called(
    comments: str, heading: str, read_file: ReadFile
) -> None:
    found = read_file(f"{COMMENTED}{comments}{heading}\n{OTHERS}{OTHERS}", "page.txt")

    said = [(post.author, post.text) for post in found.posts]
    assert said[0] == ("Marie Dupont", "Le four est réparé depuis mardi.")
    assert said[1:] == ([("John Small", "Il nous a manqué.")] if comments else [])
