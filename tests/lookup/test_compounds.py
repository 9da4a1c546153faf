"""Words that are near a label, but are another term."""

from __future__ import annotations

import pytest

from bot.concept import Label, Language
from bot.folding import fold
from bot.lookup import Lookup
from bot.lookup.compounds import is_compound, is_korean_compound


@pytest.mark.parametrize(
    ("word", "compound"),
    [
        ("vaalijärjestelmät", True),
        ("ranskankieliset", False),  # an adjective: no noun ends so
        ("ihmisoikeus", True),
        ("pilvipalvelu", True),
        ("tekoälylaji", False),  # of three words
        ("laatujärjestlmä", False),
        ("palvelu", False),
        ("", False),
    ],
)
def test_a_compound_is_made_of_two_words_that_everybody_knows(
    word: str, compound: bool,  # noqa: FBT001 a column of the table
) -> None:  # fmt: skip
    assert is_compound(fold(word)) is compound


@pytest.mark.parametrize(
    ("word", "compound"),
    [
        ("tekoälytutkimus", True),
        ("tekoälysopimusta", False),
        ("tekoälyvero", True),
        ("tekoälynvero", True),
        ("tekoälyssa", False),
        ("rautatekoäly", True),
        ("tekoälyn", False),
        ("tutkimus", False),
    ],
)
def test_a_compound_may_begin_with_a_word_of_the_glossary(
    word: str, compound: bool,  # noqa: FBT001 a column of the table
) -> None:  # fmt: skip
    assert is_compound(fold(word), {fold("tekoäly")}) is compound


@pytest.mark.parametrize(
    ("word", "compound"),
    [
        ("인공지능이론", True),
        ("경제이론", True),
        ("이론인공지능", True),
        ("인공지능이", False),
        ("인공지능", False),
        ("인공지능의즌", False),
    ],
)
def test_a_korean_compound_may_hold_a_word_of_the_glossary(
    word: str, compound: bool,  # noqa: FBT001 a column of the table
) -> None:  # fmt: skip
    assert is_korean_compound(word, {"인공지능"}) is compound


def test_a_word_of_the_glossary_with_another_head_is_no_misspelling() -> None:
    texts = ("tekoäly", "tekoälysopimus")
    lookup = Lookup([Label(text, text, "fi", "preferred", "full_form") for text in texts])
    assert lookup.ask("tekoälytutkimus").verdict != "answer"
    assert lookup.ask("tekoälysopimsu").matches[0].concept == "tekoälysopimus"


@pytest.mark.parametrize(
    ("label", "language", "query", "answered"),
    [
        ("laatujärjestelmät", "fi", "vaalijärjestelmät", False),
        ("laatujärjestelmät", "fi", "laatujärjestlmät", True),
        ("pankkipalvelut", "fi", "pilvipalvelut", False),
        ("trade unit", "en", "trade union", False),
        ("data entity", "en", "data entry", False),
        ("root cause analysis", "en", "rot cause anaiysis", True),
        ("machine learning", "en", "machin elearning", True),
        ("geodetic latitude", "en", "geodetic longitude", False),
        ("intellectual property rights", "en", "intellectual prorpty rights", True),
        ("인공지능 의존", "ko", "인공지능 이론", False),
        ("인공지능 의존", "ko", "인공지능이론", False),
        ("인공지능 의존", "ko", "인공지능의즌", True),
        ("기아제로챌린지", "ko", "기아제로챌린지군함", False),  # a label and more
        ("항체 공학", "ko", "항체군함", False),
        ("근본 원인 분석", "ko", "근본 원인 분석석", True),  # its last syllable twice
        ("인공지능", "ko", "인공지능의 미래", False),
        ("인공지능", "ko", "인공지능의 인권적 책", False),
        ("인공지능", "ko", "인공지능인재", False),
        ("인공지능", "ko", "인공지능다양성", False),
        ("인공지능", "ko", "인공지능인가요", True),
        ("인공지능", "ko", "인공지능 이란 뭔가요", True),
        ("역량강화(임파워먼트)", "ko", "역량강화(임파워먼트)에도", True),
        ("인공지능", "ko", "인공지능 스피커가 뭐야", False),
        ("인공지능", "ko", "새 인공지능과 우리 사회", False),  # ends as no sentence does
        ("인공지능", "ko", "우리 인공지능은 너무 무섭다", True),
        ("인공지능", "ko", "인공지능이 누구야", True),
        ("고위험 인공지능", "ko", "저위험 인공지능", False),
        ("국가인권위원회", "ko", "국가안전위원회", False),
        ("사이버전", "ko", "사이버 머니", False),
        ("사이버전", "ko", "사이버 전", True),
        ("망법", "ko", "민법", False),  # a syllable apart
        ("과태료", "ko", "과테료", True),
        ("대통령령", "ko", "대통령실", False),
        ("행정절차법", "ko", "행정절차", False),
        ("국가공무원법", "ko", "국가정보원법", False),
        ("연금 협의회", "ko", "연금금 협의회", True),
        ("민원", "ko", "민원인", False),
        ("민원", "ko", "민원인가요", True),
        ("인공지능", "ko", "인공지능인 것 같아요", True),
        ("가명처리", "ko", "가명처리하다", True),
        ("파기", "ko", "파기된", True),
        ("비식별화", "ko", "비식별화하는", True),
        ("알고리즘", "ko", "알고리즘의 뜻", True),
        ("생성형 AI", "ko", "생성형 에이아이가 뭐에요", True),
        ("affected person", "en", "unaffected person", False),
        ("affected person", "en", "afected person", True),
        ("type I error", "en", "type 2 error", False),
        ("type II error", "en", "type 2 error", True),
        ("Dublin III", "en", "Dublin 3", True),
        ("cookie", "en", "cookies", True),
        ("prosecutor", "en", "prosecuter", True),
        ("deflation", "en", "reflation", False),
        ("comparative advantage", "en", "competitive advantage", False),
        ("NIS2 Directive", "en", "what is NIS2", True),
        ("NIS2 Directive", "en", "NIS", False),
        ("donor country", "en", "donors", False),
        ("generative AI", "en", "non-generative AI", False),
        ("generative AI", "en", "over generative AI", True),
        ("non-food item", "en", "food item", False),
        ("AI discrimination", "en", "anti-discrimination", False),
        ("AI discrimination", "en", "AI-discriminaton", True),
        ("AI Act", "en", "US AI Act", False),
        ("AI Act", "en", "what is the US AI Act", False),
        ("AI Act", "en", "tell us about the AI Act", True),
        ("ihmisoikeusarviointi", "fi", "ihmisoikeusaktivisti", False),
        ("insinööritaito", "fi", "insinööritaitohiha", False),
        ("digisyrjäytyminen", "fi", "syrjäytyminen", False),
        ("Council of Europe AI treaty", "en", "Council of Europe", False),
        ("generative artificial intelligence", "en", "generative art", False),
        ("generative artificial intelligence", "en", "generative artif", True),
        ("Freedom Online Coalition", "en", "freedom offline coalition", False),
        ("Government of Canada", "en", "Government of Panama", False),
        ("Government of Canada", "en", "Government of Canda", True),
        ("Foreign Ministry", "en", "Swedish Foreign Ministry", False),
        ("Foreign Ministry", "en", "the modern Foreign Ministry", True),
        ("ulkoministeriö", "fi", "Ruotsin ulkoministeriö", False),
        ("인공지능 기본법", "ko", "일본의 인공지능 기본법", False),
        ("valitus", "fi", "valistus", False),
        ("valitus", "fi", "valitsu", True),
        ("neuvola", "fi", "neuvonta", False),
        ("kanta", "fi", "kantaja", False),
        ("valitus", "fi", "valittaja", False),
        ("varhaiskasvatus", "fi", "varhaiskasvattaja", False),
        ("palvelu", "fi", "palveluja", True),
        ("päivystys", "fi", "päivystysapu", False),
        ("geometrinen joukko", "fi", "geometrinenmajakka", False),
        (
            "UN Guiding Principles on Business and Human Rights",
            "en",
            "un guiding principals on buisness and human rights",
            True,
        ),
    ],
)
def test_another_term_of_known_words_is_no_misspelling(
    label: str, language: Language, query: str, answered: bool,  # noqa: FBT001 a column
) -> None:  # fmt: skip
    lookup = Lookup([Label(label, label, language, "preferred", "full_form")])
    assert (lookup.ask(query).verdict == "answer") is answered


@pytest.mark.parametrize(
    ("word", "label", "language"),
    [("pinta", "pintapala", "fi"), ("현장", "현장외", "ko")],
)
def test_a_word_of_its_own_is_not_taken_for_the_beginning_of_a_longer_one(
    word: str, label: str, language: Language
) -> None:
    answer = Lookup([Label(label, label, language, "preferred", "full_form")]).ask(word)
    assert (answer.verdict, answer.matches[0].concept) == ("choices", label)
