from __future__ import annotations

import contextlib
import os
from dataclasses import replace

import pytest

from bot.file import writing
from bot.file.book import Book
from bot.file.writing import UnwritableError
from bot.problem import Problem
from bot.publishing.watch import mark
from tests.publishing.workshop import TEXT, Workshop, entry

pytestmark = pytest.mark.anyio


async def test_an_entry_that_is_taken_out_is_not_found_any_more(shop: Workshop) -> None:
    shop.path.write_text(TEXT[: TEXT.index("\n  - id: beta")] + "\n", encoding="utf-8")
    await shop.looks()
    assert shop.served("beta") is None
    assert shop.desk.edition.lookup.ask("beta").verdict == "unknown"


async def test_an_invalid_edit_keeps_the_last_good_glossary_and_is_told_once(
    shop: Workshop,
) -> None:
    shop.edit("definition: first", "definitoin: first")
    await shop.looks(5)
    assert shop.desk.edition.lookup.ask("alpha").verdict == "answer"
    (notice,) = await shop.notices()
    assert notice.kind == "file-invalid"
    (problem,) = notice.body["problems"]
    assert problem["file"] == "glossary.yaml"
    assert problem["line"] == TEXT[: TEXT.index("definition")].count("\n") + 1
    assert "definitoin" in problem["sentence"]


async def test_another_invalid_version_is_told_again_and_a_good_one_is_served(
    shop: Workshop,
) -> None:
    for wrong in ("definitoin", "defenition"):
        shop.path.write_text(TEXT.replace("definition", wrong), encoding="utf-8")
        await shop.looks()
    assert await shop.told() == ["file-invalid", "file-invalid"]
    shop.path.write_text(TEXT.replace("first letter", "initial letter"), encoding="utf-8")
    await shop.looks()
    assert await shop.told() == ["file-valid"]
    alpha = shop.served("alpha")
    assert alpha is not None
    assert alpha.languages["en"].definition == "initial letter of the Greek alphabet"


async def test_what_is_approved_is_served_at_once_and_written_by_the_next_look(
    shop: Workshop,
) -> None:
    await shop.looks()
    revision = await shop.publish(entry("gamma"))
    assert shop.desk.edition.lookup.ask("gamma").verdict == "answer"
    assert shop.text == TEXT
    await shop.looks(1)
    assert "- id: gamma" in shop.text
    assert shop.text.startswith(TEXT)
    kept = await shop.state.revisions.get(revision.id)
    assert kept is not None
    assert kept.file_version == Book.open(shop.path).glossary.version
    assert await shop.state.revisions.unpublished() == []


async def test_only_the_lines_of_the_entry_change(shop: Workshop) -> None:
    beta = shop.served("beta")
    assert beta is not None
    section = replace(beta.languages["en"], note="after alpha")
    await shop.publish(replace(beta, languages={"en": section}))
    await shop.looks()
    assert shop.text == TEXT + "        note: after alpha\n"


async def test_several_approvals_of_one_entry_are_one_change_of_the_file(shop: Workshop) -> None:
    await shop.publish(entry("beta", "one"))
    await shop.publish(entry("beta", "two"))
    await shop.looks()
    assert shop.text.count("note:") == 1
    assert "note: two" in shop.text
    assert await shop.state.revisions.unpublished() == []


async def test_what_was_written_before_a_crash_is_only_noted(shop: Workshop) -> None:
    revision = await shop.approve(entry("gamma"))
    book = Book.open(shop.path)
    writing.write(book, [writing.Change("gamma", None, entry("gamma"))])
    written = mark(shop.path)
    again = Workshop.over(shop.path, shop.state)
    await again.desk.publish()
    await again.looks()
    assert mark(again.path) == written
    kept = await again.state.revisions.get(revision.id)
    assert kept is not None
    assert kept.published_at is not None


async def test_a_file_that_cannot_be_written_is_told_once_and_served_all_the_same(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise UnwritableError(Problem(shop.path, 0, "F02", "error", "the disk is read-only"))

    with monkeypatch.context() as patch:
        patch.setattr("bot.publishing.press.write", refuse)
        await shop.publish(entry("gamma"))
        await shop.looks(4)
        await shop.publish(entry("delta"))
        await shop.looks(2)
    (notice,) = await shop.notices()
    assert notice.kind == "file-unwritable"
    assert notice.body["problems"][0]["sentence"] == "the disk is read-only"
    assert shop.desk.edition.lookup.ask("gamma").verdict == "answer"
    await shop.publish(entry("epsilon"))
    await shop.looks(1)
    assert [name in shop.text for name in ("gamma", "delta", "epsilon")] == [True] * 3
    assert await shop.told() == []


async def test_a_read_only_directory_does_not_keep_an_approval_from_being_served(
    shop: Workshop,
) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    shop.path.parent.chmod(0o555)
    await shop.publish(entry("gamma"))
    await shop.looks()
    assert await shop.told() == ["file-unwritable"]
    assert shop.served("gamma")
    shop.path.parent.chmod(0o755)


async def test_an_entry_that_a_person_changed_in_the_file_is_not_overwritten(
    shop: Workshop,
) -> None:
    shop.edit("terms: [beta]", "terms: [beta]\n        note: by hand")
    revision = await shop.publish(entry("beta", "by chat"))
    await shop.looks(4)
    assert "by hand" in shop.text
    assert "by chat" not in shop.text
    assert shop.note("beta") == "by hand"
    (notice,) = await shop.notices()
    assert (notice.kind, notice.body["revision"]) == ("file-conflict", revision.id)
    (conflict,) = shop.press.plan.conflicts
    assert conflict.found is not None
    assert conflict.found.languages["en"].note == "by hand"
    assert conflict.concept.languages["en"].note == "by chat"


async def test_a_conflict_does_not_hold_up_other_changes(shop: Workshop) -> None:
    shop.edit("terms: [beta]", "terms: [beta]\n        note: by hand")
    await shop.publish(entry("beta", "by chat"))
    await shop.publish(entry("gamma"))
    await shop.looks(4)
    assert "by hand" in shop.text
    assert "gamma" in shop.text


async def test_an_edit_of_another_entry_is_kept(shop: Workshop) -> None:
    await shop.publish(entry("gamma"))
    shop.edit("terms: [beta]", "terms: [beta, by hand]")
    await shop.looks(3)
    assert "by hand" in shop.text
    assert "gamma" in shop.text
    assert shop.desk.edition.lookup.ask("by hand").verdict == "answer"


async def test_nothing_is_written_into_an_invalid_file(shop: Workshop) -> None:
    shop.edit("definition:", "definitoin:")
    await shop.publish(entry("gamma"))
    await shop.looks(3)
    assert "gamma" not in shop.text
    assert shop.served("gamma")
    shop.edit("definitoin:", "definition:")
    await shop.looks(3)
    assert "gamma" in shop.text


async def test_a_change_that_would_break_the_glossary_is_told_and_the_others_are_written(
    shop: Workshop,
) -> None:
    await shop.publish(replace(entry("gamma"), related=("nowhere",)))
    await shop.publish(replace(entry("delta"), related=("epsilon",)))
    await shop.publish(entry("epsilon"))
    await shop.looks(3)
    assert "gamma" not in shop.text
    assert "id: delta" in shop.text
    assert "id: epsilon" in shop.text
    (notice,) = await shop.notices()
    assert notice.kind == "file-refused"
    assert "nowhere" in notice.body["problems"][0]["sentence"]


async def test_a_change_that_this_program_cannot_read_does_not_stop_the_others(
    shop: Workshop,
) -> None:
    await shop.approve(entry("odd"), body={"id": "odd", "languages": {}})
    await shop.publish(entry("gamma"))
    await shop.looks()
    assert "gamma" in shop.text
    assert [revision.concept for revision in shop.press.plan.unfit] == ["odd"]


async def test_what_another_process_approves_is_served_and_written(shop: Workshop) -> None:
    await shop.approve(entry("gamma"))
    await shop.looks(3)
    assert shop.served("gamma")
    assert "gamma" in shop.text


async def test_the_file_is_taken_up_while_the_database_is_gone(shop: Workshop) -> None:
    await shop.publish(entry("gamma"))
    await shop.state.close()
    shop.edit("terms: [beta]", "terms: [beta, by hand]")
    for _ in range(3):
        with contextlib.suppress(Exception):
            await shop.press.look()
    assert shop.desk.edition.lookup.ask("by hand").verdict == "answer"
    assert shop.served("gamma")
