"""Why a query was answered, offered or declined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.concept import Label
from bot.lookup.confidence import ANSWERED, MARGIN, OFFERED
from bot.lookup.result import Kind, Match, Verdict


class Evidence(NamedTuple):
    """One label that a stage found, how sure it was of it, and why."""

    label: Label
    kind: Kind
    score: float
    why: str

    def __str__(self) -> str:
        return (
            f"{self.score:.2f} {self.label.concept} “{self.label.text}” ({self.kind}): {self.why}"
        )


class Tried(NamedTuple):
    """A stage that was tried and what it found, best first."""

    stage: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The whole way from a query to its verdict. ``str()`` prints it for people."""

    query: str
    folded: str
    asked_for: str
    stages: tuple[Tried, ...]
    matches: tuple[Match, ...]
    verdict: Verdict
    reason: str

    def __str__(self) -> str:
        lines = [f"query: {self.query}", f"folded: {self.folded}"]
        if self.asked_for != self.folded:
            lines.append(f"asked for: {self.asked_for}")
        for tried in self.stages:
            lines.append(f"{tried.stage}: {len(tried.evidence) or 'nothing'}")
            lines += [f"  {evidence}" for evidence in tried.evidence[:3]]
        return "\n".join([*lines, f"verdict: {self.verdict}, {self.reason}"])


def verdict(matches: Sequence[Match]) -> tuple[Verdict, str]:
    """The verdict on matches, best first, and the reason for it."""
    if not matches:
        return "unknown", f"as no concept is at least {OFFERED:.2f} sure"
    first = matches[0]
    if first.score < ANSWERED:
        return "choices", f"as the best is {first.score:.2f} sure, below {ANSWERED:.2f}"
    if len(matches) > 1 and matches[1].score > first.score - MARGIN:
        return "choices", f"as {first.concept} and {matches[1].concept} are equally sure"
    return "answer", f"as {first.concept} is {first.score:.2f} sure"
