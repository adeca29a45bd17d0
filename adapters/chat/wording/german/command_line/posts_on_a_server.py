"""What the commands say where PULLQUOTE_DATABASE has a server keep posts and ledger, in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SERVER: Final[Mapping[str, str]] = {
    "server_copies": (
        "{home} sichern die Werkzeuge des Servers, nicht Pullquote: nimm pg_dump und pg_restore."
    ),
    "moved": (
        "{posts:Beitrag oder Kommentar|Beiträge und Kommentare}: von {home} nach {target} "
        "kopiert und geprüft."
    ),
    "moved_ledger": "Das Register: {rows:Zeile|Zeilen}, kopiert und geprüft.",
    "moved_next": (
        "Um sie dort zu nutzen, setze {setting}; was von jetzt an dazukommt, fehlt in der Kopie."
    ),
}
