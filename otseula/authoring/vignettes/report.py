"""The results of vignettes as text for people, as JSON and as JUnit XML."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from types import MappingProxyType

from otseula.authoring.vignettes.because import (
    because,
    because_as_dict,
    place_as_dict,
)
from otseula.authoring.vignettes.coverage import Coverage
from otseula.authoring.vignettes.covered import coverage_as_dict, coverage_lines
from otseula.authoring.vignettes.failures import Tell, Wanted, difference_lines
from otseula.authoring.vignettes.junit import render_junit
from otseula.authoring.vignettes.run import VignetteResult
from otseula.authoring.vignettes.standing import standing
from otseula.authoring.vignettes.words import WORDS, say

#: Version of the JSON report; it grows only by new keys.
CONTRACT = 1


def render(
    results: Sequence[VignetteResult],
    coverage: Coverage | None,
    format: str = "text",
    language: str = "fi",
    *,
    full: bool = False,
    tell: Tell | None = None,
) -> str:
    """The report, ending in a newline. `format` is text, json or junit; the rest as in `Wanted`.
    JSON holds every text in all languages. Raises ValueError for another format."""
    if format not in FORMATS:
        raise ValueError("format is one of " + ", ".join(FORMATS))
    return FORMATS[format](results, coverage, Wanted(language, full, tell))


def _text(results: Sequence[VignetteResult], coverage: Coverage | None, wanted: Wanted) -> str:
    language = wanted.language
    blocks = ["\n".join(_failure(result, wanted)) for result in results if not result.passed]
    if coverage is not None:
        blocks.append("\n".join(coverage_lines(coverage, language, full=wanted.full)))
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


def _failure(result: VignetteResult, wanted: Wanted) -> Iterator[str]:
    language = wanted.language
    kind = f" ({say(result.kind, language)})" if result.kind in WORDS else ""
    yield f"{say('failed', language)}: {result.id}{kind}, {result.place}"
    yield from (f"  {line}" for line in difference_lines(result, wanted))


def _json(results: Sequence[VignetteResult], coverage: Coverage | None, _: Wanted) -> str:
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
                "place": place_as_dict(result.place),
                "differences": [
                    {
                        "key": difference.key,
                        "what": difference.what.to_dict(),
                        "expected": difference.expected.to_dict(),
                        "actual": difference.actual.to_dict(),
                        "explanation": [
                            because_as_dict(each)
                            for each in because(result.recommendation, difference)
                        ],
                        "questions": [
                            asdict(each) for each in standing(result.recommendation, difference)
                        ],
                    }
                    for difference in result.differences
                ],
            }
            for result in results
        ],
    }
    if coverage is not None:
        report["coverage"] = coverage_as_dict(coverage)
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


#: A renderer by format.
FORMATS: Mapping[str, Callable[[Sequence[VignetteResult], Coverage | None, Wanted], str]] = (
    MappingProxyType({"text": _text, "json": _json, "junit": render_junit})
)
