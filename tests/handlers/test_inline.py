"""Inline mode, over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from bot.concept import LANGUAGES, Language
from bot.desk import Desk
from bot.handlers.inline import PAGE
from bot.markup import one_line
from bot.texts import texts
from tests.conftest import Serve
from tests.handlers.test_browse import ODD, many
from tests.samples import glossary
from tests.standin import StandIn


@pytest.mark.parametrize(
    ("language", "typed", "title"),
    [
        ("en", "f", "Freedom Online Coalition (FOC)"),
        ("en", "FO", "Freedom Online Coalition (FOC)"),
        ("en", "human rigts", "human rights"),
        ("en", "artif", "artificial intelligence (AI)"),
        ("en", "인권", "human rights"),
        ("fi", "t", "tekoäly"),
        ("fi", "TEKO", "tekoäly"),
        ("fi", "ihmisoikeu", "ihmisoikeudet"),
        ("fi", "generatiivsen tekoälyn", "generatiivinen tekoäly"),
        ("ko", "ㅅ", "생성형 인공지능"),
        ("ko", "새", "생성형 인공지능"),
        ("ko", "생성혀", "생성형 인공지능"),
        ("ko", "인고", "인공지능"),
        ("ko", "인공지느", "인공지능"),
        ("ko", "foc", "온라인 자유 연대 (FOC)"),
    ],
)
def test_an_entry_is_found_while_it_is_being_typed(
    telegram: StandIn, bot: Desk, language: Language, typed: str, title: str
) -> None:
    ada = telegram.person("Ada", language=language)
    assert title in [result.title for result in ada.types_inline(typed).results()][:2]


def test_every_beginning_of_a_term_finds_it(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="en")
    term = "generative AI"
    for length in range(1, len(term) + 1):
        titles = [result.title for result in ada.types_inline(term[:length]).results()]
        assert term in titles, term[:length]


def test_a_result_says_what_it_is_and_sends_the_whole_card(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="en")
    query = ada.types_inline("FOC")
    result = query.results()[0]
    assert result.description == "coalition of governments that supports internet freedom"
    sent = ada.picks(query)
    assert sent.text.startswith("Freedom Online Coalition (FOC)\n")
    assert "Source: About Us" in sent.text
    ada.opens(sent.button("Open this entry in the bot"))
    assert ada.chat.next_message().text.startswith("Freedom Online Coalition (FOC)")


def test_ids_are_the_same_whenever_an_entry_is_found(telegram: StandIn, bot: Desk) -> None:
    ada, mina = telegram.person("Ada", language="en"), telegram.person("Mina", language="ko")
    first = ada.types_inline("human rights").results()[0].id
    assert first == ada.types_inline("human righ").results()[0].id == "human-rights.en"
    assert mina.types_inline("인권").results()[0].id == "human-rights.ko"


@pytest.mark.parametrize(("language", "first"), [("en", "zebra 000"), ("ko", "까치 000")])
def test_many_results_come_in_pages_without_gaps(
    telegram: StandIn, serve: Serve, language: Language, first: str
) -> None:
    ada = telegram.person("Ada", language=language)
    with serve(glossary(*many(25))):
        page = ada.types_inline("zebra").answered()
        assert len(page.results) == PAGE
        rest = ada.types_inline("zebra", offset=page.next_offset).answered()
        assert rest.next_offset == ""
        titles = [result.title for result in (*page.results, *rest.results)]
        assert len(titles) == len(set(titles)) == 25
        assert first in titles


@pytest.mark.parametrize("offset", ["x", "-1", "99999", "²"])
def test_an_offset_that_makes_no_sense_is_answered(
    telegram: StandIn, bot: Desk, offset: str
) -> None:
    telegram.person("Ada").types_inline("FOC", offset=offset).answered()


@pytest.mark.parametrize(
    ("language", "field", "label", "head"),
    [
        ("en", "Subject field: bodies & roles", "Browse the glossary", "Browse the glossary"),
        ("fi", "Aihealue: toimijat", "Selaa sanastoa", "Selaa sanastoa"),
        ("ko", "분야: 기관과 역할", "봇에서 용어집 둘러보기", "용어집 둘러보기"),
    ],
)
def test_an_empty_query_shows_subject_fields_and_leads_to_browsing(
    telegram: StandIn, bot: Desk, language: Language, field: str, label: str, head: str
) -> None:
    ada = telegram.person("Ada", language=language)
    answer = ada.types_inline("").answered()
    assert answer.results[0].title == field
    assert answer.button
    assert label in answer.button["text"]
    ada.starts(answer.button["start_parameter"])
    assert ada.chat.next_message().text.startswith(head)


def test_an_empty_query_shows_what_was_added_last(telegram: StandIn, serve: Serve) -> None:
    ada = telegram.person("Ada", language="en")
    with serve(glossary(*many(5))):
        titles = [result.title for result in ada.types_inline("  ").results()]
    assert titles[2:] == [f"zebra 00{n}" for n in (4, 3, 2, 1, 0)]


def test_a_subject_field_sends_its_list_with_a_link_per_entry(
    telegram: StandIn, serve: Serve
) -> None:
    ada = telegram.person("Ada", language="en")
    with serve(glossary(*many(31))):
        query = ada.types_inline("")
        sent = ada.picks(query, 1)
        assert sent.text.startswith("Subject field: AI technology")
        assert "and 3 more" in sent.text
        ada.opens(sent.links["generative AI"])
        assert ada.chat.next_message().text.startswith("generative AI")
        ada.opens(sent.button("Open this list in the bot"))
        assert "Entries 1–8 of 33" in ada.chat.next_message().text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("query", ["quokka", "ك", "<b>&", "x" * 256, "가나다라마바사" * 20])
def test_nothing_found_leads_into_the_private_chat_with_the_query_kept(
    telegram: StandIn, bot: Desk, language: Language, query: str
) -> None:
    ada = telegram.person("Ada", language=language)
    answer = ada.types_inline(query).answered()
    assert answer.results == []
    assert answer.button
    kept = one_line(query, 20)
    assert answer.button["text"] == texts(language).plain("inline.nothing", query=kept)
    ada.starts(answer.button["start_parameter"])
    assert query[:15] in ada.chat.next_message().text


def test_answers_are_personal_and_kept_for_a_minute(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="fi")
    for typed in ("", "tekoäly", "quokka"):
        answer = ada.types_inline(typed).answered()
        assert (answer.personal, answer.cache_time) == (True, 60)


def test_terms_of_every_kind_can_be_sent(telegram: StandIn, serve: Serve) -> None:
    """The stand-in refuses what Telegram would: empty titles, broken HTML, long ids."""
    ada = telegram.person("Ada", language="en")
    with serve(glossary(*ODD)):
        query = ada.types_inline("")
        titles = [result.title for result in query.results()]
        for entry in ODD:
            term = entry["languages"]["en"]["terms"][0]
            assert term in titles
            assert ada.picks(query, titles.index(term)).text.startswith(term)


def test_the_longest_id_fits(telegram: StandIn, serve: Serve) -> None:
    entry: dict[str, Any] = {"id": "x" * 48, "languages": {"en": {"terms": ["longest id"]}}}
    ada = telegram.person("Ada", language="en")
    with serve(glossary(entry)):
        sent = ada.picks(ada.types_inline("longest id"))
        ada.opens(sent.buttons[0])
        assert ada.chat.next_message().text.startswith("longest id")


def test_a_card_sent_to_the_bot_itself_is_not_taken_for_a_question(
    telegram: StandIn, bot: Desk
) -> None:
    ada = telegram.person("Ada", language="en")
    ada.picks(ada.types_inline("FOC"), chat=ada.chat)
    assert ada.chat.stays_silent()


def test_retired_entries_are_not_offered(telegram: StandIn, serve: Serve) -> None:
    old = {"id": "old", "status": "retired", "languages": {"en": {"terms": ["oldest"]}}}
    ada = telegram.person("Ada", language="en")
    with serve(glossary(old)):
        assert "old.en" not in [r.id for r in ada.types_inline("oldest").results()]
