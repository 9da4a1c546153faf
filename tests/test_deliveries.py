"""The whole bot behind its webhook, and deliveries that Telegram would never make."""

from __future__ import annotations

import asyncio
import http.client
import json
import logging
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.wire.turns import Turns
from bot.wire.webhook import HEADER, Webhook
from tests.fuzz.targets import changed
from tests.fuzz.updates import UPDATES, Failures, Silence, patient

SECRET = "quiet-please"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
CHANGED = st.builds(changed, st.sampled_from(UPDATES), st.integers(0, 255), JSON)
BODIES = st.one_of(st.binary(), JSON.map(json.dumps).map(str.encode), CHANGED.map(json.dumps))


@dataclass
class Hooked:
    """The bot behind the webhook."""

    port: int = 0
    telegram: Silence = field(default_factory=Silence)
    failures: Failures = field(default_factory=Failures)

    def post(self, body: bytes | str) -> int:
        """The status that a delivery is answered with."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("POST", "/telegram", body, {HEADER: SECRET})
            return connection.getresponse().status
        finally:
            connection.close()


async def serve(
    directory: Path, hooked: Hooked, ready: threading.Event, end: asyncio.Event
) -> None:
    """Serve until the end."""
    application = await patient(directory, hooked.telegram)
    turns = application.update_processor
    assert isinstance(turns, Turns)
    webhook = Webhook(application, turns, path="/telegram", secret=SECRET)
    async with application:
        await application.start()
        hooked.port = await webhook.start("127.0.0.1", 0)
        ready.set()
        await end.wait()
        await webhook.stop()
        await application.stop()
    await application.bot_data.state.close()


@pytest.fixture
def hooked(tmp_path: Path) -> Iterator[Hooked]:
    bot, ready, end = Hooked(), threading.Event(), asyncio.Event()
    loop = asyncio.new_event_loop()
    thread = threading.Thread(
        target=loop.run_until_complete, args=(serve(tmp_path, bot, ready, end),)
    )
    logging.getLogger().addHandler(bot.failures)
    thread.start()
    assert ready.wait(20)
    yield bot
    loop.call_soon_threadsafe(end.set)
    thread.join(20)
    loop.close()
    logging.getLogger().removeHandler(bot.failures)


@pytest.mark.slow
@given(bodies=st.lists(BODIES, min_size=1, max_size=20))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_delivered_is_taken_or_turned_away_and_nothing_fails(
    hooked: Hooked, bodies: list[bytes | str]
) -> None:
    """Afterwards a question is answered as ever."""
    statuses = {hooked.post(body) for body in bodies}
    assert statuses <= {200, 400}
    assert not [record.getMessage() for record in hooked.failures.found]
    hooked.telegram.asked.clear()
    assert hooked.post(json.dumps(UPDATES[0])) == 200
    assert "sendMessage" in hooked.telegram.asked
