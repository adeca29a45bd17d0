"""Pages of which only a piece was copied, in four languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile


class Piece(NamedTuple):
    above: str
    words: str
    below: str
    date: str = ""


PIECES: Final = {
    "buttons of a blog": Piece(
        "",
        "How we repaired the kiln\nThe kiln was repaired on Tuesday. It heats up to 1,200 degrees.",
        "Share this:\nClick to share on X (Opens in new window)\nX\nLike this:\nLike Loading...\n"
        "Related\nA year with the laser cutter\nMay 2, 2024\nIn “Workshop”",
    ),
    "a last link": Piece(
        "",
        "The kiln was repaired on Tuesday. It heats up to 1,200 degrees, and the door closes.",
        "Read more »",
    ),
    "a menu": Piece(
        "Home\nAbout\nThe bakers\nContact",
        "Bread in the kiln\nFlour\nSalt\nMix it, let it stand for a night, and bake it at 240"
        " degrees in the kiln.",
        "Print\nShare\n3\nLeave a comment",
    ),
    "a menu in one line": Piece(
        "Inicio | Blog | Talleres | Contacto",
        "El horno funciona\nEl horno se reparó el martes. Calienta hasta 1200 grados, y cierra.",
        "Compartir\nFacebook\nWhatsApp\nTambién te puede interesar\nUn año con la cortadora láser\n"
        "Leer más\nSuscríbete a nuestro boletín\nTu correo electrónico\nAviso legal",
    ),
    "a magazine": Piece(
        "Open in app\nSign up\nSign in",
        "How we repaired the kiln\nAda Lovelace",
        "·\nFollow\n4 min read\n·\n--\n3\nListen\nShare",
    ),
    "German": Piece(
        "Zum Inhalt springen\nStartseite\nWerkstatt\nÜber uns\nKontakt\nSuche\n"
        "Diese Website verwendet Cookies, um Ihnen das beste Erlebnis zu bieten.\n"
        "Alle akzeptieren\nNur notwendige Cookies\nCookie-Einstellungen",
        "Der Brennofen läuft wieder\n12. Mai 2025 von Ada\nDer Brennofen wurde am Dienstag"
        " repariert. Er heizt wieder bis 1200 Grad.",
        "Teilen\nFacebook\nE-Mail\nÄhnliche Beiträge\nEin Jahr mit dem Lasercutter\n"
        "Was kostet ein Schlüssel?\nKommentar hinterlassen\nDeine E-Mail-Adresse wird nicht"
        " veröffentlicht. Erforderliche Felder sind mit * markiert\nImpressum\nWerkstattordnung\n"
        "Datenschutz",
    ),
    "French": Piece(
        "Accueil\nActualités\nSociété\nRechercher\nSe connecter\nS’abonner",
        "Le four est réparé",
        "Temps de lecture : 3 min.\nPartager\nOffrir l’article",
        "Publié le 12 mai 2025 à 14h33\n",
    ),
}
MORE: Final = "Everything else stands in the notes of the workshop, which hang beside the door."


@pytest.mark.parametrize("name", PIECES)
def test_of_a_piece_of_a_page_only_the_words_are_kept(name: str, read_file: ReadFile) -> None:
    piece = PIECES[name]
    found = read_file(
        f"{piece.above}\n{piece.words}\n{piece.date}{MORE}\n{piece.below}\n", "page.txt"
    )
    lines = found.only.text.split("\n")
    others = [*piece.above.split("\n"), *piece.below.split("\n")]
    of_site = [line for line in others if line]

    assert [line for line in lines if line] == [*piece.words.split("\n"), MORE]
    assert found.left_out["page_furniture"] == len(of_site)
    assert (found.only.posted_at is not None) == bool(piece.date)


def test_it_is_told_where_it_is_long(read_file: ReadFile) -> None:
    words = "\n".join(
        f"The kiln was fired for the {at}th time, and everything held." for at in range(2_000)
    )

    found = read_file(f"{words}\nShare this:\nFacebook\nRead more", "page.txt")

    assert found.only.text == words
    assert found.left_out["page_furniture"] == 3


@pytest.mark.parametrize(
    "between",
    [
        "Price\n40\nRooms\n3",
        "Home\n3\nSearch",
        "More\nFlour",
        "Press\nSign in\nand then the blue button.",
        "Related to it is the glaze, which is sold at the counter.",
        "A share of it\nA comment on that",
    ],
)
def test_everyday_words_and_numbers_stay_where_people_wrote_them(
    between: str, read_file: ReadFile
) -> None:
    text = f"Opening hours\n\n{MORE}\n{between}\n{MORE}"

    found = read_file(text, "notes.txt")

    assert found.only.text == text
    assert not found.left_out


@pytest.mark.parametrize("between", ["Price\n40\nRooms\n3", "Flour\nMore\nSalt"])
def test_they_stay_in_a_copied_page_too(between: str, read_file: ReadFile) -> None:
    piece = PIECES["German"]

    found = read_file(f"{piece.above}\n{MORE}\n{between}\n{MORE}\n{piece.below}", "page.txt")

    assert found.only.text == f"{MORE}\n{between}\n{MORE}"


def test_what_goes_on_below_the_titles_of_others_stays(read_file: ReadFile) -> None:
    text = f"{MORE}\nÀ lire aussi\nUn an avec la découpeuse\nEt ça marche.\n{MORE}\nLire la suite"

    found = read_file(text, "page.txt")

    assert found.only.text == f"{MORE}\nEt ça marche.\n{MORE}"


@pytest.mark.parametrize(
    "between",
    ["Accessibility", "Privacy", "Kontakt", "More.", "Cookies", "Recommended\n- A4 paper\n- Ink"],
)
def test_a_heading_of_the_author_stays_though_sites_have_it_too(
    between: str, read_file: ReadFile
) -> None:
    piece = PIECES["German"]

    found = read_file(f"{piece.above}\n{MORE}\n{between}\n{MORE}\n{piece.below}", "page.txt")

    assert found.only.text == f"{MORE}\n{between}\n{MORE}"


SAVED: Final = f"""<!doctype html><html><head><title>The kiln</title></head><body>
<div><a href="/">Accueil</a> | <a href="/a">À propos</a> | <a href="/b">Contact</a></div>
<div id="content"><p>{MORE}</p><h3>What’s happening</h3><p>{MORE}</p><p>About</p><p>{MORE}</p>
<h3>Share this:</h3><ul><li>Click to share on X (Opens in new window)</li><li>Facebook</li></ul>
<p><a href="x">Lire la suite</a></p>
<h3>Articles similaires</h3><ul><li>Un an avec la découpeuse</li><li>Comment avoir une clé ?</li>
</ul><p>Ce site utilise des cookies pour améliorer votre expérience.</p>
<p>Mentions légales - Politique de confidentialité</p></div></body></html>"""


def test_a_saved_page_is_quoted_without_what_stands_in_its_article(read_file: ReadFile) -> None:
    found = read_file(SAVED, "page.html")

    lines = [line.lstrip("# ") for line in found.only.text.split("\n") if line]
    assert [line for line in lines if line != MORE] == ["What’s happening", "About"]
    assert found.left_out["page_furniture"] >= 5


@pytest.mark.parametrize("words", ["About", "Privacy policy", "Contact", "Home\nAbout"])
def test_a_page_that_is_all_such_words_keeps_them(words: str, read_file: ReadFile) -> None:
    assert read_file(words, "page.txt").only.text == words
    page = f"<html><body><p>{'</p><p>'.join(words.split())}</p></body></html>"
    assert read_file(page, "page.html").only.text.split() == words.split()
