from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.file import composition
from bot.file.composition import compose, compose_entry
from bot.file.yamlfile import YamlError, parse

HEAD = b"schema_version: 1\nentries:\n"


def test_keys_before_and_after_the_entries_are_the_head() -> None:
    found = compose(b"a: b\nentries:\n  - id: x\nc: d\n")
    assert found.head == {"a": "b", "c": "d"}
    assert list(found.entries) == [(0, {"id": "x"})]
    assert found.text is not None


@pytest.mark.parametrize(
    "text",
    [
        b"entries: [{id: x}]\n",
        b'{"entries": [{"id": "x"}]}',
        b"entries:\n  - id: x\n    note: 'a\nb: c'\n",
        b"entries:\n  - {id: x,\ny: z}\n",
        b'"entries":\n  - id: x\n',
    ],
)
def test_a_file_whose_entries_cannot_be_told_apart_is_parsed_whole(text: bytes) -> None:
    found = compose(text)
    assert not found.errors
    assert [value["id"] for _, value in found.entries if isinstance(value, dict)] == ["x"]
    assert found.text is None


def test_every_entry_that_cannot_be_parsed_is_told_of_with_its_line() -> None:
    found = compose(HEAD + b"  - id: @a\n  - id: b\n    x: 'y\n  - id: c\n  - id: d: e\n")
    assert [error.line for error in found.errors] == [3, 5, 7]
    assert list(found.entries) == [(2, {"id": "c"})]


@pytest.mark.parametrize(
    "text",
    [
        b"entries: []\n- id: x\n",
        b"entries:\n  - id: x\n---\na: b\n",
        b"entries:\n  - id: x\n...\na: b\n",
        b"entries:\n- id: x\n---\n- id: y\n",
        b"entries:\n  - id: x\nentries:\n  - id: y\n",
        b"a: b\nentries:\n  - id: x\na: c\n",
        b"entries:\n  id: x\n",
        b"- id: x\n",
        b"entries:\n  - id: x\nwords\n",
    ],
)
def test_what_is_no_single_list_of_entries_is_refused(text: bytes) -> None:
    assert compose(text).errors


def test_a_file_over_the_largest_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.file.yamlfile.LONGEST_FILE", 10)
    assert "larger" in compose(b"entries: []").errors[0].sentence


def test_a_large_file_is_composed_as_its_entries_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(composition, "LARGEST_WHOLE", 10)
    found = compose(HEAD + b"  - id: a\n  - id: @b\n  - id: c\n")
    assert not found.errors
    assert list(found.entries) == [(0, {"id": "a"}), (2, {"id": "c"})]
    assert [error.line for error in found.errors] == [4]


@pytest.mark.parametrize(
    "text", [b"- a\n- b\n", b"a: b\n", b"  - id: x\n \xe2\x80\xa8  - id: y\n"]
)
def test_a_piece_that_is_not_one_entry_is_refused(text: bytes) -> None:
    with pytest.raises(YamlError):
        compose_entry(text)


@pytest.mark.parametrize(
    ("steps", "line"),
    [((), 3), (("id",), 3), (("languages", "en"), 5), (("languages", "en", "terms", 1), 8),
     (("languages", "en", "terms", 1, "type"), 9), (("languages", "en", "terms", 0, "term"), 7),
     (("languages", "fr"), 4), (("status",), 3)],
)  # fmt: skip
@pytest.mark.parametrize("whole", [False, True])
def test_a_value_knows_its_line_and_one_that_is_not_there_its_parents(
    steps: tuple[str | int, ...], line: int, *, whole: bool
) -> None:
    body = b"- id: a\n  languages:\n    en:\n      terms:\n        - b\n        - term: c\n"
    text = HEAD + body + b"          type: acronym\n"
    text = text.replace(b"entries:", b'"entries":') if whole else text
    found = compose(text)
    assert (found.text is None) == whole
    assert found.line(0, steps) == line
    assert found.line(None, ("entries",)) == 2


lines = st.sampled_from(
    ["- id: a", "  - id: b", "  -", "  id: c", "    x: y", "    note: |", "      text", "    'q",
     "q'", '    z: "', '"', "    l: [a,", "  - b]", "    d: {e: f,", "}", "# c", "  # c",
     "    # c", "", " ", "    - k", "  a: b", "sources:", "  s: t", "entries:", "---", "...",
     "text", "  - |", "   w", "    p: plain", "      more", "-", "- - a", "    ?", "    : v", "\t",
     "  - - a\u2028  - id: z"]
)  # fmt: skip


@given(st.lists(lines, max_size=12), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\n"]))
def test_entry_by_entry_gives_what_the_whole_file_gives(
    body: list[str], newline: str, end: str
) -> None:
    text = newline.join(["a: b", "entries:", *body]) + end
    found = compose(text.encode())
    try:
        whole = parse(text.encode())
    except YamlError:
        assert found.errors
        return
    assert isinstance(whole, dict)
    entries = whole.pop("entries")
    if found.errors:
        assert entries is not None
        assert not isinstance(entries, list)
        return
    assert found.head == whole
    assert [value for _, value in found.entries] == (entries or [])


@pytest.mark.parametrize(
    "text",
    [
        b"a: \xff\nentries:\n  - id: x\n",
        b"entries:\n# \xff\n  - id: x\n",
        b"entries:\n  - id: x\n# \xff\n",
        b"entries:\n  - id: x\n# \xff\n  - id: y\n",
        b"entries:\n  - id: x\na: b\n# \xff\n",
        b"entries:\n# \xff\n",
    ],
)
def test_no_byte_of_a_file_goes_unread(text: bytes) -> None:
    assert "UTF-8" in compose(text).errors[0].sentence
