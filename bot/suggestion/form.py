"""A half-written suggestion as data: what has been given, and what is asked for next.

A form is kept in the database between two messages. Nothing of a conversation is held in the
process, so that it goes on after a restart and from any replica.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias, cast

from bot.body import Body
from bot.concept import LANGUAGES, Language
from bot.lookup.hangul import has_hangul

Goal: TypeAlias = Literal["new", "change", "revise", "amend"]
Step: TypeAlias = Literal[
    "term", "language", "similar", "definition", "source", "names", "field", "other",
    "note", "example", "target", "menu", "preview",
]  # fmt: skip

GUIDED: tuple[Step, ...] = (
    "term", "language", "similar", "definition", "source", "names", "field", "other", "preview",
)  # fmt: skip
OPTIONAL: tuple[Step, ...] = ("source", "names", "field", "other")
NEEDED: tuple[Step, ...] = ("term", "language", "definition")
CHANGEABLE: tuple[Step, ...] = (
    "definition", "term", "names", "source", "other", "field", "note", "example", "language",
)  # fmt: skip
TYPED: frozenset[Step] = frozenset(
    (
        "term",
        "language",
        "definition",
        "source",
        "names",
        "field",
        "other",
        "note",
        "example",
        "target",
    )
)
"""Steps that a text answers; at the others a text is a question to the bot, as ever."""


@dataclass(frozen=True, slots=True)
class Given:
    """What was said at one step, and in which message; "" for a step that was skipped."""

    text: str
    message: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A suggestion that is being written.

    Attributes:
        goal: ``new`` entry, ``change`` of one; an author ``revise``s what they were asked about;
            a curator ``amend``s what they then approve.
        given: Step → what was said.
        base: The entry as it was when the person began; None for a new one.
        fingerprint: Of the entry that is served, when the person began.
        sequence: Of the last approval of that entry, when the person began.
        single: One field is being changed; the preview comes next.
        credit: Whether the person's public handle is to stand with the change.
        revision: The suggestion that is revised or amended, and its ``version``.
        began: The message that began it.
    """

    goal: Goal
    given: Mapping[Step, Given] = field(default_factory=dict)
    base: Body | None = None
    fingerprint: str | None = None
    sequence: int = 0
    single: bool = False
    credit: bool = False
    revision: int | None = None
    version: int = 0
    began: int | None = None

    @property
    def language(self) -> Language:
        """The language that terms and definition are in."""
        said = self.text("language")
        return next((code for code in LANGUAGES if code == said), "en")

    def text(self, step: Step) -> str:
        """What was said at a step; "" when nothing was."""
        return self.given[step].text if step in self.given else ""

    def answer(self, step: Step, text: str, message: int | None = None) -> Form:
        """The form with an answer in it.

        Another term or language may be like other entries, so that is asked again.
        """
        given = {**self.given, step: Given(text, message)}
        if step in ("term", "language") and text != self.text(step):
            given.pop("similar", None)
        return replace(self, given=given)

    def skip(self, step: Step) -> Form:
        """The form with a step passed over; what was said there before stays."""
        return self if step in self.given else self.answer(step, "")

    def brief(self) -> Form:
        """The form with all that may be left out passed over, as after ``TERM = definition``."""
        given = {step: Given("") for step in OPTIONAL}
        return replace(self, given={**given, **self.given})

    def without(self, step: Step) -> Form:
        """The form as if a step had not been answered."""
        return replace(self, given={s: g for s, g in self.given.items() if s != step})

    def answered_in(self, message: int) -> Step | None:
        """The step that was answered in a message."""
        return next((s for s, said in self.given.items() if said.message == message), None)

    @property
    def empty(self) -> bool:
        """Whether nothing worth keeping has been said."""
        return not any(said.text for step, said in self.given.items() if step != "language")

    @property
    def steps(self) -> tuple[Step, ...]:
        """What a person is led through: the language only where the letters leave doubt."""
        sure = has_hangul(self.text("term"))
        return tuple(step for step in GUIDED if not (sure and step == "language"))

    @property
    def ready(self) -> bool:
        """Whether there is enough for a preview."""
        if self.goal == "new":
            return all(self.text(step) for step in NEEDED)
        return self.base is not None

    def next(self, step: Step) -> Step:
        """What is asked after a step: the first thing that nobody has answered."""
        if self.base is not None and step == "language":
            return "menu"
        if self.single and self.ready:
            return "preview"
        later = self.steps[self.steps.index(step) + 1 :] if step in self.steps else self.steps
        return next((s for s in later if s not in self.given), "preview")

    def back(self, step: Step) -> Step | None:
        """What was asked before a step; None at the beginning."""
        if self.goal != "new" and (step in ("menu", "target") or self.empty):
            return None if step in ("menu", "target") else "menu"
        if self.goal != "new" or self.single:
            return "preview"
        order = self.steps
        return order[order.index(step) - 1] if step in order[1:] else None

    @property
    def missing(self) -> list[Step]:
        """Steps that were never answered or were skipped."""
        return [s for s in self.steps if s not in ("similar", "preview") and not self.text(s)]


def dumped(form: Form) -> dict[str, Any]:
    """A form as JSON."""
    given = {step: [said.text, said.message] for step, said in form.given.items()}
    names = (
        "goal", "base", "fingerprint", "sequence", "single", "credit", "revision", "version",
        "began",
    )  # fmt: skip
    return {name: getattr(form, name) for name in names} | {"given": given}


def loaded(body: Mapping[str, Any]) -> Form:
    """The form in a draft's body."""
    given = {cast(Step, step): Given(*said) for step, said in body.get("given", {}).items()}
    return Form(**{**body, "given": given})
