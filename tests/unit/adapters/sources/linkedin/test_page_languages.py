"""What LinkedIn says around a post and a comment, signed in, in each of its languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from adapters.sources.linkedin.boilerplate import classify

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

POST: Final = "The kiln was repaired on Tuesday.\nIt heats up to 1,200 degrees now."
COMMENT: Final = "Well done, the kiln was missed."
PAGES: Final = {
    "en": f"""Marie Dupont
 • 2nd
Head of the Wood Workshop
2w • Edited • Anyone
Follow
{POST}
…more
Show translation
Reactions
+134
2 comments
Like
Comment
Repost
Send
Most recent
John Small
 • 3rd+
Engineer
1w
{COMMENT}
Like
Reply
Add a comment…
""",
    "fr": f"""Marie Dupont
 • 2e
Directrice de l’Atelier du Bois
2 sem. • Modifié • Tout le monde
Suivre
{POST}
Voir la traduction
Réactions +134
2 commentaires
J’aime
Commenter
Republier
Envoyer
Les plus récents
John Small
 • 3e et +
Ingénieur
1 sem.
{COMMENT}
J’aime
Répondre
Ajouter un commentaire…
""",
    "de": f"""Marie Dupont
Marie Dupont
   • 2.
Leiterin der Holzwerkstatt
2 Wochen • Bearbeitet • Jeder
Folgen
{POST}
…mehr
Übersetzung anzeigen
42
Paul Martin und 41 weitere Personen
2 Kommentare
Gefällt mir
Kommentieren
Reposten
Senden
Reaktionen
+34
Relevanteste
John Small
   • 3.+
Ingenieur
1 Woche
{COMMENT}
Gefällt mir
Antworten
Kommentar hinzufügen…
""",
    "es": f"""Marie Dupont
   • 2º
Directora del taller
2 semanas • Editado • Cualquiera
Seguir
{POST}
… más
Ver traducción
42
Paul Martin y 41 personas más
2 comentarios
Recomendar
Comentar
Compartir
Enviar
Más relevantes
John Small
   • 3er+
Ingeniero
1 semana
{COMMENT}
Recomendar
Responder
Añadir un comentario…
""",
}
SIGNED_OUT: Final = {
    "de": f"""Zum Hauptinhalt springen
LinkedIn
Artikel
Personen
Jobs
Einloggen
Mitglied werden
Beitrag von Marie Dupont
Profil von Marie Dupont anzeigen
Marie Dupont

Leiterin der Holzwerkstatt

2 Monate
Diesen Beitrag melden
{POST}

42
2 Kommentare
Gefällt mir
Kommentieren
Teilen
Zum Anzeigen oder Hinzufügen von Kommentaren einloggen
Profil von John Small anzeigen
John Small
Ingenieur

2 Monate
{COMMENT}
Gefällt mir
Antworten
1 Reaktion
Weitere Kommentare anzeigen
Themen entdecken
Vertrieb
LinkedIn © 2025
Nutzervereinbarung
Sprache
""",
    "es": f"""Ir al contenido principal
LinkedIn
Artículos
Personas
Empleos
Inicia sesión
Únete ahora
Publicación de Marie Dupont
Ver el perfil de Marie Dupont
Marie Dupont

Directora del taller

2 meses
Denunciar esta publicación
{POST}

42
2 comentarios
Recomendar
Comentar
Compartir
Inicia sesión para ver o añadir un comentario
John Small
Ingeniero

2 meses
{COMMENT}
Recomendar
Responder
1 reacción
Ver más comentarios
Más publicaciones relevantes
Otra Persona
Compra mi curso.
LinkedIn © 2025
Condiciones de uso
Idioma
""",
}


@pytest.mark.parametrize("page", [*PAGES.values(), *SIGNED_OUT.values()])
def test_a_page_is_its_post_and_its_comment(page: str, read_file: ReadFile) -> None:
    post, comment = read_file(page, "page.txt").posts

    assert (post.author, post.text) == ("Marie Dupont", POST)
    assert (comment.author, comment.text) == ("John Small", COMMENT)
    assert post.age
    assert comment.age


@pytest.mark.parametrize(
    ("line", "age", "text"),
    [
        ("2 mesesEnhorabuena", "2 meses", "Enhorabuena"),
        ("3 WochenGlückwunsch", "3 Wochen", "Glückwunsch"),
        ("1 MonatDanke", "1 Monat", "Danke"),
        ("vor 2 Wochen", "vor 2 Wochen", ""),
        ("Hace 3 días", "Hace 3 días", ""),
        ("5 Std. • 🌐", "5 Std.", ""),
        ("2 mois • Tout le monde", "2 mois", ""),
    ],
)
def test_an_age_is_known_in_each_language(line: str, age: str, text: str) -> None:
    found = classify(line)

    assert (found.kind, found.age, found.text) == ("age", age, text)


@pytest.mark.parametrize("line", ["2.", "Alle", "Tout le monde", "5 dalle", "2 Wochen später"])
def test_what_people_write_as_well_is_no_furniture(line: str) -> None:
    assert classify(line).kind in {"text", "number"}
