"""From an approved change to the glossary file, and from the file to what is served."""

from bot.publishing.plan import Approval, Plan, plan
from bot.publishing.press import Press

__all__ = ["Approval", "Plan", "Press", "plan"]
