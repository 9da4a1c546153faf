"""What was worked out or read last, kept up to a number."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Recent(Generic[Key, Value]):
    """Values by key; beyond ``most`` the one that was used longest ago is let go."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[Key, Value] = OrderedDict()

    def get(self, key: Key) -> Value | None:
        """The value that is kept under ``key``, None when there is none."""
        value = self._held.get(key)
        if value is not None:
            self._held.move_to_end(key)
        return value

    def keep(self, key: Key, value: Value) -> Value:
        """Keep ``value``, and return it."""
        self._held[key] = value
        self._held.move_to_end(key)
        if len(self._held) > self._most:
            self._held.popitem(last=False)
        return value

    def drop(self, key: Key) -> None:
        """Let go of one, if it is there."""
        self._held.pop(key, None)

    def clear(self) -> None:
        """Let go of all."""
        self._held.clear()
