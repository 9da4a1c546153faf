"""How updates come: fetched by long polling, or posted by Telegram to a webhook."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from telegram.error import BadRequest, Conflict, InvalidToken, TelegramError

from bot import secret
from bot.application import UPDATES
from bot.handlers.context import App
from bot.monitor import Monitor
from bot.settings import Settings, SettingsError
from bot.wire.poller import Poller
from bot.wire.turns import Turns
from bot.wire.webhook import Webhook

log = logging.getLogger(__name__)

CONNECTIONS = 100  # deliveries at once, the most that Telegram makes; `Turns` bounds the rest


class Polling:
    """Updates are fetched. A webhook that an earlier run has set is taken away first."""

    def __init__(self, application: App, _monitor: Monitor) -> None:
        turns = cast("Turns", application.update_processor)
        self._poller = Poller(application.bot, turns, UPDATES, self._failed)
        self._bot = application.bot
        self._vitals = application.bot_data.vitals

    async def begin(self) -> None:
        """Fetch from now on.

        Raises:
            NetworkError: The Bot API cannot be reached now.
        """
        await self._bot.delete_webhook()
        self._poller.start()
        self._vitals.mode = "polling"
        log.info("Serving Telegram as @%s by long polling.", self._bot.username)

    async def end(self) -> None:
        """Fetch no more."""
        await self._poller.stop()

    async def confirm(self) -> None:
        """Let Telegram forget what was handled."""
        try:
            await self._poller.confirm()
        except (TelegramError, TimeoutError) as error:
            log.warning(
                "Telegram could not be told what was handled last (%s): it delivers that again.",
                type(error).__name__,
            )

    def _failed(self, error: Exception) -> None:
        self._vitals.polls_failed.add()
        if isinstance(error, Conflict):
            log.error(
                "Another process is polling with this token, or a webhook is set: "
                "one token serves one bot. Stop the other one; this one keeps trying."
            )
        elif isinstance(error, InvalidToken):
            log.error("Telegram does not know the token any more; has @BotFather made a new one?")
        elif isinstance(error, TelegramError):
            log.warning("Updates could not be fetched (%s); trying again.", type(error).__name__)
        else:
            log.error("%s while fetching updates.", type(error).__name__, exc_info=error)


class Hooking:
    """Updates are posted. The webhook stays set when the bot stops: Telegram keeps what comes."""

    def __init__(self, application: App, monitor: Monitor) -> None:
        self._application = application
        self._settings = application.bot_data.settings
        self._secret = webhook_secret(self._settings)
        self._webhook = Webhook(
            application,
            cast("Turns", application.update_processor),
            path=urlsplit(self._settings.webhook_url or "").path or "/",
            secret=self._secret,
            routes=monitor.routes(),
        )
        self._listening = False

    async def begin(self) -> None:
        """Listen, then tell Telegram where.

        Raises:
            NetworkError: The Bot API cannot be reached now.
            SettingsError: Telegram refuses the address, or the port cannot be used.
        """
        settings = self._settings
        if not self._listening:
            await self._listen(settings.listen, settings.port)
        try:
            await self._application.bot.set_webhook(
                url=settings.webhook_url or "",
                secret_token=self._secret,
                max_connections=CONNECTIONS,
                allowed_updates=list(UPDATES),
            )
        except BadRequest as error:
            raise SettingsError(f"WEBHOOK_URL: Telegram refuses it: {error.message}.") from None
        self._application.bot_data.vitals.mode = "webhook"
        log.info("Serving Telegram as @%s by webhook.", self._application.bot.username)

    async def _listen(self, host: str, port: int) -> None:
        try:
            chosen = await self._webhook.start(host, port)
        except OSError as error:
            raise SettingsError(f"PORT {port}: {error.strerror}.") from None
        self._listening = True
        log.info("Listening on %s:%d.", host, chosen)

    async def end(self) -> None:
        """Take no more deliveries."""
        await self._webhook.stop()

    async def confirm(self) -> None:
        """Nothing: each delivery has been answered."""


def webhook_secret(settings: Settings) -> str:
    """What Telegram must send along: as set, else made up and kept."""
    return settings.webhook_secret or secret.kept(secret_file(settings))


def secret_file(settings: Settings) -> Path:
    """Where a secret that was made up is kept."""
    return settings.state / "webhook-secret"
