"""Faults on purpose: what networks, proxies and Telegram itself do to a bot."""

from dataclasses import dataclass
from typing import Any, Literal

from tests.standin.chat import Chat
from tests.standin.refusal import PREFIXES, Refusal, flood

Json = dict[str, Any]
Kind = Literal["delay", "hold", "refuse", "page", "cut", "lose", "truncate", "short"]


@dataclass(eq=False)
class Fault:
    """One fault. ``times`` counts down; `hits` tells how often it struck."""

    kind: Kind
    method: str | None
    times: int
    chat: Chat | None = None
    seconds: float = 0.0
    refusal: Refusal | None = None
    hits: int = 0
    released: bool = False

    def release(self) -> None:
        """Let calls that are held go on."""
        self.released = True

    def strikes(self, method: str, given: Json) -> bool:
        """Whether it concerns a call."""
        if self.times == 0 or self.method not in (None, method):
            return False
        return self.chat is None or str(given.get("chat_id")) == str(self.chat.id)


class Faults:
    """The faults that are set. ``method`` None means every method; ``times`` -1 means for ever."""

    def __init__(self) -> None:
        self.set: list[Fault] = []

    def delay(self, method: str | None, seconds: float, times: int = 1) -> Fault:
        """Answer late."""
        return self.add(Fault("delay", method, times, seconds=seconds))

    def hold(self, method: str | None, times: int = 1, chat: Chat | None = None) -> Fault:
        """Answer when the fault is released."""
        return self.add(Fault("hold", method, times, chat))

    def flood(
        self, method: str | None, retry_after: int, times: int = 1, chat: Chat | None = None
    ) -> Fault:
        """429 with ``retry_after``; nothing is done."""
        return self.add(Fault("refuse", method, times, chat, refusal=flood(retry_after)))

    def error(self, method: str | None, code: int = 500, times: int = 1) -> Fault:
        """A JSON refusal with a code of 500 and above; nothing is done."""
        words = "" if code in PREFIXES else "error"
        return self.add(Fault("refuse", method, times, refusal=Refusal(words, code)))

    def page(self, method: str | None, times: int = 1) -> Fault:
        """502 with a page of HTML, as a proxy before Telegram sends it; nothing is done."""
        return self.add(Fault("page", method, times))

    def cut(self, method: str | None, times: int = 1) -> Fault:
        """The connection ends before anything is done."""
        return self.add(Fault("cut", method, times))

    def lose(self, method: str | None, times: int = 1) -> Fault:
        """The call is done, and the connection ends before the answer."""
        return self.add(Fault("lose", method, times))

    def truncate(self, method: str | None, times: int = 1) -> Fault:
        """The call is done; the answer is a complete response with half of the JSON."""
        return self.add(Fault("truncate", method, times))

    def short(self, method: str | None, times: int = 1) -> Fault:
        """The call is done; the connection ends in the middle of the answer."""
        return self.add(Fault("short", method, times))

    def add(self, fault: Fault) -> Fault:
        """Set a fault."""
        self.set.append(fault)
        return fault

    def clear(self) -> None:
        """No faults any more."""
        self.set.clear()

    def strike(self, method: str, given: Json) -> list[Fault]:
        """The faults for one call, counted down."""
        struck = [fault for fault in self.set if fault.strikes(method, given)]
        for fault in struck:
            fault.hits += 1
            fault.times -= 1 if fault.times > 0 else 0
        return struck
