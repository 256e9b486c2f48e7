"""`cineaesthete ask`: one question, or a line-by-line stream of them, answered on standard output."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Iterator
from typing import TextIO

import click
from pydantic import BaseModel, ConfigDict, ValidationError

from adapters.app import App
from adapters.cli.options import person_options, settings_from, settings_options
from adapters.settings import Settings
from adapters.terminal import Terminal
from adapters.wire import event_json
from agent.events import Event
from agent.turn import Turn


class Question(BaseModel):
    """One line of `--stdin`."""

    model_config = ConfigDict(extra="forbid")

    text: str
    user: str = "me"
    thread: str = "main"


@click.command()
@click.argument("text", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line, as it happens.")
@click.option("--stdin", is_flag=True, help='Read {"user", "thread", "text"} a line and answer in order.')
@person_options
@settings_options
def ask(
    text: str | None,
    as_json: bool,
    stdin: bool,
    user: str,
    thread: str,
    model: str | None,
    database_url: str | None,
) -> None:
    """Ask TEXT and print the answer."""
    if stdin == (text is not None):
        raise click.UsageError(
            "give either TEXT or --stdin, for example: cineaesthete ask 'something like Heat'"
        )
    questions = _read(sys.stdin) if stdin else iter([Question(text=text or "", user=user, thread=thread)])
    asyncio.run(_answer(questions, settings_from(model, database_url), as_json=as_json))


def _read(lines: TextIO) -> Iterator[Question]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield Question.model_validate_json(line)
        except ValidationError as error:
            what = error.errors()[0]["msg"]
            raise click.UsageError(
                f'line {number} is not {{"user", "thread", "text"}}: {what}; nothing after it was answered'
            ) from None


async def _answer(questions: Iterator[Question], settings: Settings, *, as_json: bool) -> None:
    async with App.open(settings) as app:
        for question in questions:
            turn = Turn(surface="cli", user=question.user, thread=question.thread, text=question.text)
            events = app.agent.stream(turn)
            await (_print_json(events) if as_json else Terminal().show(events))


async def _print_json(events: AsyncIterator[Event]) -> None:
    async for event in events:
        line = event_json(event)
        if line is not None:
            click.echo(json.dumps(line, ensure_ascii=False))
