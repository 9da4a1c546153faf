"""The same application as in Telegram, as a chat in the terminal, without a token."""

from bot.terminal.chat import Chat, address, run_chat
from bot.terminal.person import Person
from bot.terminal.request import TOKEN, USERNAME, TerminalRequest
from bot.terminal.screen import Screen, Wording

__all__ = [
    "TOKEN",
    "USERNAME",
    "Chat",
    "Person",
    "Screen",
    "TerminalRequest",
    "Wording",
    "address",
    "run_chat",
]
