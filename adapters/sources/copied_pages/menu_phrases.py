"""What menus and feet of sites link to: whole lines, in small letters, without signs around."""

from __future__ import annotations

from typing import Final

from adapters.sources.copied_pages.phrases import whole_lines

LINKS: Final = whole_lines(
    "sign in|log in|login|sign up|log out|create account|create an account|join now|register"
    "|sign in / sign up|log in / register|log in / sign up|forgot password|forgotten password"
    "|terms|terms of service|terms of use|terms & conditions|privacy|privacy policy|cookies"
    "|privacy & cookies|cookie policy|cookie settings|cookie preferences|cookies policy"
    "|ads info|accessibility|imprint|legal notice|collection notice|contact us|about us"
    "|subscribe now|subscribe|follow us|rss feed|table of contents",
    "se connecter|connexion|s'identifier|s'inscrire|inscription|créer un compte"
    "|mot de passe oublié|conditions générales|conditions d'utilisation"
    "|conditions générales d'utilisation|mentions légales|politique de confidentialité"
    "|confidentialité|gestion des cookies|accessibilité|nous contacter|s'abonner|abonnez-vous"
    "|suivez-nous|plan du site|qui sommes-nous|paramètres des cookies",
    "anmelden|einloggen|registrieren|konto erstellen|passwort vergessen|impressum|datenschutz"
    "|datenschutzerklärung|nutzungsbedingungen|agb|barrierefreiheit|cookie-einstellungen"
    "|jetzt abonnieren|abonnieren|folgen sie uns|folge uns",
    "iniciar sesión|acceder|registrarse|regístrate|crear cuenta|crear una cuenta"
    "|olvidé mi contraseña|aviso legal|política de privacidad|privacidad|política de cookies"
    "|términos y condiciones|condiciones de uso|configuración de cookies|accesibilidad"
    "|contáctanos|suscríbete|suscribirse|síguenos|mapa del sitio|quiénes somos",
    "create new account|forgotten account|forgot account|rules|careers|press|status"
    "|help center|community guidelines|do not sell my info|complaints & corrections"
    "|modern slavery act|ad choices|advertising|reuse this content|wordpress.org|write"
    "|become a member|cookie notice|print subscriptions|newsletters|support us",
    "compte oublié|créer nouveau compte|créer un nouveau compte|cgu|cgv|charte du groupe"
    "|code promo|aide (faq)|faq|données personnelles|préférences cookies|je m'abonne"
    "|mon compte|abonnement|publicité|s'abonner|archives|licences|newsletters",
    "neues konto erstellen|impressum/agb/netzdg|datenschutzinfo|cookies & tracking"
    "|hilfe & service|kontakt & hilfe|abo kaufen|abonnement|abo|newsletter|mediadaten"
    "|jetzt anmelden|hier anmelden|nutzungsrechte|privatsphäre",
    "crear cuenta nueva|crea una cuenta nueva|olvidaste tu contraseña"
    "|has olvidado la cuenta|condiciones|publicidad|boletines|suscripciones|normas"
    "|configurar cookies|quienes somos",
)
"""A link to what every site has; it may be a heading of somebody who writes about that."""

NAVIGATION: Final = whole_lines(
    "sections|home|about|about me|blog|contact|news|archive|archives|menu|search|faq|newsletter"
    "|shop|categories|tags"
    "|projects|team|support|donate|notifications|messages|bookmarks|explore|jobs|help|store"
    "|careers",
    "rubriques|accueil|à propos|actualités|actualité|rechercher|recherche|boutique|catégories"
    "|étiquettes"
    "|explorer|équipe|aide|projets|nos services|qui sommes nous",
    "entdecken|über"
    "|rubriken|startseite|über uns|über mich|kontakt|aktuelles|suche|archiv|kategorien|hilfe"
    "|projekte|themen"
    "|schlagwörter|menü",
    "secciones|inicio|portada|sobre nosotros|sobre mí|acerca de|contacto|noticias|buscar|archivo"
    "|categorías"
    "|etiquetas|tienda|ayuda|proyectos|menú|nosotros",
)
"""A link of a menu."""

SECTIONS: Final = whole_lines(
    "international|us edition|uk edition|europe|lifestyle|travel|tech|technology"
    "|environment|climate|education|books|music|film|food|football|money|puzzles|crosswords"
    "|games|video|videos|photos|podcasts|events|magazine|features|reviews|courses|ticker"
    "|audio|account|recent changes|meta|community|courses|gallery|press|resources",
    "international|planète|société|idées|services|europe|france|environnement|énergie"
    "|climat|éducation|tech|high-tech|médias|voyage|gastronomie|immobilier|emploi|vidéos"
    "|podcasts|photos|jeux|mots croisés|faits divers|justice|régions|ma commune|débats"
    "|décryptages|vidéo|loisirs|culture|sport|hauts-de-france|bretagne|le goût du monde"
    "|m le mag|offrir le monde|ateliers|tarifs|agenda",
    "magazin|audio|schlagzeilen|ukraine|meinung|ausland|inland|deutschland|europa|netzwelt"
    "|leben|reise|mobilität|feuilleton|finanzen|digital|karriere|familie|fußball|regional"
    "|videos|podcasts|spiele|veranstaltungen|kurse|termine|verein",
    "españa|américa|internacional|sociedad|educación|medio ambiente|tecnología|televisión"
    "|gente|vídeos|podcasts|fotos|juegos|viajes|motor|agenda|cursos|talleres|comunidad",
    "gesellschaft|stil|national|reportage|accès libre|madrid|all|top",
    "tests|newsticker|it|wissen|mobiles|security|developer|netzpolitik|ratgeber|páginas|pages|seiten",
)
"""A part of a newspaper or a magazine: a link of a menu beside those of other sites."""
