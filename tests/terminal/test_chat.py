"""The chat: what typed lines do."""

from __future__ import annotations

import pytest

from bot.entities import units
from bot.terminal.chat import _pieces, address
from tests.terminal.conftest import Talk


def last(shown: str) -> str:
    """What came after the last typed line."""
    return shown.rpartition("\nYou: ")[2].partition("\n")[2].strip("\n")


def test_a_text_is_answered_with_its_look_and_its_numbered_buttons(talk: Talk) -> None:
    assert talk("FOC") == (
        "You: FOC\n\n"
        "Glossary:\n"
        "  FOC is explained here (/start foc) and there (https://example.org/a)\n"
        "  ▾ A note\n"
        "  ┆ of two lines\n"
        "  [1] Related   [2] Quiet\n"
        "  [3] Source: https://example.org/source\n"
        "  [4] Share   [5] Copy\n"
        "  [6] Delete\n\n"
    )


def test_lines_are_answered_in_order(talk: Talk) -> None:
    shown = talk("one", "two", "three")
    places = [shown.index(f"{word} is explained") for word in ("one", "two", "three")]
    assert places == sorted(places)


def test_a_number_presses_a_button_and_the_edit_is_shown_as_one(talk: Talk) -> None:
    assert last(talk("FOC", "1")) == (
        "[notice] Here you are\n\nGlossary (edited):\n  Now related\n  [1] Back"
    )


def test_numbers_mean_the_buttons_that_were_shown_last(talk: Talk) -> None:
    assert "Glossary (edited):\n  Back again\n  [1] Related" in last(talk("FOC", "1", "1"))


def test_buttons_that_were_taken_away_can_no_longer_be_pressed(talk: Talk) -> None:
    assert "1 is explained" in last(talk("FOC", "2", "1"))


def test_buttons_of_the_message_before_can_be_pressed_once_the_newest_are_gone(talk: Talk) -> None:
    assert "Now related" in last(talk("FOC", "hrba", "2", "1"))


def test_a_deleted_message_is_told_and_its_buttons_are_gone(talk: Talk) -> None:
    assert "[message removed] FOC is explained" in talk("FOC", "6")
    assert "[alert] Gone" in talk("FOC", "6")
    assert "1 is explained" in last(talk("FOC", "6", "1"))


@pytest.mark.parametrize("text", ["0", "7", "2026", "1.5", "-1"])
def test_a_number_without_a_button_is_a_text(talk: Talk, text: str) -> None:
    assert f"{text} is explained" in last(talk("FOC", text))


@pytest.mark.parametrize("text", ["1", "@ foc", "> foc", "^ foc"])
def test_a_backslash_sends_what_would_mean_something_else(talk: Talk, text: str) -> None:
    assert f"{text} is explained" in last(talk("FOC", f"\\{text}"))


def test_an_address_button_shows_its_address(talk: Talk) -> None:
    assert last(talk("FOC", "3")) == "Address:\nhttps://example.org/source"


def test_a_copy_button_shows_the_text_to_copy(talk: Talk) -> None:
    assert last(talk("FOC", "5")) == "Text to copy:\nFOC: a coalition"


@pytest.mark.parametrize("line", ["@ foc", "@glossary_bot foc"])
def test_an_inline_query_lists_numbered_results(talk: Talk, line: str) -> None:
    assert last(talk(line)) == (
        "Glossary (inline): foc\n"
        "  [1] foc 1 – A description\n"
        "  [2] foc 2 – A description\n"
        "  [3] more results"
    )


def test_a_share_button_asks_inline(talk: Talk) -> None:
    assert last(talk("FOC", "4")).startswith("Glossary (inline): foc\n  [1] foc 1")


@pytest.mark.parametrize("line", ["@", "@glossary_bot"])
def test_an_inline_query_may_be_empty(talk: Talk, line: str) -> None:
    assert last(talk(line)).startswith("Glossary (inline):\n  [1] 1 – A description")


def test_a_chosen_result_is_sent_and_its_buttons_work(talk: Talk) -> None:
    shown = talk("@ foc", "2", "1")
    assert "You (sent inline):\n  Card 2\n  [1] Back" in shown
    assert "Glossary (edited):\n  Back again" in last(shown)


def test_further_results_are_asked_for_by_their_number(talk: Talk) -> None:
    assert last(talk("@ foc", "3")) == (
        "Glossary (inline): foc\n  [1] foc 3 – A description\n  [2] foc 4 – A description"
    )


def test_the_button_of_an_inline_answer_leads_into_the_chat(talk: Talk) -> None:
    shown = talk("@ nothing", "1")
    assert "[1] Ask the bot" in shown
    assert last(shown) == "Glossary:\n  Started with ['ask']"


def test_a_mention_in_a_text_is_no_inline_query(talk: Talk) -> None:
    assert "@someone hello is explained" in last(talk("@someone hello"))


def test_commands_have_arguments(talk: Talk) -> None:
    assert last(talk("/start a b")) == "Glossary:\n  Started with ['a', 'b']"


def test_a_link_to_the_bot_is_followed_as_its_command(talk: Talk) -> None:
    assert last(talk("https://t.me/glossary_bot?start=foc")) == "Glossary:\n  Started with ['foc']"


@pytest.mark.parametrize(
    ("line", "about"), [("> why", "Re FOC is explained here"), (">> why", "Re FOC: why")]
)
def test_a_reply_is_to_the_last_message_of_the_bot_or_of_oneself(
    talk: Talk, line: str, about: str
) -> None:
    assert about in last(talk("FOC", line))


def test_a_question_that_forces_a_reply_gets_one(talk: Talk) -> None:
    shown = talk("/ask", "this", "that")
    assert "Re Which?: this is explained" in shown
    assert "\n  that is explained" in shown


def test_the_last_own_message_can_be_corrected(talk: Talk) -> None:
    assert "Corrected better is explained" in last(talk("FOC", "^ better"))


def test_a_backslash_at_the_end_continues_the_line(talk: Talk) -> None:
    assert "You: one\n  two\n\nGlossary:\n  one\n  two is explained" in talk("one\\", "two")


def test_empty_lines_say_nothing(talk: Talk) -> None:
    assert talk("", "   ") == ""


def test_what_the_bot_says_later_is_still_shown(talk: Talk) -> None:
    assert talk("/start later").endswith("Glossary:\n  Later\n\n")


def test_a_failing_handler_leaves_the_chat_running(talk: Talk) -> None:
    shown = talk("/fail", "FOC")
    assert "Sorry: RuntimeError" in shown
    assert "FOC is explained" in shown


def test_reactions_and_files_are_told_in_words(talk: Talk) -> None:
    assert last(talk("/react")) == (
        "[reaction] 👀\n\n[file] table.csv, 4 B\n\nGlossary:\n  A table"
    )


@pytest.mark.parametrize("line", ["/attack", "\x1b]0;title\x07", "a\u202eb\x9b31m"])
def test_neither_the_bot_nor_what_is_typed_can_steer_the_terminal(talk: Talk, line: str) -> None:
    shown = talk(line)
    assert not any(ord(char) < 32 and char != "\n" for char in shown)
    assert not set(shown) & set("\x7f\x9b\u202e")


def test_a_text_too_long_for_a_message_is_sent_in_several(talk: Talk) -> None:
    assert talk("온라인 " * 2_000).count("\nGlossary:\n") == 2


def test_lines_are_wrapped_at_the_width_of_the_screen(talk: Talk) -> None:
    shown = talk("long " * 30, columns=40).partition("Glossary:")[2]
    assert "  long long long long long long long\n" in shown


@pytest.mark.parametrize(
    ("text", "count"), [("a" * 4096, 1), ("a" * 4097, 2), ("👍" * 2049, 2), ("a b " * 2048, 2)]
)
def test_pieces_fit_a_message_and_lose_no_word(text: str, count: int) -> None:
    pieces = list(_pieces(text))
    assert len(pieces) == count
    assert all(units(piece) <= 4096 for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://t.me/glossary_bot?start=foc", "/start foc"),
        ("https://t.me/glossary_bot?startgroup=foc", "https://t.me/glossary_bot?startgroup=foc"),
        ("https://t.me/other_bot?start=foc", "https://t.me/other_bot?start=foc"),
        ("https://example.org", "https://example.org"),
    ],
)
def test_a_link_to_the_bot_is_shown_as_its_command(url: str, shown: str) -> None:
    assert address(url) == shown
