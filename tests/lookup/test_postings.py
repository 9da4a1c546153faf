from __future__ import annotations

import pytest

from bot.lookup.postings import Postings, post, posted


@pytest.mark.parametrize("count", [0, 1, 2, 8, 9, 10, 1000])
def test_every_position_of_a_key_is_kept_once_and_in_order(count: int) -> None:
    postings: Postings = {}
    for position in range(count):
        post(postings, "key", position)
        post(postings, "key", position)
        post(postings, f"other {position}", position)
    assert list(posted(postings, "key")) == list(range(count))
