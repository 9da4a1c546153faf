"""The rules for terms and definitions, in three languages.

They follow ISO 704 (definitions), TBX and the Finnish terminology work (terms): D01 to D12 and
T02 to T11. What breaks a rule is an error in an entry whose status is ``valid`` and a warning in
others; some rules only ever warn or inform.
"""

from __future__ import annotations

from bot.linter.finding import Finding
from bot.linter.review import review, review_all
from bot.linter.sentences import sentence

__all__ = ["Finding", "review", "review_all", "sentence"]
