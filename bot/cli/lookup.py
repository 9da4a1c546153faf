"""The glossary and lookup from which the commands that answer once do so."""

from __future__ import annotations

from bot.edition import Edition
from bot.file.reading import read
from bot.file.transcript import uncollected
from bot.glossary import Glossary
from bot.settings import Settings

LARGE = 1 << 20  # bytes, which take about 0.1 s to read


def edition(settings: Settings) -> Edition:
    """The glossary as it is in the file; tables are made when a question needs them.

    Raises:
        GlossaryError: as ``bot.file.reading.read``.
    """
    with uncollected():
        return Edition.of(_glossary(settings))


def _glossary(settings: Settings) -> Glossary:
    """From the cache beside the bot's database where the file is large."""
    path = settings.glossary
    if path.is_file() and path.stat().st_size > LARGE:
        from bot.file.cache import open_book  # what it imports takes longer than a small file

        return open_book(path, settings.state, guest=True).glossary
    return read(path)
