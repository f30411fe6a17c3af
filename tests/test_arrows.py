"""The house of design.md section 2, read off the imports and the top levels of the modules."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

import otseula

PACKAGE = Path(otseula.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted(Path(__file__).parent.rglob("*.py"))

#: What the modules of each part may import of otseula, beside their own part. `otseula` itself
#: is the public API: within the house only the way in (`__main__`) and nobody else needs it. How
#: data is written (`frozen`) is for every part.
MAY_IMPORT = {
    "frozen": set(),
    "text": set(),
    "errors": {"text"},
    "shipped": set(),
    "writing": {"text"},
    "logic": {"text", "errors"},
    "rulebase": {"text", "errors", "shipped", "logic.conditions"},
    "screening": {"text", "errors", "shipped", "logic", "rulebase"},
    "authoring": {"text", "errors", "shipped", "writing", "logic", "rulebase", "screening"},
    "present": {"text", "errors", "shipped", "writing", "logic", "rulebase", "screening"},
    "cli": {
        *("text", "errors", "writing", "logic", "rulebase", "screening", "authoring", "present"),
    },
    "__main__": {"cli"},
    "__init__": {"text", "errors", "logic", "rulebase", "screening"},
}


def part_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and dotted name of every import of otseula, wherever it stands: within a function or
    for the type checker alone an arrow is an arrow too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, each.name) for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out"
            yield from ((node.lineno, f"{node.module}.{each.name}") for each in node.names)


def against_the_arrows(part: str, source: str) -> list[tuple[int, str]]:
    found = []
    for line, name in imported(ast.parse(source)):
        steps = name.split(".")
        if steps[0] != "otseula":
            continue
        inside = steps[1:]
        allowed = MAY_IMPORT[part] | {part, "frozen"}
        if not any(inside[: len(a.split("."))] == a.split(".") for a in allowed):
            found.append((line, name))
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.relative_to(PACKAGE).as_posix())
def test_arrows_run_one_way(module: Path) -> None:
    source = module.read_text(encoding="utf-8")
    wrong = against_the_arrows(part_of(module), source)
    # A command tells the version that the package holds.
    if part_of(module) == "cli":
        wrong = [found for found in wrong if found[1] not in ("otseula", "otseula.__version__")]
    assert wrong == []


def test_an_arrow_the_wrong_way_is_seen() -> None:
    hidden = "def f():\n    from otseula.screening.case import check_case\n"
    assert against_the_arrows("logic", hidden) == [(2, "otseula.screening.case.check_case")]
    assert against_the_arrows("rulebase", "from otseula.logic.truth import truth_of")
    assert against_the_arrows("present", "import otseula.cli.main")
    assert against_the_arrows("screening", "from otseula import load")
    assert not against_the_arrows("rulebase", "from otseula.logic.conditions import Truth")


def test_every_part_is_known() -> None:
    assert {part_of(module) for module in MODULES} == MAY_IMPORT.keys()


#: What a top level may call: makers of values, which read and change nothing outside. A name
#: that begins with an underscore is a maker of the module itself.
MAKERS = {
    "MappingProxyType", "Style", "Text", "TypeVar", "Wording", "Shape", "Detail", "dict.fromkeys",
    "frozenset", "isinstance", "len", "map", "re.compile", "set", "str", "str.maketrans", "tuple",
    "type", "date.min.toordinal", "date.max.toordinal",
}  # fmt: skip


def work(source: str) -> list[tuple[int, str]]:
    """The statements of a top level that do more than define."""
    found = []
    for statement in ast.parse(source).body:
        if isinstance(statement, ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef):
            continue
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            continue
        if isinstance(statement, ast.If) and ast.unparse(statement.test) in (
            "TYPE_CHECKING",
            "__name__ == '__main__'",
        ):
            continue
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            calls = [
                ast.unparse(node.func)
                for node in _now(statement)
                if isinstance(node, ast.Call)
                and not (
                    isinstance(node.func, ast.Attribute) and node.func.attr in ("strip", "split")
                )
            ]
            if all(call in MAKERS or call.startswith("_") for call in calls):
                continue
        found.append((statement.lineno, ast.unparse(statement)[:60]))
    return found


def _now(node: ast.AST) -> Iterator[ast.AST]:
    """What is evaluated with the statement: not the inside of a lambda."""
    yield node
    if not isinstance(node, ast.Lambda):
        for child in ast.iter_child_nodes(node):
            yield from _now(child)


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.relative_to(PACKAGE).as_posix())
def test_no_module_does_work_at_import(module: Path) -> None:
    assert work(module.read_text(encoding="utf-8")) == []


def test_work_at_import_is_seen() -> None:
    for source in ("RULES = load()", "print()", "for x in ():\n    pass", "A: int = open('x')"):
        assert len(work(source)) == 1, source
    assert work("A = frozenset({1})\nB = {'k': lambda: open('x')}") == []


def test_the_package_is_the_public_api_and_nothing_else() -> None:
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    (later,) = (node for node in tree.body if isinstance(node, ast.If))
    assert ast.unparse(later.test) == "TYPE_CHECKING"
    for node in tree.body:
        assert isinstance(node, ast.Expr | ast.ImportFrom | ast.Assign | ast.If), ast.unparse(node)
    told = {
        alias.name: node.module.rpartition(".")[2] for node in later.body for alias in node.names
    }
    assert told == otseula._LATER
    names = {
        alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module.startswith("otseula.")
        for alias in node.names
    }
    assert {*names, *told} == set(otseula.__all__)
    for name in otseula.__all__:
        assert getattr(otseula, name)
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        otseula.nothing_of_the_kind  # noqa: B018  # the access itself is what is tried


def test_most_modules_stay_under_250_lines() -> None:
    lengths = [len(m.read_text(encoding="utf-8").splitlines()) for m in MODULES]
    assert sum(length > 250 for length in lengths) <= len(lengths) // 20
    assert max(lengths) <= 350


def test_every_ignore_says_why() -> None:
    """`# noqa: X  # reason` or `# type: ignore[x]  # reason`."""
    bare = re.compile(
        r"#\s*(?:noqa|type:\s*ignore)\b(?!(?::\s*[A-Z0-9, ]+|\[[a-z, -]+\])\s+#\s+\S)"
    )
    for module in (*MODULES, *TESTS):
        lines = io.StringIO(module.read_text(encoding="utf-8"))
        for token in tokenize.generate_tokens(lines.readline):
            if token.type == tokenize.COMMENT:
                assert not bare.search(token.string), f"{module}:{token.start[0]}"
