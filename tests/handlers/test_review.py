"""Curators decide on suggestions, over HTTP."""

from __future__ import annotations

import pytest

from bot.concept import Language
from bot.desk import Desk
from bot.texts import texts
from tests.conftest import Serve
from tests.handlers.suggesting import press, served, suggest, suggested
from tests.standin import Person, StandIn


@pytest.mark.parametrize("language", ["en", "fi", "ko"])
def test_an_approved_entry_is_served_at_once_and_its_author_told(
    telegram: StandIn, reviewed: Desk, curator: Person, language: Language
) -> None:
    author = telegram.person("Ada", language=language)
    suggest(author)
    card = curator.chat.next_message()
    assert "small wallaby" in card.text
    assert "anonymous" in card.text
    done = press(curator, card, "Approve")
    assert "Approved by @cleo." in done.text
    news = author.chat.next_message()
    assert news.text == texts(language).plain("notice.approved", name="quokka")
    assert "quokka" in news.links
    author.says("quokka")
    assert author.chat.next_message().text.startswith("quokka")
    assert served(reviewed, "quokka").status == "draft"


def test_a_correction_is_shown_as_a_difference(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    ada = telegram.person("Ada")
    ada.says("/edit human rights")
    menu = ada.chat.next_message()
    press(ada, menu, "Definition")
    ada.says("rights that belong to every human being")
    preview = ada.chat.next_message()
    assert "that belong to" in list(preview.spans("bold"))
    press(ada, preview, "Send")
    card = curator.chat.next_message()
    assert "#1: correction, anonymous" in card.text
    assert list(card.spans("strikethrough")) == ["of"]
    press(curator, card, "Approve")
    section = served(reviewed, "human-rights").languages["en"]
    assert section.definition == "rights that belong to every human being"


def test_of_two_curators_the_first_wins_and_the_other_is_told_who(
    telegram: StandIn, reviewed: Desk, curator: Person, second: Person
) -> None:
    suggested(telegram, curator)
    first, other = curator.chat.messages[-1], second.chat.next_message()
    late = other.button("Approve").data or ""
    press(curator, first, "Approve")
    second.chat.next_edit(other)
    second.calls_back(other, late)
    lost = second.chat.next_edit(other)
    assert "@cleo was faster" in lost.text
    assert "Approve" not in [button.text for button in lost.buttons]


def test_a_suggestion_can_be_edited_and_then_approved(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    author, card = suggested(telegram, curator)
    curator.presses(card, "Edit, then approve")
    menu = curator.chat.next_message()
    press(curator, menu, "Definition")
    curator.says("small wallaby that lives on Rottnest Island")
    preview = curator.chat.next_message()
    assert "that lives on Rottnest Island" in preview.text
    press(curator, preview, "Approve it like this")
    assert "Rottnest" in served(reviewed, "quokka").languages["en"].definition
    assert "changed a detail" in author.chat.next_message().text


def test_a_rejection_tells_the_usual_reason_in_the_authors_language(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    author = telegram.person("Aino", language="fi")
    suggest(author)
    card = curator.chat.next_message()
    reasons = press(curator, card, "Reject")
    done = press(curator, reasons, "Off topic")
    assert "outside the field" in done.text
    news = author.chat.next_message()
    assert "ei hyväksytty" in news.text
    assert "ei kuulu sanaston alaan" in news.text
    assert served(reviewed, "quokka") is None


def test_a_written_reason_reaches_the_author(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    author, card = suggested(telegram, curator)
    curator.presses(press(curator, card, "Reject"), "Write a reason")
    asked = curator.chat.next_message()
    curator.says("See <b>kangaroo</b>.", reply_to=asked)
    assert "Rejected by @cleo." in curator.chat.next_message().text
    assert "“See <b>kangaroo</b>.”" in author.chat.next_message().text


def test_an_author_who_is_asked_back_answers_with_a_change(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    author, card = suggested(telegram, curator)
    curator.presses(card, "Ask the author")
    curator.says("Where is this from?", reply_to=curator.chat.next_message())
    assert "has been asked" in curator.chat.next_message().text
    question = author.chat.next_message()
    assert "Where is this from?" in question.text
    author.presses(question, "Change it")
    press(author, author.chat.next_message(), "Source")
    author.says("IUCN Red List, 2020")
    thanks = press(author, author.chat.next_message(), "Send again")
    assert "I will tell you the result" in thanks.text
    again = curator.chat.next_message()
    assert "IUCN Red List" in again.text
    assert "Approved" in press(curator, again, "Approve").text
    assert [s.title for k, s in reviewed.edition.glossary.sources.items() if "iucn" in k]


def test_a_suggestion_that_changed_is_looked_at_again(
    telegram: StandIn, reviewed: Desk, curator: Person, second: Person
) -> None:
    card, other = suggested(telegram, curator)[1], second.chat.next_message()
    late = other.button("Approve").data or ""
    curator.presses(card, "Ask the author")
    curator.says("Which one?", reply_to=curator.chat.next_message())
    curator.chat.next_message()
    second.chat.next_edit(other)
    second.calls_back(other, late)
    assert "has changed since you looked" in second.chat.next_edit(other).text
    assert served(reviewed, "quokka") is None


def test_two_changes_of_one_entry_are_put_together(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    for person, field, said in (
        ("Ada", "Note", "They are many."),
        ("Bo", "Example", "They hold."),
    ):
        writer = telegram.person(person)
        writer.says("/edit human rights")
        press(writer, writer.chat.next_message(), field)
        writer.says(said)
        press(writer, writer.chat.next_message(), "Send")
    first, other = curator.chat.next_message(), curator.chat.next_message()
    press(curator, first, "Approve")
    seen = press(curator, other, "Approve")
    assert "The entry has changed since you looked." in seen.text
    press(curator, seen, "Approve")
    section = served(reviewed, "human-rights").languages["en"]
    assert (section.note, section.example) == ("They are many.", "They hold.")


def test_pressing_twice_approves_once(telegram: StandIn, reviewed: Desk, curator: Person) -> None:
    author, card = suggested(telegram, curator)
    button = card.button("Approve")
    curator.presses(button)
    curator.presses(button)
    telegram.settle()
    assert "approved" in author.chat.next_message().text
    assert author.chat.stays_silent()


def test_a_curator_publishes_at_once(telegram: StandIn, reviewed: Desk, curator: Person) -> None:
    curator.says("/add quokka = small wallaby")
    press(curator, curator.chat.next_message(), "Publish at once")
    assert served(reviewed, "quokka") is not None


def test_who_is_blocked_cannot_suggest_until_unblocked(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    author, card = suggested(telegram, curator)
    card = press(curator, card, "Block the author")
    author.says("/add numbat = small marsupial")
    assert "cannot suggest changes" in author.chat.next_message().text
    author.says("FOC")
    assert author.chat.next_message().text.startswith("Freedom Online Coalition")
    press(curator, card, "Unblock the author")
    author.says("/add numbat = small marsupial")
    assert "small marsupial" in author.chat.next_message().text


def test_a_curator_cannot_be_blocked(
    telegram: StandIn, reviewed: Desk, curator: Person, second: Person
) -> None:
    curator.says("/add quokka = small wallaby")
    press(curator, curator.chat.next_message(), "Send")
    card = second.chat.next_message()
    assert "Block the author" not in [button.text for button in card.buttons]
    forged = second.calls_back(card, "v:b:1:1").answered()
    assert "cannot be blocked" in forged.text
    curator.says("/add numbat = small marsupial")
    assert "small marsupial" in curator.chat.next_message().text


def test_administrators_of_the_curators_chat_review_there(telegram: StandIn, serve: Serve) -> None:
    chief, member = telegram.person("Cleo", username="cleo"), telegram.person("Max")
    group = telegram.supergroup("Curators", chief, member)
    with serve(curator_chat=group.id) as desk:
        suggest(telegram.person("Ada"))
        card = group.next_message()
        refused = member.presses(card, "Approve").answered()
        assert refused.alert
        assert "for the curators" in refused.text
        assert served(desk, "quokka") is None
        press(chief, card, "Approve")
        assert served(desk, "quokka") is not None


def test_the_database_that_fails_is_said_in_words_and_lookups_go_on(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    author, card = suggested(telegram, curator)
    reviewed.state.path.rename(reviewed.state.path.with_suffix(".away"))
    answer = curator.presses(card, "Approve").answered()
    assert "Nothing can be kept at the moment" in answer.text
    author.says("FOC")
    while not (said := author.chat.next_message()).text.startswith("Freedom Online Coalition"):
        pass
    assert said.buttons
    reviewed.state.path.with_suffix(".away").rename(reviewed.state.path)
    assert "Approved" in press(curator, card, "Approve").text


def test_an_author_may_choose_not_to_be_told(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    ada = telegram.person("Ada")
    ada.says("/add quokka = small wallaby")
    preview = press(ada, ada.chat.next_message(), "I am told the result")
    thanks = press(ada, preview, "Send")
    assert "tell you" not in thanks.text
    press(curator, curator.chat.next_message(), "Approve")
    assert ada.chat.stays_silent()


def test_a_public_handle_is_credited_where_its_owner_wants_it(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    ada = telegram.person("Ada", username="ada")
    ada.says("/add quokka = small wallaby")
    preview = press(ada, ada.chat.next_message(), "Credit: anonymous")
    press(ada, preview, "Send")
    card = curator.chat.next_message()
    assert "@ada" in card.text
    press(curator, card, "Approve")
    assert served(reviewed, "quokka").created_by == "@ada"


def test_ids_are_told_apart(telegram: StandIn, reviewed: Desk, curator: Person) -> None:
    cards = [suggested(telegram, curator)[1] for _ in range(2)]
    for card in cards:
        press(curator, card, "Approve")
    assert served(reviewed, "quokka") is not None
    assert served(reviewed, "quokka-2") is not None


def test_too_many_suggestions_are_put_off(telegram: StandIn, reviewed: Desk) -> None:
    ada = telegram.person("Ada")
    for number in range(10):
        suggest(ada, f"term{number}x = definition of it")
    refused = suggest(ada, "eleventh = definition of it")
    assert "Many of your suggestions wait" in refused.text
    ada.says("/add")
    ada.chat.next_message()


def test_a_curator_sees_what_a_new_entry_says_in_other_languages(
    telegram: StandIn, reviewed: Desk, curator: Person
) -> None:
    min_ = telegram.person("Min", language="ko")
    min_.says("/add 쿼카 = 작은 왈라비")
    preview = press(min_, min_.chat.next_message(), "바꾸기")
    press(min_, preview, "다른 언어")
    min_.says("en: quokka = small wallaby")
    press(min_, min_.chat.next_message(), "보내기")
    card = curator.chat.next_message().text
    assert "quokka\n\nsmall wallaby" in card
    assert "Definition (Korean)\n작은 왈라비" in card
    assert card.count("small wallaby") == 1
    assert "It names no source yet (Korean)." in card
