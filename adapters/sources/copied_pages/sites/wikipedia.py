"""Reads an article copied from Wikipedia: its words without links to edit and marks of footnotes.

In English, French, German and Spanish.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from adapters.sources.copied_pages.sites.wikipedia_marks import (
    code_lines,
    has_footnotes,
    without_marks,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
_SPACED: Final = re.compile(r"\S\s+\[ ?(?:edit|modifier|bearbeiten|editar) ?\]$", re.IGNORECASE)
_BESIDE_TITLE: Final = re.compile(
    r"(?:\d{1,3} )?(?:languages?|langues?|sprachen?|idiomas?)|add languages|article|talk|read|edit"
    r"|view (?:history|source)|edit source|tools|hide|move to sidebar"
    r"|discussion|lire|modifier(?: le code)?|voir (?:l['’]historique|le texte source)|outils"
    r"|masquer|artikel|diskussion|lesen|bearbeiten|quelltext bearbeiten"
    r"|quelltext anzeigen|versionsgeschichte|werkzeuge|verbergen"
    r"|artículo|discusión|leer|editar|ver (?:historial|código fuente)|herramientas"
    r"|ocultar",
    re.IGNORECASE,
)
_TOP: Final = re.compile(
    r"jump to content|main menu|aller au contenu|menu principal|zum inhalt springen|hauptmenü"
    r"|ir al contenido|menú principal",
    re.IGNORECASE,
)
_APPEARANCE: Final = re.compile(
    r"(?:appearance|apparence|erscheinungsbild|apariencia)(?: (?:hide|masquer|verbergen|ocultar))?",
    re.IGNORECASE,
)
"""Below it a page lists how its letters, its width and its colours may be."""
_MOST_IN_BOX: Final = 24
_ENDS: Final = re.compile(
    r"this page was last edited on .*|la dernière modification de cette page a été faite le .*"
    r"|diese seite wurde zuletzt am .* bearbeitet.*|esta página se editó por última vez el .*"
    r"|(?:(?:hidden )?categor(?:y|ies)|catégories?|kategorien?|categorías?)\s?: .{3,}"
    r"|authority control databases.*|retrieved from .https?:.*",
    re.IGNORECASE,
)
"""From here to the last such line, nothing is of the article."""
_FOOT: Final = re.compile(
    r"(?:about|contact|à propos de|contacter|über|acerca de|contactar con) wikip[eé]dia"
    r"|wikipedia® .*|.*wikimedia foundation.*|powered by mediawiki|wikimedia"
    r"|.*creative[- ]commons.*(?:licen|lizenz).*|.*(?:licen|lizenz).*creative[- ]commons.*"
    r"|additional terms may apply\b.*|by using this site, .*|informationen zu den urhebern .*"
    r"|privacy policy(?:about wikipedia.*)?|disclaimers|legal & safety contacts|code of conduct"
    r"|developers|statistics|cookie statement|mobile view|search|toggle the table of contents"
    r"|add topic|\d+ (?:languages|langues|sprachen|idiomas)"
    r"|politique de confidentialité|avertissements|contact|code de conduite|développeurs"
    r"|statistiques|déclaration sur les témoins.*|version mobile|rechercher"
    r"|datenschutz|impressum(?: & datenschutz)?|verhaltenskodex|entwickler|statistiken"
    r"|stellungnahme zu cookies|mobile ansicht|suche|abrufstatistik.*"
    r"|política de privacidad|limitación de responsabilidad|código de conducta|desarrolladores"
    r"|estadísticas|declaración de cookies|versión para móviles|buscar",
    re.IGNORECASE,
)
"""Stands at the foot of each page; other lines below are of who copied it."""
_FEWEST_WORDS: Final = 5
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
    within = [*_within(lines, begin)]
    code = code_lines(text.split("\n"))
    bare = [line.rstrip() if at in code else lines[at] for at, line in enumerate(text.split("\n"))]
    bare = [line if at in code else _EDIT.sub("", line) for at, line in enumerate(bare)]
    bare = without_marks(bare, code)
    kept = [bare[at] for at in within if bare[at] or not lines[at]]
    kept = [line for line in kept if not _FROM.fullmatch(line)]
    words = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip("\n").rstrip()
    if not words:
        return None
    return Article(title, words, len(filled) - sum(map(bool, kept)) - bool(title))


def _within(lines: Sequence[str], begin: int) -> Iterator[int]:
    """Yield where the lines of an article stand, and what somebody wrote below its foot."""
    ends = [at for at in range(begin, len(lines)) if _ENDS.fullmatch(lines[at])]
    if not ends:
        yield from range(begin, len(lines))
        return
    yield from range(begin, ends[0])
    own = [at for at in range(ends[-1] + 1, len(lines)) if not _FOOT.fullmatch(lines[at])]
    if any(len(lines[at].split()) >= _FEWEST_WORDS for at in own):
        yield from own


def is_wikipedia(lines: Sequence[str]) -> bool:
    """Return whether a text was copied from Wikipedia.

    Args:
        lines: Its lines, without the space around them.
    """
    if any(len(line) < _TITLE and _FROM.fullmatch(line) for line in lines):
        return True
    edits = [line for line in lines if len(line) < _TITLE and _EDIT.search(line)]
    # Behind a space, such a link is one of a list of somebody's, too.
    sure = sum(_SPACED.search(line) is None for line in edits)
    return (len(edits) if has_footnotes(lines) else sure) >= _FEWEST


def _begin(lines: Sequence[str], filled: Sequence[int]) -> tuple[str, int]:
    """Return the title, and where the words begin: what stands above is the site's, if surely."""
    said = next((at for at in filled if _FROM.fullmatch(lines[at])), None)
    if said is None:
        return "", 0
    above = [at for at in filled if at < said]
    for box in range(len(above) - 1, max(0, len(above) - _MOST_IN_BOX), -1):
        is_beside = _BESIDE_TITLE.fullmatch(lines[above[box - 1]])
        if is_beside and _APPEARANCE.fullmatch(lines[above[box]]):
            above = above[:box]
            break
    while above and _BESIDE_TITLE.fullmatch(lines[above[-1]]):
        above.pop()
    is_titled = (
        bool(above) and len(lines[above[-1]]) <= _TITLE and lines[above[-1]][-1] not in ".:;"
    )
    is_page = len(above) == 1 or any(_TOP.fullmatch(lines[at]) for at in above)
    return (lines[above[-1]], said) if is_titled and is_page else ("", 0 if above else said)
