"""Finnish and English word forms."""

from __future__ import annotations

import pytest

from bot.folding import fold
from bot.lookup import english
from bot.lookup.finnish import is_loan_form, stems, takes, without_colon_ending


def is_form(typed: str, word: str) -> bool:
    """Whether ``typed`` is a form of ``word`` by the rules."""
    typed, word = fold(typed), fold(word)
    return any(typed.startswith(stem) and takes(stem, typed[len(stem) :]) for stem in stems(word))


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("tekoäly", "tekoälyn tekoälyä tekoälyllä tekoälyyn tekoälystäkin"),
        ("sananvapaus", "sananvapauden sananvapautta sananvapauteen"),
        ("läpinäkyvyys", "läpinäkyvyyttä läpinäkyvyyden"),
        ("syväväärennös", "syväväärennöksen syväväärennöksiä syväväärennösten"),
        ("kielimalli", "kielimallit kielimalleja kielimallien kielimalleissa"),
        ("oikeus", "oikeudet oikeuksien oikeutta oikeuksia"),
        ("ihminen", "ihmisen ihmistä ihmisiä ihmisten"),
        ("verkko", "verkon verkkoja verkoissa verkkoon verkkoihin"),
        ("osoite", "osoitteen osoitetta osoitteita"),
        ("asiakas", "asiakkaan asiakkaita"),
        ("tieto", "tiedon tietojen tiedoista"),
        ("avoin", "avoimen avointa"),
        ("palvelin", "palvelimella palvelinta"),
        ("hanke", "hankkeen hanketta"),
        ("henkilötiedot", "henkilötietojen henkilötietoja"),
        ("ihmisoikeudet", "ihmisoikeuksien ihmisoikeus"),
        ("tavoitteet", "tavoitteiden tavoite"),
        ("ydin", "ytimen"),
        ("oikeusasiamies", "oikeusasiamiehen oikeusasiamiehelle"),
        ("maa", "maat maiden maissa maita"),
        ("yötyö", "yötyötä yötöissä yötöiden"),
        ("kehittynyt", "kehittyneen kehittyneiden"),
    ],
)
def test_forms_are_known_by_stem_and_ending(word: str, forms: str) -> None:
    assert [form for form in forms.split() if not is_form(form, word)] == []


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("tekoälyasetus", "tekoäly"),
        ("tekoälytön", "tekoäly"),
        ("riskitön", "riski"),
        ("uhkapeli", "uhka"),
        ("merkitys", "merkki"),
        ("ulkoministeriön", "ulkoministeri"),
    ],
)
def test_other_words_are_no_forms(typed: str, word: str) -> None:
    assert not is_form(typed, word)


@pytest.mark.parametrize("typed", ["coalitionin", "coalitionissa", "coalitioniin"])
def test_foreign_words_take_an_i_before_the_ending(typed: str) -> None:
    assert is_loan_form(typed, "coalition")


@pytest.mark.parametrize("typed", ["procession", "threaten", "busan", "feline"])
def test_english_words_that_look_like_it_are_no_loan_forms(typed: str) -> None:
    assert not any(is_loan_form(typed, word) for word in ("process", "threat", "bus", "fel"))


@pytest.mark.parametrize(
    ("text", "head"), [("FOC:n", "FOC"), ("SDG:t", "SDG"), ("10:30", None), ("std:", None)]
)
def test_an_ending_after_a_colon_is_cut(text: str, head: str | None) -> None:
    assert without_colon_ending(text) == head


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rights", "right"),
        ("policies", "policy"),
        ("criteria", "criterion"),
        ("digitalisation", "digitalization"),
        ("behaviour", "behavior"),
        ("centre", "center"),
        ("catalogue", "catalog"),
        ("licence", "license"),
        ("programme", "program"),
        ("judgement", "judgment"),
        ("modelling", "modeling"),
        ("analyse", "analyze"),
    ],
)
def test_english_plurals_and_spellings_share_a_base(one: str, other: str) -> None:
    assert english.base(one) == english.base(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("moderation", "moderator"), ("regulation", "regulator"), ("access", "acces"), ("bus", "bu")],
)
def test_other_english_words_do_not(one: str, other: str) -> None:
    assert english.base(one) != english.base(other)
