"""How often a group is answered."""

from __future__ import annotations

from bot.cooldown import REMEMBERED, Cooldown


def test_a_few_answers_at_once_then_one_notice_then_silence_then_a_steady_pace() -> None:
    now = [100.0]
    cooldown = Cooldown(burst=2, every=3.0, clock=lambda: now[0])
    assert [cooldown.ask(1) for _ in range(4)] == ["go", "go", "wait", "hush"]
    now[0] += 2
    assert cooldown.ask(1) == "hush"
    now[0] += 1
    assert [cooldown.ask(1) for _ in range(3)] == ["go", "wait", "hush"]
    now[0] += 1000
    assert [cooldown.ask(1) for _ in range(3)] == ["go", "go", "wait"]


def test_one_chat_does_not_wait_for_another() -> None:
    cooldown = Cooldown(burst=1, every=1000)
    assert [cooldown.ask(chat) for chat in (1, 2, 1)] == ["go", "go", "wait"]


def test_a_chat_is_forgotten_when_it_is_gone_or_there_are_too_many() -> None:
    cooldown = Cooldown(burst=1, every=1000)
    cooldown.ask(1)
    cooldown.forget(1)
    assert cooldown.ask(1) == "go"
    for chat in range(2, REMEMBERED + 2):
        cooldown.ask(chat)
    assert cooldown.ask(1) == "go"


def test_after_all_answers_were_used_up_there_is_rest() -> None:
    now = [100.0]
    cooldown = Cooldown(burst=2, every=1.0, rest=60.0, clock=lambda: now[0])
    assert [cooldown.ask(1) for _ in range(4)] == ["go", "go", "wait", "hush"]
    for _ in range(59):
        now[0] += 1
        assert cooldown.ask(1) == "hush", "however long they go on"
    now[0] += 1
    assert [cooldown.ask(1) for _ in range(4)] == ["go", "go", "wait", "hush"]
