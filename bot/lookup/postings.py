"""Key → the positions of labels, small while most keys have one or two."""

from __future__ import annotations

from typing import TypeAlias

Postings: TypeAlias = dict[str, "int | tuple[int, ...] | list[int]"]

_FEW = 8  # positions up to which a tuple is made anew for each; it takes half of a list's room


def post(postings: Postings, key: str, position: int) -> None:
    """Adds ``position``, at least as high as any before, under ``key``."""
    old = postings.get(key)
    if old is None:
        postings[key] = position
    elif isinstance(old, int):
        if old != position:
            postings[key] = (old, position)
    elif old[-1] == position:
        return
    elif isinstance(old, list):
        old.append(position)
    else:
        postings[key] = (*old, position) if len(old) < _FEW else [*old, position]


def posted(postings: Postings, key: str) -> tuple[int, ...]:
    """The positions under ``key``, in the order of the labels."""
    found = postings.get(key)
    if found is None:
        return ()
    return (found,) if isinstance(found, int) else tuple(found)  # a tuple stays the same object
