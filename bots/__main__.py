"""What does the operator type? `socium run | demo | migrate | doctor | backup | move | reports | stop`."""

import argparse
import asyncio
import sys
from argparse import Namespace
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path

from bots.logs import set_up
from core.config import Settings, read_settings
from core.errors import WrongSetting

WRONG = 2


def main() -> None:
    """Do what was typed; an operator's mistake is one line and exit code 2."""
    typed = _arguments().parse_args()
    try:
        settings = read_settings()
        set_up(settings)
        sys.exit(asyncio.run(_COMMANDS[typed.command](settings, typed)))
    except WrongSetting as wrong:
        sys.exit(_say_wrong(str(wrong)))
    except KeyboardInterrupt:
        sys.exit(0)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="socium", description="Small groups of equals, inside your messengers.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    commands.add_parser("run", help="start the configured messengers; the local page when there are none")
    commands.add_parser("demo", help="play the story of two groups and print it")
    commands.add_parser("migrate", help="bring the database to this version")
    commands.add_parser("doctor", help="check settings, database and messengers, one line each")
    kept = commands.add_parser("backup", help="write everything into a new SQLite file while the house goes on")
    kept.add_argument("file", type=Path)
    moved = commands.add_parser("move", help="copy everything into another, empty database, and compare both")
    moved.add_argument("to", help="its address, such as postgresql://user:secret@host/socium")
    commands.add_parser("reports", help="read what people reported, and what was stopped")
    stopped = commands.add_parser("stop", help="stop a card of the service: who is concerned is told; groups cannot be")
    stopped.add_argument("name", help="of the card, such as proposal:ID, or of a report about it")
    stopped.add_argument("--why", required=True, help="told to everybody concerned")
    return parser


async def _run(settings: Settings, _typed: Namespace) -> int:
    from bots.assemble import configured, run

    names = ", ".join(configured(settings))
    _say(f"database: {_shown(settings.database_url)} · messengers: {names}")
    if names == "local":
        _say(f"no messenger is configured, so everything can be tried here: http://127.0.0.1:{settings.local_port}/")
    await run(settings)
    return 0


async def _migrate(settings: Settings, _typed: Namespace) -> int:
    from core.storage.schema import migrate

    _say(f"database: {_shown(settings.database_url)} · schema {await migrate(settings.database_url)}")
    return 0


async def _demo(_settings: Settings, _typed: Namespace) -> int:
    from bots.demo.story import play

    await play(_say)
    return 0


async def _doctor(settings: Settings, _typed: Namespace) -> int:
    from bots.doctor import examine

    healthy = True
    async for finding in examine(settings):
        healthy &= finding.fine
        _say(f"{'ok  ' if finding.fine else 'FIX '} {finding.line}")
    return 0 if healthy else 1


async def _backup(settings: Settings, typed: Namespace) -> int:
    from core.storage.copying import backup

    rows = await backup(settings.database_url, typed.file, _say)
    _say(f"{typed.file}: {rows} rows, read back and whole")
    return 0


async def _move(settings: Settings, typed: Namespace) -> int:
    from core.storage.copying import move

    rows = await move(settings.database_url, typed.to, _say)
    _say(f"{_shown(typed.to)}: {rows} rows, both sides are equal; now set SOCIUM_DATABASE_URL to it")
    return 0


async def _reports(settings: Settings, _typed: Namespace) -> int:
    from bots.stopping import list_reports

    await list_reports(settings, _say)
    return 0


async def _stop(settings: Settings, typed: Namespace) -> int:
    from bots.stopping import stop_card

    what = await stop_card(settings, typed.name, typed.why)
    _say(f"stopped: {what}; whoever is concerned hears of it, and it is written down")
    return 0


def _shown(url: str) -> str:
    """Show where the database is without its password."""
    head, at, tail = url.rpartition("@")
    return f"{head.partition('://')[0]}://…@{tail}" if at else url


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _say_wrong(line: str) -> int:
    sys.stderr.write(f"socium: {line}\n")
    return WRONG


_COMMANDS: Mapping[str, Callable[[Settings, Namespace], Coroutine[None, None, int]]] = {
    "run": _run,
    "demo": _demo,
    "migrate": _migrate,
    "doctor": _doctor,
    "backup": _backup,
    "move": _move,
    "reports": _reports,
    "stop": _stop,
}

if __name__ == "__main__":
    main()
