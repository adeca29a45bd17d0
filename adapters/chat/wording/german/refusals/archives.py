"""Why an archive, or a part of one, is refused, in German."""

from __future__ import annotations

from typing import Final

ARCHIVES: Final = {
    # Archives.
    "unknown_archive": (
        "es ist gepackt, aber kein Archiv, das wir kennen (von Slack, Discord, LinkedIn, Mastodon,"
        " X, WhatsApp, Zulip oder Mattermost): packe es aus, oder lass es weg"
    ),
    "unknown_member": (
        "es gehört zu keinem Archiv, das wir kennen: hole es noch einmal, oder lass es weg"
    ),
    "broken": "es ist beschädigt ({reason}): hole es noch einmal, oder lass es weg",
    "ends_early": "es ist beschädigt (es endet zu früh): hole es noch einmal, oder lass es weg",
    "endless_header": "es ist beschädigt (ein Kopf ohne Ende): hole es noch einmal",
    "encrypted": "es ist verschlüsselt: packe es mit seinem Passwort aus und nenne den Ordner",
    "packed_twice": "es ist zweimal gepackt: packe es einmal aus, und importiere das Ergebnis",
    "bomb": "ausgepackt wird es mehr als {most}-mal so groß, wie Bomben: lass es weg",
    "bomb_within": (
        "ausgepackt wird es mehr als {most}-mal so groß, wie Bomben: es wird ausgelassen"
    ),
    "leads_out": "sein Name führt aus dem Archiv hinaus: es wird ausgelassen",
    "more_lead_out": "{more:,} weitere Namen führen aus ihm hinaus: sie werden ausgelassen",
    "not_regular_member": "es ist keine gewöhnliche Datei: es wird ausgelassen",
    "too_large_piece": (
        "es, oder ein Eintrag darin, ist größer als {most:,} MB: teile es, oder lass es weg"
    ),
    "too_large_member": "es ist größer als {most:,} MB: teile es",
    "too_large_archive": "mit ihm ist das Archiv größer als {most:,} MB: teile es",
    "too_many_members": "es hat mehr als {most:,} Dateien: packe es aus und nenne seine Ordner",
    "too_many_headers": "es hat mehr als {most:,} Köpfe: packe es aus und nenne seine Ordner",
    # The JSON in archives.
    "member_not_utf8": "Byte {byte} darin ist kein UTF-8: hole es noch einmal, oder lass es weg",
    "member_not_json": (
        "es ist kein gültiges JSON ({reason}, in Zeile {at}): hole es noch einmal, oder lass es weg"
    ),
    "member_too_deep": "es ist zu tief verschachtelt: hole es noch einmal, oder lass es weg",
    "json_breaks": (
        "ab einer Stelle ist es kein gültiges JSON ({reason}): was davor steht, bleibt"
    ),
    "json_ends_early": (
        "ab einer Stelle ist es kein gültiges JSON (es endet zu früh): was davor steht, bleibt"
    ),
    "json_too_deep": (
        "ab einer Stelle ist es kein gültiges JSON (es ist zu tief verschachtelt): was davor"
        " steht, bleibt"
    ),
    "json_no_list": (
        "ab einer Stelle ist es kein gültiges JSON (es enthält keine Liste): was davor steht,"
        " bleibt"
    ),
    "json_no_list_named": (
        "ab einer Stelle ist es kein gültiges JSON (es enthält keine Liste {key}): was davor"
        " steht, bleibt"
    ),
    # What platforms export.
    "direct_messages": "es enthält Direktnachrichten, die nie gelesen werden: lass es weg",
    "unlisted_folder": (
        "keine Liste von Kanälen sagt, wer diesen Ordner lesen darf: er wird ausgelassen"
    ),
    "no_messages": "es ist keine Liste von Nachrichten: hole es noch einmal, oder lass es weg",
    "not_a_moment": "sein ts {ts!r} ist kein Zeitpunkt: hole den Export noch einmal",
    "unknown_table": (
        "es ist keine Tabelle von Beiträgen oder Kommentaren, die wir kennen: hole sie noch"
        " einmal, oder lass sie weg"
    ),
    "broken_table": (
        "es ist keine lesbare Tabelle ({reason}): hole sie noch einmal, oder lass sie weg"
    ),
    "unread_dates": (
        "{count:,} ihrer Daten sind nicht lesbar ({date!r}): diese Beiträge haben keines"
    ),
    "open_quote_in_row": (
        "Zeile {row} hat {cells} Zellen, aber der Kopf hat {width}: ein Anführungszeichen in ihrem"
        " Text ist nicht geschlossen"
    ),
}
