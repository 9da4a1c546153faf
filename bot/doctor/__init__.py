"""Is everything as it should be? Each finding is fine, or says what to do."""

from bot.doctor.api import Api
from bot.doctor.files import files
from bot.doctor.finding import Finding
from bot.doctor.telegram import telegram

__all__ = ["Api", "Finding", "files", "telegram"]
