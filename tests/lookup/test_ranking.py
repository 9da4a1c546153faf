"""Which of several labels is meant."""

from __future__ import annotations

from bot.concept import Label
from bot.lookup import Lookup


def test_the_words_in_the_order_typed_count_more_than_in_another() -> None:
    names = ("Convention refugee", "1951 Refugee Convention")
    lookup = Lookup(Label(name, name, "en", "preferred", "full_form") for name in names)
    answer = lookup.ask("refugee convention")
    assert answer.verdict != "answer" or answer.matches[0].concept == names[1]
    assert lookup.ask("convention refugees").matches[0].concept == names[0]


def test_of_two_labels_that_begin_so_the_shorter_is_named_first() -> None:
    names = ("intrusion detection and prevention system", "intrusion detection system")
    lookup = Lookup(Label(name, name, "en", "preferred", "full_form") for name in names)
    answer = lookup.ask("intrusion detection")
    assert [match.concept for match in answer.matches] == list(names[::-1])
    assert answer.verdict == "choices"


def test_a_form_of_the_last_word_of_a_label_is_offered_like_the_word() -> None:
    names = ("yleinen asumistuki", "lapsilisä")
    lookup = Lookup(Label(name, name, "fi", "preferred", "full_form") for name in names)
    for query in ("asumistuki", "asumistuen", "asumistukea"):
        assert lookup.ask(query).matches[0].concept == names[0]
