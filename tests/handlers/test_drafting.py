"""A suggestion is written step by step, over HTTP."""

from __future__ import annotations

import pytest

from bot.concept import Language
from bot.desk import Desk
from bot.texts import texts
from tests.conftest import Serve
from tests.handlers.suggesting import press
from tests.standin import Message, Person, StandIn

TERMS: list[tuple[Language, str, str]] = [
    ("en", "quokka", "small wallaby of western Australia"),
    ("fi", "kvokka", "pieni Länsi-Australiassa elävä kenguru"),
    ("ko", "쿼카", "호주 서부에 사는 작은 캥거루"),
]


def label(language: Language, key: str) -> str:
    return texts(language).plain(key)


def language_picked(ada: Person, message: Message, language: Language) -> Message:
    """Past the question for the language, which Hangul does not raise."""
    if language == "ko":
        return message
    name = label(language, f"languages.{language}")
    return press(ada, message, name[:1].upper() + name[1:])


@pytest.mark.parametrize(("language", "term", "definition"), TERMS)
def test_one_thing_is_asked_at_a_time_up_to_a_preview_and_thanks(
    telegram: StandIn, bot: Desk, language: Language, term: str, definition: str
) -> None:
    ada = telegram.person("Ada", language=language)
    ada.says("/add")
    assert label(language, "suggest.cancel") in [b.text for b in ada.chat.next_message().buttons]
    ada.says(term)
    asked = language_picked(ada, ada.chat.next_message(), language)
    assert term in asked.text
    ada.says(definition)
    ada.chat.next_message()
    ada.says("A report, 2020, https://example.org/report")
    names = ada.chat.next_message()
    fields = press(ada, names, label(language, "suggest.skip"))
    name = bot.edition.glossary.subject_fields["bodies"][language]
    others = press(ada, fields, name)
    preview = press(ada, others, label(language, "suggest.skip"))
    assert term in preview.text
    assert definition in preview.text
    assert "A report" in preview.text
    assert name in preview.text
    thanks = press(ada, preview, label(language, "suggest.send_new"))
    assert "#1" in thanks.text


@pytest.mark.parametrize(("language", "term", "definition"), TERMS)
def test_one_message_is_enough(
    telegram: StandIn, bot: Desk, language: Language, term: str, definition: str
) -> None:
    ada = telegram.person("Ada", language=language)
    ada.says(f"/add {term} = {definition}")
    preview = ada.chat.next_message()
    assert definition in preview.text
    assert label(language, "suggest.preview").replace("<b>", "").replace("</b>", "") in (
        preview.text
    )
    assert "#1" in press(ada, preview, label(language, "suggest.send_new")).text


@pytest.mark.parametrize("language", ["en", "fi", "ko"])
def test_a_miss_offers_to_suggest_the_missed_words(
    telegram: StandIn, bot: Desk, language: Language
) -> None:
    ada = telegram.person("Ada", language=language)
    ada.says("quokka?")
    ada.presses(ada.chat.next_message(), label(language, "button.suggest"))
    asked = texts(language).plain("ask.language", term="quokka")
    assert ada.chat.next_message().text.startswith(asked)


def test_missed_words_that_are_too_long_for_a_button_are_not_lost(
    telegram: StandIn, bot: Desk
) -> None:
    words = "쿼카보호구역관리위원회 설치운영규정 시행세칙"
    ada = telegram.person("Ada", language="ko")
    asked = ada.says(words)
    miss = ada.chat.next_message()
    assert miss.reply_to is asked
    ada.presses(miss, "제안")
    assert words in ada.chat.next_message().text


def test_back_leads_to_the_question_before_and_keeps_what_was_said(
    telegram: StandIn, bot: Desk
) -> None:
    ada = telegram.person("Ada")
    ada.says("/add quokka")
    definition = press(ada, ada.chat.next_message(), "English")
    ada.says("small wallaby")
    source = ada.chat.next_message()
    definition = press(ada, source, "Back")
    assert "So far: small wallaby" in definition.text
    language = press(ada, definition, "Back")
    assert "which language" in language.text
    term = press(ada, language, "Back")
    assert "So far: quokka" in term.text
    assert "Back" not in [button.text for button in term.buttons]
    assert "Where does this come from?" in press(ada, term, "Keep it").text


def test_another_definition_replaces_the_first(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    ada.says("/add quokka = one")
    preview = ada.chat.next_message()
    menu = press(ada, preview, "Change")
    press(ada, menu, "Definition")
    ada.says("small wallaby")
    changed = ada.chat.next_message()
    assert "small wallaby" in changed.text
    assert "one" not in changed.text.split()


def test_cancel_by_command_or_button_ends_the_draft(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    ada.says("/add quokka")
    ada.chat.next_message()
    ada.says("/cancel")
    assert "nothing was sent" in ada.chat.next_message().text
    ada.says("FOC")
    assert ada.chat.next_message().text.startswith("Freedom Online Coalition")
    ada.says("/add quokka")
    assert "nothing was sent" in press(ada, ada.chat.next_message(), "Cancel").text
    ada.says("/cancel")
    assert ada.chat.next_message().text == "Nothing is under way."


def test_a_restart_in_the_middle_loses_nothing(telegram: StandIn, serve: Serve) -> None:
    ada = telegram.person("Ada")
    with serve():
        ada.says("/add quokka")
        press(ada, ada.chat.next_message(), "English")
    with serve():
        ada.says("small wallaby")
        source = ada.chat.next_message()
        assert "Where does this come from?" in source.text
    with serve():
        assert "small wallaby" in press(ada, source, "Preview").text


def test_a_message_delivered_twice_is_one_answer(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    ada.says("/add quokka")
    press(ada, ada.chat.next_message(), "English")
    said = ada.says("small wallaby")
    source = ada.chat.next_message()
    telegram.redeliver({"update_id": 700000003, "message": said.json()})
    assert ada.chat.stays_silent()
    preview = press(ada, source, "Preview")
    assert "Source: small" not in preview.text


def test_add_delivered_twice_begins_one_draft(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    said = ada.says("/add quokka")
    ada.chat.next_message()
    telegram.redeliver({"update_id": 700000001, "message": said.json()})
    assert ada.chat.stays_silent()


def test_a_press_on_send_delivered_twice_is_thanked_for_twice(
    telegram: StandIn, bot: Desk
) -> None:
    """As after a crash between the sending and the thanks."""
    telegram.expects("query is too old")
    telegram.expects("message is not modified")
    ada = telegram.person("Ada")
    ada.says("/add quokka = small wallaby")
    preview = ada.chat.next_message()
    body = {"from": ada.json(), "chat_instance": "1", "message": preview.json()}
    query = ada.presses(preview, "Send")
    assert "Thank" in ada.chat.next_edit(preview).text
    pressed = {"id": query.id, "data": query.text}
    telegram.redeliver({"update_id": 700000002, "callback_query": body | pressed})
    telegram.wait(lambda: len(telegram.refused) == 2 or None, 5, "it was not shown again")
    assert "Thank" in preview.text


def test_sending_twice_sends_once(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    ada.says("/add quokka = small wallaby")
    preview = ada.chat.next_message()
    send = preview.button("Send")
    ada.presses(send)
    ada.presses(send)
    telegram.settle()
    ada.says("/mine")
    while "Your suggestions" not in (listed := ada.chat.next_message()).text:
        pass
    assert listed.text.count("quokka") == 1


def test_an_edited_answer_changes_the_answer(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    ada.says("/add quokka")
    press(ada, ada.chat.next_message(), "English")
    said = ada.says("smal wallaby")
    source = ada.chat.next_message()
    ada.edits(said, "small wallaby")
    corrected = ada.chat.next_edit(source)
    assert corrected.text.startswith("Corrected.")
    assert "small wallaby" in press(ada, corrected, "Preview").text
    assert len(ada.chat.messages) == 2


def test_an_old_button_does_not_answer_the_present_question(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    ada.says("/add quokka")
    press(ada, ada.chat.next_message(), "English")
    ada.says("small wallaby")
    source = ada.chat.next_message()
    skip = source.button("Skip")
    ada.says("A report")
    ada.chat.next_message()
    pressed = ada.presses(skip)
    assert "has been answered" in pressed.answered().text
    assert "called anything else" in ada.chat.next_message().text


def test_a_question_is_answered_while_only_buttons_are_offered(
    telegram: StandIn, bot: Desk
) -> None:
    ada = telegram.person("Ada")
    ada.says("/add quokka = small wallaby")
    preview = ada.chat.next_message()
    ada.says("FOC")
    assert ada.chat.next_message().text.startswith("Freedom Online Coalition")
    assert "#1" in press(ada, preview, "Send").text


def test_a_second_draft_does_not_overwrite_the_first(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    ada.says("/add quokka = small wallaby")
    ada.chat.next_message()
    ada.says("/add numbat = small marsupial")
    choice = ada.chat.next_message()
    assert "quokka" in choice.text
    assert "small wallaby" in press(ada, choice, "Go on").text
    ada.says("/add numbat = small marsupial")
    gone = press(ada, ada.chat.next_message(), "Throw it away")
    assert "begin anew" in gone.text
    ada.says("/add numbat = small marsupial")
    assert "small marsupial" in ada.chat.next_message().text


def test_an_entry_that_exists_is_shown_first(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    ada.says("/add human rights")
    near = press(ada, ada.chat.next_message(), "English")
    assert "already there" in near.text
    assert "rights of every human being" in near.text
    menu = press(ada, near, "Correct “human rights”")
    assert "What would you like to change?" in menu.text


def test_a_close_term_becomes_another_name(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    ada.says("/add generativ AI = systems that make things")
    near = ada.chat.next_message()
    preview = press(ada, near, "Another name of “generative AI")
    assert "GenAI, generativ AI" in preview.text
    assert "#1" in press(ada, preview, "Send").text


def test_people_who_insist_go_on(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    ada.says("/add human rights = the name of a book")
    preview = press(ada, ada.chat.next_message(), "something else")
    assert "the name of a book" in preview.text


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "leave the article out"), ("fi", "artikkeli"), ("ko", "The")],
)
def test_findings_are_told_in_the_persons_language(
    telegram: StandIn, bot: Desk, language: Language, words: str
) -> None:
    ada = telegram.person("Ada", language=language)
    ada.says("/add quokka = The small wallaby of western Australia")
    preview = ada.chat.next_message()
    better = label(language, "suggest.better")
    assert better in preview.text
    assert words in preview.text.split(better)[1]


def test_contact_data_are_pointed_out(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    ada.says("/add quokka = small wallaby, see ann@example.org or +358 40 123 4567")
    text = ada.chat.next_message().text
    assert "“ann@example.org” – an e-mail address" in text
    assert "“+358 40 123 4567”" in text


@pytest.mark.parametrize(
    ("said", "told"),
    [("x" * 121, "121 characters"), ("?!", "needs letters")],
)
def test_an_answer_that_cannot_be_taken_is_explained_and_asked_again(
    telegram: StandIn, bot: Desk, said: str, told: str
) -> None:
    ada = telegram.person("Ada")
    ada.says("/add")
    ada.chat.next_message()
    ada.says(said)
    again = ada.chat.next_message()
    assert told in again.text
    assert "Which term?" in again.text


def test_markup_in_a_suggestion_is_shown_as_it_was_typed(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    ada.says("/add <b>quokka</b> & co = <i>small</i> wallaby")
    assert "<b>quokka</b> & co" in ada.chat.next_message().text


def test_in_a_group_the_way_leads_to_the_private_chat(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    group = telegram.group("Readers", ada)
    ada.says("/add quokka", group)
    reply = group.next_message()
    link = next(word for word in reply.text.split() if word.startswith("https://"))
    ada.opens(link)
    assert "“quokka”" in ada.chat.next_message().text


def test_what_is_missing_can_be_added_from_the_preview(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada")
    ada.says("/add quokka = small wallaby")
    preview = ada.chat.next_message()
    assert "Not given: source, other name" in preview.text
    source = press(ada, preview, "Add what is missing")
    assert "Where does this come from?" in source.text
    names = press(ada, source, "Skip")
    fields = press(ada, names, "Skip")
    other = press(ada, fields, "Skip")
    assert "other languages" in other.text
    ada.says("fi: kvokka = pieni kenguru\nko: 쿼카")
    preview = ada.chat.next_message()
    assert "kvokka" in preview.text
    assert "쿼카" in preview.text
