"""The stages that guess: labels near in letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from bot.lookup import english, korean, questions
from bot.lookup.aligned import Alignment
from bot.lookup.alignment import align
from bot.lookup.asked import Asked, Hit
from bot.lookup.broader import is_part
from bot.lookup.candidates import Choice, close, promising, rejoined
from bot.lookup.confidence import fit
from bot.lookup.doubt import certainty, is_real, is_short
from bot.lookup.hangul import strokes
from bot.lookup.index import Index
from bot.lookup.ranking import Fitted, ranked
from bot.lookup.ties import size
from bot.lookup.whole import whole

_FIRST = 5  # candidates; the rest only when none of these fits well
_MOST_WORDS = 14
_PART = 0.78  # the most for one common word of a longer label: offered, not answered
_ENOUGH = 0.9  # so sure of one reading that the other need not be looked at


def slipped(asked: Asked, index: Index) -> list[Hit]:
    """Labels one slip from what was typed."""
    best: dict[int, Fitted] = {}
    for chosen in _readings(asked, index):
        keys = strokes("".join(chosen))
        if len(keys) > 2:
            _fit_all(chosen, keys, index, index.one_slip(keys), best)
    return ranked(best, index, _certainty(asked, best, index))


def _readings(asked: Asked, index: Index) -> list[list[str]]:
    """The readings, only the first where the words of a question may be of a label misspelt."""
    if not asked.is_question:
        return asked.readings
    (start, end), every = asked.core, asked.words
    around = every[:start] + every[end:]
    few = 0 < len(around) <= 2 and not questions.is_asking(around)
    theirs = few and all(word in index.vocabulary and word not in _ARTICLES for word in around)
    return asked.readings[:1] if theirs else asked.readings


_ARTICLES = ("the", "a", "an")


def misspelt(asked: Asked, index: Index) -> list[Hit]:
    """Labels near in letters, fitted word by word. Short abbreviations are not guessed at."""
    return _nearest(asked, index, promising)


def hardly_misspelt(asked: Asked, index: Index) -> list[Hit]:
    """Labels so near as a whole, for a reading of the query that is a guess itself."""
    return _nearest(asked, index, close)


def _nearest(asked: Asked, index: Index, choose: Choice) -> list[Hit]:
    best: dict[int, Fitted] = {}
    for reading in _readings(asked, index)[::-1]:
        chosen = rejoined(reading, asked.text, index.vocabulary)
        keys = strokes("".join(chosen))
        if len(keys) > 3 and len(chosen) <= _MOST_WORDS:
            _fit_all(chosen, keys, index, choose(chosen, index), best)
            if any(score > _ENOUGH for score, _ in best.values()):
                break
    return ranked(best, index, _certainty(asked, best, index))


def _certainty(asked: Asked, best: dict[int, Fitted], index: Index) -> float:
    most = max((score for score, _ in best.values()), default=0.0)
    nearest = [position for position, (score, _) in best.items() if score > most - _AS_WELL]
    nearest.sort(key=lambda position: -best[position][0])
    return certainty(asked, nearest, index) if nearest else 1.0


_AS_WELL = 0.05  # labels that fit so much less are as near


def _fit_all(
    chosen: Sequence[str], keys: str, index: Index, near: Sequence[int], best: dict[int, Fitted]
) -> None:
    """Adds how well ``chosen`` fits the labels of ``near`` to ``best``, where it fits better."""
    for tried, position in enumerate(near):
        if tried >= _FIRST and any(score > _ENOUGH for score, _ in best.values()):
            break
        if is_short(position, index):
            continue
        fitted = _fitted(chosen, keys, index, position)
        if fitted is not None and (position not in best or best[position][0] < fitted[0]):
            best[position] = fitted


def _fitted(chosen: Sequence[str], keys: str, index: Index, position: int) -> Fitted | None:
    words, native = index.spelt[position].split(" "), index.labels[position].language == "fi"
    is_own = partial(is_real, index=index, native=native)
    aligned = align(chosen, words, is_own, native=native)
    best = (fit(aligned), aligned) if aligned is not None else None
    if (best is None or best[0] < _ENOUGH) and _may_run_over(chosen, words):
        most = min(4, 1 + len(keys) // 8) if len(chosen) != len(words) else 2  # a slip at a space
        as_one = whole(chosen, words, most)
        if as_one is not None and as_one.slips:
            other = _is_turned(chosen, words) or _is_another_term(chosen, words, is_own)
            as_one = as_one._replace(real=other)
        if as_one is not None and (best is None or fit(as_one) > best[0]):
            best = fit(as_one), as_one
    if best is None or best[0] <= _PART or _is_whole(best[1], chosen, words):
        return best
    return (_PART, best[1]) if is_part(chosen, position, index) else best


def _is_whole(aligned: Alignment, chosen: Sequence[str], words: Sequence[str]) -> bool:
    """Whether every word of a label was typed, each as one."""
    return not aligned.missing and len(chosen) == len(words)


def _may_run_over(chosen: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a slip may be at a space: several words, the lengths of which differ."""
    several = max(len(words), len(chosen)) > 1 and not set(chosen) < set(words)
    return several and list(map(len, words)) != list(map(len, chosen))


def _is_turned(chosen: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a word typed is one of the label's with a prefix more or less, or another number."""
    if any(english.is_prefix(word) and word not in words for word in chosen):
        return True
    pairs = [pair for pair in zip(chosen, words, strict=False) if pair[0] != pair[1]]
    if any(None not in map(english.number, pair) for pair in pairs):
        return True
    return any(english.differ_in_prefix(*pair) or korean.differ_in_prefix(*pair) for pair in pairs)


def _is_another_term(
    chosen: Sequence[str], words: Sequence[str], is_real: Callable[[str], bool]
) -> bool:
    """Whether what was typed for a label of other ``words`` is of real words itself."""
    if len(chosen) > len(words):
        keys = len if any(map(str.isascii, "".join(chosen))) else size  # no slip of the layout
        return any(is_real(word) and keys(word) > 3 for word in chosen)
    others = [word for word in chosen if word not in words]
    return len(chosen) < _SEVERAL and all(is_real(word) and size(word) > 2 for word in others)


_SEVERAL = 4  # words: so many real ones are a slip in one rather than another term
