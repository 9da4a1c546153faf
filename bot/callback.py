"""Callback data: what a button says to the bot when it is pressed.

All data is made and read here. It never names a message or a memory of the process: where a
reader has been travels in the button itself, as short handles of entries, so that buttons work
after a restart and from any replica. Limit: 1-64 bytes
(https://core.telegram.org/bots/api#inlinekeyboardbutton).
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, replace

BYTES = 64
_HANDLE = 6  # characters of base64: 36 bits, told apart even in a glossary of 10,000 entries
_NUMBER = re.compile(r"[0-9]{1,16}")  # ids of people have 52 bits; all these fit into a database
_SHELF = re.compile(r"([fan])(\d{1,4})\.([^:]{0,6})", re.ASCII)


def handle(concept: str) -> str:
    """The short stable name of an entry in callback data."""
    digest = hashlib.sha256(concept.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode()[:_HANDLE]


def pack(verb: str, *arguments: str) -> str:
    """Callback data for a verb and its arguments.

    Raises:
        ValueError: When Telegram would refuse it.
    """
    data = ":".join((verb, *arguments))
    if len(data.encode()) > BYTES:
        raise ValueError(f"Callback data of over {BYTES} bytes: {data!r}")
    return data


def unpack(data: str) -> tuple[str, list[str]]:
    """The verb of callback data, and its arguments; whoever sends it may have made it up."""
    verb, *arguments = data.split(":")
    return verb, arguments


def number(text: str) -> int | None:
    """A number in callback data; None for what is none, or is larger than any we write."""
    return int(text) if _NUMBER.fullmatch(text) else None


@dataclass(frozen=True, slots=True)
class Trail:
    """The entries a reader has been through in one message, and where they are now.

    ``root`` is the list they came from, if any: ``c`` and handles for the choices of an answer,
    or what the handler of another list understands.
    """

    handles: tuple[str, ...]
    position: int = 0
    root: str = ""

    @property
    def here(self) -> str:
        """The handle of the entry that is shown."""
        return self.handles[self.position]

    def to(self, concept: str) -> Trail:
        """One step on, to another entry; what lay ahead is forgotten, as in a browser."""
        walked = (*self.handles[: self.position + 1], handle(concept))
        return replace(self, handles=walked, position=len(walked) - 1)._fit()

    def back(self) -> Trail | None:
        """One step back; None at the start."""
        return replace(self, position=self.position - 1) if self.position else None

    def forward(self) -> Trail | None:
        """One step forward again; None at the end."""
        ahead = self.position + 1 < len(self.handles)
        return replace(self, position=self.position + 1) if ahead else None

    def pack(self) -> str:
        """As callback data of the verb ``show``."""
        return pack("s", self.root, str(self.position), "".join(self.handles))

    def _fit(self) -> Trail:
        """Forget the oldest steps until the trail fits into a button."""
        room = (BYTES - len(f"s:{self.root}:0:".encode())) // _HANDLE
        dropped = max(0, len(self.handles) - room)
        return replace(self, handles=self.handles[dropped:], position=self.position - dropped)


def start(concept: str, root: str = "") -> Trail:
    """A trail of one entry."""
    return Trail((handle(concept),), 0, root)


def trail(arguments: list[str]) -> Trail | None:
    """The trail in the arguments of ``show``; None when they make no sense."""
    if len(arguments) != 3:
        return None
    root, position, joined = arguments
    handles, at = split(joined), number(position)
    if at is None or len(joined) % _HANDLE or at >= len(handles):
        return None
    return Trail(handles, at, root)


def split(joined: str) -> tuple[str, ...]:
    """Handles that were written one after another."""
    return tuple(joined[i : i + _HANDLE] for i in range(0, len(joined), _HANDLE))


@dataclass(frozen=True, slots=True)
class Shelf:
    """A page of a list of entries, as the ``root`` of a trail.

    Attributes:
        kind: ``f`` a subject field, ``a`` a letter, ``n`` what is new.
        name: The handle of the field's key, or the letter.
        page: Counted from 0.
    """

    kind: str
    name: str = ""
    page: int = 0

    @property
    def root(self) -> str:
        """As the root of a trail."""
        return f"{self.kind}{self.page}.{self.name}"


def shelf(root: str) -> Shelf | None:
    """The shelf that a root names; None when it names none."""
    found = _SHELF.fullmatch(root)
    return Shelf(found[1], found[3], int(found[2])) if found else None
