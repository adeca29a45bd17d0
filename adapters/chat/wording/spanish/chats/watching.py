"""What is said of channels that are watched, or are to be, in Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

WATCHING: Final[Mapping[str, str]] = {
    "gap.unread": "• Hueco: lo anterior a {when} aún no se ha leído; /posts watch continúa.",
    "gap.lost": "• Hueco: no se lee nada desde {when}.",
    "gap.cut": "• Hueco: el plan de la plataforma oculta lo más antiguo.",
    "begun": "Desde ahora guardo los mensajes de {channel}, y leo los antiguos.",
    "begun_many": (
        "Desde ahora guardo los mensajes de {channels:canal|canales}, y leo los antiguos: {names}."
    ),
    "new_public": "También sigo los canales públicos que se creen más tarde.",
    "new_in": "También sigo los canales que se creen más tarde en {name}.",
    "no_longer_new": "Ya no sigo los canales que se creen más tarde.",
    "cannot_read": "No puedo leer {channel}: dame acceso, con el historial.",
    "not_found": (
        "No encuentro ningún {channel} que tú y yo podamos leer: nómbralo con # o por su id, y dame"
        " acceso si es privado."
    ),
    "name_one": "Nombra el canal: /posts why #canal.",
    "no_choice": "No conozco «{word}»: hay bots:yes, bots:no, new:yes y new:no.",
    "none_public": "No hay ningún canal público que yo pueda leer.",
    "not_watched": "{channel} no se sigue.",
    "none_watched": "No se sigue ningún canal.",
    "unwatched": "Ya no sigo {channel}. Sus mensajes se quedan; /posts forget los elimina.",
    "unwatched_many": (
        "Ya no sigo {channels:canal|canales}: {names}. Sus mensajes se quedan; /posts forget los"
        " elimina."
    ),
    "several": "Varios canales se llaman {name}. Nombra uno por su id: {ids}.",
    "in_direct": "Cómo avanza está en nuestros mensajes directos.",
    "reading_many": "Leyendo {channels:canal|canales}",
    "offer": "Ya estoy en {channel}. ¿Guardo sus mensajes, los antiguos y los nuevos?",
    "offer_server": (
        "Ya estoy en {server}. ¿Guardo los mensajes de sus canales públicos, los antiguos y los"
        " nuevos?"
    ),
    "watch": "Seguir {channel}",
    "watch_public": "Seguir todos los canales públicos",
    "lost": (
        "Ya no puedo leer {channel} ({reason}). Los mensajes guardados se quedan como están. Dame"
        " acceso otra vez, o deja de seguirlo con /posts unwatch."
    ),
    "because.out": "no estoy en él",
    "because.hidden": "no puedo ver el canal o su historial",
    "because.gone": "ya no existe o está oculto para mí",
    "because.right": "a mi aplicación le falta un permiso",
    "because.token": "no se acepta mi token",
    "because.passing": "la plataforma dice «{word}»",
    "remedy.out": "{because}: invítame otra vez, o /posts unwatch",
    "remedy.hidden": "{because}: déjame ver los dos otra vez, o /posts unwatch",
    "remedy.gone": "{because}: dame acceso otra vez, o /posts unwatch",
    "remedy.right": "{because}: `pullquote check` lo nombra; concédelo",
    "remedy.token": "{because}: quien me opera lo renueva; `pullquote check` dice cómo",
    "remedy.passing": "{because}; vuelvo a intentarlo yo mismo",
    "title": "Seguir un canal",
    "which": "Qué canales",
    "public": "Todos los canales públicos",
    "later": "También los que se creen más tarde",
    "more": "Más de un canal",
}
