from __future__ import annotations

import pytest

from bot.file.manuscript import manuscript

HEAD = "schema_version: 1\n# about the entries\nentries:  # all of them\n"


def pieces(text: str) -> list[str]:
    """The text of each entry, without what stands between them."""
    found = manuscript(text.encode())
    assert found is not None
    spans = [found.span(index) for index in range(len(found))]
    return [text.encode()[span.above : span.end].decode() for span in spans]


@pytest.mark.parametrize(
    ("body", "entries"),
    [
        ("  - id: a\n  - id: b\n", ["  - id: a\n", "  - id: b\n"]),
        ("- id: a\n- id: b", ["- id: a\n", "- id: b"]),
        ("  - id: a\n\n  - id: b\n\n\n", ["  - id: a\n", "  - id: b\n"]),
        ("  -\n    id: a\n", ["  -\n    id: a\n"]),
        ("  - id: a\r\n    x: y\r\n  - id: b\r\n", ["  - id: a\r\n    x: y\r\n", "  - id: b\r\n"]),
        ("  # on a\n  - id: a\n", ["  # on a\n  - id: a\n"]),
        ("\n# free\n\n# on a\n  - id: a\n", ["# on a\n  - id: a\n"]),
        (
            "  - id: a\n    # in a\n  # on b\n  # too\n  - id: b\n",
            ["  - id: a\n    # in a\n", "  # on b\n  # too\n  - id: b\n"],
        ),
        (
            "  - id: a\n\n    # in a\n\n  # free\n\n  - id: b\n",
            ["  - id: a\n\n    # in a\n", "  - id: b\n"],
        ),
        ("  - id: a\n    x:\n    - b\n    - c\n", ["  - id: a\n    x:\n    - b\n    - c\n"]),
        ("  - id: a\nsources: {}\n", ["  - id: a\n"]),
        ("  -id: a\n", None),
        ("  - id: a\n  -b\n", ["  - id: a\n  -b\n"]),
    ],
)
def test_an_entry_has_its_lines_and_the_comments_directly_above_it(
    body: str, entries: list[str] | None
) -> None:
    if entries is None:
        assert manuscript((HEAD + body).encode()) is None
    else:
        assert pieces(HEAD + body) == entries


def test_the_comment_after_entries_is_the_first_entrys_only_on_lines_of_its_own() -> None:
    assert pieces("entries: # x\n# on a\n- id: a\n") == ["# on a\n- id: a\n"]


@pytest.mark.parametrize("opened", ["entries:\n", "entries: []\n", "entries:", "\ufeffentries:\n"])
def test_a_list_may_be_empty(opened: str) -> None:
    found = manuscript(opened.encode())
    assert found is not None
    assert len(found) == 0


@pytest.mark.parametrize(
    "text", ["", "a: b\n", "entries: [{id: a}]\n", "entries:\n  id: a\n", '{"entries": []}']
)
def test_entries_that_do_not_begin_with_a_dash_on_a_line_cannot_be_told_apart(text: str) -> None:
    assert manuscript(text.encode()) is None


def test_an_entry_knows_its_line_and_an_offset_its_entry() -> None:
    text = (HEAD + "  - id: a\n    x: y\n\n  - id: b\n").encode()
    found = manuscript(text)
    assert found is not None
    assert found.lines == [4, 7]
    assert [found.at(text.index(part)) for part in (b"about", b"id: a", b"x: y", b"id: b")] == [
        -1, 0, 0, 1,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "newline"), [("a\r\nb\r\n", b"\r\n"), ("a\nb", b"\n"), ("", b"\n")]
)
def test_the_first_line_shows_how_lines_end(text: str, newline: bytes) -> None:
    found = manuscript(b"entries: []" + newline + text.encode())
    assert found is not None
    assert found.newline == newline


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_the_end_of_the_entries_is_found_wherever_a_portion_ends(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.file.manuscript.PORTION", size)
    text = manuscript(b"entries:\n  - id: a\n    x: y\n\ntail: t\n")
    assert text is not None
    assert text.tail == b"tail: t\n"
    without = manuscript(b"entries:\n  - id: a\n    x: y\n\n")
    assert without is not None
    assert without.tail == b""
