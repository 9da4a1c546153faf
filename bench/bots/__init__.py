"""The bots that are measured, each started as ``python -m bench.bots.NAME ROOT MODE PORT``."""
