from __future__ import annotations

import pytest

from bot.contacts import Contact
from bot.edition import Edition
from bot.suggestion import Form
from bot.suggestion.similar import near, pointed_out
from tests.samples import glossary

EDITION = Edition.of(glossary())


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("human rights", [("human-rights", True)]),
        ("Human  Rights", [("human-rights", True)]),
        ("인권", [("human-rights", True)]),
        ("generativ AI", [("generative-ai", False)]),
        ("quokka", []),
    ],
)
def test_entries_close_to_a_term_are_found(term: str, found: list[tuple[str, bool]]) -> None:
    assert near(term, "en", EDITION) == found


def test_contacts_are_looked_for_in_every_free_text() -> None:
    form = Form(goal="new").answer("note", "Ask ann@example.org.")
    assert pointed_out(form, glossary()) == [Contact("email", "ann@example.org")]
    assert pointed_out(Form(goal="new").answer("term", "Ann Other"), glossary()) == []
