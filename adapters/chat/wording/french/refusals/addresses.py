"""Why an address of the web is refused, in French."""

from __future__ import annotations

from typing import Final

ADDRESSES: Final = {
    "not_an_address": (
        "ce n’est pas une adresse du web : écrivez-la comme https://example.org/feed.xml"
    ),
    "password_in_address": (
        "elle contient un nom ou un mot de passe, qui serait conservé avec ses messages : donnez"
        " une adresse qui n’en contient pas"
    ),
    "private_address": (
        "{host} est cette machine ou dans son propre réseau : donnez --allow-private si c’est bien"
        " ce que vous voulez"
    ),
    "unreachable": "elle est injoignable ({reason}) : vérifiez-la, ou réessayez plus tard",
    "bad_certificate": "son certificat n’inspire pas confiance : vérifiez que c’est la bonne",
    "address_too_slow": "elle a mis plus de {seconds:g} secondes : réessayez plus tard",
    "address_too_large": (
        "elle contient plus de {most} Mo : donnez l’adresse d’un seul flux ou d’une seule page"
    ),
    "address_gone": (
        "il n’y a rien à cette adresse (statut {status}) : vérifiez-la ; ce qui en fut importé"
        " reste, jusqu’à ce que `pullquote forget` le retire"
    ),
    "address_busy": (
        "elle demande à être consultée moins souvent (statut {status}) : réessayez plus tard"
    ),
    "address_refuses": (
        "elle ne nous donne rien (statut {status}) : enregistrez la page et importez celle-ci"
    ),
    "too_many_redirects": (
        "elle renvoie ailleurs plus de {most} fois : donnez l’adresse où un navigateur aboutit"
    ),
    "leads_nowhere": (
        "elle renvoie à ce qui n’est pas une adresse du web : vérifiez-la dans un navigateur"
    ),
}
