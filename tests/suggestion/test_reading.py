from __future__ import annotations

import pytest

from bot.concept import Language
from bot.suggestion import Form, reading
from bot.suggestion.form import Step
from bot.suggestion.reading import Named
from tests.samples import glossary


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("FOC = a coalition", ("FOC", "a coalition")),
        ("FOC=a coalition", ("FOC", "a coalition")),
        ("FOC – a coalition", ("FOC", "a coalition")),
        ("rule-based system = a = b", ("rule-based system", "a = b")),
        ("human rights-based", ("human rights-based", "")),
        ("  two\n lines = of\ntext ", ("two lines", "of text")),
        ("", ("", "")),
        ("= x", ("", "x")),
    ],
)
def test_one_message_holds_a_term_and_perhaps_its_definition(
    text: str, read: tuple[str, str]
) -> None:
    assert reading.one_message(text) == read


@pytest.mark.parametrize(
    ("step", "text", "kept"),
    [
        ("term", "a\u202egnp.exe\x00\nb", "agnp.exe b"),
        ("definition", " of\n\ntext\u200b ", "of text"),
        ("names", "a,\u202e b\n\nc ", "a, b\nc"),
        ("other", "fi: a\x07\r\nko: b", "fi: a\nko: b"),
        ("note", "\u200b\u2060", ""),
    ],
)
def test_what_nobody_sees_is_not_kept(step: Step, text: str, kept: str) -> None:
    assert reading.tidy(step, text) == kept


@pytest.mark.parametrize(
    ("query", "term"),
    [
        ("quokka", "quokka"),
        ("What is a quokka?", "quokka"),
        ("what does QKK stand for", "QKK"),
        ("mikä on kvokka?", "kvokka"),
        ("algoritmien auditointi tarkoittaa mitä", "algoritmien auditointi"),
        ("human rights impact assessment", "human rights impact assessment"),
        ("쿼카?", "쿼카"),
        ("?!", ""),
        ("", ""),
    ],
)
def test_the_words_of_a_question_are_left_out_of_a_term(query: str, term: str) -> None:
    assert reading.asked_term(query) == term


@pytest.mark.parametrize(
    ("term", "reader", "language"),
    [
        ("쿼카", "en", "ko"),
        ("tekoälyn etiikka", "en", "fi"),
        ("quokka", "en", "en"),
        ("audit", "fi", "en"),
        ("auditointioikeus", "fi", "fi"),
        ("auditing", "ko", "en"),
        ("algoritmien auditointi", "fi", "fi"),
    ],
)
def test_the_language_of_a_term_is_guessed(
    term: str, reader: Language, language: Language
) -> None:
    assert reading.likely_language(term, reader) == language


@pytest.mark.parametrize(
    ("definition", "language"),
    [("그래픽 처리 장치", "ko"), ("näytönohjain", "fi"), ("graphics processor", "en")],
)
def test_a_definition_tells_the_language_of_a_short_name(
    definition: str, language: Language
) -> None:
    assert reading.likely_language("GPU", "en", definition) == language


@pytest.mark.parametrize(
    ("name", "type_"),
    [("HRIA", "acronym"), ("GenAI", "acronym"), ("A.I.", "acronym"), ("R&D", "acronym"),
     ("EU law", "full_form"), ("quokka", "full_form"), ("Quokka", "full_form"),
     ("인권", "full_form")],
)  # fmt: skip
def test_an_acronym_is_known_by_its_letters(name: str, type_: str) -> None:
    assert reading.term_type(name) == type_


def test_names_are_told_apart_by_commas_semicolons_and_lines() -> None:
    assert reading.names("AIA, algorithm audit;\n review , AIA") == [
        "AIA", "algorithm audit", "review",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("fi: kvokka", [Named("fi", "kvokka", "")]),
        ("suomeksi: kvokka = pieni kenguru", [Named("fi", "kvokka", "pieni kenguru")]),
        ("kvokka\n쿼카 = 캥거루", [Named("fi", "kvokka", ""), Named("ko", "쿼카", "캥거루")]),
        ("note: this", [Named("fi", "note: this", "")]),
        ("\n", []),
    ],
)
def test_terms_of_other_languages_stand_one_to_a_line(text: str, named: list[Named]) -> None:
    assert reading.others(text, Form(goal="new").answer("language", "en")) == named


@pytest.mark.parametrize(
    ("step", "text", "key"),
    [
        ("term", "quokka", None),
        ("term", "?!", "no_letters"),
        ("term", "x" * 121, "too_long"),
        ("definition", "x" * 600, None),
        ("definition", "x" * 601, "too_long"),
        ("definition", "  ", "empty"),
        ("names", ",;", "empty"),
        ("names", "a, " + "x" * 121, "too_long"),
        ("note", "x" * 1001, "too_long"),
        ("field", "TOIMIJAT", None),
        ("field", "cooking", "no_field"),
        ("language", "suomi", None),
        ("language", "Klingon", "no_language"),
        ("other", "ko: 쿼카", None),
        ("other", "en: quokka", "same_language"),
        ("other", "ko: 쿼카\nsv: kvocka", "strange_language"),
        ("names", "a, " * 400, "too_long"),
        ("other", "ko: " + "쿼" * 121, "too_long"),
    ],
)
def test_what_is_no_answer_to_a_step_is_known(step: Step, text: str, key: str | None) -> None:
    form = Form(goal="new").answer("language", "en")
    wrong = reading.mistake(step, text, form, glossary())
    assert (wrong.key if wrong else None) == key
