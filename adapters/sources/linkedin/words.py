"""LinkedIn's own words around what people write, as patterns: English, French, German, Spanish."""

from __future__ import annotations

from typing import Final

# Possessive: what comes after takes no digit and needs no space.
COUNT: Final = r"\d[\d.,\s]*+[kKM]?"
LIKE: Final = r"like|j['’]aime|gefällt mir|recomendar|me gusta"
ANSWER: Final = "reply|répondre|antworten|responder"
TO_COMMENT: Final = "comment|commenter|kommentieren|comentar"
RESHARE: Final = (
    "repost|republier|reposten|volver a publicar|send|envoyer|senden|enviar"
    "|share|partager|teilen|compartir"
)

REPLY: Final = (
    rf"{LIKE}|{ANSWER}"
    rf"|{COUNT}\s*(?:reply|replies|réponses?|antwort(?:en)?|respuestas?)"
    r"|(?:view|see|load|show) (?:\d+ )?(?:more |previous )?(?:reply|replies|comments)"
    r"|(?:voir|afficher|charger) (?:les |plus de |d['’]autres )?(?:\d+ )?"
    r"(?:réponses?|commentaires)(?: précédente?s)?"
    r"|(?:weitere |vorherige |mehr )?(?:\d+ )?(?:kommentare|antworten) (?:anzeigen|laden)"
    r"|(?:ver|cargar|mostrar) (?:más |las )?(?:\d+ )?(?:comentarios|respuestas)(?: anteriores)?"
)
"""What stands below a comment."""

BAR: Final = (
    rf"{LIKE}|{TO_COMMENT}|{RESHARE}"
    rf"|{COUNT}\s*(?:comments?|commentaires?|kommentare?|comentarios?|reposts?|republications?"
    r"|shares?|partages?|direkt geteilte[rn]? beitr[aä]ge?|veces compartido)"
)
"""What stands below a post."""

_EDITED: Final = r"edited|modifié|bearbeitet|editado"
_EVERYONE: Final = (
    r"anyone|tout le monde|jeder|alle|für alle sichtbar|cualquiera|cualquier persona|todos"
    r"|todo el mundo"
    r"|connections only|relations uniquement|nur kontakte|solo contactos"
)
_REACTIONS: Final = r"reactions?|réactions?|reaktion(?:en)?|reacci(?:ón|ones)"

FEED_POST: Final = (
    r"feed post number \d+|post du fil d['’]actualité numéro \d+|feedbeitrag nr\.? \d+"
    r"|publicación n\.?º \d+ del feed"
)
"""What stands above each post of a feed, for those who hear the page."""

BUTTON: Final = (
    rf"{LIKE}|(?:see|show) translation|(?:voir|afficher) la traduction|übersetzung anzeigen"
    r"|ver traducción|mostrar traducción|voir le texte (?:d['’]origine|original)"
    r"|show original|original anzeigen|ver original"
    r"|(?:…|\.\.\.)?\s*(?:see|show|voir|afficher|ver|mostrar) (?:more|less|plus|moins|más|menos)"
    r"|(?:…|\.\.\.)?\s*(?:mehr|weniger) (?:an)?zeigen|…\s*(?:more|plus|mehr|más)"
    rf"|{COUNT}\s*(?:{_REACTIONS}|likes?|j['’]aime|recomendaciones)"
    rf"|(?:{_REACTIONS})\s*\+?\s*{COUNT}"
    r"|most relevant|most recent|les plus pertinents|les plus récents|relevanteste|am relevantesten"
    r"|neueste|más relevantes|más recientes|add a comment…?|ajouter un commentaire…?"
    r"|kommentar hinzufügen…?|(?:añadir|agregar) un comentario…?"
    rf"|{FEED_POST}"
    rf"|\(?(?:{_EDITED})\)?(?:\s*[•·]\s*(?:{_EVERYONE}))?"
    r"|follow|\+ follow|following|suivre|\+ suivre|suivi|folgen|\+ folgen|gefolgt"
    r"|seguir|\+ seguir|siguiendo|reactions|réactions|reaktionen|reacciones"
)
"""What stands beside a post or a comment."""

BUTTON_WITH_NAME: Final = (
    r"[^\n]{1,60} (?:and|et|und|y) \d[\d.,\s]*"
    r" (?:others?|autres?(?: personnes)?|weitere(?: personen)?|(?:personas? )?más)"
    r"|view .{1,60}['’]s? (?:profile|graphic link)|voir le profil de .{1,60}"
    r"|profil von .{1,60} anzeigen|ver el perfil de .{1,60}"
)
"""The same, with anybody's name in it."""

EVERYDAY: Final = (
    r"comment|share|send|repost|partager|envoyer|follow(?:ing)?|suivre|suivi"
    rf"|{_EDITED}|see more|see less|show more|voir plus|most recent|neueste|más recientes"
    r"|antworten|kommentieren|teilen|senden|folgen|gefolgt|mehr anzeigen|weniger anzeigen"
    r"|responder|comentar|compartir|enviar|recomendar|seguir|siguiendo|ver más|mostrar más"
    r"|original anzeigen|ver original|show original|me gusta"
    r"|reactions|réactions|reaktionen|reacciones"
)
"""A list of verbs or a heading may have such a line, too."""

FOLLOWERS: Final = r"followers|abonnée?s|follower(?:[:*]?innen)?|seguidor(?:es|as)"
"""Whom a page of a firm is followed by."""

DEGREE: Final = r"(?:1er|1re|2e|3e)(?: et \+)?|1st|2nd|3rd\+?|[123]\.?º\+?|3er\+?"
"""How near a person is."""

DEGREE_AFTER_DOT: Final = r"[123]\.\+?"
"""The same in German; without its dot before it, it is the number of an item."""

BARE_DEGREE: Final = r"1er|1re|2e|3e|1st|2nd|3rd\+?|[123]\.?º\+?|3er"
"""An ordinal that stands in other lines, too."""

AUTHOR: Final = r"author|auteure?|autrice|auteur/autrice|autor(?:[:*]?in|a)?|verfasser(?:[:*]?in)?"
READER: Final = r"you|vous|sie|tú|usted|following|suivie?|abonnée?|gefolgt|siguiendo"
LEVEL: Final = (
    r"relation de (?:1er|2e|3e) niveau|kontakt [123]\. grades"
    r"|contacto de (?:[123]\.?º|1er|3er) grado"
)

AGE: Final = (
    r"\d{1,2}\s?(?:min|mois|mo|sem\.?|ans?|yr|Std\.?|Tage?n?|Wochen?|Wo\.?|Mon\.|Monate?n?|Jahre?n?"
    r"|semanas?|mes(?:es)?|años?|días?|[jhdwmy])"
)
LONG_AGE: Final = (
    r"[Ii]l y a \d+ \w+|[Vv]or \d+ \w+|[Hh]ace \d+ \w+"
    r"|\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago"
    r"|\d+ (?:minutes?|hours?|days?|weeks?|years?|heures?|jours?|semaines?|années?"
    r"|Minuten?|Stunden?|minutos?|horas?)"
)
EDITED_AFTER: Final = r"(?:\s*(?:[•·]\s*)?\(?(?:[Ee]dited|[Mm]odifié|[Bb]earbeitet|[Ee]ditado)\)?)?"
_WHERE: Final = r",? [^•·|]{0,60}\blinkedin\b[^•·|]{0,40}"
SEEN_BY: Final = (
    r"(?i:[\s•·🌐]*(?:visible|sichtbar) .*|\s*[•·🌐][\s•·🌐]*für [^•·|]{1,80} sichtbar"
    rf"|\s*[•·🌐][\s•·🌐]*(?:{_EVERYONE})(?:{_WHERE})?|[\s•·🌐]*)"
)
"""Who may see a post, after its age."""

SEEN_BY_ALONE: Final = (
    rf"(?:visible|sichtbar|public|{_EVERYONE})(?:{_WHERE})"
    r"|für [^•·|]{1,60}\blinkedin\b.{0,40}sichtbar"
    r"|visible to (?:your network|connections only|anyone)|visible de (?:tous|votre réseau)"
    r"|für (?:alle|ihr netzwerk) sichtbar|visible para (?:todos|tu red|cualquiera)"
)
"""The same on a line of its own."""

EVERYONE: Final = _EVERYONE
"""The same in a word, right below the age of a post."""

DURATION: Final = (
    r"\d+\s?(?:h|min|m|j|d|[a-zé]{4,}s|hour|day|jour|Tage?n?|Wochen?|Monate?n?|Jahre?n?|Stunden?"
    r"|Minuten?|Std\.|mes|años?|días?|hora|semana|minuto)"
)
"""An age that a timetable has, too."""

SKIP: Final = (
    r"skip to (?:main )?content|passer au contenu principal"
    r"|(?:weiter )?zum hauptinhalt(?: springen)?"
    r"|(?:ir|saltar) al contenido principal"
)
"""The first link of a page."""

POST_OF: Final = (
    r"(?P<whose>.{1,80})['’]s post|(?:publication|post) de (?P<de_qui>.{1,80})"
    r"|beitrag von (?P<von>.{1,80})|publicación de (?P<de_quien>.{1,80})"
    r"|feed post(?: number \d+)?|post du fil d['’]actualité(?: numéro \d+)?"
    r"|feedbeitrag(?: nr\.? \d+)?|publicación(?: n\.?º \d+)? del feed"
)
"""The heading above a post, with whose it is where the page says so."""

BELOW_POST: Final = (
    r"explore (?:content categories|topics|collaborative articles)"
    r"|(?:more|other|recommended)(?: relevant| similar)? posts(?: (?:from|by|for) .{1,60})?"
    r"|(?:explorer|découvr(?:ir|ez)) les"
    r" (?:thèmes(?: de contenu)?|sujets|catégories de contenu|articles collaboratifs)"
    r"|(?:plus de|(?:d['’])?autres) (?:posts|publications)"
    r"(?: pertinente?s| similaires| de .{1,60}| pour vous)?"
    r"|(?:posts|publications) (?:plus pertinente?s|recommandé(?:e?s))"
    r"|recommended for you|recommandé pour vous"
    r"|sign in to view more content|(?:identifiez|connectez)-vous pour voir plus de contenu"
    r"|themen (?:entdecken|durchsuchen)"
    r"|(?:weitere|mehr|empfohlene)(?: relevante| ähnliche)? beiträge"
    r"(?: (?:von|für) .{1,60})?|für sie empfohlen"
    r"|loggen sie sich ein, um mehr inhalte zu sehen|explorar (?:categorías de contenido|temas)"
    r"|(?:más|otras) publicaciones(?: (?:relevantes|similares|de .{1,60}|para ti))?"
    r"|publicaciones (?:recomendadas|sugeridas)|recomendado para ti"
    r"|inicia sesión para ver más contenido"
    r"|add to your feed|people you may know|pages (?:for you|people also viewed)"
    r"|(?:who|people) (?:your viewers|also) (?:also )?viewed|jobs recommended for you"
    r"|(?:view|see) all recommendations|show more feed updates"
    r"|ajouter à votre fil(?: d['’]actualité)?|(?:voir|afficher) toutes les recommandations"
    r"|(?:personnes|des personnes) que vous (?:pourriez connaître|connaissez peut-être)"
    r"|(?:voir|afficher) plus d['’]actualités|pages pour vous"
    r"|zu ihrem feed hinzufügen"
    r"|(?:personen|mitglieder), die sie (?:vielleicht )?kennen(?: könnten)?"
    r"|alle empfehlungen anzeigen|seiten für sie"
    r"|añadir a tu (?:feed|canal)"
    r"|(?:gente|personas) que (?:podrías|quizás?) conoc(?:er|ez?cas)"
    r"|ver todas las recomendaciones|páginas para ti"
)
"""Headings of what stands below a post and its comments."""

AROUND: Final = (
    r"report this (?:post|comment|article)"
    r"|signaler (?:ce post|ce commentaire|cet article|cette publication)"
    r"|diese[nr]? (?:beitrag|kommentar|artikel) melden"
    r"|denunciar (?:esta publicación|este comentario|este artículo)"
    r"|to view or add a comment, sign in"
    r"|pour (?:afficher|voir) ou ajouter un commentaire, (?:identifiez-vous|s['’]identifier)"
    r"|zum anzeigen oder hinzufügen von kommentaren einloggen"
    r"|inicia sesión para ver o añadir un comentario"
    r"|view profile for .{1,80}|voir le profil de .{1,80}|profil von .{1,80} anzeigen"
    r"|ver el perfil de .{1,80}"
    r"|(?:(?:voir|afficher|view|see|show) (?:la |the )?)?"
    r"(?:photo de profil|profile (?:photo|picture)) (?:de|of) .{1,60}"
    r"|.{1,60}['’]s? profile (?:photo|picture)"
    r"|profil(?:foto|bild) von .{1,60}|ver (?:la )?foto de(?:l)? perfil de .{1,60}"
    r"|activate to view larger image[.,]?|activ(?:ez|er) pour (?:voir|afficher) .{0,20}image.{0,20}"
    r"|aktivieren,? um größeres bild anzuzeigen.?|activar para ver la imagen más grande.?"
    r"|no alt(?:ernative)?[ -]text (?:description |provided |available )?for this image"
    r"|(?:aucune? (?:description de )?|pas de )texte alternatif pour cette image"
    r"|kein (?:alt-text|alternativ(?:er )?text) für dieses bild(?: (?:vorhanden|verfügbar))?"
    r"|(?:no hay|sin) texto alternativo para esta imagen"
    r"|(?:photo|foto) (?:of|de|von) .{1,60}|open emoji keyboard"
    r"|ouvrir le clavier des émoticônes|emoji-tastatur öffnen|abrir el teclado de emojis"
    r"|[\d.,\s]+[kKM]? (?:followers|abonnés|follower(?:[:*]?innen)?|seguidores)"
    r"|[\d.,\s]+ (?:posts?|articles?|beiträge|artikel|publicaciones|artículos)"
    r"(?: \d+ (?:articles?|artikel|artículos))?"
    r"|view profile(?: follow| connect)?|voir le profil(?: suivre| se connecter)?"
    r"|profil anzeigen(?: folgen| vernetzen)?|ver perfil(?: seguir| conectar)?"
    r"|\d+ (?:nouvelles? |new |neue )?(?:notifications?|mitteilung(?:en)?|notificaci(?:ón|ones)"
    r"(?: nuevas?)?)(?: total)?"
)
"""Lines between the parts of a page that was copied whole."""

REACTION_ICONS: Final = (
    r"(?:like|celebrate|support|love|insightful|funny|j['’]aime|bravo|soutien|j['’]adore"
    r"|instructif|drôle|applaus|unterstützung|wunderbar|inspirierend|lustig|recomendar|celebrar"
    r"|apoyar|encanta|interesar|divertir|hacer gracia)+"
)
