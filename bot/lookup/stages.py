"""The stages of a lookup, surest first. Each is a function that can be read alone.

A stage takes what was asked and the index and gives hits: labels that it finds, how sure it is
of each and why. The lookup stops after the first stage that is sure.
"""

from __future__ import annotations

from bot.lookup.abbreviations import abbreviated, both_forms, expanded, initialled
from bot.lookup.asked import Stage
from bot.lookup.beginning import begun
from bot.lookup.citation import cited, numbered
from bot.lookup.context import in_context
from bot.lookup.derived import akin, derived
from bot.lookup.elsewhere import other_layout, romanised
from bot.lookup.exact import inflected, questioned, reordered, spelt_so, transposed
from bot.lookup.fuzzy import misspelt, slipped
from bot.lookup.listing import enumerated, listed
from bot.lookup.narrowed import narrowed
from bot.lookup.plain import one_slip_off
from bot.lookup.rewording import partly, shortened
from bot.lookup.sentence import in_long_text, mentioned

STAGES: tuple[Stage, ...] = (
    spelt_so,
    one_slip_off,
    abbreviated,
    both_forms,
    reordered,
    listed,
    questioned,
    inflected,
    initialled,
    expanded,
    shortened,
    partly,
    cited,
    numbered,
    in_context,
    in_long_text,
    derived,
    slipped,
    transposed,
    begun,
    misspelt,
    other_layout,
    mentioned,
    enumerated,
    romanised,
    akin,
    narrowed,
)
