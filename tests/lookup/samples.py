"""A small glossary of labels for the tests of the lookup."""

from __future__ import annotations

from bot.concept import Label, Language
from bot.lookup import Lookup

_TERMS: dict[str, dict[Language, list[str]]] = {
    "foc": {
        "en": ["Freedom Online Coalition", "FOC", "the Coalition"],
        "fi": ["Freedom Online Coalition", "FOC", "internetvapausjärjestö"],
        "ko": ["온라인 자유 연대", "FOC"],
    },
    "hrba": {
        "en": ["human rights-based approach", "HRBA"],
        "fi": ["ihmisoikeusperustainen lähestymistapa"],
        "ko": ["인권 기반 접근"],
    },
    "ai": {"en": ["artificial intelligence", "AI"], "fi": ["tekoäly"], "ko": ["인공지능", "AI"]},
    "gai": {
        "en": ["generative AI"],
        "fi": ["generatiivinen tekoäly"],
        "ko": ["생성형 AI", "생성형 인공지능"],
    },
    "hr": {"en": ["human rights"], "fi": ["ihmisoikeudet"], "ko": ["인권"]},
    "foe": {"en": ["freedom of expression"], "fi": ["sananvapaus"], "ko": ["표현의 자유"]},
    "transparency": {"en": ["transparency"], "fi": ["läpinäkyvyys"], "ko": ["투명성"]},
    "bias": {
        "en": ["algorithmic bias"],
        "fi": ["algoritminen vinouma"],
        "ko": ["알고리즘 편향"],
    },
    "idr": {"en": ["Institute for Digital Rights"]},
    "who": {"en": ["World Health Organization", "WHO"]},
    "cpp": {"en": ["C++"]},
    "csharp": {"en": ["C#"]},
    "rd": {"en": ["research and development", "R&D"]},
    "contract": {"en": ["contract"], "fi": ["sopimus"], "ko": ["계약"]},
    "apa-author": {"en": ["American Psychological Association", "APA"]},
    "apa-rule": {"en": ["administrative procedure act", "APA"]},
    "gift": {"en": ["gift"]},
    "poison": {"fi": ["gift"], "en": ["poison"]},
}


def labels() -> list[Label]:
    """The labels, in the order of the table."""
    return [
        Label(
            text,
            concept,
            language,
            "admitted" if i else "preferred",
            "acronym" if text.isupper() and text.isascii() and len(text) < 6 else "full_form",
        )
        for concept, sections in _TERMS.items()
        for language, texts in sections.items()
        for i, text in enumerate(texts)
    ]


LOOKUP = Lookup(labels())
