"""What is shipped is found where the package is a directory, and where it is not."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import otseula
from otseula.shipped import shipped


def test_a_plain_path_where_the_package_is_a_directory() -> None:
    found = shipped("rulebase", "codes.yaml")
    assert found == Path(otseula.__file__).parent / "rulebase/codes.yaml"
    assert found.is_file()


def test_it_is_read_from_an_archive(tmp_path: Path) -> None:
    package = Path(otseula.__file__).parent
    with zipfile.ZipFile(tmp_path / "otseula.zip", "w") as archive:
        for name in ("__init__.py", "shipped.py"):
            text = "" if name == "__init__.py" else (package / name).read_text(encoding="utf-8")
            archive.writestr(f"otseula/{name}", text)
        archive.writestr("otseula/part/words.txt", "shipped")
    program = "from otseula.shipped import shipped; print(shipped('part', 'words.txt').read_text())"
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, sys.argv[1]); {program}",
         str(tmp_path / "otseula.zip")],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert done.stdout == "shipped\n"
