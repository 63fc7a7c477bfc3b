"""How does whoever keeps the service running see that it runs, without seeing into any group?

`/health` says "ok", or in one line what is wrong; `/metrics` speaks Prometheus. On loopback only. Counts and ages;
never a name, an id or a text.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from core.clock import Clock
from core.errors import WrongSetting
from core.ids import MessengerName
from core.storage.work import Database

LATE = timedelta(minutes=10)
"""What waits longer than this, while its messenger runs here, is said by `/health`."""

PATIENCE = 5.0


class Metrics:
    """Implements `core.tally.Tally` for Prometheus."""

    def __init__(self) -> None:
        to = self.registry = CollectorRegistry()
        self._events = Histogram(
            "socium_event_seconds",
            "Time to handle an event, until it is durable",
            ("messenger", "outcome"),
            registry=to,
        )
        self._deeds = Counter("socium_deeds", "Deeds of the outbox", ("messenger", "deed", "outcome"), registry=to)
        self._timers = Counter("socium_timers", "Timers that rang", ("kind", "outcome"), registry=to)
        self._waiting = Gauge("socium_outbox_waiting", "Deeds that wait", ("messenger",), registry=to)
        self._oldest = Gauge("socium_outbox_oldest_seconds", "Age of the oldest of them", ("messenger",), registry=to)
        self._due = Gauge("socium_timers_due", "Timers whose moment has come", registry=to)
        self._overdue = Gauge("socium_timers_overdue_seconds", "Time since the first of them was due", registry=to)

    def handled(self, messenger: MessengerName, seconds: float, outcome: str) -> None:
        """Count one event."""
        self._events.labels(messenger, outcome).observe(seconds)

    def delivered(self, messenger: MessengerName, deed: str, outcome: str) -> None:
        """Count one deed of the outbox."""
        self._deeds.labels(messenger, str(deed), outcome).inc()

    def rang(self, kind: str, outcome: str) -> None:
        """Count one timer."""
        self._timers.labels(kind, outcome).inc()

    async def look(self, store: Database, clock: Clock) -> str:
        """Take in what waits now; returns what is wrong in one line, empty when nothing is."""
        seen = await store.gauges(clock.now())
        for messenger, count in seen.waiting.items():
            self._waiting.labels(messenger).set(count)
            self._oldest.labels(messenger).set(seen.oldest.get(messenger, 0.0))
        self._due.set(seen.due)
        self._overdue.set(seen.overdue)
        if seen.overdue > LATE.total_seconds():
            return f"timers are {seen.overdue:.0f} s late"
        return ""


@asynccontextmanager
async def watched(store: Database, clock: Clock, port: int) -> AsyncIterator[Metrics]:
    """Answer on loopback as long as the block lasts; hands out where to count.

    Raises:
        WrongSetting: Something else listens there.
    """
    metrics = Metrics()

    async def health(_request: web.Request) -> web.Response:
        try:
            async with asyncio.timeout(PATIENCE):
                wrong = await metrics.look(store, clock)
        except Exception as failed:
            wrong = f"the database does not answer ({type(failed).__name__})"
        return web.Response(text=f"{wrong or 'ok'}\n", status=503 if wrong else 200)

    async def shown(_request: web.Request) -> web.Response:
        await metrics.look(store, clock)
        return web.Response(body=generate_latest(metrics.registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    app = web.Application()
    app.add_routes([web.get("/health", health), web.get("/metrics", shown)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await _listen(runner, port)
        yield metrics
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, port: int) -> None:
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
    except OSError as taken:
        raise WrongSetting(f"SOCIUM_HEALTH_PORT: port {port} is taken; name another one") from taken
