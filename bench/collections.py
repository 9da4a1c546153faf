"""Test collections of labels, and terms composed to make them large."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from bot.concept import LANGUAGES, Label, LabelKind, Language, TermType

DATA = Path(__file__).parents[1] / "tests" / "data" / "lookup"
COLLECTIONS = ("policy", "it", "legal", "quality")

_ENGLISH = (
    """national regional annual public private internal external technical legal social digital
    mobile medical financial industrial local global joint special general interim remote secure
    open standard default primary secondary critical basic advanced dynamic static virtual physical
    logical automatic manual operational strategic environmental educational commercial customer
    employee student patient vendor network system data service product project process user device
    application storage traffic energy water food health transport housing tax budget trade labour
    pension insurance investment market research science climate forest border defence election
    municipal rural urban maritime aviation railway vehicle building land property family child
    youth gender minority language culture media press church sports tourism""",
    """policy plan programme act decree committee agency office officer register report statement
    agreement procedure standard requirement interface protocol model framework strategy unit centre
    council fund tax fee permit certificate inspection review survey database archive catalogue
    platform gateway controller adapter driver module queue schema index template pattern layer
    address identifier signature schedule ledger invoice contract clause provision directive appeal
    hearing inquiry complaint dispute settlement obligation exemption threshold indicator target
    objective baseline forecast analysis simulation measurement calibration tolerance specification
    manual guideline checklist workshop training recruitment allowance leave shift""",
)
_FINNISH = (
    """kansallinen alueellinen vuosittainen julkinen yksityinen sisäinen ulkoinen tekninen
    sosiaalinen digitaalinen lääketieteellinen taloudellinen teollinen paikallinen yhteinen
    erityinen yleinen väliaikainen turvallinen avoin ensisijainen toissijainen kriittinen
    dynaaminen staattinen fyysinen looginen automaattinen strateginen kaupallinen""",
    """verkko järjestelmä tieto palvelu tuote hanke prosessi käyttäjä laite sovellus liikenne energia
    vesi ruoka terveys asunto vero talous kauppa työ eläke vakuutus sijoitus markkina tutkimus
    ilmasto metsä raja puolustus vaali kunta maaseutu meri ilmailu rautatie ajoneuvo rakennus maa
    perhe lapsi nuoriso vähemmistö kieli kulttuuri kirkko liikunta matkailu koulutus potilas""",
    """suunnitelma ohjelma laki asetus toimikunta virasto toimisto rekisteri raportti lausunto
    sopimus menettely vaatimus rajapinta malli kehys strategia yksikkö keskus neuvosto rahasto
    maksu lupa todistus tarkastus kysely arkisto luettelo alusta ohjain moduuli jono mittari kerros
    osoite tunnus allekirjoitus aikataulu lasku lauseke direktiivi kuuleminen selvitys riita
    sovinto velvoite poikkeus raja tavoite ennuste analyysi mittaus opas lomake valmennus""",
)
_KOREAN = (
    """국가 지역 연간 공공 민간 내부 외부 기술 사회 디지털 모바일 의료 금융 산업 지방 공동 특별 일반 임시 원격
    보안 개방 표준 기본 핵심 동적 정적 가상 물리 논리 자동 수동 운영 전략 환경 교육 상업 고객 직원 학생 환자
    네트워크 시스템 데이터 서비스 제품 프로젝트 사용자 장치 응용 저장 교통 에너지 식품 보건 주택 조세 예산 무역
    노동 연금 보험 투자 시장 연구 과학 기후 산림 국경 국방 선거 농촌 도시 해양 항공 철도 차량 건축 토지 가족
    아동 청소년 언어 문화 언론 종교 체육 관광""",
    """정책 계획 프로그램 법률 시행령 위원회 기관 사무소 담당관 등록부 보고서 성명서 협정 절차 요건 인터페이스
    프로토콜 모델 체계 전략 부서 센터 협의회 기금 수수료 허가 인증서 점검 심사 조사 데이터베이스 기록 목록 플랫폼
    제어기 어댑터 모듈 대기열 지표 계층 주소 식별자 서명 일정 원장 송장 조항 지침 청문 민원 분쟁 합의 의무 면제
    목표 예측 분석 모의실험 교정 허용오차 명세 설명서 점검표 연수 채용 수당 휴가""",
)


def labels(name: str) -> list[Label]:
    """The labels of a collection of ``tests/data/lookup``: id, then the terms per language."""
    found: list[Label] = []
    for line in (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            concept, *sections = line.split("\t")
            for language, section in zip(LANGUAGES, sections, strict=False):
                for i, text in enumerate(filter(None, section.split("; "))):
                    kind: LabelKind = "admitted" if i else "preferred"
                    found.append(Label(text, concept, language, kind, _type(text)))
    return found


def _type(text: str) -> TermType:
    capitals = sum(map(str.isupper, text))
    return (
        "acronym"
        if text.isascii() and " " not in text and capitals > len(text) / 2
        else "full_form"
    )


def _composed() -> list[tuple[Language, str]]:
    """Terms of two and three words made of the lists above, in a fixed random order."""
    english, finnish, korean = (
        [part.split() for part in parts] for parts in (_ENGLISH, _FINNISH, _KOREAN)
    )
    chance = random.Random(7)
    terms: list[tuple[Language, str]] = [("en", f"{a} {b}") for a, b in product(*english)]
    terms += [("fi", f"{b}{c}") for _, b, c in product([""], finnish[1], finnish[2])]
    terms += [("ko", f"{a} {b}") for a, b in product(*korean)]
    chance.shuffle(terms)
    longer: list[tuple[Language, str]] = [
        ("en", f"{a} {b} {c}")
        for a, b, c in product(english[0], english[0][28:], english[1])
        if a != b
    ]
    longer += [("fi", f"{a} {b}{c}") for a, b, c in product(*finnish)]
    longer += [
        ("ko", f"{a} {b} {c}")
        for a, b, c in product(korean[0], korean[0][::3], korean[1])
        if a != b
    ]
    chance.shuffle(longer)
    return terms + longer


def distractors(count: int, without: frozenset[str] = frozenset()) -> Iterator[Label]:
    """``count`` realistic terms that are none of ``without``, each a concept of its own."""
    made = 0
    for language, text in _composed():
        if made == count:
            return
        if text not in without:
            made += 1
            yield Label(text, f"distractor-{made}", language, "preferred", "full_form")


def enlarged(found: list[Label], count: int) -> list[Label]:
    """``found`` with composed terms around them, ``count`` labels in all."""
    texts = frozenset(label.text.casefold() for label in found)
    return found + list(distractors(max(0, count - len(found)), texts))
