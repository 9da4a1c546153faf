"""The words around a term in a question: what may be stripped, in three languages.

Chat spelling included. A word that a label needs is never lost: the caller tries the words
with and without what is stripped here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot import folding
from bot.lookup.everyday import is_everyday

_ENGLISH = """
a an the this that these those it its is isnt s are r was were be been am im ive do does did
dose doing done can could would will should may might must have has had i me my mine we us our
you u ya ur your they them their he she his her what whats wat wats wut whatis wht which who
whos whose how hows why when where define defined defines definition definitions meaning
meanings mean means meant explain explained explanation explains describe description tell say
said know knows understand stand stands short stood abbreviation acronym abbreviated term terms
word words phrase concept about of for to in on at by with from as and or so pls plz please
thanks thank thx ty hey hi hello hiya yo ok okay um uh hmm well actually basically exactly
really just even some any more info information details give get gimme show find look lookup up
question quick anyone somebody someone idk lol btw anybody there here help want need like called
thing if into context used use using refer refers referring supposed hell heck mate guys folks
dear sir kindly plain simple simply heckin teh iz wuts sum1 sumone plzz maen stnad mena english
again one sentence srsly seriously omg wtf bro bruh dude man tho though generally etc
thing things stuff idea notion concept eli5 explane explaine remind curious wondering wonder hear
keep talking everyone dont didnt not no idea clue yet also example examples
counts constitutes wiki asap translate never heard tf abt def wht whts wots whatz defn hw
thingy thingie meen meens
"""
_FINNISH = """
mika mita mitka mitas mikas mikahan mitahan mina minka mista milla mille missa mihin miten miksi
kuka kenen keta on onko oli ovat olla ei eli siis tama taa tuo se sen sita nama nuo ne sana
sanan sanalla sanasta termi termin termilla termia kasite kasitteen kasitteella lyhenne
lyhenteen lyhennetta lyhenteella tarkoittaa tarkottaa tarkoittais tarkoitetaan tarkoitat
tarkoitti tarkoittavat tarkoitus tarkoituksen tarkoitusta merkitsee merkitys merkitysta
maaritelma maaritelman maaritelmaa maarittele maaritellaan selita selitys selittaa selittaisitko
selitatko kerro kertoisitko kertoa voisitko voitko voiko joku joka jotain hei moi moro terve
moikka kiitos kiitti kiitoksia ole hyva hyvaa minulle mulle mua minua vahan lisaa siita tasta
tiedatko tiedat tieda tietaako haluan haluaisin haluisin tietaa kuulla ymmarra ymmarran oikein
oikeasti oikeestaan oikeastaan ihme ihmeen ihmetta ihan nyt taas muuten suomeksi englanniksi
lyhyesti yksinkertaisesti ja tai niin kuin kun vai no jos etta mm esim ootko onks oisko tossa
tassa siina helvetin hemmetin kysymys nayta etsi kuule apua tarvitsen asia asiasta
helkkari helkkarin jutska mainittiin kuulin luin sanotaan kutsutaan emt olikaan olikin hitto
hitton hiton piru pirun meinasi tarkoittanut toi tota en tajuu tajua et meinaa meinas tarkottais
koreaksi ruotsiksi paljonko milloin kenelle saa saako haen hakea haetaan perustuu
sanaa tulee anna esimerkki esimerkin esimerkkeja tekee tekevat miks tarvitaan tiiatko
suomeks englanniks enkuks mikaon mitaon eng kor kr tiiaks tiedaks osaaks osaatko osaako vois
voiks pystyyko pystytko kerropa kerroppa selitappa sanoppa meinaan mut joo ootte onkaan onkohan
selitettyna juttu nimi nimeltaan
"""
_KOREAN = re.compile(  # stems with free tails; what would begin terms too has none
    "(?:뭐|뭔|뭘|무엇|무슨|무얼|뭥|모야|모에|뜻|의미|알려|갈켜|영어로|한국어로|우리말로|핀란드어로|가르쳐|말해|말하|대해|대한|대하여|관해|관한|관하여|궁금|물어|"
    "질문|찾아|검색해|보여|해줘|해주|주세|주실|줄래|부탁|쉽게|간단히|간단하게|자세히|자세하게|혹시|도대체|대체|설명해|설명좀|"
    "이게|그게|저게|이거|그거|저거|이건|그건|여기|어떤|어떻|언제|누가|누구|어디|무언|알고(?!리즘)|알수|알아|아세|아시|아나|싶어|싶은|싶습|"
    "있을까|있나|있어|있는|말이|말은|말인|용어|단어|줄임말|안녕|고마|감사합|감사해|하나요|한번|그럼|그런데|근데|제가|내가|"
    "입니|인가요|인지|이야|예요|에요|에여|예여|머야|머예|머에|머임|먼데|먼지|먼가|머지|머죠|머라|머냐|뭐임)[가-힣ㄱ-ㅎㅏ-ㅣ]*"
    "|(?:설명|정의|개념|의미|뜻|약자|약어)(?:이|가|은|는|을|를|의|좀|요|란|이란|도|야|예요|에요|임)?"
    "|(?:것|거)(?:은|는|이|을|도|야|예요|에요|임|죠)|하면|하는|함은|분"
    "|이란|라는|이라는|저기요?|제도(?:란|는|가|이|의|를|요|라는)?|며칠|얼마나?|중요(?:한|해|하)[가-힣]*|필요(?:한|해|하)[가-힣]*|예시|사례|풀네임|영문명?|영어명?|한글명?|이름(?:은|이|을|도|요)?|따른|따라|의한|수|것|건|거|게|좀|요|란|말|음|아|저|나|야|임|은|는|이|가|을|를|의|에|로|와|과|도|만|들|머|"
    "모|왜|줘|아니|아니라|아니고|아닌|에서|으로|까지|부터|에게|한테|처럼|보다|에서는|에는|[ㄱ-ㅎㅏ-ㅣ]+"
)
_BLAND_WORDS = (
    "official modern basic typical actual current proper overall whole new own "
    "virallinen uusi nykyaikainen tavallinen varsinainen yleinen 새로운 일반적인 공식 현대"
)
_BLAND = frozenset(_BLAND_WORDS.split())
_ENGLISH_JOINING = "a an the of for to in on at by with from as and or"
_JOINING = frozenset([*_ENGLISH_JOINING.split(), "ja", "tai", "의", "및", "와", "과", "또는"])
STOP_WORDS = frozenset((_ENGLISH + _FINNISH).split())
_TERM_WORDS = "information concept context acronym abbreviation question details example examples"
_OF_TERMS = frozenset(_TERM_WORDS.split())
"""Words of questions that terms are made of, too: alone or misspelt, more likely of a term."""


def is_joining(word: str) -> bool:
    """Whether ``word`` carries so little that a term may be typed without it."""
    return word in _JOINING


def is_bland(word: str) -> bool:
    """Whether a folded word before a term seldom makes another term of it."""
    return word in _BLAND


@lru_cache(maxsize=2048)
def is_stop(word: str) -> bool:
    """Whether a folded word belongs to questions rather than to terms."""
    if word in STOP_WORDS:
        return True
    if word.isascii():
        return False
    return _KOREAN.fullmatch(word) is not None


def is_small_talk(text: str) -> bool:
    """Whether a text only greets, thanks or asks, and names nothing; so do signs alone."""
    return all(is_stop(word) and word not in _OF_TERMS for word in folding.words(text[:_TALK]))


_TALK = 1000  # letters that are looked at


def _shorter(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


@lru_cache(maxsize=1)
def _one_letter_less() -> dict[str, list[str]]:
    """Words of questions by their forms with one letter less."""
    found: dict[str, list[str]] = {}
    for word in STOP_WORDS.difference(_OF_TERMS):
        if len(word) >= 4:
            for form in (word, *_shorter(word)):
                found.setdefault(form, []).append(word)
    return found


@lru_cache(maxsize=1)
def _edges() -> tuple[frozenset[str], frozenset[str]]:
    """The first three letters of the words of questions, and the last three."""
    words = [word for word in STOP_WORDS.difference(_OF_TERMS) if len(word) >= 4]
    return frozenset(word[:3] for word in words), frozenset(word[-3:] for word in words)


@lru_cache(maxsize=2048)
def is_misspelt_stop(word: str) -> bool:
    """Whether ``word`` is one slip away from a word of questions (``waht``, ``tarkoitaa``).

    In words of four letters the slip is two letters swapped.
    """
    if len(word) < 4 or not word.isascii():
        return False
    starts, ends = _edges()
    if len(word) > 6 and word[:3] not in starts and word[-3:] not in ends:
        return False  # one slip leaves either as it is
    known = _one_letter_less()
    forms = {word, *_shorter(word)}
    if known.keys().isdisjoint(forms) or is_everyday(word):
        return False
    near = {stop for form in forms for stop in known.get(form, ())}
    if len(word) == 4:
        return any(stop[0] == word[0] and sorted(stop) == sorted(word) for stop in near)
    return any(OSA.distance(word, stop, score_cutoff=1) <= 1 for stop in near)


_ASKING = re.compile(
    "what|whats|wat|wats|wut|define.?|defini.*|mean.*|explain.*|stand.?|mika|mita|mitka|mikas|"
    "tarkoit.*|tarkot.*|maarit.*|selit.*|merkit.*|kasite|termi|lyhenne|term|acronym|abbreviation|"
    ".*(?:뭐|뭔|뭘|무엇|무슨|머|뜻|의미|정의|설명|개념).*|이?란|describe"
)


def is_asking(words: Iterable[str]) -> bool:
    """Whether ``words`` ask for a meaning, and do not only surround something."""
    return any(_ASKING.fullmatch(word) for word in words)


_SORTS = frozenset(("type", "types", "kind", "kinds", "sort", "sorts"))
_FRAMING = _SORTS | {"concept", "notion", "general", "generally", "etc", "example", "examples"}


def is_framing(words: Iterable[str]) -> bool:
    """Whether ``words`` are about a term, though none of them asks for its meaning."""
    every = frozenset(words)
    return not _FRAMING.isdisjoint(every) or every >= _TELLING or not _ABOUT.isdisjoint(every)


_TELLING = frozenset(("tell", "about"))
_ABOUT = frozenset(("대해", "대해서", "대하여", "관해", "관해서", "관하여"))


_COMPARING = frozenset(
    ("differ", "differs", "difference", "differences", "ero", "eroa", "eroavat")
)


def is_comparing(words: Sequence[str]) -> bool:
    """Whether ``words`` ask how two things differ: neither of them is meant alone."""
    return not _COMPARING.isdisjoint(words) or any(word[:2] == "차이" for word in words)


_APART = "and or vs versus ja tai vai 및 또는"  # words between two things, not meant alone
_ATTACHED = "와 과 이랑 랑 하고"  # particles between them, written with the first
_LISTING = re.compile(
    rf"(?:\s+(?:{'|'.join(_APART.split())})\.?\s+|\s*[&/]\s*"
    rf"|(?<=[A-Za-z가-힣])(?:{'|'.join(_ATTACHED.split())})\s+|(?<=[A-Z])\s*,\s*(?=[A-Z]))+",
)
_MAY_LIST = re.compile(rf"[&/,]|(?:{'|'.join(_ATTACHED.split())})\s")


def listed(text: str, words: Iterable[str]) -> list[str]:
    """The parts of ``text`` that it lists or compares: ``AI vs IT``; none when it does not.

    ``words`` are those of ``text``, folded.
    """
    if _BETWEEN.isdisjoint(words) and not _MAY_LIST.search(text):
        return []
    return _LISTING.split(_BEFORE.sub("", text))


_BEFORE = re.compile(r"^(?:.*\b(?:diff|difference|distinction)s?\s+)?between\s+", re.IGNORECASE)


def is_listing(word: str) -> bool:
    """Whether a folded word stands between two things."""
    return word in _BETWEEN


def is_alternative(words: Iterable[str]) -> bool:
    """Whether ``words`` are of one or another thing rather than of both."""
    return not _ALTERNATIVE.isdisjoint(words)


_ALTERNATIVE = frozenset(("or", "tai", "또는"))
_BETWEEN = frozenset((*_APART.split(), *_ATTACHED.split()))


def core(
    words: Sequence[str], keeps: Callable[[str], bool], named: Container[str] = ()
) -> tuple[int, int]:
    """The range of ``words`` that is left of a question, at least one word long.

    ``keeps`` says that a word of the labels must not be taken for a misspelling of another,
    ``named`` holds words that are no words of questions here.
    """
    is_around = (lambda word: is_stop(word) and word not in named) if named else is_stop

    def strips(word: str) -> bool:
        return is_around(word) or (not keeps(word) and is_misspelt_stop(word))

    start, end = 0, len(words)
    while end - start > 1 and strips(words[start]):
        start += 1
    if end - start > 2 and words[start] in _SORTS and words[start + 1] == "of":
        start += 2
    certain = start > 0 or (end > 0 and is_around(words[-1]))
    while end - start > 1 and (is_around(words[end - 1]) or (certain and strips(words[end - 1]))):
        end -= 1
    return start, end
