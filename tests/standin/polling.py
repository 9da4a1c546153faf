"""How updates reach the bot: long polling or a webhook, never both."""

import asyncio
import re
import time
from typing import TYPE_CHECKING, Any

import aiohttp
from aiohttp import web
from yarl import URL

from tests.standin.fields import UNASKED, UPDATES
from tests.standin.refusal import Refusal

if TYPE_CHECKING:
    from tests.standin import StandIn

Json = dict[str, Any]
ACTIVE = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
OTHER = "terminated by other getUpdates request; make sure that only one bot instance is running"


class Polling:
    """Delivery of `World.pending`, which only a confirmation takes away."""

    def __init__(self, standin: "StandIn") -> None:
        self.standin = standin
        self.address = ""
        self.secret = ""
        self.error: Json = {}
        self.news = asyncio.Event()
        self.poll: asyncio.Future[str] | None = None
        self.asked = (-1, 0.0)  # for which offset, and when
        self.delivery: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Listen for news and deliver to the webhook, if there is one."""
        loop = asyncio.get_running_loop()

        def wake() -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(self.news.set)

        self.standin.woken[:] = [wake]
        self.news.set()
        self.delivery = asyncio.create_task(self.deliver())

    def stop(self) -> None:
        """Deliver no more."""
        self.standin.woken.clear()
        if self.delivery is not None:
            self.delivery.cancel()

    async def get_updates(self, given: Json, request: web.Request) -> list[Json]:
        if self.address:
            raise Refusal(ACTIVE, 409)
        self.end_poll(OTHER)
        self.poll = poll = asyncio.get_running_loop().create_future()
        with self.standin.changed:
            self.allow(given)
            self.confirm(given.get("offset", 0))
        limit = self.limit(given)
        end = time.monotonic() + min(max(given.get("timeout", 0), 0), 50)
        while True:
            updates = self.take(limit)
            if updates or time.monotonic() >= end or request.transport is None:
                return updates
            await self.wait(poll, end - time.monotonic())
            if poll.done():
                raise Refusal(poll.result(), 409)

    def limit(self, given: Json) -> int:
        """How many updates are given: one, when the same is asked for within half a second."""
        offset, now = given.get("offset", 0), time.monotonic()
        hurried = self.asked[0] == offset and now < self.asked[1] + 0.5
        self.asked = offset, now
        return 1 if hurried else min(max(given.get("limit", 100), 1), 100)

    async def wait(self, poll: asyncio.Future[str], seconds: float) -> None:
        """Until there is news, another poller, or the time is over."""
        self.news.clear()
        if self.standin.pending or self.standin.again:
            return
        news = asyncio.create_task(self.news.wait())
        await asyncio.wait((news, poll), timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        news.cancel()

    def end_poll(self, reason: str) -> None:
        """Whoever polls now gets 409."""
        if self.poll is not None and not self.poll.done():
            self.poll.set_result(reason)

    def allow(self, given: Json) -> None:
        """Keep the kinds of updates asked for; an empty list means all that need no asking."""
        if "allowed_updates" in given:
            asked = set(given["allowed_updates"]) & set(UPDATES)
            self.standin.allowed = asked or set(UPDATES) - UNASKED

    def confirm(self, offset: int) -> None:
        """Forget updates before an offset; a negative one counts from the end."""
        pending = self.standin.pending
        if offset < 0:
            del pending[:offset]
        pending[:] = [update for update in pending if update["update_id"] >= offset]
        self.standin.changed.notify_all()

    def take(self, limit: int) -> list[Json]:
        """The next updates, those delivered twice first."""
        with self.standin.changed:
            again, self.standin.again[:] = self.standin.again[:], []
            return [*again, *self.standin.pending][:limit]

    def webhook(self, method: str, given: Json) -> bool | Json:
        """`setWebhook`, `deleteWebhook`, `getWebhookInfo`."""
        if method == "getWebhookInfo":
            return {
                "url": self.address,
                "has_custom_certificate": False,
                "pending_update_count": len(self.standin.pending),
            } | self.error
        if method == "setWebhook" and given.get("url"):
            self.set_webhook(given)
        else:
            self.address, self.secret = "", ""
        if given.get("drop_pending_updates"):
            self.standin.pending.clear()
        self.news.set()
        return True

    def set_webhook(self, given: Json) -> None:
        """Deliver to an address from now on; plain HTTP only to this machine."""
        url = URL(given["url"])
        local = url.scheme == "http" and url.host == "127.0.0.1"
        if url.scheme != "https" and not local:
            raise Refusal("bad webhook: An HTTPS URL must be provided for webhook")
        if not local and url.port not in (80, 88, 443, 8443):
            raise Refusal("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
        secret = given.get("secret_token", "")
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret):
            raise Refusal("secret token contains unallowed characters")
        if not 1 <= given.get("max_connections", 40) <= 100:
            raise Refusal("max_connections must be between 1 and 100")
        self.end_poll("terminated by setWebhook request")
        self.allow(given)
        self.address, self.secret = given["url"], secret

    async def deliver(self) -> None:
        """Post updates one by one; what is not answered with 2xx comes again."""
        async with aiohttp.ClientSession() as session:
            while True:
                updates = self.take(1) if self.address else []
                if not updates:
                    self.news.clear()
                    await self.news.wait()
                elif await self.post(session, updates[0]):
                    with self.standin.changed:
                        self.confirm(updates[0]["update_id"] + 1)
                else:
                    await asyncio.sleep(0.05)

    async def post(self, session: aiohttp.ClientSession, update: Json) -> bool:
        """Deliver one update; False when the bot did not take it."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}
        try:
            async with session.post(self.address, json=update, headers=headers) as response:
                taken = response.ok
                problem = f"Wrong response from the webhook: {response.status}"
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            taken, problem = False, type(error).__name__
        if not taken:
            self.error = {"last_error_date": int(time.time()), "last_error_message": problem}
        return taken
