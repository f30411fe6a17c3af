"""YAML 1.2 as read here, JSON into the same nodes, and files made to do harm."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otseula.rulebase.jsonreader import scan_json
from otseula.rulebase.nodes import MAX_BYTES, MAX_DEPTH, MAX_NODES
from otseula.rulebase.reader import ReadError, read_document, read_json, scan_document

TABLE = read_document((Path(__file__).parent / "reader_table.yaml").read_bytes()).plain()


@pytest.mark.parametrize(("written", "kind", "value"), TABLE)
def test_scalars(written: str, kind: str, value: Any) -> None:
    node = read_document(f"v: {written}\n".encode()).value["v"]
    assert (node.kind, node.value, type(node.value)) == (kind, value, type(value))


def test_places_count_characters_from_one() -> None:
    node = read_document("\ufeffä: {ö: [å, 𝒳, b]}\nb:\n  - c: d\n".encode())
    assert node.keys == {"ä": (1, 1), "b": (2, 1)}
    last = node.value["ä"].value["ö"].value[2]
    assert (last.line, last.column) == (1, 15)
    inner = node.value["b"].value[0]
    assert (inner.line, inner.column, inner.keys["c"]) == (3, 5, (3, 5))


FAULTS = {
    "empty": (b"", ("empty", 1, 1)),
    "only a comment": (b"# nothing\n", ("empty", 1, 1)),
    "only a line": (b"---\n", ("empty", 1, 1)),
    "only null": (b"~\n", ("empty", 1, 1)),
    "not UTF-8": ("a: ä\nb: ".encode() + b"\xe4\n", ("not_utf8", 2, 4)),
    "UTF-16": ("a: b".encode("utf-16"), ("not_utf8", 1, 1)),
    "NUL": (b"a: b\nc: \x00\n", ("control_character", 2, 4)),
    "escape": (b"a: \x1b[31m\n", ("control_character", 1, 4)),
    "line separator": ("a: b\u2028c\n".encode(), ("control_character", 1, 5)),
    "escaped control": (b'a: "\\e"\n', ("control_character", 1, 4)),
    "escaped tab": (b'a: "x\\ty"\n', ("control_character", 1, 4)),
    "tab as indentation": (b"a:\n\t- b\n", ("tab", 2, 1)),
    "tab before a comment": (b"a: b\t# c\n", ("tab", 1, 5)),
    "directive": (b"%TAG ! x\n---\na: b\n", ("directive", 1, 1)),
    "anchor": (b"a: &b c\n", ("anchor", 1, 4)),
    "tag": (b"a: !!python/object:os.system c\n", ("tag", 1, 4)),
    "local tag": (b"a: ! c\n", ("tag", 1, 4)),
    "merge key": (b"<<: {a: b}\n", ("merge_key", 1, 1)),
    "quoted merge key": (b"'<<': {a: b}\n", ("merge_key", 1, 1)),
    "duplicate key": (b"a: b\n'a': c\n", ("duplicate_key", 2, 1)),
    "deep duplicate key": (b"a: [{b: {c: 1, c: 2}}]\n", ("duplicate_key", 1, 16)),
    "list as key": (b"[a]: b\n", ("key_not_text", 1, 1)),
    "empty key": (b"'': b\n", ("key_not_text", 1, 1)),
    "second document": (b"a: b\n---\nc: d\n", ("second_document", 2, 1)),
    "open bracket": (b"a: [b\n", ("syntax", 2, 1)),
    "colon in text": (b"a: b: c\n", ("syntax", 1, 5)),
}


@pytest.mark.parametrize("name", FAULTS)
def test_faults(name: str) -> None:
    data, expected = FAULTS[name]
    _, faults = scan_document(data)
    assert [(f.kind, f.line, f.column) for f in faults] == [expected]


def test_reads_on_after_a_fault() -> None:
    node, faults = scan_document(b"a: &x 1\nb: *x\nc: !t 2\nc: 3\nd: 4\n")
    assert node is not None
    assert node.plain() == {"a": 1, "b": None, "c": "2", "d": 4}
    assert [f.kind for f in faults] == ["anchor", "alias", "tag", "duplicate_key"]


def test_limits_are_where_they_are_said_to_be() -> None:
    assert scan_document(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH)[1] == ()
    assert scan_document(b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1))[1][0].kind == "too_deep"
    assert scan_document(b"[" + b"a," * (MAX_NODES - 1) + b"]")[1] == ()
    assert scan_document(b"[" + b"a," * MAX_NODES + b"]")[1][0].kind == "too_many_nodes"
    assert scan_document(b"a: " + b"b" * (MAX_BYTES - 3))[1] == ()
    assert scan_document(b"a: " + b"b" * (MAX_BYTES - 2))[1][0].kind == "too_large"


HOSTILE = {
    "flow lists 10 000": b"[" * 10_000,
    "flow lists 100 000": b"[" * 100_000 + b"]" * 100_000,
    "flow mappings 100 000": b"{a: " * 100_000,
    "block lists 100 000": b"- " * 100_000,
    "explicit keys 100 000": b"? " * 100_000,
    "indentation 10 000": b"".join(b" " * i + b"a:\n" for i in range(1_900)),
    "alias bomb": b"a: &a [x,x]\n"
    + b"".join(b"%c: &%c [*%c,*%c]\n" % (98 + i, 98 + i, 97 + i, 97 + i) for i in range(20)),
    "directives": b"%TAG !a! b\n" * 150_000,
    "quotes": b"\"'" * 900_000,
    "50 MB": b"a: b\n" * 10_000_000,
}

_READ = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
from otseula.rulebase.reader import scan_document
from otseula.rulebase.jsonreader import scan_json
data = sys.stdin.buffer.read()
for scan in (scan_document, scan_json):
    node, faults = scan(data)
    assert faults
    print(faults[0].kind)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no resource module")
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_a_fault_and_no_crash(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _READ], input=HOSTILE[name], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    assert len(done.stdout.split()) == 2


def test_an_alias_bomb_is_not_expanded() -> None:
    node, faults = scan_document(HOSTILE["alias bomb"])
    assert {f.kind for f in faults} == {"anchor", "alias"}
    assert node is not None
    assert len(str(node.plain())) < 1_000


JSON_FAULTS = {
    "empty": (b" \n", ("empty", 1, 1)),
    "duplicate key": (b'{"a": {"b": 1, "b": 2}}', ("duplicate_key", None, None)),
    "deep": (b'{"a": "[[", "b":\n' + b"[" * 64, ("too_deep", 2, 64)),
    "broken": (b'{"a": 1,\n "b" 2}', ("syntax", 2, 6)),
    "not UTF-8": (b'{"a": "\xff"}', ("not_utf8", 1, 8)),
    "lone surrogate": (b'{"a": "\\ud800"}', ("control_character", None, None)),
    "many": (b"[" + b"0," * MAX_NODES + b"0]", ("too_many_nodes", None, None)),
    "large": (b'"' + b"x" * MAX_BYTES + b'"', ("too_large", 1, 1)),
}


@pytest.mark.parametrize("name", JSON_FAULTS)
def test_json_faults(name: str) -> None:
    data, expected = JSON_FAULTS[name]
    _, faults = scan_json(data)
    assert [(f.kind, f.line, f.column) for f in faults] == [expected]


def test_json_values() -> None:
    node = read_json(b'{"a": [1, 1.5, true, null, "x"], "b": {"c": NaN, "d": -1e999}}')
    assert node.plain() == {"a": [1, 1.5, True, None, "x"], "b": {"c": "NaN", "d": "-1e999"}}
    assert [n.kind for n in node.value["a"].value] == [
        "integer", "number", "boolean", "null", "text",
    ]  # fmt: skip
    assert read_json(b"[" + b"9" * 5000 + b"]").value[0].kind == "text"


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text("abcåäö \"'\\,:[]{}#"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abå", min_size=1), inner),
    max_leaves=20,
)


@given(_JSON.filter(lambda value: value is not None))
def test_json_reads_back_and_is_yaml_too(value: Any) -> None:
    data = json.dumps(value, ensure_ascii=False).encode()
    assert read_json(data).plain() == value
    assert read_document(data).plain() == value


@given(st.binary(max_size=60) | st.text("a:-[]{}&*!%#|>'\"\n ,?~0.\\", max_size=60).map(str.encode))
def test_any_bytes_give_a_node_or_faults(data: bytes) -> None:
    for read in (read_document, read_json):
        try:
            node = read(data)
        except ReadError as error:
            assert error.faults
            assert error.__context__ is None
            assert error.__cause__ is None
        else:
            node.plain()


def test_pure_python_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where libyaml is missing."""
    import yaml

    data = (Path(__file__).parent / "fixtures" / "ground" / "ground.yaml").read_bytes()
    with_c = read_document(data)
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    without = read_document(data)
    assert without.plain() == with_c.plain()
    assert without.value["questions"].keys == with_c.value["questions"].keys
    for name, (broken, expected) in FAULTS.items():
        faults = scan_document(broken)[1]
        assert faults[0].kind == expected[0], name
    for name in ("flow lists 10 000", "block lists 100 000", "alias bomb"):
        assert scan_document(HOSTILE[name])[1], name


def test_a_node_shows_nothing_of_the_file() -> None:
    assert "secret" not in repr(read_document(b"secret: secret\n"))
