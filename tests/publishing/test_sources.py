from __future__ import annotations

from dataclasses import replace

import pytest

from bot.concept import Citation, Source
from bot.file.book import Book
from tests.publishing.workshop import Workshop, entry

pytestmark = pytest.mark.anyio


async def test_new_sources_are_written_with_the_entry_that_cites_them(shop: Workshop) -> None:
    gamma = entry("gamma")
    section = replace(gamma.languages["en"], definition_source=(Citation("book"),))
    cited = replace(gamma, languages={"en": section})
    await shop.publish(cited, sources={"book": Source("A book", url="https://book.example")})
    assert shop.desk.edition.glossary.sources["book"].title == "A book"
    await shop.looks()
    book = Book.open(shop.path)
    assert book.glossary.sources["book"].url == "https://book.example"
    assert book.glossary.concepts["gamma"] == cited
    assert await shop.state.revisions.unpublished() == []


async def test_a_key_that_the_file_has_given_away_meanwhile_is_not_cited(shop: Workshop) -> None:
    await shop.looks()
    gamma = entry("gamma")
    section = replace(gamma.languages["en"], definition_source=(Citation("book"),))
    cited = replace(gamma, languages={"en": section})
    await shop.publish(cited, sources={"book": Source("A book")})
    shop.edit("  paper: {title: A paper}", "  paper: {title: A paper}\n  book: {title: B}")
    await shop.looks(3)
    book = Book.open(shop.path)
    (citation,) = book.glossary.concepts["gamma"].languages["en"].definition_source
    assert book.glossary.sources[citation.source] == Source("A book")
    assert book.glossary.sources["book"] == Source("B")
    assert await shop.state.revisions.unpublished() == []
