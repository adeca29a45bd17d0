"""What an import leaves out of a file on purpose, in German, with how much of it there is."""

from __future__ import annotations

from typing import Final

LEFT_OUT: Final = {
    "columns": ("die Spalte {name} ({count:,})"),
    "other_columns": ("andere Spalten ({count:,})"),
    "fields": ("das Feld {name} über dem Text ({count:,})"),
    "other_fields": ("andere Felder über dem Text ({count:,})"),
    "rows_without_text": ("Zeilen ohne Text ({count:,})"),
    "lines_above_heads": "Zeilen über den Spaltenköpfen ({count:,})",
    "repeated_rows": ("wiederholte Zeilen und E-Mails ({count:,})"),
    "sheets": ("das verborgene Blatt {name} ({count:,})"),
    "wordless_sheets": "das Blatt {name} ohne Text ({count:,})",
    "other_wordless_sheets": "andere Blätter ohne Text ({count:,})",
    "other_sheets": ("andere verborgene Blätter ({count:,})"),
    "page_furniture": ("Zeilen der Seite um das, was geschrieben wurde ({count:,})"),
    "bot_messages": "Nachrichten von Apps ({count:,})",
    "notices": "Mitteilungen des Chats selbst ({count:,})",
    "forgotten": "Nachrichten, die oder deren Autoren vergessen wurden ({count:,})",
    "kept_out": "Nachrichten, die ihre Autoren heraushalten ({count:,})",
    "message_links": "Nachrichten, auf die andere verweisen ({count:,})",
    "file_contents": "Dateien, deren Worte nicht hier stehen ({count:,})",
    "channel_bots": (
        "Nachrichten von Apps ({count:,}; wird der Kanal mit bots:yes verfolgt, bleiben sie)"
    ),
    "channels_of_apps": (
        "alles aus {name}, das Apps geschrieben haben ({count:,}; `pullquote import --apps` behält"
        " es)"
    ),
    "other_channels_of_apps": (
        "alles aus anderen Kanälen, das Apps geschrieben haben ({count:,}; `pullquote import"
        " --apps` behält es)"
    ),
    "reposts": "weitergegebene Beiträge anderer ({count:,})",
    "wordless": "Beiträge ohne ein Wort ({count:,})",
    "drafts": "Entwürfe ({count:,})",
    "private_posts": "private Beiträge und solche hinter einem Passwort ({count:,})",
    "old_versions": "frühere Fassungen ({count:,})",
    "direct_messages": "Direktnachrichten ({count:,})",
    "attachments": "Dateien und Bilder ({count:,})",
    "polls": "Umfragen ({count:,})",
    "forwards": "weitergeleitete Nachrichten, die andere geschrieben haben ({count:,})",
    "deleted_messages": "gelöschte Nachrichten ({count:,})",
    "unreadable_messages": "verschlüsselte oder unlesbare Nachrichten ({count:,})",
    "unclear_dates": "Daten, deren Tag und Monat nicht zu unterscheiden sind ({count:,})",
    "slackdump_names": (
        "die Namen der Autoren ({count:,}), denn ein Abzug von slackdump hat sie nicht (lege die"
        " Liste daneben, die `slackdump list users` schreibt)"
    ),
    "others_messages": (
        "was andere in {count:Kanal|Kanälen} geschrieben haben, denn ein Datenpaket von Discord hat"
        " nur deine Nachrichten (lade den Bot ein, und gib dort `/posts watch` ein)"
    ),
    "unknown_fields": "Felder, die neuer sind als der Leser für {name} ({count:,})",
    "deleted": "gelöschte Beiträge ({count:,})",
    "articles": "Artikel ({count:,})",
    "alt_texts": "Bildbeschreibungen ({count:,})",
    "lone_notes": "lange Texte, deren Beitrag unbekannt ist ({count:,})",
    "nameless": "Einträge ohne Id ({count:,})",
    "no_records": "Werte, die keine Einträge sind ({count:,})",
    "list_records": "Personen und Kanäle in Listen ohne Id oder ohne Namen ({count:,})",
    "unlisted_channels": "Nachrichten aus Kanälen, die in keiner Liste stehen ({count:,})",
    "other_records": "andere Einträge mit Worten ({count:,})",
    "members": "die Datei {name} des Archivs ({count:,})",
    "other_members": "andere Dateien des Archivs ({count:,})",
    "wordless_pages": "Seiten ohne lesbare Worte ({count:,})",
    "margin_comments": "Kommentare am Rand von Dokumenten ({count:,})",
    "tracked_deletions": "gelöschte Worte in nachverfolgten Änderungen ({count:,})",
    "headers_and_footers": "Kopf- und Fußzeilen von Dokumenten ({count:,})",
    "hidden_text": "verborgener Text und verborgene Folien ({count:,})",
    "inserted_files": "ganz eingefügte Dateien ({count:,})",
    "symbols": "unbekannte Zeichen aus Symbolschriften ({count:,})",
    "charts": "Diagramme in Dokumenten ({count:,})",
    "form_fields": "ausgefüllte Felder in PDF-Formularen ({count:,})",
    "links": "Links, die keine Adressen im Web sind ({count:,})",
    "link_previews": "Vorschauen von Links ({count:,})",
    "invitations": "Nachrichten mit Einladungen ({count:,})",
    "recommendations": "Empfehlungen ({count:,})",
    "profile_texts": "Texte des Profils ({count:,})",
    "adverts": "Anzeigen, mit den Kommentaren darunter ({count:,})",
    "summaries": "Zusammenfassungen neben dem ganzen Text ({count:,})",
    "dates": "Daten, die nicht zu erkennen sind ({count:,})",
    "quotes": "zitierte Worte anderer ({count:,})",
    "comments": "Kommentare anderer, die hier nicht gelesen werden ({count:,})",
    "passages": "Absätze der Seite neben denen, die Beiträge sind ({count:,})",
    "signatures": "Signaturen unter Beiträgen ({count:,})",
    "list_notices": "was Mailinglisten zu E-Mails hinzufügen ({count:,})",
    "beside_the_list": "{name} neben der Liste ({count:,})",
    "more_beside_the_list": "weiteres neben der Liste ({count:,})",
    "tables_beside": (
        "die Tabelle {name}, die von LinkedIn sein mag ({count:,}; "
        "`pullquote import` mit ihrem Pfad liest sie)"
    ),
    "other_tables_beside": "weitere Tabellen, die von LinkedIn sein mögen ({count:,})",
}

IN_CHATS: Final = {
    "channels_of_apps": (
        "alles aus {name}, das Apps geschrieben haben ({count:,}; nur wer diesen Bot betreibt, kann"
        " es aufnehmen, mit `pullquote import --apps`)"
    ),
    "other_channels_of_apps": (
        "alles aus anderen Kanälen, das Apps geschrieben haben ({count:,}; nur wer diesen Bot"
        " betreibt, kann es aufnehmen, mit `pullquote import --apps`)"
    ),
    "tables_beside": (
        "die Tabelle {name}, die von LinkedIn sein mag ({count:,}; allein geschickt, wird sie"
        " gelesen)"
    ),
}
"""What stands there in a chat, where nobody enters a command of the command line."""
