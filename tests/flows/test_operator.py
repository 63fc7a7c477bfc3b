"""Does an operator's mistake get one line that says what to do, and never a trace or a secret?"""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECRET = "4815162342:hush"


def socium(folder: Path, command: str, *more: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Type a command in a folder, with these settings and no others."""
    line = [sys.executable, "-m", "bots", command, *more]
    environment = only(settings)
    return subprocess.run(line, env=environment, cwd=folder, capture_output=True, text=True, timeout=60, check=False)


def start(folder: Path, **settings: str) -> subprocess.Popen[bytes]:
    """Start the house and leave it running."""
    return subprocess.Popen([sys.executable, "-m", "bots", "run"], env=only(settings), cwd=folder)


def only(settings: Mapping[str, str]) -> dict[str, str]:
    """Return the environment with these settings of ours and no others."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("SOCIUM_")}
    return {**clean, "PYTHONPATH": str(ROOT), **{f"SOCIUM_{name.upper()}": value for name, value in settings.items()}}


def free_port() -> int:
    """Name a port where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def get(address: str) -> str:
    """Fetch a page of the house, waiting until it has started."""
    for _ in range(150):
        try:
            with urllib.request.urlopen(address, timeout=5) as page:
                return str(page.read().decode())
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"{address} does not answer")


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"local_port": "many"}, "SOCIUM_LOCAL_PORT"),
        ({"matrix_homeserver": "example.org"}, "SOCIUM_MATRIX_HOMESERVER"),
        ({"matrix_homeserver": "https://example.org"}, "SOCIUM_MATRIX_USER"),
        ({"zone": "Middle/Earth"}, "SOCIUM_ZONE"),
        ({"telegram_tokn": SECRET}, "SOCIUM_TELEGRAM_TOKEN"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, settings: dict[str, str], named: str) -> None:
    """One line on what to do, exit code 2."""
    ended = socium(tmp_path, "run", **settings)

    assert ended.returncode == 2
    assert named in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1
    assert SECRET not in ended.stdout + ended.stderr


def test_an_empty_database_is_told_to_migrate(tmp_path: Path) -> None:
    """Nothing is begun on a database that is not ready; afterwards the doctor finds nothing to mend."""
    refused = socium(tmp_path, "run")
    ill = socium(tmp_path, "doctor")
    migrated = socium(tmp_path, "migrate")
    healthy = socium(tmp_path, "doctor")

    assert refused.returncode == 2
    assert "socium migrate" in refused.stderr
    assert (ill.returncode, healthy.returncode) == (1, 0)
    assert "socium.db" in migrated.stdout
    assert "FIX" not in healthy.stdout


def test_a_taken_port_is_said(tmp_path: Path) -> None:
    """When something else listens there, the line names the port; no trace is shown."""
    socium(tmp_path, "migrate")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ended = socium(tmp_path, "run", local_port=port)

    assert ended.returncode == 2
    assert port in ended.stderr
    assert "Traceback" not in ended.stderr


def test_the_demo_tells_the_whole_story(tmp_path: Path) -> None:
    """A newcomer reads how a group forms, agrees, decides and lets somebody in, and how it meets one elsewhere."""
    told = socium(tmp_path, "demo").stdout

    for landmark in (
        "a new room: Repair café on Saturdays",
        "Version 1 · agreed by all 3",
        "You said you would: “order sockets”",
        "Agreed: 2 fine, one with a worry",
        "Aisha has left",
        "Ivo is in and brings sewing",
        "Версия 1 принята",
        "A small group (3 people, this page) would like to talk about repair",
        "You have met: Хор по четвергам",
        "⇄ Tomás · Repair café on Saturdays",
        "⇄ Оля · Хор по четвергам",
        "Bring it on Saturday at noon",
        "Наше соглашение с «Repair café on Saturdays» · текст 1",
        "Хор по четвергам ended our agreement.",
    ):
        assert landmark in told, landmark
    assert not list(tmp_path.iterdir())


def test_a_backup_is_read_back_and_never_overwritten(tmp_path: Path) -> None:
    """The operator sees that the backup is whole; an older one is never written over."""
    socium(tmp_path, "migrate")
    kept = socium(tmp_path, "backup", "kept.db")
    again = socium(tmp_path, "backup", "kept.db")

    assert "read back and whole" in kept.stdout
    assert again.returncode == 2
    assert "already" in again.stderr


def test_whoever_keeps_it_running_sees_that_it_runs(tmp_path: Path) -> None:
    """`/health` says ok and `/metrics` counts, on loopback; the stop finishes what is in hand."""
    socium(tmp_path, "migrate")
    local, health = free_port(), free_port()
    running = start(tmp_path, local_port=str(local), health_port=str(health))
    try:
        assert get(f"http://127.0.0.1:{health}/health") == "ok\n"
        assert "socium_timers_due 0.0" in get(f"http://127.0.0.1:{health}/metrics")
    finally:
        running.terminate()
        assert running.wait(20) == 0
