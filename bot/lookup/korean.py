"""What follows a Korean term inside its word: particles, the copula, questions.

Particles are a closed class that stacks, so a small grammar covers them; nouns that follow a
term (``인공지능법``) are not in it, and make another term.
"""

from __future__ import annotations

import re
from functools import lru_cache

_CALLED = "이?라(?:는|던|고하는)(?:게|건|걸|거|것[이은을도]?)?|이?란(?:게|건|걸|거|것[이은을도]?)?"
_PARTICLE = (
    f"{_CALLED}|"
    "으로부터|로부터|에서부터|으로서|로서|으로써|로써|에게서|한테서|께서|에서|에게|한테|에다가|에다|"
    "이라든가|라든가|이라든지|라든지|이든지|든지|이든가|든가|이나마|나마|이야말로|야말로|"
    "은커녕|는커녕|커녕|까지|부터|마저|조차|밖에|보다|처럼|같이|마다|만큼|대로|하고|이랑|랑|"
    "이라도|라도|이라고|라고|이라는|라는|이란|란|이며|이고|이나|으로|로|에|의|은|는|이|가|을|를|"
    "와|과|도|만|뿐|께|나|며|요|여|야|아|더러|치고|따라|이?라|"
    "중(?=[에이엔]|$)|내(?=[에의]|$)|시(?=[에엔]|$)|때(?=[에는도문]|$)|때문|님"
)
_POLITE = "(?:요|여|욤|(?<![고인])[용유])?"
_COPULA = (  # its endings are spelt out: 인 and 고 begin as many nouns (인재, 고문)
    "(?:이?(?:다(?:만|고|는|며|네|니|면)?|랍니다|라면|라서|라니까?|라며|지만?|죠|네|고|면|든[지가]?|"
    "던[데가]?|야[지죠]?|에요|예요|거나|거든|거늘|냐[고면는]?|니까?|래|랬[가-힣]{1,3}|ㄴ[가데]|"
    "여야[지죠만]?|잖아|구나|구만|군|더라고?|려나|라구|라던[데가]|라길래|라함은|라네|라면서)|"
    "말이[야죠지]|이자|이어[서야도]|(?:이었|였|이셨)[가-힣]{1,4}|"
    "입니[가-힣]{0,3}|인(?:[가지데][도를는에만]?|[거건게걸것줄][가-힣]{0,3}|[듯양바])?|"
    f"일(?:까|지|수|때|경우|뿐|텐데|[거건걸])?(?:도|는|에|만|의|이|야|죠|가|데){{0,2}}|임){_POLITE}"
)
_ASKED = (
    f"(?:이|가|은|는|{_CALLED}|의|을|를)?(?:뭐|뭔|뭘|머(?!신|리|니)|무엇|무슨|무얼|누구|어디|뜻|"
    "의미(?!래|디|국|술|학|션)|정의|개념|설명(?!가능|의무|책임)|알려|모야|모임|"
    "에?대해|에?대한|에?관해|에?관한)[가-힣]*"
)
_VERB = (  # what makes a verb of a noun, as people type it of a term: 가명처리하다, 파기된
    "(?:하(?:다|는|고|기|며|면|지|여|거나|도록|려면|려고|자|나요|니|는데|였[가-힣]{1,3})|한(?:다|다는)?|할|함|해(?:서|야|요|도)?|했[가-힣]{1,3}|"
    "되(?:다|는|고|기|며|면|지|어|거나|도록|나요|는데|었[가-힣]{1,3})|된(?:다|다는)?|될|됨|돼(?:서|야|요|도)?|됐[가-힣]{1,3}|"
    "시키(?:다|는|고|기|면)|시킨(?:다)?|시킬|당하(?:다|는|고|면)|당한|당함|당했[가-힣]{1,3})"
)
_TAIL = re.compile(
    f"들?(?:{_PARTICLE}){{0,3}}(?:{_COPULA})?|들?(?:{_PARTICLE})?(?:{_ASKED})|{_VERB}"
)
_VERBAL = re.compile(_VERB)
_CLAUSE = re.compile(
    ".*(?:[으]?면|[는은]데|지만|니까|려고|다가|도록|[았었였했됐갔왔났]고|[나되하가오]고|아서|어서|해서|돼서)"
)
_PARTICLES = re.compile(f"(?:{_PARTICLE}){{1,3}}")
_BETWEEN = re.compile("들?(?:의|를|을|에|에서|에대한|와|과|및|으로|로|이|가)?")


LONGEST = 12  # syllables that follow a noun


@lru_cache(maxsize=2048)
def is_tail(text: str) -> bool:
    """Whether ``text`` can follow a noun as particles, copula or the rest of a question."""
    return len(text) <= LONGEST and _TAIL.fullmatch(text) is not None


def is_verbal(text: str) -> bool:
    """Whether ``text`` after a noun makes a verb of it."""
    return _VERBAL.fullmatch(text) is not None


def is_clause(word: str) -> bool:
    """Whether ``word`` is a verb that another clause follows, as 끝나고."""
    return _CLAUSE.fullmatch(word) is not None


def is_particle(text: str) -> bool:
    """Whether ``text`` is nothing but particles, as they stand after a parenthesis."""
    return _PARTICLES.fullmatch(text) is not None


def is_joint(text: str) -> bool:
    """Whether ``text`` may stand between two words of one term, as in 알고리즘의 편향."""
    return _BETWEEN.fullmatch(text) is not None


def is_person(typed: str, word: str) -> bool:
    """Whether ``typed`` is ``word`` and 인 with nothing after it: who does it, as 민원인."""
    return typed[-1:] == "인" and typed[:-1] == word


def differ_in_prefix(typed: str, word: str) -> bool:
    """Whether two words of more syllables differ by what turns the meaning: 저위험, 고위험."""
    if typed.isascii() or min(len(typed), len(word)) < _TURNED:
        return False
    if typed[1:] == word[1:]:
        return _PREFIXES.issuperset((typed[0], word[0]))
    longer, shorter = max(typed, word, key=len), min(typed, word, key=len)
    return longer[1:] == shorter and longer[0] in _PREFIXES


_PREFIXES = frozenset("고저무비부반준초탈친신구재과소대불미")
_TURNED = 2  # syllables


def differ_in_syllable(typed: str, word: str) -> bool:
    """Whether two short words differ by one syllable, each of which has a meaning of its own."""
    if (
        len(typed) != len(word)
        or not 2 <= len(word) <= _SHORT
        or _SYLLABLES.fullmatch(typed) is None
    ):
        return False
    return sum(one != other for one, other in zip(typed, word, strict=True)) == 1


_SHORT = 3  # syllables
_SYLLABLES = re.compile("[가-힣]+")


def unjoined(word: str) -> str:
    """``word`` without the particle that joins it to the next: 수요와 공급, 인권의 공존."""
    return _JOINED.sub("", word)


_JOINED = re.compile(r"(?<=[가-힣]{2})(?:와|과|의|하고|이랑)$")


def tail_length(word: str, shortest: int = 2) -> int:
    """How many syllables at the end of ``word`` the longest tail has; 0 when there is none."""
    return max(
        (len(word) - cut for cut in range(shortest, len(word)) if is_tail(word[cut:])), default=0
    )


_LETTER_NAMES = {
    "에이치": "h", "더블유": "w", "더블류": "w", "와이": "y", "에이": "a", "에프": "f",
    "에스": "s",
    "엑스": "x", "제이": "j", "케이": "k", "아이": "i", "브이": "v", "알파": "a", "제트": "z",
    "지트": "z", "비": "b", "씨": "c", "시": "c", "디": "d", "이": "e", "지": "g", "쥐": "g",
    "엘": "l", "앨": "l", "엠": "m", "앰": "m", "엔": "n", "앤": "n", "오": "o", "피": "p",
    "큐": "q", "알": "r", "아르": "r", "티": "t", "유": "u", "액스": "x", "애스": "s", "애프": "f",
    "애이치": "h", "에취": "h", "투": "2", "쓰리": "3",
}  # fmt: skip
_LETTER = re.compile("|".join(sorted(_LETTER_NAMES, key=len, reverse=True)))
_LETTERS = re.compile(f"(?:{_LETTER.pattern})+")


def letters(word: str) -> list[tuple[str, str]]:
    """Every reading of ``word`` as Latin letter names, with the rest that is no letter name.

    ``에프오씨가`` gives ``("foc", "가")``; at least two letters. Longest reading first; 비 is
    both b and v.
    """
    found: list[tuple[str, str]] = []
    read, at = "", 0
    while (letter := _LETTER.match(word, at)) is not None:
        read += _LETTER_NAMES[letter.group()]
        at = letter.end()
        if len(read) >= 2 and (at == len(word) or _is_left(word[at:])):
            found += [(key, word[at:]) for key in {read.replace("b", "v"), read}]
    return found[::-1]


def spelt_out(word: str) -> list[str]:
    """``word`` with the letters that it begins with by name, whatever follows: 디비형, db형."""
    found: list[str] = []
    read, at = "", 0
    while (letter := _LETTER.match(word, at)) is not None:
        read, at = read + _LETTER_NAMES[letter.group()], letter.end()
        if len(read) >= _FEWEST and at < len(word):
            found.append(read + word[at:])
    return found[::-1]


_FEWEST = 2  # letters


def _is_left(rest: str) -> bool:
    """Whether ``rest`` follows letter names as a tail, and is none itself: 에이, but 이."""
    return is_tail(rest) and (len(rest) == 1 or _LETTERS.fullmatch(rest) is None)
