"""Counters, gauges and histograms in Prometheus' text format, which needs no library.

https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
"""

from __future__ import annotations

import time
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Literal

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)

Kind = Literal["counter", "gauge", "histogram"]
Labels = tuple[str, ...]


class Metric:
    """Something that is measured, by the values of its labels.

    Args:
        name: as Prometheus shows it, with its unit.
        help_: what it is, in one line.
        labels: the names of the labels. Their values must come from the program, never from
            people: each combination is kept for ever.
    """

    kind: Kind = "counter"

    def __init__(self, name: str, help_: str, *labels: str) -> None:
        self.name = name
        self.help = help_
        self.labels = labels

    def lines(self) -> Iterator[str]:
        """The metric as Prometheus reads it."""
        yield f"# HELP {self.name} {_escaped(self.help)}"
        yield f"# TYPE {self.name} {self.kind}"
        yield from self.samples()

    def samples(self) -> Iterator[str]:
        """The lines that hold numbers."""
        raise NotImplementedError


class Counter(Metric):
    """A number that only grows."""

    def __init__(self, name: str, help_: str, *labels: str) -> None:
        super().__init__(name, help_, *labels)
        self._values: dict[Labels, float] = {} if labels else {(): 0.0}

    def add(self, *values: str, amount: float = 1) -> None:
        """Count, for these values of the labels."""
        self._values[values] = self._values.get(values, 0.0) + amount

    def total(self, *values: str) -> float:
        """The sum over all that begin with these values of labels."""
        return sum(n for each, n in self._values.items() if each[: len(values)] == values)

    def items(self) -> Iterator[tuple[Labels, float]]:
        """The values of the labels, with the number of each combination."""
        yield from self._values.items()

    def samples(self) -> Iterator[str]:
        """One line for each combination of labels."""
        for values, number in self._values.items():
            yield f"{self.name}{_braces(self.labels, values)} {_number(number)}"


class Gauge(Counter):
    """A number that goes up and down."""

    kind = "gauge"

    def set(self, number: float, *values: str) -> None:
        """What it is now, for these values of the labels."""
        self._values[values] = number

    def only(self, number: float, *values: str) -> None:
        """What it is now, for these values of the labels and for no others."""
        self._values = {values: number}


class Histogram(Metric):
    """How often something was how large; ``bounds`` are the upper limits of the classes."""

    kind = "histogram"

    def __init__(
        self, name: str, help_: str, *labels: str, bounds: tuple[float, ...] = SECONDS
    ) -> None:
        super().__init__(name, help_, *labels)
        self._bounds = bounds
        self._counts: dict[Labels, list[int]] = {}
        self._sums: dict[Labels, float] = {}

    def observe(self, amount: float, *values: str) -> None:
        """Note one."""
        counts = self._counts.setdefault(values, [0] * (len(self._bounds) + 1))
        counts[bisect_left(self._bounds, amount)] += 1
        self._sums[values] = self._sums.get(values, 0.0) + amount

    @contextmanager
    def timed(self, *values: str) -> Iterator[None]:
        """Note the seconds that the block takes."""
        began = time.perf_counter()
        yield
        self.observe(time.perf_counter() - began, *values)

    def samples(self) -> Iterator[str]:
        """The classes, each with all smaller ones in it; then sum and count."""
        names = (*self.labels, "le")
        for values, counts in self._counts.items():
            below = 0
            for bound, count in zip((*self._bounds, float("inf")), counts, strict=True):
                below += count
                braces = _braces(names, (*values, _number(bound)))
                yield f"{self.name}_bucket{braces} {below}"
            braces = _braces(self.labels, values)
            yield f"{self.name}_sum{braces} {_number(self._sums[values])}"
            yield f"{self.name}_count{braces} {below}"


def exposition(metrics: Iterable[Metric]) -> str:
    """All metrics as one page."""
    return "".join(f"{line}\n" for metric in metrics for line in metric.lines())


def _braces(names: Labels, values: Labels) -> str:
    pairs = zip(names, values, strict=True)
    inside = ",".join(f'{name}="{_escaped(value, quote=True)}"' for name, value in pairs)
    return f"{{{inside}}}" if inside else ""


def _escaped(text: str, *, quote: bool = False) -> str:
    text = text.replace("\\", "\\\\").replace("\n", "\\n")
    return text.replace('"', '\\"') if quote else text


def _number(number: float) -> str:
    if number == float("inf"):
        return "+Inf"
    return str(int(number)) if number == int(number) else repr(number)
