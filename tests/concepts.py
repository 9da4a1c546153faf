"""Random entries, with words that YAML would rather not have."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from pydantic import TypeAdapter

from bot.concept import LANGUAGES, Concept

_CONCEPT = TypeAdapter(Concept)

WORDS = st.sampled_from(
    ["no", "010", "12:30", "null", "~", "@bot", "# x", "C#", "a: b", "a:", "- a", "? b", "it's",
     '"q"', "'q'", "[sic]", "{x}", "&a", "*a", "!t", "|", ">", "%", "`", "a, b", "---", "...",
     "<<", "2020-11-05", "1e3", " a", "b ", "a  b", "a\tb", "a\nb", "\n", "a\n\nb\n", "\\",
     "한국어", "ä" * 30, "word " * 30 + "end", "x" * 119, "\u2028", "\x85", "a\u00a0b",
     "\U0001f600", "=", "a #b", "\r", "a\r\nb", "\u200b", "-", ":", "?x", "-x", ":x", "a]", "}",
     ",", "한 " * 50 + "끝"]
)  # fmt: skip
TEXTS = (
    WORDS
    | st.lists(WORDS, min_size=2, max_size=5).map(" ".join)
    | st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
        min_size=1,
    )
)
SHORT = TEXTS.map(lambda text: text[:120])
KEYS = st.sampled_from(["report", "a", "um-news-2020", "no"])
CITATIONS = st.lists(
    KEYS | st.fixed_dictionaries({"source": KEYS, "paragraph": SHORT}), max_size=3
)
TERMS = SHORT | st.fixed_dictionaries(
    {"term": SHORT},
    optional={
        "normative_status": st.sampled_from(["preferred", "admitted", "deprecated"]),
        "type": st.sampled_from(["full_form", "acronym", "variant"]),
        "part_of_speech": st.sampled_from(["noun", "verb"]),
        "verified": st.sampled_from(["yes", "no"]),
        "source": CITATIONS,
        "usage_note": TEXTS,
        "context": TEXTS,
        "region": SHORT,
    },
)
SECTIONS = st.fixed_dictionaries(
    {"terms": st.lists(TERMS, min_size=1, max_size=4)},
    optional={
        "definition": TEXTS.map(lambda text: text[:600]),
        "definition_source": CITATIONS,
        "note": TEXTS,
        "example": TEXTS,
        "hidden_terms": st.lists(SHORT, max_size=4),
    },
)
IDS = st.sampled_from(["a", "b", "c-1", "other"])


def _concepts(fields: dict[str, Any]) -> Concept:
    return _CONCEPT.validate_python(fields)


CONCEPTS = st.fixed_dictionaries(
    {
        "id": st.just("entry"),
        "languages": st.dictionaries(st.sampled_from(LANGUAGES), SECTIONS, min_size=1),
    },
    optional={
        "status": st.sampled_from(["draft", "valid"]),
        "concept_type": st.sampled_from(["general", "individual"]),
        "subject_field": st.lists(IDS, max_size=2),
        "broader": st.lists(IDS, max_size=2),
        "related": st.lists(IDS, max_size=3),
        "confusable": st.lists(
            st.fixed_dictionaries(
                {
                    "concept": IDS,
                    "difference": st.dictionaries(st.sampled_from(LANGUAGES), TEXTS, min_size=1),
                }
            ),
            max_size=2,
        ),
        "exact_match": st.lists(SHORT, max_size=2),
        "replaced_by": IDS,
        "created": st.just("2026-11-22"),
        "created_by": SHORT,
    },
).map(_concepts)
