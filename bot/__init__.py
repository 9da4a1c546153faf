"""A Telegram bot that answers a term with the right entry of a curated glossary."""

__version__ = "0.1.0"
