"""Finnish word forms, on folded words (without ä and ö): stems and the endings they take.

After the paradigms of Iso suomen kielioppi: a form is a stem of the word, in strong or weak
grade, and a chain of endings (number and case, possessive, clitics).
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Prefix

_CASE = (
    "n|a|ta|tta|ssa|sta|lla|lta|lle|na|ksi|tta|i?ne(?=en|ni|si|nsa|mme|nne)|t|en|in|ien|jen|"
    "den|iden|tten|ten|seen|siin|"
    "h[aeiouy]n|[aeiouy]n|ia|ja|ita|ja|issa|ista|illa|ilta|ille|ina|iksi|itta|ihin|iin|"
    "i|si|se|le|kse"
)
_CHAIN = re.compile(
    rf"(?:{_CASE})?(?:ni|si|nsa|mme|nne|(?<=([aeiouy]))\1n)?(?:kin|kaan|ko|han|pa|pas|kohan)?"
)
_WEAK = [  # strong to weak grade of the consonants before the last vowel
    ("kk", ("k",)), ("pp", ("p",)), ("tt", ("t",)), ("nk", ("ng",)), ("nt", ("nn",)),
    ("mp", ("mm",)), ("lt", ("ll",)), ("rt", ("rr",)), ("ht", ("hd",)), ("t", ("d",)),
    ("p", ("v",)), ("lk", ("l", "lj")), ("rk", ("r", "rj")), ("hk", ("h", "hj")), ("k", ("", "v")),
]  # fmt: skip
_STRONG = [
    ("ng", "nk"), ("nn", "nt"), ("mm", "mp"), ("ll", "lt"), ("rr", "rt"), ("hd", "ht"),
    ("k", "kk"), ("p", "pp"), ("t", "tt"), ("d", "t"), ("v", "p"),
]  # fmt: skip
_VOWELS = "aeiouy"


def is_ending(text: str) -> bool:
    """Whether ``text`` is a chain of endings that a stem can take."""
    return len(text) <= 9 and _CHAIN.fullmatch(text) is not None


def takes(stem: str, ending: str) -> bool:
    """Whether ``ending`` can follow ``stem``.

    An illative repeats the vowel before it; after a consonant come only t and i, and ja not
    after an a, which makes who does something: ``antaja``.
    """
    if not ending:  # as it stands: the singular of a plural
        return len(stem) > 3 and (stem[-1] in _VOWELS or stem.endswith(("nen", "s")))
    if not is_ending(ending):
        return False
    if stem[-1:] not in _VOWELS:
        return ending[:1] in ("t", "i") and ending not in ("t", "i")
    if stem[-1] == "a" and ending[:2] == "ja":
        return False
    vowel = ending[1:2] if ending[:1] == "h" else ending[:1]
    illative = ending[1:2] == "n" and vowel in _VOWELS and ending[:2] != "en"
    return not (illative or ending[:1] == "h") or vowel == stem[-1:]


@lru_cache(maxsize=8192)
def is_nearly_ending(text: str) -> bool:
    """Whether ``text``, two letters or more, is one slip from a chain of endings."""
    if not 2 <= len(text) <= 9:
        return False
    cuts = [(text[:at], text[at:]) for at in range(len(text) + 1)]
    slips = [head + tail[1:] for head, tail in cuts if tail]
    slips += [head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1]
    slips += [head + new + tail[1:] for head, tail in cuts if tail for new in _IN_ENDINGS]
    slips += [head + new + tail for head, tail in cuts for new in _IN_ENDINGS]
    return any(len(slip) > 1 and _CHAIN.fullmatch(slip) for slip in slips)


_IN_ENDINGS = "aeiouyhklnst"


def is_form(typed: str, cut: int, word: str) -> bool:
    """Whether ``typed``, of a stem of ``word`` up to ``cut``, is a form of it.

    A stem without ending is one only of a plural: ``kirja`` of kirjat, not ``late`` of lasi.
    """
    if cut == len(typed) and not word.endswith("t"):
        return False
    return takes(typed[:cut], typed[cut:])


def _weak(stem: str) -> list[str]:
    body, vowels = stem.rstrip(_VOWELS), stem[len(stem.rstrip(_VOWELS)) :]
    for strong, weaks in _WEAK:
        if body.endswith(strong) and not (len(strong) == 1 and body[-2:-1] in (strong, "s")):
            return [body[: -len(strong)] + weak + vowels for weak in weaks]
    return []


def _strong(stem: str) -> list[str]:
    return [stem[: -len(w)] + s for w, s in _STRONG if stem.endswith(w)][:1]


def _vowel_stems(word: str) -> list[str]:
    """Stems of a word that ends in a vowel: its own, the weak one, those before a plural i."""
    found = [word, *_weak(word)]
    last = word[-1]
    if word[-2:-1] == last:
        found.append(word[:-1])
    if word[-2:] in ("uo", "yo", "ie") or (word[-2] == last and len(word) <= _SYLLABLE):
        found.append(word[:-2] + last + "i")  # työ, töissä; maa, maissa
    if last == "i":
        found += [stem[:-1] + "e" for stem in list(found)]
        if word.endswith("si"):
            found += [word[:-2] + "de", word[:-2] + "te", word[:-2] + "t"]
    elif last == "a":
        found += [stem[:-1] + "o" for stem in list(found)]
    elif last == "e":
        found += [body + "ee" for body in (word[:-1], *_strong(word[:-1]))]
        found += [body + "e" for body in _strong(word[:-1])]
    found += [stem[:-1] for stem in list(found) if stem[-1] in "aei"]
    return found


_SYLLABLE = 4  # letters


def _consonant_stems(word: str) -> list[str]:
    found = [word, word + "i", word + "e"]
    if word.endswith(("nut", "nyt")):
        found += [word[:-2] + "ee", word[:-2] + "e"]  # what has been done, or a plural
    if word.endswith("t") and word[-2] in _VOWELS:
        found += _plural_stems(word[:-1])
    elif word.endswith("mies"):
        found += [word[:-2] + end for end in ("ehe", "eh")]
    elif word.endswith("s"):
        body = word[:-1]
        found += [body + end for end in ("kse", "ks", "de", "te", "t", "ks", "aa", "ii", "ee")]
        if body[-1:] in "aei":  # varas, vartaan; those in -us and -ys have a stem in -kse or -de
            bodies = [b + body[-1] for b in _strong(body[:-1])] + [body]
            found += [b + b[-1] for b in bodies] + [b[:-1] for b in bodies]
            found += bodies
    elif word.endswith("in"):
        bodies = [word[:-2], *_strong(word[:-2])]
        found += [body + end for body in bodies for end in ("ime", "im", "imma", "impa", "immi")]
    elif word.endswith("ton"):
        found += [word[:-3] + "ttoma", word[:-3] + "ttom"]
    return found


def _plural_stems(stem: str) -> list[str]:
    """Stems of a word whose nominative plural is ``stem`` + t, as in ihmisoikeudet."""
    found = [stem, *(strong + stem[-1] for strong in _strong(stem[:-1]))]
    if stem.endswith("de"):
        found += [stem[:-2] + end for end in ("s", "ks", "t", "te")]
    elif stem.endswith("kse"):
        found += [stem[:-3] + "s", stem[:-3] + "ks"]
    elif stem.endswith("se"):
        found += [stem[:-2] + "nen", stem[:-1]]
    elif stem.endswith("ee"):
        found += [stem[:-1], *_weak(stem[:-1])]
    found += [other[:-1] + "e" for other in list(found) if other[-1:] == "i"]
    found += [other[:-1] + "o" for other in list(found) if other[-1:] == "a"]
    found += [other[:-1] for other in list(found) if other[-1:] in ("a", "e", "i", "u", "y")]
    return found


_IRREGULAR = {"paras": ("parhaa", "parha", "paras"), "saie": ("saikee", "saike", "saie")}


@lru_cache(maxsize=2048)
def stems(word: str) -> frozenset[str]:
    """The stems that the endings of the folded ``word`` are put to."""
    if len(word) < 3 or not word.isalpha():
        return frozenset([word])
    if word in _IRREGULAR:
        return frozenset(_IRREGULAR[word])
    if word.endswith("nen"):
        return frozenset([word, word[:-3] + "se", word[:-3] + "s"])
    found = _vowel_stems(word) if word[-1] in _VOWELS else _consonant_stems(word)
    return frozenset(stem for stem in found if len(stem) >= 3)


def is_agent(typed: str, word: str) -> bool:
    """Whether ``typed`` names who does what the Finnish ``word`` is: valittaja, valitus.

    A partitive plural ends alike, but never in -ija, nor has a word in -us, -ys, -nta or -minen
    one in -ja.
    """
    if not typed.endswith("ja") or word.endswith("ja") or Prefix.similarity(typed, word) < _ROOT:
        return False
    return typed.endswith(("ija", "aja")) or word.endswith(_ACTIONS)


_ROOT = 4  # letters
_ACTIONS = ("us", "ys", "nta", "minen")

_LOAN = re.compile(
    "n|in|a|ta|ssa|sta|lla|lta|lle|ksi|t|en|iin|hin|ja|jen|ien|eja|eissa|eista|eille"
)


def is_loan_form(typed: str, word: str) -> bool:
    """Whether ``typed`` is the foreign ``word`` with a Finnish ending (Coalitionin)."""
    if len(word) < 4 or not typed.startswith(word):
        return False
    ending = typed[len(word) :]
    if word[-1] not in _VOWELS:
        if ending[:1] != "i":
            return False
        ending = ending[1:]
    return _LOAN.fullmatch(ending) is not None or ending == word[-1] + "n"  # into: Natoon


_COLON = re.compile(r"^(?P<head>.*?[^\W_])[:’'](?P<ending>[a-zåäö]{1,9})$")


def without_colon_ending(text: str) -> str | None:
    """``FOC`` for ``FOC:n`` and ``FOC:lla``; None without such an ending."""
    found = _COLON.match(text)
    return found["head"] if found else None
