"""What is said of answers that are offered unasked, and of earlier ones, in German."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

OFFERING: Final[Mapping[str, str]] = {
    "earlier": "Was auf so etwas schon geantwortet wurde:",
    "earlier.none": "Nichts, was du hier lesen darfst, hat auf so etwas schon geantwortet.",
    "earlier.own": "Das ist eine Nachricht von mir: wähle dies bei dem, was jemand schrieb.",
    "no_words": (
        "Diese Nachricht hat keine Worte, nach denen ich suchen kann:"
        " wähle dies bei einer mit Text."
    ),
    "related.none": "Kein anderer Beitrag, den du hier lesen darfst, ist ähnlich.",
    "related.own": (
        "Das ist eine Nachricht von mir: wähle dies bei dem, was jemand"
        " schrieb, oder bei einer meiner Antworten."
    ),
    "offer": "Das wurde vielleicht schon beantwortet:",
    "offer.direct": (
        "Du hast in #{channel} gefragt: „{question}“. Das wurde vielleicht schon beantwortet:"
    ),
    "helped": "Das hat geholfen",
    "not_this": "Das nicht",
    "taken_away": "Weggenommen.",
    "not_yours": "Nur wer gefragt hat, oder ein Admin, sagt, was aus einem Angebot wurde.",
    "thread": "im Thread",
    "asker": "nur wer fragt",
    "off": "aus",
    "set": (
        "Ab jetzt biete ich in {channel} ungefragt Antworten an ({way}): wo ich sicher bin und"
        " noch niemand geantwortet hat."
    ),
    "set.off": "In {channel} biete ich ungefragt keine Antworten mehr an.",
    "how": "/posts help-out #channel sagt, wo: in the thread, to the asker only oder off.",
    "unknown": (
        "„{value}“ ist keine Art, Antworten anzubieten: sage in the thread, to the asker only"
        " oder off."
    ),
    "counts": (
        "Ungefragt angeboten in {channel}: {offered:Antwort|Antworten}; {helped:half|halfen},"
        " {refused:passte nicht|passten nicht}."
    ),
}

OFFER_COMMANDS: Final[Mapping[str, str]] = {
    "posts.help-out": "Ungefragt Antworten anbieten, wo dasselbe schon beantwortet wurde",
    "help-out.channel": "Welcher Kanal oder welches Forum",
    "help-out.how": "Im Thread, nur wer fragt, oder nicht mehr",
}
