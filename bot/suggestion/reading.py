"""Reading what people write at a step: one message ``TERM = definition``, names, languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from bot.concept import LANGUAGES, Language, TermType
from bot.folding import fold
from bot.glossary import Glossary
from bot.lookup.questions import core
from bot.markup import one_line
from bot.suggestion.form import Form, Step

TERM_LENGTH = 120
DEFINITION_LENGTH = 600
TEXT_LENGTH = 1000

_EQUALS = re.compile(r"\s*(?:=|\s[–—]\s|:=)\s*")
_HANGUL = re.compile(r"[가-힣ㄱ-ㆎ]")
_FINNISH = re.compile(
    r"[äöå]|(?:inen|isuus|ysys?|minen|oikeus|oikeudet|yys|uus|kko|kkö|sto|stö|lainen)\b|([aeiouy])\1|[aiou]$",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"\b(?:the|of|and|that|which|with|for|who|an)\b", re.IGNORECASE)
_AROUND = " \t\n?!.,;:\"'“”„”‘’«»…"
_LABELLED = re.compile(r"^\s*(?P<name>[^\W\d]{2,10})\s*:\s*(?P<rest>.+)$")
_CODE = re.compile(r"\s*([A-Za-z]{2,3}):")
_LANGUAGE_NAMES: dict[str, Language] = {
    **{code: code for code in LANGUAGES},
    **dict.fromkeys(("english", "englanti", "englanniksi", "영어"), "en"),
    **dict.fromkeys(("finnish", "suomi", "suomeksi", "핀란드어"), "fi"),
    **dict.fromkeys(("korean", "korea", "koreaksi", "한국어"), "ko"),
}


class Mistake(NamedTuple):
    """Why an answer cannot be taken: the key of a sentence, and what is in it."""

    key: str
    values: dict[str, str]


class Named(NamedTuple):
    """A term in another language, perhaps with its definition."""

    language: Language
    term: str
    definition: str


def language_named(text: str) -> Language | None:
    """The language that is named, in any of the three."""
    return _LANGUAGE_NAMES.get(text.strip(_AROUND).casefold())


def one_message(text: str) -> tuple[str, str]:
    """Term and definition in ``TERM = definition``; no definition when there is no sign."""
    term, *rest = _EQUALS.split(text.strip(), maxsplit=1)
    return one_line(term, 10_000), one_line(rest[0], 10_000) if rest else ""


def tidy(step: Step, text: str) -> str:
    """An answer without characters that nobody sees; one line where the field is one."""
    if step not in ("names", "other"):
        return one_line(text, 10_000)
    lines = (one_line(line, 10_000) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def asked_term(query: str) -> str:
    """The words that a question is about, as they were typed: what may become a term."""
    tokens = [token.strip(_AROUND) for token in query.split()]
    tokens = [token for token in tokens if token]
    if not tokens:
        return ""
    start, end = core([fold(token) for token in tokens], lambda _: True)
    return one_line(" ".join(tokens[start:end]), TERM_LENGTH)


def sure_language(term: str) -> Language | None:
    """The language of a term where its letters leave no doubt."""
    return "ko" if _HANGUL.search(term) else None


def likely_language(term: str, reader: Language, definition: str = "") -> Language:
    """The language that a term is most likely in; a definition tells it better."""
    both = f"{term} {definition}"
    if sure := sure_language(both):
        return sure
    if re.search("[äöå]", both, re.IGNORECASE):
        return "fi"
    if _ENGLISH.search(definition):
        return "en"
    return "fi" if reader == "fi" and _FINNISH.search(term) else "en"


def term_type(name: str) -> TermType:
    """What sort of name it is: letters written large are an acronym."""
    bare = name.replace(".", "").replace("-", "").replace("&", "")
    short = 2 <= len(bare) <= 8 and " " not in name
    return (
        "acronym"
        if short and bare.isascii() and sum(map(str.isupper, bare)) >= 2
        else ("full_form")
    )


def names(text: str) -> list[str]:
    """Names with commas, semicolons or line breaks between them."""
    parts = (one_line(part.strip(_AROUND), TERM_LENGTH + 1) for part in re.split("[,;\n]", text))
    return list(dict.fromkeys(part for part in parts if part))


def others(text: str, form: Form) -> list[Named]:
    """Terms in other languages, one to a line: ``fi: termi = määritelmä``."""
    return [named for line in text.splitlines() if (named := _other(line, form))]


def _other(line: str, form: Form) -> Named | None:
    labelled = _LABELLED.match(line)
    language = _LANGUAGE_NAMES.get(labelled["name"].casefold()) if labelled else None
    term, definition = one_message(labelled["rest"] if labelled and language else line)
    if not term:
        return None
    return Named(language or _guessed(term, form), term, definition)


def _guessed(term: str, form: Form) -> Language:
    if sure := sure_language(term):
        return sure
    return "fi" if form.language == "en" else "en"


def mistake(step: Step, text: str, form: Form, glossary: Glossary) -> Mistake | None:
    """Why a text is no answer to a step; None when it is one."""
    check = _CHECKS.get(step)
    if not tidy(step, text):
        return Mistake("empty", {})
    return check(text, form, glossary) if check else _long(text, TEXT_LENGTH)


def _long(text: str, most: int) -> Mistake | None:
    if len(text) <= most:
        return None
    return Mistake("too_long", {"length": str(len(text)), "most": str(most)})


def _names(text: str, *_: object) -> Mistake | None:
    found = names(text)
    if not found:
        return Mistake("empty", {})
    return _long(text, TEXT_LENGTH) or next(
        (long for name in found if (long := _long(name, TERM_LENGTH))), None
    )


def _term(text: str, *_: object) -> Mistake | None:
    return _long(text, TERM_LENGTH) or (None if fold(text) else Mistake("no_letters", {}))


def _definition(text: str, *_: object) -> Mistake | None:
    return _long(text, DEFINITION_LENGTH)


def _others(text: str, form: Form, _: Glossary) -> Mistake | None:
    found = others(text, form)
    if strange := next(filter(None, map(_strange, text.splitlines())), None):
        return Mistake("strange_language", {"label": strange})
    if any(named.language == form.language for named in found) and form.goal == "new":
        return Mistake("same_language", {})
    parts = [(n.term, TERM_LENGTH) for n in found] + [
        (n.definition, DEFINITION_LENGTH) for n in found
    ]
    return next((long for part, most in parts if (long := _long(part, most))), None)


def _strange(line: str) -> str | None:
    """What a line begins with as if it were a language, and is none of ours."""
    found = _CODE.match(line)
    return found[1] if found and found[1].casefold() not in _LANGUAGE_NAMES else None


def _language(text: str, *_: object) -> Mistake | None:
    return None if language_named(text) else Mistake("no_language", {})


def _field(text: str, _: Form, glossary: Glossary) -> Mistake | None:
    return None if subject_field(text, glossary) else Mistake("no_field", {})


def subject_field(text: str, glossary: Glossary) -> str | None:
    """The key of a subject field that is named by its key or by its name in any language."""
    wanted = fold(text)
    for key, said in glossary.subject_fields.items():
        if wanted in {fold(key), *map(fold, said.values())}:
            return key
    return None


_CHECKS: dict[Step, Callable[[str, Form, Glossary], Mistake | None]] = {
    "term": _term,
    "target": _term,
    "definition": _definition,
    "names": _names,
    "other": _others,
    "field": _field,
    "language": _language,
}
