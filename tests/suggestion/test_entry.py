from __future__ import annotations

import datetime as dt

import pytest

from bot.body import body
from bot.concept import Language
from bot.state import RevisionKind
from bot.suggestion import Form, proposal
from bot.suggestion.entry import id_for, kind, signed
from tests.samples import glossary

TODAY = dt.date(2026, 11, 22)
WHOLE = Form(goal="new").answer("term", "quokka").answer("language", "en").answer(
    "definition", "small wallaby of western Australia"
)  # fmt: skip


def change(concept: str, language: Language = "en") -> Form:
    base = body(glossary().concepts[concept])
    return Form(goal="change", base=base).answer("language", language)


def test_a_new_entry_holds_what_was_said() -> None:
    form = WHOLE.answer("names", "QKK, short-tailed wallaby").answer("field", "bodies")
    form = form.answer("other", "fi: kvokka = pieni kenguru\nko: 쿼카").answer("note", "Rare.")
    concept = proposal(form, glossary()).concept
    section = concept.languages["en"]
    assert [term.term for term in section.terms] == ["quokka", "QKK", "short-tailed wallaby"]
    assert section.preferred.term == "quokka"
    assert section.abbreviation is section.terms[1]
    assert section.note == "Rare."
    assert concept.subject_field == ("bodies",)
    assert concept.languages["fi"].definition == "pieni kenguru"
    assert concept.languages["ko"].preferred.term == "쿼카"


def test_a_name_is_verified_only_with_a_source() -> None:
    assert not proposal(WHOLE, glossary()).concept.languages["en"].preferred.verified
    cited = WHOLE.answer("source", "A book").answer("other", "fi: kvokka")
    concept = proposal(cited, glossary()).concept
    assert concept.languages["en"].preferred.verified
    assert not concept.languages["fi"].preferred.verified


def test_a_new_source_comes_with_the_entry() -> None:
    proposed = proposal(WHOLE.answer("source", "A book, 2020"), glossary())
    citation = proposed.concept.languages["en"].definition_source[0]
    assert proposed.sources[citation.source].title == "A book"


def test_a_change_leaves_everything_else_as_it_was() -> None:
    old = glossary().concepts["freedom-online-coalition"]
    new = proposal(change(old.id).answer("note", "Set up in The Hague."), glossary()).concept
    assert body(new) == {
        **body(old),
        "languages": {
            **body(old)["languages"],
            "en": {**body(old)["languages"]["en"], "note": "Set up in The Hague."},
        },
    }


def test_a_corrected_term_keeps_its_place_and_what_is_said_of_it() -> None:
    new = proposal(change("human-rights").answer("term", "basic rights"), glossary()).concept
    assert [t.term for t in new.languages["en"].terms] == ["basic rights"]


def test_a_name_that_is_there_is_not_added_twice() -> None:
    new = proposal(change("generative-ai").answer("names", "GenAI, gen AI"), glossary()).concept
    assert [t.term for t in new.languages["en"].terms] == ["generative AI", "GenAI", "gen AI"]


def test_a_language_is_added_to_an_entry() -> None:
    form = change("accountability", "fi").answer("term", "vastuu").answer("definition", "se")
    new = proposal(form, glossary()).concept
    assert new.languages["fi"].preferred.term == "vastuu"
    assert "ko" not in new.languages


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (WHOLE, "add"),
        (change("human-rights").answer("names", "basic rights"), "name"),
        (change("human-rights").answer("definition", "x"), "edit"),
        (change("human-rights").answer("names", "a").answer("source", "b"), "edit"),
        (change("accountability").answer("other", "fi: vastuu"), "translation"),
        (change("accountability", "fi").answer("term", "vastuu"), "translation"),
    ],
)
def test_the_sort_of_change_is_known(form: Form, expected: RevisionKind) -> None:
    assert kind(form) == expected


@pytest.mark.parametrize(
    ("said", "id_"),
    [
        ({"term": "Human rights due diligence"}, "human-rights-due-diligence"),
        ({"term": "kvokka", "language": "fi"}, "kvokka"),
        ({"term": "쿼카", "language": "ko"}, "kwoka"),
        ({"term": "쿼카", "language": "ko", "other": "en: quokka"}, "quokka"),
        ({"term": "human rights"}, "human-rights-2"),
    ],
)
def test_the_id_is_made_of_the_english_term_where_there_is_one(
    said: dict[str, str], id_: str
) -> None:
    form = WHOLE
    for step, text in said.items():
        form = form.answer(step, text)  # type: ignore[arg-type]
    assert id_for(proposal(form, glossary()).concept, glossary().concepts) == id_


def test_a_new_entry_is_valid_when_it_keeps_the_rules_and_else_a_draft() -> None:
    sound = proposal(WHOLE.answer("source", "report"), glossary())
    assert signed(sound, glossary(), TODAY, None, new=True).status == "valid"
    unseen = proposal(WHOLE, glossary())
    assert signed(unseen, glossary(), TODAY, None, new=True).status == "draft"
    wordy = proposal(WHOLE.answer("source", "report").answer("definition", "A thing."), glossary())
    assert signed(wordy, glossary(), TODAY, None, new=True).status == "draft"


def test_a_change_keeps_status_and_birthday() -> None:
    form = change("accountability").answer("note", "x")
    concept = signed(proposal(form, glossary()), glossary(), TODAY, "@ada", new=False)
    assert concept.status == "suggested"
    assert (concept.created, concept.updated, concept.updated_by) == (None, TODAY, "@ada")
