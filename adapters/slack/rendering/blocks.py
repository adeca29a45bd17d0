"""Cards as Block Kit, within every limit; what others wrote is never read as markup. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING, Any, Final

from adapters.chat.quotes import Credit, Gap, Quote
from adapters.markup.slack import escaped
from adapters.markup.styled import markup_of, plain_words, title_words
from adapters.slack.rendering.quotes import quotation, shortened
from bot.text import one_line, plain, web_link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from adapters.chat.cards import Button, Card
    from adapters.chat.quotes import Pointer
    from adapters.chat.wording import Wording


Block = dict[str, Any]

LONGEST_QUOTE: Final = 2_200
"""Three quotes, their credits and the rest stay under what a message holds in all."""

LONGEST_AROUND: Final = 900
"""The same of a message that stands around a quote, with some more of them."""

LONGEST_SECTION: Final = 3_000
LONGEST_HEADING: Final = 2_000
LONGEST_NOTES: Final = 1_000
LONGEST_CREDIT: Final = 150
LONGEST_LABEL: Final = 75
LONGEST_URL: Final = 3_000
LONGEST_TEXT: Final = 3_900
MOST_ACTIONS: Final = 25

NOBODY: Final = Credit("", None, "", "", "", None)
"""Beside what is quoted without a credit."""

_FORMAT: Final = "{date_short_pretty}"
_STAMP: Final = re.compile("\ue000(-?\\d+)\ue001(.*?)\ue002")


def laid_out(card: Card, wording: Wording) -> Outgoing:
    """Return a card as a message."""
    blocks = [
        *_section(card.heading, LONGEST_HEADING),
        *(block for quote in card.quotes for block in _quote(quote, wording)),
        *(_context(card.notes) if card.quotes else _section(card.notes)),
        *_pointers(card.pointers),
        *_buttons(card.question_id, [each for each in card.buttons if not _rates(each)]),
        *_feedback(card),
    ]
    return Outgoing(_text(card, wording), tuple(blocks))


def without_code(text: str) -> str:
    """Return words of the bot for where Slack reads no markup and would show the backticks."""
    return text.replace("`", "")


def notice(*lines: str, buttons: Sequence[Block] = ()) -> Outgoing:
    """Return lines of our own as a message, with buttons under them."""
    blocks = [*_section(lines), *([{"type": "actions", "elements": [*buttons]}] if buttons else [])]
    return Outgoing(escaped(shortened("\n".join(lines), LONGEST_TEXT)), tuple(blocks))


def told(lines: Sequence[str], buttons: Sequence[Block] = ()) -> Outgoing:
    """Return lines that may hold moments (`stamp`) as a message, with buttons under them."""
    text = shortened("\n".join(lines), LONGEST_TEXT)
    section = {"type": "rich_text_section", "elements": list(_stamped(plain(text)))}
    blocks: list[Block] = [{"type": "rich_text", "elements": [section]}]
    if buttons:
        blocks.append({"type": "actions", "elements": [*buttons][:MOST_ACTIONS]})
    return Outgoing(escaped(_STAMP.sub(lambda match: match[2], text)), tuple(blocks))


def stamp(moment: datetime) -> str:
    """Return a moment for lines that `told` shows, each reader in their own time zone."""
    return f"\ue000{int(moment.timestamp())}\ue001{moment:%Y-%m-%d}\ue002"


def button(label: str, action: str, value: str, style: str = "") -> Block:
    """Return a button."""
    block: Block = {
        "type": "button",
        "text": plain_text(label, LONGEST_LABEL),
        "action_id": action,
        "value": value,
    }
    return {**block, "style": style} if style else block


def plain_text(text: str, most: int = LONGEST_SECTION) -> Block:
    """Return text that nothing is read into, emoji names included."""
    return {"type": "plain_text", "text": shortened(plain(text), most), "emoji": False}


def date_token(moment: datetime) -> str:
    """Return a moment as Slack shows it in the reader's own time zone."""
    return f"<!date^{int(moment.timestamp())}^{_FORMAT}|{moment:%Y-%m-%d}>"


def quoted(text: str) -> Block:
    """Return what somebody wrote as a quote that nothing is read into."""
    return quotation(Quote(1, text, NOBODY), LONGEST_QUOTE)


def _section(lines: Sequence[str], most: int = LONGEST_SECTION) -> list[Block]:
    text = plain("\n".join(lines)).strip()
    return [{"type": "section", "text": plain_text(text, most)}] if text else []


def _context(lines: Sequence[str]) -> list[Block]:
    text = plain(" · ".join(lines)).strip()
    return [{"type": "context", "elements": [plain_text(text, LONGEST_NOTES)]}] if text else []


def _quote(quote: Quote | Gap, wording: Wording) -> list[Block]:
    if isinstance(quote, Gap):
        return _context([f"{quote.number}", quote.reason])
    longest = LONGEST_QUOTE if quote.number else LONGEST_AROUND
    return [
        *_asked(quote, wording),
        quotation(quote, longest),
        {"type": "context", "elements": _credit(quote)},
        *_open_button(quote, wording),
    ]


def _asked(quote: Quote, wording: Wording) -> list[Block]:
    """Return the line of the question that a quote answers, if that is known."""
    if quote.asked is None:
        return []
    credit = quote.asked.credit
    moment, title = credit.posted_at, _short(_title(quote.asked)) or credit.kind
    parts: dict[str, Block] = {
        "name": {"type": "text", "text": _short(credit.author)},
        "question": {"type": "text", "text": title},
    }
    if _is_link(credit.url):
        parts["question"] = {"type": "link", "url": credit.url, "text": title}
    if moment is not None:
        parts["when"] = _date(int(moment.timestamp()), f"{moment:%Y-%m-%d}")
    said = wording.answering["asked" if moment else "asked.undated"]
    elements: list[Block] = []
    for before, name, *_ in Formatter().parse(said):
        elements += [{"type": "text", "text": before}] if before else []
        elements += [parts[name]] if name else []
    section = {"type": "rich_text_section", "elements": elements}
    return [{"type": "rich_text", "elements": [section]}]


def _credit(quote: Quote) -> list[Block]:
    credit = quote.credit
    first = f"{quote.number} · {_short(credit.author)}" if quote.number else _short(credit.author)
    rest = [_short(credit.age), _short(credit.source), credit.kind, quote.language]
    date: list[Block] = []
    if credit.posted_at is not None:
        date = [{"type": "mrkdwn", "text": date_token(credit.posted_at), "verbatim": True}]
    return [plain_text(first), *date, plain_text(" · ".join(filter(None, rest)))]


def _open_button(quote: Quote, wording: Wording) -> list[Block]:
    """Return the link to a quote's post, right below it: on a phone a row of several wraps."""
    if not _is_link(quote.credit.url):
        return []
    label = plain_text(quote.link_label(wording), LONGEST_LABEL)
    link = {
        "type": "button", "text": label, "url": quote.credit.url,
        "action_id": f"open:{quote.number}",
    }  # fmt: skip
    return [{"type": "actions", "elements": [link]}]


def _pointers(pointers: Sequence[Pointer]) -> list[Block]:
    if not pointers:
        return []
    items = [{"type": "rich_text_section", "elements": _pointer(each)} for each in pointers]
    listed = {"type": "rich_text_list", "style": "bullet", "elements": items}
    return [{"type": "rich_text", "elements": [listed]}]


def _pointer(pointer: Pointer) -> list[Block]:
    credit = pointer.credit
    title = _short(_title(pointer)) or _short(credit.source) or credit.kind
    named: Block = {"type": "text", "text": title}
    if _is_link(credit.url):
        named = {"type": "link", "url": credit.url, "text": title}
    found: list[Block] = [named, {"type": "text", "text": f" · {_short(credit.author)}"}]
    if credit.posted_at is not None:
        moment = credit.posted_at
        found += [
            {"type": "text", "text": " · "},
            _date(int(moment.timestamp()), f"{moment:%Y-%m-%d}"),
        ]
    rest = " · ".join(filter(None, [_short(credit.age), _short(credit.source), credit.kind]))
    return [*found, {"type": "text", "text": f" · {rest}"}]


def _title(pointer: Pointer) -> str:
    """Return the title of a post that is pointed at, without marks that are not shown here."""
    return title_words(pointer.title, pointer.post_id)


def _buttons(question_id: str, buttons: Sequence[Button]) -> list[Block]:
    elements = [button(each.label, f"{each.action}:{each.page}", question_id) for each in buttons]
    return [{"type": "actions", "elements": elements[:MOST_ACTIONS]}] if elements else []


def _rates(button: Button) -> bool:
    return button.action in {"good", "bad"}


def _feedback(card: Card) -> list[Block]:
    labels = {each.action: each.label for each in card.buttons if _rates(each)}
    if len(labels) < 2:  # noqa: PLR2004 - it takes both
        return []
    element = {
        "type": "feedback_buttons",
        "action_id": "feedback",
        "positive_button": _choice(labels["good"], f"good:{card.question_id}"),
        "negative_button": _choice(labels["bad"], f"bad:{card.question_id}"),
    }
    return [{"type": "context_actions", "elements": [element]}]


def _choice(label: str, value: str) -> Block:
    text = {"type": "plain_text", "text": label}
    return {"text": text, "value": value, "accessibility_label": label}


def _text(card: Card, wording: Wording) -> str:
    lines = [*card.heading]
    lines += [_in_a_line(each, wording) for each in card.quotes]
    lines += card.notes
    lines += [f"• {one_line(_title(each))} ({_in_words(each.credit)})" for each in card.pointers]
    return escaped(shortened(plain("\n".join(lines)), LONGEST_TEXT))


def _in_a_line(quote: Quote | Gap, wording: Wording) -> str:
    if isinstance(quote, Gap):
        return f"{quote.number}. {quote.reason}"
    number = f"{quote.number}. " if quote.number else ""
    said = plain_words(quote.masked, markup_of(quote.post_id))
    return f"{number}{wording.quoting['cited'].format(words=said)} — {_in_words(quote.credit)}"


def _in_words(credit: Credit) -> str:
    when = f"{credit.posted_at:%Y-%m-%d}" if credit.posted_at else credit.age
    return one_line(", ".join(filter(None, [credit.author, when, credit.source])))


def _short(text: str) -> str:
    return shortened(one_line(text), LONGEST_CREDIT)


def _is_link(url: str | None) -> bool:
    shown = web_link(url)
    return shown is not None and len(shown) <= LONGEST_URL


def _stamped(text: str) -> Iterator[Block]:
    done = 0
    for match in _STAMP.finditer(text):
        if match.start() > done:
            yield {"type": "text", "text": text[done : match.start()]}
        yield _date(int(match[1]), match[2])
        done = match.end()
    if done < len(text):
        yield {"type": "text", "text": text[done:]}


def _date(timestamp: int, fallback: str) -> Block:
    return {"type": "date", "timestamp": timestamp, "format": _FORMAT, "fallback": fallback}


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message of ours as Slack takes it.

    Attributes:
        text: It as plain text, escaped, for notifications and screen readers.
        blocks: How it is laid out.
    """

    text: str
    blocks: tuple[dict[str, Any], ...] = ()
