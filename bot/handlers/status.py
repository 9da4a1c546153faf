"""/status: how the bot is doing, for curators."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot import __version__
from bot.desk import Desk
from bot.handlers.context import App, Context, message_of, texts_for
from bot.handlers.curating import curators_only
from bot.handlers.sending import send
from bot.markup import Html, join
from bot.reply import Reply
from bot.state import StateUnavailable
from bot.texts import Texts


def register(application: App) -> None:
    """Add the command."""
    said = filters.UpdateType.MESSAGE
    application.add_handler(CommandHandler(command="status", callback=status, filters=said))


@curators_only
async def status(update: Update, context: Context) -> None:
    """Say how the bot is doing."""
    text = await texts_for(update, context)
    html = await _told(context.bot_data, text)
    await send(message_of(update), Reply(html))


async def _told(desk: Desk, text: Texts) -> Html:
    vitals, glossary = desk.vitals, desk.edition.glossary
    mode = text(f"status.{vitals.mode or 'polling'}")
    running = text(
        "status.running", version=__version__, uptime=_uptime(vitals.uptime, text), mode=mode
    )
    entries, version = len(glossary.concepts), glossary.version[:12] or "–"
    count, failed = int(vitals.updates.total()), int(_failed(desk))
    lines = [
        text("status.title"),
        running,
        text("status.glossary", entries=entries, version=version),
        *_file(desk, text),
        *await _kept(desk, text),
        text("status.updates", count=count, failed=failed),
        text("status.floods", count=int(vitals.floods.total())),
    ]
    return join(lines)


async def _kept(desk: Desk, text: Texts) -> list[Html]:
    """What the database says, or why it says nothing."""
    try:
        waiting = (await desk.state.revisions.counts()).get("pending", 0)
    except StateUnavailable as error:
        return [text("status.trouble", trouble=str(error))]
    trouble = desk.state.trouble
    told = text("status.trouble", trouble=trouble) if trouble else text("status.database")
    return [text("status.queue", count=waiting), told]


def _file(desk: Desk, text: Texts) -> list[Html]:
    """What is wrong with the glossary file, if anything is."""
    press = desk.press
    if press is None:
        return []
    trouble = [*press.problems[:1], *([press.unwritable] if press.unwritable else [])]
    return [text("status.file", trouble=f"{t.path.name}:{t.line}: {t.sentence}") for t in trouble]


def _failed(desk: Desk) -> float:
    vitals = desk.vitals
    return sum(n for (_, outcome), n in vitals.updates.items() if outcome in ("failed", "unkept"))


def _uptime(seconds: float, text: Texts) -> Html:
    minutes = int(seconds // 60)
    hours, days = minutes // 60, minutes // 1440
    return text("status.uptime", days=days, hours=hours % 24, minutes=minutes % 60)
