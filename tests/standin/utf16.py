"""Lengths and offsets as Telegram counts them: UTF-16 code units.

https://core.telegram.org/api/entities#entity-length
"""


def length(text: str) -> int:
    """Number of UTF-16 code units."""
    return len(text) + sum(character > "\uffff" for character in text)


def cut(text: str, offset: int, size: int) -> str:
    """The part of a text that an entity covers."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * offset : 2 * (offset + size)].decode("utf-16-le", "replace")
