from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.file.collation import collate
from bot.file.manuscript import manuscript

ENTRIES = ["  - id: a\n    x: y\n", "  - id: b\n", "  # c\n  - id: c\n    z: |\n      t\n\n"]
HEAD = "a: b\nentries:\n\n"

pieces = st.sampled_from(
    [*ENTRIES, "  - ", "-", "\n", " ", "  ", "# x\n", "id: ", "k: v\n", "x", "    y: z\n", "\n- "]
)  # fmt: skip


@given(
    st.lists(st.sampled_from(ENTRIES), min_size=1, max_size=5),
    st.sampled_from(["", "tail: t\n", "\n# end\n"]),
    st.data(),
)
def test_a_copy_is_divided_as_it_would_be_from_the_start(
    entries: list[str], tail: str, data: st.DataObject
) -> None:
    text = HEAD + "".join(entries) + tail
    old = manuscript(text.encode())
    assert old is not None
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 12))
    new = (
        text[:at] + "".join(data.draw(st.lists(pieces, max_size=4))) + text[at + cut :]
    ).encode()
    found = collate(old, new)
    if found is None:
        return
    whole = manuscript(new)
    assert found.text == whole or whole is None
    assert whole is None or found.text.digests == whole.digests
    kept = [found.text.entry(index) for index in range(found.start)]
    assert kept == [old.entry(index) for index in range(found.start)]
    rest = [found.text.entry(index) for index in range(found.new_end, len(found.text))]
    assert rest == [old.entry(index) for index in range(found.old_end, len(old))]


def test_only_the_entries_that_differ_are_named() -> None:
    text = (HEAD + "".join(f"  - id: a{n}\n    x: y\n" for n in range(9))).encode()
    old = manuscript(text)
    assert old is not None
    found = collate(old, text.replace(b"a4\n    x: y", b"a4\n    x: z"))
    assert found is not None
    assert (found.start, found.old_end, found.new_end) == (4, 5, 5)
    found = collate(old, text.replace(b"  - id: a4\n    x: y\n", b""))
    assert found is not None
    assert found.old_end - found.start == found.new_end - found.start + 1


def test_a_change_outside_the_entries_is_not_told_apart() -> None:
    text = (HEAD + ENTRIES[0] + "tail: t\n").encode()
    old = manuscript(text)
    assert old is not None
    assert collate(old, text.replace(b"a: b", b"a: c")) is None
    assert collate(old, text.replace(b"tail: t", b"tail: u")) is None
    assert collate(old, text.replace(b"    x: y\n", b"x: y\n")) is None
