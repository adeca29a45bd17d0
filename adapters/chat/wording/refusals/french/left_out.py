"""What an import leaves out of a file on purpose, in French, with how much of it there is."""

from __future__ import annotations

from typing import Final

LEFT_OUT: Final = {
    "reposts": "republications ({count:,})",
    "wordless": "messages sans un mot ({count:,})",
    "drafts": "brouillons ({count:,})",
    "old_versions": "versions antérieures ({count:,})",
    "direct_messages": "messages privés ({count:,})",
    "deleted": "messages supprimés ({count:,})",
    "articles": "articles non lus ({count:,})",
    "alt_texts": "descriptions d’images ({count:,})",
    "lone_notes": "longs textes dont le message est inconnu ({count:,})",
    "nameless": "enregistrements sans identifiant ({count:,})",
    "other_records": "autres enregistrements avec du texte ({count:,})",
    "link_previews": "aperçus de liens ({count:,})",
    "invitations": "messages d’invitation ({count:,})",
    "recommendations": "recommandations ({count:,})",
    "profile_texts": "textes du profil ({count:,})",
}
