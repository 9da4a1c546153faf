"""What is answered, offered and declined."""

from __future__ import annotations

import random
import time

import pytest

from bench.collections import enlarged
from bot.concept import Label, Language
from bot.lookup import Kind, Lookup
from tests.lookup.samples import LOOKUP, labels


@pytest.mark.parametrize(
    ("query", "concept", "kind"),
    [
        ("FOC", "foc", "exact"),
        ("foc", "foc", "folded"),
        ("F.O.C.", "foc", "folded"),
        ("F O C", "foc", "folded"),
        ("FREEDOM-ONLINE COALITION", "foc", "folded"),
        ("C++", "cpp", "exact"),
        ("c#", "csharp", "folded"),
        ("FOC:n", "foc", "abbreviation"),
        ("R and D", "rd", "abbreviation"),
        ("what is RnD?", "rd", "abbreviation"),
        ("FOCin", "foc", "abbreviation"),
        ("FOC가", "foc", "abbreviation"),
        ("에프오씨", "foc", "abbreviation"),
        ("에프오씨는", "foc", "abbreviation"),
        ("에이아이", "ai", "abbreviation"),
        ("Freedom Online Coalition (FOC)", "foc", "abbreviation"),
        ("FOC (Freedom Online Coalition)", "foc", "abbreviation"),
        ("what does FOC stand for?", "foc", "question"),
        ("FOC full form", "foc", "folded"),
        ("what counts as freedom of expression", "foe", "question"),
        ("whats the korean for human rights", "hr", "question"),
        ("human rights in a nutshell", "hr", "folded"),
        ("human rights (general)", "hr", "folded"),
        ("저기요 인권이 뭐예요", "hr", "inflected"),
        ("mihin läpinäkyvyys perustuu", "transparency", "question"),
        ("mikä on tekoäly?", "ai", "question"),
        ("생성형 AI가 뭐야?", "gai", "question"),
        ("what is WHO", "who", "question"),
        ("tekoälyn", "ai", "inflected"),
        ("tekoalylla", "ai", "inflected"),
        ("ihmisoikeuksien", "hr", "inflected"),
        ("generatiivisen tekoälyn", "gai", "inflected"),
        ("인공지능이라든가", "ai", "inflected"),
        ("알고리즘의 편향", "bias", "inflected"),
        ("온라인자유연대가 뭔가요", "foc", "inflected"),
        ("artifical inteligence", "ai", "typo"),
        ("freedm onlin coalitoin", "foc", "typo"),
        ("인곰지능", "ai", "typo"),
        ("wat is artifical inteligence", "ai", "typo"),
        ("coalition freedom online", "foc", "words"),
        ("freedom online coal", "foc", "prefix"),
        ("dlsrhdwlsmd", "ai", "layout"),
        ("래ㅊ", "foc", "layout"),
        ("ingongjineung", "ai", "romanised"),
        ("I heard yesterday that artificial intelligence may well change a lot", "ai", "sentence"),
    ],
)
def test_a_query_is_answered_and_says_how_it_matched(query: str, concept: str, kind: Kind) -> None:
    answer = LOOKUP.ask(query)
    assert (answer.verdict, answer.matches[0].concept, answer.matches[0].kind) == (
        "answer",
        concept,
        kind,
    )


@pytest.mark.parametrize(
    "query",
    [
        "human resources",
        "freedom of information",
        "contact",
        "FOD",
        "FOX",
        "인공위성",
        "ihmissuhteet",
        "hello, how are you?",
        "moi mitä kuuluu",
        "안녕하세요",
        "https://example.org/foc.html",
        "Matti Meikäläinen",
        "asdfgh",
        "who are you?",
    ],
)
def test_what_is_not_in_the_glossary_is_never_answered(query: str) -> None:
    assert LOOKUP.ask(query).verdict != "answer"


@pytest.mark.parametrize("query", ["", "   ", "?!", "…", "🙂🙂", "\u0301", "\ufeff", "()", "\x00"])
def test_nothing_but_punctuation_is_unknown(query: str) -> None:
    answer = LOOKUP.ask(query)
    assert (answer.verdict, answer.matches) == ("unknown", ())


def test_one_abbreviation_with_two_meanings_is_a_choice() -> None:
    answer = LOOKUP.ask("APA", "en")
    assert answer.verdict == "choices"
    assert {match.concept for match in answer.matches} == {"apa-author", "apa-rule"}


@pytest.mark.parametrize(("language", "concept"), [("en", "gift"), ("fi", "poison")])
def test_a_label_of_two_languages_means_what_it_means_in_the_readers(
    language: Language, concept: str
) -> None:
    answer = LOOKUP.ask("gift", language)
    assert (answer.verdict, answer.matches[0].concept) == ("answer", concept)


def test_a_label_of_another_language_is_a_translation() -> None:
    match = LOOKUP.ask("tekoäly", "ko").matches[0]
    assert (match.concept, match.kind, match.label.language) == ("ai", "translation", "fi")


def test_a_label_in_the_readers_language_is_named_first() -> None:
    assert LOOKUP.ask("FOC", "fi").matches[0].label.language == "fi"


def test_an_exact_label_is_preferred_to_a_similar_one() -> None:
    lookup = Lookup(
        Label(text, text, "en", "preferred", "full_form") for text in ("moderator", "moderation")
    )
    assert [m.concept for m in lookup.ask("moderation").matches] == ["moderation"]


def test_deprecated_and_hidden_labels_match_like_others() -> None:
    lookup = Lookup(
        [
            Label("old name", "thing", "en", "deprecated", "full_form"),
            Label("things' name", "other", "en", "hidden", "variant"),
        ]
    )
    assert lookup.ask("old name").matches[0].label.kind == "deprecated"
    assert lookup.ask("things name").matches[0].label.kind == "hidden"


def test_an_empty_glossary_knows_nothing() -> None:
    lookup = Lookup([])
    lookup.prepare()
    assert lookup.ask("anything at all").verdict == "unknown"
    assert lookup.complete("any") == []
    assert lookup.occurrences("anything at all") == []


def test_completion_works_from_the_first_letter() -> None:
    found = LOOKUP.complete("g", "en")
    assert {match.concept for match in found} >= {"gai", "gift"}
    assert all(match.kind == "prefix" for match in found[:2])


def test_completion_forgives_a_slip() -> None:
    assert LOOKUP.complete("tranparency")[0].concept == "transparency"


def test_completion_is_limited_and_best_first() -> None:
    found = LOOKUP.complete("f", limit=2)
    assert len(found) == 2
    assert found[0].score >= found[1].score


def test_replaced_concepts_have_their_new_labels_and_no_others() -> None:
    new = [Label("flux capacitor", "ai", "en", "preferred", "full_form")]
    changed = LOOKUP.replaced({"ai": new, "who": ()})
    assert changed.ask("flux capacitro").matches[0].concept == "ai"
    assert all(match.concept != "ai" for match in changed.ask("artificial intelligence").matches)
    assert all(match.concept != "who" for match in changed.ask("WHO").matches)
    assert changed.ask("FOC").matches[0].concept == "foc"
    assert [one.concept for one in changed.occurrences("a flux capacitor of the WHO")] == ["ai"]
    assert LOOKUP.ask("artificial intelligence").matches[0].concept == "ai"


def test_replacing_twice_keeps_the_last_labels() -> None:
    first = LOOKUP.replaced({"ai": [Label("one", "ai", "en", "preferred", "full_form")]})
    second = first.replaced({"ai": [Label("another", "ai", "en", "preferred", "full_form")]})
    assert second.ask("another").matches[0].concept == "ai"
    assert second.ask("one").verdict == "unknown"


def test_many_replaced_concepts_are_gathered_into_an_ordinary_lookup() -> None:
    many = {f"new-{i}": [Label(f"novel {i}", f"new-{i}", "en", "preferred", "full_form")]
            for i in range(600)}  # fmt: skip
    replaced = LOOKUP.replaced(many).replaced({"new-7": (), "who": ()})
    changed = replaced.gathered()
    assert changed is not replaced
    assert changed.gathered() is changed
    assert changed.ask("FOC").matches[0].concept == "foc"
    assert all(match.concept != "who" for match in changed.ask("WHO").matches)
    assert changed.ask("novel 599").matches[0].concept == "new-599"
    assert all(match.concept != "new-7" for match in changed.ask("novel 7").matches)


def test_few_replaced_concepts_are_left_as_they_are() -> None:
    changed = LOOKUP.replaced({"who": ()})
    assert changed.gathered() is changed


def test_the_explanation_names_stages_evidence_and_reason() -> None:
    explanation = LOOKUP.explain("what is artifical inteligence")
    shown = str(explanation)
    assert explanation.verdict == "answer"
    assert explanation.asked_for == "artifical inteligence"
    assert "misspelt" in shown
    assert "“artificial intelligence”" in shown
    assert shown.splitlines()[-1].startswith("verdict: answer, as ai is")


@pytest.mark.parametrize("query", ["APA", "human", "zzzz", ""])
def test_the_explanation_comes_to_the_same_verdict_as_the_answer(query: str) -> None:
    assert LOOKUP.explain(query).verdict == LOOKUP.ask(query).verdict


@pytest.mark.parametrize("size", [0, 4000])
@pytest.mark.parametrize(
    "query", ["artifical inteligence", "tekoälyn", "투몀성", "what is WHO", "human resources"]
)
def test_a_glossary_of_any_size_gives_the_same_answer(query: str, size: int) -> None:
    large = Lookup(enlarged(labels(), size))
    small = LOOKUP.ask(query)
    answer = large.ask(query)
    assert answer.verdict in (small.verdict, "choices" if small.verdict == "unknown" else "")
    if small.verdict == "answer":
        assert answer.matches[0].concept == small.matches[0].concept


_STRANGE = [
    "a" * 1_000_000, "가" * 100_000, "ㄱ" * 5_000, "FOC " * 5_000, "(" * 10_000, "A." * 5_000,
    "는" * 900, "\u0301" * 10_000, "ﷺ" * 900, "what is " * 150, "인공지능의 " * 2_000, "\ud800",
]  # fmt: skip


@pytest.mark.parametrize("query", _STRANGE, ids=range(len(_STRANGE)))
def test_no_query_is_too_long_or_too_strange(query: str) -> None:
    start = time.process_time()
    LOOKUP.ask(query)
    LOOKUP.complete(query)
    assert time.process_time() - start < 5, "does not hang; how fast it is, bench/speed.py tells"


def test_random_letters_are_never_answered() -> None:
    chance = random.Random(5)
    for _ in range(200):
        query = "".join(chance.choices("abcdefghijklmnopqrstuvwxyz ", k=chance.randrange(4, 40)))
        assert LOOKUP.ask(query).verdict != "answer", query


@pytest.mark.parametrize(
    "query", ["!!!", "B's view of AI was that it may be too much", "AI organism"]
)
def test_a_label_of_signs_alone_does_no_harm(query: str) -> None:
    texts = ("!!!", "…", "AI", "🙂")
    lookup = Lookup(Label(text, text, "en", "preferred", "full_form") for text in texts)
    assert [match.concept for match in lookup.ask(query).matches] in ([], ["AI"])
    assert lookup.occurrences("B's !!!") == []
