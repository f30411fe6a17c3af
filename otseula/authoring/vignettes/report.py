"""The results of vignettes as text for people, as JSON and as JUnit XML."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from otseula.authoring.vignettes.coverage import Coverage
from otseula.authoring.vignettes.junit import render_junit
from otseula.authoring.vignettes.run import VignetteResult
from otseula.authoring.vignettes.words import WORDS, say
from otseula.errors import Place

#: Version of the JSON report; it grows only by new keys.
CONTRACT = 1


def render(
    results: Sequence[VignetteResult],
    coverage: Coverage | None,
    format: str = "text",
    language: str = "fi",
) -> str:
    """The report, ending in a newline. `format` is text, json or junit; `language` fi, sv or en.
    JSON holds every text in all three. Raises ValueError for another format."""
    if format not in FORMATS:
        raise ValueError("format is one of " + ", ".join(FORMATS))
    return FORMATS[format](results, coverage, language)


def _text(results: Sequence[VignetteResult], coverage: Coverage | None, language: str) -> str:
    blocks = ["\n".join(_failure(result, language)) for result in results if not result.passed]
    if coverage is not None:
        blocks.append("\n".join(_covered(coverage, language)))
    failed = sum(not result.passed for result in results)
    blocks.append(
        say(
            "counts",
            language,
            title=WORDS["title"],
            total=len(results),
            passed=len(results) - failed,
            failed=failed,
        )
    )
    return "\n\n".join(blocks) + "\n"


def _failure(result: VignetteResult, language: str) -> Iterator[str]:
    kind = f" ({say(result.kind, language)})" if result.kind in WORDS else ""
    yield f"{say('failed', language)}: {result.id}{kind}, {result.place}"
    for difference in result.differences:
        yield f"  {difference.what.in_language(language)}"
        yield "    " + say("expected", language, value=difference.expected)
        yield "    " + say("actual", language, value=difference.actual)


def _covered(coverage: Coverage, language: str) -> Iterator[str]:
    yield say("coverage", language, covered=coverage.covered, total=coverage.total)
    for name, (covered, total) in coverage.counts.items():
        if total:
            yield f"  {say('list_' + name, language)} {covered}/{total}"
    if coverage.uncovered:
        yield say("not_covered", language)
    for entry in coverage.uncovered:
        yield f"  {entry.id}: {say('lacks_' + entry.lacks, language)}, {entry.place}"


def _json(results: Sequence[VignetteResult], coverage: Coverage | None, language: str) -> str:
    failed = sum(not result.passed for result in results)
    report: dict[str, object] = {
        "contract": CONTRACT,
        "total": len(results),
        "passed": len(results) - failed,
        "failed": failed,
        "vignettes": [
            {
                "id": result.id,
                "kind": result.kind,
                "passed": result.passed,
                "place": _place(result.place),
                "differences": [
                    {
                        "key": difference.key,
                        "what": difference.what.to_dict(),
                        "expected": difference.expected.to_dict(),
                        "actual": difference.actual.to_dict(),
                    }
                    for difference in result.differences
                ],
            }
            for result in results
        ],
    }
    if coverage is not None:
        report["coverage"] = {
            "covered": coverage.covered,
            "total": coverage.total,
            "lists": {n: {"covered": c, "total": t} for n, (c, t) in coverage.counts.items()},
            "uncovered": [
                {"list": e.list, "id": e.id, "lacks": e.lacks, "place": _place(e.place)}
                for e in coverage.uncovered
            ],
        }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _place(place: Place) -> dict[str, object]:
    return {"file": place.file, "line": place.line, "column": place.column}


#: A renderer by format.
FORMATS: Mapping[str, Callable[[Sequence[VignetteResult], Coverage | None, str], str]] = (
    MappingProxyType({"text": _text, "json": _json, "junit": render_junit})
)
