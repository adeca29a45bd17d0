"""What the commands say where PULLQUOTE_DATABASE has a server keep posts and ledger, in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SERVER: Final[Mapping[str, str]] = {
    "server_copies": (
        "{home} se copia con las herramientas del servidor, no con Pullquote: usa pg_dump y "
        "pg_restore."
    ),
    "moved": (
        "{posts:mensaje o comentario|mensajes y comentarios}: copia de {home} a {target}, "
        "comprobada."
    ),
    "moved_ledger": "El registro: {rows:fila|filas}, copia comprobada.",
    "moved_next": (
        "Para usarlos allí, define {setting}; lo que se guarde desde ahora no está en la copia."
    ),
}
