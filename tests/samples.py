"""A small glossary for tests: few entries, every feature of the model."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from bot.concept import Concept, Source
from bot.glossary import Glossary

SOURCES: dict[str, Any] = {
    "foc-about": {
        "title": "About Us",
        "publisher": "Freedom Online Coalition",
        "url": "https://foc.example/about/?a=1&b=2",
        "date": "2020-11",
    },
    "report": {"title": "A <report>"},
}

FIELDS: dict[str, Any] = {
    "bodies": {"en": "bodies & roles", "fi": "toimijat", "ko": "기관과 역할"},
    "technology": {"en": "AI technology", "fi": "tekoälyteknologia", "ko": "인공지능 기술"},
}

ENTRIES: list[dict[str, Any]] = [
    {
        "id": "freedom-online-coalition",
        "status": "draft",
        "concept_type": "individual",
        "subject_field": "bodies",
        "related": ["human-rights"],
        "confusable": [
            {
                "concept": "human-rights",
                "difference": {"en": "those are rights", "fi": "ne ovat oikeuksia"},
            }
        ],
        "languages": {
            "en": {
                "terms": [
                    "Freedom Online Coalition",
                    {"term": "FOC", "type": "acronym"},
                    "the Coalition",
                    {
                        "term": "Freedom Alliance",
                        "normative_status": "deprecated",
                        "usage_note": "Say “Freedom Online Coalition”.",
                    },
                ],
                "definition": "coalition of governments that supports internet freedom",
                "definition_source": [{"source": "foc-about", "paragraph": "2"}, "report"],
                "note": "Set up in 2011.",
                "hidden_terms": ["freedom on-line coalition"],
            },
            "fi": {
                "terms": ["Freedom Online Coalition", {"term": "FOC", "type": "acronym"}],
                "definition": "hallitusten yhteenliittymä, joka edistää internetin vapautta",
                "definition_source": "foc-about",
            },
            "ko": {
                "terms": [
                    {"term": "온라인 자유 연대", "verified": "no"},
                    {"term": "FOC", "type": "acronym"},
                ],
                "definition": "온라인상의 자유를 위하여 협력하는 정부 간 연합체",
                "definition_source": "foc-about",
            },
        },
    },
    {
        "id": "human-rights",
        "status": "valid",
        "subject_field": ["bodies"],
        "languages": {
            "en": {"terms": ["human rights"], "definition": "rights of every human being"},
            "fi": {"terms": ["ihmisoikeudet"], "definition": "jokaiselle kuuluvat oikeudet"},
            "ko": {"terms": ["인권"], "definition": "모든 사람이 가지는 권리"},
        },
    },
    {
        "id": "artificial-intelligence",
        "status": "valid",
        "subject_field": ["technology"],
        "languages": {
            "en": {
                "terms": ["artificial intelligence", {"term": "AI", "type": "acronym"}],
                "definition": "computer systems that infer results from data",
            },
            "fi": {"terms": ["tekoäly"], "definition": "datasta päättelevät järjestelmät"},
            "ko": {"terms": ["인공지능"], "definition": "자료에서 결과를 추론하는 컴퓨터 시스템"},
        },
    },
    {
        "id": "generative-ai",
        "status": "valid",
        "subject_field": ["technology"],
        "broader": "artificial-intelligence",
        "languages": {
            "en": {
                "terms": ["generative AI", {"term": "GenAI", "type": "short_form"}],
                "definition": "systems that make new text, sound or pictures",
            },
            "fi": {
                "terms": ["generatiivinen tekoäly"],
                "definition": "uutta sisältöä tuottavat järjestelmät",
            },
            "ko": {
                "terms": ["생성형 인공지능", "생성형 AI"],
                "definition": "글, 소리, 그림을 새로 만드는 시스템",
            },
        },
    },
    {
        "id": "accountability",
        "status": "suggested",
        "subject_field": ["bodies"],
        "languages": {"en": {"terms": ["accountability"], "definition": "duty to answer"}},
    },
]


ALIKE: list[dict[str, Any]] = [
    {
        "id": f"{name}",
        "languages": {
            "en": {"terms": [f"{name} assessment", {"term": "assessment"}], "definition": name}
        },
    }
    for name in ("impact", "risk")
]
"""Two entries with a name in common."""


def glossary(*more: dict[str, Any]) -> Glossary:
    """The sample glossary, with further entries."""
    concepts = TypeAdapter(list[Concept]).validate_python([*ENTRIES, *more])
    return Glossary(
        concepts={concept.id: concept for concept in concepts},
        sources=TypeAdapter(dict[str, Source]).validate_python(SOURCES),
        subject_fields=FIELDS,
        version="sample",
    )
