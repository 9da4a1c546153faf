from __future__ import annotations

import pytest

from bot.concept import Citation
from bot.suggestion.sources import cited
from tests.samples import glossary


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("foc-about", Citation("foc-about")),
        ("About us", Citation("foc-about")),
        ("https://foc.example/about/?a=1&b=2", Citation("foc-about")),
        ("See https://foc.example/about/?a=1&b=2.", Citation("foc-about")),
        ("About Us, paragraph 3", Citation("foc-about", "3")),
        ("About Us, kappale 3–4", Citation("foc-about", "3–4")),
        ("About Us 12문단", Citation("foc-about", "12")),
    ],
)
def test_a_source_that_is_known_is_cited_by_its_key(text: str, citation: Citation) -> None:
    found = cited(text, glossary())
    assert (found.citation, found.new) == (citation, None)


@pytest.mark.parametrize(
    ("text", "key", "title", "url", "date"),
    [
        ("IUCN Red List, 2020, https://iucn.org/x.", "iucn-red-list", "IUCN Red List",
         "https://iucn.org/x", "2020"),
        ("https://www.iucn.org/x", "iucn-org-x", "iucn.org/x", "https://www.iucn.org/x", None),
        ("쿼카 보고서", "kwoka-bogoseo", "쿼카 보고서", None, None),
        ("Report", "report-2", "Report", None, None),
        ("…", "source", "…", None, None),
        ("2020", "source-2020", "2020", None, "2020"),
    ],
)  # fmt: skip
def test_a_new_source_gets_a_key_of_its_own(
    text: str, key: str, title: str, url: str | None, date: str | None
) -> None:
    found = cited(text, glossary())
    assert found.new is not None
    assert found.citation.source == key
    assert (found.new.title, found.new.url, found.new.date) == (title, url, date)
