"""Writes tests/data/lookup/queries.tsv: test queries made from the collections by rule.

Run ``python -m bench.derive`` after a collection or a template changed. Random, but always the
same for the same collections. Columns: class, origin, collection, query, concept (``-``: none).
"""

from __future__ import annotations

import random
import unicodedata
import zlib
from collections.abc import Callable, Iterator
from itertools import dropwhile
from typing import NamedTuple

from bench.collections import COLLECTIONS, DATA, labels
from bench.misspelling import jamo_slip, romanised, slipped, sounded
from bot.concept import Label
from bot.folding import fold, words
from bot.lookup.hangul import typed_as_latin
from bot.lookup.questions import is_joining

_PARTICLE_TEXT = """
은 는 이 가 을 를 의 에 에서 으로 로 와 과 도 만 까지 부터 에게 한테 처럼 보다 조차 마저
라든가 이라든가 에서의 로서의 으로서 까지도 에서도 에는 이나 이란 란 이라고 에서는
에서조차 이든 입니다 이다 였나 이었나 인데 이라면 만큼 밖에 이야말로 에서만 으로도 와의
과의 에게서 이라서 인지 이며 하고 랑 대로 만이 들이 들은
"""
_PARTICLES = _PARTICLE_TEXT.split()
_COLON = ("n", "lla", "ssa", "sta", "lle", "n", "ta", "lta", "ksi")
_EXTRA = ("official", "modern", "basic", "new", "concept of", "global", "the", "term")
_LETTER_TEXT = """
에이 비 씨 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 알 에스 티 유 브이 더블유
엑스 와이 제트
"""
_LETTERS = _LETTER_TEXT.split()
_NAMES = dict(zip("abcdefghijklmnopqrstuvwxyz", _LETTERS, strict=True))


class Query(NamedTuple):
    """A test query and what it should find; ``concept`` "-" for nothing."""

    kind: str
    origin: str
    collection: str
    text: str
    concept: str


def _surface(text: str, r: random.Random) -> str:
    choices: list[Callable[[str], str]] = [
        str.upper, str.title, lambda t: f"  {t} ", lambda t: f"{t}.", lambda t: f"“{t}”",
        lambda t: t.replace(" ", "-"), lambda t: t.replace(" ", ""),
        lambda t: t.replace(" ", "  "),
        lambda t: t.replace("-", " "), lambda t: t.replace("-", "–"),
        lambda t: t.replace(" ", "_"),
        lambda t: unicodedata.normalize("NFD", t), lambda t: f"{t}!", lambda t: f"*{t}*",
        lambda t: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in t),
        lambda t: unicodedata.normalize("NFC", "".join(
            c for c in unicodedata.normalize("NFD", t) if not unicodedata.combining(c))),
        lambda t: t.replace("'", "’").lower(), lambda t: t.replace(" ", "\u00a0"),
    ]  # fmt: skip
    r.shuffle(choices)
    return next((new for make in choices if (new := make(text)) != text), text + "?")


def _abbreviation(text: str, r: random.Random) -> str:
    spelt = "".join(_NAMES.get(c.lower(), c) for c in text)
    options = [text.lower(), ".".join(text) + ".", " ".join(text), f"{text}:{r.choice(_COLON)}",
               text + r.choice(_PARTICLES), text + "s", spelt, spelt + r.choice("은가의를"), f"the {text}"]  # fmt: skip  # noqa: E501
    return r.choice(options)


def _form(text: str, r: random.Random) -> str:
    parts = text.split()
    options = [f"{text}s" if text[-1] not in "sy" else text.upper(),
               f"{r.choice(_EXTRA)} {text}"]  # fmt: skip
    if len(parts) > 1:
        options += [" ".join(parts[1:] + parts[:1]), " ".join(parts[::-1])]
    if len(parts) > 2:
        at = r.randrange(len(parts))
        options += [" ".join(parts[:at] + parts[at + 1 :])] * 2
    if len(text) > 7:
        options += [text[: max(5, int(len(text) * r.uniform(0.6, 0.9)))].rstrip()] * 2
    return r.choice(options)


def _korean(text: str, r: random.Random) -> str:
    squeezed = text.replace(" ", "")
    options = [text + r.choice(_PARTICLES)] * 3 + [squeezed + r.choice(_PARTICLES)]
    if len(squeezed) > 2:
        options += [
            jamo_slip(text, r),
            jamo_slip(text, r),
            jamo_slip(text, r) + r.choice(_PARTICLES),
        ]
        options += [squeezed if " " in text else text[:2] + " " + text[2:], romanised(text)]
    return r.choice(options)


def _layout(text: str, r: random.Random) -> str:
    if text.isascii():
        from bot.lookup.hangul import typed_as_hangul

        return typed_as_hangul(text.lower())
    return typed_as_latin(text + (r.choice(_PARTICLES) if r.random() < 0.3 else ""))


def _templates() -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for line in (DATA / "templates.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, language, text = line.split("\t")
            found.setdefault((kind, language), []).append(text)
    return found


_TEMPLATES = _templates()


def _made(label: Label, r: random.Random) -> Iterator[tuple[str, str]]:
    """Queries of every class that suits a label; each label gets some of them."""
    text, language = label.text, label.language
    korean, short = not text.isascii() and language == "ko", label.type == "acronym"
    if r.random() < 0.3:
        yield "surface", _surface(text, r)
    if short and text.isalpha() and r.random() < 0.9:
        yield "abbreviation", _abbreviation(text, r)
    if short or len(text) < 3:
        return
    if language == "en" and text.isascii():
        if r.random() < 0.55:
            slips = (
                1
                if len(text) < 8
                else r.choice((1, 1, 2))
                if len(text) < 14
                else r.choice((1, 2, 3))
            )
            yield "typo", sounded(text, r) if r.random() < 0.2 else slipped(text, slips, r)
        if r.random() < 0.4:
            yield "form", _form(text, r)
    if language == "fi" and r.random() < 0.2:
        yield "finnish", slipped(text, 1 if len(text) < 12 else 2, r)
    if korean and r.random() < 0.6:
        yield "korean", _korean(text, r)
    if len(text) > 2 and (
        (korean and r.random() < 0.35) or (language == "en" and r.random() < 0.12)
    ):
        yield "layout", _layout(text, r)
    for kind, share in (("question", 0.22), ("noisy", 0.2), ("sentence", 0.16)):
        if r.random() < share:
            used = "mixed" if kind == "noisy" and r.random() < 0.1 else language
            asked = text
            if kind == "noisy" and r.random() < 0.5:
                asked = jamo_slip(text, r) if korean and len(text) > 2 else slipped(text, 1, r)
            if kind != "sentence" or " " in text or len(text) > 6 or korean:
                yield kind, r.choice(_TEMPLATES[kind, used]).format(asked)


def _near_misses(found: list[Label], r: random.Random) -> Iterator[str]:
    """Two labels' words crossed with everyday words, so that half of a label is there."""
    everyday = "kitchen banana holiday garden football window ticket salary music dinner".split()  # noqa: SIM905
    for label in found:
        parts = label.text.split()
        if label.language == "en" and len(parts) == 2 and r.random() < 0.12:
            yield r.choice(
                (f"{parts[0]} {r.choice(everyday)}", f"{r.choice(everyday)} {parts[1]}")
            )


def _off_by_one(found: list[Label], r: random.Random) -> Iterator[str]:
    """Abbreviations with one letter changed that are no abbreviation of the collection."""
    known = {label.text.casefold() for label in found}
    for label in found:
        if label.type == "acronym" and label.text.isalpha() and r.random() < 0.3:
            at = r.randrange(len(label.text))
            new = label.text[:at] + r.choice("QXZWVKJ") + label.text[at + 1 :]
            if new.casefold() not in known:
                yield new


def _is_anothers(text: str, label: Label, found: list[Label]) -> bool:
    """Whether a form of ``label`` is, or begins, a shorter label of another entry.

    That is then at least as right: ``information security`` of the incident of that name.
    """
    key = "".join(dropwhile(is_joining, words(text)))
    shorter = (o for o in found if o.concept != label.concept and len(o.text) < len(label.text))
    return any(fold(other.text).startswith(key) for other in shorter)


def derived() -> Iterator[Query]:
    """All derived queries, in the order of the collections."""
    for name in COLLECTIONS:
        found = labels(name)
        r = random.Random(zlib.crc32(name.encode()))  # always the same
        for label in found:
            for kind, text in _made(label, r):
                if kind != "form" or not _is_anothers(text, label, found):
                    yield Query(kind, "derived", name, text, label.concept)
        for text in (*_near_misses(found, r), *_off_by_one(found, r)):
            yield Query("absent", "derived", name, text, "-")


def handwritten() -> Iterator[Query]:
    """The queries written by hand; the absent ones are asked of every collection."""
    for line in (DATA / "handwritten.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, name, text, concept = line.split("\t")
            yield Query(kind, "hand", name, text, concept)
    known = {name: {label.text.casefold() for label in labels(name)} for name in COLLECTIONS}
    for i, line in enumerate((DATA / "absent.tsv").read_text(encoding="utf-8").splitlines()):
        if not line.startswith("#"):
            text = line.split("\t")[1]
            name = COLLECTIONS[i % len(COLLECTIONS)]
            if text.casefold() not in known[name]:
                yield Query("absent", "hand", name, text, "-")


def main() -> None:
    """Writes the file and says how many queries of each class it holds."""
    queries = [*handwritten(), *derived()]
    seen: dict[tuple[str, str], Query] = {}
    for query in queries:
        seen.setdefault((query.collection, query.text), query)
    lines = ["# class\torigin\tcollection\tquery\tconcept", *("\t".join(q) for q in seen.values())]
    (DATA / "queries.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for kind in sorted({q.kind for q in seen.values()}):
        print(kind, sum(q.kind == kind for q in seen.values()))
    print("all", len(seen))


if __name__ == "__main__":
    main()
