"""Whether words of a longer label name something broader than it, when they stand alone."""

from __future__ import annotations

from collections.abc import Sequence

from bot.lookup.everyday import is_everyday, is_pair, is_place
from bot.lookup.index import Index
from bot.lookup.questions import is_joining


def is_part(chosen: Sequence[str], position: int, index: Index) -> bool:
    """Whether one or two words that say little are all that was typed of a longer label."""
    words = index.spelt[position].split(" ")
    if len(chosen) > _MOST_WORDS or len(words) == 1:
        return False
    if len(chosen) < len(words) and is_place(chosen[-1]) and words[: len(chosen)] == list(chosen):
        return True  # a name of its own, as Council of Europe before Convention
    if 1 < len(chosen) < len(words) and is_pair(chosen):
        return True
    label, typed = main_words(words), main_words(chosen)
    if (joined := "".join(typed)) in label:  # life cycle of AI lifecycle
        typed = [joined]
    if len(typed) > 2 or len(typed) >= len(label):
        return False
    if len(typed) == 1:
        common = index.vocabulary.get(typed[0], 0) > 1 or is_everyday(typed[0])
        return common or typed[0] in _heads(words)
    return all(map(is_everyday, typed)) and _is_broader(typed, label, position, index)


_MOST_WORDS = 5  # of which two are not small ones


def main_words(words: Sequence[str]) -> list[str]:
    """``words`` without the small ones between them; all when there are no others."""
    return [word for word in words if not is_joining(word)] or list(words)


def _is_broader(typed: list[str], label: list[str], position: int, index: Index) -> bool:
    """Whether two everyday words of a label name more than it: what narrows it is missing.

    That is half of its words, or one that most entries are about, or it is never shown so.
    """
    if index.labels[position].kind == "hidden":
        return True
    if typed[-1] not in _heads(index.spelt[position].split(" ")):
        return False
    missing = [word for word in label if word not in typed]
    subject = min(max(_SUBJECT * len(index.labels), _FEWEST), _ENOUGH)
    return len(missing) > 1 or all(index.vocabulary.get(word, 0) > subject for word in missing)


_SUBJECT = 0.03  # of the labels that hold a word: what the glossary is about
_FEWEST, _ENOUGH = 10, 40  # labels that are too few to tell, and that tell in any glossary


def _heads(words: Sequence[str]) -> tuple[str, str]:
    """The words that the others narrow: the last, and the last before ``of`` and the like."""
    ends = (at for at, word in enumerate(words) if at and is_joining(word))
    return words[-1], words[next(ends, len(words)) - 1]
