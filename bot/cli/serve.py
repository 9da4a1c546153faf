"""Serve Telegram, or chat in the terminal when no token is set.

Exit code: 0 when it was asked to stop, 2 when the glossary, a setting or the token cannot be used.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import math
import sys
from dataclasses import replace

from bot import logs
from bot.application import build
from bot.cli import options as shared
from bot.concept import Language
from bot.cooldown import Cooldown
from bot.desk import Desk
from bot.edition import Edition
from bot.file.book import Book
from bot.file.cache import open_book
from bot.file.transcript import uncollected
from bot.problem import GlossaryError
from bot.publishing import Press
from bot.receiving import webhook_secret
from bot.serving import serve
from bot.settings import Settings, SettingsError
from bot.state import State, StateError, StateUnavailable
from bot.terminal import TOKEN, Person, Wording, run_chat
from bot.texts import texts
from bot.vitals import Vitals

ERRORS = (GlossaryError, SettingsError, StateError)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    shared.add_glossary(parser)
    shared.add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Serve until stopped."""
    settings = shared.settings(options)
    book = open_book(settings.glossary, settings.state)
    if settings.token is None:
        return asyncio.run(_chat(settings, book, shared.language(options, settings)))
    token = settings.token
    logs.configure(settings.log_level, settings.log_format, secrets=settings.secrets)
    if settings.webhook_url:
        settings = replace(settings, webhook_secret=webhook_secret(settings))
        logs.configure(settings.log_level, settings.log_format, secrets=settings.secrets)
    import uvloop  # a tenth less processor time per update; only serving has a use for it

    uvloop.run(_telegram(settings, book, token))
    return 0


async def _desk(settings: Settings, book: Book, state: State) -> Desk:
    """The desk of a glossary file, with what has been approved and is not in the file yet."""
    with uncollected():
        edition = Edition.of(book.glossary).prepare()
        gc.freeze()  # what lives as long as the process need not be gone through at all
    desk = Desk(settings, edition, state)
    desk.press = Press(desk, book)
    with contextlib.suppress(StateUnavailable):
        await desk.publish()
    return desk


async def _telegram(settings: Settings, book: Book, token: str) -> None:
    from bot.wire.transport import AiohttpRequest  # the terminal chat has no use for a network

    state = await State.open(settings.database)
    vitals = Vitals()
    request = AiohttpRequest(proxy=settings.proxy)
    polling = AiohttpRequest(connections=1, proxy=settings.proxy, answered=vitals.hear)
    try:
        desk = await _desk(settings, book, state)
        desk.vitals = vitals
        await serve(build(desk, token, request, polling))
    finally:
        for each in (request, polling):
            await each.shutdown()
        await state.close()


async def _chat(settings: Settings, book: Book, language: Language) -> int:
    state = await State.open(settings.database)
    text = texts(language)
    try:
        desk = await _desk(settings, book, state)
        desk.patience = Cooldown(burst=math.inf)  # whoever pipes a file in is no flood
        return await run_chat(
            lambda request: build(desk, TOKEN, request, request),
            person=Person(language_code=language),
            greeting=text.plain("help.terminal").splitlines() if sys.stdin.isatty() else [],
            wording=Wording.of(text),
            color=not settings.no_color,
        )
    finally:
        await state.close()
