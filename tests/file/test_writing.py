from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.concept import Concept, LanguageSection, Source, Term
from bot.file import writing
from bot.file.book import Book
from bot.file.exchange import _renameat2, exchange
from bot.file.writing import Change, ConflictError, UnwritableError, changed, rewrite, write
from bot.problem import GlossaryError

HEAD = "schema_version: 1\nentries:\n"


def entry(name: str, more: str = "") -> str:
    return f"  - id: {name}\n    languages:\n      en:\n        terms: [{name}]\n{more}"


TEXT = HEAD + entry("a") + "\n  # on b\n" + entry("b", "    related: a\n")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "glossary.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return file


def noted(concept: Concept, note: str) -> Concept:
    section = replace(concept.languages["en"], note=note)
    return replace(concept, languages={"en": section})


def new(name: str) -> Concept:
    return Concept(name, {"en": LanguageSection((Term(name, "preferred"),))})


def change(book: Book, name: str, note: str) -> Change:
    before = book.glossary.concepts[name]
    return Change(name, before, noted(before, note))


def test_a_change_is_written_and_read(path: Path) -> None:
    book = Book.open(path)
    after = write(book, [change(book, "b", "changed")])
    text = path.read_text(encoding="utf-8")
    assert text == TEXT.replace("terms: [b]\n", "terms: [b]\n        note: changed\n")
    assert after == Book.open(path)
    assert list(path.parent.iterdir()) == [path]


def test_several_changes_are_one_even_if_each_alone_would_break_the_glossary(path: Path) -> None:
    book = Book.open(path)
    pointing = replace(new("c"), related=("d",))
    write(book, [Change("c", None, pointing), Change("d", None, new("d"))])
    assert list(Book.open(path).glossary.concepts) == ["a", "b", "c", "d"]


def test_an_entry_is_added_and_taken_out(path: Path) -> None:
    book = write(Book.open(path), [Change("c", None, new("c"))])
    book = write(book, [Change("b", book.glossary.concepts["b"], None)])
    assert list(book.glossary.concepts) == ["a", "c"]
    assert "# on b" not in path.read_text(encoding="utf-8")


def test_a_change_that_is_there_already_is_not_made_twice(path: Path) -> None:
    book = Book.open(path)
    addition = Change("c", None, new("c"))
    write(book, [addition])
    written = path.stat().st_mtime_ns
    write(book, [addition])
    assert path.stat().st_mtime_ns == written


def test_a_hand_edit_of_another_entry_is_kept(path: Path) -> None:
    book = Book.open(path)
    path.write_text(TEXT.replace("[a]", "[a, by hand]"), encoding="utf-8")
    after = write(book, [change(book, "b", "changed")])
    assert "by hand" in path.read_text(encoding="utf-8")
    assert after.glossary.concepts["b"].languages["en"].note == "changed"


def test_a_hand_edit_of_the_same_entry_is_a_conflict_that_shows_both(path: Path) -> None:
    book = Book.open(path)
    path.write_text(TEXT.replace("[b]", "[b, by hand]"), encoding="utf-8")
    with pytest.raises(ConflictError) as conflict:
        write(book, [change(book, "b", "changed")])
    assert conflict.value.found is not None
    assert [t.term for t in conflict.value.found.languages["en"].terms] == ["b", "by hand"]
    assert conflict.value.change.after is not None
    assert "changed" not in path.read_text(encoding="utf-8")


def test_adding_what_someone_else_added_otherwise_and_changing_what_is_gone_are_conflicts(
    path: Path,
) -> None:
    book = Book.open(path)
    write(book, [Change("c", None, new("c"))])
    with pytest.raises(ConflictError):
        write(book, [Change("c", None, noted(new("c"), "other"))])
    path.write_text(TEXT[: TEXT.index("\n  # on b")] + "\n", encoding="utf-8")
    with pytest.raises(ConflictError) as conflict:
        write(book, [change(book, "b", "changed")])
    assert conflict.value.found is None


@pytest.mark.parametrize(
    "make",
    [
        lambda book: Change("a", book.glossary.concepts["a"], None),
        lambda book: Change("c", None, replace(new("c"), related=("nowhere",))),
        lambda book: Change("b", book.glossary.concepts["b"], replace(new("b"), broader=("b",))),
        lambda book: Change("c", None, replace(new("c"), subject_field=("none",))),
    ],
)
def test_a_change_that_would_break_the_glossary_is_not_written(
    path: Path, make: Callable[[Book], Change]
) -> None:
    book = Book.open(path)
    with pytest.raises(GlossaryError):
        write(book, [make(book)])
    assert path.read_text(encoding="utf-8") == TEXT


def test_a_key_that_another_source_has_is_not_taken_for_the_one_that_is_brought(
    path: Path,
) -> None:
    path.write_text(TEXT.replace("entries", "sources: {s: {title: S}}\nentries"), encoding="utf-8")
    book = Book.open(path)
    with pytest.raises(ConflictError):
        write(book, [change(book, "b", "changed")], {"s": Source("Another")})
    write(book, [change(book, "b", "changed")], {"s": Source("S")})
    assert "changed" in path.read_text(encoding="utf-8")


def test_an_invalid_hand_edit_is_neither_overwritten_nor_lost(path: Path) -> None:
    book = Book.open(path)
    path.write_text(TEXT + "oops", encoding="utf-8")
    with pytest.raises(GlossaryError):
        write(book, [change(book, "b", "changed")])
    assert path.read_text(encoding="utf-8").endswith("oops")


def test_the_file_keeps_its_mode_and_a_link_stays_a_link(path: Path) -> None:
    path.chmod(0o640)
    link = path.parent / "elsewhere" / "link.yaml"
    link.parent.mkdir()
    link.symlink_to(path)
    book = Book.open(link)
    write(book, [change(book, "b", "changed")])
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert "changed" in path.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_says_so_and_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    book = Book.open(path)
    with pytest.raises(UnwritableError, match="No space left"):
        write(book, [change(book, "b", "changed")])
    assert path.read_text(encoding="utf-8") == TEXT
    assert list(path.parent.iterdir()) == [path]


def test_a_hand_edit_in_the_last_moment_is_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = writing._save
    edits = ["first", "second"]

    def interrupted(draft: Path, data: bytes, like: os.stat_result) -> None:
        save(draft, data, like)
        if edits:
            path.write_text(TEXT.replace("[a]", f"[a, {edits.pop()}]"), encoding="utf-8")

    monkeypatch.setattr(writing, "_save", interrupted)
    book = Book.open(path)
    write(book, [change(book, "b", "changed")])
    text = path.read_text(encoding="utf-8")
    assert "[a, first]" in text
    assert "changed" in text


@pytest.mark.skipif(_renameat2() is None, reason="the system cannot let two files change names")
@pytest.mark.parametrize("way", ["in place", "by a rename"])
def test_a_hand_edit_between_the_last_look_and_the_rename_is_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    edits = [TEXT.replace("[a]", "[a, by hand]")]

    def late(draft: Path, file: Path) -> bool:
        if edits:
            saved = path if way == "in place" else path.with_name("saved")
            saved.write_text(edits.pop(), encoding="utf-8")
            saved.replace(path)
        return exchange(draft, file)

    monkeypatch.setattr(writing, "exchange", late)
    book = Book.open(path)
    after = write(book, [change(book, "b", "changed")])
    text = path.read_text(encoding="utf-8")
    assert "[a, by hand]" in text
    assert "changed" in text
    assert after == Book.open(path)
    assert list(path.parent.iterdir()) == [path]


def test_where_files_cannot_change_names_the_new_one_takes_the_place_of_the_old(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "exchange", lambda draft, file: False)
    book = Book.open(path)
    write(book, [change(book, "b", "changed")])
    assert "changed" in path.read_text(encoding="utf-8")
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_never_rests_is_given_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_replace", lambda *_: False)
    book = Book.open(path)
    with pytest.raises(UnwritableError, match="another program"):
        write(book, [change(book, "b", "changed")])


def test_entries_that_are_not_on_lines_of_their_own_cannot_be_changed(path: Path) -> None:
    path.write_text("{schema_version: 1, entries: []}", encoding="utf-8")
    with pytest.raises(GlossaryError, match="lines of their own"):
        write(Book.open(path), [Change("c", None, new("c"))])


def test_two_writers_at_once_lose_nothing(path: Path) -> None:
    book = Book.open(path)

    def add(start: int) -> None:
        for number in range(start, start + 15):
            write(book, [Change(f"x{number}", None, new(f"x{number}"))])

    writers = [threading.Thread(target=add, args=(start,)) for start in (0, 100, 200)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(Book.open(path).glossary.concepts) == 2 + 45


def test_a_file_can_be_made_anew_as_a_whole(path: Path) -> None:
    book = Book.open(path)
    path.write_text(TEXT + "# by hand\n", encoding="utf-8")
    after = rewrite(book, lambda now: now.data.replace(b"# on b", b"# of b"))
    text = TEXT.replace("# on b", "# of b") + "# by hand\n"
    assert path.read_text(encoding="utf-8") == text
    with pytest.raises(GlossaryError):
        rewrite(after, lambda now: now.data + b"oops")
    assert path.read_bytes() == after.data


def test_changes_can_be_tried_without_a_file(path: Path) -> None:
    book = Book.of(TEXT.encode(), path)
    assert changed(book, []) is book
    assert "c" in changed(book, [Change("c", None, new("c"))]).glossary.concepts
    assert path.read_text(encoding="utf-8") == TEXT
