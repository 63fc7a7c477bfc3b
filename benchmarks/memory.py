"""How much memory does the idle process hold, beside one that merely imports the libraries it needs?"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIBRARIES = "aiosqlite, sqlalchemy.ext.asyncio, pydantic_settings, starlette.applications, uvicorn, websockets"
MORE = ", fluent.runtime, babel.dates"
SETTLES = 4.0


def main() -> None:
    """Start both, let them settle, and print a table and one JSON line."""
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "SOCIUM_DATABASE_URL": f"sqlite:///{folder}/socium.db", "SOCIUM_LOCAL_PORT": "8799"}
        env["PYTHONPATH"] = str(Path.cwd())
        subprocess.run([sys.executable, "-m", "bots", "migrate"], env=env, check=True, capture_output=True)
        idle = _resident([sys.executable, "-m", "bots", "run"], env)
        bare = _resident([sys.executable, "-c", f"import time, {LIBRARIES}{MORE}; time.sleep(60)"], env)
    shown = {"idle MB": round(idle, 1), "libraries MB": round(bare, 1), "ratio": round(idle / bare, 2)}
    print("\n".join(f"{name:>14}  {value}" for name, value in shown.items()))
    print(json.dumps({"benchmark": "memory", **shown}))


def _resident(command: list[str], env: dict[str, str]) -> float:
    """Return the resident memory of a process some seconds after its start, in MB.

    Source:
        proc(5): VmRSS in /proc/<pid>/status, in kB.
    """
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        time.sleep(SETTLES)
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
        process.terminate()
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(kilobytes) / 1024


if __name__ == "__main__":
    main()
