from __future__ import annotations

import threading

from bot.lazy import cached_property


class Slow:
    """Counts how often its attribute is worked out, and waits until it may."""

    def __init__(self) -> None:
        self.times = 0
        self.may = threading.Event()

    @cached_property
    def value(self) -> list[int]:
        """What was worked out."""
        self.times += 1
        assert self.may.wait(10)
        return [self.times]


def test_it_is_worked_out_once() -> None:
    slow = Slow()
    slow.may.set()
    assert slow.value is slow.value
    assert slow.times == 1


def test_one_object_does_not_wait_for_another() -> None:
    busy, free = Slow(), Slow()
    free.may.set()
    worker = threading.Thread(target=lambda: busy.value)
    worker.start()
    assert free.value == [1]
    assert worker.is_alive()
    busy.may.set()
    worker.join()


def test_who_asks_at_the_same_moment_gets_the_same() -> None:
    slow = Slow()
    found: list[list[int]] = []
    workers = [threading.Thread(target=lambda: found.append(slow.value)) for _ in range(3)]
    for worker in workers:
        worker.start()
    slow.may.set()
    for worker in workers:
        worker.join()
    assert found[0] is found[1] is found[2] is slow.value


def test_its_class_tells_what_it_is() -> None:
    assert Slow.value.__doc__ == "What was worked out."
