"""What Telegram says of the bot: token, BotFather's settings, webhook, clock."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

from bot.doctor.api import Api, ApiError, Said
from bot.doctor.finding import Finding, fix, note, ok
from bot.settings import Settings

DRIFT = 5.0  # seconds


async def telegram(settings: Settings) -> AsyncIterator[Finding]:
    """Everything that Telegram tells; nothing is changed."""
    if settings.token is None:
        yield note("token", "TELEGRAM_BOT_TOKEN is not set: the chat runs in the terminal.")
        return
    async with Api(settings) as api:
        try:
            async for finding in _asked(api, settings):
                yield finding
        except ApiError as error:
            hint = "check the network, TELEGRAM_API_URL and PROXY_URL; the bot keeps trying"
            yield fix("Bot API", f"{error}; {hint}.")


async def _asked(api: Api, settings: Settings) -> AsyncIterator[Finding]:
    me = await api.call("getMe")
    yield ok("Bot API", f"it answered after {me.seconds * 1000:.0f} ms.")
    yield _clock(me)
    if me.refusal:
        yield _token(me)
        return
    yield ok("token", f"it is that of @{me.result['username']}.")
    for finding in _botfather(me.result):
        yield finding
    yield _webhook((await api.call("getWebhookInfo")).result or {}, settings)
    if settings.curator_chat is not None:
        chat = await api.call("getChat", chat_id=str(settings.curator_chat))
        yield _curators(chat)
    elif not settings.curators:
        hint = "set CURATORS or CURATOR_CHAT"
        yield note("curators", f"there are none, so nobody hears of suggestions; {hint}.")


def _clock(said: Said) -> Finding:
    if said.drift is None:
        return note("clock", "the server did not tell its time.")
    if abs(said.drift) < DRIFT:
        return ok("clock", "it agrees with the server's.")
    way = "ahead of" if said.drift > 0 else "behind"
    told = f"it is {abs(said.drift):.0f} s {way} the server's"
    return fix("clock", f"{told}; switch on time synchronisation (NTP).")


def _token(said: Said) -> Finding:
    if said.code in (401, 404):
        hint = "copy it again from @BotFather, whole and without spaces"
        return fix("token", f"Telegram does not know it; {hint}.")
    return fix("token", f"Telegram refuses: {said.refusal}.")


def _botfather(me: dict[str, Any]) -> Iterator[Finding]:
    """Settings that only the bot's owner can change, at @BotFather."""
    if me.get("supports_inline_queries"):
        yield ok("inline mode", "on.")
    else:
        yield fix(
            "inline mode", "off; send /setinline to @BotFather, so that entries can be shared."
        )
    if me.get("supports_guest_queries"):
        yield ok("guest mode", "on.")
    else:
        yield note(
            "guest mode", "off; @BotFather can switch it on, for chats where the bot is no member."
        )
    if me.get("can_join_groups"):
        yield ok("groups", "the bot may be added to groups.")
    else:
        yield note("groups", "the bot may not be added to groups; /setjoingroups at @BotFather.")
    if me.get("can_read_all_group_messages"):
        yield note(
            "privacy mode",
            "off, so Telegram sends every message of a group; the bot needs only those to it: "
            "/setprivacy at @BotFather.",
        )
    else:
        yield ok("privacy mode", "on; in groups the bot sees only what concerns it.")


def _webhook(info: dict[str, Any], settings: Settings) -> Finding:
    address, wanted = str(info.get("url", "")), settings.webhook_url
    waiting = f"{info.get('pending_update_count', 0)} updates wait"
    if wanted is None and not address:
        return ok("polling", f"no webhook is set; {waiting}.")
    if wanted is None:
        return note("webhook", "one is set; the bot takes it away when it starts to poll.")
    if not wanted.startswith("https://"):
        return fix("webhook", "WEBHOOK_URL must begin with https://; Telegram takes nothing else.")
    if address != wanted:
        return note("webhook", "it is not set to WEBHOOK_URL; the bot does that when it starts.")
    if reason := info.get("last_error_message"):
        return note("webhook", f"set; {waiting}; the last trouble that Telegram had: {reason}")
    return ok("webhook", f"set; {waiting}.")


def _curators(chat: Said) -> Finding:
    if chat.refusal:
        return fix("CURATOR_CHAT", f"{chat.refusal}; add the bot to the group, or correct the id.")
    return ok("CURATOR_CHAT", "the bot is in the group.")
