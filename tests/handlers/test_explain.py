"""The terms in a text, over HTTP: pasted, forwarded, as a caption, by /explain."""

from __future__ import annotations

import pytest

from bot.callback import handle
from bot.concept import Language
from bot.desk import Desk
from bot.explanation import mentions
from bot.markup import units
from bot.texts import texts
from tests import passages
from tests.conftest import Serve
from tests.samples import glossary
from tests.standin import StandIn

TEXT = "The FOC says so. Human rights come first, then AI, generative AI and again human rights."
LIST = ["Freedom Online Coalition (FOC)", "human rights", "artificial intelligence (AI)"]
LAST = "generative AI"
LONG = {
    "id": "long",
    "languages": {
        "fi": {"terms": ["ihmisoikeusvaikutustenarviointimenettelyohjeistus"]},
        "ko": {"terms": ["인권기반접근영향평가제도화추진위원회"]},
        "en": {"terms": ["<b>bold & braces {x}</b>", "very " * 22 + "long"]},
    },
}


@pytest.mark.parametrize(
    ("language", "head", "line"),
    [
        ("en", "Terms in this text: 4.", "• human rights, 2 times"),
        ("fi", "Termejä tekstissä: 4.", "• ihmisoikeudet, 2 kertaa: ”Human rights”"),
        ("ko", "이 글에 나오는 용어: 4개.", "• 인권, 2번: ‘Human rights’"),
    ],
)
def test_a_pasted_text_gives_its_terms_in_the_readers_language(
    telegram: StandIn, bot: Desk, language: str, head: str, line: str
) -> None:
    ada = telegram.person("Ada", language=language)
    pasted = ada.says(TEXT)
    shown = ada.chat.next_message()
    assert shown.text.splitlines()[0] == head
    assert line in shown.text.splitlines()
    assert shown.reply_to is pasted
    assert len(shown.buttons) == 4


def test_a_term_of_the_list_opens_its_card_with_a_way_back(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    ada.says(TEXT)
    shown = ada.chat.next_message()
    before = shown.text
    assert [button.text for button in shown.buttons[:3]] == LIST
    ada.presses(shown.button("human rights"))
    assert ada.chat.next_edit(shown).text.startswith("human rights\n")
    ada.presses(shown.button("Freedom Online Coalition"))
    ada.chat.next_edit(shown)
    ada.presses(shown.button("Back"))
    ada.chat.next_edit(shown)
    ada.presses(shown.button("Back to the list"))
    assert ada.chat.next_edit(shown).text == before
    assert len(ada.chat.messages) == 1


def test_the_way_back_works_after_a_restart(telegram: StandIn, serve: Serve) -> None:
    ada = telegram.person("Ada")
    with serve():
        ada.says(TEXT)
        shown = ada.chat.next_message()
        ada.presses(shown.button("human rights"))
        ada.chat.next_edit(shown)
    with serve():
        ada.presses(shown.button("Back to the list"))
        assert ada.chat.next_edit(shown).text.startswith("Terms in this text: 4.")


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "is gone"), ("fi", "ei enää ole"), ("ko", "사라져")],
)
def test_the_way_back_from_a_deleted_text_says_so(
    telegram: StandIn, bot: Desk, language: str, words: str
) -> None:
    ada = telegram.person("Ada", language=language)
    pasted = ada.says(TEXT)
    shown = ada.chat.next_message()
    ada.presses(shown.buttons[0])
    ada.chat.next_edit(shown)
    ada.deletes(pasted)
    back = next(button for button in shown.buttons if button.data == "r:e0")
    answer = ada.presses(back).answered()
    assert words in answer.text
    assert answer.alert
    assert shown.edits == 1


def test_a_button_of_a_deleted_list_does_no_harm(
    telegram: StandIn, bot: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.expects("message to edit not found")
    ada = telegram.person("Ada")
    ada.says(TEXT)
    shown = ada.chat.next_message()
    button = shown.buttons[0]
    shown.deleted = True
    ada.presses(button).answered()
    ada.says("FOC")
    ada.chat.next_message()
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


@pytest.mark.parametrize("language", ["en", "fi", "ko"])
@pytest.mark.parametrize("name", passages.TEXTS)
def test_the_documents_are_paged_through_term_by_term(
    telegram: StandIn, serve: Serve, name: str, language: Language
) -> None:
    ada = telegram.person("Ada", language=language)
    forward = texts(language).plain("button.next")
    with serve(passages.edition().glossary):
        for piece in passages.pieces(passages.text(name)):
            ada.says(piece)
            shown = ada.chat.next_message()
            expected = mentions(piece, passages.edition().lookup)
            seen: list[str] = []
            while True:
                assert len(shown.buttons) <= 8
                assert units(shown.text) <= 4096
                seen += [b.data[-6:] for b in shown.buttons if b.data and b.data[0] == "s"]
                if not (onward := [b for b in shown.buttons if b.text == forward]):
                    break
                ada.presses(onward[0])
                ada.chat.next_edit(shown)
            assert seen == [handle(mention.concept) for mention in expected]


def test_a_page_is_kept_on_the_way_back(telegram: StandIn, serve: Serve) -> None:
    ada = telegram.person("Ada")
    with serve(passages.edition().glossary):
        ada.says(passages.text("hrba-report-2026"))
        shown = ada.chat.next_message()
        ada.presses(shown.button("Next page"))
        second = ada.chat.next_edit(shown).text
        assert "Page 2 of" in second
        ada.presses(shown.buttons[2])
        ada.chat.next_edit(shown)
        ada.presses(shown.button("Back to the list"))
        assert ada.chat.next_edit(shown).text == second
        ada.presses(shown.button("Previous page"))
        assert "Page 1 of" in ada.chat.next_edit(shown).text


@pytest.mark.parametrize("by", ["forwarded", "caption", "command"])
def test_forwarded_messages_captions_and_the_command_are_explained(
    telegram: StandIn, bot: Desk, by: str
) -> None:
    ada = telegram.person("Ada")
    if by == "forwarded":
        ada.says(TEXT, forwarded_from="Somebody")
    elif by == "caption":
        ada.says(TEXT, photo=True)
    else:
        ada.says(f"/explain {TEXT}")
    shown = ada.chat.next_message()
    assert shown.text.startswith("Terms in this text: 4.")
    ada.presses(shown.button(LAST))
    ada.chat.next_edit(shown)
    ada.presses(shown.button("Back to the list"))
    assert ada.chat.next_edit(shown).text.startswith("Terms in this text: 4.")


@pytest.mark.parametrize("how", ["forwarded", "caption"])
def test_a_forwarded_term_is_answered_with_its_card(
    telegram: StandIn, bot: Desk, how: str
) -> None:
    ada = telegram.person("Ada")
    ada.says("FOC", forwarded_from="Bo" if how == "forwarded" else None, photo=how == "caption")
    assert ada.chat.next_message().text.startswith("Freedom Online Coalition (FOC)\n")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "no term of the glossary"),
        ("fi", "ei ole sanaston termejä"),
        ("ko", "용어가 없습니다"),
    ],
)
def test_a_text_without_terms_is_said_to_have_none(
    telegram: StandIn, bot: Desk, language: str, words: str
) -> None:
    ada = telegram.person("Ada", language=language)
    ada.says("The weather was fine. " * 20)
    assert words in ada.chat.next_message().text


def test_a_reply_with_the_command_explains_the_message_replied_to(
    telegram: StandIn, bot: Desk
) -> None:
    ada = telegram.person("Ada")
    ada.says("AI")
    card = ada.chat.next_message()
    ada.says("/explain", reply_to=card)
    shown = ada.chat.next_message()
    assert shown.reply_to is card
    assert shown.text.startswith("Terms in this text:")


def test_a_marked_passage_alone_is_explained_also_on_the_way_back(
    telegram: StandIn, bot: Desk
) -> None:
    ada = telegram.person("Ada")
    text = ada.says(TEXT)
    ada.chat.next_message()
    ada.says("/explain", reply_to=text, quote="then AI, generative AI")
    shown = ada.chat.next_message()
    assert shown.text.startswith("Terms in this text: 2.")
    assert shown.quote == "then AI, generative AI"
    ada.presses(shown.buttons[0])
    ada.chat.next_edit(shown)
    ada.presses(shown.button("Back to the list"))
    assert ada.chat.next_edit(shown).text.startswith("Terms in this text: 2.")


def test_a_quote_that_telegram_does_not_find_is_left_out(telegram: StandIn, bot: Desk) -> None:
    telegram.expects("QUOTE_TEXT_INVALID")
    ada = telegram.person("Ada")
    text = ada.says(TEXT)
    ada.chat.next_message()
    ada.says("/explain", reply_to=text, quote="AI as it was before an edit")
    shown = ada.chat.next_message()
    assert (shown.reply_to, shown.quote) == (text, None)


def test_the_command_alone_says_how_it_is_used(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    ada.says("/explain")
    assert "Reply to a message with /explain" in ada.chat.next_message().text


def test_a_picture_without_a_caption_has_no_text(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    picture = ada.says("", photo=True)
    ada.chat.next_message()
    ada.says("/explain", reply_to=picture)
    assert "no text that I can read" in ada.chat.next_message().text


def test_an_edited_text_edits_its_list(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    text = ada.says(TEXT)
    shown = ada.chat.next_message()
    ada.edits(text, TEXT.replace("FOC", "club"))
    assert ada.chat.next_edit(shown).text.startswith("Terms in this text: 3.")
    assert len(ada.chat.messages) == 1


def test_a_question_edited_into_a_text_gets_a_list_with_a_way_back(
    telegram: StandIn, bot: Desk
) -> None:
    ada = telegram.person("Ada")
    question = ada.says("FOC")
    ada.chat.next_message()
    ada.edits(question, TEXT)
    shown = ada.chat.next_message()
    assert ada.chat.messages == [shown]
    ada.presses(shown.buttons[0])
    ada.chat.next_edit(shown)
    ada.presses(shown.button("Back to the list"))
    assert ada.chat.next_edit(shown).text.startswith("Terms in this text: 4.")


@pytest.mark.parametrize("language", ["en", "fi", "ko"])
@pytest.mark.parametrize(
    "text",
    [
        "ihmisoikeusvaikutustenarviointimenettelyohjeistuksessa mainitaan tekoäly monta kertaa",
        "인권기반접근영향평가제도화추진위원회에서는 인공지능과 생성형 인공지능까지 논의하였다.",
        "\u202eHuman rights\u202c וזכויות אדם, AI \u200fطبيعي and the FOC in one short sentence.",
        "😀👨‍👩‍👧 AI 🤖, human rights 🙂 and the FOC 🇫🇮 in one short sentence of mine",
        "<b>bold & braces {x}</b> and <i>AI</i> and </a><script>human rights</script> in one text",
        "AI " * 1300,
        "very " * 22 + "long AI and human rights",
    ],
)
def test_any_text_is_explained_in_a_form_that_telegram_accepts(
    telegram: StandIn, serve: Serve, text: str, language: str
) -> None:
    ada = telegram.person("Ada", language=language)
    with serve(glossary(LONG)):
        ada.says(f"/explain {text}"[:4096])
        shown = ada.chat.next_message()
        for button in shown.buttons:
            assert len(button.text) <= 60
        ada.presses(shown.buttons[0])
        ada.chat.next_edit(shown)


def test_custom_emoji_in_a_text_do_not_shift_its_terms(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    emoji = {"type": "custom_emoji", "offset": 9, "length": 2, "custom_emoji_id": "5"}
    ada.says("/explain 😀 AI and human rights", formatted=[emoji])
    assert "human rights" in ada.chat.next_message().text


def test_to_who_has_blocked_the_bot_nothing_is_sent(
    telegram: StandIn, bot: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.expects("bot was blocked by the user")
    ada, bo = telegram.person("Ada"), telegram.person("Bo")
    ada.says(TEXT)
    shown = ada.chat.next_message()
    ada.blocks()
    ada.presses(shown.buttons[0]).answered()
    bo.says("FOC")
    bo.chat.next_message()
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
