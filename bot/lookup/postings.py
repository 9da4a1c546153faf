"""Key → the positions of labels, small while most keys have one."""

from __future__ import annotations

from typing import TypeAlias

Postings: TypeAlias = dict[str, "int | tuple[int, ...]"]


def post(postings: Postings, key: str, position: int) -> None:
    """Adds ``position`` under ``key``; most keys have one, so that is stored bare."""
    old = postings.get(key)
    if old is None:
        postings[key] = position
    elif isinstance(old, int):
        if old != position:
            postings[key] = (old, position)
    elif position not in old[-4:]:
        postings[key] = (*old, position)


def posted(postings: Postings, key: str) -> tuple[int, ...]:
    """The positions under ``key``, in the order of the labels."""
    found = postings.get(key)
    if found is None:
        return ()
    return (found,) if isinstance(found, int) else found
