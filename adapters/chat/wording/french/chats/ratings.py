"""How ratings of answers are listed for admins, in French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

RATINGS: Final[Mapping[str, str]] = {
    "heading": "Notes des réponses, les pires d’abord :",
    "none": "Aucune réponse que vous pouvez voir ici n’a de note.",
    "item": "« {question} » 👍 {good} 👎 {bad}",
    "not_kept": (
        "Votre avis n’est pas conservé : je ne garde plus cette question, ou rien de vous."
    ),
    "not_shown": (
        "{count:extrait n’est pas montré|extraits ne sont pas montrés} : changé, supprimé, ou pas"
        " pour vous."
    ),
    "hidden": "Hors liste, car demandé en privé ou là où vous ne lisez pas : {count:note|notes}.",
}
