"""Questions that a bot answers once: callback, inline and guest queries."""

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.standin.chat import PATIENCE
from tests.standin.message import Message

if TYPE_CHECKING:
    from tests.standin.person import Person
    from tests.standin.world import World

Json = dict[str, Any]


@dataclass(frozen=True)
class Result:
    """One inline result, its text parsed."""

    id: str
    title: str
    description: str
    message: Message
    json: Json


@dataclass(frozen=True)
class Answer:
    """How a query was answered; which fields are filled depends on its kind."""

    text: str = ""
    alert: bool = False
    cache_time: int = 0
    personal: bool = False
    next_offset: str = ""
    button: Json | None = None
    results: list[Result] = field(default_factory=list)


@dataclass(eq=False)
class Query:
    """A query on its way. ``kind`` is ``callback``, ``inline`` or ``guest``."""

    world: "World" = field(repr=False)
    id: str
    kind: str
    person: "Person"
    text: str = ""
    offset: str = ""
    answer: Answer | None = None
    expired: bool = False
    asked: float = field(default_factory=time.monotonic)

    @property
    def open(self) -> bool:
        """Whether it still waits for an answer."""
        return self.answer is None and not self.expired

    def expire(self) -> None:
        """From now on an answer comes too late."""
        self.expired = True

    def answered(self, timeout: float = PATIENCE) -> Answer:
        """The answer, waited for."""
        failure = f"the {self.kind} query {self.text!r} was not answered"
        return self.world.wait(lambda: self.answer, timeout, failure)

    def results(self, timeout: float = PATIENCE) -> list[Result]:
        """Results of an inline query, waited for."""
        return self.answered(timeout).results

    def message(self, timeout: float = PATIENCE) -> Message:
        """The message sent in answer to a guest query, waited for."""
        return self.answered(timeout).results[0].message
