"""The files that git keeps, by what they are."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("wub", "models", "imports")
TEMPLATES = ROOT / "templates"
# Parts of the application that are no feature: they serve all of them.
NO_FEATURES = frozenset(
    {"access", "api", "demo", "measurement", "offline", "pages", "row_workbook", "translations"}
)


def python_files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py") if _ours(path))


def templates() -> list[Path]:
    return sorted(TEMPLATES.rglob("*.html"))


def feature_folders() -> list[Path]:
    inside = (ROOT / "wub").iterdir()
    return sorted(path for path in inside if (path / "__init__.py").exists() and path.name not in NO_FEATURES)


def imported(path: Path) -> Iterator[str]:
    """Every module a file names in an import, wherever the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def said(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _ours(path: Path) -> bool:
    return "__pycache__" not in path.parts and "versions" not in path.parts
