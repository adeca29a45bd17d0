"""Why an address of the web is refused, in English."""

from __future__ import annotations

from typing import Final

ADDRESSES: Final = {
    "not_an_address": "it is no address of the web: write it as https://example.org/feed.xml",
    "password_in_address": (
        "it holds a name or a password, which would be stored with its posts: give an address"
        " without one"
    ),
    "private_address": (
        "{host} is this machine or in its own network: give --allow-private if that is what you"
        " mean"
    ),
    "unreachable": "it cannot be reached ({reason}): check it, or try again later",
    "bad_certificate": "its certificate is not to be trusted: check that it is the right one",
    "address_too_slow": "it took longer than {seconds:g} seconds: try again later",
    "address_too_large": "it holds more than {most} MB: give the address of a single feed or page",
    "address_gone": (
        "nothing is there (status {status}): check it; what was imported from it earlier stays,"
        " until `pullquote forget` removes it"
    ),
    "address_busy": "it asks to be asked less often (status {status}): try again later",
    "address_refuses": "it gives nothing to us (status {status}): save the page and import that",
    "too_many_redirects": (
        "it leads elsewhere more than {most} times: give the address that a browser ends up at"
    ),
    "leads_nowhere": "it leads to what is no address of the web: check it in a browser",
}
