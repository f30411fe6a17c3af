"""The results of vignettes as JUnit XML, for build servers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from xml.etree import ElementTree

from otseula.authoring.vignettes.coverage import Coverage
from otseula.authoring.vignettes.failures import Wanted, difference_lines
from otseula.authoring.vignettes.run import VignetteResult
from otseula.authoring.vignettes.words import say

#: What XML 1.0 has no way to hold; a file name may have it.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_junit(
    results: Sequence[VignetteResult], coverage: Coverage | None, wanted: Wanted
) -> str:
    """One suite with a test case per vignette, named by its file and its id. Holds no times:
    the same results give the same text."""
    language = wanted.language
    counts = {
        "tests": str(len(results)),
        "failures": str(sum(not result.passed for result in results)),
        "errors": "0",
        "skipped": "0",
    }
    root = ElementTree.Element("testsuites", counts)
    suite = ElementTree.SubElement(root, "testsuite", {"name": "otseula test", **counts})
    if coverage is not None:
        properties = ElementTree.SubElement(suite, "properties")
        counted = {f"coverage.{name}": count for name, count in coverage.counts.items()}
        counted |= {f"coverage.parts.{name}": n for name, n in coverage.alone.counts.items()}
        for name, (covered, total) in counted.items():
            value = f"{covered}/{total}"
            ElementTree.SubElement(properties, "property", {"name": name, "value": value})
    for result in results:
        _test_case(suite, result, wanted)
    if coverage is not None and coverage.uncovered:
        told = [
            f"{entry.id}: {say('lacks_' + entry.lacks, language)}, {entry.place}"
            for entry in coverage.uncovered
        ]
        out = ElementTree.SubElement(suite, "system-out")
        out.text = _clean("\n".join([say("not_covered", language), *told]))
    ElementTree.indent(root)
    body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _test_case(suite: ElementTree.Element, result: VignetteResult, wanted: Wanted) -> None:
    case = ElementTree.SubElement(
        suite,
        "testcase",
        {
            "classname": _clean(PurePath(result.place.file).stem),
            "name": _clean(result.id),
            "file": _clean(result.place.file),
            "line": str(result.place.line),
        },
    )
    if result.passed:
        return
    first = "; ".join(each.what.in_language(wanted.language) for each in result.differences)
    failure = ElementTree.SubElement(
        case, "failure", {"type": "difference", "message": _clean(first)}
    )
    failure.text = _clean("\n".join(difference_lines(result, wanted)))


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
