"""What the commands say where PULLQUOTE_DATABASE has a server keep the posts, in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SERVER: Final[Mapping[str, str]] = {
    "run_needs_file": (
        "`pullquote run` kann noch keine Beiträge auf einem Server nutzen: nimm "
        "PULLQUOTE_DATABASE heraus und importiere die Beiträge in den Datenordner."
    ),
    "server_copies": (
        "{home} sichern die Werkzeuge des Servers, nicht Pullquote: nimm pg_dump und pg_restore, "
        "und kopiere {ledger} von Hand."
    ),
    "moved": (
        "{posts:Beitrag oder Kommentar|Beiträge und Kommentare}: von {home} nach {target} "
        "kopiert und geprüft."
    ),
    "moved_next": (
        "Um sie dort zu nutzen, setze {setting}; was von jetzt an dazukommt, fehlt in der Kopie."
    ),
}
