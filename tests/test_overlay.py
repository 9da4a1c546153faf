from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.body import body
from bot.concept import Source
from bot.desk import Desk
from bot.edition import Edition
from bot.overlay import overlay, renewed
from bot.settings import Settings
from bot.state import Revision, Ruling, State, Suggestion
from bot.suggestion import Form, proposal
from tests.samples import glossary

QUOKKA = Form(goal="new").answer("term", "quokka").answer("language", "en").answer(
    "definition", "small wallaby"
)  # fmt: skip


def revision(number: int, said: dict[str, object], previous: object = None) -> Revision:
    return Revision(
        id=number, concept=str(said["id"]), kind="add", state="approved", version=2, base=None,
        base_sequence=0, body=said, suggested=None, previous=None, undoes=None, author=None,
        byline=None, created_at=0, reviewer=None, reviewed_by=None, reason=None, decided_at=None,
        sequence=number, published_at=None, file_version=None,
    )  # fmt: skip


def quokka(**more: str) -> dict[str, object]:
    form = QUOKKA
    for step, text in more.items():
        form = form.answer(step, text)  # type: ignore[arg-type]
    return body(*proposal(form, glossary(), id_="quokka"))


def test_an_approved_entry_is_in_the_glossary() -> None:
    laid = overlay(glossary(), [revision(1, quokka())])
    assert laid.concepts["quokka"].languages["en"].definition == "small wallaby"
    assert "quokka" not in glossary().concepts


def test_the_later_revision_counts() -> None:
    laid = overlay(glossary(), [revision(1, quokka()), revision(2, quokka(note="Rare."))])
    assert laid.concepts["quokka"].languages["en"].note == "Rare."


def test_new_sources_are_added_and_known_ones_stay() -> None:
    said = quokka(source="A book")
    said["sources"] = {**dict(said["sources"]), "report": {"title": "Forged"}}  # type: ignore[call-overload]
    laid = overlay(glossary(), [revision(1, said)])
    assert laid.sources["a-book"] == Source("A book")
    assert laid.sources["report"].title == "A <report>"


def test_the_version_tells_the_same_content_and_nothing_else() -> None:
    one, other = revision(1, quokka()), revision(2, quokka())
    versions = [overlay(glossary(), laid).version for laid in ([], [one], [other], [one, other])]
    assert len(set(versions)) == 4
    assert overlay(glossary(), [one]).version == versions[1]


def test_nothing_approved_is_the_same_edition() -> None:
    edition = Edition.of(glossary())
    assert renewed(edition, overlay(edition.glossary, [])) is edition


def test_the_lookup_finds_what_was_approved_and_not_what_was_retired() -> None:
    edition = Edition.of(glossary())
    edition = renewed(edition, overlay(edition.glossary, [revision(1, quokka())]))
    assert edition.lookup.ask("quokka").verdict == "answer"
    retired = {**quokka(), "status": "retired"}
    edition = renewed(edition, overlay(edition.glossary, [revision(2, retired)]))
    assert edition.lookup.ask("quokka").verdict == "unknown"


def test_catching_up_finds_the_same_with_other_tables(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.lookup.lookup._CHANGED", 0)
    edition = Edition.of(glossary()).prepare()
    edition = renewed(edition, overlay(edition.glossary, [revision(1, quokka())]))
    lookup, query = edition.lookup, "quokka"
    before = lookup.ask(query)
    edition.catch_up()
    assert edition.lookup is not lookup
    assert edition.lookup.ask(query) == before
    assert "quokka" in edition.contents.ids
    assert edition.coverage["en"] == len(edition.glossary.concepts)


def test_no_table_is_left_to_whoever_asks_first() -> None:
    edition = Edition.of(glossary()).prepare()
    edition = renewed(edition, overlay(edition.glossary, [revision(1, quokka())]))
    indexes = [part.index for part in edition.lookup._parts]
    before = [set(vars(index)) for index in indexes]
    for query in (
        "quokka",
        "qoukka",
        "small wallaby",
        "what is a quokka",
        "쿼카",
        "qk",
        "quokkas",
    ):
        edition.lookup.ask(query, "en")
        edition.lookup.complete(query)
        edition.lookup.occurrences(query)
    assert [set(vars(index)) for index in indexes] == before


def test_the_desk_serves_what_was_approved_once_and_in_order(tmp_path: Path) -> None:
    async def work() -> None:
        state = await State.open(tmp_path / "bot.db")
        desk = Desk(Settings(), Edition.of(glossary()), state)
        for number, note in enumerate(("one", "two")):
            said = Suggestion(concept="quokka", kind="add", body=quokka(note=note), author=1,
                              request=f"add {number}")  # fmt: skip
            ruling = Ruling(reviewer=1, request=f"approve {number}")
            await state.revisions.submit(said, limits=None, ruling=ruling)
        await desk.publish()
        assert desk.edition.glossary.concepts["quokka"].languages["en"].note == "two"
        served = desk.edition
        await desk.publish()
        assert desk.edition is served
        await state.close()

    asyncio.run(work())


def test_an_entry_that_has_just_been_retired_is_not_guessed_any_more() -> None:
    edition = Edition.of(overlay(glossary(), [revision(1, quokka())])).prepare()
    words = "what is a small wallaby"
    assert "quokka" in edition.guess(words, "en")
    gone = [revision(1, quokka()), revision(2, {**quokka(), "status": "retired"})]
    assert "quokka" not in renewed(edition, overlay(glossary(), gone)).guess(words, "en")
