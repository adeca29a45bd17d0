"""Why an address of the web is refused, in Spanish."""

from __future__ import annotations

from typing import Final

ADDRESSES: Final = {
    "not_an_address": (
        "no es una dirección de la web: escríbela como https://example.org/feed.xml"
    ),
    "password_in_address": (
        "contiene un nombre o una contraseña, que se guardaría con sus mensajes: da una dirección"
        " sin ellos"
    ),
    "private_address": (
        "{host} es esta máquina o está en su propia red: da --allow-private si es lo que quieres"
    ),
    "unreachable": "no se puede acceder a ella ({reason}): revísala o inténtalo más tarde",
    "bad_certificate": "su certificado no es de fiar: comprueba que es la correcta",
    "address_too_slow": "tardó más de {seconds:g} segundos: inténtalo más tarde",
    "address_too_large": (
        "contiene más de {most} MB: da la dirección de un solo feed o de una sola página"
    ),
    "address_gone": (
        "allí no hay nada (estado {status}): revísala; lo importado antes se queda, hasta que"
        " `pullquote forget` lo elimine"
    ),
    "address_busy": (
        "pide que se la consulte menos a menudo (estado {status}): inténtalo más tarde"
    ),
    "address_refuses": "no nos da nada (estado {status}): guarda la página e impórtala",
    "too_many_redirects": (
        "lleva a otra parte más de {most} veces: da la dirección en la que acaba un navegador"
    ),
    "leads_nowhere": "lleva a algo que no es una dirección de la web: revísala en un navegador",
}
