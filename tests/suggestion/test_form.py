from __future__ import annotations

import json

import pytest

from bot.suggestion.form import GUIDED, NEEDED, TYPED, Form, Given, Step, dumped, loaded

BASE = {"id": "x", "languages": {"en": {"terms": [{"term": "x"}]}}}


def new(**said: str) -> Form:
    form = Form(goal="new")
    for step, text in said.items():
        form = form.answer(step, text)  # type: ignore[arg-type]
    return form


def test_a_form_is_the_same_after_it_was_kept_as_json() -> None:
    form = Form(
        goal="amend",
        given={"term": Given("쿼카", 5), "source": Given("")},
        base=BASE,
        fingerprint="f",
        sequence=3,
        single=True,
        credit=True,
        revision=7,
        version=2,
        began=4,
    )
    assert loaded(json.loads(json.dumps(dumped(form)))) == form


@pytest.mark.parametrize("number", range(len(GUIDED) - 1))
def test_from_each_step_one_comes_to_the_next_and_back(number: int) -> None:
    form = new(term="quokka")
    assert Form(goal="new").next(GUIDED[number]) == GUIDED[number + 1]
    assert form.back(GUIDED[number + 1]) == GUIDED[number]


def test_the_first_step_has_none_before_it() -> None:
    assert Form(goal="new").back("term") is None


def test_what_was_answered_is_not_asked_again() -> None:
    assert new(term="a", language="en", similar="no").next("term") == "definition"


def test_hangul_needs_no_question_for_the_language() -> None:
    form = new(term="쿼카")
    assert "language" not in form.steps
    assert form.back("similar") == "term"


@pytest.mark.parametrize("step", ["definition", "note", "term"])
def test_a_single_field_leads_straight_to_the_preview(step: Step) -> None:
    change = Form(goal="change", base=BASE, single=True).answer(step, "x")
    assert change.next(step) == "preview"


def test_what_is_needed_is_asked_even_when_one_field_was_to_be_changed() -> None:
    form = Form(goal="new", single=True).answer("term", "x")
    assert form.next("term") == "language"


def test_skipping_keeps_what_was_said_before() -> None:
    assert new(source="a report").skip("source").text("source") == "a report"
    assert new().skip("source").given["source"] == Given("")


def test_another_term_is_compared_with_the_glossary_again() -> None:
    form = new(term="a", similar="no")
    assert "similar" not in form.answer("term", "b").given
    assert "similar" in form.answer("term", "a").given


def test_a_brief_form_lists_what_it_left_out_as_missing() -> None:
    form = new(term="a", language="en", similar="no", definition="d").brief()
    assert form.next("definition") == "preview"
    assert form.missing == ["source", "names", "field", "other"]


def test_a_change_goes_back_to_its_menu_then_to_its_preview() -> None:
    form = Form(goal="change", base=BASE)
    assert form.back("menu") is None
    assert form.back("note") == "menu"
    assert form.answer("note", "x").back("note") == "preview"


def test_a_new_entry_is_ready_with_term_language_and_definition() -> None:
    assert new(term="a", language="en", definition="d").ready
    for step in NEEDED:
        assert not new(term="a", language="en", definition="d").without(step).ready


def test_the_message_of_an_answer_is_known() -> None:
    form = Form(goal="new").answer("term", "x", 17)
    assert form.answered_in(17) == "term"
    assert form.answered_in(18) is None


def test_choosing_a_language_alone_is_nothing_worth_keeping() -> None:
    assert new(language="fi").empty
    assert not new(term="x").empty


def test_only_choices_and_the_preview_are_answered_by_buttons_alone() -> None:
    assert set(GUIDED) - TYPED == {"similar", "preview"}
