"""The rules for terms and definitions (ISO 704, TBX, Finnish terminology work)."""

from __future__ import annotations

from bot.linter.finding import Finding, sentence
from bot.linter.review import review, review_all

__all__ = ["Finding", "review", "review_all", "sentence"]
