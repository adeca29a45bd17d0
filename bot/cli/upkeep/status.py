"""`status` and `check`."""

from __future__ import annotations

import asyncio
import shutil
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from bot.checks import file_permissions, integrity
from bot.checks.diagnostics import Finding
from bot.cli import console, progress
from bot.cli.console import number
from bot.cli.exit_codes import Exit
from bot.cli.upkeep.source_table import show_sources
from bot.composition import app, channels_app, chat_app, engine_app, ledger_app, words_app
from bot.errors import ConfigError, UnavailableError
from bot.text import Count, json_line, plain
from index.clock import utc_now
from index.errors import IndexingError, IndexMissing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from bot.settings.values import Settings
    from index.statistics import Statistics


MEGABYTE: Final = 1_000_000
ENOUGH_DISK: Final = 500 * MEGABYTE


def status(
    *, as_json: Annotated[bool, typer.Option("--json", help="JSON for a program.")] = False
) -> None:
    """Show what is stored: sources, posts, model, how fresh it is, how large."""
    settings = console.settings()
    with app.opened_index(settings) as index:
        statistics = index.statistics()
        name = app.refining_model(settings)
        refined = index.refined(name) if name else None
    if as_json:
        record = status_record(statistics) | {"refining": name, "refined": refined and refined[0]}
        record["channels"] = channels_app.status_records(settings)
        record["offers"] = channels_app.offer_records(settings)
        typer.echo(json_line(record))
        return
    _show(statistics, settings)
    if refined:
        done, total = map(Count, refined)
        said = app.wording(settings).upkeep["read_by"].format(name=name, done=done, total=total)
        console.out().tell(said)
    for line in channels_app.status_lines(settings):
        console.out().tell(plain(line))


def check() -> None:
    """Check settings, model, database, disk and chats: a line each, with the remedy."""
    found = findings()
    show_findings(found)
    if not all(finding.is_fine for finding in found):
        raise typer.Exit(Exit.PARTLY)


def show_findings(findings: Sequence[Finding]) -> None:
    """Print a line for each finding, in the reader's language."""
    output, say = console.out(), app.wording_of_reader().upkeep
    subjects = {each.subject: say.get(each.subject, each.subject) for each in findings}
    width, mark_width = max(9, *map(len, subjects.values())), max(len(say["ok"]), len(say["fail"]))
    for finding in findings:
        mark, style = (say["ok"], "green") if finding.is_fine else (say["fail"], "red")
        line = f"{mark:<{mark_width}}  {subjects[finding.subject]:<{width}} "
        output.tell(line + words_app.problem(finding.text), style=style)


def status_record(statistics: Statistics) -> dict[str, Any]:
    """Return what `status --json` promises."""
    return {
        "sources": [
            {
                "name": source.name,
                "posts": source.posts,
                "comments": source.comments,
                "newest": source.newest.isoformat() if source.newest else None,
                "oldest": source.oldest.isoformat() if source.oldest else None,
            }
            for source in statistics.sources
        ],
        "posts": statistics.posts,
        "passages": statistics.passages,
        "model": statistics.model,
        "newest": statistics.newest.isoformat() if statistics.newest else None,
        "changed_at": statistics.changed_at.isoformat() if statistics.changed_at else None,
        "age_seconds": round(_age_seconds(statistics)) if statistics.changed_at else None,
        "bytes": statistics.size,
    }


def _show(statistics: Statistics, settings: Settings) -> None:
    output = console.out()
    show_sources(statistics, output, app.wording(settings).upkeep)
    say = app.sentences(settings)
    total = {"posts": Count(statistics.posts), "passages": Count(statistics.passages)}
    output.tell(say["total"].format(**total))
    output.tell(say["in"].format(folder=engine_app.home(settings)))
    output.tell(say["model"].format(name=statistics.model or say["no_model"]))
    size = number(statistics.size / MEGABYTE, places=1)
    output.tell(say["changed"].format(when=_ago(_age_seconds(statistics), say), size=size))


def findings() -> list[Finding]:
    """Return what `check` finds: of settings, model, database, disk, ledger, rights and chats."""
    try:
        settings = console.settings()
    except ConfigError as error:
        return [Finding("settings", is_fine=False, text=each) for each in error.problems]
    say = app.wording(settings).upkeep
    ledger = _check_ledger(settings, say)
    fine = say["settings_fine"].format(folder=settings.data.resolve(), model=settings.model)
    return [
        Finding("settings", is_fine=True, text=fine),
        _check_model(settings, say),
        _check_refining(settings, say),
        _check_database(settings, say),
        _check_disk(settings, say),
        ledger,
        *file_permissions.findings(settings, say),
        *_check_chats(settings, ledger, say),
    ]


def _check_model(settings: Settings, say: Mapping[str, str]) -> Finding:
    try:
        with progress.waiting(say["loading"]):
            model = app.load_model(settings)
    except IndexingError as error:
        text = say["model_wrong"].format(
            problem=words_app.problem(error.sentence), variable="EMBEDDING_MODEL"
        )
        return Finding("model", is_fine=False, text=text)
    text = say["model_fine"].format(name=model.name, dimension=model.dimension)
    return Finding("model", is_fine=True, text=text)


def _check_refining(settings: Settings, say: Mapping[str, str]) -> Finding:
    name = app.refining_model(settings)
    if name is None:
        text = say["refining_none"].format(reason=words_app.problem(app.why_no_refining(settings)))
        return Finding("refining", is_fine=True, text=text)
    try:
        model = app.open_encoder(name)
    except IndexingError as error:
        text = say["model_wrong"].format(
            problem=words_app.problem(error.sentence), variable="REFINING_MODEL"
        )
        return Finding("refining", is_fine=False, text=text)
    text = say["model_fine"].format(name=model.name, dimension=model.dimension)
    return Finding("refining", is_fine=True, text=text)


def _check_database(settings: Settings, say: Mapping[str, str]) -> Finding:
    try:
        with progress.waiting(say["looking"]):
            statistics = integrity.inspect_posts(engine_app.storage(settings))
    except IndexMissing:
        return Finding("database", is_fine=True, text=say["database_none"])
    except IndexingError as error:
        return Finding("database", is_fine=False, text=error.sentence)
    if statistics is None:
        return Finding("database", is_fine=True, text=say["database_older"])
    if statistics.model not in {None, app.wanted_model(settings)}:
        text = say["database_other"].format(model=statistics.model)
        return Finding("database", is_fine=False, text=text)
    text = say["total"].format(posts=Count(statistics.posts))
    return Finding("database", is_fine=True, text=text)


def _check_ledger(settings: Settings, say: Mapping[str, str]) -> Finding:
    if wrong := integrity.ledger_problem(ledger_app.storage(settings)):
        return Finding("ledger", is_fine=False, text=wrong)
    text = say["ledger_fine" if ledger_app.storage(settings).is_there() else "ledger_none"]
    return Finding("ledger", is_fine=True, text=text)


def _check_chats(settings: Settings, ledger: Finding, say: Mapping[str, str]) -> list[Finding]:
    if not ledger.is_fine:  # looking at them would write to it
        unseen = Finding("chats", is_fine=False, text=say["chats_not_yet"])
        return [unseen] if chat_app.names_set(settings) else []
    try:
        return asyncio.run(chat_app.check_platforms(settings))
    except UnavailableError as error:
        problem = words_app.problem(error.sentence)
        return [Finding("chats", is_fine=False, text=say["chats_not"].format(problem=problem))]


def _check_disk(settings: Settings, say: Mapping[str, str]) -> Finding:
    free = shutil.disk_usage(_existing(settings.data)).free
    is_fine = free >= ENOUGH_DISK
    said = say["disk_free" if is_fine else "disk_full"]
    numbers = {"free": Count(free // MEGABYTE), "least": Count(ENOUGH_DISK // MEGABYTE)}
    return Finding("disk", is_fine=is_fine, text=said.format(**numbers))


def _existing(folder: Path) -> Path:
    return next(each for each in (folder.resolve(), *folder.resolve().parents) if each.exists())


def _age_seconds(statistics: Statistics) -> float:
    changed = statistics.changed_at or utc_now()
    return max(0.0, (utc_now() - changed).total_seconds())  # a clock may have been set back


def _ago(seconds: float, say: Mapping[str, str]) -> str:
    for unit, length in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        count = int(seconds // length)
        if count:
            return say[f"{unit}_one" if count == 1 else f"{unit}_many"].format(count=count)
    return say["now"]
