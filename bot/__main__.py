"""``python -m bot`` is ``glossary-bot``."""

from bot.cli import main

raise SystemExit(main())
