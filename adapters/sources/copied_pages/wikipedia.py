"""Reads an article copied from Wikipedia: its words without links to edit and marks of footnotes.

In English, French, German and Spanish.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_FROM: Final = re.compile(
    r"from wikipedia, the free encyclopedia|un article de wikipédia, l['’]encyclopédie libre\.?"
    r"|aus wikipedia, der freien enzyklopädie|de wikipedia, la enciclopedia libre",
    re.IGNORECASE,
)
_EDIT: Final = re.compile(
    r"\s*\[ ?(?:edit(?: ?\| ?edit source| source)?|modifier(?: ?\| ?modifier le code)?"
    r"|bearbeiten(?: ?\| ?quelltext bearbeiten)?|editar(?: código)?) ?\]\s*$",
    re.IGNORECASE,
)
"""Stands behind a heading, or below it."""
_MARK: Final = re.compile(
    r"(?<=[^\s\[(])(?:\[ ?(?:\d{1,3}|[a-z]|(?:note|nb|n|anm\.) ?\d{1,2}) ?\]"
    r"(?:: ?\d{1,4}(?:[-–]\d{1,4})?(?![\d:]))?)(?!\s*=)"
    r"|\[ ?(?:citation needed|clarification needed|when\?|who\?|according to whom\?"
    r"|better source needed|réf\. (?:nécessaire|souhaitée)|cita requerida) ?\]",
    re.IGNORECASE,
)
"""Leads to a footnote, or says that one is missing."""
_BESIDE_TITLE: Final = re.compile(
    r"(?:\d{1,3} )?(?:languages?|langues?|sprachen?|idiomas?)|add languages|article|talk|read|edit"
    r"|view (?:history|source)|edit source|tools|appearance(?: hide)?|hide|move to sidebar"
    r"|discussion|lire|modifier(?: le code)?|voir (?:l['’]historique|le texte source)|outils"
    r"|apparence(?: masquer)?|masquer|artikel|diskussion|lesen|bearbeiten|quelltext bearbeiten"
    r"|quelltext anzeigen|versionsgeschichte|werkzeuge|erscheinungsbild(?: verbergen)?|verbergen"
    r"|artículo|discusión|leer|editar|ver (?:historial|código fuente)|herramientas"
    r"|apariencia(?: ocultar)?|ocultar",
    re.IGNORECASE,
)
_TOP: Final = re.compile(
    r"jump to content|main menu|aller au contenu|menu principal|zum inhalt springen|hauptmenü"
    r"|ir al contenido|menú principal",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(
    r"this page was last edited on .*|la dernière modification de cette page a été faite le .*"
    r"|diese seite wurde zuletzt am .* bearbeitet.*|esta página se editó por última vez el .*"
    r"|(?:(?:hidden )?categor(?:y|ies)|catégories?|kategorien?|categorías?)\s?: .{3,}"
    r"|authority control databases.*|retrieved from .https?:.*",
    re.IGNORECASE,
)
"""From here on, nothing is of the article."""
_TITLE: Final = 100
_FEWEST: Final = 2


class Article(NamedTuple):
    """An article as it was copied.

    Attributes:
        title: What it is called; "" where that was not copied.
        text: Its words.
        left_out: How many lines of the site stood around them.
    """

    title: str
    text: str
    left_out: int


def wikipedia_article(text: str) -> Article | None:
    """Return the article of a copied page; None for any other text.

    Args:
        text: The text of a file.
    """
    lines = [line.strip() for line in text.split("\n")]
    if not is_wikipedia(lines):
        return None
    filled = [at for at, line in enumerate(lines) if line]
    title, begin = _begin(lines, filled)
    ends = (at for at in filled if at >= begin and _ENDS.fullmatch(lines[at]))
    end = next(ends, len(lines))
    kept = [
        line
        for at in range(begin, end)
        if (line := _MARK.sub("", _EDIT.sub("", lines[at]))) or not lines[at]
    ]
    kept = [line for line in kept if not _FROM.fullmatch(line)]
    words = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
    if not words:
        return None
    return Article(title, words, len(filled) - sum(map(bool, kept)) - bool(title))


def is_wikipedia(lines: Sequence[str]) -> bool:
    """Return whether a text was copied from Wikipedia.

    Args:
        lines: Its lines, without the space around them.
    """
    if any(len(line) < _TITLE and _FROM.fullmatch(line) for line in lines):
        return True
    return sum(len(line) < _TITLE and _EDIT.search(line) is not None for line in lines) >= _FEWEST


def _begin(lines: Sequence[str], filled: Sequence[int]) -> tuple[str, int]:
    """Return the title, and where the words begin: what stands above is the site's, if surely."""
    said = next((at for at in filled if _FROM.fullmatch(lines[at])), None)
    if said is None:
        return "", 0
    above = [at for at in filled if at < said]
    while above and _BESIDE_TITLE.fullmatch(lines[above[-1]]):
        above.pop()
    is_titled = (
        bool(above) and len(lines[above[-1]]) <= _TITLE and lines[above[-1]][-1] not in ".:;"
    )
    is_page = len(above) == 1 or any(_TOP.fullmatch(lines[at]) for at in above)
    return (lines[above[-1]], said) if is_titled and is_page else ("", 0 if above else said)
