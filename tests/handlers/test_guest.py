"""Guest mode, over HTTP: named in a chat where the bot is no member."""

from __future__ import annotations

import pytest

from bot.desk import Desk
from bot.markup import units
from tests import passages
from tests.conftest import Serve
from tests.samples import ALIKE, glossary
from tests.standin import StandIn

TEXT = "The FOC says so. Human rights come first, then AI, generative AI and again human rights."


@pytest.mark.parametrize(
    ("language", "asked", "title"),
    [
        ("en", "FOC", "Freedom Online Coalition (FOC)"),
        ("fi", "mitä tekoäly tarkoittaa?", "tekoäly"),
        ("ko", "인권이 뭐야?", "인권"),
        (None, "human rights", "human rights"),
    ],
)
def test_a_term_is_answered_with_its_card_and_a_link_into_the_bot(
    telegram: StandIn, bot: Desk, language: str | None, asked: str, title: str
) -> None:
    ada = telegram.person("Ada", language=language)
    answer = ada.summons(asked).message()
    assert answer.text.splitlines()[0] == title
    assert [button.data for button in answer.buttons] == [None]
    ada.opens(answer.buttons[0])
    assert ada.chat.next_message().text.splitlines()[0] == title


@pytest.mark.parametrize(
    ("language", "head", "asked"),
    [
        ("en", "Terms in this text: 4.", ""),
        ("fi", "Termejä tekstissä: 4.", "mitä tämä tarkoittaa?"),
        ("ko", "이 글에 나오는 용어: 4개.", "이게 뭐야?"),
    ],
)
def test_the_message_replied_to_is_explained(
    telegram: StandIn, bot: Desk, language: str, head: str, asked: str
) -> None:
    ada = telegram.person("Ada", language=language)
    answer = ada.summons(asked, reply_to=TEXT).message()
    assert answer.text.splitlines()[0] == head
    assert len(answer.links) == 4
    ada.opens(next(iter(answer.links.values())))
    assert "FOC" in ada.chat.next_message().text.splitlines()[0]


def test_a_term_in_reply_is_told_apart_by_the_message(telegram: StandIn, serve: Serve) -> None:
    ada = telegram.person("Ada")
    with serve(glossary(*ALIKE)):
        answer = ada.summons("assessment", reply_to="An impact assessment was made.").message()
        assert answer.text.startswith("impact assessment")
        choices = ada.summons("assessment").message()
        assert choices.text.startswith("Which one do you mean by “assessment”?")
        assert len(choices.links) == 2


@pytest.mark.parametrize("language", ["en", "fi", "ko"])
@pytest.mark.parametrize("name", passages.TEXTS)
def test_a_whole_document_fits_into_the_answer(
    telegram: StandIn, serve: Serve, name: str, language: str
) -> None:
    ada = telegram.person("Ada", language=language)
    with serve(passages.edition().glossary):
        answer = ada.summons("", reply_to=passages.text(name)).message()
        assert len(answer.links) == 8
        assert units(answer.text) < 4096


@pytest.mark.parametrize(
    ("asked", "reply_to", "words"),
    [
        ("", None, "Write a term after my name"),
        ("quokka", None, "has no entry for “quokka”"),
        ("", "Nice weather.", "no term of the glossary"),
        (TEXT, None, "Terms in this text: 4."),
        ("<b>&{x}", None, "has no entry for “<b>&{x}”"),
        ("\u202e🙂", None, "has no entry"),
    ],
)
def test_every_call_gets_one_answer(
    telegram: StandIn, bot: Desk, asked: str, reply_to: str | None, words: str
) -> None:
    ada = telegram.person("Ada", username=None)
    assert words in ada.summons(asked, reply_to=reply_to).message().text
    assert len(telegram.called("answerGuestQuery")) == 1


def test_a_call_that_waited_too_long_is_let_go(
    telegram: StandIn, bot: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.expects("query is too old")
    ada = telegram.person("Ada")
    with telegram.changed:
        ada.summons("FOC").expire()
    ada.says("FOC")
    ada.chat.next_message()
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
