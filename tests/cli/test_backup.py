"""``glossary-bot backup`` and ``restore``, as processes, also while the bot runs."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import run
from tests.process import running
from tests.standin import StandIn


def speak_finnish(telegram: StandIn) -> None:
    """The first person chooses Finnish, which the bot keeps."""
    ada = next(iter(telegram.people.values()))
    ada.says("/language")
    asked = ada.chat.next_message(20)
    asked.seen_edits = asked.edits
    ada.presses(asked, "suomi")
    ada.chat.next_edit(asked)


def test_what_was_kept_is_there_again_after_backup_loss_and_restore(
    telegram: StandIn, tmp_path: Path
) -> None:
    ada, state = telegram.person("Ada"), str(tmp_path / "state")
    with running(telegram.url, tmp_path / "state") as bot:
        speak_finnish(telegram)
        copy = run("backup", STATE_DIRECTORY=state).stdout.strip()
        ada.says("/forget")
        ada.chat.next_message()
        ada.says("/about")
        assert "About this glossary" in ada.chat.next_message().text
        done = run("restore", copy, STATE_DIRECTORY=state).stdout
        assert "What was there before is kept as" in done
        bot.stop()
    assert Path(copy).stat().st_mode & 0o777 == 0o600
    assert Path(copy).parent == tmp_path / "state" / "backups"
    with running(telegram.url, tmp_path / "state"):
        ada.says("/about")
        assert "Tietoa sanastosta" in ada.chat.next_message(20).text


def test_a_backup_goes_where_it_is_told_to(tmp_path: Path) -> None:
    state = str(tmp_path / "state")
    run(typed="FOC\n", STATE_DIRECTORY=state)
    target = tmp_path / "copy.db"
    assert run("backup", str(target), STATE_DIRECTORY=state).stdout == f"{target}\n"
    assert target.exists()
    assert run("backup", str(tmp_path), STATE_DIRECTORY=state).stdout.startswith(
        f"{tmp_path}/glossary-bot."
    )


def test_nothing_to_copy_is_said(tmp_path: Path) -> None:
    done = run("backup", code=2, STATE_DIRECTORY=str(tmp_path / "state"))
    assert "is gone" in done.stderr
    assert not (tmp_path / "state").exists()


def test_the_database_is_not_overwritten_by_its_own_copy(tmp_path: Path) -> None:
    run(typed="FOC\n", STATE_DIRECTORY=str(tmp_path))
    itself = str(tmp_path / "glossary-bot.db")
    done = run("backup", itself, code=2, STATE_DIRECTORY=str(tmp_path))
    assert "is the database itself" in done.stderr


def test_what_is_no_backup_changes_nothing(tmp_path: Path) -> None:
    run(typed="FOC\n", STATE_DIRECTORY=str(tmp_path))
    before = (tmp_path / "glossary-bot.db").read_bytes()
    other = tmp_path / "other"
    other.write_bytes(b"no database at all" * 100)
    done = run("restore", str(other), code=2, STATE_DIRECTORY=str(tmp_path))
    assert "Nothing was changed" in done.stderr
    assert (tmp_path / "glossary-bot.db").read_bytes() == before
