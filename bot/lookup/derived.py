"""The stage for words that are made of those of a label, or they of them: ``democratize``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, product, takewhile

from bot.lookup import questions
from bot.lookup.asked import Asked, Hit, found
from bot.lookup.bags import bag
from bot.lookup.everyday import is_everyday
from bot.lookup.exact import as_typed, is_being_typed
from bot.lookup.families import kin, root
from bot.lookup.index import Index
from bot.lookup.postings import posted
from bot.lookup.stems import stem


def derived(asked: Asked, index: Index) -> list[Hit]:
    """The label whose words are of one family with those typed: ``democratize``."""
    asks = asked.is_question and questions.is_asking(asked.words)
    for reading in asked.readings[: 2 if asks and not is_being_typed(asked, index) else 1]:
        chosen = _main(reading)
        if hits := _joined(chosen, index):
            return hits
        options = list(takewhile(bool, (_relatives(word, index) for word in chosen)))
        if not len(options) == len(chosen) <= _MOST_DERIVED:
            continue
        combined = islice(product(*options), 48)
        hits = [hit for words in combined for hit in _related(chosen, words, index)]
        concepts = {index.labels[hit.position].concept for hit in hits}
        if hits:
            hits = [hit._replace(score=hit.score / len(concepts)) for hit in hits]
            return [as_typed(hit, asked, index) for hit in hits]
    return []


_MOST_DERIVED = 6  # words


def _joined(chosen: Sequence[str], index: Index) -> list[Hit]:
    """The label that is one word of the two: building peace, peacebuilding."""
    if len(chosen) != _TWO or not chosen[0].endswith("ing"):
        return []
    return found(
        index, chosen[1] + chosen[0], "inflected", _SEVERAL, "its parts the other way round"
    )


def akin(asked: Asked, index: Index) -> list[Hit]:
    """Labels of words that are made of the same as those typed: ``voting electronically``."""
    for chosen in map(_main, asked.readings[::-1]):
        if not 0 < len(chosen) <= _MOST_DERIVED or not _tells(chosen):
            continue
        options = [index.stems.get(stem(word), ())[:_EACH] for word in chosen]
        for words in islice(product(*options), 48):
            places = _of_these(words, index) if bag(words) != bag(chosen) else []
            concepts = {index.labels[place].concept for place in places}
            sure = len(words) > 1 == len(concepts) and all(map(_are_near, chosen, words))
            score = _SEVERAL if sure and not _is_turned(chosen, words, index) else _ONE
            if places:
                return [Hit(place, "inflected", score, _MADE) for place in places]
    return []


_TWO = 2
_EACH = 4  # words of labels for one that was typed
_ONE = 0.55  # a word alone is as often another thing
_SEVERAL = 0.82
_MADE = "made of the same words"


def _are_near(typed: str, word: str) -> bool:
    """Whether two words share more than letters: their stem is long, or one goes on from it."""
    if root(typed) == root(word):
        return True
    shorter, longer = sorted((typed, word), key=len)
    return len(stem(word)) > _STEM or longer.startswith(shorter.rstrip("ey"))


def _is_turned(chosen: Sequence[str], words: Sequence[str], index: Index) -> bool:
    """Whether what is done is taken for what it is done to: data integration, integrated data."""
    if "".join(words) in index.folded:
        return False  # in the same order: organically farmed, organic farming
    apart = [pair for pair in zip(chosen, words, strict=True) if pair[0] != pair[1]]
    return any(sum(word.endswith("ed") for word in pair) == 1 for pair in apart)


def _of_these(words: Sequence[str], index: Index) -> Sequence[int]:
    """Labels of ``words`` in this order, else in any."""
    turned = bag(words)
    maybe = index.bags.maybe(turned) if len(turned) > 1 else ()
    return posted(index.folded, "".join(words)) or [
        at for at in maybe if bag(index.spelt[at].split(" ")) == turned
    ]


def _tells(chosen: Sequence[str]) -> bool:
    """Whether the words are long enough not to share their stems by chance."""
    return len(chosen) > 1 or len(stem(chosen[0])) >= _STEM


_STEM = 5  # letters


def _main(chosen: Sequence[str]) -> list[str]:
    """What says something of ``registering a vehicle``."""
    return [word for word in chosen if not questions.is_joining(word)]


def _relatives(word: str, index: Index) -> list[str]:
    """The words of labels that are of one family with ``word``, itself first."""
    key = root(word)
    made = index.families.get(key, ())
    if not made and key == word:
        return [word] if word in index.vocabulary else []
    other = {word + "e", word.removesuffix("e")} - {word}  # moral, morale
    every = dict.fromkeys((word, key, *made))
    return [one for one in every if one in index.vocabulary and one not in other][:6]


def _related(chosen: Sequence[str], words: Sequence[str], index: Index) -> list[Hit]:
    """Labels of ``words``, which are of one family with those ``chosen``, each of one."""
    turned = bag(words)
    if turned == bag(chosen):
        return []
    why, score = "words of its family", _of_family(chosen, words, index)
    if hits := found(index, "".join(words), "inflected", score, why):
        return hits
    return [
        Hit(at, "words", score - 0.02, why + " in another order")
        for at in (index.bags.maybe(turned) if len(turned) > 1 else ())
        if bag(index.spelt[at].split(" ")) == turned
    ]


def _of_family(chosen: Sequence[str], words: Sequence[str], index: Index) -> float:
    """How sure words of one family are: what differs from the bare word may mean another thing.

    An everyday word that is not in a large glossary was perhaps left out of it.
    """
    bare = [one for one, other in zip(chosen, words, strict=True) if kin(one) != kin(other)]
    if len(words) > 1:
        return 0.79 if any(word.endswith("ed") for word in bare) else 0.84 if bare else 0.86
    large = len(index.vocabulary) > _LARGE and (is_everyday(chosen[0]) or is_everyday(words[0]))
    return (0.82 if bare else 0.86) - (0.08 if large else 0.0)


_LARGE = 3000  # words
