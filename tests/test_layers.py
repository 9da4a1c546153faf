"""The house keeps to the plan in docs/architecture.md."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "bot"
PLAN = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d+) \| ([^|]+) \|", re.MULTILINE)

ALLOWED = {
    "telegram": {
        "keyboard", "reply", "profile", "wire", "journal", "handlers", "upkeep", "application",
        "receiving", "serving", "terminal",
    },
    "yaml": {"file"},
    "sqlite3": {"state"},
}  # fmt: skip


@cache
def rows() -> dict[str, int]:
    """Module → row, as the plan has it."""
    return {
        name.strip("/"): int(row)
        for row, names in ROW.findall(PLAN)
        for name in re.findall(r"`([a-z_]+/?)`", names)
    }


@cache
def modules() -> dict[str, Path]:
    """Dotted name below ``bot`` → file."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if name not in ("", "__main__"):
            found[name] = path
    return found


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """The syntax of a file."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, at the top or later."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} imports relatively"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ours(path: Path) -> set[str]:
    """The modules of ours that a file imports."""
    found = {name.removeprefix("bot.") for name in imports(path) if name.startswith("bot.")}
    parts = {name.rpartition(".")[0] for name in found if name in modules()}
    # importing a part of a package by name does not ask for what the package offers
    return {name for name in found if name in modules() and name not in parts - _asked(path)}


def _asked(path: Path) -> set[str]:
    """The packages of which a file imports something that is not a part."""
    return {
        node.module.removeprefix("bot.")
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and node.module
        if any(f"{node.module}.{a.name}".removeprefix("bot.") not in modules() for a in node.names)
    }


def room(module: str) -> str:
    """The row's name for a module: itself, or its package."""
    return module.split(".")[0]


@pytest.mark.parametrize("module", modules())
def test_every_module_stands_in_the_plan(module: str) -> None:
    assert room(module) in rows()


@pytest.mark.parametrize("module", modules())
def test_a_module_imports_only_its_own_row_and_lower_ones(module: str) -> None:
    plan = rows()
    above = {name for name in ours(modules()[module]) if plan[room(name)] > plan[room(module)]}
    assert not above


def test_no_two_modules_import_each_other_in_a_circle() -> None:
    known = modules()
    graph = {}
    for name, path in known.items():
        # a package imports its parts by name; the parts may not import it back
        graph[name] = ours(path) - {name}
    assert list(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("library", ALLOWED)
def test_a_library_is_imported_only_where_the_plan_says(library: str) -> None:
    users = {
        room(name)
        for name, path in modules().items()
        if any(i.split(".")[0] == library for i in imports(path))
    }
    assert users <= ALLOWED[library]


def test_only_one_module_touches_yaml() -> None:
    users = {
        name
        for name, path in modules().items()
        if any(i.split(".")[0] == "yaml" for i in imports(path))
    }
    assert users == {"file.yamlfile"}


def test_every_module_stands_in_the_plan_once() -> None:
    named = [n for _, names in ROW.findall(PLAN) for n in re.findall(r"`([a-z_]+/?)`", names)]
    assert len(named) == len(set(named))


def test_only_the_settings_read_the_environment() -> None:
    readers = {
        name
        for name, path in modules().items()
        if re.search(r"\b(environ|getenv)\b", path.read_text(encoding="utf-8"))
    }
    assert readers <= {"settings"}


@pytest.mark.parametrize("module", modules())
def test_a_file_is_one_room(module: str) -> None:
    """No file has over 300 lines."""
    assert len(modules()[module].read_text(encoding="utf-8").splitlines()) <= 300
