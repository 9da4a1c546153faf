"""What a free text may give away about people: addresses, numbers, handles, names.

It only points things out. Names are guessed with care: in a glossary most words with a capital
letter name institutions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal["email", "phone", "handle", "name"]

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HANDLE = re.compile(r"(?<![\w@/.])@[A-Za-z]\w{3,31}")
_PHONE = re.compile(r"(?<![\w/.-])(?:\+|00)?\(?\d(?:[\s().-]{0,2}\d){6,14}(?![\dA-Za-z-])")
_DATE = re.compile(r"\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}")
_YEARS = re.compile(r"(?:1[0-9]|20)\d\d\s*[-–/]\s*(?:1[0-9]|20)\d\d")
_ADDRESS = re.compile(r"https?://\S+")
_CAPITAL = "[A-ZÅÄÖ][a-zåäöé]"
_LATIN_NAME = re.compile(
    rf"(?<![\w-])({_CAPITAL}+(?:-{_CAPITAL}+)?) ({_CAPITAL}{{2,}}(?:-{_CAPITAL}+)?)"
    r"(?![\w-])(?! [A-ZÅÄÖ])"
)
_KOREAN_NAME = re.compile(
    r"(?<![가-힣])([김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민]"
    r"[가-힣]{2}) ?(?=(?:씨|교수|박사|의원|기자|변호사|위원장|장관|대표)"
    r"(?:$|[\s,.은는이가을를의와과]))"
)
_WORD = re.compile(r"[^\W\d_]+")

# Second halves of names of things; with one of these nobody is meant.
_THINGS = frozenset(
    [
        "act",
        "agreement",
        "alliance",
        "assembly",
        "association",
        "authority",
        "board",
        "centre",
        "center",
        "charter",
        "coalition",
        "commission",
        "committee",
        "conference",
        "congress",
        "convention",
        "corporation",
        "council",
        "court",
        "declaration",
        "department",
        "directive",
        "east",
        "europe",
        "forum",
        "foundation",
        "framework",
        "fund",
        "goals",
        "group",
        "index",
        "institute",
        "intelligence",
        "law",
        "league",
        "learning",
        "ministry",
        "nations",
        "network",
        "office",
        "organisation",
        "organization",
        "pact",
        "parliament",
        "party",
        "protocol",
        "recommendation",
        "regulation",
        "report",
        "republic",
        "rights",
        "school",
        "senate",
        "service",
        "society",
        "statement",
        "states",
        "summit",
        "supervisor",
        "treaty",
        "union",
        "university",
    ]
)


class Contact(NamedTuple):
    """Words that may point at a person."""

    kind: Kind
    words: str


def contacts(text: str, known: Iterable[str] = ()) -> list[Contact]:
    """What in a text may point at a person, each once.

    Args:
        text: What somebody wrote.
        known: Names that are no people's: terms, sources and publishers of the glossary.
    """
    found = [
        *(Contact("email", match[0]) for match in _EMAIL.finditer(text)),
        *(Contact("handle", match[0]) for match in _HANDLE.finditer(_EMAIL.sub(" ", text))),
        *(Contact("phone", number) for number in _phones(text)),
        *(Contact("name", name) for name in _names(text, known)),
    ]
    return list(dict.fromkeys(found))


def _phones(text: str) -> Iterator[str]:
    bare = _ADDRESS.sub(" ", text)
    for pattern in (_DATE, _YEARS):
        bare = pattern.sub(" ", bare)
    for match in _PHONE.finditer(bare):
        grouped = match[0].startswith(("+", "0", "(")) or re.search(r"[\s().-]", match[0])
        if grouped:
            yield match[0].strip()


def _names(text: str, known: Iterable[str]) -> Iterator[str]:
    candidates = list(_LATIN_NAME.finditer(_ADDRESS.sub(" ", text)))
    if candidates:
        familiar = {word.casefold() for name in known for word in _WORD.findall(name)}
        for match in candidates:
            parts = {part.casefold() for part in _WORD.findall(match[0])}
            if not parts & (_THINGS | familiar):
                yield match[0]
    yield from (match[1] for match in _KOREAN_NAME.finditer(text))
