"""What sites say around what people write: whole lines, in small letters, without signs around."""

from __future__ import annotations

from typing import Final


def whole_lines(*phrases: str) -> frozenset[str]:
    """Return the phrases that are written with bars between them."""
    return frozenset(each.strip() for block in phrases for each in block.split("|"))


SITES: Final = (
    "facebook", "x", "x.com", "twitter", "linkedin", "whatsapp", "pinterest", "reddit", "tumblr",
    "pocket", "telegram", "mastodon", "bluesky", "threads", "instagram", "youtube", "email",
    "e-mail", "flipboard", "hacker news", "xing", "tiktok", "messenger",
)  # fmt: skip
"""Where what one reads can be passed on."""

LANGUAGE_OF_BUTTONS: Final = (
    r"comments?|followers?|likes?|shares?|views?|reposts?|quotes?|bookmarks?|reactions?|repl(?:y|ies)|claps?"
    r"|commentaires?|abonnés|j['’]aime|partages?|vues|réactions?|réponses?"
    r"|boosts?|favou?rites?|beiträge|folge ich|follower|posts|publicaciones|favoritos|favoris"
    r"|impulsos|geteilte beiträge"
    r"|kommentare?|abonnenten|gefällt mir|aufrufe|antworten|reaktionen"
    r"|comentarios?|seguidores|me gusta|vistas|compartidos|respuestas|reacciones"
)
"""What a number counts at a button."""

NEVER_WRITTEN: Final = whole_lines(
    "your email address will not be published|required fields are marked"
    "|your email address will not be published. required fields are marked"
    "|save my name, email, and website in this browser for the next time i comment"
    "|notify me of follow-up comments by email|notify me of new posts by email"
    "|notify me of new comments via email|notify me of new posts via email|like loading"
    "|this site uses akismet to reduce spam. learn how your comment data is processed"
    "|if you continue to use this site we will assume that you are happy with it"
    "|we value your privacy|your privacy choices|do not sell my personal information"
    "|do not sell or share my personal information|proudly powered by wordpress"
    "|accept all|accept and continue|reject all|reject non-essential|manage preferences"
    "|start your substack|sign up now to get your own personalized timeline",
    "votre adresse e-mail ne sera pas publiée|les champs obligatoires sont indiqués avec"
    "|votre adresse e-mail ne sera pas publiée. les champs obligatoires sont indiqués avec"
    "|enregistrer mon nom, mon e-mail et mon site dans le navigateur pour mon prochain commentaire"
    "|prévenez-moi de tous les nouveaux commentaires par e-mail|nous respectons votre vie privée"
    "|prévenez-moi de tous les nouveaux articles par e-mail|votre vie privée nous tient à cœur"
    "|continuer sans accepter|tout accepter|tout refuser|accepter et fermer|gérer mes choix"
    "|fièrement propulsé par wordpress",
    "deine e-mail-adresse wird nicht veröffentlicht|erforderliche felder sind mit * markiert"
    "|ihre e-mail-adresse wird nicht veröffentlicht|alle akzeptieren|alle ablehnen"
    "|deine e-mail-adresse wird nicht veröffentlicht. erforderliche felder sind mit * markiert"
    "|wir respektieren ihre privatsphäre|nur notwendige cookies|mit stolz präsentiert von wordpress"
    "|meinen namen, meine e-mail-adresse und meine website in diesem browser für die nächste"
    " kommentierung speichern",
    "tu dirección de correo electrónico no será publicada|aceptar todo|rechazar todo"
    "|los campos obligatorios están marcados con|valoramos tu privacidad|respetamos tu privacidad"
    "|tu dirección de correo electrónico no será publicada. los campos obligatorios están marcados"
    " con|guarda mi nombre, correo electrónico y web en este navegador para la próxima vez que"
    " comente|funciona gracias a wordpress",
    "blog at wordpress.com"
    "|create a website or blog at wordpress.com|entries feed|comments feed"
    "|get new posts delivered straight to your inbox|substack is the home for great culture"
    "|reject non-essential cookies|yes, i agree"
    "|sort order: top|sort order: most recent",
    "vos données, votre choix|accepter & fermer"
    "|flux des publications|flux des commentaires|accepter et continuer"
    "|paramétrer mes choix",
    "alle cookies akzeptieren|feed der einträge|kommentar-feed|akzeptieren und weiter",
    "feed de entradas|feed de comentarios|aceptar y continuar",
    "blogthis|con la tecnología de blogger|fourni par blogger"
    "|login to follow profiles or hashtags, favorite, share and reply to posts",
)
"""Nobody writes such a line: one alone tells that a page was copied."""

SURE: Final = whole_lines(
    "open in app|text to speech|get unlimited access|member-only story|press enter to search"
    "|type your email|enter your email|your email address|email address|get the app|new to x"
    "|new to twitter|post your reply|see new posts|all reactions|write a comment"
    "|write a public comment|view more comments|advertisement|sponsored|restack"
    "|subscribe to our newsletter|sign up for our newsletter|join our newsletter"
    "|sign up for the newsletter|get new posts by email|follow us on|all rights reserved"
    "|back to top|toggle navigation|open menu|close menu|main menu|primary menu|toggle menu"
    "|search for|share this|share this post|share this article|share this page"
    "|getty images|shutterstock|istock|share this story|like this|copy link to clipboard",
    "partager cet article|partager cette page|partager ceci|toutes les réactions"
    "|écrivez un commentaire|écrivez un commentaire public|voir plus de commentaires"
    "|publicité|abonnez-vous à notre newsletter|inscrivez-vous à notre newsletter"
    "|votre adresse e-mail|recevez nos articles par e-mail|suivez-nous sur"
    "|tous droits réservés|retour en haut|haut de page|ouvrir le menu|fermer le menu"
    "|menu principal|réservé aux abonnés|article réservé aux abonnés"
    "|la suite est réservée aux abonnés|j'aime ceci|sur le même thème",
    "newsletter abonnieren|deine e-mail-adresse|ihre e-mail-adresse|alle rechte vorbehalten"
    "|nach oben|zum seitenanfang|menü öffnen|menü schließen|hauptmenü|anzeige|werbung"
    "|beitrag teilen|artikel teilen|diesen beitrag teilen|teilen mit|gefällt mir"
    "|zurück zur übersicht",
    "suscríbete a nuestro boletín|tu correo electrónico|todos los derechos reservados"
    "|volver arriba|abrir menú|cerrar menú|menú principal|publicidad|comparte esto"
    "|comparte este artículo|compartir este artículo|compartir esto|me gusta esto",
    "write a response|what are your thoughts|see all responses|see more recommendations"
    "|share this via|sort by: relevant|sort by|all comments|most relevant|top comments"
    "|view more answers|view more replies|write an answer|write a reply|see less"
    "|shared with public|already a paid subscriber? sign in|already have an account? log in"
    "|explore more on these topics|sign up for our email"
    "|comments are closed|reblog|email a link to a friend|upgrade to paid|medium logo"
    "|see all|listen to this article",
    "réservé à nos abonnés|lire plus tard|ajouter à vos sélections|envoyer par e-mail"
    "|plus d'options|partager sur messenger|réutiliser ce contenu|contribuer"
    "|édition du jour|lire le journal numérique|voir les commentaires"
    "|afficher plus de commentaires|votre e-mail|ajouter aux favoris"
    "|lire dans l'application|contenus sponsorisés|les commentaires sont fermés"
    "|plus pertinents|plus récents|écrire un commentaire|s'abonner à la newsletter"
    "|newsletter",
    "zur merkliste hinzufügen|zur merkliste|weitere optionen zum teilen"
    "|jetzt artikel freischalten|fehler melden|die wiedergabe wurde unterbrochen"
    "|artikel merken|drucken|relevanteste|weitere kommentare ansehen"
    "|schreibe einen öffentlichen kommentar|alle reaktionen|vorgeschlagen für dich"
    "|alle kommentare|kommentare sind geschlossen|link in zwischenablage kopieren"
    "|artikel verschenken|exklusiv für abonnenten|mehr ansehen",
    "desplegar redes sociales|ir a los comentarios"
    "|se adhiere a los criterios de|recibe el boletín"
    "|rellena tu nombre y apellido para comentar|escribe un comentario público"
    "|todas las reacciones|más relevantes|ver más comentarios|sugerencias para ti"
    "|solo para suscriptores|exclusivo para suscriptores|guardar artículo|imprimir artículo",
    "wird geladen|conforme a los criterios de|ver comentarios|contenido patrocinado",
    "enviar por email|qu'en pensez-vous|pas encore de réponse|transcript|sponsor message",
    "verschenken|zur app|artikelrechte erwerben|topmeldungen|saber más|je m'inscris"
    "|log in to comment|log in to follow creators, like videos, and view comments"
    "|suscribirme|apuntarme|registrarme|m'inscrire|je m'abonne|écouter l'article"
    "|escuchar el artículo|escucha este artículo",
    "search this blog|blog archive|view my complete profile|email this|lien copié"
    "|passer la publicité|buscar este blog|archivo del blog|ver todo mi perfil"
    "|enviar por correo electrónico|escribe un blog|rechercher dans ce blog"
    "|archives du blog|afficher mon profil complet|dieses blog durchsuchen|blog-archiv"
    "|e-mail-adresse|server stats|administered by|recent searches|search options"
    "|active users|explorelive feeds|skip navigation|tous les commentaires|kommentare lesen",
    "no recent searches|live feeds|posts and replies|pinned post|keyboard shortcuts"
    "|letzte suchanfragen|keine letzten suchanfragen|suchoptionen|serverstatistik|verwaltet von"
    "|aktive profile|live-feeds|beiträge und antworten|angehefteter beitrag|tastenkombinationen"
    "|recherches récentes|aucune recherche récente|options de recherche|statistiques du serveur"
    "|administré par|utilisateurs actifs|flux en direct|messages et réponses|message épinglé"
    "|búsquedas recientes|no hay búsquedas recientes|opciones de búsqueda|administrado por"
    "|estadísticas del servidor|usuarios activos|cronologías en vivo|publicaciones y respuestas"
    "|publicación fijada",
    "inhaltsverzeichnis|table des matières|tabla de contenidos"
    "|in pocket speichern|druckansicht|kurzlink kopieren|zur startseite|teile diesen beitrag"
    "|diesen post per e-mail versenden|mein profil vollständig anzeigen|qui êtes-vous",
)
"""Hardly anybody writes such a line by itself."""

CLOSING: Final = whole_lines(
    "read more|continue reading|keep reading|read the full article|read full article|read the rest"
    "|leave a comment|leave a reply|post comment|post a comment|add a comment|no comments yet"
    "|be the first to comment|log in to leave a comment|you must be logged in to post a comment"
    "|previous post|next post|older posts|newer posts|older post|newer post|previous article"
    "|next article|subscribe to our newsletter|about the author|load more|show more comments",
    "lire la suite|lire plus|lire l'article|lire l'article complet|continuer la lecture"
    "|laisser un commentaire|poster un commentaire|ajouter un commentaire|soyez le premier à"
    " commenter|article précédent|article suivant|articles plus anciens|articles plus récents"
    "|à propos de l'auteur|à propos de l'auteure|charger plus|publier le commentaire"
    "|navigation de l'article",
    "weiterlesen|mehr lesen|artikel lesen|zum artikel|kommentar hinterlassen|kommentar abschicken"
    "|schreibe einen kommentar|antworten abbrechen|vorheriger beitrag|nächster beitrag"
    "|ältere beiträge|neuere beiträge|über den autor|über die autorin|mehr laden"
    "|beitragsnavigation|beitrags-navigation",
    "leer más|seguir leyendo|continuar leyendo|leer el artículo|sigue leyendo|deja un comentario"
    "|deja una respuesta|publicar el comentario|añadir un comentario|entrada anterior"
    "|entrada siguiente|siguiente entrada|artículo anterior|artículo siguiente|sobre el autor"
    "|sobre la autora|cargar más|navegación de entradas",
    "post navigation|previous post:|next post:|share your thoughts|published by",
    "à propos de l'autrice|poster votre commentaire|réagir à cet article",
    "kommentar schreiben|diskutieren sie mit",
    "comentarios cerrados|únete a la conversación",
    "publicar un comentario|no hay comentarios|entrada más reciente|entrada antigua"
    "|aucun commentaire|enregistrer un commentaire|article plus récent|article plus ancien"
    "|no comments|keine kommentare|kommentar veröffentlichen|neuerer post|älterer post",
)
"""Such a line stands below what somebody wrote; the last one of a text tells by itself."""

RELATED: Final = whole_lines(
    "related topics|more on this story|recommended stories|most watched|most commented"
    "|you may like|creator videos"
    "|top stories|other top stories|more top stories"
    "|in other news|more news|latest news|around the web|also in the news|related posts"
    "|related articles|related stories|related content|you may also like"
    "|you might also like|you might be interested in|recommended for you|read next"
    "|up next|more from this author|recent posts|latest posts|popular posts|most read"
    "|more stories|more posts|most popular|editor's picks|recent comments|further stories",
    "à la une|les plus commentés|sur le même thème|l'actualité en direct|nos autres articles"
    "|plus d'articles|articles similaires|articles liés|articles connexes|sur le même sujet"
    "|à lire aussi"
    "|lire aussi|à lire également|vous aimerez aussi|cela peut vous intéresser"
    "|ces articles pourraient vous intéresser|articles récents|les plus lus|nos derniers articles"
    "|dernières publications|commentaires récents|recommandé pour vous|à découvrir aussi",
    "weitere themen|top-themen|weitere nachrichten|meistgelesene artikel|mehr nachrichten"
    "|ähnliche beiträge|ähnliche artikel|verwandte artikel|verwandte beiträge|mehr zum thema"
    "|das könnte dich auch interessieren|das könnte sie auch interessieren|lesen sie auch"
    "|neueste beiträge|meistgelesen|beliebte beiträge|neueste kommentare",
    "temas relacionados|más noticias|últimas noticias|más sobre este tema|noticias destacadas"
    "|artículos relacionados|entradas relacionadas|también te puede"
    " interesar|te puede interesar|quizás te interese|lee también|lea también|lo más leído"
    "|entradas recientes|últimas entradas|más leídos|comentarios recientes|noticias relacionadas",
    "related pages|people also viewed|suggested for you|most viewed|most shared"
    "|more from medium|trending topics|sponsored content|also of interest|editors' picks"
    "|you may also enjoy",
    "dans la même rubrique|les plus vus|à voir aussi|ailleurs sur le web"
    "|dans la même thématique|nos lecteurs ont aussi lu|suggestions pour vous"
    "|contenus sponsorisés|le choix de la rédaction|en continu",
    "verwandte artikel|mehrfach gelesen|mehr lesen über|aus dem ressort|auch lesenswert"
    "|leserfavoriten|top-artikel|empfehlungen der redaktion|passend zum thema",
    "lo más visto|más información|te recomendamos|noticias más leídas|otras noticias",
    "a lire aussi|pour aller plus loin",
    "à découvrir",
)
"""Below such a line stand the titles of what others wrote."""

RELATED_AT_END: Final = whole_lines(
    "related|recommended|trending|topics",
    "en lien|recommandé|tendances|sujets",
    "auch interessant|empfohlen|beliebt",
    "relacionado|relacionados|recomendado|sobre este tema|lo último|archivado en",
)
"""The same below an article; within it, a heading of its author."""

EVERYDAY: Final = whole_lines(
    "lists|profile|premium|grok|communities|more|share|like|reply|comment|repost|retweet|tweet"
    "|quote|copy link|copy|follow|following|views|view|post|conversation|save|print|listen|close"
    "|next|previous|prev|show more|translate post|pin it|pin|loading|edit|report|show less|skip"
    "|customize|customise|manage settings|local|world|politics|business|sport|sports|culture"
    "|opinion|science|health|weather|comments|reactions|watch later|clap|bookmark|buy me a coffee"
    "|mail|link|share via|ad|plus",
    "personnaliser|paramétrer|monde|politique|économie|sports|sciences|santé|météo"
    "|partager|j'aime|répondre|commenter|suivre|copier le lien|enregistrer|imprimer|fermer|suivant"
    "|précédent|voir plus|écouter|modifier|signaler|tweeter|épingler|commentaires|chargement"
    "|copier|envoyer|lien|offrir|offrir l'article|réagir|abonné|afficher plus",
    "anpassen|politik|wirtschaft|kultur|wissenschaft|gesundheit|wetter|panorama"
    "|teilen|antworten|kommentieren|folgen|link kopieren|speichern|drucken|schließen|weiter|zurück"
    "|mehr anzeigen|anhören|bearbeiten|melden|twittern|merken|kommentare|kopieren|mehr|vorlesen",
    "personalizar|me gusta|mundo|política|economía|deportes|cultura|ciencia|salud"
    "|compartir|responder|comentar|seguir|copiar enlace|guardar|imprimir|cerrar|siguiente|anterior"
    "|ver más|escuchar|editar|denunciar|tuitear|comentarios|cargando|copiar|más|enviar",
    "|".join(SITES),
    "accept|decline|cancel|respond|send|notes|write|admin|author|paid",
    "accepter|refuser|annuler|offrir|auteur|auteure|autrice|contributeur|afficher moins",
    "akzeptieren|ablehnen|abbrechen|senden|veröffentlichen|autor|autorin|verfasser|verfasserin"
    "|weniger anzeigen|feedback",
    "aceptar|rechazar|cancelar|enviar|autor|autora|ver menos",
    "for you|upload|live|pour toi|für dich|para ti"
    "|i|boosts|favorites|favourites|favoris|favoriten|favoritos|réagir",
    "back|pinned|joined|media|posts|followers|angeheftet|beigetreten|medien|beiträge|follower"
    "|folge ich|épinglé|inscrit en|médias|messages|abonnements|retour|fijado|se unió|medios"
    "|publicaciones|volver|siguiendo",
)
"""A button; people write such a line, too."""

ENDS: Final = whole_lines(
    "relevant people|trends for you|what's happening|trending now|live on x|ready for more"
    "|discussion about this post|discussion about this video|discussion about this podcast",
    "tendances pour vous",
    "trends für dich",
    "tendencias para ti|qué está pasando",
)
"""From here on, a page shows something else."""
