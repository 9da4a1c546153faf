"""Going through the glossary, over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from bot.callback import BYTES, Shelf, handle
from bot.concept import Language
from bot.desk import Desk
from bot.links import browse_payload
from tests.conftest import Serve
from tests.samples import glossary
from tests.standin import StandIn

LONG = "ihmisoikeusvaikutustenarviointivelvollisuus" * 2
ODD: list[dict[str, Any]] = [
    {
        "id": f"odd-{n}",
        "status": "valid",
        "subject_field": "technology",
        "created": "2026-03-01",
        "languages": {"en": {"terms": [term], "definition": "x"}},
    }
    for n, term in enumerate(
        ["<b>bold</b> & more", "😀 smile", "حقوق الإنسان", "x" * 120, LONG, "3D", "가" * 120]
    )
]


def many(count: int) -> list[dict[str, Any]]:
    """Entries that begin with Z, one added a day."""
    return [
        {
            "id": f"z-{n:03}",
            "subject_field": "technology",
            "created": f"2026-01-{n + 1:02}",
            "related": [f"z-{(n + 1) % count:03}"],
            "languages": {"en": {"terms": [f"zebra {n:03}"]}, "ko": {"terms": [f"까치 {n:03}"]}},
        }
        for n in range(count)
    ]


@pytest.mark.parametrize(
    ("language", "field", "term", "back"),
    [
        ("en", "AI technology (2)", "generative AI", "Back to the list"),
        ("fi", "tekoälyteknologia (2)", "generatiivinen tekoäly", "Takaisin luetteloon"),
        ("ko", "인공지능 기술 (2)", "생성형 인공지능", "목록으로"),
    ],
)
def test_from_subject_field_to_entry_and_back_in_one_message(
    telegram: StandIn, bot: Desk, language: Language, field: str, term: str, back: str
) -> None:
    ada = telegram.person("Ada", language=language)
    ada.says("/browse")
    message = ada.chat.next_message()
    ada.presses(message.button(field))
    shelf = ada.chat.next_edit(message)
    assert field.split(" (")[0] in shelf.text
    ada.presses(shelf.button(term))
    assert ada.chat.next_edit(message).text.startswith(term)
    ada.presses(message.button(back))
    assert ada.chat.next_edit(message).button(term)
    assert len(ada.chat.messages) == 1


def test_the_place_in_a_list_is_kept_on_the_way_through_related_entries(
    telegram: StandIn, serve: Serve
) -> None:
    ada = telegram.person("Ada", language="en")
    with serve(glossary(*many(20))):
        ada.says("/browse z")
        message = ada.chat.next_message()
        assert "Letter Z" in message.text
        assert "Entries 1–8 of 20" in message.text
        ada.presses(message.button("Next page"))
        assert "Entries 9–16 of 20" in ada.chat.next_edit(message).text
        ada.presses(message.button("zebra 010"))
        ada.chat.next_edit(message)
        ada.presses(message.button("zebra 011"))
        assert ada.chat.next_edit(message).text.startswith("zebra 011")
    with serve(glossary(*many(20))):  # after a restart
        ada.presses(message.button("Back"))
        assert ada.chat.next_edit(message).text.startswith("zebra 010")
        assert message.button("Forward")
        ada.presses(message.button("Back to the list"))
        assert "Entries 9–16 of 20" in ada.chat.next_edit(message).text
        ada.presses(message.button("Next page"))
        assert "Entries 17–20 of 20" in ada.chat.next_edit(message).text
        assert "Next page" not in [button.text for button in message.buttons]
        ada.presses(message.button("Previous page"))
        ada.chat.next_edit(message)
        ada.presses(message.button("By letter"))
        assert [b.text for b in ada.chat.next_edit(message).buttons][-2:] == [
            "Z",
            "All subject fields",
        ]


@pytest.mark.parametrize(
    ("language", "letters", "button", "shown"),
    [
        ("en", ["A", "F", "G", "H"], "G", "generative AI"),
        ("fi", ["A", "F", "G", "I", "T"], "T", "tekoäly"),
        ("ko", ["ㅅ", "ㅇ", "A"], "ㅇ", "온라인 자유 연대"),
    ],
)
def test_letters_are_those_of_the_readers_language(
    telegram: StandIn, bot: Desk, language: Language, letters: list[str], button: str, shown: str
) -> None:
    ada = telegram.person("Ada", language=language)
    ada.says("/browse")
    message = ada.chat.next_message()
    ada.presses(message.buttons[2])
    ada.chat.next_edit(message)
    assert [b.text for b in message.buttons][:-1] == letters
    ada.presses(message.button(button))
    assert ada.chat.next_edit(message).button(shown)


def test_a_tense_consonant_stands_under_its_plain_one(telegram: StandIn, serve: Serve) -> None:
    mina = telegram.person("Mina", language="ko")
    with serve(glossary(*many(2))):
        mina.says("/browse ㄲ")
        assert "첫 글자: ㄱ" in mina.chat.next_message().text


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("ai tech", "Subject field: AI technology"),
        ("A", "Letter A"),
        ("quokka", "Browse the glossary"),
        ("!", "Browse the glossary"),
        ("😀", "Browse the glossary"),
    ],
)
def test_a_list_can_be_named_after_the_command(
    telegram: StandIn, bot: Desk, words: str, head: str
) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says(f"/browse {words}")
    assert ada.chat.next_message().text.startswith(head)


def test_terms_of_every_kind_can_be_listed_and_opened(telegram: StandIn, serve: Serve) -> None:
    ada = telegram.person("Ada", language="en")
    with serve(glossary(*ODD)):
        ada.says("/browse AI technology")
        message = ada.chat.next_message()
        for entry in ODD:
            label = entry["languages"]["en"]["terms"][0][:40]
            while label not in [b.text[:40] for b in message.buttons]:
                ada.presses(message.button("Next page" if label else ""))
                ada.chat.next_edit(message)
            ada.presses(next(b for b in message.buttons if b.text[:40] == label))
            assert ada.chat.next_edit(message).text.startswith(label)
            ada.presses(message.button("Back to the list"))
            ada.chat.next_edit(message)
            if "Previous page" in [b.text for b in message.buttons]:
                ada.presses(message.button("Previous page"))
                ada.chat.next_edit(message)


def test_digits_and_signs_stand_together(telegram: StandIn, serve: Serve) -> None:
    ada = telegram.person("Ada", language="en")
    with serve(glossary(*ODD)):
        ada.says("/browse 3")
        message = ada.chat.next_message()
        assert message.text.startswith("Digits and signs")
        assert message.buttons[0].text == "3D"


@pytest.mark.parametrize(
    ("language", "added", "changed"),
    [
        ("en", "2026-01-04: zebra 003", "2026-02-01, changed: zebra"),
        ("fi", "2026-01-04: zebra 003", "2026-02-01, muutettu: zebra"),
        ("ko", "2026-01-04: 까치 003", "2026-02-01 고침: zebra"),
    ],
)
def test_new_and_changed_entries_are_dated(
    telegram: StandIn, serve: Serve, language: Language, added: str, changed: str
) -> None:
    edited = {
        "id": "zebra",
        "created": "2025-01-01",
        "updated": "2026-02-01",
        "languages": {"en": {"terms": ["zebra"]}},
    }
    ada = telegram.person("Ada", language=language)
    with serve(glossary(*many(4), edited)):
        ada.says("/new")
        message = ada.chat.next_message()
    lines = message.text.splitlines()
    assert changed == lines[3]
    assert added == lines[4]
    assert message.buttons[0].text == "zebra"


def test_without_dates_nothing_is_called_new(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says("/new")
    message = ada.chat.next_message()
    assert message.text == "No entry says when it was added."
    ada.presses(message.button("All subject fields"))
    assert "5 entries" in ada.chat.next_edit(message).text


def test_chance_does_not_show_the_same_entry_twice_in_a_row(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says("/random")
    message = ada.chat.next_message()
    for _ in range(8):
        before = message.text
        ada.presses(message.button("Another random entry"))
        assert ada.chat.next_edit(message).text != before


@pytest.mark.parametrize("payload", [browse_payload(), browse_payload("no-such-field")])
def test_a_link_leads_to_the_subject_fields(telegram: StandIn, bot: Desk, payload: str) -> None:
    ada = telegram.person("Ada", language="fi")
    ada.starts(payload)
    assert ada.chat.next_message().text.startswith("Selaa sanastoa")


def test_a_link_leads_to_one_subject_field(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="ko")
    ada.starts(browse_payload("bodies"))
    assert ada.chat.next_message().text.startswith("분야: 기관과 역할")


@pytest.mark.parametrize("root", ["f0.aaaaaa", "a0.Q", "f0", "a", "n", "fx.y", "n99999.", "a0.🙂"])
def test_a_list_that_is_gone_is_said_to_be_out_of_date(
    telegram: StandIn, bot: Desk, root: str
) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says("/browse")
    message = ada.chat.next_message()
    answer = ada.calls_back(message, f"r:{root}").answered()
    assert "older version" in answer.text


def test_a_page_that_is_gone_is_the_last_one(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="en")
    ada.says("/browse")
    message = ada.chat.next_message()
    ada.calls_back(message, f"r:{Shelf('f', handle('bodies'), 7).root}")
    assert "Entries 1–3 of 3" in ada.chat.next_edit(message).text


def test_a_message_that_was_deleted_is_sent_anew(telegram: StandIn, bot: Desk) -> None:
    telegram.expects("message to edit not found")
    ada = telegram.person("Ada", language="en")
    ada.says("/browse")
    message = ada.chat.next_message()
    button = message.button("AI technology")
    ada.deletes(message)
    ada.presses(button)
    assert ada.chat.next_message().text.startswith("Subject field: AI technology")


def test_a_blocked_bot_goes_on_for_others(telegram: StandIn, bot: Desk) -> None:
    telegram.expects("bot was blocked by the user")
    ada, bob = telegram.person("Ada", language="en"), telegram.person("Bob", language="en")
    ada.says("/browse")
    button = ada.chat.next_message().button("AI technology")
    ada.blocks()
    ada.presses(button)
    telegram.wait(lambda: telegram.refused or None, 10, "nothing was refused")
    bob.says("/browse")
    assert bob.chat.next_message()


def test_every_button_of_a_list_fits(telegram: StandIn, serve: Serve) -> None:
    """The stand-in refuses one that does not; here their sizes are looked at."""
    ada = telegram.person("Ada", language="ko")
    with serve(glossary(*many(20))):
        ada.says("/browse ㄱ")
        message = ada.chat.next_message()
        for _ in range(12):
            assert all(len((b.data or "").encode()) <= BYTES for b in message.buttons)
            ada.presses(message.buttons[0])
            ada.chat.next_edit(message)


def test_an_empty_glossary_says_so(telegram: StandIn, serve: Serve) -> None:
    ada = telegram.person("Ada", language="en")
    sample = glossary()
    with serve(type(sample)(concepts={})):
        for command in ("/browse", "/random"):
            ada.says(command)
            assert ada.chat.next_message().text == "The glossary has no entries yet."


def test_a_list_works_in_a_group(telegram: StandIn, bot: Desk) -> None:
    ada = telegram.person("Ada", language="en")
    group = telegram.supergroup("Readers", ada)
    ada.says("/browse@glossary_test_bot", group)
    message = group.next_message()
    ada.presses(message.button("AI technology"))
    assert group.next_edit(message).button("generative AI")
