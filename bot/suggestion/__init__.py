"""A change to the glossary as a person words it, step by step, without anything of Telegram."""

from bot.suggestion.diff import Change, differences
from bot.suggestion.entry import Proposal, proposal
from bot.suggestion.form import Form, Given
from bot.suggestion.merge import merged

__all__ = ["Change", "Form", "Given", "Proposal", "differences", "merged", "proposal"]
