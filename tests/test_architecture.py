"""The direction of imports, held by import-linter's contracts in pyproject.toml."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = {"torch", "torch_geometric", "transformers", "open_clip", "surprise", "pandas", "pyarrow", "sklearn"}


def test_imports_point_downward() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_serving_loads_no_training_library() -> None:
    """Importing what a chat process imports leaves torch and its like unloaded."""
    code = "import sys, adapters.app, adapters.cli.ask, adapters.cli.chat; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stdout.split())


@pytest.mark.parametrize("package", ["agent", "tools", "recsys", "memory", "data"])
def test_the_environment_is_read_in_the_settings_alone(package: str) -> None:
    for path in (ROOT / package).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            reads = isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv")
            assert not reads, f"{path.relative_to(ROOT)}:{node.lineno} reads the environment"
