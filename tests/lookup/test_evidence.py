"""Which label of a few is answered, and what is only offered: one line per kind of evidence."""

from __future__ import annotations

import pytest

from bot.concept import Label, Language
from bot.lookup import Lookup
from bot.lookup.hangul import has_hangul
from bot.lookup.initials import is_abbreviation


def _lookup(texts: str) -> Lookup:
    """A glossary of labels, ``;`` between entries and ``=`` between labels of one; ``fi:``."""
    labels: list[Label] = []
    for entry in texts.split("; "):
        concept = entry.split(" = ", maxsplit=1)[0].removeprefix("fi:")
        for text in entry.split(" = "):
            language: Language = "ko" if has_hangul(text) else "en"
            label = Label(text.removeprefix("fi:"), concept, language, "preferred", "full_form")
            if text.startswith("fi:"):
                label = label._replace(language="fi")
            elif is_abbreviation(label):
                label = label._replace(type="acronym")
            labels.append(label)
    return Lookup(labels)


@pytest.mark.parametrize(
    ("texts", "query", "concept"),
    [
        ("lose-lose; lose", "how would you define lose lose", "lose-lose"),
        ("do protocol; protocol", "do protocol이 뭐야", "do protocol"),
        ("ITS architecture; architecture", "what do you mean by ITS architecture?",
         "ITS architecture"),
        ("cooperative ITS; cooperative", "ITS cooperative", "cooperative ITS"),
        ("Containers as a Service; Containers", "Containers as a Se", "Containers as a Service"),
        ("key decision point; decision", "key point", "key decision point"),
        ("field support equipment", "field support", "field support equipment"),
        ("democratization; democracy", "democratise", "democratization"),
        ("profit maximization; profit", "maximise profits", "profit maximization"),
        ("data cleaning; data", "cleaning data", "data cleaning"),
        ("scalability", "what does scalable mean?", "scalability"),
        ("governance; governing body", "govern", "governance"),
        ("acquittal; acquisition", "acquitted", "acquittal"),
        ("enterprise; enterprise java; grand enterprises", "official enterprise", "enterprise"),
        ("mail server; mail", "mail s", "mail server"),
        ("sustainable development; sustainable development goals", "sustainable dev",
         "sustainable development"),
        ("information security; information security policy; security policy",
         "modern information security", "information security"),
        ("price evaluation preference; price", "price preference", "price evaluation preference"),
        ("knapsack problem; 0/1 knapsack problem", "knalsafck problrm", "knapsack problem"),
        ("reference standard; referent", "reference stand", "reference standard"),
        ("software; software engineering; softening", "softwar", "software"),
        ("mips; metadata information partners", "MIP", "metadata information partners"),
        ("runs", "RUN", "runs"),  # a word, typed in capitals
        ("APIs", "API", "APIs"),
        ("UNESCO", "UNES", "UNESCO"),
        ("intellectual property rights", "intellectual prorpty rights",
         "intellectual property rights"),
        ("중앙 처리 장치", "중앙앙 처리 장치", "중앙 처리 장치"),
        ("artificial intelligence = AI; AI risk", "artificial intelligence risk", "AI risk"),
        ("artificial intelligence = AI; AI risk", "risks of artificial intelligence", "AI risk"),
        ("artificial intelligence = AI; AI risk", "what is artificial intelligence risk?",
         "AI risk"),
        ("인공지능 = AI; AI 거버넌스", "인공지능 거버넌스는", "AI 거버넌스"),
        ("contract; land; land use", "types of contract", "contract"),
        ("contract; land; land use", "contract examples", "contract"),
        ("contract; land; land use", "types of land use", "land use"),
        ("juice", "juice in general", "juice"),
        ("in-vehicle driver; vehicle", "in-vehicle", "in-vehicle driver"),
        ("fi:johtaminen", "johtamisekshian", "johtaminen"),  # a slip in the ending
        ("fi:kirjat", "kirja", "kirjat"),
        ("service mesh; service", "how does a service mesh work?", "service mesh"),
        ("social work; social", "why is social work important", "social work"),
        ("fi:tekoäly", "how to say tekoäly in Korean", "tekoäly"),
        ("fi:tekoäly", "tekoäly koreaksi", "tekoäly"),
        ("인권", "인권 영어로", "인권"),
        ("one-banana problem; banana problem", "one-bnana pronlem", "one-banana problem"),
        ("expression; express", "expressin", "expression"),  # no Finnish form of express
        ("control flow; flow", "we discussed control flow yesterday", "control flow"),
        ("control flow; flow", "There will be a workshop on control flow", "control flow"),
        ("control flow; flow", "control flow is growing fast", "control flow"),
        ("CSV; TSV", "comma separated values (CSV)", "CSV"),
        ("world wide web", "WWWs", "world wide web"),
        ("world wide web", "WWW:ssä", "world wide web"),
        ("joint action plan; risk", "제이에이피는", "joint action plan"),
        ("sorcerer's apprentice mode", "SSAM", "sorcerer's apprentice mode"),
        ("sorcerer's apprentice mode", "sorcerer's apprentice mode (SSAM)",
         "sorcerer's apprentice mode"),
    ],
)  # fmt: skip
def test_the_label_that_explains_most_of_the_query_is_answered(
    texts: str, query: str, concept: str
) -> None:
    answer = _lookup(texts).ask(query)
    assert (answer.verdict, answer.matches[0].concept) == ("answer", concept)


@pytest.mark.parametrize(
    ("texts", "query"),
    [
        ("Global Digital Compact = Global Digital Pact = GDC", "GDP"),  # it lists another
        ("comma separated values = CSV", "certified software verifier (CSV)"),
        ("impact assessment on human rights", "impact assessment"),  # it is broader
        ("meeting", "where do we meet?"),
        ("data integration", "integrated data"),
        ("fi:lippu", "lipputanko"),
        ("fi:lasi", "I will be late"),
        ("fi:luvut", "lupine"),
        ("banking", "yanking"),
        ("FedRAMP", "CFedRAMP"),
        ("courtyard", "court yarn"),
        ("human rights", "human rights lawyer salary"),
        ("human rights", "what does a human rights lawyer do"),
        ("human rights; coexistence of AI and human rights", "coexistense fo IA and human rights"),
        ("표현주의", "표현주의자"),  # who is of it is another thing
        ("fi:vastuuvelvollisuus", "vastuuvelvollisuuden puute"),
        ("AI; machine learning", "what's the difference between AI and machine learning"),
        ("AI lifecycle", "life cycle"),
        ("process; procedure", "proce"),  # being typed
        ("property rights", "prorpty rights"),  # three slips in most of it
        ("국제 인권 협약", "국제 인권 협정"),  # another word, not a slip
        ("public key infrastructure", "public key"),  # a thing of its own
        ("Council of Europe Framework Convention on AI", "Council of Europe"),
        ("massive open online course", "online course"),
        ("artificial intelligence = AI; AI risk", "artificial intelligence salary"),
        ("free open-source software", "FOS"),
        ("clos", "CLO"),  # in capitals: another abbreviation
        ("fasbol", "FASB"),
        ("human rights; Unit for Human Rights Policy", "policy on human rights"),
        ("digital risk impact assessment", "impact assessment"),
        ("discrimination", "age discrimination"),
        ("human rights defender", "human rights"),  # a term of its own, though no entry
        ("text and data mining", "data mining"),
        ("environmental impact assessment", "environmental impacts"),
        ("inverted yield curve; yield curve", "shape of the yield curve"),
    ],
)
def test_what_means_something_else_is_not_answered(texts: str, query: str) -> None:
    assert _lookup(texts).ask(query).verdict != "answer"


@pytest.mark.parametrize(
    "query",
    ["AI and IT", "IT and AI", "ai and it", "AI vs IT", "AI vs. IT", "IT or AI", "AI & IT",
     "IT/AI", "AI, IT", "what is AI and IT?", "AI ja IT", "AI와 IT"],
)  # fmt: skip
def test_of_two_labels_that_are_listed_both_are_offered(query: str) -> None:
    answer = _lookup("artificial intelligence = AI; information technology = IT").ask(query)
    assert answer.verdict == "choices"
    offered = {match.concept for match in answer.matches[:2]}
    assert offered == {"artificial intelligence", "information technology"}


@pytest.mark.parametrize(
    ("query", "verdict"),
    [
        ("AI and IT", "choices"),  # in capitals: a name that no entry has
        ("human rights and IT", "choices"),
        ("salary and human rights", "choices"),
        ("human rights vs salary", "choices"),
        ("find and explain human rights", "answer"),
        ("AI or artificial intelligence", "answer"),  # one entry
        ("인공지능과 인간", "choices"),  # not 인공지능과인간, a form of the first
        ("인공지능과는", "answer"),
        ("rights of people and humans", "answer"),  # around what is listed
        ("human rights and what it means", "answer"),
    ],
)
def test_of_two_things_listed_one_alone_is_not_the_answer(query: str, verdict: str) -> None:
    assert (
        _lookup("artificial intelligence = AI = 인공지능; human rights").ask(query).verdict
        == verdict
    )


@pytest.mark.parametrize(
    ("query", "answered"),
    [
        ("UNO entity for gender equality and the empowerment of women", False),
        ("they met there to speak of gender equality and the work of women", True),
    ],
)
def test_a_term_within_words_of_a_longer_label_is_not_the_answer(
    query: str, answered: bool,  # noqa: FBT001 a column of the table
) -> None:  # fmt: skip
    texts = (
        "gender equality",
        "United Nations Entity for Gender Equality and the Empowerment of Women",
    )
    lookup = Lookup([Label(text, text, "en", "preferred", "full_form") for text in texts])
    answer = lookup.ask(query)
    assert (answer.verdict == "answer") is answered
    assert set(texts[:answered]) <= {match.concept for match in answer.matches} <= set(texts)
