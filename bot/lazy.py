"""Attributes that are worked out when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Value = TypeVar("Value")


class cached_property(Generic[Value]):  # noqa: N801 - it stands in for one of this name
    """As ``functools.cached_property``, without the lock that it has in Python 3.11.

    That lock is one for all objects of a class: whoever asks one of them would wait while another
    thread works out the attribute of another, for seconds if that is the index of a large
    glossary. Here two threads that ask at the same moment may both work it out, and get the same.
    """

    def __init__(self, work_out: Callable[[Any], Value]) -> None:
        self._work_out, self.__doc__ = work_out, work_out.__doc__
        self._name = work_out.__name__

    @overload
    def __get__(self, owner: None, kind: type) -> cached_property[Value]: ...
    @overload
    def __get__(self, owner: object, kind: type | None = None) -> Value: ...
    def __get__(
        self, owner: object | None, kind: type | None = None
    ) -> cached_property[Value] | Value:
        if owner is None:
            return self
        return owner.__dict__.setdefault(self._name, self._work_out(owner))  # type: ignore[no-any-return]
