"""One change put on top of another: a three-way merge of entries as plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_MISSING = object()


def merged(before: Mapping[str, Any], wanted: Any, now: Mapping[str, Any]) -> dict[str, Any]:
    """``now`` with what changes from ``before`` to ``wanted``; where both changed, ``wanted``.

    Args:
        before: The entry that the person changed; {} when there was none.
        wanted: The entry as they would have it.
        now: The entry as it is.
    """
    result: dict[str, Any] = _merge(before, wanted, now)
    return result


def _merge(before: Any, wanted: Any, now: Any) -> Any:
    if wanted == before:
        return now
    if now in (before, wanted):
        return wanted
    if isinstance(wanted, Mapping) and isinstance(now, Mapping):
        return _mappings(before if isinstance(before, Mapping) else {}, wanted, now)
    if _listed(wanted) and _listed(now):
        return _lists(before if _listed(before) else [], wanted, now)
    return wanted


def _mappings(
    before: Mapping[str, Any], wanted: Mapping[str, Any], now: Mapping[str, Any]
) -> dict[str, Any]:
    found = {}
    for key in dict.fromkeys((*now, *wanted)):
        value = _merge(
            before.get(key, _MISSING), wanted.get(key, _MISSING), now.get(key, _MISSING)
        )
        if value is not _MISSING:
            found[key] = value
    return found


def _lists(before: Sequence[Any], wanted: Sequence[Any], now: Sequence[Any]) -> list[Any]:
    """Items told apart by what they name: added ones are added, removed ones removed."""
    old, new, here = ({_key(item): item for item in items} for items in (before, wanted, now))
    found = []
    for key in dict.fromkeys((*here, *new)):
        value = _merge(old.get(key, _MISSING), new.get(key, _MISSING), here.get(key, _MISSING))
        if value is not _MISSING:
            found.append(value)
    return found


def _key(item: Any) -> str:
    if isinstance(item, Mapping):
        return str(item.get("term") or item.get("concept") or item.get("source"))
    return str(item)


def _listed(value: Any) -> bool:
    return isinstance(value, list | tuple)
