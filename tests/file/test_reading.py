from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.file.reading import check, check_text, parse, read
from bot.glossary import Glossary
from bot.problem import GlossaryError

PATH = Path("glossary.yaml")

HEAD = """\
schema_version: 1
sources:
  report: {title: A report, url: "https://report.example/"}
subject_fields:
  bodies: {en: bodies, fi: toimijat, ko: 기관}
entries:
"""

GOOD = """\
  - id: coalition
    subject_field: bodies
    languages:
      en:
        terms:
          - Coalition
          - {term: CO, type: acronym, source: report}
        definition: group of states
        definition_source: report
    related: [member]
  - id: member
    subject_field: [bodies]
    broader: coalition
    created: 2026-11-22
    languages:
      en:
        terms: [member, {term: "no", verified: no}]
        note:
"""


def problems(text: str) -> list[tuple[int, str]]:
    """Line and sentence of everything that keeps a text from being read."""
    with pytest.raises(GlossaryError) as refused:
        parse(text.encode(), PATH)
    return [(problem.line, problem.sentence) for problem in refused.value.problems]


def test_a_good_file_is_read_into_concepts_sources_and_subject_fields(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_text(HEAD + GOOD, encoding="utf-8")
    glossary = read(path)
    assert list(glossary.concepts) == ["coalition", "member"]
    assert glossary.sources["report"].title == "A report"
    assert glossary.subject_fields["bodies"]["ko"] == "기관"
    terms = glossary.concepts["coalition"].languages["en"].terms
    assert [(term.term, term.normative_status) for term in terms] == [
        ("Coalition", "preferred"),
        ("CO", "admitted"),
    ]
    other = glossary.concepts["member"]
    assert [(term.term, term.verified) for term in other.languages["en"].terms] == [
        ("member", True),
        ("no", False),
    ]
    assert str(other.created) == "2026-11-22"
    assert other.languages["en"].note is None


def test_the_version_changes_when_and_only_when_a_byte_does() -> None:
    data = (HEAD + GOOD).encode()
    assert parse(data, PATH).version == parse(data, PATH).version
    assert parse(data, PATH).version != parse(data + b"\n", PATH).version


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        (
            "verified: no",
            "normative_status: prefered",
            23,
            "entry “member”: term 2 of English: “normative_status” is “prefered”; "
            "write preferred, admitted or deprecated",
        ),
        (
            "subject_field: bodies",
            "subjekt_field: bodies",
            8,
            "entry “coalition”: “subjekt_field” is not a key here; "
            "did you mean “subject_field”?",
        ),
        (
            "definition: group",
            "defintion: group",
            14,
            "entry “coalition”: English: “defintion” is not a key here; "
            "did you mean “definition”?",
        ),
        ("verified: no", "verified: maybe", 23,
         "entry “member”: term 2 of English: “verified” is “maybe”; write yes or no"),
        ("created: 2026-11-22", "created: 22.11.2026", 20,
         "entry “member”: “created” is “22.11.2026”; write a day as YYYY-MM-DD"),
        ("created: 2026-11-22", "created: 20261122", 20,
         "entry “member”: “created” is “20261122”; write a day as YYYY-MM-DD"),
        ("- id: member", "- id: Member", 17,
         "entry “Member”: “id” is “Member”; write small letters a-z, digits and single hyphens, "
         "beginning with a letter"),
        ("id: member", "status: draft", 17,
         "entry 2: “id” is missing; add a line “id: …”"),
        ("terms: [member, {term: \"no\", verified: no}]", "terms:", 23,
         "entry “member”: English: “terms” is empty; write it, in quotation marks if it begins "
         "with “#”"),
        ("definition: group of states", "definition: " + "x" * 601, 14,
         "entry “coalition”: English: “definition” is longer than 600 characters; shorten it"),
        ("      en:\n        terms:\n", "      sv:\n        terms:\n", 10,
         "entry “coalition”: “sv” is not a language of this glossary; write en, fi or ko"),
        ("- Coalition\n", "- [Coalition]\n", 12,
         "entry “coalition”: term 1 of English: this item is a list; write lines of “key: value” "
         "below it"),
        ("schema_version: 1", "schema_version: 2", 1, "“schema_version” is “2”; write 1"),
        ("schema_version: 1\n", "", 1, "“schema_version” is missing; add a line "
         "“schema_version: …”"),
        ("title: A report", "titel: A report", 3,
         "source “report”: “titel” is not a key here; did you mean “title”?"),
        ("https://report", "ftp://report", 3,
         "source “report”: “url” is “ftp://report.example/”; write an address that begins with "
         "https:// or http:// and has no spaces"),
        ("  bodies: {", "  Bodies: {", 5,
         "“Bodies” cannot be a key; write a key of small letters a-z, digits and single hyphens"),
        ("ko: 기관", "sv: organ", 5,
         "subject field “bodies”: “sv” is not a language of this glossary; write en, fi or ko"),
        ("definition: group of states", "definition: group: of states", 14,
         'put the text in quotation marks: definition: "group: of states"'),
        ("    broader: coalition\n", "    broader: coalition\n    broader: member\n", 20,
         "“broader” is written twice here; keep one of the two"),
        ("- id: member", "- id: coalition", 17,
         "the id “coalition” is already on line 7; merge the two entries"),
        ("related: [member]", "related: [memeber]", 16,
         "entry “coalition”: there is no entry “memeber”; did you mean “member”?"),
        ("related: [member]", "related: [something]", 16,
         "entry “coalition”: there is no entry “something”; add it or correct the name"),
        ("related: [member]", "related: [coalition]", 16,
         "entry “coalition”: “related” points at its own entry; remove it"),
        ("related: [member]", "broader: member", 16,
         "entry “coalition”: “broader” leads in a circle: coalition → member → coalition; "
         "remove one step"),
        ("acronym, source: report", "acronym, source: raport", 13,
         "entry “coalition”: source 1 of term 2 of English: “raport” is not among sources; "
         "did you mean “report”?"),
        ("subject_field: [bodies]", "subject_field: [bodys]", 18,
         "entry “member”: “bodys” is not among subject_fields; did you mean “bodies”?"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line_and_what_to_write(
    old: str, new: str, line: int, sentence: str
) -> None:
    text = HEAD + GOOD
    assert old in text
    assert problems(text.replace(old, new, 1))[0] == (line, sentence)


def test_every_problem_of_a_file_is_told_at_once() -> None:
    text = (HEAD + GOOD).replace("title", "tilte").replace("related", "relatde")
    text = text.replace('term: "no"', "term: @no")
    assert [line for line, _ in problems(text)] == [3, 16, 23]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "empty"),
        ("\n# nothing\n", "empty"),
        ("just words", "schema_version and entries"),
        ("- a\n- b\n", "schema_version and entries"),
        ("schema_version: 1\n", "“entries” is missing"),
        ("schema_version: 1\nentries: soon\n", "no list"),
        ("schema_version: 1\nentries:\n  a: b\n", "no list"),
        ("schema_version: 1\nentries:\n  - just words\n", "lines of “key: value”"),
        ("schema_version: 1\nentries:\n  -\n", "empty"),
    ],
)
def test_a_file_that_is_no_glossary_says_what_is_missing(text: str, part: str) -> None:
    assert part in problems(text)[0][1]


@pytest.mark.parametrize("entries", ["entries: []\n", "entries:\n"])
def test_a_glossary_may_be_empty(entries: str) -> None:
    assert parse(b"schema_version: 1\n" + entries.encode(), PATH).concepts == {}


def test_a_missing_file_a_directory_and_an_unreadable_one_are_sentences(tmp_path: Path) -> None:
    for path, part in [
        (tmp_path / "none.yaml", "no such file"),
        (tmp_path, "directory"),
        (Path("\0"), "cannot be read"),
    ]:
        with pytest.raises(GlossaryError, match=part):
            read(path)
        assert part in check(path)[0].sentence


def test_check_also_tells_of_keys_without_a_value() -> None:
    found = [p for p in check_text((HEAD + GOOD).encode(), PATH) if p.code == "Y02"]
    assert [(p.line, p.level) for p in found] == [(24, "warning")]
    assert found[0].sentence.startswith("English: “note” is empty")


def test_check_sorts_problems_by_line() -> None:
    text = (HEAD + GOOD).replace("title", "tilte").replace("related", "relatde")
    lines = [problem.line for problem in check_text(text.encode(), PATH)]
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("definition: group #1 of states", True),
        ("definition: group of states  # who says so?", True),
        ('definition: "group #1 of states"', False),
        ("definition: group of states#1", False),
        ("definition: >\n          title: group\n          note: of #states", False),
    ],
)
def test_check_tells_of_text_that_is_taken_for_a_comment(written: str, *, told: bool) -> None:
    text = (HEAD + GOOD).replace("definition: group of states", written)
    found = [problem for problem in check_text(text.encode(), PATH) if problem.code == "Y03"]
    assert [(p.line, p.level) for p in found] == [(14, "warning")] * told


def test_a_source_is_not_called_uncited_while_an_entry_cannot_be_read() -> None:
    text = (HEAD + GOOD).replace("definition: group", "defintion: group")
    assert "T10" not in {problem.code for problem in check_text(text.encode(), PATH)}
    text = (HEAD + GOOD).replace(", source: report", "").replace("_source: report", "_source: []")
    assert "T10" in {problem.code for problem in check_text(text.encode(), PATH)}


hostile = st.sampled_from(
    [": b", " &a", " *a", "\n    - x", "[", "{", "'", '"', "\x00", "\n", "#", "no", "\t", "한",
     "\ud800", "  ", "- ", "\n  - id: x", "!!python/object:os.system", "|", "\u2028"]
)  # fmt: skip


@given(st.data())
def test_a_damaged_file_is_a_glossary_or_an_error_with_sentences(data: st.DataObject) -> None:
    text = HEAD + GOOD
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 12))
        text = text[:at] + data.draw(hostile) + text[at + cut :]
    raw = text.encode("utf-8", "surrogatepass")
    try:
        assert isinstance(parse(raw, PATH), Glossary)
    except GlossaryError as error:
        assert all(problem.sentence for problem in error.problems)  # noqa: PT017
    assert isinstance(check_text(raw, PATH), list)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_glossary_or_an_error(raw: bytes) -> None:
    with pytest.raises(GlossaryError):
        parse(raw, PATH)


def test_a_billion_laughs_are_refused_at_once() -> None:
    laughs = "a0: &a0 [lol]\n" + "".join(
        f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 10)}]\n" for n in range(12)
    )
    assert "take away what begins with “&”" in problems(laughs + HEAD + GOOD)[0][1]
