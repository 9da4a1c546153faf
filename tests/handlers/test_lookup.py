"""A term is asked in private, over HTTP."""

from __future__ import annotations

import pytest

from bot.desk import Desk
from tests.conftest import Serve
from tests.standin import StandIn


@pytest.mark.parametrize(
    ("language", "asked", "title"),
    [
        ("en", "FOC", "Freedom Online Coalition (FOC)"),
        ("en", "what does foc stand for?", "Freedom Online Coalition (FOC)"),
        ("fi", "tekoälyn", "tekoäly"),
        ("fi", "mikä on generatiivinen tekoäly?", "generatiivinen tekoäly"),
        ("ko", "생성형 AI가 뭐야?", "생성형 인공지능"),
        ("ko", "human rights", "인권"),
        ("sv", "artificial inteligence", "artificial intelligence (AI)"),
        (None, "/define artificial intelligence", "artificial intelligence (AI)"),
    ],
)
def test_a_term_is_answered_with_its_card_in_the_readers_language(
    telegram: StandIn, bot: Desk, language: str | None, asked: str, title: str
) -> None:
    ada = telegram.person("Ada", language=language)
    ada.says(asked)
    assert ada.chat.next_message().text.splitlines()[0] == title


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "has no entry for “quokka”"), ("fi", "ei ole käsitettä"), ("ko", "용어집에 없습니다")],
)
def test_an_unknown_term_is_said_to_be_unknown(
    telegram: StandIn, bot: Desk, language: str, words: str
) -> None:
    ada = telegram.person("Ada", language=language)
    ada.says("quokka")
    assert words in ada.chat.next_message().text


def test_an_unclear_term_gives_choices_and_a_way_back_to_them(
    telegram: StandIn, bot: Desk
) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says("intelligence rights")
    choices = ada.chat.next_message()
    labels = [button.text for button in choices.buttons][:-1]
    assert choices.buttons[-1].text == "Suggest this term"
    ada.presses(choices.buttons[0])
    card = ada.chat.next_edit(choices)
    assert card.text.startswith(labels[0])
    ada.presses(card.button("Back to the choices"))
    assert [button.text for button in ada.chat.next_edit(card).buttons] == labels


def test_an_edited_question_edits_its_answer(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="en")
    question = ada.says("FOC")
    answer = ada.chat.next_message()
    ada.edits(question, "human rights")
    assert ada.chat.next_edit(answer).text.startswith("human rights")
    assert len(ada.chat.messages) == 1


def test_an_edited_question_edits_its_answer_after_a_restart(
    telegram: StandIn, serve: Serve
) -> None:
    ada = telegram.person("Ada", language="en")
    with serve():
        question = ada.says("FOC")
        answer = ada.chat.next_message()
    with serve():
        ada.edits(question, "human rights")
        assert ada.chat.next_edit(answer).text.startswith("human rights")


def test_an_edit_that_changes_nothing_changes_nothing(telegram: StandIn, bot: Desk) -> None:
    """Telegram refuses to edit a message into itself; nobody need know."""
    telegram.expects("message is not modified")
    ada = telegram.person("Ada", language="en")
    question = ada.says("FOC")
    answer = ada.chat.next_message()
    ada.edits(question, "foc")
    ada.says("human rights")
    ada.chat.next_message()
    assert answer.edits == 0


def test_an_edited_question_whose_answer_was_deleted_is_answered_anew(
    telegram: StandIn, bot: Desk
) -> None:
    telegram.expects("message to edit not found")
    ada = telegram.person("Ada", language="en")
    question = ada.says("FOC")
    ada.deletes(ada.chat.next_message())
    ada.edits(question, "human rights")
    assert ada.chat.next_message().text.startswith("human rights")


def test_define_without_a_term_says_how_to_use_it(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says("/define")
    assert "/define FOC" in ada.chat.next_message().text


@pytest.mark.parametrize(
    "text",
    ["<b>FOC</b> & <i>", "😀", "?", "a" * 4096, "\u202eabc", "'; DROP TABLE", "가" * 1000, "{x}"],
)
def test_any_text_gets_an_answer_that_telegram_accepts(
    telegram: StandIn, bot: Desk, text: str
) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says(text)
    assert ada.chat.next_message().text


@pytest.mark.parametrize(
    "said", ["?", "…", "😀", "@", "\u200b", "/define —", "hi", "Thanks!", "what is this?"]
)
def test_signs_and_small_talk_are_no_question_and_no_term_to_suggest(
    telegram: StandIn, bot: Desk, said: str
) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says(said)
    reply = ada.chat.next_message()
    assert reply.text == "Send me a term in words, for example: FOC"
    assert not reply.buttons


@pytest.mark.parametrize("said", ["moi", "kiitos", "안녕하세요", "감사합니다"])
def test_a_greeting_is_answered_with_what_to_send(telegram: StandIn, bot: Desk, said: str) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says(said)
    assert ada.chat.next_message().text == "Send me a term in words, for example: FOC"


@pytest.mark.parametrize("said", ["concept", "information?"])
def test_a_word_of_questions_that_may_be_a_term_is_looked_up(
    telegram: StandIn, bot: Desk, said: str
) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says(said)
    assert "has no entry for" in ada.chat.next_message().text


def test_a_number_alone_is_not_suggested_as_a_term(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says("99")
    reply = ada.chat.next_message()
    assert "has no entry for “99”" in reply.text
    assert not reply.buttons


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Do you mean this by"), ("fi", "Tarkoitatko haulla"), ("ko", "이것을 찾으시나요")],
)
def test_a_single_choice_is_not_offered_as_one_of_several(
    telegram: StandIn, bot: Desk, language: str, words: str
) -> None:
    ada = telegram.person("Ada", language=language)
    ada.says("<b>FOC</b>")
    reply = ada.chat.next_message()
    assert len(reply.buttons) == 1
    assert words in reply.text
