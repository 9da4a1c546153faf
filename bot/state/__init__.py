"""What the bot keeps: preferences, drafts, misses and revisions, in one SQLite database.

The only package that touches the database. Its face is ``State``; everything that can go wrong
is a ``StateError`` whose message is a sentence for people.
"""

from bot.state.drafts import Draft, DraftChanged
from bot.state.errors import StateError, StateRefused, StateUnavailable
from bot.state.misses import Miss
from bot.state.preferences import Chat, Person
from bot.state.state import State

__all__ = [
    "Chat",
    "Draft",
    "DraftChanged",
    "Miss",
    "Person",
    "State",
    "StateError",
    "StateRefused",
    "StateUnavailable",
]
