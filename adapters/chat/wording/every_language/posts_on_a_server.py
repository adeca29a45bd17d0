"""What the commands say where PULLQUOTE_DATABASE has a server keep the posts, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH_SERVER: Final[Mapping[str, str]] = {
    "run_needs_file": (
        "`pullquote run` does not serve posts of a server yet: unset PULLQUOTE_DATABASE, and "
        "import the posts into the data folder."
    ),
    "server_copies": (
        "{home} is backed up by the server's own tools, not by Pullquote: use pg_dump and "
        "pg_restore, and copy {ledger} by hand."
    ),
    "moving": "Copying",
    "moved": (
        "{posts:post or comment|posts and comments}: copied from {home} to {target} and checked."
    ),
    "moved_next": (
        "To use them there, set {setting}; what is stored from now on is not in the copy."
    ),
}

FRENCH_SERVER: Final[Mapping[str, str]] = {
    "run_needs_file": (
        "`pullquote run` ne sert pas encore les messages d’un serveur : retirez "
        "PULLQUOTE_DATABASE, et importez les messages dans le dossier des données."
    ),
    "server_copies": (
        "{home} se sauvegarde par les outils du serveur, non par Pullquote : utilisez pg_dump et "
        "pg_restore, et copiez {ledger} à la main."
    ),
    "moving": "Copie",
    "moved": (
        "{posts:message ou commentaire|messages et commentaires} : copie de {home} vers "
        "{target}, vérifiée."
    ),
    "moved_next": (
        "Pour les y utiliser, réglez {setting} ; ce qui sera conservé dès maintenant manque à "
        "la copie."
    ),
}

SPANISH_SERVER: Final[Mapping[str, str]] = {
    "run_needs_file": (
        "`pullquote run` aún no sirve mensajes de un servidor: quita PULLQUOTE_DATABASE e importa "
        "los mensajes en la carpeta de datos."
    ),
    "server_copies": (
        "{home} se copia con las herramientas del servidor, no con Pullquote: usa pg_dump y "
        "pg_restore, y copia {ledger} a mano."
    ),
    "moving": "Copiando",
    "moved": (
        "{posts:mensaje o comentario|mensajes y comentarios}: copia de {home} a {target}, "
        "comprobada."
    ),
    "moved_next": (
        "Para usarlos allí, define {setting}; lo que se guarde desde ahora no está en la copia."
    ),
}

GERMAN_SERVER: Final[Mapping[str, str]] = {
    "run_needs_file": (
        "`pullquote run` kann noch keine Beiträge auf einem Server nutzen: nimm "
        "PULLQUOTE_DATABASE heraus und importiere die Beiträge in den Datenordner."
    ),
    "server_copies": (
        "{home} sichern die Werkzeuge des Servers, nicht Pullquote: nimm pg_dump und pg_restore, "
        "und kopiere {ledger} von Hand."
    ),
    "moving": "Wird kopiert",
    "moved": (
        "{posts:Beitrag oder Kommentar|Beiträge und Kommentare}: von {home} nach {target} "
        "kopiert und geprüft."
    ),
    "moved_next": (
        "Um sie dort zu nutzen, setze {setting}; was von jetzt an dazukommt, fehlt in der Kopie."
    ),
}
