"""The glossary file: read entry by entry, checked, changed line by line, laid out."""
