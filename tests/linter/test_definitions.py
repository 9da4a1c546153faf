from __future__ import annotations

import pytest

from bot.concept import Language
from bot.glossary import Glossary
from bot.linter.definitions import definition_rules
from bot.linter.finding import Finding
from tests.linter.entries import entry, glossary


def codes(language: Language, definition: str, **more: object) -> list[str]:
    """The rules that a definition breaks in an entry called alert / hälytys / 경보."""
    terms = more.pop("terms", {"en": ["alert"], "fi": ["hälytys"], "ko": ["경보"]}[language])
    sections = {language: {"terms": terms, "definition": definition}}
    return [found.code for found in _found(language, sections, **more)]


def _found(language: Language, sections: object, **more: object) -> list[Finding]:
    concept = entry("alert", languages=sections, **more)
    return list(definition_rules(concept, language, glossary()))


@pytest.mark.parametrize(
    ("language", "definition"),
    [
        ("en", "signal that warns people of danger"),
        ("en", "EU law that binds its member states"),
        ("en", "European Union regulation on artificial intelligence"),
        ("en", "means of telling people of danger"),
        ("en", "non-profit organisation that defends rights"),
        ("en", "signal used by public bodies, e.g. ministries"),
        ("en", "signal of the U.S."),
        ("en", "signal (SIG) for people"),
        ("en", "signal; sound or light"),
        ("fi", "merkki, joka varoittaa vaarasta"),
        ("fi", "EU:n laki, joka sitoo jäsenvaltioita"),
        ("fi", "1. luokan merkki"),
        ("ko", "위험을 알리는 신호"),
        ("ko", "현재 세대의 필요를 충족하는 발전"),
        ("ko", "인공지능 발전과 신뢰 기반 조성 등에 관한 기본법의 하위 법령"),
        ("ko", "공공기관이 지는 책임"),
        ("ko", "AI 시스템이 보내는 신호"),
    ],
)
def test_a_terminologists_definition_breaks_no_rule(language: Language, definition: str) -> None:
    assert codes(language, definition) == []


@pytest.mark.parametrize(
    ("code", "language", "definition"),
    [
        ("D01", "en", "signal of danger."),
        ("D01", "en", "signal of danger. It is loud"),
        ("D01", "en", "signal\nof danger"),
        ("D01", "fi", "merkki vaarasta."),
        ("D01", "fi", "merkki vaarasta. Se on kova"),
        ("D01", "ko", "위험 신호."),
        ("D01", "ko", "위험 신호. 소리가 크다"),
        ("D02", "en", "Signal of danger"),
        ("D02", "fi", "Merkki vaarasta"),
        ("D03", "en", "a signal of danger"),
        ("D03", "en", "The signal of danger"),
        ("D04", "en", "signal that is an alert to people"),
        ("D04", "en", "Alert-like signal"),
        ("D04", "fi", "hälytyksen antava laite, hälytysmerkki"),
        ("D04", "ko", "위험 경보를 알리는 신호"),
        ("D06", "en", "is what warns people"),
        ("D06", "en", "means a signal"),
        ("D06", "en", "when people are warned"),
        ("D06", "fi", "on merkki vaarasta"),
        ("D06", "fi", "tarkoittaa merkkiä"),
        ("D06", "ko", "위험을 알리는 신호이다"),
        ("D06", "ko", "위험을 알리는 것을 말한다"),
        ("D06", "ko", "위험을 알리는 신호입니다"),
        ("D07", "en", "not a signal of safety"),
        ("D07", "en", "non-audible signal"),
        ("D07", "fi", "ei kuuluva merkki"),
        ("D08", "en", "signal usually of danger"),
        ("D08", "en", "sound, light etc"),
        ("D08", "fi", "merkki, yleensä vaarasta"),
        ("D08", "fi", "merkki esim. vaarasta"),
        ("D08", "fi", "ääni, valo jne."),
        ("D08", "ko", "소리, 빛 등으로 알리는 신호"),
        ("D08", "ko", "보통 위험을 알리는 신호"),
        ("D09", "en", " ".join(["word"] * 31)),
        ("D09", "fi", " ".join(["sana"] * 26)),
        ("D09", "ko", "아주 긴 신호 " * 12),
        ("D10", "en", "coalition of 38 members"),
        ("D10", "en", "signal currently in use"),
        ("D10", "fi", "liittouma, jossa on 38 jäsentä"),
        ("D10", "ko", "회원이 38개국인 연합체"),
        ("D11", "en", "signal (a loud sound or a light)"),
        ("D11", "en", "signal; sound; light"),
    ],
)
def test_a_definition_that_breaks_a_rule_is_found(
    code: str, language: Language, definition: str
) -> None:
    assert code in codes(language, definition)


def test_an_individual_concept_may_begin_with_a_capital() -> None:
    assert codes("en", "Signal of danger", concept_type="individual") == []


def test_a_word_written_with_a_capital_elsewhere_is_a_name() -> None:
    assert codes("en", "Korean law on signals") == []
    assert "D02" in [
        found.code
        for found in definition_rules(
            entry("x", languages={"en": {"terms": ["x"], "definition": "Korean law on signals"}}),
            "en",
            Glossary({}),
        )
    ]


@pytest.mark.parametrize(
    ("language", "term", "definition", "own"),
    [
        ("en", "AI", "system using AI", True),
        ("en", "AI", "system that people aid", False),
        ("en", "US", "country that calls us", False),
        ("en", "human-rights body", "group such as a Human Rights body", True),
        ("en", "act", "action of a person", False),
        ("fi", "EU", "eurooppalainen liitto", False),
        ("fi", "tekoäly", "tekoälyjärjestelmän kyky", True),
        ("fi", "laki", "lakina pidetty teksti", True),
        ("fi", "alue", "kokoalue tai muu", False),
        ("ko", "인공지능", "인공지능으로 만든 것", True),
        ("ko", "인공지능", "생성형인공지능", False),
        ("ko", "법", "법률과 규정", False),
        ("ko", "AI", "AI가 만든 것", False),
        ("ko", "AI", "쓸모 있는 AI 체계", True),
    ],
)
def test_a_definition_may_not_hold_its_own_term(
    language: Language, term: str, definition: str, *, own: bool
) -> None:
    assert ("D04" in codes(language, definition, terms=[term])) == own


@pytest.mark.parametrize(("status", "level"), [("valid", "error"), ("draft", "warning")])
def test_a_broken_rule_is_an_error_only_in_a_valid_entry(status: str, level: str) -> None:
    sections = {"en": {"terms": ["alert"], "definition": "the signal of danger"}}
    concept = entry("alert", languages=sections, status=status)
    found = list(definition_rules(concept, "en", glossary()))
    assert [(item.code, item.level) for item in found] == [("D03", level)]
    assert found[0].steps == ("languages", "en", "definition")
    assert found[0].field == "definition"


def test_a_language_without_a_definition_breaks_none_of_its_rules() -> None:
    assert _found("en", {"en": {"terms": ["alert"]}}) == []
