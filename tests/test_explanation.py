"""A text → the entries that it mentions."""

from __future__ import annotations

from typing import Any

import pytest

from bot.concept import Language
from bot.edition import Edition
from bot.explanation import Mention, asked, in_context, is_passage, mentions
from bot.lookup import Answer, Lookup
from tests import passages, samples
from tests.samples import glossary

LOOKUP = Edition.of(glossary()).lookup


def counted(text: str, lookup: Lookup = LOOKUP) -> list[tuple[str, int]]:
    return [(mention.concept, mention.times) for mention in mentions(text, lookup)]


AI, GEN, FOC, HR = (
    "artificial-intelligence", "generative-ai", "freedom-online-coalition", "human-rights",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Human rights first, then AI and human rights.", [(HR, 2), (AI, 1)]),
        ("Generative AI is AI.", [(GEN, 1), (AI, 1)]),
        ("The FOC met. the foc, Foc.", [(FOC, 1)]),
        ("ai and Ai are no AI", [(AI, 1)]),
        ("Tekoälyn vaikutus ihmisoikeuksiin ja tekoälyllä", [(AI, 2), (HR, 1)]),
        ("Generatiivisesta tekoälystä puhutaan.", [(GEN, 1)]),
        ("인공지능은 인권을 보호해야 한다. 생성형 인공지능이", [(AI, 1), (HR, 1), (GEN, 1)]),
        ("Look: https://example.org/AI?human=rights @AI /AI ai@FOC.org", []),
        ("\u202eAI\u202c and חוק and AI 🤖", [(AI, 2)]),
        ("<b>AI</b> &amp; <i>human rights</i>", [(AI, 1), (HR, 1)]),
        ("", []),
        ("🙂 \u200d 🇫🇮 가나다 עברית", []),
    ],
)
def test_entries_come_in_order_of_first_appearance_once_each_with_their_number(
    text: str, found: list[tuple[str, int]]
) -> None:
    assert counted(text) == found


def test_a_mention_says_in_which_words_and_where_it_stands_first() -> None:
    text = "Of FOC and the Freedom Online Coalition (FOC), and foc, and FOC:n"
    found = mentions(text, LOOKUP)
    assert [(m.concept, m.start) for m in found] == [(FOC, 3)]
    assert found[0].forms[:2] == ("FOC", "Freedom Online Coalition")


PHRASES: dict[str, Any] = {
    "id": "ai-misuse",
    "languages": {
        "en": {
            "terms": ["AI misuse"],
            "hidden_terms": [
                "misuse of AI, for example against human rights",
                "AI misusing",
                "many an AI misuse",
            ],
        }
    },
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Misuse of AI, for example against human rights.", [("ai-misuse", 1), (AI, 1), (HR, 1)]),
        ("AI misusing", [("ai-misuse", 1)]),
        ("many an AI misuse", [("ai-misuse", 1)]),
    ],
)
def test_a_passage_that_is_a_hidden_label_hides_no_terms(
    text: str, found: list[tuple[str, int]]
) -> None:
    assert counted(text, Edition.of(glossary(PHRASES)).lookup) == found


NESTED: dict[str, Any] = {
    "id": "use-of-ai",
    "languages": {
        "en": {
            "terms": ["use of AI"],
            "hidden_terms": [
                "the use of AI systems",
                "relying on generative AI",
                "AI and human rights, a report on their use",
            ],
        }
    },
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # in the words that people know, where a hidden name holds them
        ("On the use of AI systems.", [("use-of-ai", ("use of AI",))]),
        # a hidden name without them hides the shorter names of others
        ("Relying on generative AI", [("use-of-ai", ("Relying on generative AI",))]),
        # a piece of a sentence hides no name that reaches beyond its edge
        (
            "Generative AI and human rights, a report on their use",
            [(GEN, ("Generative AI",)), ("use-of-ai", None), (HR, ("human rights",))],
        ),
    ],
)
def test_an_entry_is_named_by_the_words_that_come_closest(
    text: str, found: list[tuple[str, tuple[str, ...] | None]]
) -> None:
    mentioned = mentions(text, Edition.of(glossary(NESTED)).lookup)
    assert [mention.concept for mention in mentioned] == [concept for concept, _ in found]
    for mention, (_, forms) in zip(mentioned, found, strict=True):
        assert forms is None or mention.forms == forms


def test_of_a_name_and_the_same_name_hidden_elsewhere_the_shown_one_counts() -> None:
    other = {"id": "x", "languages": {"en": {"terms": ["y"], "hidden_terms": ["human rights"]}}}
    assert counted("human rights", Edition.of(glossary(other)).lookup) == [(HR, 1)]


LONG = "Artificial intelligence can harm human rights, and generative AI is used for it. " * 4


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("FOC", "en"),
        ("human rights and AI", "en"),
        ("what is generative AI, and what has it to do with human rights, please?", "en"),
        ("Mitä eroa on tekoälyllä ja generatiivisella tekoälyllä, ja entä ihmisoikeudet?", "fi"),
        ("인공지능과 생성형 인공지능은 어떻게 다르고 인권과는 어떤 관계가 있나요？", "ko"),
        ("hi there, I would like to know what quokkas are please thank you", "en"),
        ("Hi!\nWhat is FOC?\nThanks", "en"),
        ("", "en"),
    ],
)
def test_a_term_or_a_question_is_no_passage(text: str, language: Language) -> None:
    assert not is_passage(text, LOOKUP, language)


@pytest.mark.parametrize(
    "text",
    [
        LONG,
        LONG + "?",
        "AI\nFOC\nhuman rights\ntekoäly",
        "The FOC says that AI systems must respect human rights in every single case.",
        "인공지능을 개발하고 이용할 때에는 인권을 지켜야 한다고 FOC는 말하였다.",
        "x" * 1000,
    ],
)
def test_a_longer_text_is_a_passage(text: str) -> None:
    assert is_passage(text, LOOKUP)


def test_a_forwarded_question_is_somebody_elses_text() -> None:
    text = "Should generative AI be allowed to decide about human rights of anybody?"
    assert is_passage(text, LOOKUP, forwarded=True)
    assert not is_passage(text, LOOKUP)


def test_the_context_tells_choices_apart() -> None:
    lookup = Edition.of(glossary(*samples.ALIKE)).lookup
    choices = lookup.ask("assessment", "en")
    assert choices.verdict == "choices"
    only = in_context(choices, mentions("of impact assessment", lookup))
    assert (only.verdict, [m.concept for m in only.matches]) == ("answer", ["impact"])
    assert in_context(choices, mentions("nothing", lookup)) == choices


@pytest.mark.parametrize("text", ["", "what does this mean?", "mitä tämä on", "이게 뭐야?"])
def test_a_question_without_a_term_is_about_the_context(text: str) -> None:
    found = asked(text, "The FOC and AI", LOOKUP)
    assert isinstance(found, list)
    assert [mention.concept for mention in found] == [FOC, AI]


def test_a_term_is_answered_whatever_the_context() -> None:
    found = asked("human rights", "The FOC and AI", LOOKUP)
    assert isinstance(found, Answer)
    assert found.matches[0].concept == HR


# Counted by reading the texts; each is named by words that a reader sees there.
EXPECTED = {
    "foc-news-2020": {
        "facial-recognition": 1,
        "automated-content-moderation": 1,
        "democracy": 1,
        "rule-of-law": 1,
        "internet-governance-forum": 1,
        "sustainable-development-goals": 1,
        "transparency": 1,
        "accountability": 1,
        "digitalisation": 1,
        "unit-for-human-rights-policy": 1,
        "government-of-canada": 1,
        "elements-of-ai": 1,
    },
    "hrba-report-2026": {
        "generative-ai": 1,  # the other is "relying on generative AI", an entry of its own
        "human-dignity": 1,
        "ai-powerhouse": 1,
        "korea-ai-framework-act": 1,
        "ordinary-people": 2,
        "heinrich-boell-foundation": 1,
        "institute-for-digital-rights": 1,
    },
}


@pytest.mark.parametrize("name", passages.TEXTS)
@pytest.mark.parametrize("length", [4096, 1000])
def test_the_documents_own_terms_are_found_in_pieces_of_any_size(name: str, length: int) -> None:
    found: dict[str, int] = {}
    for piece in passages.pieces(passages.text(name), length):
        for mention in mentions(piece, passages.edition().lookup):
            found[mention.concept] = found.get(mention.concept, 0) + mention.times
    expected = EXPECTED[name]
    assert {concept: found.get(concept) for concept in expected} == expected


@pytest.mark.parametrize("name", passages.TEXTS)
def test_every_form_stands_in_the_document_and_no_entry_comes_twice(name: str) -> None:
    text = passages.text(name)
    found: list[Mention] = mentions(text, passages.edition().lookup)
    spaced = " ".join(text.split())
    assert all(form in spaced for mention in found for form in mention.forms)
    assert [m.start for m in found] == sorted(m.start for m in found)
    assert len({m.concept for m in found}) == len(found)
    assert len(found) > 30
