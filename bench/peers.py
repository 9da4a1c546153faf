"""Other ways from a misspelt label to the entry, each the way its makers show it.

Each takes the labels and gives a method: a query in, the concept of the best label out, or None.
What is not installed is left out, and said to be. None of them is a dependency of the bot.
"""

from __future__ import annotations

import difflib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from importlib import import_module

from rapidfuzz import fuzz, process, utils

from bot.concept import Label

Method = Callable[[str], str | None]
Peer = Callable[[Sequence[Label]], Method]
_SHORTLIST = 50  # labels that an index finds are scored by rapidfuzz's ratio
clean = utils.default_process


def _texts(labels: Iterable[Label]) -> list[str]:
    return [clean(label.text) for label in labels]


def _brute(scorer: Callable[..., float]) -> Peer:
    """The best label by one scorer, all of them compared."""

    def make(labels: Sequence[Label]) -> Method:
        texts = _texts(labels)

        def method(query: str) -> str | None:
            best = process.extractOne(clean(query), texts, scorer=scorer)
            return labels[best[2]].concept if best else None

        return method

    return make


def _rescored(
    labels: Sequence[Label], texts: Sequence[str], near: Callable[[str], Sequence[int]]
) -> Method:
    """The best by rapidfuzz's ratio of the labels that an index finds near."""

    def method(query: str) -> str | None:
        found = near(clean(query))
        best = process.extractOne(clean(query), [texts[at] for at in found], scorer=fuzz.ratio)
        return labels[found[best[2]]].concept if best else None

    return method


def trigrams(text: str) -> set[str]:
    """Every three letters in a row."""
    return {text[at : at + 3] for at in range(len(text) - 2)}


def _difflib(labels: Sequence[Label]) -> Method:
    texts = _texts(labels)
    concepts = {text: label.concept for text, label in zip(texts, labels, strict=True)}

    def method(query: str) -> str | None:
        best = difflib.get_close_matches(clean(query), texts, n=1)
        return concepts[best[0]] if best else None

    return method


def _symspellpy(labels: Sequence[Label]) -> Method:
    spelling = import_module("symspellpy")
    speller = spelling.SymSpell(max_dictionary_edit_distance=2)
    texts = _texts(labels)
    concepts = {text: label.concept for text, label in zip(texts, labels, strict=True)}
    for text in texts:
        speller.create_dictionary_entry(text, 1)

    def method(query: str) -> str | None:
        best = speller.lookup(clean(query), spelling.Verbosity.CLOSEST, 2)
        return concepts[best[0].term] if best else None

    return method


def _fts5(labels: Sequence[Label]) -> Method:
    texts = _texts(labels)
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE label USING fts5(text, tokenize='trigram')")
    base.executemany("INSERT INTO label(rowid, text) VALUES (?, ?)", enumerate(texts))
    wanted = f"SELECT rowid FROM label WHERE label MATCH ? ORDER BY rank LIMIT {_SHORTLIST}"

    def near(query: str) -> list[int]:
        asked = " OR ".join(f'"{gram}"' for gram in trigrams(query))
        return [at for (at,) in base.execute(wanted, (asked,))] if asked else []

    return _rescored(labels, texts, near)


def _tantivy(labels: Sequence[Label]) -> Method:
    tantivy = import_module("tantivy")
    texts = _texts(labels)
    fields = tantivy.SchemaBuilder()
    fields.add_text_field("text", stored=False, tokenizer_name="three", index_option="freq")
    fields.add_integer_field("at", stored=True)
    schema = fields.build()
    index = tantivy.Index(schema)
    three = tantivy.Tokenizer.ngram(min_gram=3, max_gram=3)
    index.register_tokenizer("three", tantivy.TextAnalyzerBuilder(three).build())
    writer = index.writer(num_threads=1)
    for at, text in enumerate(texts):
        writer.add_document(tantivy.Document(text=text, at=at))
    writer.commit()
    index.reload()
    searcher, should, term = index.searcher(), tantivy.Occur.Should, tantivy.Query.term_query

    def near(query: str) -> list[int]:
        grams = [(should, term(schema, "text", gram)) for gram in trigrams(query)]
        hits = searcher.search(tantivy.Query.boolean_query(grams), _SHORTLIST).hits
        return [searcher.doc(address)["at"][0] for _, address in hits]

    return _rescored(labels, texts, near)


def _simstring(labels: Sequence[Label]) -> Method:
    letters = import_module("simstring.feature_extractor.character_ngram")
    base = import_module("simstring.database.dict").DictDatabase(
        letters.CharacterNgramFeatureExtractor(3)
    )
    texts = _texts(labels)
    places: dict[str, int] = {}
    for at, text in enumerate(texts):
        if text not in places:
            base.add(text)
            places[text] = at
    cosine = import_module("simstring.measure.cosine").CosineMeasure()
    searcher = import_module("simstring.searcher").Searcher(base, cosine)

    def near(query: str) -> list[int]:
        return [places[text] for text in searcher.search(query, 0.5)]

    return _rescored(labels, texts, near)


def _trgm(labels: Sequence[Label], server: str) -> Method:
    """PostgreSQL's nearest neighbours by trigrams, by a GiST index in a table of its own."""
    base = import_module("psycopg").connect(server)
    base.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    base.execute("CREATE TEMPORARY TABLE label (at int, text text)")
    with base.cursor() as cursor, cursor.copy("COPY label FROM STDIN") as rows:
        for at, text in enumerate(_texts(labels)):
            rows.write_row((at, text))
    base.execute("CREATE INDEX ON label USING gist (text gist_trgm_ops)")
    base.execute("ANALYZE label")

    def method(query: str) -> str | None:
        wanted = "SELECT at FROM label ORDER BY text <-> %s LIMIT 5"
        best = base.execute(wanted, (clean(query),)).fetchone()
        return labels[best[0]].concept if best else None

    return method


PEERS: dict[str, tuple[Peer, int]] = {
    "rapidfuzz ratio": (_brute(fuzz.ratio), 1_000_000),
    "rapidfuzz WRatio": (_brute(fuzz.WRatio), 100_000),
    "difflib": (_difflib, 10_000),
    "symspellpy": (_symspellpy, 100_000),
    "SQLite FTS5 trigram": (_fts5, 1_000_000),
    "tantivy trigram": (_tantivy, 1_000_000),
    "simstring": (_simstring, 100_000),
}
"""Name → method, and up to how many labels it answers while one can wait for the figures."""


def peers(labels: Sequence[Label], server: str | None) -> Iterator[tuple[str, Method | str]]:
    """Each peer, ready to be asked, or why it is left out; PostgreSQL when ``server`` is given."""
    every = dict(PEERS)
    if server:
        every["PostgreSQL pg_trgm"] = (lambda labels: _trgm(labels, server), 1_000_000)
    else:
        yield "PostgreSQL pg_trgm", "no --postgres"
    for name, (make, most) in every.items():
        if len(labels) > most:
            yield name, f"not asked above {most:,} labels"
            continue
        missing = "not installed"
        with suppress(ImportError):
            yield name, make(labels)
            missing = ""
        if missing:
            yield name, missing
