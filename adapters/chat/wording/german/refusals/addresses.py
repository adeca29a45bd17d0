"""Why an address of the web is refused, in German."""

from __future__ import annotations

from typing import Final

ADDRESSES: Final = {
    "not_an_address": (
        "es ist keine Adresse im Web: schreibe sie wie https://example.org/feed.xml"
    ),
    "password_in_address": (
        "sie enthält einen Namen oder ein Passwort, das mit ihren Beiträgen aufbewahrt würde: gib"
        " eine ohne"
    ),
    "private_address": (
        "{host} ist dieser Rechner oder in seinem eigenen Netz: gib --allow-private, wenn du das"
        " meinst"
    ),
    "unreachable": "sie ist nicht erreichbar ({reason}): prüfe sie, oder versuche es später",
    "bad_certificate": "ihrem Zertifikat ist nicht zu trauen: prüfe, ob es die richtige ist",
    "address_too_slow": "sie brauchte mehr als {seconds:g} Sekunden: versuche es später",
    "address_too_large": (
        "sie enthält mehr als {most} MB: gib die Adresse eines einzelnen Feeds oder einer Seite"
    ),
    "address_gone": (
        "dort ist nichts (Status {status}): prüfe sie; was früher von dort importiert wurde,"
        " bleibt, bis `pullquote forget` es entfernt"
    ),
    "address_busy": "sie will seltener gefragt werden (Status {status}): versuche es später",
    "address_refuses": (
        "sie gibt uns nichts (Status {status}): speichere die Seite, und importiere sie"
    ),
    "too_many_redirects": (
        "sie führt mehr als {most}-mal anderswohin: gib die Adresse, bei der ein Browser landet"
    ),
    "leads_nowhere": "sie führt zu etwas, das keine Adresse im Web ist: prüfe sie im Browser",
}
