from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.concept import Concept
from bot.edition import Edition
from bot.file import cache, shelf
from bot.file.amendment import rendered
from bot.file.book import Book
from bot.file.cache import keep, open_book
from bot.file.manuscript import manuscript
from bot.file.shelf import Leaf, Shelf
from bot.glossary import Glossary
from bot.problem import GlossaryError
from tests.concepts import CONCEPTS

TEXT = """\
schema_version: 1
sources: {s: {title: S, accessed: 2026-11-22}}
subject_fields: {x: {en: x}}
entries:
  - id: a
    subject_field: x
    created: 2026-11-22
    languages:
      en: {terms: [a, {term: b, verified: no, source: s}], hidden_terms: c}
  - id: d
    status: retired
    languages: {ko: {terms: [한국어]}}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "glossary.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "state"


def reads(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Every text that is read as YAML from now on."""
    texts: list[bytes] = []
    read = Book.of

    def recorded(data: bytes, path: Path) -> Book:
        texts.append(data)
        return read(data, path)

    monkeypatch.setattr(Book, "of", recorded)
    return texts


def test_the_second_start_reads_no_yaml_and_finds_the_same(
    path: Path, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_book(path, directory)
    texts = reads(monkeypatch)
    second = open_book(path, directory)
    assert texts == []
    assert list(second.glossary.labels()) == list(first.glossary.labels())
    assert dict(second.glossary.concepts) == dict(first.glossary.concepts)
    assert second.glossary.sources == first.glossary.sources
    assert second.glossary.subject_fields == first.glossary.subject_fields
    assert second.glossary.version == first.glossary.version
    assert (second.ids, second.text) == (first.ids, first.text)


def test_a_file_that_changed_is_read_and_cached_anew(
    path: Path, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_book(path, directory)
    path.write_text(TEXT.replace("[한국어]", "[한글]"), encoding="utf-8")
    texts = reads(monkeypatch)
    concept = open_book(path, directory).glossary.concepts["d"]
    assert concept.languages["ko"].terms[0].term == "한글"
    assert len(texts) == 1
    assert len(list(directory.iterdir())) == 1


@pytest.mark.parametrize("place", [0, 20, 40, 100, 200, 400, -1])
def test_a_damaged_cache_is_as_if_it_were_not_there(
    path: Path, directory: Path, monkeypatch: pytest.MonkeyPatch, place: int
) -> None:
    before = open_book(path, directory)
    (file,) = directory.iterdir()
    damaged = bytearray(file.read_bytes())
    damaged[place] ^= 1
    file.write_bytes(damaged)
    texts = reads(monkeypatch)
    assert open_book(path, directory).glossary.concepts == before.glossary.concepts
    assert len(texts) == 1


@pytest.mark.parametrize("foreign", [b"", b"\n", b"{}\n[]\n", b"x" * 10_000])
def test_something_else_in_its_place_is_ignored(
    path: Path, directory: Path, foreign: bytes
) -> None:
    open_book(path, directory)
    (file,) = directory.iterdir()
    file.write_bytes(foreign)
    assert list(open_book(path, directory).glossary.concepts) == ["a", "d"]


def test_a_cache_of_another_model_is_ignored(
    path: Path, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_book(path, directory)
    monkeypatch.setattr(cache, "_made_by", lambda: b"another")
    texts = reads(monkeypatch)
    open_book(path, directory)
    assert len(texts) == 1


def test_a_start_does_without_a_cache_that_cannot_be_kept(path: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert list(open_book(path, blocked / "state").glossary.concepts) == ["a", "d"]


def test_an_invalid_file_is_refused_with_or_without_a_cache(path: Path, directory: Path) -> None:
    open_book(path, directory)
    path.write_text(TEXT + "x", encoding="utf-8")
    with pytest.raises(GlossaryError):
        open_book(path, directory)


def test_an_entry_is_reread_without_making_the_others(path: Path, directory: Path) -> None:
    open_book(path, directory)
    book = open_book(path, directory)
    after = book.revised(TEXT.replace("hidden_terms: c", "hidden_terms: e").encode())
    assert list(after.changes_since(book)) == ["a"]
    assert after.glossary.concepts == Book.of(after.data, path).glossary.concepts


def test_a_book_can_be_kept_at_any_time(path: Path, directory: Path) -> None:
    book = Book.open(path)
    keep(book, directory)
    assert open_book(path, directory).ids == book.ids


def test_a_file_in_another_layout_is_not_cached(path: Path, directory: Path) -> None:
    path.write_text("{schema_version: 1, entries: []}", encoding="utf-8")
    assert open_book(path, directory).ids == ()
    assert not directory.exists()


def test_lists_and_answers_need_no_texts_of_entries(
    path: Path, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_book(path, directory)
    made: list[bytes] = []
    monkeypatch.setattr(shelf, "entry", made.append)
    glossary = open_book(path, directory).glossary
    edition = Edition.of(glossary)
    assert edition.coverage == {"en": 1, "fi": 0, "ko": 1}
    assert edition.contents.prepare().fields("en") == {"x": ["a"]}
    assert edition.lookup.ask("b").matches[0].concept == "a"
    assert made == []


@given(st.lists(CONCEPTS, max_size=4))
def test_any_entry_and_its_outline_are_the_same_after_the_cache(found: list[Concept]) -> None:
    concepts = {f"e{n}": replace(each, id=f"e{n}") for n, each in enumerate(found)}
    entries = "".join(rendered(each, 2) for each in concepts.values())
    data = f"schema_version: 1\nentries:\n{entries}".encode()
    made = Shelf({name: Leaf.of(concept) for name, concept in concepts.items()})
    with TemporaryDirectory() as directory:
        path = Path(directory) / "glossary.yaml"
        path.write_bytes(data)
        keep(Book(path, data, Glossary(made), manuscript(data), tuple(concepts)), path.parent)
        kept = open_book(path, path.parent).glossary
        assert len(list(path.parent.glob("*.cache"))) == 1
    assert list(kept.outlines()) == list(made.outlines())
    assert dict(kept.concepts) == concepts
