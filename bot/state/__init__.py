"""What the bot keeps: preferences, drafts, misses and revisions, in one SQLite database.

The only package that touches the database. Its face is ``State``; everything that can go wrong
is a ``StateError`` whose message is a sentence for people.
"""

from bot.state.backups import backup, stamp
from bot.state.blocks import Block
from bot.state.cards import Shown
from bot.state.condition import Condition, condition
from bot.state.deciding import Decision, Ground, Ruling
from bot.state.drafts import Draft, DraftChanged
from bot.state.erasure import Erased
from bot.state.errors import StateError, StateRefused, StateUnavailable
from bot.state.misses import Miss
from bot.state.notices import Notice
from bot.state.preferences import Chat, Person
from bot.state.restoring import Restored, restore
from bot.state.revision import Revision, RevisionKind, RevisionState, Suggestion
from bot.state.revisions import Submitted
from bot.state.state import State, clock
from bot.state.suggesting import Limits

__all__ = [
    "Block",
    "Chat",
    "Condition",
    "Decision",
    "Draft",
    "DraftChanged",
    "Erased",
    "Ground",
    "Limits",
    "Miss",
    "Notice",
    "Person",
    "Restored",
    "Revision",
    "RevisionKind",
    "RevisionState",
    "Ruling",
    "Shown",
    "State",
    "StateError",
    "StateRefused",
    "StateUnavailable",
    "Submitted",
    "Suggestion",
    "backup",
    "clock",
    "condition",
    "restore",
    "stamp",
]
