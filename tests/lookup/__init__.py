"""Tests of ``bot.lookup``."""
