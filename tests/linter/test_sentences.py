from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import bot.linter
from bot.concept import LANGUAGES, Language
from bot.linter.finding import Finding
from bot.linter.sentences import sentence, table

KEY = re.compile(r"(?:definition|term|terms|language|source|replaced|superseded)_\w+")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_sentence_with_the_same_placeholders(language: Language) -> None:
    english = {key: placeholders(text) for key, text in table("en").items()}
    assert {key: placeholders(text) for key, text in table(language).items()} == english


def test_every_key_that_a_rule_gives_has_its_sentence_and_no_sentence_is_left_over() -> None:
    folder = Path(bot.linter.__file__).parent
    written = {
        node.value
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    keys = {text for text in written if KEY.fullmatch(text)} - {"definition_source", "replaced_by"}
    assert keys == set(table("en"))


def test_a_finding_is_worded_in_the_readers_language() -> None:
    found = Finding("D03", "warning", "law", "en", (), "definition_article", {"word": "the"})
    assert sentence(found) == "the definition begins with “the”; leave the article out"
    assert "artikkeli" in sentence(found, "fi")
    assert "관사" in sentence(found, "ko")
