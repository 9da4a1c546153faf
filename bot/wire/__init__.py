"""Between Telegram and the handlers: requests, updates in their turn, Telegram's limits."""
