"""The chat: what is typed becomes updates, one after another, until the input ends."""

from __future__ import annotations

import asyncio
import contextlib
import re
import signal
import sys
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from typing import Any, TextIO, TypeAlias

from telegram import Update
from telegram.ext import Application
from telegram.request import BaseRequest

from bot.entities import units
from bot.terminal.lines import Lines
from bot.terminal.methods import sent
from bot.terminal.person import Person
from bot.terminal.request import USERNAME, TerminalRequest
from bot.terminal.room import LENGTH, Json, Room
from bot.terminal.screen import Screen, Wording

AnyApplication: TypeAlias = Application[Any, Any, Any, Any, Any, Any]
Build: TypeAlias = Callable[[BaseRequest], AnyApplication]

_LINK = re.compile(
    rf"(?:https?://)?(?:t|telegram)\.me/{USERNAME}\?start=([\w-]{{1,64}})", re.IGNORECASE
)
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def address(url: str) -> str:
    """Show a link to the bot itself as the command that does the same here."""
    link = _LINK.fullmatch(url)
    return f"/start {link[1]}" if link else url


class Chat:
    """One person's chat with an application built on ``request``."""

    def __init__(self, room: Room, screen: Screen) -> None:
        self.room = room
        self.screen = screen
        self.request = TerminalRequest(room, screen.wording.bot)

    async def run(self, application: AnyApplication, source: TextIO) -> None:
        """Serve lines from ``source`` until it ends; starts and stops the application."""
        lines = Lines(source, self.screen)
        try:
            async with _running(application):
                while not self.screen.broken and (line := await lines.read()) is not None:
                    if line.strip():
                        if not lines.tty:
                            self.screen.heard(line)
                        await self.type(application, line.rstrip())
        finally:
            lines.close()

    async def type(self, application: AnyApplication, line: str) -> None:
        """Do what a typed line says: press a button, ask inline, reply, edit, or send it."""
        for update in self.updates(line):
            await application.process_update(Update.de_json(update, application.bot))

    def updates(self, line: str) -> Iterator[Json]:
        """Turn a line into updates, in order; a choice that needs none is carried out."""
        if line.isdecimal() and 0 < int(line) <= len(self.room.choices):
            yield from self._chosen(int(line))
        elif inline := re.fullmatch(rf"@(?:{USERNAME})?(?:\s+(.*))?", line, re.DOTALL):
            yield self._asked(inline[1] or "")
        elif reply := re.fullmatch(r"(>>?)\s+(.*)", line, re.DOTALL):
            yield from self._sent(reply[2], self.room.latest(own=reply[1] == ">>"))
        elif line.startswith("^ ") and (message := self.room.latest(own=True)):
            yield self._corrected(message, line[2:].strip())
        else:
            yield from self._sent(line[1:] if re.match(r"\\[\d@>^]", line) else line)

    def _sent(self, text: str, reply_to: Json | None = None) -> Iterator[Json]:
        forced, self.room.forced = self.room.forced, None
        for piece in _pieces(address(text)):
            message = self.room.person.message(self.room.number(), piece, reply_to or forced)
            self.room.messages[message["message_id"]] = message
            yield self.room.person.says(message)

    def _corrected(self, message: Json, text: str) -> Json:
        new = self.room.person.message(
            message["message_id"], text, message.get("reply_to_message")
        )
        self.room.messages[message["message_id"]] = new
        return self.room.person.edits(new)

    def _asked(self, query: str, offset: str = "") -> Json:
        update = self.room.person.asks(query[:256], offset)
        self.room.query = (update["inline_query"]["id"], query[:256])
        return update

    def _chosen(self, number: int) -> Iterator[Json]:
        choice = self.room.choices[number - 1]
        if choice.kind == "callback":
            yield self.room.person.presses(choice.value, self.room.origin)
        elif choice.kind == "inline":
            yield self._asked(choice.value)
        elif choice.kind == "more":
            yield self._asked(self.room.query[1], choice.value)
        elif choice.kind == "text" or address(choice.value) != choice.value:
            yield from self._sent(choice.value)
        elif choice.kind == "result":
            sent(self.room, choice.result or {})
        else:
            words = self.screen.wording
            name = words.copied if choice.kind == "copy" else words.opens
            self.screen.print([f"{name}:", *choice.value.split("\n")])


async def run_chat(
    build: Build,
    *,
    person: Person | None = None,
    greeting: Sequence[str] = (),
    wording: Wording | None = None,
    source: TextIO | None = None,
    output: TextIO | None = None,
    color: bool = True,
    columns: int | None = None,
    screen: Screen | None = None,
) -> int:
    """Chat in the terminal until the input ends or Ctrl-C; return the exit status, 0.

    Args:
        build: makes the application: ``Application.builder().token(TOKEN).request(request)
            .get_updates_request(request)`` and all handlers.
        person: who sits at the terminal.
        greeting: the lines of the first screen.
        wording: the words of the chat itself, in the person's language.
        source: where typed lines come from; standard input by default.
        output: where to write; standard output by default.
        color: whether escape codes are wanted at all; never used outside a terminal.
        columns: the width to wrap at, if not the terminal's.
        screen: what shows the chat, if not a screen made of all this.
    """
    screen = screen or Screen(
        output or sys.stdout, color=color, columns=columns, wording=wording, address=address
    )
    chat = Chat(Room(person or Person(), screen), screen)
    application = build(chat.request)
    if greeting:
        screen.print(greeting)
    with _interruptible():
        await chat.run(application, source or sys.stdin)
    return 0


@contextlib.asynccontextmanager
async def _running(application: AnyApplication) -> AsyncIterator[None]:
    """Start and stop an application as ``run_polling`` does, without polling."""
    async with application:
        if application.post_init:
            await application.post_init(application)
        await application.start()
        try:
            yield
        finally:
            await application.stop()
            if application.post_stop:
                await application.post_stop(application)
    if application.post_shutdown:
        await application.post_shutdown(application)


@contextlib.contextmanager
def _interruptible() -> Iterator[None]:
    """Let Ctrl-C and its kin end the chat as the end of input does: stopped, status 0."""
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    interrupted: list[int] = []

    def interrupt(number: int) -> None:
        interrupted.append(number)
        forget()  # a second Ctrl-C ends even what does not stop
        if task is not None:
            task.cancel()

    def forget() -> None:
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            for each in _SIGNALS:
                loop.remove_signal_handler(each)

    with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):  # not the main thread
        for number in _SIGNALS:
            loop.add_signal_handler(number, interrupt, number)
    try:
        yield
    except asyncio.CancelledError:
        if not interrupted or task is None:
            raise
        task.uncancel()
    finally:
        forget()


def _pieces(text: str) -> Iterator[str]:
    """Cut a text into messages as Telegram's apps do, at a line or a space where possible."""
    rest = text.strip()
    while units(rest) > LENGTH:
        head = rest[:LENGTH]
        while units(head) > LENGTH:
            head = head[:-1]
        place = (
            max(head.rfind("\n"), head.rfind(" ")) if " " in head or "\n" in head else len(head)
        )
        yield rest[:place]
        rest = rest[place:].strip()
    if rest:
        yield rest
