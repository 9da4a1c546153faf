"""Measurements of glossary-bot beside its peers; each module is one command."""
