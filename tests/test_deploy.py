"""The container and the systemd unit keep what they promise."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.cli import COMMANDS
from bot.settings import Settings

ROOT = Path(__file__).parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
UNIT = ROOT / "deploy" / "glossary-bot.service"
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
COMMAND = re.compile(r"(?:^|`|bin/|bot )glossary-bot ([a-z]+)\b", re.MULTILINE)
VARIABLES = {variable.name for variable, _ in Settings.variables()}
FILES = {variable.name + "_FILE" for variable, _ in Settings.variables() if variable.secret}


def instructions(name: str, stage: int = -1) -> list[str]:
    """What stands after an instruction, in one stage of the Dockerfile."""
    text = re.split(r"^(?=FROM )", DOCKERFILE, flags=re.MULTILINE)[stage]
    return [" ".join(line.split()) for line in re.findall(rf"^{name} +(.+)$", text, re.MULTILINE)]


def compose() -> Any:
    """The only service."""
    text = (ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text)["services"]["bot"]


def unit(key: str) -> list[str]:
    """Every value of a key of the unit."""
    return re.findall(rf"^{key}=(.*)$", UNIT.read_text(encoding="utf-8"), re.MULTILINE)


def test_the_image_runs_as_a_number_that_is_not_root() -> None:
    """A name could not be told from root by who only reads the image's configuration."""
    (user,) = instructions("USER")
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", user)


def test_what_builds_stays_out_of_the_image() -> None:
    assert len(re.findall(r"^FROM .*-slim", DOCKERFILE, re.MULTILINE)) == 2
    assert not [line for line in instructions("RUN") if "pip" in line or "apt" in line]
    assert instructions("COPY")[0].startswith("--from=build ")


def test_what_is_installed_is_pinned_with_hashes() -> None:
    installs = [line for line in instructions("RUN", 1) if "pip install" in line]
    assert installs
    assert all("--require-hashes" in line or "--no-deps" in line for line in installs)


def test_no_secret_and_no_index_is_built_in() -> None:
    assert not re.search(r"TOKEN|SECRET|index-url|trusted-host|https?://", DOCKERFILE)


def test_the_image_asks_the_bot_for_its_health_and_stops_it_as_it_wants_to_be() -> None:
    assert '["glossary-bot", "health"]' in DOCKERFILE
    assert instructions("STOPSIGNAL") == ["SIGTERM"]
    assert instructions("ENTRYPOINT") == ['["glossary-bot"]'], "as PID 1 it gets the signal itself"


def test_everything_that_is_copied_is_sent_to_the_builder_and_nothing_else() -> None:
    wanted = {
        name.removeprefix("./")
        for stage in (1, 2)
        for line in instructions("COPY", stage)
        if not line.startswith("--from")
        for name in line.split()[:-1]
    }
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert lines[1] == "*"
    assert {line[1:] for line in lines if line.startswith("!")} == wanted
    assert all((ROOT / name).exists() for name in wanted)


def test_the_container_has_no_rights_and_a_read_only_root() -> None:
    service = compose()
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "ports" not in service, "polling needs none"
    assert not {"privileged", "cap_add", "network_mode", "user"} & set(service)


def test_what_the_bot_writes_is_a_volume() -> None:
    targets = [volume.split(":")[1] for volume in compose()["volumes"]]
    (state,) = re.findall(r"STATE_DIRECTORY=(\S+)", DOCKERFILE)
    assert state in targets
    assert any(compose()["environment"]["GLOSSARY"].startswith(f"{each}/") for each in targets)
    assert instructions("VOLUME") == [state]


def test_the_token_comes_as_a_file() -> None:
    service = compose()
    assert service["environment"]["TELEGRAM_BOT_TOKEN_FILE"] == "/run/secrets/token"
    assert service["secrets"] == ["token"]
    assert unit("LoadCredential") == ["token:/etc/glossary-bot/token"]
    assert "TELEGRAM_BOT_TOKEN_FILE=%d/token" in unit("Environment")


def test_every_setting_that_is_named_exists() -> None:
    named = {*compose()["environment"]}
    named |= {line.split("=")[0] for line in unit("Environment")}
    (env,) = instructions("ENV")
    named |= set(re.findall(r"(\w+)=", env))
    python = {"PATH", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE"}
    assert not named - VARIABLES - FILES - python


def test_both_wait_longer_than_the_bot_takes_to_stop() -> None:
    assert compose()["stop_grace_period"] == "20s"
    assert unit("TimeoutStopSec") == ["20"]


def test_systemd_watches_the_bot_and_leaves_to_people_what_only_people_can_put_right() -> None:
    assert unit("Type") == ["notify"]
    assert unit("WatchdogSec") == ["60"]
    assert unit("Restart") == ["on-failure"]
    assert unit("RestartPreventExitStatus") == ["2"]
    assert unit("User") == ["glossary-bot"]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd-analyze")
def test_the_unit_is_exposed_less_than_3() -> None:
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--no-pager", UNIT],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    if "unrecognized option" in done.stderr:
        pytest.skip("systemd-analyze is too old")
    level = re.search(r"Overall exposure level.*: (\d+\.\d+)", done.stdout)
    assert level
    assert float(level[1]) < 3


def test_the_unit_keeps_the_least_rights_where_that_cannot_be_measured() -> None:
    for key in (
        "NoNewPrivileges", "PrivateDevices", "PrivateTmp", "ProtectHome", "ProtectClock",
        "ProtectKernelLogs", "ProtectKernelModules", "ProtectKernelTunables", "LockPersonality",
        "ProtectControlGroups", "RestrictNamespaces", "RestrictSUIDSGID", "PrivateUsers",
    ):  # fmt: skip
        assert unit(key) == ["yes"], key
    assert unit("ProtectSystem") == ["strict"]
    assert unit("CapabilityBoundingSet") == [""]


@pytest.mark.parametrize("command", COMMAND.findall(OPERATIONS))
def test_every_command_in_the_handbook_exists(command: str) -> None:
    assert command in COMMANDS


def test_every_setting_in_the_handbook_exists() -> None:
    named = set(re.findall(r"`([A-Z][A-Z_]{3,})`", OPERATIONS))
    assert named
    assert not named - VARIABLES - FILES


@pytest.mark.parametrize("path", re.findall(r"\]\((?!https?:)([^)#]+)\)", OPERATIONS))
def test_every_file_that_the_handbook_links_to_is_there(path: str) -> None:
    assert (ROOT / "docs" / path).exists()


def test_every_metric_in_the_handbook_exists() -> None:
    code = "".join((ROOT / "bot" / f"{n}.py").read_text("utf-8") for n in ("vitals", "monitor"))
    named = set(re.findall(r"`(glossary_bot_[a-z_]+)", OPERATIONS))
    assert named
    assert not {name for name in named if f'"{name}"' not in code}
