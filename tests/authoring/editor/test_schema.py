"""The schema that knows the names of a rule base."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from otseula.authoring.editor.schema import named_schema
from otseula.authoring.editor.writing import keep, text_of_schema
from otseula.rulebase.bundled import bundled_files
from otseula.rulebase.entries import LISTS
from otseula.rulebase.load import load_content
from otseula.rulebase.reader import read_document
from otseula.rulebase.structure import schema as general_schema
from tests.authoring.editor.test_server import MARK, TABLE
from tests.rulebase.rulefiles import FIXTURES, marked
from tests.rulebase.test_broken import CASES, directories, mended
from tests.rulebase.test_schema import SHAPE_CODES

ROOT = Path(__file__).parents[3]
SHIPPED = ROOT / "docs/schema/rulebase.schema.json"
COMMAND = "otseula schema rulebase --rules bundled --output docs/schema/rulebase.schema.json"
FILES = dict(bundled_files())
#: What a schema can know: shapes, names, options, ranges. Not the order of two numbers (OTS417),
#: and not on which days there is a situation (OTS419).
TOLD = SHAPE_CODES | {f"OTS{n}" for n in (312, 314, *range(401, 417), 418, *range(420, 424))}


@cache
def shipped() -> dict[str, Any]:
    return named_schema(load_content())


@cache
def valid() -> Any:
    return jsonschema.Draft202012Validator(shipped())


def _document(text: str) -> Any:
    return read_document(text.encode()).plain()


def test_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(shipped())


def test_the_shipped_schema_is_up_to_date() -> None:
    same = SHIPPED.read_text(encoding="utf-8") == text_of_schema(shipped())
    assert same, f"docs/schema/rulebase.schema.json is out of date: run {COMMAND}"


@pytest.mark.parametrize("name", FILES)
def test_accepts_the_rule_base_it_was_made_from(name: str) -> None:
    valid().validate(read_document(FILES[name].read_bytes()).plain())


@pytest.mark.parametrize("directory", sorted(each for each in FIXTURES.iterdir() if each.is_dir()))
def test_accepts_other_rule_bases_it_was_made_from(directory: Path) -> None:
    made = jsonschema.Draft202012Validator(named_schema(load_content(directory)))
    files = sorted(directory.rglob("*.yaml"))
    assert files
    for file in files:
        made.validate(read_document(file.read_bytes()).plain())


MENDED = [case for case in CASES if "skip" not in case]


@pytest.mark.parametrize("case", MENDED, ids=lambda case: "-".join(case["expect"]))
def test_accepts_whatever_loads_and_refuses_what_it_can(
    case: dict[str, Any], tmp_path: Path
) -> None:
    """Every text of the table of broken rule bases, once mended; and as it was, where its codes
    are of what a schema can know."""
    layers = directories(tmp_path, case, mended(case))
    made = jsonschema.Draft202012Validator(named_schema(load_content(*layers)))
    made.validate(_document((layers[-1] / "x.yaml").read_text()))
    broken, _ = marked(case.get("text", "") + case.get("upper", ""))
    # To a schema 24.0 is an integer; and what the fix changes in the rule base is not known before.
    odd = ".0" in broken or "\\n" in broken.replace("\n", "") or "value: 30" in broken
    if {*case["expect"]} <= TOLD and not odd:
        assert not made.is_valid(_document(broken))


BROKEN = [each for each in TABLE["diagnostics"] if each["it"] != "finds a key that stands twice"]


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case["it"])
def test_refuses_what_the_language_server_tells(case: dict[str, Any]) -> None:
    """By any reader of JSON Schemas, and the smallest of what it refuses is told."""
    assert not valid().is_valid(_document(case["text"].replace(MARK, "")))


def _named(condition: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where the bare names of a condition stand."""
    if isinstance(condition, str) and not condition.startswith("$") and condition != "situations":
        yield path
    elif isinstance(condition, dict):
        for key, part in condition.items():
            if key in ("all", "any", "none", "not", "of"):
                yield from _named(part, (*path, key))
    elif isinstance(condition, list):
        for index, part in enumerate(condition):
            yield from _named(part, (*path, index))


def _misspelt(value: Any, path: tuple[Any, ...]) -> Any:
    if not path:
        return f"{value}x"
    if isinstance(value, list):
        return [_misspelt(v, path[1:]) if i == path[0] else v for i, v in enumerate(value)]
    return {**value, path[0]: _misspelt(value[path[0]], path[1:])}


@pytest.mark.parametrize("owner", ["criteria", "situations", "rules"])
def test_refuses_every_misspelt_name(owner: str) -> None:
    """Each bare name of each shipped condition, one at a time, with a letter too many."""
    reference = {"$ref": f"#/$defs/condition_in_{owner}", "$defs": shipped()["$defs"]}
    condition = jsonschema.Draft202012Validator(reference)
    documents = [read_document(file.read_bytes()).plain() for file in FILES.values()]
    conditions = [entry["when"] for each in documents for entry in each.get(owner, ())]
    tried = [(when, path) for when in conditions for path in _named(when)]
    assert len(tried) > 20
    for when, path in tried:
        assert not condition.is_valid(_misspelt(when, path)), (when, path)


def test_is_narrower_than_the_general_schema() -> None:
    """It has the same fields, and requires the same of them."""
    general, named = general_schema(), shipped()
    assert named["properties"].keys() == general["properties"].keys()
    for name in LISTS:
        entry = general["properties"][name]["items"]["$ref"].rpartition("/")[2]
        before, after = general["$defs"][entry], named["$defs"][entry]
        assert after["required"] == before["required"], name
        assert after["additionalProperties"] is False, name
        assert after["properties"].keys() == before["properties"].keys(), name


def _fields(shape: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every property of every schema, with its path."""
    if isinstance(shape, dict):
        for name, field in shape.get("properties", {}).items():
            yield f"{path}/{name}", field
            yield from _fields(field, f"{path}/{name}")
        for name, part in shape.get("$defs", {}).items():
            yield from _fields(part, f"{path}/{name}")
        yield from _fields(shape.get("items"), path)


@pytest.mark.parametrize("schema", [general_schema, shipped], ids=["general", "named"])
def test_every_field_is_explained_in_the_editor(schema: Any) -> None:
    whole = schema()
    fields = dict(_fields(whole))
    assert len(fields) > 200
    for path, field in fields.items():
        if field == {"not": {}}:
            continue
        name = field.get("$ref", "").rpartition("/")[2]
        shown = {**whole["$defs"].get(name, {}), **field}
        assert shown["title"].strip() and len(shown["description"]) > 1, path


def test_whatever_is_told_is_told_in_finnish() -> None:
    """Each shape with a keyword that the language server would tell in English has words. What
    it tells in English all the same: what is no YAML at all."""
    told = ("pattern", "enum", "additionalProperties", "type")
    quiet = [
        path
        for path, shape in _fields(shipped())
        if any(shape.get(keyword) not in (None, {}) for keyword in told)
        and not isinstance(shape.get("additionalProperties"), dict)
        and not {"errorMessage", "patternErrorMessage"} & shape.keys()
    ]
    assert quiet == []


def test_versions_allow_together_what_each_allows(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "questions:\n"
        "  - {id: n, type: integer, range: [0, 5], text: {fi: Montako?}, valid_to: 2026-12-31}\n"
        "  - {id: n, type: integer, range: [1, 9], text: {fi: Montako?}, valid_from: 2027-01-01}\n"
        "  - {id: b, type: boolean, text: {fi: Onko?}, valid_to: 2026-12-31}\n"
        "  - id: b\n    type: choice\n    text: {fi: Onko?}\n    valid_from: 2027-01-01\n"
        "    options: [{id: y, text: {fi: on}}]\n"
    )
    made = jsonschema.Draft202012Validator(named_schema(load_content(tmp_path)))

    def accepted(when: str) -> bool:
        entry = f"{{id: c, text: {{fi: a}}, when: {when}}}"
        return bool(made.is_valid(_document(f"criteria: [{entry}]")))

    assert accepted("{n: {is: 0}}") and accepted("{n: {is: 9}}")
    assert not accepted("{n: {is: 10}}")
    assert accepted("b") and accepted("{b: y}")


def test_a_rule_base_without_anything_to_name(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("notices: [{id: n, text: {fi: a}}]\n")
    made = jsonschema.Draft202012Validator(named_schema(load_content(tmp_path)))
    assert made.is_valid(_document("notices: [{id: n, text: {fi: a}}]"))
    assert not made.is_valid(_document("criteria: [{id: c, text: {fi: a}, when: b}]"))


def test_writes_over_a_schema_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "schema.json"
    keep(file, {"$schema": "x"})
    written = file.stat().st_mtime_ns
    keep(file, {"$schema": "x"})
    assert file.stat().st_mtime_ns == written
    keep(file, {"$schema": "y"})
    assert file.read_text() == '{\n "$schema": "y"\n}\n'
    for other in ("not json", "[]", '{"a": 1}'):
        file.write_text(other)
        with pytest.raises(FileExistsError):
            keep(file, {"$schema": "y"})
        assert file.read_text() == other


MODELINE = "# yaml-language-server: $schema="


@pytest.mark.parametrize("name", FILES)
def test_the_first_line_of_every_shipped_file_leads_to_its_schema(name: str) -> None:
    file = ROOT / name
    first = file.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith(MODELINE)
    assert (file.parent / first.removeprefix(MODELINE)).resolve() == SHIPPED
