"""Words → concepts: the lookup, its stages, terms in a text."""

from bot.lookup.explanation import Explanation
from bot.lookup.lookup import Lookup
from bot.lookup.result import Answer, Kind, Match, Occurrence, Verdict

__all__ = ["Answer", "Explanation", "Kind", "Lookup", "Match", "Occurrence", "Verdict"]
