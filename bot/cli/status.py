"""`status` and `check`."""

from __future__ import annotations

import asyncio
import json
import shutil
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
from rich.table import Table

from bot import app, chat_app
from bot.checks import file_permissions, integrity
from bot.checks.diagnostics import Finding
from bot.cli import console
from bot.cli.exit_codes import Exit
from bot.errors import ConfigError, UnavailableError
from bot.text import Count, one_line
from index.clock import utc_now
from index.errors import IndexingError, IndexMissing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from rich.console import Console

    from bot.settings.values import Settings
    from index.statistics import Statistics


MEGABYTE: Final = 1_000_000
ENOUGH_DISK: Final = 500 * MEGABYTE


def status(
    *, as_json: Annotated[bool, typer.Option("--json", help="JSON for a program.")] = False
) -> None:
    """Show what is stored: sources, posts, model, how fresh it is, how large."""
    settings = app.load_settings()
    with app.opened_index(settings) as index:
        statistics = index.statistics()
        name = app.refining_model(settings)
        refined = index.refined(name) if name else None
    if as_json:
        record = status_record(statistics) | {"refining": name, "refined": refined and refined[0]}
        typer.echo(json.dumps(record, ensure_ascii=False))
        return
    _show(statistics, settings)
    if refined:
        said = f"second model {name}, has read {refined[0]:,} of {refined[1]:,} passages"
        console.out().print(said)


def check() -> None:
    """Check settings, model, database, disk and chats: a line each, with the remedy."""
    findings = _findings()
    for finding in findings:
        mark, style = ("ok  ", "green") if finding.is_fine else ("FAIL", "red")
        line = f"{mark}  {finding.subject:<9} {finding.text}"
        console.out().print(line, style=style, soft_wrap=True)
    if not all(finding.is_fine for finding in findings):
        raise typer.Exit(Exit.PARTLY)


def status_record(statistics: Statistics) -> dict[str, Any]:
    """Return what `status --json` promises."""
    return {
        "sources": [
            {
                "name": source.name,
                "posts": source.posts,
                "comments": source.comments,
                "newest": source.newest.isoformat() if source.newest else None,
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


def show_sources(statistics: Statistics, console: Console) -> None:
    """Print a line for each source: its name, posts, comments, and the day of the newest."""
    table = Table("source", "posts", "comments", "newest", box=None, pad_edge=False)
    for source in statistics.sources:
        newest = f"{source.newest:%Y-%m-%d}" if source.newest else "–"
        table.add_row(one_line(source.name), f"{source.posts:,}", f"{source.comments:,}", newest)
    console.print(table)


def _show(statistics: Statistics, settings: Settings) -> None:
    output = console.out()
    show_sources(statistics, output)
    say = app.sentences(settings)
    total = {"posts": Count(statistics.posts), "passages": Count(statistics.passages)}
    output.print(say["total"].format(**total))
    output.print(say["in"].format(folder=settings.data.resolve()), soft_wrap=True)
    output.print(say["model"].format(name=statistics.model or say["no_model"]))
    size = f"{statistics.size / MEGABYTE:,.1f}"
    output.print(say["changed"].format(when=_ago(_age_seconds(statistics), say), size=size))


def _findings() -> list[Finding]:
    try:
        settings = app.load_settings()
    except ConfigError as error:
        return [Finding("settings", is_fine=False, text=each) for each in error.problems]
    ledger = _check_ledger(settings)
    return [
        Finding(
            "settings",
            is_fine=True,
            text=f"data in {settings.data.resolve()}, model {settings.model}",
        ),
        _check_model(settings),
        _check_refining(settings),
        _check_database(settings),
        _check_disk(settings),
        ledger,
        *file_permissions.findings(settings),
        *_check_chats(settings, ledger),
    ]


def _check_model(settings: Settings) -> Finding:
    try:
        with console.waiting("Loading the model…"):
            model = app.load_model(settings)
    except IndexingError as error:
        return Finding("model", is_fine=False, text=f"{error}: correct EMBEDDING_MODEL")
    return Finding("model", is_fine=True, text=f"{model.name}, {model.dimension} dimensions")


def _check_refining(settings: Settings) -> Finding:
    name = app.refining_model(settings)
    if name is None:
        text = f"none: {app.why_no_refining(settings)}"
        return Finding("refining", is_fine=True, text=text)
    try:
        model = app.open_encoder(name)
    except IndexingError as error:
        return Finding("refining", is_fine=False, text=f"{error}: correct REFINING_MODEL")
    return Finding("refining", is_fine=True, text=f"{model.name}, {model.dimension} dimensions")


def _check_database(settings: Settings) -> Finding:
    try:
        with console.waiting("Looking through the posts…"):
            statistics = integrity.inspect_posts(app.storage(), settings)
    except IndexMissing:
        text = "no posts yet: bring some in with `pullquote import PATH`"
        return Finding("database", is_fine=True, text=text)
    except IndexingError as error:
        return Finding("database", is_fine=False, text=str(error))
    if statistics is None:
        text = (
            "whole, of an older version: the next command that opens it brings it up to date;"
            " an older Pullquote cannot read it then, so back it up before"
        )
        return Finding("database", is_fine=True, text=text)
    if statistics.model not in {None, app.wanted_model(settings)}:
        text = f"made with {statistics.model}, not with EMBEDDING_MODEL: run `pullquote reindex`"
        return Finding("database", is_fine=False, text=text)
    return Finding(
        "database",
        is_fine=True,
        text=f"{Count(statistics.posts):post or comment|posts and comments}",
    )


def _check_ledger(settings: Settings) -> Finding:
    if wrong := integrity.ledger_problem(settings):
        return Finding("ledger", is_fine=False, text=wrong)
    is_there = settings.ledger.exists()
    text = "whole" if is_there else "nothing asked in a chat yet"
    return Finding("ledger", is_fine=True, text=text)


def _check_chats(settings: Settings, ledger: Finding) -> list[Finding]:
    if not ledger.is_fine:  # looking at them would write to it
        text = "not looked at before the ledger is whole again"
        return [Finding("chats", is_fine=False, text=text)] if chat_app.names_set(settings) else []
    try:
        return asyncio.run(chat_app.check_platforms(settings))
    except UnavailableError as error:
        return [Finding("chats", is_fine=False, text=f"not looked at: {error}")]


def _check_disk(settings: Settings) -> Finding:
    free = shutil.disk_usage(_existing(settings.data)).free
    text = f"{free / MEGABYTE:,.0f} MB free"
    is_fine = free >= ENOUGH_DISK
    remedy = "" if is_fine else f": make room, {ENOUGH_DISK // MEGABYTE} MB are the least"
    return Finding("disk", is_fine=is_fine, text=text + remedy)


def _existing(folder: Path) -> Path:
    return next(each for each in (folder.resolve(), *folder.resolve().parents) if each.exists())


def _age_seconds(statistics: Statistics) -> float:
    changed = statistics.changed_at or utc_now()
    return (utc_now() - changed).total_seconds()


def _ago(seconds: float, say: Mapping[str, str]) -> str:
    for unit, length in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        count = int(seconds // length)
        if count:
            return say[f"{unit}_one" if count == 1 else f"{unit}_many"].format(count=count)
    return say["now"]
