"""What every echo bot says, about as long as a card; and the cards themselves, for a peer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

TOKEN = "1:bench"  # opens nothing
SECRET = "bench-secret"  # of the webhook; nor does this
TEXT = (
    "Freedom Online Coalition (FOC)\n\nGroup of governments that work together to advance "
    "Internet freedom and human rights online worldwide, through diplomatic coordination, shared "
    "statements and exchange with civil society, companies and researchers.\n\n"
    "fi: Freedom Online Coalition\nko: 자유 온라인 연합"
)


def cards() -> Callable[[str], tuple[str, str | None]]:
    """What our bot answers to a text: its markup, and its buttons as JSON."""
    from bot.edition import Edition
    from bot.file.reading import read
    from bot.reply import to_text

    edition = Edition.of(read(Path("glossary.yaml"))).prepare()

    def answer(text: str) -> tuple[str, str | None]:
        reply = to_text(text, edition, "en")
        return reply.html, reply.markup

    return answer
