"""D01 to D11 but D05: what one definition must keep to by itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from bot.concept import Concept, Language, LanguageSection, Term
from bot.glossary import Glossary
from bot.linter import words
from bot.linter.finding import Finding, Findings, strict
from bot.problem import Level

_FIRST_WORD = re.compile(r"[^\W_][\w'’:-]*")
_SHORTEST_IN_COMPOUNDS = 4  # letters: a shorter Finnish word stands in others by chance


def definition_rules(concept: Concept, language: Language, glossary: Glossary) -> Findings:
    """What the definition of an entry in one language breaks."""
    section = concept.languages[language]
    text = section.definition
    if not text:
        return
    rules = _Rules(concept, language, text.strip())
    yield from rules.one_sentence()
    yield from rules.small_letter(glossary)
    yield from rules.own_term(section)
    yield from rules.wording()
    yield from rules.length()


class _Rules:
    """The rules for one text, told with its place in the entry."""

    def __init__(self, concept: Concept, language: Language, text: str) -> None:
        self._concept, self._language, self._text = concept, language, text

    def _found(self, code: str, level: Level, key: str, **params: str) -> Finding:
        steps = ("languages", self._language, "definition")
        return Finding(code, level, self._concept.id, self._language, steps, key, params)

    def one_sentence(self) -> Findings:
        text, level = self._text, strict(self._concept)
        if "\n" in text:
            yield self._found("D01", level, "definition_line_break")
        elif found := words.NEXT_SENTENCE[self._language].search(text):
            yield self._found("D01", level, "definition_sentences", words=found[0].strip())
        if words.STOP[self._language].search(text):
            yield self._found("D01", level, "definition_full_stop")

    def small_letter(self, glossary: Glossary) -> Findings:
        if self._language == "ko" or self._concept.concept_type == "individual":
            return
        first = _FIRST_WORD.match(self._text)
        if first is None or not first[0][0].isupper() or self._article():
            return
        if not _proper(first[0], self._text, self._language, glossary):
            yield self._found("D02", strict(self._concept), "definition_capital", word=first[0])

    def own_term(self, section: LanguageSection) -> Findings:
        found = next((term for term in section.terms if self._contains(term)), None)
        if found:
            level = strict(self._concept)
            yield self._found("D04", level, "definition_own_term", term=found.term)

    def wording(self) -> Findings:
        if article := self._article():
            level = strict(self._concept)
            yield self._found("D03", level, "definition_article", word=article)
        for code, key, patterns in _WORDINGS:
            pattern = patterns.get(self._language)
            opens = patterns in (words.OPENING, words.NEGATION)
            found = pattern and (pattern.match if opens else pattern.search)(self._text)
            if found:
                yield self._found(code, "warning", key, word=found[0].strip())
        if words.BRACKET.search(self._text) or self._text.count(";") > 1:
            yield self._found("D11", "warning", "definition_brackets")

    def length(self) -> Findings:
        most = words.LONGEST[self._language]
        korean = self._language == "ko"
        size = len(self._text) if korean else len(self._text.split())
        if size > most:
            key = "definition_long_characters" if korean else "definition_long_words"
            yield self._found("D09", "warning", key, size=str(size), most=str(most))

    def _article(self) -> str:
        pattern = words.ARTICLE.get(self._language)
        found = pattern and pattern.match(self._text)
        return found[0].strip() if found else ""

    def _contains(self, term: Term) -> bool:
        first = re.split(r"[\s-]", _composed(term.term.strip()), maxsplit=1)[0]
        if first.casefold() not in _composed(self._text).casefold():
            return False  # most terms are told apart so, without a pattern of their own
        return bool(_pattern(term, self._language).search(_composed(self._text)))


_WORDINGS = (
    ("D06", "definition_opening", words.OPENING),
    ("D06", "definition_closing", words.CLOSING),
    ("D07", "definition_negation", words.NEGATION),
    ("D08", "definition_hedge", words.HEDGE),
    ("D10", "definition_perishable", words.PERISHABLE),
)


def _pattern(term: Term, language: Language) -> re.Pattern[str]:
    """A term inside a text: whole words, but for the endings of Finnish and Korean."""
    text = _composed(term.term.strip())
    written = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", text)))
    short = text.isupper() or len(text) < _SHORTEST_IN_COMPOUNDS
    if language == "ko":
        whole = len(text) == 1 or text.isascii()
        return re.compile(rf"(?<!\w){written}" + (r"(?![a-zA-Z가-힣])" if whole else ""))
    flags = 0 if text.isupper() else re.I
    if language == "fi" and not short:
        return re.compile(rf"(?<!\w){written}", flags)
    return re.compile(rf"(?<!\w){written}(?!\w)", flags)


def _proper(word: str, text: str, language: Language, glossary: Glossary) -> bool:
    """Whether a capital is right: an acronym, part of a name, or written so elsewhere too."""
    if len(word) == 1 or any(letter.isupper() or letter.isdigit() for letter in word[1:]):
        return True
    following = _FIRST_WORD.match(text[len(word) :].lstrip())
    if following and following[0][0].isupper():
        return True
    inside = re.compile(rf"[^\W\d_],? {re.escape(word)}(?!\w)")
    return any(inside.search(told) for told in _texts(word, language, glossary))


def _texts(word: str, language: Language, glossary: Glossary) -> Iterable[str]:
    for concept in glossary.holding(word):
        section = concept.languages.get(language)
        if section:
            yield from filter(None, (section.definition, section.note))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
