from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.linkedin.whole_page import without_site

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

SIGNED_OUT: Final = {
    "en": """Skip to main content
LinkedIn
Top Content
People
Learning
Jobs
Games
Sign in
Join now
Marie Dupont’s Post
View profile for Marie Dupont
Marie Dupont

Head of the Wood Workshop

2mo
Report this post
The kiln was repaired on Tuesday.
It heats up to 1,200 degrees now.

42
2 Comments
Like
Comment
Share
Copy
LinkedIn
Facebook
X
To view or add a comment, sign in
View profile for John Small
John Small
Engineer

2mo
Report this comment
Well done, the kiln was missed.
Like
Reply
1 Reaction
See more comments
To view or add a comment, sign in
1,234 followers
56 Posts
View Profile Follow
More Relevant Posts
View profile for Another Person
Another Person
Seller

1w
Report this post
Buy my course on glazing.
12
Like
Comment
Share
Explore content categories
Career
LinkedIn © 2025
About
User Agreement
Language
""",
    "fr": """Passer au contenu principal
LinkedIn
Articles
Personnes
LinkedIn Learning
Emplois
Jeux
S’identifier
Inscrivez-vous maintenant
Publication de Marie Dupont
Voir le profil de Marie Dupont
Marie Dupont

Directrice de l’Atelier du Bois

2 mois
Signaler ce post
The kiln was repaired on Tuesday.
It heats up to 1,200 degrees now.

42
2 commentaires
J’aime
Commenter
Partager
Copier
LinkedIn
Facebook
X
Pour afficher ou ajouter un commentaire, identifiez-vous
Voir le profil de John Small
John Small
Ingénieur

2 mois
Signaler ce commentaire
Well done, the kiln was missed.
J’aime
Répondre
1 réaction
Voir plus de commentaires
Pour afficher ou ajouter un commentaire, identifiez-vous
1 234 abonnés
56 posts
Voir le profil Suivre
Explorer les thèmes
Vente
LinkedIn © 2025
À propos
Conditions d’utilisation
Langue
""",
}
SIGNED_IN: Final = {
    "en": """0 notifications total
Skip to main content
Home
My Network
Jobs
Messaging
Notifications
Me
Zoe Martin
Potter
Feed post
Marie Dupont
Marie Dupont
   • 1st
Head of the Wood Workshop
2mo •  2 months ago • Visible to anyone on or off LinkedIn
Follow
The kiln was repaired on Tuesday.
It heats up to 1,200 degrees now.
…more
Activate to view larger image,
No alternative text description for this image
like
celebrate
42
Paul Martin and 41 others
2 comments
Like
Comment
Repost
Send
Photo of Zoe Martin
Add a comment…
Open Emoji Keyboard
Most relevant
John Small
John Small
   • 2nd
Engineer
2mo
Well done, the kiln was missed.
Like
Reply
About
Accessibility
Help Center
Privacy & Terms
LinkedIn Corporation © 2025
Messaging
You are on the messaging overlay. Press enter to minimize it.
""",
    "fr": """0 notification
Passer au contenu principal
Accueil
Réseau
Emplois
Messagerie
2
2 nouvelles notifications
Notifications
Photo de Zoé
Vous
Zoé Martin
Potière
Marie DupontMarie Dupont
   • 1er
Directrice de l’Atelier du Bois
2 mois • Modifié •  il y a 2 mois • Visible de tous sur LinkedIn et en dehors
Suivre
The kiln was repaired on Tuesday.
It heats up to 1,200 degrees now.
…plus
Activez pour voir une image plus grande,
Aucune description de texte alternatif pour cette image
likecelebrate
42
Paul Martin et 41 autres personnes
2 commentaires
J’aime
Commenter
Republier
Envoyer
Photo de Zoé Martin
Ajouter un commentaire…
Ouvrir le clavier des émoticônes
Les plus pertinents
John SmallJohn Small
   • 2e
Ingénieur
2 mois
Well done, the kiln was missed.
J’aime
Répondre
À propos
Accessibilité
Assistance clientèle
Confidentialité et conditions générales
LinkedIn Corporation © 2025
""",
}
PAGES: Final = [*SIGNED_OUT.values(), *SIGNED_IN.values()]


@pytest.mark.parametrize("page", PAGES, ids=["out-en", "out-fr", "in-en", "in-fr"])
def test_a_page_that_was_copied_whole_is_its_post_and_its_comments(
    page: str, read_file: ReadFile
) -> None:
    found = read_file(page, "page.txt")

    assert [(post.kind, post.author, post.text) for post in found.posts] == [
        (
            "post",
            "Marie Dupont",
            "The kiln was repaired on Tuesday.\nIt heats up to 1,200 degrees now.",
        ),
        ("comment", "John Small", "Well done, the kiln was missed."),
    ]
    assert found.left_out["page_furniture"] > 20


@pytest.mark.parametrize("heading", ["Posts that may suit you", "More posts by Marie Dupont"])
def test_what_is_commented_on_below_the_replies_is_anothers_post(
    heading: str, read_file: ReadFile
) -> None:
    """Whatever the site says above it."""
    found = read_file(SIGNED_OUT["en"].replace("More Relevant Posts", heading), "page.txt")
    assert [post.author for post in found.posts] == ["Marie Dupont", "John Small"]
    assert "glazing" not in found.posts[1].text


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_page_that_was_copied_from_its_heading_on_has_no_heading_in_it(
    language: str, read_file: ReadFile
) -> None:
    page = SIGNED_OUT[language].partition("\n12")[0]
    first = "Marie Dupont’s Post" if language == "en" else "Publication de Marie Dupont"
    found = read_file(page[page.index(first) : page.rindex("1")], "page.txt")

    assert [post.author for post in found.posts] == ["Marie Dupont", "John Small"]
    assert found.posts[0].text.startswith("The kiln was repaired")


def test_of_a_page_that_was_copied_with_its_footer_the_footer_goes(read_file: ReadFile) -> None:
    page = SIGNED_IN["en"]
    found = read_file(page[page.index("Marie Dupont") :], "page.txt")

    assert [post.author for post in found.posts] == ["Marie Dupont", "John Small"]
    assert "LinkedIn" not in " ".join(post.text for post in found.posts)


@pytest.mark.parametrize(
    "text",
    [
        "Jobs\nPeople\nHome\nthree words that begin nothing",
        "Publication de la charte\n\nElle est affichée dans l’atelier.\nJ’aime\nRépondre",
        "About\nLanguage\nHome: the Skip to main content link is broken.",
        "",
    ],
)
def test_what_is_no_whole_page_stays_as_it_is(text: str) -> None:
    assert without_site(text) == (text, 0)


def test_a_page_of_nothing_but_the_site_is_no_post(read_file: ReadFile) -> None:
    page = SIGNED_OUT["en"].partition("Marie")[0] + "LinkedIn © 2025\nLike\nReply\n"
    assert read_file(page, "page.txt").posts == []
