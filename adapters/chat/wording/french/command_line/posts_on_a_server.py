"""What the commands say where PULLQUOTE_DATABASE has a server keep posts and ledger, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SERVER: Final[Mapping[str, str]] = {
    "server_copies": (
        "{home} se sauvegarde par les outils du serveur, non par Pullquote : utilisez pg_dump et "
        "pg_restore."
    ),
    "moved": (
        "{posts:message ou commentaire|messages et commentaires} : copie de {home} vers "
        "{target}, vérifiée."
    ),
    "moved_ledger": "Le registre : {rows:ligne|lignes}, copie vérifiée.",
    "moved_next": (
        "Pour les y utiliser, réglez {setting} ; ce qui sera conservé dès maintenant manque à "
        "la copie."
    ),
}
