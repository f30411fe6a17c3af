"""Bad input of every kind: a clear error on stderr, the right code, nothing written or lost."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import yaml

from tests.cli.running import RULES, Result, run, run_many

ROWS = yaml.safe_load(Path(__file__).with_name("bad_input_table.yaml").read_text(encoding="utf-8"))

_FILES = {
    "good.yaml": b"answers: {}\n",
    "exists.yaml": b"keep me\n",
    "broken.yaml": b"answers:\n  area: ]\n",
    "broken.json": b'{"answers": {"area": "x",}}',
    "empty.yaml": b"",
    "binary.yaml": b"\xff\xfe\x00\x01PNG",
    "tab.yaml": b"answers:\n\tarea: x\n",
    "twice.yaml": b"answers:\n  area: x\n  area: y\n",
    "wrong.yaml": b"answers:\n  acute_danger: 1\n  shool: full\n  dispute_months: 999\n"
    b"  danger_signs: [threat, threat]\n",
    "badrules/bad.yaml": b"questions:\n  - id: q\n    type: boolan\n    text: {fi: K}\n",
    "garbled/garbled.yaml": b"\tnot: yaml\n",
    "unopenable/folder.yaml/inside.txt": b"",
    "novignettes/q.yaml": b"questions:\n  - {id: q, type: boolean, text: {fi: K}}\n",
    "folder/inside.txt": b"",
}


def prepared(directory: Path) -> Path:
    """The directory {d} of the table."""
    for name, data in _FILES.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (directory / "dangling").symlink_to(directory / "nothing-there")
    return directory


def snapshot(directory: Path) -> dict[str, bytes | None]:
    """Every file below the directory, with its content."""
    return {
        str(path.relative_to(directory)): path.read_bytes() if path.is_file() else None
        for path in sorted(directory.rglob("*"))
    }


def test_the_table(tmp_path: Path) -> None:
    directory = prepared(tmp_path)
    before = snapshot(directory)
    fill = {"{d}": str(directory), "{rules}": str(RULES)}
    lines = [[_filled(word, fill) for word in row["words"]] for row in ROWS]
    results = run_many(lines, [row.get("stdin", "").encode() for row in ROWS])
    wrong = []
    for row, result in zip(ROWS, results, strict=True):
        faults = list(_faults(row, result, directory))
        wrong += [f"{' '.join(row['words'])!r}: {fault}" for fault in faults]
    assert not wrong, "\n".join(wrong)
    assert snapshot(directory) == before


def _filled(word: str, fill: dict[str, str]) -> str:
    for mark, value in fill.items():
        word = word.replace(mark, value)
    return word


def _faults(row: dict[str, object], result: Result, directory: Path) -> list[str]:
    err = " ".join(result.err.split())
    faults = [f"stderr lacks {word!r}: {err}" for word in row["says"] if word not in err]  # type: ignore[attr-defined]  # a row of YAML
    if result.code != row["code"]:
        faults.append(f"code {result.code}: {err}")
    expected = row.get("out", [])
    faults += [f"stdout lacks {word!r}" for word in expected if word not in result.out]  # type: ignore[attr-defined]  # a row of YAML
    if not expected and result.out:
        faults.append("stdout is not empty")
    if "Traceback" in result.said or "Error" in result.said:
        faults.append("a traceback or an English error")
    return faults


def test_a_file_that_may_not_be_read_or_written(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        # root may read everything; a socket, a FIFO's kind of file, cannot be opened by anyone
        import socket

        with socket.socket(socket.AF_UNIX) as sock:
            sock.bind(str(tmp_path / "closed.yaml"))
            result = run("screen", tmp_path / "closed.yaml")
    else:
        closed = tmp_path / "closed.yaml"
        closed.write_text("answers: {}\n", encoding="utf-8")
        closed.chmod(0)
        result = run("screen", closed)
    assert result.code == 2
    assert "Tapaustiedostoa ei voitu lukea." in result.err
    assert "112" in result.err


def test_the_result_is_written_nowhere_but_where_it_was_asked_for(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    shutil.copy(RULES / "small.yaml", tmp_path / "rules.yaml")
    case.write_text("answers: {acute_danger: false}\n", encoding="utf-8")
    before = snapshot(tmp_path)
    assert run("screen", case, "--rules", RULES, cwd=tmp_path).code == 0
    assert run("screen", case, "--rules", RULES, "--json", cwd=tmp_path).code == 0
    assert snapshot(tmp_path) == before


def test_a_full_disk(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        return
    import subprocess
    import sys

    from tests.cli.running import environment

    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "otseula", "screen", "-", "--rules", str(RULES)],
            input=b"answers: {}",
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )
    said = done.stderr.decode()
    assert done.returncode == 2
    assert "levy voi olla täynnä" in said
    assert "112" in said
    assert "Exception" not in said
