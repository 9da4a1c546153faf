"""Questions that say where the term was met, or quote it."""

from __future__ import annotations

import pytest

from tests.lookup.samples import LOOKUP


@pytest.mark.parametrize(
    ("query", "concept"),
    [
        ("what is 'transparency' in computing?", "transparency"),
        ("what does the report mean by “freedom of expression” here", "foe"),
        ("what does transparency mean in AI policy", "transparency"),
        ("what's the meaning of FOC in the report", "foc"),
        ("what do they mean by transparency in the report", "transparency"),
        ("in the news what does FOC stand for", "foc"),
        ("what is AI in healthcare", "ai"),
        ("what happens with algorithmic bias?", "bias"),
        ("what's Finnish for transparency", "transparency"),
        ("is there a Korean term for transparency?", "transparency"),
        ("transparency in finnish pls", "transparency"),
        ("explain transparency 2 me", "transparency"),
        ("whats the finish word 4 transparency", "transparency"),
        ("Korean translation of transparency", "transparency"),
        ("투명성의 영어 이름은?", "transparency"),
        ("mitä läpinäkyvyys tarkoittaa tässä raportissa", "transparency"),
        ('mitä "läpinäkyvyys" tarkoittaa tekoälyn yhteydessä', "transparency"),
        ("mitä raportissa tarkoitetaan läpinäkyvyydellä", "transparency"),
        ("mikä on FOC uutisessa", "foc"),
        ("mitä tarkoittaa FOC tässä uutisessa", "foc"),
        ("보고서에서 말하는 인권 기반 접근이 뭐야", "hrba"),
        ("이 글에 나오는 FOC가 뭐죠", "foc"),
    ],
)
def test_where_a_term_was_met_is_no_part_of_it(query: str, concept: str) -> None:
    answer = LOOKUP.ask(query)
    assert (answer.verdict, answer.matches[0].concept) == ("answer", concept)


@pytest.mark.parametrize(
    "query",
    [
        "what is the weather in helsinki",
        "what is fairness in artificial intelligence",
        "mikä on paras ravintola helsingissä",
        "what does my cat mean in the morning",
        "what do you know about 'quantum foam' in AI",
    ],
)
def test_what_is_only_where_is_not_the_answer(query: str) -> None:
    assert LOOKUP.ask(query).verdict != "answer"
