from __future__ import annotations

from adapters.chat.lines.unanswered import digest_lines, open_line
from adapters.chat.wording import ENGLISH
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import LONGEST_MESSAGE, show_date
from adapters.discord.rendering.lengths import size
from bot.admin.scheduled.digest import Digest
from bot.ledger.questions.open_questions import OpenQuestion
from tests.fakes.bot.ledgers import NOW, asked


def test_a_digest_ends_with_what_to_do_and_counts_what_one_message_does_not_hold() -> None:
    marked = OpenQuestion(asked("_*_*" * 100), 1, NOW)
    digest = Digest([marked] * 10, 5)
    lines = digest_lines(digest, ENGLISH, size, show_date=show_date, escaped=escaped_line)
    assert size("\n".join(lines)) < LONGEST_MESSAGE
    shown = sum(each.split(". ", 1)[0].isdecimal() for each in lines)
    assert 1 <= shown < 10
    assert lines[-2] == ENGLISH.settings["digest_more"].format(count=15 - shown)
    assert lines[-1] == ENGLISH.settings["digest_how"]


def test_a_digest_that_fits_is_told_whole() -> None:
    digest = Digest([OpenQuestion(asked("When?"), 1, NOW)] * 10, 0)
    lines = digest_lines(digest, ENGLISH, len, show_date=lambda when: f"{when:%d}", escaped=str)
    assert len(lines) == 12
    assert lines[10].startswith("10. “When?”")


def test_a_question_that_is_cut_says_so() -> None:
    def told(text: str) -> str:
        return open_line(1, OpenQuestion(asked(text), 1, NOW), ENGLISH, lambda _: "now", str)

    assert "“" + "x" * 299 + "…”" in told("x" * 301)
    assert "“" + "x" * 300 + "”" in told("x" * 300)
