from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from bot.concept import Concept, Status
from bot.file.amendment import amended, rendered
from bot.file.composition import compose_entry
from bot.file.entry import validated
from bot.file.yamlfile import YamlError
from tests.concepts import CONCEPTS

ADAPTER = TypeAdapter(Concept)

ENTRY = """\
  - id: coalition  # never change it
    status: draft   # until Korean is checked
    # whom it concerns
    related: [member]
    languages:
      en:
        terms:
          - Coalition  # official
          # the short one
          - term: CO
            type: acronym # all capitals
            source: [report]
        definition: >-  # checked
          group of states that
          work together
        # on the note
        note: "Some: text"
      fi:
        terms: [liittouma]
"""


def concept(text: str = ENTRY) -> Concept:
    return validated(compose_entry(text.encode()))


def change(**fields: Any) -> str:
    return amended(ENTRY, concept(), replace(concept(), **fields), 2)


def english(**fields: Any) -> str:
    languages = concept().languages
    section = ADAPTER.validate_python(
        {"id": "x", "languages": {"en": {"terms": ["x"]} | fields}}
    ).languages["en"]
    kept = {key: getattr(section, key) for key in fields}
    return change(languages=languages | {"en": replace(languages["en"], **kept)})


CO = {"term": "CO", "type": "acronym", "source": "report"}
PREFERRED = {"normative_status": "preferred"}


@pytest.mark.parametrize(
    ("made", "old", "new"),
    [
        (change(status="valid"), "status: draft ", "status: valid "),
        (change(related=("member", "other")), "[member]", "[member, other]"),
        (change(related=()), "    related: [member]\n", ""),
        (change(broader=("group",)), "    # whom", "    broader: [group]\n    # whom"),
        (change(created_by="me"), "[liittouma]\n", "[liittouma]\n    created_by: me\n"),
        (english(definition="group"), ">-  # checked\n          group of states that\n"
         "          work together\n", "group  # checked\n"),
        (english(note="Text"), '"Some: text"', "Text"),
        (english(note=None), '        note: "Some: text"\n', ""),
        (english(example="this"), '"Some: text"\n', '"Some: text"\n        example: this\n'),
        (english(definition_source="report"), "work together\n",
         "work together\n        definition_source: [report]\n"),
        (english(terms=["The Coalition", CO]), "- Coalition ", "- The Coalition "),
        (english(terms=["Coalition", CO, "group"]), "source: [report]\n",
         "source: [report]\n          - group\n"),
        (english(terms=["Coalition"]), "          - term: CO\n            type: acronym # all "
         "capitals\n            source: [report]\n", "          # all capitals\n"),
        (english(terms=["Coalition", CO | {"type": "abbreviation"}]), "type: acronym #",
         "type: abbreviation  #"),
        (english(terms=["Coalition", CO | {"region": "GB"}]), "            source: [report]\n",
         "            region: GB\n            source: [report]\n"),
        (english(terms=["New", "Coalition", CO]), "terms:\n", "terms:\n          - New\n"),
    ],
)  # fmt: skip
def test_only_the_lines_of_what_changed_are_written_anew(made: str, old: str, new: str) -> None:
    assert re.sub("  +#", " #", made) == re.sub("  +#", " #", ENTRY.replace(old, new))


def test_a_language_that_is_added_or_removed_leaves_the_others_alone() -> None:
    languages = concept().languages
    korean = replace(languages["fi"], definition="연합체")
    assert change(languages=languages | {"ko": korean}).startswith(ENTRY)
    finnish = "      fi:\n        terms: [liittouma]\n"
    assert change(languages={"en": languages["en"]}) == ENTRY.replace(finnish, "")


def test_comments_in_a_layout_that_is_not_understood_are_kept_in_front() -> None:
    text = "  - {id: a, languages: {en: {terms: [a]}},\n    # why\n    status: draft}\n"
    old = concept(text)
    made = amended(text, old, replace(old, status="valid"), 2)
    assert made.startswith("  # why\n  - id: a\n")
    assert concept(made).status == "valid"


def test_comments_in_a_list_that_is_written_anew_stay_above_it() -> None:
    made = english(terms=[{"term": "Coalition", "normative_status": "admitted"}, CO | PREFERRED])
    assert sorted(re.findall("#.*", made)) == sorted(re.findall("#.*", ENTRY))


def test_an_entry_that_does_not_change_keeps_every_byte() -> None:
    assert amended(ENTRY, concept(), concept(), 2) == ENTRY


@st.composite
def layouts(draw: st.DrawFn, old: Concept) -> str:
    """The old entry with comments and blank lines anywhere that they change nothing."""
    lines = rendered(old, 2).splitlines(keepends=True)
    for mark in draw(st.lists(st.sampled_from(["# c", "  # c", "        # c", ""]), max_size=5)):
        at = draw(st.integers(1, len(lines)))
        tried = [*lines[:at], f"{mark}\n", *lines[at:]]
        if _means("".join(tried), old):
            lines = tried
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        tried = [*lines[:at], lines[at].rstrip("\n") + "  # e\n", *lines[at + 1 :]]
        if _means("".join(tried), old):
            lines = tried
    return "".join(lines)


def _means(text: str, old: Concept) -> bool:
    try:
        return validated(compose_entry(text.encode())) == old
    except (YamlError, ValueError):
        return False


@settings(max_examples=50)
@given(CONCEPTS, CONCEPTS, st.data())
def test_any_entry_can_be_changed_into_any_other_and_no_comment_is_lost(
    old: Concept, new: Concept, data: st.DataObject
) -> None:
    text = data.draw(layouts(old))
    made = amended(text, old, new, 2)
    assert concept(made) == new
    assert made.endswith("\n")
    assert made.count("# c\n") >= text.count("# c\n") - rendered(old, 2).count("# c\n")


@settings(max_examples=50)
@given(CONCEPTS, st.data())
def test_a_change_of_one_field_leaves_the_lines_of_others(
    old: Concept, data: st.DataObject
) -> None:
    text = data.draw(layouts(old))
    other: Status = "draft" if old.status == "valid" else "valid"
    made = amended(text, old, replace(old, status=other), 2)
    kept = [line for line in text.splitlines() if "status: " not in line]
    assert [line for line in made.splitlines() if "status: " not in line] == kept
